"""Numbers and days in cells, as people and programs of several countries write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.results.clean import day, find_decimal, labelled_number, number, slash_order


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("5", ".", 5),
        (" 007 ", ".", 7),
        ("+1.5", ".", 1.5),
        ("1,7", ",", 1.7),
        ("200.000.000", ",", 200_000_000),
        ("1 234,5", ",", 1234.5),
        ("1\u00a0234\u00a0567", ",", 1_234_567),
        ("1\u202f234", ".", 1234),
        ("1'234.5", ".", 1234.5),
        ("1’234", ".", 1234),
        ("2,666", ".", 2666),
        ("−3", ".", -3),
        ("–3,5", ",", -3.5),
        ("72,5 %", ",", 72.5),
        ("55%", ".", 55),
        (".5", ".", 0.5),
        ("1e+05", ".", 100_000),
    ],
)
def test_numbers(text: str, decimal: str, value: float) -> None:
    assert number(text, decimal) == value


@pytest.mark.parametrize("decimal", [".", ","])
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "n/a",
        "5 - 10",
        "3/5",
        "1.2.3",
        "1,23,4",
        "12 34",
        "1e999",
        "nan",
        "inf",
        "٣",
        "0x10",
        "1_000",
        "5 %%",
        "-",
        ".",
    ],
)
def test_what_is_no_number(text: str, decimal: str) -> None:
    assert number(text, decimal) is None


@given(st.floats(-1e9, 1e9).map(lambda value: round(value, 4)), st.sampled_from([".", ","]))
def test_a_number_written_with_either_sign_is_read_back(value: float, decimal: str) -> None:
    other = "," if decimal == "." else "."
    grouped = f"{value:,.4f}".replace(",", "g").replace(".", decimal).replace("g", other)
    assert number(grouped, decimal) == pytest.approx(value, abs=1e-9)
    assert number(f"{value:.4f}".replace(".", decimal), decimal) == pytest.approx(value, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5 - Very satisfied", 5),
        ("9 = extremely likely", 9),
        ("10 – Erittäin todennäköisesti", 10),
        ("1 (very dissatisfied)", 1),
        ("0: en lainkaan", 0),
        ("7 täysin samaa mieltä", 7),
        ("5 - 10", None),
        ("3 of 5", None),
        ("1st", None),
        ("Very satisfied (5)", None),
        ("5.5 - good", None),
        ("5", None),
    ],
)
def test_a_label_begins_with_its_number(text: str, value: float | None) -> None:
    assert labelled_number(text) == value


@pytest.mark.parametrize(
    ("cells", "delimiter", "decimal"),
    [
        (["1,7", "200.000.000"], ",", ","),
        (["1.7", "200,000,000"], ";", "."),
        (["1,234"], ",", "."),
        (["1,234"], ";", ","),
        (["1.234", "5,5"], ",", ","),
        (["abc", "5"], ";", ","),
        ([], ",", "."),
    ],
)
def test_the_decimal_sign_is_proved_by_the_cells(cells: list[str], delimiter: str, decimal: str) -> None:
    assert find_decimal(cells, delimiter) == decimal


@pytest.mark.parametrize(
    "text",
    ["2026-12-31", "2026/12/31", "31.12.2026", "31.12.26", "12/31/2026", "31/12/26", "2026-12-31T23:59:59Z",
     "12/31/2026 09:30:00 AM", "31.12.2026 klo 9.30"],
)  # fmt: skip
def test_days(text: str) -> None:
    assert day(text, "") == date(2026, 12, 31)


def test_a_day_that_could_be_two_days_is_none() -> None:
    assert day("03/04/2026", "") is None
    assert day("03/04/2026", "dmy") == date(2026, 4, 3)
    assert day("03/04/2026", "mdy") == date(2026, 3, 4)
    assert day("05/05/2026", "") == date(2026, 5, 5)


@pytest.mark.parametrize("text", ["31.2.2026", "2026-13-01", "46022", "1.5", "yesterday", "10.10.101", "", "2026-05"])
def test_what_is_no_day(text: str) -> None:
    assert day(text, "dmy") is None


@given(st.lists(st.dates(date(1970, 1, 1), date(2069, 12, 31)), min_size=1), st.booleans())
def test_the_column_proves_the_order_of_day_and_month(days: list[date], american: bool) -> None:
    style = "%m/%d/%Y" if american else "%d/%m/%Y"
    written = [one.strftime(style) for one in days]
    order = slash_order(written)
    assert order in ("", "mdy" if american else "dmy")
    if any(one.day > 12 for one in days):
        assert [day(text, order) for text in written] == days
    else:
        assert order == ""


@given(st.dates(date(1000, 1, 1)), st.timedeltas(timedelta(0), timedelta(hours=23)))
def test_a_day_in_iso_form_is_read_back_whatever_the_time(one: date, time: timedelta) -> None:
    assert day(f"{one.isoformat()} {time}", "") == one
