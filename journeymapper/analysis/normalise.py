"""The 0–100 scale on stored goalposts, and which way is better (methods.md 1.0)."""

from journeymapper.model.measurement import Metric

SHARE_KINDS = ("csat", "fcr", "share", "top")
NET_KINDS = ("nps", "net")
ANSWER_SCALES = ("nps", "csat", "csat-mean", "ces1", "ces2", "stars", "smiley", "top", "net")


def goalposts(metric: Metric) -> tuple[float, float]:
    """The worst and the best value of a metric's 0–100 scale, in the unit of its value.

    `worst` and `best` of nps, net, csat, top and smiley are the ends of the answers' scale, not of the figure's.
    """
    if metric.kind in NET_KINDS:
        return -100.0, 100.0
    return (0.0, 100.0) if metric.kind in ("csat", "smiley", "top") else (metric.worst, metric.best)


def lower_is_better(metric: Metric) -> bool:
    """Whether a smaller figure is the better one; a csat of 5..1 is still a share that should be high."""
    worst, best = goalposts(metric)
    return worst > best


def score100(metric: Metric, value: float) -> tuple[float, bool]:
    """The value on 0–100 and whether it had to be clipped; min-max on the stored goalposts."""
    worst, best = goalposts(metric)
    if worst == best:
        return 0.0, False
    raw = 100 * (value - worst) / (best - worst)
    return min(100.0, max(0.0, raw)) + 0.0, not 0.0 <= raw <= 100.0


def reverse_coded(answer: float, worst: float, best: float) -> float:
    """An answer counted from the other end of its scale."""
    return worst + best - answer


def is_valid(metric: Metric, answer: float) -> bool:
    """Whether an answer lies on the metric's scale; scales without fixed answers take any number, nps whole ones."""
    if metric.kind not in ANSWER_SCALES:
        return metric.kind != "rate" or answer >= 0
    low, high = min(metric.worst, metric.best), max(metric.worst, metric.best)
    return low <= answer <= high and (metric.kind != "nps" or answer == int(answer))
