"""The metric library: ready metrics as data, and a team's own ones taken from file to file."""

import tomllib
from collections.abc import Iterable
from functools import cache

import msgspec

from journeymapper.model.both_languages import RESOURCES, BothLanguages
from journeymapper.model.limits import clean
from journeymapper.model.measurement import Metric, MetricClass
from journeymapper.model.messages import Refusal
from journeymapper.model.metric_specs import parse_metric

FOLDER = RESOURCES / "metrics"
SHELVES = ("experience", "relationship", "operations", "business")
OWN_FORMAT = 1


class LibraryMetric(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One metric of the library; `form` is the short form of its scale and statistic."""

    id: str
    form: str
    classes: tuple[MetricClass, ...]
    name: BothLanguages
    definition: BothLanguages
    wording: BothLanguages
    use_when: BothLanguages
    avoid_when: BothLanguages
    formula: BothLanguages
    source: BothLanguages


class OwnMetrics(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a team's own metrics."""

    format: int = OWN_FORMAT
    metrics: tuple[Metric, ...] = ()


class _Shelf(msgspec.Struct, frozen=True):
    metric: tuple[LibraryMetric, ...]


@cache
def metric_library() -> tuple[LibraryMetric, ...]:
    """All metrics of the library, in the order of its files."""
    shelves = (tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8")) for name in SHELVES)
    return tuple(metric for shelf in shelves for metric in msgspec.convert(shelf, _Shelf).metric)


def library_metric(key: str) -> LibraryMetric:
    """The library's metric of an id; refuses one that it does not have."""
    found = next((metric for metric in metric_library() if metric.id == key), None)
    if found is None:
        raise Refusal("The metric library has no {id}.", id=key)
    return found


def taken(metric: LibraryMetric, language: str) -> Metric:
    """A library's metric as a project keeps it, its texts in one language.

    What its short form says all of keeps the form's own name, in whatever language is read.
    """
    plain = parse_metric(metric.form)
    return msgspec.structs.replace(
        plain,
        id=metric.id,
        name="" if metric.id == plain.id else metric.name.in_language(language),
        classes=tuple(dict.fromkeys(metric.classes)),
        definition=metric.definition.in_language(language),
        wording=metric.wording.in_language(language),
        use_when=metric.use_when.in_language(language),
        avoid_when=metric.avoid_when.in_language(language),
        formula=metric.formula.in_language(language),
        source=metric.source.in_language(language),
    )


def encode_metrics(metrics: Iterable[Metric]) -> bytes:
    """Own metrics as a file for other projects; the same metrics make the same bytes."""
    return (
        msgspec.json.format(msgspec.json.encode(OwnMetrics(metrics=tuple(metrics)), order="sorted"), indent=2) + b"\n"
    )


def decode_metrics(data: bytes) -> tuple[Metric, ...]:
    """The metrics of such a file, clean; refuses anything else with the reason."""
    try:
        found = msgspec.json.decode(data, type=OwnMetrics)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise Refusal("That is no file of metrics: {reason}.", reason=str(problem)) from None
    if found.format != OWN_FORMAT:
        raise Refusal("Format {number} of metric files is not known.", number=found.format)
    return tuple(clean(metric) for metric in found.metrics)
