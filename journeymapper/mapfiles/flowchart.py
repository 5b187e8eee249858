"""Mermaid's flowchart: nodes are touchpoints, subgraphs stages, arrows ways between them."""

import html
import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import msgspec

from journeymapper.mapfiles.card_lines import fitted
from journeymapper.mapfiles.cells import plain
from journeymapper.mapfiles.naming import name_or, shortened
from journeymapper.mapfiles.sketch import Reading, Sketch, SketchedStage, SketchedTouchpoint
from journeymapper.mapfiles.ways import Arrow, links_along, order_along
from journeymapper.model.messages import Message, Refusal

LONGEST_LINE = 2_000
MOST_ARROWS = 20_000
LEFT_OUT = re.compile(
    r"(?:%%|style\b|classDef\b|class\b|click\b|linkStyle\b|direction\b|accTitle\b|accDescr\b|---)", re.IGNORECASE
)
NODE = re.compile(
    r"\s*(?P<id>[^\s\[\](){}<>|&;:\"@-]+(?:-(?![-.>])[^\s\[\](){}<>|&;:\"@-]+)*)"
    r"(?:\s*(?P<label>\(\(\(.*?\)\)\)|\(\(.*?\)\)|\(\[.*?\]\)|\[\(.*?\)\]|\[\[.*?\]\]|\{\{.*?\}\}|\[[/\\].*?[/\\]\]|"
    r"\(.*?\)|\[.*?\]|\{.*?\}|>.*?\]))?(?::::?[\w-]+)?"
)
ARROW = re.compile(
    r"\s*(?:<|[ox](?=[-=.]))?(?:(?:--|==|-\.)\s+(?P<text>[^|>]+?)\s+(?:-->|--[ox]?|==>|\.->)|"
    r"(?:-{2,}|={2,}|-\.+-)[>ox]?)\s*(?:\|(?P<named>[^|]*)\|)?"
)
SUBGRAPH = re.compile(r"subgraph\s+(?P<id>[^\[]*?)\s*(?:\[(?P<title>.*)\])?\s*$", re.IGNORECASE)
JOINED = re.compile(r"\s*&")
TAG = re.compile(r"<[^<>]*>")


def is_flowchart(word: str) -> bool:
    """Whether the first word of a diagram names a flowchart."""
    return word in ("flowchart", "graph", "flowchart-elk")


def read_flowchart(lines: Sequence[str], *, source: str) -> Reading:
    """The journey of a flowchart; refuses one without nodes."""
    chart = _Chart()
    for number, line in enumerate(lines, start=1):
        bare = plain(line)
        if bare and not LEFT_OUT.match(bare) and not is_flowchart(re.split(r"[\s;]", bare)[0].casefold()):
            chart.take(bare, number)
        if len(chart.arrows) > MOST_ARROWS:
            raise Refusal("{file}: more than {limit} arrows.", file=source, limit=MOST_ARROWS)
    if not chart.names:
        raise Refusal("{file}: the flowchart has no boxes.", file=source)
    return Reading((chart.sketch(),), tuple(chart.said()))


Node: TypeAlias = tuple[str, str]
"""The id of a node and the label that it has here, empty where it has none."""


class _Chart(msgspec.Struct):
    """Nodes in the order of their first mention, arrows between them, and the subgraph that each stands in."""

    names: dict[str, str] = msgspec.field(default_factory=dict)
    stages: dict[str, str] = msgspec.field(default_factory=dict)
    titles: dict[str, str] = msgspec.field(default_factory=dict)
    arrows: list[Arrow] = msgspec.field(default_factory=list)
    account: list[Message] = msgspec.field(default_factory=list)
    inside: list[str] = msgspec.field(default_factory=list)

    def take(self, line: str, number: int) -> None:
        """One line: a subgraph's beginning or end, or nodes with arrows between them."""
        if line.casefold().startswith("subgraph"):
            self._enter(line, number)
        elif line.casefold().rstrip(";") == "end":
            del self.inside[-1:]
        elif len(line) > LONGEST_LINE or not all(self._take_ways(part) for part in line.split(";") if part.strip()):
            self.account.append(Message("Line {n} is not understood: “{text}”.", {"n": number, "text": line[:80]}))

    def _enter(self, line: str, number: int) -> None:
        found = SUBGRAPH.match(line)
        key = plain(found["id"]) if found and found["id"] else f"{number}"
        self.titles[key] = _label((found["title"] if found else "") or key)
        self.inside.append(key)

    def _take_ways(self, text: str) -> bool:
        """Nodes joined by arrows, `a & b --> c`; False, and nothing taken, where something else stands among them."""
        steps, labels, place = list[list[Node]](), list[str](), 0
        while place < len(text):
            nodes, place = _nodes(text, place)
            if not nodes:
                return False
            steps.append(nodes)
            arrow = ARROW.match(text, place)
            if arrow is None or arrow.end() == place:
                break
            labels.append(_label(arrow["text"] or arrow["named"] or ""))
            place = arrow.end()
        if text[place:].strip() or len(labels) != len(steps) - 1:
            return False
        self._add(steps, labels)
        return True

    def _add(self, steps: Sequence[Sequence[Node]], labels: Sequence[str]) -> None:
        for key, label in (node for nodes in steps for node in nodes):
            if label:
                self.names[key] = _label(label)
            self.names.setdefault(key, key)
            if self.inside:
                self.stages.setdefault(key, self.inside[-1])
        places = {key: place for place, key in enumerate(self.names)}
        for label, before, after in zip(labels, steps[:-1], steps[1:], strict=True):
            self.arrows += [Arrow(places[one], places[other], label) for one, _ in before for other, _ in after]

    def sketch(self) -> Sketch:
        """The nodes along the arrows, a stage per subgraph and one without a name for the rest."""
        keys = list(self.names)
        along = order_along(len(keys), self.arrows)
        groups = list(dict.fromkeys(self.stages.get(keys[node], "") for node in along))
        order = sorted(along, key=lambda node: groups.index(self.stages.get(keys[node], "")))
        stages = [
            SketchedStage(
                name=shortened(self.titles.get(group, ""))[0],
                touchpoints=tuple(self._card(keys[node]) for node in order if self.stages.get(keys[node], "") == group),
            )
            for group in groups
        ]
        return Sketch(stages=tuple(stages), links=links_along(order, self.arrows))

    def _card(self, key: str) -> SketchedTouchpoint:
        return fitted(SketchedTouchpoint(name=name_or(self.names[key], key)))

    def said(self) -> Iterator[Message]:
        """The account."""
        yield from self.account
        if self.arrows:
            yield Message("The longest way along the arrows is taken for the happy path.")


def _label(text: str) -> str:
    """A label without quotes, markup and pictures."""
    bare = TAG.sub(" ", html.unescape(text.replace("\\n", " ")))
    return plain(bare.strip(" \"'`"))


def _nodes(text: str, place: int) -> tuple[list[Node], int]:
    """The nodes from a place on, `&` between them, and the place behind them."""
    found: list[Node] = []
    while node := NODE.match(text, place):
        place = node.end()
        found.append((node["id"], (node["label"] or "").strip("()[]{}>/\\ ")))
        joined = JOINED.match(text, place)
        if joined is None:
            break
        place = joined.end()
    return found, place
