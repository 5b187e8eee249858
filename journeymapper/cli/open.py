"""No verb, or `open`: the window, and where there is no display the sample's report."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli import sample
from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `open`."""
    parser = add_verb(verbs, "open", run, language.text("open the window, with a project or with the last one"))
    parser.add_argument("project", metavar="PROJECT", type=Path, nargs="?")


def run(args: argparse.Namespace, language: "Language") -> int:
    """Open a project in the window; raises Refusal where no window can be shown."""
    return _window(args.project, language)


def run_without_verb(args: argparse.Namespace, language: "Language") -> int:
    """The window with the last project or the sample; without a display the sample's report."""
    from journeymapper.desktop.probe import has_display

    return _window(None, language) if has_display() else sample.run(args, language)


def _window(project: Path | None, language: "Language") -> int:
    """Without looks for garbage until the start screen is painted: all that is made for it stays."""
    import gc

    from journeymapper.desktop.probe import obstacle

    gc.disable()
    try:
        if (found := obstacle()) is not None:
            from journeymapper.model.messages import Refusal

            raise Refusal(found.text, **found.values)
        from journeymapper.desktop.start import start

        return start(project, sample=sample.sample_path(language))
    finally:
        gc.enable()
