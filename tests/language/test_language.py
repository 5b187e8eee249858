"""Numbers and dates against Babel's locale data, an independent oracle."""

from datetime import date

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.language.language import MINUS, NO_BREAK_SPACE, language


@pytest.mark.parametrize("code", ["en", "fi"])
@given(value=st.integers(-10_000_000, 10_000_000).map(lambda hundredths: hundredths / 100), digits=st.integers(0, 3))
def test_numbers_are_written_as_babel_writes_them(code: str, value: float, digits: int) -> None:
    rounded = abs(round(value, digits))
    expected = str(format_decimal(rounded, format="#,##0" + ("." + "0" * digits if digits else ""), locale=code))
    written = language(code).number(value, digits)
    assert written.removeprefix(MINUS) == expected
    assert written.startswith(MINUS) == (round(value, digits) < 0)


@pytest.mark.parametrize("code", ["en", "fi"])
@given(day=st.dates(min_value=date(1900, 1, 1)))
def test_dates_are_written_as_babel_writes_them(code: str, day: date) -> None:
    pattern = "d.M.y" if code == "fi" else "d MMM y"
    assert language(code).date(day) == str(format_date(day, format=pattern, locale=code)).replace("Sept", "Sep")


def test_a_percent_sign_stands_after_a_no_break_space() -> None:
    assert language("fi").percent(55.25, 1, sign=True) == f"+55,2{NO_BREAK_SPACE}%"


def test_an_unknown_language_is_english() -> None:
    assert language("xx").code == "en"
