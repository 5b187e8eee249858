"""What a metric is called: its own name, else the trade's name with the scale and the answers it counts."""

from collections.abc import Callable

from journeymapper.language.language import Language
from journeymapper.model.measurement import Metric

EN_DASH = "–"
YES = frozenset({"yes", "kyllä", "ja", "true", "1"})


def metric_label(language: Language, metric: Metric) -> str:
    """A metric in words for tables: `CES 2.0, mean 1–7`, `CSAT, share of 4–5`; the team's own name where given."""
    return metric.name or _label(language, metric)


def metric_short(language: Language, metric: Metric) -> str:
    """The word before a figure on a card: `NPS`, `CSAT`, `CES`; empty where the point's or team's own name stands."""
    if metric.name:
        return ""
    short = {
        "nps": "NPS",
        "csat": "CSAT",
        "csat-mean": "CSAT",
        "ces1": "CES",
        "ces2": "CES",
        "fcr": "FCR",
        "stars": "★",
        "smiley": language.text("smileys"),
        "p90": language.text("90 % within"),
        "median": language.text("median"),
    }
    return short.get(metric.kind, "")


def metric_statistic(language: Language, metric: Metric) -> str:
    """What stands behind a point's own name: `share`, `mean 1–5`; the trade's name where it says more."""
    statistics: dict[str, Callable[[], str]] = {
        "share": lambda: language.text("share") if YES.issuperset(metric.counted) else _share(language, metric),
        "stars": lambda: language.text("mean {scale}", scale=metric_scale(language, metric)),
        "smiley": lambda: language.text("index 0–100"),
    }
    return statistics.get(metric.kind, lambda: metric_label(language, metric))()


def metric_scale(language: Language, metric: Metric) -> str:
    """The ends of a metric's scale, the lower first: `4–10`."""
    low, high = sorted((metric.worst, metric.best))
    return f"{_end(language, low)}{EN_DASH}{_end(language, high)}"


def _label(language: Language, metric: Metric) -> str:
    scale = metric_scale(language, metric)
    labels: dict[str, Callable[[], str]] = {
        "nps": lambda: "NPS",
        "csat": lambda: language.text("CSAT, share of {box}", box=_box(language, metric)),
        "csat-mean": lambda: language.text("CSAT, mean {scale}", scale=scale),
        "ces1": lambda: language.text("CES 1.0, mean {scale}, less is better", scale=scale),
        "ces2": lambda: language.text("CES 2.0, mean {scale}", scale=scale),
        "fcr": lambda: language.text("first-contact resolution (FCR)"),
        "share": lambda: _share(language, metric),
        "stars": lambda: language.text("stars, mean {scale}", scale=scale),
        "smiley": lambda: language.text("smiley index 0–100"),
        "median": lambda: language.text("median"),
        "p90": lambda: language.text("90 % within"),
        "mean": lambda: language.text("mean {scale}", scale=scale),
        "top": lambda: language.text("share of {box}", box=_box(language, metric, metric.top)),
        "net": lambda: language.text(
            "net index, {best} less {worst}",
            best=_box(language, metric, metric.top),
            worst=_box(language, metric, metric.bottom, worst=True),
        ),
        "rate": lambda: language.text("rate per {cases}", cases=language.number(metric.per)),
    }
    return labels[metric.kind]()


def _share(language: Language, metric: Metric) -> str:
    if not metric.counted:
        return language.text("share")
    if YES.issuperset(metric.counted):
        return language.text("share of yes answers")
    return language.text("share of “{answers}”", answers=", ".join(metric.counted))


def _box(language: Language, metric: Metric, count: int = 2, *, worst: bool = False) -> str:
    """The best answers of a scale, or its worst, lower first: 4–5 of 1–5."""
    step = -1 if metric.lower_is_better else 1
    end, inner = (metric.worst, -step) if worst else (metric.best, step)
    low, high = sorted((end - inner * (count - 1), end))
    return _end(language, low) if low == high else f"{_end(language, low)}{EN_DASH}{_end(language, high)}"


def _end(language: Language, value: float) -> str:
    return language.number(value, 0 if value == round(value) else 1)
