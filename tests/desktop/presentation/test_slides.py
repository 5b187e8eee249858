"""A stage's slides hold its own cards and lanes, in type that is never smaller than promised."""

import pytest

from journeymapper.desktop.presentation.slides import LEAST_COLUMN, Room, room_of, slides, stops_of
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.model import edits
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.picture.primitives import Picture, Text
from journeymapper.storage.container import Opened


def journey_of(session: Session) -> Journey:
    return session.project.journeys["journey"]


def owners(pages: list[Picture], part: str = "card") -> list[str]:
    return [group.owner for page in pages for group in page.groups if group.part == part]


def words(pages: list[Picture]) -> str:
    items = (item for page in pages for group in page.groups for item in group.items)
    return " ".join(item.text for item in items if isinstance(item, Text))


@pytest.fixture
def room() -> Room:
    return room_of(1840, 900, 1080, 100)


def test_it_stops_at_the_whole_map_and_at_every_stage(session: Session, room: Room) -> None:
    stops = stops_of(journey_of(session))
    assert stops == ["", "agree", "work", "after"]
    whole = slides(session, journey_of(session), "", room, results=False)
    assert len(whole) == 1
    assert set(owners(whole)) == {"offer", "contract", "digging", "change", "final"}


def test_a_stage_shows_its_own_touchpoints_actions_and_notes_only(session: Session, room: Room) -> None:
    first = slides(session, journey_of(session), "agree", room, results=False)
    second = slides(session, journey_of(session), "work", room, results=False)
    assert set(owners(first)) == {"offer", "contract"}
    assert "Frost" not in words(first)
    assert "Frost" in words(second)
    assert "Call first" in words(second)


def test_scores_are_shown_only_where_they_are_asked_for(session: Session, room: Room) -> None:
    hidden = slides(session, journey_of(session), "agree", room, results=False)
    shown = slides(session, journey_of(session), "agree", room, results=True)
    assert "n 72" not in words(hidden)
    assert "n 72" in words(shown)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_every_card_of_a_long_stage_is_on_one_page_set_and_wide_enough(
    project: Project, view: View, percent: int
) -> None:
    names = [f"Step {number}" for number in range(30)]
    for number, name in enumerate(names):
        project = edits.add_touchpoint(project, "after", Touchpoint(id=f"step{number}", name=name))
    session = Session(Opened(project, {}, {}, False, None), view)
    room = room_of(1840, 900, 1080, percent)
    pages = slides(session, project.journeys["journey"], "after", room, results=False)
    assert set(owners(pages)) == {"final", *(f"step{number}" for number in range(30))}
    for page in pages:
        pixels = room.width / page.width
        cards = [group for group in page.groups if group.part == "card"]
        assert all(card.width * pixels >= (LEAST_COLUMN - 4) * room.scale for card in cards)
        assert page.height * pixels <= room.height + 1


def test_an_empty_stage_has_a_page(project: Project, view: View, room: Room) -> None:
    empty = edits.remove(project, "final")
    session = Session(Opened(empty, {}, {}, False, None), view)
    assert len(slides(session, empty.journeys["journey"], "after", room, results=False)) == 1


def test_filters_and_the_question_of_assumptions_hold_in_the_presentation_too(session: Session, room: Room) -> None:
    session.apply(Message("Add"), lambda project: edits.change(project, "offer", channels=("phone",)))
    plain = slides(session, journey_of(session), "agree", room, results=False)
    session.look(channels=("phone",))
    filtered = slides(session, journey_of(session), "agree", room, results=False)
    before, after = (
        {group.owner: group for page in pages for group in page.groups if group.part == "card"}
        for pages in (plain, filtered)
    )
    assert before["offer"] == after["offer"]
    assert before["contract"] != after["contract"]


@pytest.mark.parametrize("percent", [100, 200])
def test_the_whole_map_can_be_read_from_the_last_row(project: Project, view: View, percent: int) -> None:
    for number in range(40):
        project = edits.add_touchpoint(project, "work", Touchpoint(id=f"t{number}", name=f"Touchpoint {number}"))
    session = Session(Opened(project, {}, {}, False, None), view)
    room = room_of(1840, 900, 1080, percent)
    pages = slides(session, journey_of(session), "", room, results=False)
    assert len(pages) > 1
    assert sorted(owners(pages)) == sorted(journey_of(session).touchpoints)
    for page in pages:
        names = [item.size for group in page.groups if group.part == "card" for item in group.items
                 if isinstance(item, Text)]  # fmt: skip
        assert min(names) * room.width / page.width >= 12 * percent / 100
        assert page.height * room.width / page.width <= room.height * 1.05


def test_what_is_no_overview_is_left_to_the_stages(session: Session, room: Room) -> None:
    session.apply(Message("Rename"), lambda project: edits.change(project, "offer", doing="Reads it twice", feeling=1))
    (whole,) = slides(session, journey_of(session), "", room, results=False)
    assert "Reads it twice" not in words([whole])
    assert "offer" in owners([whole], "feeling")
    assert "Reads it twice" in words(slides(session, journey_of(session), "agree", room, results=False))
