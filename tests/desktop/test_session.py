"""The session: one history, one file, one selection, one view."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.model import edits
from journeymapper.model.measurement import Anchor, MeasurementPoint, Target
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet, Wave
from journeymapper.model.tally import Tally
from journeymapper.storage.container import Opened, open_project, save_project
from journeymapper.storage.tallies import tally_hash


def rename(session: Session, name: str, element: str = "offer") -> None:
    session.apply(Message("Rename"), lambda project: edits.change(project, element, name=name))


def test_an_edit_is_told_once_with_both_documents(session: Session, qtbot: QtBot) -> None:
    before = session.project
    with qtbot.waitSignal(session.changed) as told:
        rename(session, "Tarjous")
    assert told.args is not None
    assert told.args[0] is before
    assert told.args[1] is session.project


def test_undo_and_redo_give_the_very_same_documents(session: Session) -> None:
    start = session.project
    rename(session, "Tarjous")
    after = session.project
    session.undo()
    assert session.project is start
    session.redo()
    assert session.project is after


def test_an_edit_that_changes_nothing_is_no_step(session: Session) -> None:
    session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Offer"))
    assert session.history.undo_name is None
    assert not session.modified


def test_a_refused_edit_changes_nothing(session: Session) -> None:
    start = session.project
    with pytest.raises(Refusal):
        rename(session, "   ")
    assert session.project is start
    assert session.history.past == ()


def test_undoing_back_to_the_saved_document_is_not_modified(session: Session, tmp_path: Path) -> None:
    session.save(tmp_path / "a.jmap")
    rename(session, "Tarjous")
    assert session.modified
    session.undo()
    assert not session.modified


def test_what_is_saved_is_what_is_opened(session: Session, tmp_path: Path) -> None:
    rename(session, "Tarjous")
    session.save(tmp_path / "a.jmap")
    opened = open_project(tmp_path / "a.jmap")
    assert opened.project == session.project
    assert opened.tallies == dict(session.tallies)


def test_a_file_changed_outside_is_not_saved_over_unasked(session: Session, tmp_path: Path, plan: Project) -> None:
    path = tmp_path / "a.jmap"
    session.save(path)
    save_project(path, plan, {})
    rename(session, "Tarjous")
    with pytest.raises(Refusal):
        session.save()
    assert open_project(path).project == plan
    session.save_over()
    assert open_project(path).project == session.project
    assert not session.modified


def test_saving_twice_is_not_taken_for_a_change_outside(session: Session, tmp_path: Path) -> None:
    session.save(tmp_path / "a.jmap")
    for name in ("one", "two"):
        rename(session, name)
        session.save()
    assert open_project(tmp_path / "a.jmap").project == session.project


def test_reverting_is_one_step_that_can_be_undone(session: Session, tmp_path: Path) -> None:
    session.save(tmp_path / "a.jmap")
    saved = session.project
    rename(session, "Tarjous")
    edited = session.project
    session.revert()
    assert session.project == saved
    assert not session.modified
    session.undo()
    assert session.project is edited
    assert session.modified


def test_what_is_removed_is_no_longer_selected(session: Session) -> None:
    session.select(("offer", "contract"))
    session.apply(Message("Delete"), lambda project: edits.remove(project, "offer"))
    assert session.selection == ("contract",)


def test_a_removed_journey_is_no_longer_looked_at(session: Session) -> None:
    session.apply(Message("Delete"), lambda project: edits.remove(project, "journey"))
    assert session.view.journey == ""
    session.undo()
    assert session.view.journey == "journey"


def test_undoing_an_import_leaves_no_wave_and_no_segment_chosen(
    plan: Project, result_set: ResultSet, tally: Tally, view: View
) -> None:
    session = Session(Opened(plan, {}, {}, False, None), view)
    waves = (Wave(id="2025"), Wave(id="2026"))
    session.add_results(Message("Import results"), result_set, waves, tally)
    session.look(wave="2025", segment=("Region", "North"))
    assert session.scores()["P1"].value is not None
    session.undo()
    assert session.project is plan
    assert session.view.wave is None
    assert session.view.segment is None
    assert session.scores()["P1"].value is None
    session.redo()
    assert session.scores()["P1"].value is not None


def test_a_segment_goes_with_the_import_that_had_it(session: Session) -> None:
    session.look(segment=("Region", "South"))
    session.apply(Message("Delete"), lambda project: edits.remove_result_set(project, "results"))
    assert session.view.segment is None


def test_choices_of_another_project_are_not_carried_over(session: Session, plan: Project, view: View) -> None:
    session.look(wave="2025", segment=("Region", "North"))
    other = Session(Opened(plan, {}, {}, False, None), session.view)
    assert other.view.wave is None
    assert other.view.segment is None
    assert other.view.journey == "journey"


def test_scores_are_computed_once_for_the_same_choice(session: Session) -> None:
    first = session.scores()
    rename(session, "Tarjous")
    assert session.scores() is first
    session.look(segment=("Region", "North"))
    assert session.scores() is not first


def test_scores_that_stay_equal_stay_the_same_and_undo_finds_them(session: Session) -> None:
    first = session.scores()
    added = MeasurementPoint(id="P9", anchor=Anchor("touchpoint", "contract"), metric="csat-mean")
    session.apply(Message("Add"), lambda project: edits.add_point(project, added))
    assert session.scores().keys() == {*first, "P9"}
    assert all(session.scores()[key] is score for key, score in first.items())
    session.apply(Message("Change"), lambda project: edits.change(project, "P1", target=Target(value=1.5)))
    assert session.scores()["P1"] != first["P1"]
    assert session.scores()["P2"] is first["P2"]
    session.undo()
    session.undo()
    assert session.scores() is first


def test_a_rollup_is_made_again_where_something_counts_in_it(session: Session) -> None:
    first = session.rollup("journey")
    rename(session, "Tarjous")
    assert session.rollup("journey") is first
    session.apply(Message("Change"), lambda project: edits.change(project, "offer", in_scope=False))
    assert session.rollup("journey").measured == first.measured - 1
    session.look(wave="2025")
    assert session.rollup("journey") is not first


def test_scores_follow_the_wave(session: Session) -> None:
    session.look(wave="2025")
    assert session.scores()["P1"].wave == "2025"
    session.look(wave=None)
    assert session.scores()["P1"].wave == "2026"


def test_segments_are_those_of_the_imported_files(session: Session) -> None:
    assert session.segments() == [("Region", "North"), ("Region", "South")]


def test_a_tally_of_an_undone_import_is_not_saved(
    plan: Project, result_set: ResultSet, tally: Tally, view: View, tmp_path: Path
) -> None:
    session = Session(Opened(plan, {}, {}, False, None), view)
    session.add_results(Message("Import results"), result_set, (Wave(id="2025"), Wave(id="2026")), tally)
    session.undo()
    session.save(tmp_path / "a.jmap")
    assert open_project(tmp_path / "a.jmap").tallies == {}
    session.redo()
    session.save()
    assert list(open_project(tmp_path / "a.jmap").tallies) == [tally_hash(tally)]
