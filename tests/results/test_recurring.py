"""Rows that come again are noticed in all waves, whatever the newest one brings; other rows are left in peace."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse, Mapping
from journeymapper.model.tally import Tally
from journeymapper.results.importing import read_results
from journeymapper.results.recurring import Known, Recurring, recurring
from journeymapper.results.taking import Taken, take_in

pytestmark = pytest.mark.usefixtures("here")
TODAY = date(2026, 11, 28)
MONTHLY = Mapping(columns=(ColumnUse(column="grade", point="P1"),), wave_column="day", granularity="month")


class Desk:
    """A project into which files are taken whatever is in them; says what would have been asked."""

    def __init__(self, project: Project, folder: Path) -> None:
        self.known, self.folder, self.number = Known(project, {}), folder, 0

    def bring(self, text: str, mapping: Mapping = MONTHLY) -> tuple[Recurring, ...]:
        self.number += 1
        path = self.folder / f"export {self.number}.csv"
        path.write_text(text, "utf-8")
        imported = read_results(path, mapping, self.known.project, today=TODAY)
        taken: Taken = take_in(self.known.project, self.known.tallies, imported)
        found = recurring(self.known, taken)
        tallies: dict[str, Tally] = {**self.known.tallies, **taken.tallies}
        self.known = Known(taken.project, tallies)
        return found


@pytest.fixture
def desk(project: Callable[..., Project], tmp_path: Path) -> Desk:
    return Desk(project("nps", "csat-mean"), tmp_path)


def rows(*months: int, head: str = "day,grade,id\n", twist: int = 0) -> str:
    lines = [
        f"2026-0{month}-{n % 27 + 1:02},{(n * n + month + twist * n) % 11},m{month}n{n}\n"
        for month in months
        for n in range(40)
    ]
    return head + "".join(lines)


def test_a_growing_export_is_noticed_though_its_newest_wave_is_new(desk: Desk) -> None:
    desk.bring(rows(1))
    (found,) = desk.bring(rows(1, 2))
    assert (found.again, found.rows, found.waves) == (40, 40, ("2026-01",))


def test_a_few_corrected_rows_hide_nothing(desk: Desk) -> None:
    desk.bring(rows(1, 2))
    (found,) = desk.bring(rows(1, 2, 3).replace("2026-01-01,1,", "2026-01-01,9,"))
    assert 70 <= found.again < 80


def test_a_part_of_an_earlier_export_is_noticed_too(desk: Desk) -> None:
    desk.bring(rows(1, 2))
    (found,) = desk.bring(rows(2, 3))
    assert (found.again, found.rows, found.waves) == (40, 80, ("2026-02",))


def test_each_earlier_file_is_named(desk: Desk) -> None:
    desk.bring(rows(1))
    desk.bring(rows(2))
    assert [one.result_set.account.file for one in desk.bring(rows(1, 2, 3))] == ["export 1.csv", "export 2.csv"]


def test_other_rows_of_the_same_months_are_other_answers(desk: Desk) -> None:
    desk.bring(rows(1))
    assert desk.bring(rows(1, twist=3)) == ()


def test_next_months_file_and_other_columns_are_not_asked_about(desk: Desk) -> None:
    desk.bring(rows(1))
    assert desk.bring(rows(2)) == ()
    other = Mapping(columns=(ColumnUse(column="grade", point="P2"),), wave_column="day", granularity="month")
    assert desk.bring(rows(1), other) == ()


def test_known_respondents_tell_for_sure(desk: Desk) -> None:
    known = Mapping(columns=MONTHLY.columns, wave_column="day", granularity="month", respondent="id")
    desk.bring(rows(1), known)
    assert desk.bring(rows(1, 2), known) == ()


def test_a_respondent_that_is_named_too_late_is_no_excuse(desk: Desk) -> None:
    desk.bring(rows(1))
    known = Mapping(columns=MONTHLY.columns, wave_column="day", granularity="month", respondent="id")
    assert [one.again for one in desk.bring(rows(1, 2), known)] == [40]


def test_a_file_without_days_is_compared_by_its_answers(desk: Desk) -> None:
    alone = Mapping(columns=MONTHLY.columns, wave="2026")
    desk.bring(rows(1), alone)
    assert [one.again for one in desk.bring(rows(1, 2), alone)] == [40]
    assert desk.bring(rows(1, 2), Mapping(columns=MONTHLY.columns, wave="2027")) == ()


def test_figures_of_an_agency_that_come_again_are_noticed(desk: Desk) -> None:
    figures = Mapping(aggregates=True)
    desk.bring("point,wave,n,value\nP1,2025,250,41\n", figures)
    (found,) = desk.bring("point,wave,n,value\nP1,2025,250,40\nP1,2026,260,44\n", figures)
    assert (found.again, found.waves) == (250, ("2025",))
    assert desk.bring("point,wave,n,value\nP1,2027,250,41\n", figures) == ()
