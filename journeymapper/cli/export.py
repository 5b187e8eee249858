"""`export PROJECT -o OUT`: the map and its results in another program's format, named by the ending."""

import argparse
import math
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.report import iso_date
from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language

MOST_SCALE = 20
MOST_TEMPLATE = 100 * 2**20


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `export`."""
    parser = add_verb(verbs, "export", run, language.text("write map and results in another format"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument(
        "-o", "--out", metavar="OUT.svg|.png|.pptx|.xlsx|.html|.md|.drawio|.mmd|.csv|.json", type=Path, required=True
    )
    parser.add_argument(
        "--scale", type=scale, default=2.0, help=language.text("pixels per point of a PNG, 2 if not given")
    )
    parser.add_argument("--journey", metavar="NAME", help=language.text("the journey to draw, if not the first"))
    parser.add_argument("--lang", choices=("en", "fi"), help=language.text("the map's language"))
    parser.add_argument("--date", type=iso_date, metavar="YYYY-MM-DD", help=language.text("the date, if not today"))
    parser.add_argument(
        "--template",
        metavar="CLIENT.pptx",
        type=Path,
        help=language.text("whose masters, fonts and colours slides take"),
    )


def scale(text: str) -> float:
    """A number above 0 and at most 20."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 < number <= MOST_SCALE:
        raise argparse.ArgumentTypeError(f"{text!r} is not a scale above 0 and at most {MOST_SCALE}")
    return number


def run(args: argparse.Namespace, language: "Language") -> int:
    """Write the map in the format that the name asks for; prints the path."""
    from journeymapper.cli.choices import chosen_journey
    from journeymapper.cli.failures import complain, one_line
    from journeymapper.cli.out_files import writable_path
    from journeymapper.export.formats import ENDINGS, Wish, exported, unprinted
    from journeymapper.language.language import language as language_of
    from journeymapper.storage.atomic import write_atomically
    from journeymapper.storage.container import open_project

    opened = open_project(args.project)
    out = writable_path(args.out, ENDINGS, inputs=[args.project])
    project = opened.project
    wish = Wish(
        opened=opened,
        journey=chosen_journey(args.journey, project, args.project),
        language=language_of(args.lang or project.language),
        scale=args.scale,
        date=args.date or date.today(),  # noqa: DTZ011 - the reader's day
        template=_template(args.template),
    )
    ending = out.suffix.casefold()
    write_atomically(out, exported(ending, wish))
    if missing := unprinted(ending, project):
        complain(language.message(missing))
    print(one_line(str(out)))
    return 0


def _template(path: Path | None) -> bytes | None:
    """The bytes of a template. Raises Refusal."""
    from journeymapper.model.messages import Refusal
    from journeymapper.storage.atomic import refusal_of_reading

    if path is None:
        return None
    try:
        if path.stat().st_size > MOST_TEMPLATE:
            raise Refusal("{file} is too large for a template.", file=str(path))
        return path.read_bytes()
    except OSError as error:
        raise refusal_of_reading(path, error) from error
