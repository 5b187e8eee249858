"""Lengths of text messages by 3GPP TS 23.038: known cases, and any text against a plain count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.export.questionnaires.text_messages import GSM, GSM_DOUBLE, text_length


@pytest.mark.parametrize(
    ("text", "alphabet", "units", "segments"),
    [
        ("", "GSM-7", 0, 0),
        ("a" * 160, "GSM-7", 160, 1),
        ("a" * 161, "GSM-7", 161, 2),
        ("a" * 306, "GSM-7", 306, 2),
        ("a" * 307, "GSM-7", 307, 3),
        ("äöåÄÖÅ", "GSM-7", 6, 1),
        ("€", "GSM-7", 2, 1),
        ("€" * 80, "GSM-7", 160, 1),
        ("a" * 152 + "€" + "a" * 10, "GSM-7", 164, 2),
        ("a" * 152 + "€" + "a" * 152, "GSM-7", 306, 3),
        ("š", "UCS-2", 1, 1),
        ("š" * 70, "UCS-2", 70, 1),
        ("š" * 71, "UCS-2", 71, 2),
        ("š" * 134, "UCS-2", 134, 2),
        ("š" * 135, "UCS-2", 135, 3),
        ("😀", "UCS-2", 2, 1),
        ("š" * 66 + "😀" + "š" * 66, "UCS-2", 134, 3),
    ],
)
def test_known_lengths(text: str, alphabet: str, units: int, segments: int) -> None:
    found = text_length(text)
    assert (found.alphabet, found.units, found.segments) == (alphabet, units, segments)


def test_the_alphabet_has_its_128_places() -> None:
    assert len(GSM) == 127  # and the escape that leads to the second table
    assert len(GSM_DOUBLE) == 10


@given(st.text(max_size=400))
def test_segments_lie_between_what_must_and_what_can_be(text: str) -> None:
    found = text_length(text)
    plain = all(letter in GSM or letter in GSM_DOUBLE for letter in text)
    one, many = (160, 153) if plain else (70, 67)
    assert found.alphabet == ("GSM-7" if plain else "UCS-2")
    assert found.units >= len(text)
    if found.units > one:
        assert -(-found.units // many) <= found.segments <= -(-found.units // (many - 1))
    else:
        assert found.segments == (1 if text else 0)
