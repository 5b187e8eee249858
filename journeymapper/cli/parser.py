"""The command line's grammar: every verb adds its own part."""

import argparse
from typing import TYPE_CHECKING

from journeymapper import __version__
from journeymapper.cli import (
    beliefs,
    briefs,
    check,
    compare,
    coverage,
    diff,
    drivers,
    export,
    import_,
    inspect,
    inventory,
    load,
    metrics,
    new,
    open,
    paths,
    plan,
    priorities,
    questionnaire,
    report,
    scores,
    share,
    sources,
)

if TYPE_CHECKING:
    from journeymapper.language.language import Language

VERBS = (
    open,
    new,
    inspect,
    import_,
    sources,
    scores,
    paths,
    drivers,
    compare,
    beliefs,
    priorities,
    coverage,
    load,
    inventory,
    metrics,
    check,
    diff,
    report,
    share,
    export,
    briefs,
    questionnaire,
    plan,
)


def build_parser(language: "Language") -> argparse.ArgumentParser:
    """The parser of all verbs; without a verb the window opens."""
    parser = argparse.ArgumentParser(
        prog="journeymapper",
        description=language.text(
            "Journey Mapper draws customer journeys, designs their measurement and shows the results. "
            "Without a verb it opens the window; without a display it writes the sample project's report."
        ),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"journeymapper {__version__}")
    parser.set_defaults(run=open.run_without_verb)
    verbs = parser.add_subparsers(title=language.text("verbs"), metavar=language.text("VERB"))
    for verb in VERBS:
        verb.add_parser(verbs, language)
    return parser
