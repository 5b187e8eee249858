"""`diff A B`: what was added, removed, changed and moved from one project to another."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.model.difference import Difference

LONGEST = 60
"""Characters of a value in the list; JSON has all of it."""


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `diff`."""
    summary = language.text("say what was added, removed, changed and moved between two projects")
    parser = add_verb(verbs, "diff", run, summary)
    parser.add_argument("project", metavar="A", type=Path)
    parser.add_argument("file", metavar="B", type=Path)
    parser.add_argument("--json", action="store_true", help=language.text("print JSON"))


def run(args: argparse.Namespace, language: "Language") -> int:
    """Print the differences; the exit code is 0 with and without them."""
    from journeymapper.model.compare import compare
    from journeymapper.storage.container import open_project

    differences = compare(open_project(args.project).project, open_project(args.file).project)
    if args.json:
        print(_json(differences))
    elif not differences:
        print(language.text("The projects do not differ."))
    else:
        print("\n".join(_text(differences, language)))
    return 0


def _json(differences: "Sequence[Difference]") -> str:
    rows = [{name: getattr(one, name) for name in one.__struct_fields__} for one in differences]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _text(differences: "Sequence[Difference]", language: "Language") -> "Iterator[str]":
    """A heading per kind of difference, and a line per difference: what it is, its name, what differs."""
    from journeymapper.cli.failures import one_line
    from journeymapper.cli.text_table import columns_of

    headings = {
        "added": language.text("Added"),
        "removed": language.text("Removed"),
        "changed": language.text("Changed"),
        "moved": language.text("Moved"),
    }
    words = _kind_words(language)
    width = max(columns_of(words.get(one.element_kind, one.element_kind)) for one in differences)
    for kind, heading in headings.items():
        found = [one for one in differences if one.kind == kind]
        if found:
            yield f"{heading} ({language.number(len(found))})"
        for one in found:
            word = words.get(one.element_kind, one.element_kind)
            space = " " * (width - columns_of(word) + 2)
            yield "  " + one_line(f"{word}{space}{_short(one.name)}{_what(one, language)}")


def _value(text: str) -> str:
    """A value as far as a line holds it."""
    return _short(" ".join(text.split())) or "–"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _what(one: "Difference", language: "Language") -> str:
    if not one.field:
        return ""
    fields = {
        "stage": language.text("stage"),
        "place": language.text("place in the list"),
        "name": language.text("name"),
        "text": language.text("text"),
        "channels": language.text("channels"),
        "personas": language.text("personas"),
        "feeling": language.text("feeling"),
        "expectation": language.text("expectation"),
        "situation": language.text("situation"),
        "doing": language.text("doing"),
        "thoughts": language.text("thoughts"),
        "pains": language.text("pains"),
        "delights": language.text("delights"),
        "length": language.text("usual length"),
        "usual_length": language.text("usual length"),
        "owner": language.text("owner"),
        "function": language.text("function"),
        "backstage": language.text("backstage"),
        "systems": language.text("systems"),
        "moment_of_truth": language.text("moment of truth"),
        "moment_reason": language.text("why a moment of truth"),
        "conditional": language.text("only for some"),
        "base": language.text("for whom"),
        "question": language.text("question"),
        "target": language.text("target"),
        "metric": language.text("metric"),
        "status": language.text("status"),
    }
    field = fields.get(one.field, one.field.replace("_", " "))
    return f": {field} {_value(one.before)} → {_value(one.after)}"


def _kind_words(language: "Language") -> dict[str, str]:
    """What kinds of elements are called."""
    return {
        "project": language.text("project"),
        "journey": language.text("journey"),
        "stage": language.text("stage"),
        "touchpoint": language.text("touchpoint"),
        "link": language.text("link"),
        "hand-off": language.text("hand-off"),
        "message": language.text("message"),
        "own lane": language.text("own lane"),
        "point": language.text("measurement point"),
        "metric": language.text("metric"),
        "persona": language.text("persona"),
        "channel": language.text("channel"),
        "promise": language.text("promise"),
        "evidence": language.text("evidence"),
        "action": language.text("action"),
        "note": language.text("note"),
        "goal": language.text("goal"),
        "wave": language.text("wave"),
        "result set": language.text("result file"),
        "snapshot": language.text("snapshot"),
        "existing measurement": language.text("existing measurement"),
        "roll-out step": language.text("roll-out step"),
        "waiver": language.text("waiver"),
        "business case": language.text("business case"),
        "experiment": language.text("experiment"),
        "tag rule": language.text("tag rule"),
        "belief round": language.text("round of beliefs"),
        "questionnaire": language.text("questionnaire"),
    }
