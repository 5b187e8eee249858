"""From answers to figures: the value, interval and classes of each kind of metric (methods.md section 1)."""

from collections.abc import Mapping

import msgspec

from journeymapper.analysis import intervals
from journeymapper.analysis.distribution import Distribution
from journeymapper.analysis.indices import poisson_interval
from journeymapper.analysis.intervals import Interval
from journeymapper.analysis.normalise import NET_KINDS, SHARE_KINDS
from journeymapper.analysis.score import Share
from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Message
from journeymapper.model.tally import Reported

NPS_CLASSES = (Message("detractors").text, Message("passives").text, Message("promoters").text)
SMILEYS = (Message("very unhappy").text, Message("unhappy").text, Message("happy").text, Message("very happy").text)
YES_NO = (Message("no").text, Message("yes").text)
MOST_CLASSES = 11


class Figure(msgspec.Struct, frozen=True):
    """A value in the metric's unit with its interval and the classes of its answers."""

    value: float
    interval: Interval
    shares: tuple[Share, ...] = ()


def figure(metric: Metric, answers: Distribution, days: Mapping[str, Distribution] | None = None) -> Figure:
    """The figure of answers that have weight; `days` are the same answers by day, for smiley terminals."""
    codes = coded(metric, answers)
    shares = classes(metric, answers)
    if metric.kind in NET_KINDS:
        return Figure(of_hundred(codes), nps_interval(codes), shares)
    if metric.kind == "rate":
        return Figure(metric.per * codes.mean, rate_interval(metric, codes))
    if metric.kind in SHARE_KINDS:
        return Figure(of_hundred(codes), share_interval(codes.mean, codes.effective_n()), shares)
    if metric.kind == "smiley":
        return Figure(codes.mean, smiley_interval(metric, days or {}), shares)
    if metric.kind in ("median", "p90"):
        p = 0.5 if metric.kind == "median" else 0.9
        return Figure(codes.quantile(p), intervals.quantile_interval(codes, p))
    return Figure(codes.mean, intervals.t_mean(codes), shares)


def reported_figure(metric: Metric, given: Reported) -> Figure:
    """The figure that an agency computed, with its own interval; a share's follows from n, others have none."""
    if given.low is not None or given.high is not None:
        return Figure(given.value, Interval(given.low, given.high))
    if metric.kind in SHARE_KINDS and 0 <= given.value <= 100:
        return Figure(given.value, share_interval(given.value / 100, given.n))
    return Figure(given.value, Interval(note=intervals.NONE_REPORTED))


def coded(metric: Metric, answers: Distribution) -> Distribution:
    """Answers as the numbers that the figure averages.

    nps and net: −1, 0, 1; csat, top, fcr and share: 1 where counted, else 0; smiley: its place on
    0–100; others as they are.
    """
    worst, best = metric.worst, metric.best
    if metric.kind == "nps":
        return answers.coded(lambda answer: nps_code(answer, best))
    if metric.kind == "net":
        return answers.coded(lambda answer: net_code(metric, answer))
    if metric.kind in ("csat", "top"):
        reach = (metric.top or 2) - 1
        return answers.coded(lambda answer: float(abs(best - answer) <= reach))
    if metric.kind in SHARE_KINDS:
        return answers.coded(lambda answer: float(answer == 1))
    if metric.kind == "smiley":
        return answers.coded(lambda answer: 100 * (answer - worst) / (best - worst))
    return answers


def of_hundred(codes: Distribution) -> float:
    """A mean of codes as a percentage; 29 of 100 is 29 exactly, and never −0."""
    return sum(100 * w * x for w, x in zip(codes.weights, codes.values, strict=True)) / codes.weight + 0.0


def nps_code(answer: float, best: float = 10.0) -> float:
    """Promoters (the two best answers) 1, passives (the next two) 0, detractors −1."""
    distance = abs(best - answer)
    return 1.0 if distance <= 1 else 0.0 if distance <= 3 else -1.0


