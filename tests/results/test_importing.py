"""From a file and a mapping to a result set: what counts, what does not and why, and what is refused."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse, Mapping, Wave
from journeymapper.model.tally import Tally
from journeymapper.results.importing import Imported, read_results
from journeymapper.results.inspecting import inspect_file
from journeymapper.results.rivals import rivals_of

TODAY = date(2026, 11, 22)
Files = Callable[..., Path]
Projects = Callable[..., Project]

pytestmark = pytest.mark.usefixtures("here")


def use(column: str, point: str, *missing: str, answer: str = "", total: bool = False) -> ColumnUse:
    return ColumnUse(column=column, point=point, missing=missing, answer=answer, total=total)


def read(path: Path, project: Project, *uses: ColumnUse, **settings: object) -> Imported:
    mapping = msgspec.structs.replace(Mapping(columns=uses, wave="2026"), **settings)
    return read_results(path, mapping, project, today=TODAY)


def answers(tally: Tally, point: str) -> dict[float, int]:
    """How often each answer was given."""
    counted: Counter[float] = Counter()
    for answer, count in zip(tally.answers[point], tally.counts, strict=True):
        if answer is not None:
            counted[answer] += count
    return dict(counted)


def rows(tally: Tally) -> Iterator[tuple[object, ...]]:
    columns = [*tally.answers.values(), *tally.segments.values(), tally.waves, tally.days, tally.counts]
    return zip(*columns, strict=True)


def reasons(imported: Imported) -> dict[str, tuple[int, tuple[int, ...]]]:
    return {unused.reason: (unused.count, unused.rows) for unused in imported.result_set.account.unused}


def test_every_cell_is_an_answer_or_is_counted_with_its_reason(file: Files, project: Projects) -> None:
    path = file("id;nps\n1;10\n2;\n3;11\n4;7,5\n5;hyvä\n6;99\n7;−1\n8;0\n9;10 - loistava\n")
    imported = read(path, project("nps"), use("nps", "P1", "99"))
    assert answers(imported.tally, "P1") == {10: 2, 0: 1}
    assert reasons(imported) == {
        "blank": (1, (3,)),
        "off the scale": (3, (4, 5, 8)),
        "not a number": (1, (6,)),
        "missing code": (1, (7,)),
    }
    account = imported.result_set.account
    assert account.used["P1"] + sum(unused.count for unused in account.unused) == account.rows == 9
    assert (account.decimal, account.delimiter, account.columns_left) == (",", ";", ("id",))
    assert next(unused.examples for unused in account.unused if unused.reason == "off the scale") == ("11", "7,5", "−1")


@pytest.mark.parametrize(
    ("metric", "cells", "expected"),
    [
        ("csat", ["1", "5", "0", "6", "4.5"], {1: 1, 5: 1, 4.5: 1}),
        ("ces1", ["1", "5", "6"], {1: 1, 5: 1}),
        ("ces2", ["7", "8", "7 agree"], {7: 2}),
        ("stars", ["5", "4.5", "5.5"], {5: 1, 4.5: 1}),
        ("smiley", ["4", "1", "5"], {4: 1, 1: 1}),
        ("p90:30..0", ["45", "-3", "12.5", "1e400", "5 min"], {45: 1, -3: 1, 12.5: 1}),
        ("fcr", ["yes", "no", "1", "0", "Kyllä", "ei", "TRUE", "maybe"], {1: 4, 0: 3}),
        ("share:yes", ["YES ", "ja", "partly", "", "no", "perhaps", "N/A", "En osaa sanoa"], {1: 2, 0: 2}),
        ("share:yes", ["1", "2", "2", "1", "9", "0"], {}),
        ("share:yes", ["1", "0", "1", "1.0"], {1: 3, 0: 1}),
        ("share:no", ["N", "y", "2"], {1: 1, 0: 1}),
        ("share:0", ["0", "no", "ei", "1", "0.0"], {1: 4, 0: 1}),
        ("share:won", ["Won", "lost", "open", "not applicable", "99", "no"], {1: 1, 0: 3}),
        ("share:5", ["5", "5.0", "4", "n/a"], {1: 2, 0: 1}),
    ],
)
def test_what_counts_as_an_answer(
    file: Files, project: Projects, metric: str, cells: list[str], expected: dict[float, int]
) -> None:
    path = file("q,other\n" + "".join(f"{cell},x\n" for cell in cells))
    assert answers(read(path, project(metric), use("q", "P1")).tally, "P1") == expected


def test_a_missing_code_is_no_answer_of_a_share_either(file: Files, project: Projects) -> None:
    path = file("q,x\nyes,1\nno,1\nEn osaa sanoa,1\n")
    imported = read(path, project("share:yes"), use("q", "P1", "en osaa sanoa"))
    assert answers(imported.tally, "P1") == {1: 1, 0: 1}
    assert reasons(imported) == {"missing code": (1, (4,))}


def test_a_missing_code_is_compared_as_a_number_too(file: Files, project: Projects) -> None:
    imported = read(file("q;x\n9,0;1\n9;1\n3;1\n"), project("mean"), use("q", "P1", "9"))
    assert answers(imported.tally, "P1") == {3: 1}


@pytest.mark.parametrize(
    ("granularity", "labels"),
    [
        ("month", ("2026-01", "2026-06", "2026-12")),
        ("quarter", ("2026-Q1", "2026-Q2", "2026-Q4")),
        ("half", ("2026-H1", "2026-H2")),
        ("year", ("2026",)),
        (None, ("2026-01", "2026-06", "2026-12")),
    ],
)
def test_days_become_periods_and_stay_in_the_tally(
    file: Files, project: Projects, granularity: str | None, labels: tuple[str, ...]
) -> None:
    path = file("when;q\n31.12.2026;5\n1.1.2026 klo 9.30;4\n30.6.2026;3\nlater;2\n;1\n")
    imported = read(path, project("csat"), use("q", "P1"), wave="", wave_column="when", granularity=granularity)
    assert tuple(wave.id for wave in imported.waves) == labels == imported.result_set.waves
    assert {(day, answer) for answer, _, day, _ in rows(imported.tally)} == {
        ("2026-12-31", 5), ("2026-01-01", 4), ("2026-06-30", 3)
    }  # fmt: skip
    assert reasons(imported) == {"no wave": (2, (5, 6))}


def test_a_period_knows_its_first_and_last_day(file: Files, project: Projects) -> None:
    path = file("when,q\n2024-02-29,5\n")
    [wave] = read(path, project("csat"), use("q", "P1"), wave="", wave_column="when", granularity="month").waves
    assert wave == Wave(id="2024-02", starts=date(2024, 2, 1), ends=date(2024, 2, 29))


def test_a_column_of_labels_gives_the_waves(file: Files, project: Projects) -> None:
    path = file("round,q\nSpring,5\nAutumn,4\nSpring,3\n,1\n")
    imported = read(path, project("csat"), use("q", "P1"), wave="", wave_column="Round")
    assert imported.waves == (Wave(id="Spring"), Wave(id="Autumn"))
    assert set(rows(imported.tally)) == {(5, "Spring", "", 1), (4, "Autumn", "", 1), (3, "Spring", "", 1)}


def test_days_that_could_be_two_days_are_not_guessed(file: Files, project: Projects) -> None:
    path = file("when,q\n03/04/2026,5\n05/05/2026,4\n")
    imported = read(path, project("csat"), use("q", "P1"), wave="", wave_column="when", granularity="month")
    assert set(rows(imported.tally)) == {(4, "2026-05", "2026-05-05", 1)}
    assert reasons(imported) == {"unclear date": (1, (2,))}


@pytest.mark.parametrize(
    ("closing", "used", "totals"),
    [
        ("Keskiarvo,8.2\nn,4\n", 4, 2),
        ("n,4\nMean,8.2\n", 4, 2),
        ("N,4\n", 5, 0),  # nothing says that this is no answer of somebody called N
        ("v5,4\nN,3\n", 6, 0),
    ],
)
def test_the_number_of_answers_is_no_answer_beside_a_mean(
    file: Files, project: Projects, closing: str, used: int, totals: int
) -> None:
    path = file("who,q\nv1,5\nv2,4\nv3,3\nv4,2\n" + closing)
    imported = read(path, project("csat"), use("q", "P1"))
    assert imported.result_set.account.used["P1"] == used
    assert sum(one.count for one in imported.result_set.account.unused if one.reason == "total row") == totals
    (asked,) = [column for column in inspect_file(path).columns if column.name == "q"]
    assert sum(count for _, count in asked.counts) == used


def test_rows_of_noes_at_the_end_are_no_totals(file: Files, project: Projects) -> None:
    path = file("again,q\nY,5\nN,4\nY,3\nN,2\nN,1\nTotal,15\n")
    assert read(path, project("csat"), use("q", "P1")).result_set.account.used["P1"] == 5


def test_groups_over_the_names_are_put_before_them(file: Files, project: Projects) -> None:
    path = file("Report\n\nWho,Offer,,Work,\n,Ease,Visit,Digging,Mark\nv1,3,4,5,8\nv2,2,5,4,7\n")
    names = [column.name for column in inspect_file(path).columns]
    assert names == ["Who", "Offer: Ease", "Offer: Visit", "Work: Digging", "Work: Mark"]
    imported = read(path, project("csat"), use("Work: Digging", "P1"))
    assert (answers(imported.tally, "P1"), imported.result_set.account.unused) == ({5: 1, 4: 1}, ())


def test_a_first_answer_of_words_is_not_taken_for_names(file: Files) -> None:
    path = file("Who,,Comment\nv1,x,well done\nv2,y,not so well\n")
    assert inspect_file(path).columns[2].name == "Comment"


@pytest.mark.parametrize(("order", "month"), [("dmy", "2026-04"), ("mdy", "2026-03")])
def test_days_that_could_be_two_days_are_read_as_the_mapping_says(
    file: Files, project: Projects, order: str, month: str
) -> None:
    path = file("when,q\n03/04/2026,5\n")
    imported = read(path, project("csat"), use("q", "P1"), wave="", wave_column="when", date_order=order)
    assert imported.result_set.waves == (month,)


def test_surveymonkey_writes_the_month_first(file: Files, project: Projects) -> None:
    path = file(
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,How satisfied are you?\n,,,,,Response\n"
        "1,9,03/01/2026 09:00:00 AM,03/01/2026 09:05:00 AM,1.2.3.4,5\n"
        "2,9,03/02/2026 09:00:00 AM,03/02/2026 09:05:00 AM,1.2.3.4,4\n"
    )
    use_of = use("How satisfied are you?", "P1")
    imported = read(path, project("csat"), use_of, wave="", wave_column="Start Date", granularity="month")
    assert imported.result_set.waves == ("2026-03",)
    (start,) = [column for column in inspect_file(path).columns if column.name == "Start Date"]
    assert (start.kind, start.low, start.high) == ("date", "2026-03-01", "2026-03-02")


@pytest.mark.parametrize(("first", "second"), [("20260315", "20260401"), ("46096", "46113.5")])
def test_days_as_numbers(file: Files, project: Projects, first: str, second: str) -> None:
    """As web analytics write them, and as spreadsheets count them."""
    path = file(f"Date,q\n{first},5\n{second},4\n")
    imported = read(path, project("csat"), use("q", "P1"), wave="", wave_column="Date", granularity="month")
    assert {row[1:3] for row in rows(imported.tally)} == {("2026-03", "2026-03-15"), ("2026-04", "2026-04-01")}
    assert inspect_file(path).columns[0].kind == "date"


def test_a_column_of_names_is_no_column_of_waves(file: Files, project: Projects) -> None:
    path = file("name,q\n" + "".join(f"customer {number},5\n" for number in range(500)))
    with pytest.raises(Refusal, match="the column name holds 500 different labels"):
        read(path, project("csat"), use("q", "P1"), wave="", wave_column="name")


def test_a_file_without_a_wave_falls_into_the_present_year(file: Files, project: Projects) -> None:
    imported = read(file("q\n5\n"), project("csat"), use("q", "P1"), wave="")
    assert imported.result_set.waves == ("2026",)


def test_a_label_and_a_column_of_days_together(file: Files, project: Projects) -> None:
    path = file("when,q\n2026-04-01,5\nlater,4\n")
    imported = read(path, project("csat"), use("q", "P1"), wave="Season", wave_column="when")
    assert set(rows(imported.tally)) == {(5, "Season", "2026-04-01", 1), (4, "Season", "", 1)}


def test_weights_and_segments(file: Files, project: Projects) -> None:
    path = file("q;w;Town\n9;0,5;Oulu\n9;1,5;Oulu\n3;2;\n10;;Oulu\n10;-1;Oulu\n10;x;Oulu\n10;0;Oulu\n")
    imported = read(path, project("nps"), use("q", "P1"), weight="w", segments=("town",))
    tally = imported.tally
    assert tally.weighted
    assert list(tally.segments) == ["Town"]
    found = set(
        zip(tally.answers["P1"], tally.segments["Town"], tally.counts, tally.weights, tally.squares, strict=True)
    )
    assert found == {(9, "Oulu", 2, 2.0, 0.25 + 2.25), (3, "", 1, 2.0, 4.0)}
    assert reasons(imported) == {"bad weight": (4, (5, 6, 7, 8))}


def test_without_weights_the_sums_are_the_counts(file: Files, project: Projects) -> None:
    tally = read(file("q\n9\n9\n3\n"), project("nps"), use("q", "P1")).tally
    assert not tally.weighted
    assert tally.weights == tally.squares == tally.counts


def test_several_columns_feed_several_points_jointly(file: Files, project: Projects) -> None:
    path = file("a,b\n9,5\n9,5\n9,1\n,4\n,\n")
    imported = read(path, project("nps", "csat"), use("a", "P1"), use("b", "P2"))
    assert set(rows(imported.tally)) == {
        (9, 5, "2026", "", 2), (9, 1, "2026", "", 1), (None, 4, "2026", "", 1)
    }  # fmt: skip
    assert imported.result_set.account.used == {"P1": 3, "P2": 4}


def test_one_column_may_feed_two_points(file: Files, project: Projects) -> None:
    imported = read(file("a\n9\n5\n"), project("nps", "mean"), use("a", "P1"), use("a", "P2"))
    assert set(rows(imported.tally)) == {(9, 9, "2026", "", 1), (5, 5, "2026", "", 1)}


def test_a_terminals_counts_by_hour(file: Files, project: Projects) -> None:
    head = "hour;g;lg;lr;r\n1.5.2026 10:00;3;1;0;\n1.5.2026 11:00;1 240;x;2;1,5\n"
    path = file(head + "2.5.2026 10:00;1;0;0;1\nYhteensä;5;1;2;1\n")
    uses = [use(column, "P1", answer=answer) for column, answer in zip(("g", "lg", "lr", "r"), "4321", strict=True)]
    imported = read(path, project("smiley"), *uses, wave_column="hour")
    assert answers(imported.tally, "P1") == {4: 1244, 3: 1, 2: 2, 1: 1}
    assert {day for _, _, day, _ in rows(imported.tally)} == {"2026-05-01", "2026-05-02"}
    assert imported.result_set.account.used == {"P1": 1248}
    assert {(u.column, u.reason, u.count) for u in imported.result_set.account.unused} == {
        ("r", "blank", 1), ("lg", "not a number", 1), ("r", "off the scale", 1),
        ("g", "total row", 1), ("lg", "total row", 1), ("lr", "total row", 1), ("r", "total row", 1),
    }  # fmt: skip


def test_conversions_among_sessions(file: Files, project: Projects) -> None:
    path = file("day,sessions,conversions\n2026-05-01,100,3\n2026-05-02,50,0\n2026-05-03,5,9\n2026-05-04,,1\n")
    imported = read(path, project("share:1"), use("conversions", "P1", answer="1"), use("sessions", "P1", total=True))
    assert answers(imported.tally, "P1") == {1: 3, 0: 147}
    assert imported.result_set.account.used == {"P1": 150}


def test_totals_at_the_end_are_kept_apart(file: Files, project: Projects) -> None:
    imported = read(file("who,q\na,4\nb,5\n\nAverage:,4.5\n"), project("csat-mean"), use("q", "P1"))
    assert answers(imported.tally, "P1") == {4: 1, 5: 1}
    assert reasons(imported) == {"total row": (1, (5,))}


def test_the_same_file_twice_is_noticed(file: Files, project: Projects) -> None:
    empty = project("nps", "csat")
    path = file("a,b\n9,5\n")
    first = read(path, empty, use("a", "P1"))
    key = first.result_set.id
    full = msgspec.structs.replace(empty, result_sets={key: first.result_set}, result_order=(key,))
    tallies = {first.result_set.tally: first.tally}

    def there(imported: Imported) -> list[bool]:
        return [rival.same_file for rival in rivals_of(full, tallies, imported.result_set)]

    assert there(read(path, full, use("a", "P1"))) == [True]
    assert there(read(path, full, use("b", "P2"))) == []
    other = file("a,b\n9,6\n")
    assert there(read(other, full, use("a", "P1"))) == [False], "another file's answers to the same question"
    assert there(read(other, full, use("a", "P1"), wave="1999")) == []


@pytest.mark.parametrize(
    ("uses", "reason"),
    [
        ([use("npss", "P1")], "has no column npss; is nps meant"),
        ([use("zzz", "P1")], "has no column zzz; its columns are nps, b"),
        ([use("nps", "P1"), use("b", "P1")], "The columns nps and b both feed P1"),
        ([use("nps", "P1"), use("b", "P1", answer="9")], "both feed P1"),
        ([use("nps", "P1", answer="9"), use("b", "P1", answer="9")], "both feed P1"),
        ([use("nps", "P1", answer="12")], "12 is no answer on the scale of P1"),
        ([use("nps", "P1", answer="9"), use("b", "P1", total=True)], "needs a share"),
        ([use("b", "P2", total=True)], "needs a share and a column of those counted"),
        ([use("nps", "P9")], "no measurement point P9"),
        ([], "No column is mapped"),
    ],
)
def test_mappings_that_make_no_sense_are_refused(
    file: Files, project: Projects, uses: list[ColumnUse], reason: str
) -> None:
    with pytest.raises(Refusal, match=reason):
        read(file("nps,b\n9,5\n"), project("nps", "share:1"), *uses)


def test_an_empty_file_is_refused(file: Files, project: Projects) -> None:
    with pytest.raises(Refusal, match=r"results\.csv is empty"):
        read(file(""), project("nps"), use("a", "P1"))
