"""An experiment's variants are chosen in the page, and its effect is what is tried less what there was before."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from journeymapper.analysis.change.groups import Side
from journeymapper.analysis.change.waves import Change
from journeymapper.analysis.experiments import experiment_result
from journeymapper.desktop.act.act_view import ActView
from journeymapper.desktop.act.pages.experiments import ExperimentsPage, turned
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.acting import Arm, Experiment
from journeymapper.model.messages import Message
from tests.desktop.act.test_pages import texts


@pytest.fixture
def page(pages: ActView) -> ExperimentsPage:
    pages.show_page("experiments")
    assert isinstance(pages.page, ExperimentsPage)
    return pages.page


def choose(page: ExperimentsPage, name: str, words: str) -> None:
    box = getattr(page, name)
    place = box.findText(words)
    assert place >= 0
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_a_new_experiment_gets_its_variants_and_its_result(
    page: ExperimentsPage, drainage: Session, qtbot: QtBot
) -> None:
    page._new.click()
    one = page.chosen
    assert one is not None
    assert drainage.selection == (one.id,)
    tally = next(
        tally for each in drainage.project.result_sets.values()
        if (tally := drainage.tallies[each.tally]).segments and "P11" in tally.answers
    )  # fmt: skip
    segment, column = next(iter(tally.segments.items()))
    first, second = sorted(set(filter(None, column)))[:2]
    drainage.apply(Message("Point"), lambda project: edits.change(project, one.id, point="P11", least_effect=0.3))
    choose(page, "_segment", segment)
    choose(page, "_before", second)
    choose(page, "_tried", first)
    made = drainage.project.experiments[one.id]
    assert (made.segment, [arm.value for arm in made.arms]) == (segment, [second, first])
    qtbot.waitUntil(lambda: page.arms.rowCount() == 1, timeout=20_000)
    assert texts(page.arms, 0) == [first]
    result = experiment_result(drainage.project, drainage.tallies, made, drainage.scores())
    assert texts(page.table, 3)[0] == str(result.needed)
    qtbot.waitUntil(lambda: bool(texts(page.table, 5)), timeout=20_000)


def test_the_effect_is_counted_from_what_there_was_before() -> None:
    found = Change(
        point="P", first="new", second="old", before=Side(n=10, value=4.0), after=Side(n=20, value=3.0),
        difference=-1.0, low=-1.5, high=-0.5, verdict="worse",
    )  # fmt: skip
    one = Experiment(id="e", name="E", arms=(Arm(name="Old", value="old"), Arm(name="New", value="new")))
    change = turned(found, one)
    assert (change.first, change.second, change.difference, change.low, change.high) == ("old", "new", 1.0, 0.5, 1.5)
    assert (change.before.value, change.after.value, change.verdict) == (3.0, 4.0, "better")
    assert turned(change, one) is change


def test_without_experiments_the_page_says_what_one_needs(page: ExperimentsPage, drainage: Session) -> None:
    for key in drainage.project.experiment_order:
        drainage.apply(Message("Remove"), partial(edits.remove, element_id=key))
    page.fill()
    assert page.title.text() == "No experiments yet"
    assert page.arms.isHidden()
