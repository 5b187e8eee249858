"""Text metrics against fontTools, lines that never leave their box, and what becomes of odd characters."""

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.picture import letters
from journeymapper.picture import type as type_
from journeymapper.picture.faces import font_path
from journeymapper.picture.primitives import Weight

WEIGHTS: tuple[Weight, ...] = ("regular", "medium", "semibold", "bold")


@pytest.mark.parametrize("weight", WEIGHTS)
def test_advances_are_those_of_the_font_file(weight: Weight) -> None:
    oracle = TTFont(font_path(weight))
    metrics, units = oracle["hmtx"].metrics, oracle["head"].unitsPerEm
    expected = {code: metrics[glyph][0] / units for code, glyph in oracle.getBestCmap().items()}
    assert letters.font(weight).advances == expected
    assert letters.font(weight).ascent == oracle["hhea"].ascent / units


def test_the_short_character_table_is_read_too() -> None:
    from journeymapper.picture import font_file

    oracle = TTFont(font_path("regular"))
    data = font_path("regular").read_bytes()
    cmap = font_file._tables(data)["cmap"]
    short = next(table for table in oracle["cmap"].tables if table.format == 4)
    offset = next(
        cmap + int.from_bytes(data[at + 4 : at + 8], "big")
        for at in range(cmap + 4, cmap + 4 + 8 * len(oracle["cmap"].tables), 8)
        if data[cmap + int.from_bytes(data[at + 4 : at + 8], "big") + 1] == 4
    )
    assert font_file._format_4(data, offset) == {c: oracle.getGlyphID(g) for c, g in short.cmap.items()}


def test_widths_add_up_without_kerning() -> None:
    assert type_.text_width("AVATAR", 10, "bold") == pytest.approx(
        sum(type_.text_width(c, 10, "bold") for c in "AVATAR")
    )
    assert type_.text_width("", 10) == 0


def test_compounds_are_hyphenated_before_type_shrinks() -> None:
    fitted = type_.fit("Aikataulumuutoksesta", 80, 32, 11.5, "semibold", "fi")
    assert fitted.lines == ("Aikataulu-", "muutoksesta")
    assert fitted.size == 11.5
    assert type_.fit("Aikataulumuutoksesta", 80, 32, 11.5, "semibold", "sv").size < 11.5


def test_users_soft_hyphens_win_over_syllables() -> None:
    soft = "vastaan\u00adotto\u00adtarkastus"
    assert type_.wrap(soft, 70, 10, "regular", 4, "fi").lines == ("vastaanotto-", "tarkastus")
    assert type_.wrap(soft, 200, 10, "regular", 4, "fi").lines == ("vastaanottotarkastus",)
    assert type_.wrap(soft, 25, 10, "regular", 40, "sv").lines[0] == "vast"


def test_a_cut_text_says_so_at_the_floor() -> None:
    fitted = type_.fit("word " * 80, 60, 30, 11.5, "semibold", "en", 7.0)
    assert fitted.cut
    assert fitted.size == 7.0
    assert fitted.lines[-1].endswith("…")


def test_all_share_the_size_of_the_smallest_unless_a_few_are_much_smaller() -> None:
    assert type_.shared_size([], 9.0) == 9.0
    assert type_.shared_size([9.0, 8.0, 7.0], 9.0) == 7.0
    assert type_.shared_size([9.0] * 19 + [7.0], 9.0) == 9.0
    assert type_.shared_size([9.0] * 19 + [8.5], 9.0) == 8.5
    assert type_.shared_size([9.0] * 10 + [7.0] * 10, 9.0) == 7.0


def test_english_keeps_its_words_whole_in_type_a_little_smaller() -> None:
    room = type_.text_width("guarantee", 10.0)
    assert type_.fit("guarantee", room, 60, 11.0).lines == ("guarantee",)
    assert type_.fit("guarantee", room, 60, 13.0).lines == ("gua-", "rantee")


@given(
    st.text(max_size=200),
    st.floats(20, 300),
    st.floats(8, 120),
    st.sampled_from(["en", "fi"]),
    st.sampled_from(WEIGHTS),
)
def test_lines_never_leave_their_box(text: str, width: float, height: float, language: str, weight: Weight) -> None:
    fitted = type_.fit(text, width, height, 11.5, weight, language, 7.0)
    assert 7.0 <= fitted.size <= 11.5
    assert all(type_.text_width(line, fitted.size, weight) <= width + 1e-6 for line in fitted.lines)
    assert fitted.height <= max(height, type_.line_height(7.0)) + 1e-6
    if not fitted.cut:
        kept = "".join(fitted.lines).replace(" ", "").replace("-", "")
        assert kept == letters.printable(text).replace(" ", "").replace("-", "")
