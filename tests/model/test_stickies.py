"""Notes and actions: hung elsewhere, put in another order, copied with or without what they hang on."""

import pytest

from journeymapper.model import edits
from journeymapper.model.fragment import fragment_of
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Action, Note, Project
from tests.model.counting import counting
from tests.model.test_fragments import carried_over, empty

OFFER, CONTRACT = Anchor("touchpoint", "offer"), Anchor("touchpoint", "contract")


@pytest.fixture
def full(project: Project) -> Project:
    """The small project with notes a, b, c at the contract besides the offer's own, and a second action there."""
    for key in "abc":
        project = edits.add_note(project, Note(id=key, text=key, anchor=CONTRACT))
    return edits.add_action(project, Action(id="later", title="Later", anchor=CONTRACT))


def sound(project: Project) -> Project:
    verify(project)
    assert broken_references(project) == []
    return project


@pytest.mark.parametrize(
    ("index", "order"),
    [
        (0, ("note", "a", "b", "c")),
        (1, ("a", "note", "b", "c")),
        (3, ("a", "b", "c", "note")),
        (None, ("a", "b", "c", "note")),
    ],
)
def test_a_note_is_hung_between_those_of_another_card(full: Project, index: int | None, order: tuple[str, ...]) -> None:
    after = sound(edits.hang(full, ["note"], CONTRACT, index))
    assert after.notes["note"].anchor == CONTRACT
    assert after.note_order == order


def test_several_keep_the_order_in_which_they_come_and_their_kinds_apart(full: Project) -> None:
    after = sound(edits.hang(full, ["c", "a", "later"], OFFER, 0))
    assert after.note_order == ("c", "a", "note", "b")
    assert after.action_order == ("later", "action")
    assert {after.notes[key].anchor.id for key in "ac"} == {"offer"}


def test_hanging_it_where_it_is_changes_nothing(full: Project) -> None:
    assert edits.hang(full, ["b"], CONTRACT, 1) is full
    assert edits.hang(full, ["note"], OFFER) is full


def test_only_notes_and_actions_are_hung_and_only_on_what_is_there(full: Project) -> None:
    with pytest.raises(Refusal, match="neither a note nor an action"):
        edits.hang(full, ["offer"], CONTRACT)
    with pytest.raises(Refusal, match="nothing with the id gone"):
        edits.hang(full, ["a"], Anchor("touchpoint", "gone"))


def test_copies_lie_behind_what_they_copy(full: Project) -> None:
    after = sound(edits.copy_stickies(full, ["a", "action"], counting("new-")))
    assert after.note_order == ("note", "a", "new-note-1", "b", "c")
    assert after.action_order == ("action", "new-action-1", "later")
    assert (after.notes["new-note-1"].text, after.actions["new-action-1"].anchor) == ("a", OFFER)


def test_a_copied_note_hangs_on_what_it_is_pasted_on(full: Project) -> None:
    fragment = carried_over(fragment_of(full, ["a", "action"]))
    here = sound(edits.insert_fragment(full, "journey", "", None, fragment, counting("new-"), OFFER))
    assert here.notes["new-note-1"].anchor == here.actions["new-action-1"].anchor == OFFER
    there = sound(edits.insert_fragment(empty(), "there", "", None, fragment, counting("new-"), None))
    assert there.notes["new-note-1"].anchor == Anchor("journey", "there")


def test_a_note_copied_with_its_card_stays_on_the_copy(full: Project) -> None:
    fragment = carried_over(fragment_of(full, ["contract", "a", "note"]))
    after = sound(
        edits.insert_fragment(full, "journey", "journey-work", None, fragment, counting("new-"), OFFER)
    )  # fmt: skip
    new = [after.notes[key] for key in after.note_order if key.startswith("new-")]
    assert sorted((one.text, one.anchor.id) for one in new) == [
        ("a", "new-touchpoint-1"), ("b", "new-touchpoint-1"), ("c", "new-touchpoint-1"), ("lappu", "offer"),
    ]  # fmt: skip


def test_a_link_alone_is_not_copied(full: Project) -> None:
    with pytest.raises(Refusal, match="Only stages, touchpoints, notes and actions"):
        fragment_of(full, ["link"])
