"""Figures in their metric's own unit, as the reader's language writes them: NPS +62, CES 3.9, 61 %, 12 min."""

from collections.abc import Callable

from journeymapper.analysis.score import Score, Verdict
from journeymapper.language.language import NO_BREAK_SPACE, Language
from journeymapper.language.metric_labels import metric_label, metric_short, metric_statistic
from journeymapper.model.measurement import Metric

SHARES = ("csat", "fcr", "share", "top")
NETS = ("nps", "net")
EN_DASH = "–"


def format_value(language: Language, metric: Metric, value: float) -> str:
    """A value with the sign and unit of its metric: `+48`, `55 %`, `4.9`, `12 min`; shares come on 0–100."""
    return _written(language, metric, value, value_digits(metric, value))


def format_target(language: Language, metric: Metric, value: float) -> str:
    """A target as it was set: with up to two more decimals than a value has, where it needs them (97.5 %)."""
    digits = value_digits(metric, value)
    needed = next((more for more in (digits, digits + 1) if _is_round(value, more)), digits + 2)
    return _written(language, metric, value, needed)


def format_interval(language: Language, metric: Metric, low: float | None, high: float | None) -> str:
    """A 95 % interval, its unit once: `41–69 %`, `+26 … +65`; one limit alone as `≥ 12 min`, none as nothing."""
    if low is None or high is None:
        return _one_limit(language, metric, low, high)
    digits = (
        max(value_digits(metric, low), value_digits(metric, high)) if abs(high) < 10 else value_digits(metric, high)
    )
    signed = metric.kind in NETS
    digits = _finer(digits, lambda more: round(low, more) != round(high, more))
    ends = [language.number(limit, digits, sign=signed) for limit in (low, high)]
    dash = f"{NO_BREAK_SPACE}…{NO_BREAK_SPACE}" if signed or low < 0 else EN_DASH
    return dash.join(ends) + _unit(metric)


def format_gap(language: Language, metric: Metric, gap: float, target: float | None = None) -> str:
    """A gap, negative where worse, without unit: `−35`; with its target `−35 to 90 %`."""
    digits = _finer(_gap_digits(metric, gap, target), lambda more: round(gap, more) != 0)
    text = language.number(gap, digits, sign=True)
    if target is None:
        return text
    return language.text("{gap} to {target}", gap=text, target=format_target(language, metric, target))


def format_score_gap(language: Language, metric: Metric, score: Score) -> str:
    """The gap of a score to its target, empty where there is none."""
    return "" if score.gap is None else format_gap(language, metric, score.gap, score.target)


def format_time(language: Language, seconds: float) -> str:
    """A length of time in the unit in which it is told: `40 min`, `5.2 h`, `12 d`."""
    minutes, hours, days = seconds / 60, seconds / 3600, seconds / 86_400
    if hours < 1:
        return language.text("{n}\N{NO-BREAK SPACE}min", n=language.number(minutes))
    if days < 2:
        return language.text("{n}\N{NO-BREAK SPACE}h", n=language.number(hours, 1 if hours < 10 else 0))
    return language.text("{n}\N{NO-BREAK SPACE}d", n=language.number(days, 1 if days < 10 else 0))


def verdict_words(language: Language, verdict: Verdict, gap: float | None = None) -> str:
    """A verdict in words; with its gap an uncertain one says to which side it leans."""
    if verdict == "uncertain" and gap:
        return language.text("worse, not certain") if gap < 0 else language.text("better, not certain")
    words = {
        "worse": language.text("certainly worse"),
        "better": language.text("certainly better"),
        "uncertain": language.text("no certain difference from target"),
        "no interval": language.text("certainty cannot be computed"),
        "no target": language.text("no target"),
        "too few": language.text("hidden, too few answers"),
        "not measured": language.text("not measured"),
    }
    return words[verdict]


def value_digits(metric: Metric, value: float) -> int:
    """Decimals that a value deserves: none for NPS, one for scales up to 20 long and for fractions under ten."""
    if metric.kind in NETS:
        return 0
    span = 100.0 if metric.kind in (*SHARES, "smiley") else abs(metric.best - metric.worst)
    digits = next((digits for digits, least in enumerate((20.0, 2.0, 0.2)) if span > least), 3)
    small = digits == 0 and abs(round(value, 1)) < 10 and not _is_round(value, 0) and metric.kind != "smiley"
    return 1 if small else digits


def _gap_digits(metric: Metric, gap: float, target: float | None) -> int:
    digits = value_digits(metric, 0.0)
    if digits or metric.kind in (*NETS, "smiley"):
        return digits
    fine = target is not None and abs(target) < 10 and not _is_round(target, 0)
    return 1 if fine or 0.05 <= abs(gap) < 1 else 0


def _finer(digits: int, tells: Callable[[int], bool]) -> int:
    """The decimals, or one or two more where only they tell what must be seen; the first where none does."""
    return next((more for more in range(digits, digits + 3) if tells(more)), digits)


def _written(language: Language, metric: Metric, value: float, digits: int) -> str:
    return language.number(value, digits, sign=metric.kind in NETS) + _unit(metric)


def _unit(metric: Metric) -> str:
    unit = "%" if metric.kind in SHARES else "" if metric.kind in NETS else metric.unit
    return NO_BREAK_SPACE + unit if unit else ""


def _one_limit(language: Language, metric: Metric, low: float | None, high: float | None) -> str:
    if low is not None:
        return f"≥{NO_BREAK_SPACE}{format_value(language, metric, low)}"
    if high is not None:
        return f"≤{NO_BREAK_SPACE}{format_value(language, metric, high)}"
    return ""


def _is_round(value: float, digits: int) -> bool:
    return abs(value - round(value, digits)) < 1e-9


__all__ = [
    "format_gap",
    "format_interval",
    "format_score_gap",
    "format_target",
    "format_time",
    "format_value",
    "metric_label",
    "metric_short",
    "metric_statistic",
    "value_digits",
    "verdict_words",
]
