"""What members of staff believe that customers answer: never kept where fewer than five of them said it."""

from collections import Counter

import msgspec

from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Refusal
from journeymapper.model.sources import STAFF_LEAST, Unused
from journeymapper.model.tally import Tally
from journeymapper.results.tasks import Counted

FIGURES_OF_HUNDRED = ("csat", "share", "fcr", "smiley")


def without_few(counted: Counted, file: str) -> Counted:
    """The tally without the beliefs about a point in a wave that fewer than five people share.

    Raises Refusal where none are left, and for aggregated beliefs, whose number of people cannot be checked.
    """
    tally = counted.tally
    kept: dict[str, list[float | None]] = {}
    few: Counter[str] = Counter()
    for point, answers in tally.answers.items():
        sizes = _sizes(answers, tally)
        kept[point] = [
            answer if sizes[wave] >= STAFF_LEAST else None for answer, wave in zip(answers, tally.waves, strict=True)
        ]
        few[point] = sum(size for size in sizes.values() if size < STAFF_LEAST)
    if not any(answer is not None for answers in kept.values() for answer in answers):
        raise Refusal(
            "{file}: beliefs of fewer than {least} members of staff are not kept.", file=file, least=STAFF_LEAST
        )
    left = tuple(
        Unused(point=point, column=_column(counted, point), reason="too few", count=n) for point, n in few.items() if n
    )
    return msgspec.structs.replace(
        counted,
        tally=msgspec.structs.replace(tally, answers=kept, reported=[]),
        used={point: used - few[point] for point, used in counted.used.items()},
        unused=(*counted.unused, *left),
        comments=(),
    )


def _sizes(answers: list[float | None], tally: Tally) -> Counter[str]:
    sizes: Counter[str] = Counter()
    for answer, wave, count in zip(answers, tally.waves, tally.counts, strict=True):
        if answer is not None:
            sizes[wave] += count
    return sizes


def _column(counted: Counted, point: str) -> str:
    """The column of a point as the account already calls it, else the point itself."""
    return next((unused.column for unused in counted.unused if unused.point == point), point)


def as_guessed(metric: Metric) -> Metric:
    """How a guess at a metric's figure is read: as a number on the figure's own scale, a percentage for shares.

    Staff predict the figure; their predictions are never made into shares or an NPS of their own (methods.md 8).
    """
    if metric.kind == "nps":
        return msgspec.structs.replace(metric, kind="mean", worst=-100.0, best=100.0, counted=())
    if metric.kind in FIGURES_OF_HUNDRED:
        worst, best = (metric.worst, metric.best) if metric.kind in ("share", "fcr") else (0.0, 100.0)
        return msgspec.structs.replace(metric, kind="mean", worst=worst, best=best, counted=())
    return msgspec.structs.replace(metric, kind="mean", counted=())
