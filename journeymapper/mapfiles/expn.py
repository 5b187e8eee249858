"""Experience Notation (.expn, .xnote): events are stages, steps touchpoints, user-interface elements channels."""

import re
from collections.abc import Sequence

import msgspec

from journeymapper.mapfiles.card_lines import fitted
from journeymapper.mapfiles.cells import plain
from journeymapper.mapfiles.naming import shortened
from journeymapper.mapfiles.sketch import (
    LaneText,
    Reading,
    Sketch,
    SketchedPersona,
    SketchedStage,
    SketchedTouchpoint,
    merged_texts,
    split_lines,
)
from journeymapper.model.messages import Message, Refusal

FIELD = re.compile(r"([A-Z][A-Za-z]*(?:-[A-Za-z]+)*):\s*(.*)")
COMMENT = re.compile(r"(?:^|\s)#.*$")
BLOCKS = ("Persona", "Event", "Step")
NOTED = ("Comments", "Environmental-Factors", "Disruption", "Conditional", "Ref", "Parallel-Events", "Tag")
TOLD = ("Experience", "Interaction", "Adaptation", "Comments")
HEAD = ("EBNF-Version", "Syntax-Version", "Journey-Title", "Journey-Description")
LEFT_OUT = ("Metrics", "Meta", "External-Source")
KNOWN = frozenset((*BLOCKS, *NOTED, *TOLD, *HEAD, *LEFT_OUT, "ID", "User", "Action", "UI-Element"))


class Block(msgspec.Struct):
    """An event, step or persona with its fields, or what stands before the first."""

    kind: str
    name: str
    indent: int
    fields: dict[str, str] = msgspec.field(default_factory=dict)


def is_notation(text: str) -> bool:
    """Whether a text is written in the notation."""
    return (
        re.search(r"^Event:", text, re.MULTILINE) is not None
        and re.search(r"^[ \t]+Step:", text, re.MULTILINE) is not None
    )


def read_notation(text: str, *, source: str) -> Reading:
    """The journey of a text in the notation; refuses one without steps."""
    account: list[Message] = []
    head, *blocks = _blocks(split_lines(text, source), account)
    if not any(block.kind == "Step" for block in blocks):
        raise Refusal("{file}: no steps are noted.", file=source)
    names = {block.fields.get("ID", ""): block.name for block in blocks if block.kind == "Persona"}
    sketch = Sketch(
        name=shortened(head.fields.get("Journey-Title", ""))[0],
        description=head.fields.get("Journey-Description", ""),
        stages=tuple(_stages(blocks, names)),
        personas=tuple(_persona(block) for block in blocks if block.kind == "Persona"),
    )
    return Reading((sketch,), (*account, *_left_out(blocks)))


def _blocks(lines: Sequence[str], account: list[Message]) -> list[Block]:
    """The text by its blocks; a line without a field goes on with the one above."""
    blocks, field = [Block("", "", 0)], ""
    for number, line in enumerate(lines, start=1):
        text = plain(COMMENT.sub("", line))
        found = FIELD.fullmatch(text)
        indent = len(line) - len(line.lstrip())
        if found and found[1] in BLOCKS and not _is_reference(found[1], blocks[-1], indent):
            blocks.append(Block(found[1], found[2], indent))
            field = ""
        elif found and found[1] in KNOWN:
            field = found[1]
            blocks[-1].fields[field] = found[2]
        elif text and field and indent:
            blocks[-1].fields[field] = f"{blocks[-1].fields[field]} {text}"
        elif text:
            account.append(Message("Line {n} is not understood: “{text}”.", {"n": number, "text": text[:80]}))
    return blocks


def _is_reference(word: str, above: Block, indent: int) -> bool:
    """Whether `Persona:` inside a persona names the one that it is a state of."""
    return word == "Persona" and above.kind == "Persona" and indent > above.indent


def _stages(blocks: Sequence[Block], names: dict[str, str]) -> list[SketchedStage]:
    stages: list[tuple[Block, list[SketchedTouchpoint]]] = []
    for block in blocks:
        if block.kind == "Event":
            stages.append((block, []))
        elif block.kind == "Step":
            if not stages:
                stages.append((Block("Event", "", 0), []))
            stages[-1][1].append(_step(block, names))
    return [
        SketchedStage(name=shortened(event.name)[0], touchpoints=tuple(steps), texts=_notes(event))
        for event, steps in stages
    ]


def _step(block: Block, names: dict[str, str]) -> SketchedTouchpoint:
    user = block.fields.get("User", "")
    doing = [LaneText("doing", block.fields["Action"])] if block.fields.get("Action") else []
    elements = (name.strip() for name in block.fields.get("UI-Element", "").split(","))
    return fitted(
        SketchedTouchpoint(
            name=block.name or block.fields.get("Action", "") or "…",
            channels=tuple(dict.fromkeys(name for name in elements if name)),
            personas=(names.get(user, user),) if user else (),
            conditional="Optional" in block.name,
            texts=merged_texts([*doing, *_notes(block)]),
        )
    )


def _notes(block: Block) -> tuple[LaneText, ...]:
    return merged_texts(
        LaneText("note", f"{field}: {block.fields[field]}") for field in NOTED if block.fields.get(field)
    )


def _persona(block: Block) -> SketchedPersona:
    told = "\n".join(block.fields[field] for field in TOLD if block.fields.get(field))
    return SketchedPersona(name=shortened(block.name or "…")[0], description=told)


def _left_out(blocks: Sequence[Block]) -> list[Message]:
    """What is kept otherwise than it was noted, and what is not kept."""
    said = []
    steps = [block for block in blocks if block.kind != "Persona"]
    noted = [field for field in NOTED if any(block.fields.get(field) for block in steps)]
    if noted:
        said.append(Message("Kept as notes: {fields}.", {"fields": ", ".join(noted)}))
    dropped = [name for name in LEFT_OUT if any(name in block.fields for block in blocks)]
    if dropped:
        said.append(Message("Not used: {fields}.", {"fields": ", ".join(dropped)}))
    return [*said, *_dangling(blocks)]


def _dangling(blocks: Sequence[Block]) -> list[Message]:
    """References to ids that nothing has."""
    ids = {block.fields["ID"] for block in blocks if "ID" in block.fields}
    named: dict[str, None] = {}
    for block in blocks:
        for field in ("Ref", "Parallel-Events"):
            named.update(dict.fromkeys(name.strip() for name in block.fields.get(field, "").split(",")))
        named.update(dict.fromkeys(re.findall(r"\b(?:EVT|STEP)-[A-Z0-9-]+", block.fields.get("Conditional", ""))))
    return [
        Message("Nothing has the id {id} that is referred to.", {"id": key}) for key in named if key and key not in ids
    ]
