"""Comments are found by words and place, tagged by rule and by hand, and hidden where they are few."""

from functools import partial

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from journeymapper.desktop.act.act_view import ActView
from journeymapper.desktop.act.pages.voice import VoicePage
from journeymapper.desktop.session import Session
from journeymapper.model.comments import Comment, Comments
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.storage.parts import comments_part
from tests.desktop.act.test_pages import texts

LATE = [f"They came too late, {n} days" for n in range(6)]
GOOD = [f"Lovely crew {n}" for n in range(6)]


@pytest.fixture
def page(pages: ActView, drainage: Session, qtbot: QtBot) -> VoicePage:
    """Twelve comments on P11, three on P12, which are too few to be shown."""
    said = [Comment(point="P11", text=text, wave="2026", answer=2.0) for text in LATE]
    said += [Comment(point="P11", text=text, wave="2026", answer=5.0) for text in GOOD]
    said += [Comment(point="P12", text=f"secret {n}", wave="2026") for n in range(3)]
    name, data = comments_part(Comments(comments=tuple(said)))
    drainage.bring({}, {name: data})
    drainage.apply(Message("Comments"), partial(with_comments, name=name))
    pages.show_page("voice")
    made = pages.page
    assert isinstance(made, VoicePage)
    qtbot.waitUntil(lambda: made.table.rowCount() > 0, timeout=20_000)
    return made


def with_comments(project: Project, name: str) -> Project:
    """The first import brings these, the others none; there are no tags."""
    first, *others = project.result_order
    sets = {key: msgspec.structs.replace(project.result_sets[key], comments="") for key in others}
    changed = msgspec.structs.replace(project.result_sets[first], comments=name)
    return msgspec.structs.replace(project, result_sets={first: changed, **sets}, tag_rules={}, tag_rule_order=())


def test_comments_are_searched_and_few_are_hidden(page: VoicePage) -> None:
    assert page.title.text() == "12 comments"
    assert "1 point has fewer than 8 comments" in page.sub.text()
    assert not any("secret" in text for text in texts(page.table, 0))
    page.words.setText("LATE days")
    assert texts(page.table, 0) == LATE
    page.words.setText("secret")
    assert page.table.rowCount() == 0


def test_a_rule_tags_by_stem_and_a_hand_tags_one(page: VoicePage, drainage: Session, qtbot: QtBot) -> None:
    page.new_tag.setText("Time: lat, myöhä")
    page.new_tag.returnPressed.emit()
    (rule,) = drainage.project.tag_rules.values()
    assert (rule.name, rule.stems) == ("Time", ("lat", "myöhä"))
    qtbot.waitUntil(lambda: texts(page.counts, 2) == ["6"], timeout=20_000)
    place = texts(page.table, 0).index(GOOD[2])
    page.table.selectRow(place)
    page._put.click()
    assert len(drainage.project.tag_rules[rule.id].by_hand) == 1
    qtbot.waitUntil(lambda: texts(page.counts, 2) == ["7"], timeout=20_000)
    assert texts(page.table, 4)[texts(page.table, 0).index(GOOD[2])] == "Time"
    assert page._take.isEnabled()
    page._take.click()
    qtbot.waitUntil(lambda: texts(page.counts, 2) == ["6"], timeout=20_000)


def test_the_mean_answer_of_a_tag_is_shown_from_eight_on(page: VoicePage, drainage: Session, qtbot: QtBot) -> None:
    page.new_tag.setText("All: they, lovely")
    page._add.click()
    qtbot.waitUntil(lambda: texts(page.counts, 2) == ["12"], timeout=20_000)
    assert texts(page.counts, 4) == ["3.5"]  # six of 2 and six of 5
    page.new_tag.setText("Late")
    page._add.click()
    qtbot.waitUntil(lambda: page.counts.rowCount() == 2, timeout=20_000)
    assert texts(page.counts, 4)[texts(page.counts, 0).index("Late")] == "—"
