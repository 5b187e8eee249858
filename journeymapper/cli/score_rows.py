"""Scores as rows to read, in the metrics' own units."""

from collections.abc import Sequence

from journeymapper.analysis.score import Score
from journeymapper.cli.text_table import text_table
from journeymapper.export.score_rows import place_of
from journeymapper.language.language import Language
from journeymapper.language.units import format_gap, format_interval, format_target, format_value, verdict_words
from journeymapper.model.project import Project


def rows_text(project: Project, scores: Sequence[Score], language: Language) -> str:
    """A table to read, its wave and segment in columns only where there are several."""
    if not scores:
        return language.text("The plan has no measurement points.")
    headings = [
        language.text("point"),
        language.text("place"),
        language.text("metric"),
        language.text("wave"),
        language.text("segment"),
        language.text("n"),
        language.text("value"),
        language.text("95 % interval"),
        language.text("target"),
        language.text("gap"),
        language.text("verdict"),
    ]
    rows = [_readable(project, score, language) for score in scores]
    used = [place for place, heading in enumerate(headings) if any(row[place] for row in rows) or heading == "n"]
    right = {used.index(place) for place in (5, 6, 7, 8, 9) if place in used}
    return text_table([headings[place] for place in used], [[row[place] for place in used] for row in rows], right)


def _readable(project: Project, score: Score, language: Language) -> list[str]:
    point = project.points[score.point]
    metric = project.metrics[point.metric]
    journey, stage, touchpoint = place_of(project, point)
    value, gap, target = score.value, score.gap, score.target
    return [
        point.id,
        touchpoint or stage or journey or language.text("whole relationship"),
        point.metric,
        score.wave,
        score.segment,
        "" if score.n is None else language.number(score.n),
        "" if value is None else format_value(language, metric, value),
        format_interval(language, metric, score.low, score.high),
        "" if target is None else format_target(language, metric, target),
        "" if gap is None else format_gap(language, metric, gap),
        _verdict(score, language),
    ]


def _verdict(score: Score, language: Language) -> str:
    if score.hidden == "complementary":
        return language.text("hidden, so that a small group cannot be worked out")
    return verdict_words(language, score.verdict, score.gap)
