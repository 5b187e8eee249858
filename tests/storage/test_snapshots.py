"""A snapshot keeps the project as it was, with the results and pictures that only it still names."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from journeymapper.model import edits
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import Account, Mapping, ResultSet, Wave
from journeymapper.model.tally import Tally
from journeymapper.storage.container import open_project, save_project
from journeymapper.storage.recovery import list_recoveries, read_recovery, write_recovery
from journeymapper.storage.snapshots import project_of, snapshot_of
from journeymapper.storage.tallies import tally_hash

PICTURE, STRANGER = b"a picture", b"nobody's picture"
IMAGE, OTHER = (f"{sha256(data).hexdigest()}.png" for data in (PICTURE, STRANGER))
TALLY = Tally(
    answers={"P1": [1.0]}, segments={}, waves=["2026"], days=[""], counts=[3], weights=[3.0], squares=[3.0],
)  # fmt: skip


@pytest.fixture
def project() -> Project:
    """A project with a picture and with results."""
    made = edits.add_journey(Project(id="project", name="P"), Journey(id="j", name="J"))
    made = edits.add_stage(made, "j", Stage(id="s", name="S"))
    made = edits.add_touchpoint(made, "s", Touchpoint(id="t", name="T", images=(IMAGE,)))
    account = Account(file="a.csv", sha256="0" * 64, read_on=date(2026, 6, 1), rows=3)
    taken = ResultSet(id="r", account=account, mapping=Mapping(), tally=tally_hash(TALLY), waves=("2026",))
    return edits.add_result_set(made, taken, [Wave(id="2026")])


def later(project: Project) -> tuple[Project, dict[str, bytes]]:
    """The project after a snapshot was taken and everything in it was removed."""
    snapshot, document = snapshot_of(project, "snapshot", "Before the workshop", date(2026, 11, 22))
    made = edits.take_snapshot(project, snapshot)
    made = edits.remove(edits.remove(made, "t"), "r")
    return made, {snapshot.document: document, IMAGE: PICTURE, OTHER: STRANGER}


def test_a_snapshot_comes_back_as_it_was(project: Project) -> None:
    emptied, attachments = later(project)
    assert project_of(emptied.snapshots["snapshot"], attachments) == project


def test_a_snapshot_holds_no_snapshots(project: Project) -> None:
    emptied, attachments = later(project)
    second, document = snapshot_of(emptied, "second", "After", date(2026, 11, 23))
    assert project_of(second, {second.document: document}).snapshots == {}
    assert second.document not in attachments


def test_what_only_a_snapshot_names_is_saved_with_the_project(project: Project, tmp_path: Path) -> None:
    emptied, attachments = later(project)
    path = tmp_path / "p.jmap"
    save_project(path, emptied, {tally_hash(TALLY): TALLY}, attachments)
    opened = open_project(path)
    assert set(opened.attachments) == {emptied.snapshots["snapshot"].document, IMAGE}
    assert set(opened.tallies) == {tally_hash(TALLY)}
    restored = project_of(opened.project.snapshots["snapshot"], opened.attachments)
    save_project(tmp_path / "copy.jmap", restored, opened.tallies, opened.attachments)
    assert open_project(tmp_path / "copy.jmap").project == project


def test_a_recovery_keeps_it_too(project: Project, tmp_path: Path) -> None:
    emptied, attachments = later(project)
    write_recovery("window", emptied, {tally_hash(TALLY): TALLY}, attachments, folder=tmp_path)
    (recovery,) = list_recoveries(tmp_path)
    opened = read_recovery(recovery)
    assert tally_hash(TALLY) in opened.tallies
    assert IMAGE in opened.attachments


def test_without_the_snapshot_it_is_not_kept(project: Project, tmp_path: Path) -> None:
    emptied, attachments = later(project)
    path = tmp_path / "p.jmap"
    save_project(path, edits.remove(emptied, "snapshot"), {tally_hash(TALLY): TALLY}, attachments)
    opened = open_project(path)
    assert opened.attachments == {}
    assert opened.tallies == {}


def test_a_document_that_is_missing_or_damaged_is_refused_in_a_sentence(project: Project) -> None:
    emptied, attachments = later(project)
    snapshot = emptied.snapshots["snapshot"]
    with pytest.raises(Refusal, match="Before the workshop is not at hand"):
        project_of(snapshot, {})
    with pytest.raises(Refusal, match="Before the workshop"):
        project_of(snapshot, {snapshot.document: attachments[snapshot.document][:100]})
