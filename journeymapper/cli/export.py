"""`export PROJECT -o OUT.svg|.png`: the map as a picture."""

import argparse
import math
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.picture.primitives import Picture

MOST_SCALE = 20


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `export`."""
    parser = add_verb(verbs, "export", run, language.text("write the map as SVG or PNG"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("-o", "--out", metavar="OUT.svg|.png", type=Path, required=True)
    parser.add_argument(
        "--scale", type=scale, default=2.0, help=language.text("pixels per point of a PNG, 2 if not given")
    )
    parser.add_argument("--journey", metavar="NAME", help=language.text("the journey to draw, if not the first"))
    parser.add_argument("--lang", choices=("en", "fi"), help=language.text("the map's language"))


def scale(text: str) -> float:
    """A number above 0 and at most 20."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 < number <= MOST_SCALE:
        raise argparse.ArgumentTypeError(f"{text!r} is not a scale above 0 and at most {MOST_SCALE}")
    return number


def run(args: argparse.Namespace, _: "Language") -> int:
    """Draw the map and write it; prints the path."""
    from journeymapper.cli.choices import chosen_journey
    from journeymapper.cli.failures import one_line
    from journeymapper.cli.out_files import writable_path
    from journeymapper.export.drawing import drawing
    from journeymapper.language.language import language as language_of
    from journeymapper.storage.atomic import write_atomically
    from journeymapper.storage.container import open_project

    opened = open_project(args.project)
    out = writable_path(args.out, (".svg", ".png"), inputs=[args.project])
    project = opened.project
    journey = chosen_journey(args.journey, project, args.project)
    picture = drawing(project, opened.tallies, journey, language_of(args.lang or project.language))
    write_atomically(out, _painted(out, picture, journey.name, args.scale))
    print(one_line(str(out)))
    return 0


def _painted(out: Path, picture: "Picture", title: str, pixels: float) -> bytes:
    if out.suffix.casefold() == ".svg":
        from journeymapper.export.svg import svg

        return svg(picture, title)
    from journeymapper.export.png import png

    return png(picture, pixels)
