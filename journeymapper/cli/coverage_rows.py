"""Coverage as JSON for programs and as a table for people."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeymapper.cli.text_table import text_table

if TYPE_CHECKING:
    from journeymapper.analysis.coverage import Coverage, PlanCoverage, Step, Weighted
    from journeymapper.language.language import Language
    from journeymapper.model.project import Project

STEPS: tuple["Step", ...] = ("planned", "live", "evidenced")
JOIN = " × "


def coverage_json(project: "Project", found: "PlanCoverage", language: "Language") -> dict[str, object]:
    """An object by dimension, each with in_scope, planned, live, evidenced, their shares (null for none) and items."""
    rows: dict[str, object] = {
        name: dimension_json(project, dimension) for name, dimension, _ in dimensions(found, language)
    }
    rows["channels"] = {
        **dimension_json(project, found.channels),
        "weighted": _weighted(found.by_channel_share),
        "new": [_name(project, key) for key in found.new_channels],
    }
    rows["personas"] = {**dimension_json(project, found.personas), "weighted": _weighted(found.by_persona_share)}
    rows["weighted"] = {
        "volume": _by_volume(found),
        "importance": _weighted(found.by_importance),
    }
    rows["blind_stages"] = [_name(project, key) for key in found.blind_stages]
    rows["blind_before_purchase"] = [_name(project, key) for key in found.blind_before_purchase]
    rows["never_asked"] = list(found.never_asked)
    return rows


def _by_volume(found: "PlanCoverage") -> dict[str, object]:
    """Encounters of one unit; of several, which cannot be added, each unit by itself."""
    units = {unit: _weighted(one) for unit, one in found.by_volume.items()}
    unknown: dict[str, object] = {f"{step}_share": None for step in STEPS}
    whole = next(iter(units.values())) if len(units) == 1 else unknown
    return {**whole, "by_unit": units}


def dimension_json(project: "Project", found: "Coverage") -> dict[str, object]:
    """One dimension; shares on 0–100, null where nothing is in scope."""
    counts: dict[str, object] = {step: found.count(step) for step in STEPS}
    shares = {f"{step}_share": found.share(step) for step in STEPS}
    items = [{"id": key, "name": _name(project, key), "step": step or None} for key, step in found.items.items()]
    waived = [_name(project, key) for key in found.waived]
    return {"in_scope": found.in_scope, **counts, **shares, "items": items, "waived": waived}


def coverage_text(project: "Project", found: "PlanCoverage", language: "Language") -> str:
    """A table of the dimensions, what nothing covers named; moments of truth first."""
    headings = [
        language.text("dimension"),
        language.text("in scope"),
        language.text("planned"),
        language.text("live"),
        language.text("enough answers"),
        language.text("uncovered"),
    ]
    rows = [_row(project, one, words, language) for _, one, words in dimensions(found, language)]
    rows += [_weight_row(one, words, language) for one, words in _weights(found, language)]
    return text_table(headings, rows, {1, 2, 3, 4})


def dimensions(found: "PlanCoverage", language: "Language") -> Iterator[tuple[str, "Coverage", str]]:
    """Name, coverage and words of each dimension, the most telling first."""
    from journeymapper.language.coverage_words import dimension_words

    for name, said in dimension_words(language).items():
        yield name, getattr(found, name), said


def _weights(found: "PlanCoverage", language: "Language") -> Iterator[tuple["Weighted", str]]:
    for unit, one in found.by_volume.items():
        yield one, language.text("Encounters: {unit}", unit=unit or language.text("encounters"))
    yield found.by_importance, language.text("Touchpoints by importance")
    yield found.by_channel_share, language.text("Channels by share of contacts")
    yield found.by_persona_share, language.text("Personas by share of customers")


def _row(project: "Project", found: "Coverage", words: str, language: "Language") -> list[str]:
    cells = [_share(getattr(found, step), found.share(step), language) for step in STEPS]
    uncovered = ", ".join(_name(project, key) for key in found.uncovered)
    return [words, language.number(found.in_scope), *cells, uncovered]


def _weight_row(found: "Weighted", words: str, language: "Language") -> list[str]:
    shares = [found.share(step) for step in STEPS]
    cells = [language.text("n/a") if share is None else language.percent(share) for share in shares]
    return [words, "", *cells, ""]


def _share(count: int, share: float | None, language: "Language") -> str:
    if share is None:
        return language.text("n/a")
    return f"{language.number(count)} ({language.percent(share)})"


def _weighted(found: "Weighted") -> dict[str, object]:
    shares = {f"{step}_share": found.share(step) for step in STEPS}
    amounts = {step: getattr(found, step) for step in ("in_scope", *STEPS)}
    return {**amounts, **shares, "without_weight": list(found.unweighted)}


def _name(project: "Project", key: str) -> str:
    from journeymapper.model.find import find, name_of

    if JOIN in key:
        return JOIN.join(_name(project, part) for part in key.split(JOIN))
    return name_of(project, key) if find(project, key) is not None else key
