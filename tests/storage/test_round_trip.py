"""Whatever a project holds comes back as it was, as the same bytes."""

import tempfile
from pathlib import Path

import msgspec
from hypothesis import given, settings

from journeymapper.model.project import Project
from journeymapper.model.tally import Tally
from journeymapper.storage.container import open_project, save_project
from journeymapper.storage.documents import decode_document, encode_document
from journeymapper.storage.recovery import list_recoveries, read_recovery, write_recovery
from journeymapper.storage.tallies import tally_hash
from tests.strategies import projects

TALLIES = {tally_hash(Tally()): Tally()}


def with_tallies(project: Project) -> Project:
    """The project with result sets whose tally is at hand."""
    (name,) = TALLIES
    held = {key: msgspec.structs.replace(one, tally=name) for key, one in project.result_sets.items()}
    return msgspec.structs.replace(project, result_sets=held)


@settings(deadline=None, max_examples=40)
@given(projects().map(with_tallies))
def test_a_project_comes_back_as_it_was(project: Project) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jmap"
        save_project(path, project, TALLIES)
        first = path.read_bytes()
        opened = open_project(path)
        assert opened.project == project
        save_project(path, opened.project, opened.tallies, since=opened.stamp)
        assert path.read_bytes() == first


@settings(deadline=None, max_examples=20)
@given(projects().map(with_tallies))
def test_unsaved_work_comes_back_as_it_was(project: Project) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_recovery("window", project, TALLIES, folder=Path(folder))
        (found,) = list_recoveries(Path(folder))
        assert read_recovery(found).project == project


@settings(deadline=None, max_examples=40)
@given(projects())
def test_a_plain_document_comes_back_as_it_was(project: Project) -> None:
    data = encode_document(project)
    document = decode_document(data, "document.json")
    assert document.project == project
    assert encode_document(document.project) == data
    assert data.endswith(b"}\n")
