"""`import PROJECT FILE`: bring a result file's answers to the measurement points, and say what was left out."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.import_options import column_answer, column_codes, column_period, column_point
from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.model.project import Project
    from journeymapper.model.sources import Mapping
    from journeymapper.results.importing import Imported
    from journeymapper.storage.container import Opened


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `import`."""
    parser = add_verb(verbs, "import", run, language.text("import a result file into a project"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("file", metavar="FILE", type=Path)
    _add_columns(parser, language)
    _add_waves(parser, language)
    parser.add_argument("--sheet", metavar="NAME", help=language.text("the sheet to read, if not the first"))
    parser.add_argument(
        "--aggregates", action="store_true", help=language.text("FILE holds figures or counts per point, not answers")
    )
    saved = parser.add_mutually_exclusive_group()
    saved.add_argument("--save-mapping", metavar="M.json", type=Path, help=language.text("save the mapping"))
    saved.add_argument(
        "--mapping", metavar="M.json", type=Path, help=language.text("use a saved mapping; options given here win")
    )
    parser.add_argument(
        "--replace", action="store_true", help=language.text("put this import in the place of an earlier one of FILE")
    )
    parser.add_argument("--dry-run", action="store_true", help=language.text("change nothing, print the account"))
    parser.add_argument("--json", action="store_true", help=language.text("print JSON"))
    parser.set_defaults(parser=parser)


def _add_columns(parser: argparse.ArgumentParser, language: "Language") -> None:
    parser.add_argument(
        "--map",
        metavar="COLUMN=POINT",
        type=column_point,
        action="append",
        default=[],
        help=language.text(
            "a column and its measurement point: an id, a touchpoint's name or touchpoint/metric; repeatable"
        ),
    )
    parser.add_argument(
        "--count",
        metavar="COLUMN=POINT:ANSWER",
        type=column_answer,
        action="append",
        default=[],
        help=language.text("a column whose cells count one answer of a point, as terminals do; repeatable"),
    )
    parser.add_argument(
        "--total",
        metavar="COLUMN=POINT",
        type=column_point,
        action="append",
        default=[],
        help=language.text("a column whose cells count all answers of a point; repeatable"),
    )
    parser.add_argument(
        "--missing",
        metavar="COL=CODE,CODE",
        type=column_codes,
        action="append",
        default=[],
        help=language.text("the codes of a column that mean no answer; repeatable"),
    )
    parser.add_argument("--weight", metavar="COL", help=language.text("the column of weights"))
    parser.add_argument(
        "--segment",
        metavar="COL",
        action="append",
        default=[],
        help=language.text("a column by which scores can be split; repeatable"),
    )


def _add_waves(parser: argparse.ArgumentParser, language: "Language") -> None:
    waves = parser.add_mutually_exclusive_group()
    waves.add_argument("--wave", metavar="LABEL", help=language.text("the wave that the whole file belongs to"))
    waves.add_argument(
        "--wave-column",
        metavar="COL[:month|quarter|half|year]",
        type=column_period,
        help=language.text("the column of wave labels, or of dates with the length of a period"),
    )


def run(args: argparse.Namespace, language: "Language") -> int:
    """Read, add and save; with --dry-run only read. The project file is held for the whole of it."""
    from journeymapper.storage.locks import hold

    _check_usage(args, language)
    if args.dry_run:
        _print_account(args, _read(args)[2], language)
        return 0
    with hold(args.project):
        imported = _import(args)
    _print_account(args, imported, language)
    return 0


def _check_usage(args: argparse.Namespace, language: "Language") -> None:
    columns = args.map or args.count or args.total
    if args.aggregates and columns:
        args.parser.error(language.text("--aggregates takes its points from the file, not from --map"))


def _import(args: argparse.Namespace) -> "Imported":
    """Read the file and save the project with it; the project file is left as it was if anything is refused."""
    from journeymapper.model import edits
    from journeymapper.results.mapping import save_mapping
    from journeymapper.storage.container import save_project

    opened, project, imported = _read(args)
    result_set = imported.result_set
    project = edits.add_result_set(project, result_set, imported.waves)
    if args.save_mapping:
        save_mapping(args.save_mapping, result_set.mapping)
    tallies = {**opened.tallies, result_set.tally: imported.tally}
    save_project(args.project, project, tallies, opened.attachments, since=opened.stamp)
    return imported


def _read(args: argparse.Namespace) -> tuple["Opened", "Project", "Imported"]:
    """The opened file, its project ready to take the import, and the import."""
    from journeymapper.cli.duplicates import without_earlier
    from journeymapper.cli.import_options import chosen_mapping
    from journeymapper.cli.in_files import readable_path
    from journeymapper.model.sources import Mapping
    from journeymapper.results.importing import read_results
    from journeymapper.results.mapping import load_mapping
    from journeymapper.results.own_codes import own_mapping
    from journeymapper.storage.container import open_project

    opened = open_project(args.project)
    _refuse_unwritable(args, opened)
    if args.mapping:
        saved = load_mapping(args.mapping)
    elif args.map or args.count or args.total or args.aggregates:
        saved = Mapping()
    else:
        saved = own_mapping(opened.project, readable_path(args.file), sheet=args.sheet or "")
    mapping = chosen_mapping(args, opened.project, saved)
    _refuse_old_wave(args, opened.project, mapping)
    imported = read_results(readable_path(args.file), mapping, opened.project, today=date.today())  # noqa: DTZ011 - the reader's day
    project = without_earlier(opened.project, imported, replace=args.replace, file=args.file)
    return opened, project, imported


def _refuse_unwritable(args: argparse.Namespace, opened: "Opened") -> None:
    """Refuse before reading a long file what could not be saved afterwards."""
    from journeymapper.cli.out_files import writable_path
    from journeymapper.model.messages import Refusal

    file = str(args.project)
    if opened.read_only:
        raise Refusal("{file} comes from a newer version of Journey Mapper and can only be read.", file=file)
    if args.project.suffix.casefold() == ".json":
        raise Refusal("{file} is a plain document without room for results; a .jmap file has it.", file=file)
    if args.save_mapping:
        writable_path(args.save_mapping, (".json",), inputs=[args.project, args.file])


def _refuse_old_wave(args: argparse.Namespace, project: "Project", mapping: "Mapping") -> None:
    """A saved mapping knows the wave that it was made for; the next file must not be added to that one unasked."""
    from journeymapper.model.messages import Refusal

    if args.mapping and args.wave is None and mapping.wave in project.waves:
        raise Refusal(
            "{file}: the wave {wave} of this mapping has results already; name the wave of this file with --wave.",
            file=str(args.mapping),
            wave=mapping.wave,
        )


def _print_account(args: argparse.Namespace, imported: "Imported", language: "Language") -> None:
    from journeymapper.cli.accounts import account_json, account_text

    if args.json:
        print(account_json(imported, dry_run=args.dry_run))
    else:
        print(account_text(imported, language, dry_run=args.dry_run))
