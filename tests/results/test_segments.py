"""Bands, rules, filters, bases and respondents of a small file, against what a reader counts by hand."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import Band, ColumnUse, CommentUse, Mapping, Rule
from journeymapper.model.tally import Tally
from journeymapper.results.importing import Imported, read_results
from journeymapper.results.segments import banded
from journeymapper.storage.parts import comments

pytestmark = pytest.mark.usefixtures("here")
TEXT = """who,score,moved,told,age,why,First name
a,10,no,,17,Kiitos Maija!,Zed
b,9,yes,5,18,,
c,2,yes,1,34,Call 040 1234567,
d,3,,,55,Zed was here,Zed
A ,8,no,2,,fine,
"""
DATES = '"on time" if moved = "no" else "moved, told in time" if told >= 3 else "moved, told late"'


def bring(file: Callable[..., Path], project: Callable[..., Project], **settings: object) -> Imported:
    mapping = Mapping(columns=(ColumnUse(column="score", point="P1"),), wave="2026", **settings)  # type: ignore[arg-type]
    return read_results(file(TEXT), mapping, project("nps"), today=date(2026, 11, 28))


def counted(tally: Tally, segment: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for value, count in zip(tally.segments[segment], tally.counts, strict=True):
        found[value] += count
    return found


def test_a_rule_of_three_values(file: Callable[..., Path], project: Callable[..., Project]) -> None:
    imported = bring(file, project, rules=(Rule(name="dates", expression=DATES),))
    assert counted(imported.tally, "dates") == {
        "on time": 2, "moved, told in time": 1, "moved, told late": 1, "": 1,
    }  # fmt: skip


def test_bands_of_numbers(file: Callable[..., Path], project: Callable[..., Project]) -> None:
    imported = bring(file, project, bands=(Band(column="age", edges=("0", "18", "35", "55")),))
    assert counted(imported.tally, "age") == {"0–17": 1, "18–34": 2, "55+": 1, "": 1}


def test_bands_of_days_and_of_fractions() -> None:
    days = Band(column="d", edges=("2026-01-01", "2026-04-01"))
    assert banded(["31.12.2025", "2026-03-31", "1.4.2026", "x"], days, ".") == [
        "", "2026-01-01–2026-03-31", "2026-04-01–", "",
    ]  # fmt: skip
    assert banded(["0,4", "0,5", "9"], Band(column="n", edges=("0", "0.5")), ",") == ["0–<0.5", "0.5+", "0.5+"]


@pytest.mark.parametrize("edges", [("5", "5"), ("9", "1"), ("x",)])
def test_edges_that_do_not_rise_are_refused(edges: tuple[str, ...]) -> None:
    with pytest.raises(Refusal):
        banded(["1"], Band(column="n", edges=edges), ".")


def test_filter_and_base_are_counted_by_row(file: Callable[..., Path], project: Callable[..., Project]) -> None:
    use = ColumnUse(column="score", point="P1", base="moved = 'yes'")
    mapping = Mapping(columns=(use,), wave="2026", where="age >= 18")
    account = read_results(file(TEXT), mapping, project("nps"), today=date(2026, 11, 28)).result_set.account
    assert account.used == {"P1": 2}
    assert account.filtered == 2
    assert {(one.reason, one.count, one.rows) for one in account.unused} == {
        ("filtered out", 2, (2, 6)), ("not in the base", 1, (5,)),
    }  # fmt: skip


def test_respondents_are_keys_and_no_names(file: Callable[..., Path], project: Callable[..., Project]) -> None:
    imported = bring(file, project, respondent="who")
    keys = imported.tally.respondents
    assert len(set(keys)) == 4
    assert imported.result_set.account.respondents == 4
    assert all(len(key) == 20 and set(key) <= set("0123456789abcdef") for key in keys)
    assert imported.salt
    other = bring(file, project, respondent="who")
    assert not set(keys) & set(other.tally.respondents), "another project, another salt"


def test_comments_are_kept_only_when_asked_and_masked(
    file: Callable[..., Path], project: Callable[..., Project]
) -> None:
    assert bring(file, project).attachments == {}
    imported = bring(file, project, comments=(CommentUse(column="why", point="P1"),))
    kept = comments(imported.attachments, imported.result_set.comments).comments
    assert [(one.text, one.answer, one.wave) for one in kept] == [
        ("Kiitos •••!", 10, "2026"), ("Call •••", 2, "2026"), ("••• was here", 3, "2026"), ("fine", 8, "2026"),
    ]  # fmt: skip
    assert imported.result_set.account.comments == {"P1": 4}


def test_comments_of_rows_that_do_not_count_are_not_kept(
    file: Callable[..., Path], project: Callable[..., Project]
) -> None:
    path = file("day,score,moved,why\n2026-01-02,9,yes,kept\n2026-01-03,9,no,not in the base\nsoon,9,yes,no wave\n"
                "2026-01-05,,yes,without a score\n2025-12-31,9,yes,filtered\n")  # fmt: skip
    mapping = Mapping(
        columns=(ColumnUse(column="score", point="P1", base="moved = 'yes'"),),
        comments=(CommentUse(column="why", point="P1"),),
        wave_column="day",
        granularity="year",
        where="day >= '2026-01-01' or day = 'soon'",
    )
    imported = read_results(path, mapping, project("nps"), today=date(2026, 11, 28))
    kept = comments(imported.attachments, imported.result_set.comments).comments
    assert [(one.text, one.answer) for one in kept] == [("kept", 9), ("without a score", None)]


def test_recoded_texts_and_a_scale_turned_round(file: Callable[..., Path], project: Callable[..., Project]) -> None:
    path = file("ease,mood\nhard,bad\nEasy ,good\neasy,good\n,?\n")
    uses = (
        ColumnUse(column="ease", point="P1", recode=(("hard", 1), ("easy", 5)), reverse=True),
        ColumnUse(column="mood", point="P2", recode=(("bad", 2), ("good", 7))),
    )
    imported = read_results(path, Mapping(columns=uses, wave="1"), project("ces1", "ces2"), today=date(2026, 1, 1))
    rows = zip(imported.tally.answers["P1"], imported.tally.answers["P2"], imported.tally.counts, strict=True)
    assert sorted(rows, key=str) == [(1.0, 7.0, 2), (5.0, 2.0, 1)]
