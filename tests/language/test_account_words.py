"""The account of an import says all that its mapping did, in both languages, and where the answers left out stand."""

from datetime import date

import pytest

from journeymapper.language.account_words import left_lines, reading_facts, setting_facts
from journeymapper.language.language import language
from journeymapper.language.reason_words import row_words, unused_line
from journeymapper.model.sources import Account, Band, ColumnUse, CommentUse, Mapping, ResultSet, Rule, Unused

EN, FI = language("en"), language("fi")
WHOLE = ResultSet(
    id="r",
    account=Account(
        file="survey.csv", sha256="ab" * 32, read_on=date(2026, 11, 28), rows=90, used={"P1": 80}, encoding="utf-8-sig",
        delimiter=";", decimal=",", header_row=2, columns_left=("IP",), filtered=4, respondents=70, comments={"P1": 9},
        unused=(Unused(point="P1", column="q1", reason="off the scale", count=6, rows=(3,), examples=("9",),
                       spans=((3, 3), (7, 11))),),
    ),
    mapping=Mapping(
        columns=(ColumnUse(column="q1", point="P1", missing=("6", "0"), recode=(("hyvä", 5.0),), reverse=True,
                           base='used = "yes"'),),
        wave_column="day", granularity="month", rolling=3, date_order="mdy", weight="wt", segments=("town", "age"),
        bands=(Band(column="years", edges=("0", "18")),), rules=(Rule(name="late", expression="days > 3"),),
        where='status = "done"', respondent="ResponseId", persona="who", account="firm", role="job",
        comments=(CommentUse(column="why", point="P1"),),
    ),
    tally="t",
    waves=("2026-01", "2026-02"),
)  # fmt: skip


def name(key: str) -> str:
    return f"{key} Offer"


def test_how_a_file_was_read() -> None:
    facts = dict(reading_facts(WHOLE, EN))
    assert (facts["Encoding"], facts["Delimiter"], facts["Decimal sign"]) == ("UTF-8", "semicolon  ;", "comma  ,")
    assert (facts["Header row"], facts["Waves"]) == ("2", "2026-01, 2026-02")
    bare = ResultSet(
        id="s", account=Account(file="a.sav", sha256="", read_on=date(2026, 1, 1), rows=1, header_row=0, decimal="."),
        mapping=Mapping(), tally="t",
    )  # fmt: skip
    assert set(dict(reading_facts(bare, EN))) == {"File", "Imported", "Rows"}


@pytest.mark.parametrize(
    "fact",
    [
        ("Wave column", "day (a wave for each month)"),
        ("Rolling windows of months", "3"),
        ("Days like 03/04/2026", "4 March: the month first"),
        ("Weight", "wt"),
        ("Segments", "town, age"),
        ("Segment by bands", "years: 0, 18"),
        ("Segment by rule", "late = days > 3"),
        ("Only rows where", 'status = "done" (4 rows left out)'),
        ("Codes for no answer", "q1: 6, 0"),
        ("Recoding", "q1: “hyvä” = 5"),
        ("Recoding", "q1: the scale is turned round."),
        ("Counts for the point only where", 'P1 Offer: used = "yes"'),
        ("Respondent (kept as a key)", "ResponseId: 70 respondents"),
        ("Persona", "who"),
        ("Business customer", "firm"),
        ("Respondent's role", "job"),
        (
            "Comments (kept, masked)",
            "why → P1 Offer: 9 comments kept, masked as far as names and numbers were recognised",
        ),
    ],
)
def test_all_that_the_mapping_did(fact: tuple[str, str]) -> None:
    assert fact in list(setting_facts(WHOLE, EN, name))


def test_in_finnish_nothing_stays_english() -> None:
    assert not {fact for fact, _ in setting_facts(WHOLE, FI, name)} & {
        fact for fact, _ in setting_facts(WHOLE, EN, name)
    }


def test_rows_stand_in_stretches() -> None:
    (unused,) = WHOLE.account.unused
    assert list(left_lines(WHOLE, EN, name)) == [
        "P1 Offer, q1: 6 × off the scale (rows 3, 7–11): “9”", "Columns not used: IP",
    ]  # fmt: skip
    assert row_words(EN, unused, ranges=1) == "rows 3, …"
    old = Unused(point="P1", column="q1", reason="blank", count=3, rows=(4, 5))
    assert unused_line(EN, old) == "3 × blank (rows 4, 5, …)", "an account of before stretches were kept"
