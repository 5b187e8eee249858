"""What the verbs share in building the parser; nothing here may import more than the standard library."""

import argparse
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeymapper.language.language import Language

    Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
    Run: TypeAlias = Callable[[argparse.Namespace, Language], int]


def add_verb(verbs: "Verbs", name: str, run: "Run", summary: str) -> argparse.ArgumentParser:
    """A verb's parser: whole option names only, so that a new option never changes what an old script says."""
    parser = verbs.add_parser(name, help=_printable(summary), description=_printable(summary), allow_abbrev=False)
    parser.set_defaults(run=run)
    return parser


def _printable(text: str) -> str:
    return text.replace("%", "%%")
