"""The samples are what their scripts make, byte for byte."""

import zipfile
from pathlib import Path

import pytest

from sample_projects.drainage.files import write_files
from sample_projects.make_samples import main


def contents(path: Path) -> dict[str, bytes]:
    """A file's bytes; of a zip those of its members, which do not hang on the machine's compressor."""
    if path.suffix not in (".jmap", ".xlsx"):
        return {"": path.read_bytes()}
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_result_files_are_made_the_same_each_time(tmp_path: Path, samples: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    write_files(one)
    write_files(other)
    committed = samples / "drainage_results"
    names = sorted(path.name for path in committed.iterdir())
    assert names == sorted(path.name for path in one.iterdir())
    for name in names:
        assert (one / name).read_bytes() == (other / name).read_bytes(), name
        assert contents(one / name) == contents(committed / name), name


def test_seven_files_have_finnish_headers(samples: Path) -> None:
    folder = samples / "drainage_results"
    finnish = [path for path in folder.iterdir() if path.name.startswith(("k1_", "k2_", "k3_", "k4_", "asia", "tyo"))]
    assert len(finnish) == 7
    for path in finnish:
        text = b"".join(contents(path).values())
        header = text.decode("cp1252" if path.name.startswith("k2_") else "utf-8", "replace")
        assert "vastattu" in header or "aloitettu" in header, path.name


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_projects_are_made_the_same_each_time(tmp_path: Path, samples: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    assert main([str(one)]) == 0
    assert main([str(other)]) == 0
    for project in sorted(samples.glob("*.jmap")):
        assert (one / project.name).read_bytes() == (other / project.name).read_bytes(), project.name
        assert contents(one / project.name) == contents(project), project.name