def net_code(metric: Metric, answer: float) -> float:
    """1 for the best answers that a net index counts, −1 for the worst ones, 0 between."""
    if abs(metric.best - answer) <= metric.top - 1:
        return 1.0
    return -1.0 if abs(answer - metric.worst) <= metric.bottom - 1 else 0.0


def rate_interval(metric: Metric, events: Distribution) -> Interval:
    """Exact Poisson limits of events per so many cases (methods.md 1.7); weighted ones by the effective number."""
    cases = events.effective_n()
    if cases <= 0:
        return Interval(note=intervals.NONE_TOO_FEW)
    low, high = poisson_interval(events.mean * cases)
    return Interval(metric.per * low / cases, metric.per * high / cases)


def nps_interval(codes: Distribution) -> Interval:
    """Adjusted Wald, clipped to ±100; weighted shares count as an effective number of answers."""
    size = codes.effective_n()
    share = dict(zip(codes.values, codes.weights, strict=True))
    counts = [size * share.get(code, 0.0) / codes.weight for code in (-1.0, 0.0, 1.0)]
    return Interval(*intervals.clipped_nps(intervals.adjusted_wald_nps(*counts)))


def share_interval(share: float, n: float) -> Interval:
    """Wilson on 0–100 for a proportion of 0 to 1 out of an (effective) number of answers."""
    if n <= 0:
        return Interval(note=intervals.NONE_TOO_FEW)
    low, high = intervals.wilson(share, n)
    return Interval(100 * low, 100 * high)


def smiley_interval(metric: Metric, days: Mapping[str, Distribution]) -> Interval:
    """t limits from the index of each day; presses cluster in time (methods.md 1.5)."""
    if "" in days or not days:
        return Interval(note=intervals.NONE_UNDATED)
    return intervals.day_interval([coded(metric, day).mean for day in days.values() if day.weight > 0])


def classes(metric: Metric, answers: Distribution) -> tuple[Share, ...]:
    """The classes that part the answers, from worst to best, with their counts and shares of the weights."""
    if metric.kind in ("median", "p90", "rate"):
        return ()
    codes, labels = answers, _answer_labels(metric, answers)
    if metric.kind == "nps":
        codes, labels = coded(metric, answers), dict(zip((-1.0, 0.0, 1.0), NPS_CLASSES, strict=True))
    if metric.kind in ("fcr", "share"):
        codes, labels = coded(metric, answers), dict(zip((0.0, 1.0), YES_NO, strict=True))
    found = {x: (n, w) for x, n, w in zip(codes.values, codes.counts, codes.weights, strict=True)}
    return tuple(
        Share(label=label, count=found.get(code, (0, 0.0))[0], share=100 * found.get(code, (0, 0.0))[1] / codes.weight)
        for code, label in labels.items()
    )


def _answer_labels(metric: Metric, answers: Distribution) -> dict[float, str]:
    """A label for each step of a short scale of whole numbers; none where there are too many or fractions."""
    low, high = sorted((metric.worst, metric.best))
    steps = [low + step for step in range(int(high - low) + 1)]
    if len(steps) > MOST_CLASSES or not set(answers.values) <= set(steps):
        return {}
    if metric.worst > metric.best:
        steps.reverse()
    named = metric.kind == "smiley" and len(steps) == len(SMILEYS)
    return dict(zip(steps, SMILEYS if named else [f"{step:g}" for step in steps], strict=True))


def box(metric: Metric, answers: Distribution, *, best: int = 0, worst: int = 0) -> float:
    """The share, 0–100, of the `best` best or the `worst` worst steps of a scale: top-2-box, bottom-2-box."""
    if best:
        return 100 * answers.coded(lambda answer: float(abs(metric.best - answer) <= best - 1)).mean
    return 100 * answers.coded(lambda answer: float(abs(answer - metric.worst) <= worst - 1)).mean
