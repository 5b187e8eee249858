"""Text can be read: at least 4.5:1 on every ground it stands on, in both themes."""

import pytest

from journeymapper.analysis.score import Score
from journeymapper.picture.fading import faded
from journeymapper.picture.primitives import Group, Rect, Text
from journeymapper.picture.symbols import verdict_sign
from journeymapper.picture.theme import DARK, LIGHT, NOTE_COLOURS, Theme
from journeymapper.picture.type import text_run

TEXTS = ("ink", "sub", "accent", "certainly_better", "better", "worse", "certainly_worse")
GROUNDS = ("card", "ground")


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_vectors() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_on_grounds(theme: Theme, text: str, ground: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_on_notes_and_accent(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    for text in ("ink", "accent", "certainly_worse"):
        assert contrast(getattr(theme, text), theme.note) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_on_notes_of_every_colour(theme: Theme) -> None:
    for name in NOTE_COLOURS:
        fill, edge = theme.note_colours(name)
        assert min(contrast(getattr(theme, text), fill) for text in ("ink", "sub", "accent", "certainly_worse")) >= 4.5
        assert fill != edge
    assert theme.note_colours("") == theme.note_colours("unheard of") == (theme.note, theme.note_line)
    assert len({theme.note_colours(name) for name in NOTE_COLOURS}) == len(NOTE_COLOURS)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_faint_text_can_be_read_where_faint_groups_stand(theme: Theme) -> None:
    fills = [theme.card, theme.ground, theme.soft, *(fill for _, fill, _ in theme.notes)]
    for fill in fills:
        box, run = Rect(x=0, y=0, width=9, height=9, fill=fill), text_run("a", 0, 0, 9, "regular", theme.ink)
        group = Group(owner="a", part="note", x=0, y=0, width=9, height=9, items=(box, run))
        pale, grey = faded(group, theme).items
        assert isinstance(pale, Rect)
        assert isinstance(grey, Text)
        assert contrast(grey.fill, pale.fill) >= 4.5
        assert contrast(grey.fill, pale.fill) < contrast(theme.ink, fill)
    assert contrast(theme.faint_text, theme.ground) >= 4.5


def test_the_tokens_of_the_design() -> None:
    assert (LIGHT.ink, LIGHT.sub, LIGHT.faint) == ("#1B2430", "#5B6776", "#9AA5B1")
    assert (LIGHT.certainly_better, LIGHT.better) == ("#1D5F91", "#35759C")
    assert (LIGHT.worse, LIGHT.certainly_worse) == ("#96600F", "#B8402A")


def test_verdicts_have_a_sign_and_a_colour_each() -> None:
    shown = Score(point="P1", value=1.0)
    cases = {
        "▲": Score(point="P1", value=1.0, gap=1.0, verdict="better"),
        "△": Score(point="P1", value=1.0, gap=1.0, verdict="uncertain"),
        "▽": Score(point="P1", value=1.0, gap=-1.0, verdict="uncertain"),
        "▼": Score(point="P1", value=1.0, gap=-1.0, verdict="worse"),
    }
    assert [verdict_sign(score) for score in cases.values()] == list(cases)
    assert len({LIGHT.verdict_colour(score) for score in cases.values()}) == 4
    assert verdict_sign(None) == verdict_sign(Score(point="P1", value=3.0, hidden="too few")) == "○"
    assert verdict_sign(Score(point="P1", value=3.0, verdict="no target")) == "□"
    assert LIGHT.verdict_colour(None) == LIGHT.sub != LIGHT.verdict_colour(cases["▼"])
    assert LIGHT.verdict_colour(shown) == LIGHT.sub
