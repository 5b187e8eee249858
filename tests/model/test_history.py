"""Undo and redo with the names of edits."""

from journeymapper.model import edits, history
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

RENAME, COLOUR = Message("Rename"), Message("Change currency")


def test_undo_and_redo_bring_back_the_very_same_projects(project: Project) -> None:
    first = history.start(project)
    renamed = edits.change(project, "project", name="Uusi")
    coloured = edits.change(renamed, "project", currency="SEK")
    last = first.done(RENAME, renamed).done(COLOUR, coloured)
    assert (last.undo_name, last.redo_name) == (COLOUR, None)
    back = last.undone()
    assert back.present is renamed
    assert (back.undo_name, back.redo_name) == (RENAME, COLOUR)
    start = back.undone()
    assert start.present is project
    assert (start.undo_name, start.redo_name) == (None, RENAME)
    assert start.redone().redone() == last
    assert start.redone().redone().present is coloured


def test_nothing_to_undo_or_redo_or_do_is_the_same_history(project: Project) -> None:
    first = history.start(project)
    assert first.undone() is first
    assert first.redone() is first
    assert first.done(RENAME, project) is first


def test_a_new_edit_forgets_what_was_undone(project: Project) -> None:
    first = history.start(project).done(RENAME, edits.change(project, "project", name="Uusi")).undone()
    other = first.done(COLOUR, edits.change(project, "project", currency="SEK"))
    assert other.redo_name is None
    assert other.undone().present is project


def test_the_longest_history_forgets_its_oldest_step(project: Project) -> None:
    played = history.start(project)
    for number in range(history.LONGEST + 5):
        played = played.done(RENAME, edits.change(played.present, "project", name=f"Nimi {number}"))
    assert len(played.past) == history.LONGEST
    assert played.past[0].project.name == "Nimi 4"
