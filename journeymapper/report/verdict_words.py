"""A verdict as it stands in a table: sign, words and colour, so that no one of them is needed alone."""

from journeymapper.analysis.score import Score
from journeymapper.language.language import Language
from journeymapper.language.units import verdict_words
from journeymapper.picture.symbols import verdict_sign
from journeymapper.picture.theme import LIGHT
from journeymapper.report.table import Cell


def verdict_text(language: Language, score: Score) -> str:
    """Sign and words of a verdict; what is hidden or indicative says so."""
    words = verdict_words(language, score.verdict, score.gap)
    if score.hidden == "complementary":
        words = language.text("hidden, since it would give away another group")
    if score.indicative and score.shown:
        words = language.text("{verdict} (indicative)", verdict=words)
    return f"{verdict_sign(score)} {words}"


def verdict_cell(language: Language, score: Score) -> Cell:
    """The cell of a verdict in its colour."""
    certain = score.verdict in ("worse", "better")
    return Cell(
        verdict_text(language, score),
        weight="semibold" if certain else "regular",
        fill=LIGHT.verdict_colour(score),
        language=language.code,
    )
