"""Mermaid's `journey`: sections are stages, tasks touchpoints, scores from 1 to 5 feelings, actors personas."""

import re
from collections.abc import Sequence

import msgspec

from journeymapper.mapfiles.card_lines import fitted
from journeymapper.mapfiles.cells import plain, several
from journeymapper.mapfiles.flowchart import is_flowchart, read_flowchart
from journeymapper.mapfiles.naming import shortened
from journeymapper.mapfiles.sketch import Reading, Sketch, SketchedStage, SketchedTouchpoint, split_lines
from journeymapper.model.messages import Message, Refusal

FENCE = re.compile(r"\s*(?:>\s*)?(`{3,}|~{3,})\s*([\w-]*)")
COMMENT = re.compile(r"%%|#")
LEFT_OUT = re.compile(r"(?:accTitle|accDescr)\s*[:{]|classDef\b|class\b|style\b", re.IGNORECASE)


class Task(msgspec.Struct, frozen=True):
    """A line `name: score: actors`; the score is None where it is no number."""

    name: str
    score: float | None
    actors: tuple[str, ...]


def is_mermaid(text: str) -> bool:
    """Whether the text itself is a diagram that can be read: a journey or a flowchart."""
    first = _first_word(text.split("\n"))
    return first == "journey" or is_flowchart(first)


def mermaid_blocks(text: str) -> list[str]:
    """The diagrams in the fenced blocks of a Markdown text that can be read."""
    blocks: list[list[str]] = []
    fence, inside = "", False
    for line in text.split("\n"):
        found = FENCE.match(line)
        if found and not fence:
            fence, inside = found[1], found[2].casefold().startswith("mermaid")
            blocks += [[]] if inside else []
        elif found and line.strip().startswith(fence):
            fence, inside = "", False
        elif inside:
            blocks[-1].append(line)
    return [text for block in blocks if is_mermaid(text := "\n".join(block))]


def read_mermaid(blocks: Sequence[str], *, source: str) -> Reading:
    """A journey per diagram; the same diagram twice is one."""
    readings = [_read_block(block, source) for block in blocks]
    sketches = tuple(sketch for reading in readings for sketch in reading.sketches)
    kept = tuple(sketch for place, sketch in enumerate(sketches) if sketch not in sketches[:place])
    account = [message for reading in readings for message in reading.account]
    if len(kept) < len(sketches):
        said = Message(
            "{n} diagram says the same as another and is drawn once.",
            {"n": len(sketches) - len(kept)},
            plural="{n} diagrams say the same as another and are drawn once.",
        )
        account.append(said)
    return Reading(kept, _each_once(account))


def _each_once(account: Sequence[Message]) -> tuple[Message, ...]:
    return tuple(message for place, message in enumerate(account) if message not in account[:place])


def _read_block(block: str, source: str) -> Reading:
    lines = split_lines(block, source)
    if is_flowchart(_first_word(lines)):
        return read_flowchart(lines, source=source)
    return _read_journey(lines, source)


def _first_word(lines: Sequence[str]) -> str:
    """The word that names the diagram, behind comments, directives and a front matter."""
    fenced = False
    for line in lines:
        bare = line.strip().lstrip("\ufeff")
        if bare == "---":
            fenced = not fenced
        elif bare and not fenced and not bare.startswith("%%"):
            return re.split(r"[\s;]", bare)[0].casefold()
    return ""


def _read_journey(lines: Sequence[str], source: str) -> Reading:
    journey = _Journey()
    fenced = False
    for number, line in enumerate(lines, start=1):
        bare = plain(COMMENT.split(line)[0]).rstrip(";").strip()
        fenced = fenced != (bare == "---")
        if fenced and bare.casefold().startswith("title:"):
            journey.title = bare.partition(":")[2].strip(" \"'")
        elif bare and bare != "---" and not fenced:
            journey.take(bare, number)
    if not any(stage.touchpoints for stage in journey.stages()):
        raise Refusal("{file}: the Mermaid journey has no tasks.", file=source)
    return Reading((Sketch(name=shortened(journey.title)[0], stages=journey.stages()),), tuple(journey.account))


class _Journey:
    """Takes lines; keeps the account."""

    def __init__(self) -> None:
        self.title = ""
        self.account: list[Message] = []
        self._stages: list[tuple[str, list[SketchedTouchpoint]]] = [("", [])]

    def stages(self) -> tuple[SketchedStage, ...]:
        """The sections, and before them a nameless one where tasks stand before the first."""
        found = self._stages if self._stages[0][1] else self._stages[1:]
        return tuple(SketchedStage(name=name, touchpoints=tuple(cards)) for name, cards in found)

    def take(self, line: str, number: int) -> None:
        """One line without its comment."""
        word, _, rest = line.partition(" ")
        if word.casefold() == "title":
            self.title = rest.strip()
        elif word.casefold() == "section":
            self._stages.append((shortened(rest.strip(" :") or "…")[0], []))
        elif word.casefold() != "journey" and not LEFT_OUT.match(line):
            self._take_task(line, number)

    def _take_task(self, line: str, number: int) -> None:
        task = _task(line)
        if task is None:
            self.account.append(Message("Line {n} is not understood: “{text}”.", {"n": number, "text": line[:80]}))
            return
        self._stages[-1][1].append(fitted(self._card(task, number)))

    def _card(self, task: Task, number: int) -> SketchedTouchpoint:
        feeling = None
        if task.score is None:
            self.account.append(Message("Line {n}: no score from 1 to 5, so no feeling is drawn.", {"n": number}))
        else:
            feeling = max(-2, min(2, round(task.score - 3)))
            if not 1 <= task.score <= 5:
                values: dict[str, str | int | float] = {"n": number, "score": task.score}
                self.account.append(Message("Line {n}: the score {score} is outside 1 to 5.", values))
        return SketchedTouchpoint(name=task.name, feeling=feeling, personas=task.actors)


def _task(line: str) -> Task | None:
    """`name: score: actors`; None where nothing stands before the first colon or there is none."""
    name, colon, rest = (part.strip() for part in line.partition(":"))
    if not colon or not name:
        return None
    score, _, actors = (part.strip() for part in rest.partition(":"))
    number = re.fullmatch(r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,3})?", score)
    return Task(name, float(score) if number else None, several(actors))
