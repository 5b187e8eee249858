"""`report PROJECT -o OUT.pdf`: the report, a poster or a wall sheet as a PDF that opens again as the project."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.scores import segment_text
from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.report.order import MapMode, Order
    from journeymapper.storage.container import Opened

MOST_OVERLAP = 60.0


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `report`."""
    text = language.text
    parser = add_verb(verbs, "report", run, text("write the report, a poster or a wall sheet as a PDF"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("-o", "--out", metavar="OUT.pdf", type=Path, required=True)
    parser.add_argument("--layout", metavar="full|summary|plan|map|wall|NAME", default="full",
                        help=text("the sections, full if not given; NAME is a layout kept in the project"))  # fmt: skip
    _add_paper(parser, language)
    _add_results(parser, language)
    parser.add_argument("--lang", choices=("en", "fi"), help=text("the report's language"))
    parser.add_argument("--mono", action="store_true", help=text("black on white alone, for a black-and-white laser"))
    parser.add_argument("--remarks", action="store_true", help=text("a numbered margin for remarks on every page"))
    parser.add_argument("--no-project", action="store_true", help=text("leave the project itself out of the PDF"))
    parser.add_argument("--date", type=iso_date, metavar="YYYY-MM-DD", help=text("the report's date, if not today"))


def _add_paper(parser: argparse.ArgumentParser, language: "Language") -> None:
    text = language.text
    parser.add_argument("--page", metavar="A3|420x297|roll914", type=paper_name,
                        help=text("the paper: A5 to A0, Letter, Legal, Tabloid, millimetres or a roll"))  # fmt: skip
    turned = parser.add_mutually_exclusive_group()
    turned.add_argument("--landscape", dest="landscape", action="store_true", default=None, help=text("lying pages"))
    turned.add_argument("--portrait", dest="landscape", action="store_false", help=text("upright pages"))
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--fit", action="store_true", help=text("the map on one page; refused where it would be too small")
    )
    ways.add_argument("--break", dest="broken", action="store_true",
                      help=text("the map over several pages, broken at stages; so unless told otherwise"))  # fmt: skip
    ways.add_argument(
        "--tile", metavar="A4", type=paper_name, help=text("the map as a poster of --page on sheets of this paper")
    )
    parser.add_argument("--overlap", metavar="MM", type=overlap, default=10.0,
                        help=text("how much neighbouring sheets of a poster share, 10 mm if not given"))  # fmt: skip


def _add_results(parser: argparse.ArgumentParser, language: "Language") -> None:
    text = language.text
    parser.add_argument("--wave", metavar="W", help=text("the wave to report on, the newest if not given"))
    parser.add_argument("--compare", metavar="W", help=text("the wave to tell changes against, if not the one before"))
    parser.add_argument(
        "--segment", metavar="COL=VALUE", type=segment_text, help=text("the answers of one segment alone")
    )


def iso_date(text: str) -> date:
    """A day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-11-22") from error


def paper_name(text: str) -> str:
    """The name or size of a paper."""
    from journeymapper.model.messages import Refusal
    from journeymapper.report.paper import paper

    try:
        paper(text)
    except Refusal as refusal:
        raise argparse.ArgumentTypeError(str(refusal)) from refusal
    return text


def overlap(text: str) -> float:
    """Millimetres from 0 to 60."""
    try:
        found = float(text)
    except ValueError:
        found = -1.0
    if not 0 <= found <= MOST_OVERLAP:
        raise argparse.ArgumentTypeError(f"{text!r} is not an overlap from 0 to {MOST_OVERLAP:.0f} millimetres")
    return found


def run(args: argparse.Namespace, language: "Language") -> int:
    """Write the report and print its path; language and page are the project's own unless given."""
    from journeymapper.cli.failures import complain, one_line
    from journeymapper.cli.out_files import writable_path
    from journeymapper.report.missing import lacking, lacking_words
    from journeymapper.report.report import build_report
    from journeymapper.storage.atomic import write_atomically
    from journeymapper.storage.container import open_project

    opened = open_project(args.project)
    out = writable_path(args.out, (".pdf",), inputs=[args.project])
    order = order_of(args, opened)
    pdf = build_report(opened.project, opened.tallies, order, opened.attachments)
    if missing := lacking_words(lacking(opened.project)):
        complain(language.message(missing))
    write_atomically(out, pdf)
    print(one_line(str(out)))
    return 0


def order_of(args: argparse.Namespace, opened: "Opened") -> "Order":
    """What was asked for; a Refusal where a wave, a segment or a paper is none."""
    from journeymapper.cli.choices import chosen_segments, chosen_waves
    from journeymapper.language.language import language as language_of
    from journeymapper.report.order import Order

    project, file = opened.project, args.project
    waves = [wave for wave in (args.wave, args.compare) if wave is not None]
    chosen_waves(waves, project, file)
    return Order(
        language=language_of(args.lang or project.language),
        date=args.date or date.today(),  # noqa: DTZ011 - the reader's day
        page=args.page or ("A1" if args.tile else project.settings.page),
        landscape=args.landscape,
        layout=args.layout,
        map=_map_mode(args),
        tile=args.tile or "A4",
        overlap=args.overlap,
        wave=args.wave or "",
        compare=args.compare or "",
        segment=chosen_segments([args.segment], opened, file)[0] if args.segment else None,
        mono=args.mono,
        embed=not args.no_project,
        remarks=args.remarks,
    )


def _map_mode(args: argparse.Namespace) -> "MapMode":
    if args.tile:
        return "tile"
    return "fit" if args.fit else "break"
