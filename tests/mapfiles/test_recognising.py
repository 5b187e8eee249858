"""Which files are maps by their names, and which by how they begin."""

import os
from pathlib import Path

import pytest

from journeymapper.mapfiles.recognising import holds_map


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("deck.PPTX", "", True),
        ("day.mmd", "", True),
        ("page.markdown", "", True),
        ("x.expn", "", True),
        ("x.drawio", "", True),
        ("x.opml", "", True),
        ("x.cjml", "", True),
        ("answers.csv", "stage,touchpoint\nA,B\n", False),
        ("answers.xlsx", "", False),
        ("answers.sav", "", False),
        ("project.jmap", "", False),
        ("x.xml", '<?xml version="1.0"?>\n<mxfile host="app">', True),
        ("x.xml", "<a:CJML xmlns:a='x'><a:plannedJourney/>", True),
        ("x.xml", "<log><trace/></log>", False),
        ("x.svg", '<svg content="&lt;mxfile&gt;">', True),
        ("x.svg", "<svg/>", False),
        ("notes.txt", "Buy\n\tOffer\n\t\tPains: slow; dear\nUse\n\tBegin\n", True),
        ("notes.txt", "- Offer\n- Contract", True),
        ("answers.txt", "P1\tP2\n4\t5\n", False),
        ("answers.txt", "P1;P2\n4;5\n", False),
        ("answers.txt", "", True),
    ],
)
def test_by_name_and_beginning(tmp_path: Path, name: str, content: str, expected: bool) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert holds_map(path) is expected


def test_what_never_ends_is_not_begun(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xml")
    assert not holds_map(tmp_path / "pipe.xml")
    assert not holds_map(tmp_path / "missing.xml")
