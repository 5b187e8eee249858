"""Short forms of metrics, as the command line and map tables write them: `csat:1..7`, `share:yes`, `p90:30..0`."""

import math
import re
from typing import cast, get_args

import msgspec

from journeymapper.model.limits import LARGEST, LINE_LENGTH, clean_line, is_blank
from journeymapper.model.measurement import Metric, MetricKind
from journeymapper.model.messages import Refusal

SCALES: dict[MetricKind, tuple[float, float]] = {
    "nps": (0.0, 10.0),
    "csat": (1.0, 5.0),
    "csat-mean": (1.0, 5.0),
    "ces1": (5.0, 1.0),
    "ces2": (1.0, 7.0),
    "fcr": (0.0, 100.0),
    "share": (0.0, 100.0),
    "stars": (1.0, 5.0),
    "smiley": (1.0, 4.0),
    "median": (0.0, 100.0),
    "p90": (0.0, 100.0),
    "mean": (0.0, 100.0),
    "top": (1.0, 5.0),
    "net": (1.0, 5.0),
    "rate": (100.0, 0.0),
}
STEPPED: tuple[MetricKind, ...] = ("nps", "csat", "csat-mean", "ces1", "ces2", "stars", "smiley", "top", "net")
NUMBER = r"[-−]?[0-9]+(?:\.[0-9]+)?"
SCALE = re.compile(rf"({NUMBER})\s*\.\.\s*({NUMBER})")


def parse_metric(text: str) -> Metric:
    """The metric of a short form; its id is the form with its defaults left out. Refuses what is none."""
    kind_text, _, rest = (part.strip() for part in clean_line(text).partition(":"))
    kind = cast(MetricKind, kind_text.casefold())
    if kind not in get_args(MetricKind):
        kinds = ", ".join(get_args(MetricKind))
        raise Refusal("“{text}” is not a metric; there are {kinds}.", text=text[:80], kinds=kinds)
    if kind == "share":
        return _share(text, rest)
    if kind in ("top", "net", "rate"):
        return _with_counts(text, kind, rest)
    worst, best = _scale(text, rest) if rest else SCALES[kind]
    _check_scale(text, kind, worst, best)
    counted = ("yes",) if kind == "fcr" else ()
    return Metric(id=kind + _scale_form(kind, worst, best), kind=kind, worst=worst, best=best, counted=counted)


def _share(text: str, rest: str) -> Metric:
    """`share:VALUE` or `share:VALUE:worst..best`; a value may itself have colons, and without one it is yes."""
    value, _, scale = (part.strip() for part in rest.rpartition(":"))
    if not SCALE.fullmatch(scale):
        value, scale = rest, ""
    if len(value) > LINE_LENGTH:
        raise Refusal("“{text}…” is too long for an answer that counts.", text=text[:80])
    worst, best = _scale(text, scale) if scale else SCALES["share"]
    counted = "yes" if is_blank(value) else value.casefold()
    form = f"share:{counted}{_scale_form('share', worst, best)}"
    return Metric(id=form, kind="share", worst=worst, best=best, counted=(counted,))


def _with_counts(text: str, kind: MetricKind, rest: str) -> Metric:
    """`top:worst..best:K`, `net:worst..best:K/L`, `rate:worst..best:PER`; what follows the scale is optional."""
    scale, _, counts = (part.strip() for part in rest.partition(":"))
    worst, best = _scale(text, scale) if scale else SCALES[kind]
    _check_scale(text, kind, worst, best)
    usual = _usual_counts(kind, worst, best)
    given = _counts(text, counts, len(usual)) if counts else usual
    steps = abs(best - worst) + 1
    if kind != "rate" and (max(given) >= steps or sum(given) > steps):
        raise Refusal("“{text}” counts more answers than its scale has.", text=text[:80])
    form = "" if given == usual else ":" + "/".join(map(str, given))
    shown = _scale_form(kind, worst, best) or (f":{_number_form(worst)}..{_number_form(best)}" if form else "")
    metric = Metric(id=kind + shown + form, kind=kind, worst=worst, best=best)
    names = {"top": ("top",), "net": ("top", "bottom"), "rate": ("per",)}[kind]
    return msgspec.structs.replace(metric, **dict(zip(names, given, strict=True)))


def _usual_counts(kind: MetricKind, worst: float, best: float) -> tuple[int, ...]:
    """What is counted where nothing is said: 1 of 3 at each end, 2 of 4 and more; the 3 worst of 7 (CES 2.0)."""
    if kind != "net":
        return (1000,) if kind == "rate" else (1,)
    steps = int(abs(best - worst)) + 1
    return (1, 1) if steps < 4 else (2, 3) if steps == 7 else (2, 2)


def _counts(text: str, counts: str, wanted: int) -> tuple[int, ...]:
    parts = [part.strip() for part in counts.split("/")]
    if len(parts) != wanted or not all(part.isascii() and part.isdigit() and 0 < int(part) <= 10**9 for part in parts):
        raise Refusal("“{text}” has no counts that can be read.", text=text[:80])
    return tuple(map(int, parts))


def _scale(text: str, scale: str) -> tuple[float, float]:
    match = SCALE.fullmatch(scale)
    if match is None:
        raise Refusal(
            "“{text}” has no scale that can be read: write it as worst..best, 1..5 for example.", text=text[:80]
        )
    worst, best = (float(end.replace("−", "-")) for end in match.groups())
    if worst == best or not all(math.isfinite(end) and abs(end) <= LARGEST for end in (worst, best)):
        raise Refusal("The ends of the scale of “{text}” must be two different numbers.", text=text[:80])
    return worst, best


def _check_scale(text: str, kind: MetricKind, worst: float, best: float) -> None:
    """Refuses a scale that the kind of metric cannot have."""
    if kind in STEPPED and not (worst.is_integer() and best.is_integer() and abs(best - worst) <= 100):
        raise Refusal("“{text}” needs a scale of whole numbers, at most 101 of them.", text=text[:80])
    if kind == "nps" and not (best == 10 and worst in (0, 1)):
        raise Refusal("“{text}”: NPS is asked from 0 to 10.", text=text[:80])
    if kind == "csat" and abs(best - worst) < 2:
        raise Refusal("“{text}”: the two best answers need a scale of three at least.", text=text[:80])


def _scale_form(kind: MetricKind, worst: float, best: float) -> str:
    return "" if (worst, best) == SCALES[kind] else f":{_number_form(worst)}..{_number_form(best)}"


def _number_form(value: float) -> str:
    """A number as short as it can be written and read back the same."""
    return str(int(value)) if value.is_integer() else repr(value)
