"""A share counts what it names, its counterpart, and nothing else: what is neither is left out with its reason."""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse
from journeymapper.results.importing import Imported
from tests.results.test_importing import answers, read, reasons, use

pytestmark = pytest.mark.usefixtures("here")
Files = Callable[..., Path]
Projects = Callable[..., Project]


def asked(imported: Imported) -> list[str]:
    return [one.message.english() for one in imported.result_set.account.doubts]


def meaning(used: ColumnUse, **numbers: float) -> ColumnUse:
    """The use with what its codes mean; a code is written with an underscore before it."""
    return msgspec.structs.replace(used, recode=tuple((text.removeprefix("_"), n) for text, n in numbers.items()))


def test_codes_that_nobody_explained_are_asked_about_and_not_counted(data: Path, project: Projects) -> None:
    """Q15PROBLEM: by the code list of 2015 it is 1 yes, 2 no, 3 don't know, 0 blank."""
    path = data / "surveys" / "2015_SFO_Customer_Survey_20250817.csv"
    with path.open(encoding="utf-8", newline="") as file:
        by_hand = Counter(row["Q15PROBLEM"] for row in csv.DictReader(file))
    assert by_hand == {"2": 2513, "1": 318, "0": 102, "3": 25}
    unexplained = read(path, project("share:no"), use("Q15PROBLEM", "P1"))
    assert unexplained.result_set.account.used == {"P1": 0}
    assert asked(unexplained) == ["Q15PROBLEM holds the codes 2, 1, 0, 3: which of them mean “no”?"]
    told = meaning(use("Q15PROBLEM", "P1", "0"), _2=1, _1=0)
    half = read(path, project("share:no"), told)
    assert answers(half.tally, "P1") == {1: 2513, 0: 318}
    assert {reason: count for reason, (count, _) in reasons(half).items()} == {"missing code": 102, "unclear": 25}
    assert asked(half) == ["Q15PROBLEM holds the codes 3: which of them mean “no”?"]
    whole = read(path, project("share:no"), msgspec.structs.replace(told, missing=("0", "3")))
    assert asked(whole) == []


@pytest.mark.parametrize(
    ("column", "metric", "counted", "others"),
    [
        ("FAMHXCVR", "share:yes", 62, 178),
        ("FAMHXCVR", "share:no", 178, 62),
        ("VITAL10", "share:alive", 179, 61),
        ("FIRSTCHD", "share:no chd", 120, 120),
        ("CHD", "share:yes", 120, 120),
    ],
)
def test_what_the_file_calls_its_codes_is_what_counts(
    data: Path, project: Projects, column: str, metric: str, counted: int, others: int
) -> None:
    """As pyreadstat alone counts and names the codes: N is NO, 0 is ALIVE, 1 is NO CHD; those of CHD have no names."""
    imported = read(data / "exports" / "foreign_electric.sav", project(metric), use(column, "P1"))
    assert answers(imported.tally, "P1") == {1: counted, 0: others}
    assert asked(imported) == []


def test_labels_that_say_something_else_are_asked_about(data: Path, project: Projects) -> None:
    imported = read(data / "exports" / "foreign_electric.sav", project("share:yes"), use("VITAL10", "P1"))
    assert asked(imported) == ["VITAL10 holds the codes 0 (ALIVE), 1 (DEAD): which of them mean “yes”?"]
    assert imported.result_set.account.used == {"P1": 0}


@pytest.mark.parametrize(
    ("metric", "cells", "doubt"),
    [
        ("share:yes", ["Yes", "No"] * 9, ""),
        ("share:yes", ["Yes", "No", "N/A", "Don't know"] * 9, ""),
        ("share:yes", ["Yes", "Partly", "No"] * 9, ""),
        ("share:yes", ["Yes", "No", "Perhaps"] * 9, "“Perhaps” are neither “yes” nor its counterpart"),
        ("share:yes", ["1", "0"] * 9, ""),
        ("share:yes", ["1", "0", "9"] * 9, "holds the codes 1, 0, 9: which of them mean “yes”?"),
        ("share:yes", ["1 - Yes", "2 - No", "9 - Don't know"] * 9, ""),
        ("share:yes", ["Yes", ""] * 9, "says “yes” or nothing"),
        ("share:won", ["Won", "Lost", "Open"] * 9, ""),
        ("share:won", ["Yes", "No"] * 9, "no answer is “won”"),
        ("share:5", ["5", "4", "3", "2", "1", "99"] * 9, "99 may mean no answer"),
    ],
)
def test_what_a_share_asks(file: Files, project: Projects, metric: str, cells: list[str], doubt: str) -> None:
    path = file("id,q\n" + "".join(f"{n},{cell}\n" for n, cell in enumerate(cells)))
    said = asked(read(path, project(metric), use("q", "P1")))
    assert len(said) == bool(doubt)
    assert doubt in "".join(said)


def test_codes_with_their_labels_beside_them(file: Files, project: Projects) -> None:
    path = file("id,q\n" + "1,1 - Yes\n2,2 - No\n3,9 - Don't know\n" * 3)
    imported = read(path, project("share:yes"), use("q", "P1"))
    assert answers(imported.tally, "P1") == {1: 3, 0: 3}
    assert dict(imported.result_set.mapping.columns[0].recode) == {"1 - Yes": 1, "2 - No": 0}


def test_what_tells_who_somebody_is_is_not_asked_about_by_its_words(file: Files, project: Projects) -> None:
    path = file("id,q\n" + "".join(f"{n},person{n % 3}@example.com\n" for n in range(30)))
    imported = read(path, project("share:yes"), use("q", "P1"))
    assert "example.com" not in str(imported.result_set.account)
    assert imported.result_set.account.used == {"P1": 0}
