"""What is typed for numbers, shares and days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.desktop.inspector import reading
from journeymapper.language.language import language
from journeymapper.model.messages import Refusal

FINNISH, ENGLISH = language("fi"), language("en")


@pytest.mark.parametrize(
    ("code", "typed", "number"),
    [
        ("en", "1,500", 1500), ("en", "1,5", 1.5), ("en", "1,234,567.5", 1234567.5), ("en", "−3", -3),
        ("fi", "1 500", 1500), ("fi", "1\N{NO-BREAK SPACE}500,25", 1500.25), ("fi", "1,500", 1.5), ("fi", "1.5", 1.5),
        ("fi", "", None), ("en", "  ", None), ("en", ".5", 0.5), ("en", "+7", 7),
    ],
)  # fmt: skip
def test_numbers_are_read_as_the_language_writes_them(code: str, typed: str, number: float | None) -> None:
    assert reading.read_number(language(code), typed) == number


@pytest.mark.parametrize("typed", ["ten", "1e9", "nan", "inf", "1.2.3", "1-2", "--1", "12 kpl"])
def test_what_is_no_number_is_refused_with_its_words(typed: str) -> None:
    with pytest.raises(Refusal, match="is not a number"):
        reading.read_number(ENGLISH, typed)


def test_a_whole_number_has_no_fraction() -> None:
    assert reading.read_whole(ENGLISH, "38,000") == 38000
    with pytest.raises(Refusal, match="whole number"):
        reading.read_whole(FINNISH, "3,5")


@pytest.mark.parametrize(("typed", "share"), [("24 %", 0.24), ("24", 0.24), ("2,5%", 0.025), ("", None)])
def test_a_share_is_typed_as_a_percentage(typed: str, share: float | None) -> None:
    assert reading.read_share(FINNISH, typed) == share


@pytest.mark.parametrize("typed", ["22.11.2026", "22. 11. 2026", "2026-11-22", "22 Nov 2026", "22 november 2026"])
def test_days_are_typed_as_one_likes(typed: str) -> None:
    assert reading.read_date(typed) == date(2026, 11, 22)


@pytest.mark.parametrize("typed", ["31.2.2026", "tomorrow", "11/22/2026", "22.11.26", "2026"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="is not a date"):
        reading.read_date(typed)


@given(st.integers(-(10**9), 10**9).map(lambda whole: whole / 1000), st.sampled_from([FINNISH, ENGLISH]))
def test_a_number_written_is_read_back(number: float, chosen: object) -> None:
    spoken = FINNISH if chosen is FINNISH else ENGLISH
    assert reading.read_number(spoken, reading.written_number(spoken, number)) == number


@given(st.integers(0, 10**6).map(lambda part: part / 10**6), st.sampled_from(["fi", "en"]))
def test_a_share_written_is_read_back(share: float, code: str) -> None:
    assert reading.read_share(language(code), reading.written_share(language(code), share)) == pytest.approx(share)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.sampled_from(["fi", "en"]))
def test_a_day_written_is_read_back(day: date, code: str) -> None:
    assert reading.read_date(reading.written_date(language(code), day)) == day
