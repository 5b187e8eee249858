"""What the document can be compared with, and a journey told as if it were another one."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from journeymapper.desktop.compare.versions import as_if, offers
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.compare import compare, take_over
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Touchpoint
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project
from journeymapper.storage.snapshots import snapshot_of


@pytest.fixture
def two_states(project: Project) -> tuple[Project, str]:
    """The project with a future state of its journey, in which one touchpoint is new, one gone and one renamed."""
    made = edits.copy_journey(project, "journey", new_id, state="future")
    future = next(key for key in made.journeys if key != "journey")
    parts = {touchpoint.name: touchpoint.id for touchpoint in made.journeys[future].touchpoints.values()}
    made = edits.remove(made, parts["Digging"])
    made = edits.change(made, parts["Offer"], expectation="a price within a day")
    stage = made.journeys[future].stage_order[0]
    return edits.add_touchpoint(made, stage, Touchpoint(id="call", name="Video call"), 1), future


def test_a_journey_in_another_state_differs_in_what_was_changed_there(two_states: tuple[Project, str]) -> None:
    project, future = two_states
    differences = compare(project, as_if(project, "journey", future))
    told = {(one.kind, one.name, one.field) for one in differences if one.field not in ("shown_point", "votes")}
    assert told == {
        ("added", "Video call", ""),
        ("removed", "Digging", ""),
        ("changed", "Offer", "expectation"),
    }


def test_taking_everything_over_makes_the_journeys_alike(two_states: tuple[Project, str]) -> None:
    project, future = two_states
    other = as_if(project, "journey", future)
    merged = take_over(project, other, compare(project, other))
    assert merged.journeys[future] == project.journeys[future]
    names = [touchpoint.name for touchpoint in merged.journeys["journey"].ordered_touchpoints()]
    assert names == [touchpoint.name for touchpoint in project.journeys[future].ordered_touchpoints()]
    assert compare(merged, as_if(merged, "journey", future)) == []


def test_the_same_journey_in_another_state_is_offered_first(two_states: tuple[Project, str], session: Session) -> None:
    project, future = two_states
    session.apply(Message("Copy journey"), lambda _project: project)
    assert [offer.key for offer in offers(session)] == [f"journey:{future}"]
    assert offers(session)[0].words == "Journey: Renovation (future state)"


def test_snapshots_are_offered_the_newest_first(session: Session) -> None:
    for number in (1, 2):
        taken, document = snapshot_of(session.project, f"snapshot{number}", f"No. {number}", date(2026, 11, number))
        session.bring({}, {taken.document: document})
        session.apply(Message("Take snapshot"), lambda project, one=taken: edits.take_snapshot(project, one))  # type: ignore[misc]
    found = offers(session)
    assert [offer.words for offer in found] == ["Snapshot: No. 2, 2 Nov 2026", "Snapshot: No. 1, 1 Nov 2026"]
    assert compare(found[1].load().project, session.project) == []


def test_the_saved_file_and_its_backups_are_offered(session: Session, tmp_path: Path) -> None:
    session.save(tmp_path / "p.jmap")
    before = session.project
    session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Tarjous"))
    session.save()
    session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Offert"))
    found = {offer.key: offer.load() for offer in offers(session)}
    assert list(found) == ["saved", "backup:0"]
    assert found["saved"].project.journeys["journey"].touchpoints["offer"].name == "Tarjous"
    assert found["backup:0"].project == before


def test_a_snapshot_without_its_document_is_refused(session: Session) -> None:
    taken, _ = snapshot_of(session.project, "snapshot", "Lost", date(2026, 11, 1))
    lost = msgspec.structs.replace(taken, document=f"{'0' * 64}.json")
    session.apply(Message("Take snapshot"), lambda project: edits.take_snapshot(project, lost))
    with pytest.raises(Refusal, match="Lost"):
        offers(session)[0].load()
