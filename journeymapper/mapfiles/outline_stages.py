"""What an outline means: which lines are stages, which are touchpoints, which say something of these."""

from collections.abc import Sequence

import msgspec

from journeymapper.mapfiles.card_lines import fitted, with_lines
from journeymapper.mapfiles.lane_words import text_lane
from journeymapper.mapfiles.marks import marked_line, unmask
from journeymapper.mapfiles.naming import shortened
from journeymapper.mapfiles.outline import Line, tree
from journeymapper.mapfiles.sketch import LaneText, Reading, Sketch, SketchedStage, SketchedTouchpoint, merged_texts
from journeymapper.model.messages import Message


def read_outline(lines: Sequence[str]) -> Reading:
    """The journey that lines of quick entry, an indented outline or a list of sticky notes draw."""
    outline = Outline()
    outline.read(tree(lines))
    return Reading((Sketch(stages=outline.stages()),), tuple(outline.account))


class _Stage(msgspec.Struct):
    """A stage being filled."""

    name: str
    touchpoints: list[SketchedTouchpoint] = msgspec.field(default_factory=list)
    texts: list[LaneText] = msgspec.field(default_factory=list)


class Outline:
    """Fills stages from lines; keeps the account."""

    def __init__(self) -> None:
        self.account: list[Message] = []
        self._stages: dict[str, _Stage] = {}
        self._stage = _Stage("")

    def stages(self) -> tuple[SketchedStage, ...]:
        """The stages in the order of their first lines."""
        return tuple(
            SketchedStage(name=one.name, touchpoints=tuple(one.touchpoints), texts=merged_texts(one.texts))
            for one in self._stages.values()
        )

    def read(self, lines: Sequence[Line]) -> None:
        """Take the outermost lines: stages where they name one or have touchpoints under them, else touchpoints."""
        stages_by_shape = any(self._has_touchpoints(line) for line in lines)
        for line in lines:
            marked = marked_line(line.text)
            if line.heading and marked.stage is None:
                self._take_stage(line, unmask(line.text))
            elif marked.stage is not None:
                self._take_marked(line)
            elif stages_by_shape and self._is_stage(line):
                self._take_stage(line, unmask(line.text.removesuffix(":")))
            elif line.text.endswith(":") and not line.under:
                self._take_stage(line, unmask(line.text[:-1]))
            else:
                self._take_touchpoint(line)

    def _has_touchpoints(self, line: Line) -> bool:
        """Whether lines stand under it that say nothing of a card."""
        return not _names_stage(line) and any(one.label is None for one in line.under)

    def _is_stage(self, line: Line) -> bool:
        return not line.under or self._has_touchpoints(line) or line.text.endswith(":")

    def _take_marked(self, line: Line) -> None:
        marked = marked_line(line.text)
        if marked.stage:
            self._enter(shortened(marked.stage)[0])
        if marked.nameless:
            self._say_nameless(line)
        for touchpoint in marked.touchpoints:
            self._add(line, touchpoint, line.under if touchpoint is marked.touchpoints[-1] else ())
        if not marked.touchpoints:
            self._take_under(line)

    def _take_stage(self, line: Line, name: str) -> None:
        self._enter(shortened(name)[0])
        self._take_under(line)

    def _take_under(self, line: Line) -> None:
        """The lines under a stage: touchpoints, but what is labelled says something of the stage itself."""
        for one in line.under:
            lane = text_lane(one.label)
            if lane is not None and not one.under:
                self._stage.texts.append(LaneText(lane, one.said))
            elif _names_stage(one):
                self._take_marked(one)
            else:
                self._take_touchpoint(one)

    def _take_touchpoint(self, line: Line) -> None:
        marked = marked_line(line.text)
        if marked.nameless:
            self._say_nameless(line)
        for touchpoint in marked.touchpoints:
            self._add(line, touchpoint, line.under)

    def _add(self, line: Line, touchpoint: SketchedTouchpoint, under: Sequence[Line]) -> None:
        self._enter(self._stage.name)
        card = fitted(touchpoint)
        if card is not touchpoint:
            values: dict[str, str | int | float] = {"n": line.number, "name": card.name}
            self.account.append(Message("Line {n} is long; all of it is kept as a note on “{name}”.", values))
        self._stage.touchpoints.append(with_lines(card, [one for top in under for one in (top, *top.below())]))

    def _enter(self, name: str) -> None:
        self._stage = self._stages.setdefault(name.casefold(), _Stage(name))

    def _say_nameless(self, line: Line) -> None:
        text = unmask(line.text)[:80]
        self.account.append(Message("Line {n} has marks but no name: “{text}”.", {"n": line.number, "text": text}))


def _names_stage(line: Line) -> bool:
    return marked_line(line.text).stage is not None
