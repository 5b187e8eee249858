"""`new OUT.jmap`: a fresh project, one from a template, or one drawn from a map file."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.mapfiles.sketch import Reading
    from journeymapper.model.project import Project


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `new`."""
    parser = add_verb(verbs, "new", run, language.text("make a project, empty, from a template or from a map file"))
    parser.add_argument("out", metavar="OUT.jmap", type=Path, nargs="?")
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--from",
        dest="table",
        metavar="FILE",
        type=Path,
        help=language.text(
            "CSV or XLSX (stage, touchpoint, and if you like channel, metric, target, question, owner, moment of "
            "truth; or stages across and lanes down), PowerPoint, Mermaid, Markdown, draw.io, CJML, Experience "
            "Notation, or an indented text"
        ),
    )
    source.add_argument(
        "--template", metavar="NAME", help=language.text("begin with a template; --template list names them")
    )
    parser.add_argument("--lang", choices=("en", "fi"), help=language.text("the project's language"))
    parser.set_defaults(usage_error=parser.error)
    parser.add_argument("--force", action="store_true", help=language.text("replace OUT.jmap if there is one"))


def run(args: argparse.Namespace, language: "Language") -> int:
    """Make the project; nothing is written before all of it is known to be right."""
    from journeymapper.cli.out_files import writable_path
    from journeymapper.storage.container import save_project
    from journeymapper.storage.locks import hold

    if args.template == "list":
        return _list_templates(language)
    if args.out is None:
        args.usage_error(language.text("the name of the project is missing: OUT.jmap"))
    out = writable_path(args.out, (".jmap",), inputs=[args.table] if args.table else [])
    _refuse_overwriting(out, args.force)
    reading = _read(args.table) if args.table else None
    project = _drawn(reading, out.stem, language) if reading else _begun(args.template, out.stem, language)
    with hold(out):
        _refuse_overwriting(out, args.force)
        save_project(out, project, {})
    _tell(out, project, reading, language)
    return 0


def _list_templates(language: "Language") -> int:
    from journeymapper.cli.text_table import text_table
    from journeymapper.mapfiles.templates import templates

    rows = [[template.id, template.name, template.description] for template in templates(language.code)]
    print(text_table([language.text("template"), language.text("name"), language.text("description")], rows))
    return 0


def _begun(template: str | None, name: str, language: "Language") -> "Project":
    """A project from a template, or a fresh one."""
    from journeymapper.mapfiles.templates import named_template, project_from_template
    from journeymapper.model import edits

    if template is None:
        return _fresh(name, language)
    project = project_from_template(named_template(template, language.code))
    return edits.change(project, project.id, name=name)


def _refuse_overwriting(out: Path, force: bool) -> None:
    from journeymapper.model.messages import Refusal

    if out.exists() and not force:
        raise Refusal("{file} exists already; --force replaces it.", file=str(out))


def _read(file: Path) -> "Reading":
    from journeymapper.cli.in_files import readable_path
    from journeymapper.mapfiles.opening import open_map
    from journeymapper.results.tables import read_rows

    return open_map(readable_path(file), read_rows, source=str(file))


def _drawn(reading: "Reading", name: str, language: "Language") -> "Project":
    from journeymapper.mapfiles.map_file import project_from_reading

    unnamed = language.text("First stage")
    return project_from_reading(reading, name=name, language=language.code, unnamed=unnamed)


def _fresh(name: str, language: "Language") -> "Project":
    """A project with one journey of one stage, ready to fill."""
    from journeymapper.model import edits
    from journeymapper.model.ids import new_id
    from journeymapper.model.journey import Journey, Stage
    from journeymapper.model.project import Project

    project = Project(id=new_id("project"), name=name, language=language.code)
    journey = Journey(id=new_id("journey"), name=language.text("Customer journey"))
    project = edits.add_journey(project, journey)
    return edits.add_stage(project, journey.id, Stage(id=new_id("stage"), name=language.text("First stage")))


def _tell(out: Path, project: "Project", reading: "Reading | None", language: "Language") -> None:
    from journeymapper.cli.failures import one_line
    from journeymapper.language.map_counts import map_counts

    print(one_line(f"{out}: {map_counts(language, project)}"))
    for said in reading.account if reading else ():
        print(one_line(language.message(said)))
