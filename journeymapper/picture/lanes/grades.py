"""What a claim rests on: a sign for each kind of evidence, or the sign of an assumption, and the words for its tip."""

from collections.abc import Iterable, Sequence
from typing import get_args

from journeymapper.model.claims import claims_of, supported
from journeymapper.model.journey import Touchpoint
from journeymapper.model.project import Evidence, EvidenceKind
from journeymapper.picture.primitives import Primitive
from journeymapper.picture.sheet import Sheet
from journeymapper.picture.symbols import icon
from journeymapper.picture.type import fit, line_height, text_lines

KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)
ICONS: dict[EvidenceKind, str] = {
    "interview": "chat-circle-text-bold", "observation": "eye-bold", "diary": "notebook-bold",
    "measurement": "chart-bar-bold",
}  # fmt: skip
ASSUMED = "question-bold"
ICON, ROW = 8.5, 12.0
WORD_SIZE = 7.5


def grade_row(
    sheet: Sheet, touchpoint: Touchpoint, claims: Sequence[str], place: tuple[float, float, float]
) -> list[Primitive]:
    """The signs of what a cell's claims rest on, from `place` (x, top, width) in one row; words at full detail."""
    if not sheet.graded or not claims_of(touchpoint, claims):
        return []
    x, top, width = place
    found = supported(sheet.supports.get(touchpoint.id, ()), claims)
    kinds = [kind for kind in KINDS if any(each.kind == kind for each in found)]
    names = [ICONS[kind] for kind in kinds] or [ASSUMED]
    colour = sheet.theme.accent if kinds or sheet.view.emphasise else sheet.theme.sub
    items: list[Primitive] = [
        icon(name, x + index * (ICON + 1.5), top, ICON, colour) for index, name in enumerate(names)
    ]  # fmt: skip
    start = len(names) * (ICON + 1.5) + 1.5
    if sheet.view.detail == "full" and width - start > 2 * ICON:
        size = max(WORD_SIZE, sheet.floor)
        words = fit(
            grade_words(sheet, kinds), width - start, line_height(size), size, "medium", sheet.reader, sheet.floor, 1
        )
        items += [] if words.cut else text_lines(words, x + start, top + (ICON - words.height) / 2, "medium", colour)
    return items


def grade_words(sheet: Sheet, kinds: Iterable[EvidenceKind]) -> str:
    """The kinds of evidence in words; without any, that it is assumed."""
    names = kind_names(sheet)
    return ", ".join(names[kind] for kind in kinds) or sheet.view.language.text("assumed")


def kind_names(sheet: Sheet) -> dict[EvidenceKind, str]:
    """What the kinds of evidence are called."""
    text = sheet.view.language.text
    return {
        "interview": text("interview"), "observation": text("observation"), "diary": text("diary"),
        "measurement": text("measurement"),
    }  # fmt: skip


def evidence_lines(sheet: Sheet, touchpoint: Touchpoint, claims: Sequence[str]) -> list[str]:
    """A line for each piece of evidence on one of the claims: kind, source, day, quotation, n."""
    if not sheet.graded or not claims_of(touchpoint, claims):
        return []
    found = supported(sheet.supports.get(touchpoint.id, ()), claims)
    return [_evidence_line(sheet, each) for each in found] or [sheet.view.language.text("assumed")]


def _evidence_line(sheet: Sheet, evidence: Evidence) -> str:
    language = sheet.view.language
    parts = [kind_names(sheet)[evidence.kind], evidence.source]
    if evidence.collected_on is not None:
        parts.append(language.date(evidence.collected_on))
    if evidence.quotation:
        parts.append(f"“{evidence.quotation}”")
    if evidence.n is not None:
        parts.append(language.text("n {n}", n=language.number(evidence.n)))
    return ", ".join(part for part in parts if part)


def told(alt: str, lines: Sequence[str]) -> str:
    """A tip of what a cell shows and what it rests on; nothing without evidence to tell of."""
    return "\n".join((alt, *lines)) if lines else ""
