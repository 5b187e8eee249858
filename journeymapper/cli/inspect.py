"""`inspect FILE`: what a result file looks like, before anything is imported from it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.import_grammar import add_date_order
from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.results.inspection import Inspection
    from journeymapper.results.proposing import Match


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `inspect`."""
    parser = add_verb(verbs, "inspect", run, language.text("say what a result file holds"))
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument(
        "--sheet", metavar="NAME", default="", help=language.text("the sheet to read, if not the first")
    )
    parser.add_argument(
        "--project", metavar="PROJECT", type=Path, help=language.text("propose measurement points of this project")
    )
    add_date_order(parser, language)
    parser.add_argument("--json", action="store_true", help=language.text("print JSON"))


def run(args: argparse.Namespace, language: "Language") -> int:
    """Print the facts of the file."""
    from journeymapper.cli.inspections import inspection_json, inspection_text
    from journeymapper.results.inspecting import inspect_file
    from journeymapper.results.readers.grid import Wish

    inspection = inspect_file(_readable(args.file), Wish(sheet=args.sheet, date_order=args.dates))
    matches = _matches(args.project, inspection) if args.project else None
    if args.json:
        print(inspection_json(inspection, language, matches))
    else:
        print(inspection_text(inspection, language, matches))
    return 0


def _readable(path: Path) -> Path:
    """The file, or a folder of Parquet files, which are read as one."""
    from journeymapper.cli.in_files import readable_path
    from journeymapper.results.streamed_files import is_streamed

    return path if path.is_dir() and is_streamed(path) else readable_path(path)


def _matches(project: Path, inspection: "Inspection") -> "tuple[Match, ...]":
    from journeymapper.results.proposing import match_columns
    from journeymapper.storage.container import open_project

    return match_columns(open_project(project).project, inspection)
