"""Finnish words part between syllables and never inside a vowel pair that may be one sound; English ones roughly so."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.picture.hyphenation import SOFT_HYPHEN, soft_points, syllable_points


def parted(word: str, language: str = "fi") -> str:
    places = (0, *syllable_points(word, language), len(word))
    return "-".join(word[a:b] for a, b in pairwise(places))


@pytest.mark.parametrize(
    "expected",
    [
        "ai-ka-tau-lu-muu-tok-ses-ta", "kos-ke-tus-pis-te", "säh-kö-pos-ti", "tyy-ty-väi-syys", "stra-te-gia",
        "sa-la-o-ja-re-mont-ti", "maa-il-ma", "lau-an-tai", "asi-a-kas", "Luo-vu-tus-kat-sel-mus", "kau-pun-ki",
        "en-nal-lis-ta-mi-nen", "yh-teys", "hyö-ty", "työ-maa", "pörs-si", "yö", "hae", "strut-si",
    ],
)  # fmt: skip
def test_syllables(expected: str) -> None:
    assert parted(expected.replace("-", "")) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "neigh-bours", "De-monst-ra-tion", "pho-tog-raphs", "so-me-thing", "touch-point", "know-led-ge", "wall-pa-per",
        "ap-point-ment", "checking", "can-not", "re-pairs", "O'Ha-ra", "naïve",
    ],
)  # fmt: skip
def test_english_words_part_before_a_consonant_with_its_vowel(expected: str) -> None:
    assert parted(expected.replace("-", ""), "en") == expected


def test_other_languages_have_no_rule() -> None:
    assert syllable_points("kosketuspiste", "sv") == ()


def test_soft_hyphens_are_taken_out_and_remembered() -> None:
    assert soft_points(f"vastaan{SOFT_HYPHEN}otto{SOFT_HYPHEN}tarkastus") == ("vastaanottotarkastus", (7, 11))
    assert soft_points(f"{SOFT_HYPHEN}alku{SOFT_HYPHEN}") == ("alku", ())


@given(st.text(alphabet="aeiouyäöåbcdfghjklmnprstvAEK-1 'ß", max_size=40))
def test_no_letter_is_left_alone_and_every_syllable_has_a_vowel_before_it(word: str) -> None:
    for place in syllable_points(word, "fi"):
        assert 2 <= place <= len(word) - 2
        assert any(letter in "aeiouyäöå" for letter in word[:place].lower())
        assert word[place - 1].isalpha()
        assert word[place].isalpha()
