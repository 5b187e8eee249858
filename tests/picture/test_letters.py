"""Letters that Inter lacks: they stay in the picture, have a width, and are cut only between signs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.picture.letters import (
    NO_GLYPH,
    foreign,
    foreign_ems,
    may_part,
    missing_glyphs,
    printable,
    substituted,
)
from journeymapper.picture.type import fit, text_run, text_width, wrap

ARABIC, HEBREW, CHINESE, FAMILY = "زيارة الموقع", "שיחת טלפון", "お客様への見積書の送付。", "👩‍👩‍👧"


def test_composed_and_decomposed_text_are_the_same() -> None:
    assert printable("pa\u0308iva\u0308") == "päivä"


def test_odd_characters() -> None:
    assert printable("a\x00b\tc\nd\u200b\u202e\ufe0fe") == "ab c de"
    assert printable("漢 😀 \ud800 م") == "漢 😀 □ م"
    assert missing_glyphs("漢😀漢 ok ▲ m") == ("漢", "😀")
    assert missing_glyphs("Häntä ★ Ж α\u00ad\n") == ()


def test_what_joins_letters_stays_only_where_there_are_some_to_join() -> None:
    assert printable(FAMILY + "\ufe0f") == FAMILY + "\ufe0f"
    assert printable("a\u200db\ufe0f") == "ab"


@pytest.mark.parametrize("text", [ARABIC, HEBREW, CHINESE, FAMILY])
def test_other_scripts_stay_and_are_boxes_on_paper_alone(text: str) -> None:
    run = text_run(text, 0, 0, 10)
    assert run.text == text
    assert foreign(run.text)
    assert run.width > 10
    on_paper = substituted(text)
    assert set(on_paper) - {" "} == {NO_GLYPH}
    assert not foreign(on_paper)
    assert on_paper.count(" ") == text.count(" ")


def test_text_of_our_own_is_printed_as_it_is() -> None:
    assert substituted("Äänekoski – Ж α ★") == "Äänekoski – Ж α ★"
    assert not foreign("Äänekoski – Ж α ★")


def test_marks_over_a_letter_take_no_room() -> None:
    assert foreign_ems("\u05b4") == 0  # a Hebrew vowel point
    assert foreign_ems("ש") > 0
    assert text_width("שִ", 10) == text_width("ש", 10)
    assert substituted("שִ") == NO_GLYPH


def test_ideograms_break_between_each_other_but_not_before_their_full_stop() -> None:
    lines = wrap(CHINESE, 41, 10).lines
    assert max(map(len, lines)) == 4
    assert "".join(lines) == CHINESE
    assert not any(line.startswith("。") for line in lines)
    assert fit(CHINESE, 41, 60, 10).size == 10  # without having to be torn or made smaller


def test_a_joined_emoji_is_never_torn() -> None:
    assert not any(may_part(FAMILY, place) for place in range(1, len(FAMILY)))
    assert set(wrap(FAMILY * 9, 45, 10).lines) <= {FAMILY * n for n in range(1, 10)}


@given(st.text(max_size=80))
def test_a_line_of_any_text_is_printed_within_its_width_or_squeezed_into_it(text: str) -> None:
    run = text_run(text, 0, 0, 10)
    assert printable(run.text) == run.text
    assert foreign(run.text) == bool(missing_glyphs(run.text))
    assert missing_glyphs(substituted(run.text)) == ()
    assert run.width >= 0


@given(st.text(alphabet=st.sampled_from("aש漢👩🏽\u200d\ufe0f\u05b4 "), max_size=40), st.floats(8, 60))
def test_lines_begin_with_a_sign_of_their_own(text: str, width: float) -> None:
    lines = wrap(text, width, 10).lines
    for before, after in pairwise(lines):
        if before and after and text.count(before + after):
            assert may_part(before + after, len(before))
