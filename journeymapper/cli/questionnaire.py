"""`questionnaire PROJECT`: the plan's questionnaires, and each as a file for the tool that asks it."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.report import iso_date
from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.model.project import Project
    from journeymapper.model.questionnaire import Questionnaire

FORMATS = ("xlsform", "limesurvey", "surveyjs", "qualtrics", "print", "poster", "sms", "email", "entry")


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `questionnaire`."""
    parser = add_verb(verbs, "questionnaire", run, language.text("list the questionnaires, or write one as a file"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument(
        "-o",
        "--out",
        metavar="OUT",
        type=Path,
        help=language.text("the file: .xlsx XLSForm, .tsv LimeSurvey, .json SurveyJS, .txt Qualtrics, .pdf on paper"),
    )
    parser.add_argument("--name", metavar="K1", help=language.text("the questionnaire, if there are several"))
    parser.add_argument("--lang", metavar="CODE", help=language.text("the language, if not all or the first"))
    parser.add_argument(
        "--format", choices=FORMATS, help=language.text("what to write, if the file's name does not tell")
    )
    parser.add_argument("--url", metavar="URL", help=language.text("where it is answered, for poster, sms and email"))
    parser.add_argument(
        "--date", type=iso_date, metavar="YYYY-MM-DD", help=language.text("the file's date, if not today")
    )
    parser.add_argument(
        "--propose",
        action="store_true",
        help=language.text("first make questionnaires of what the plan asks, and save"),
    )
    parser.add_argument("--json", action="store_true", help=language.text("print JSON"))
    parser.set_defaults(parser=parser)


def run(args: argparse.Namespace, language: "Language") -> int:
    """Print the list, or write the file and print its path with what there is to say about it."""
    from journeymapper.storage.container import open_project

    if args.out is None and (args.format or args.url):
        args.parser.error(language.text("nothing to write: give -o OUT"))
    project = _proposed(args) if args.propose else open_project(args.project).project
    if args.out is not None:
        return _write(args, project, language)
    chosen = [_chosen(args, project)] if args.name else project.ordered_questionnaires()
    print(_json(project, chosen, language) if args.json else _text(project, chosen, language))
    return 0


def _proposed(args: argparse.Namespace) -> "Project":
    """The project with questionnaires for what stands in none yet, saved."""
    from journeymapper.model import edits
    from journeymapper.model.messages import Refusal
    from journeymapper.storage.container import open_project, save_project
    from journeymapper.storage.locks import hold

    with hold(args.project):
        opened = open_project(args.project)
        if opened.read_only:
            raise Refusal(
                "{file} comes from a newer version of Journey Mapper and can only be read.", file=str(args.project)
            )
        project = edits.propose_questionnaires(opened.project)
        if project is not opened.project:
            save_project(args.project, project, opened.tallies, opened.attachments, since=opened.stamp)
    return project


def _write(args: argparse.Namespace, project: "Project", language: "Language") -> int:
    from datetime import date

    from journeymapper.cli.failures import one_line
    from journeymapper.cli.out_files import writable_path
    from journeymapper.export.questionnaires.kits import format_of, written
    from journeymapper.storage.atomic import write_atomically

    questionnaire = _chosen(args, project)
    chosen = format_of(args.out.suffix, args.format or "")
    out = writable_path(args.out, chosen.endings, inputs=[args.project])
    day = args.date or date.today()  # noqa: DTZ011 - the reader's day
    kit = written(project, questionnaire, chosen.name, language=args.lang or "", url=args.url or "", day=day)
    write_atomically(out, kit.data)
    print(one_line(str(out)))
    for message in kit.said:
        print(one_line(language.message(message)))
    return 0


def _chosen(args: argparse.Namespace, project: "Project") -> "Questionnaire":
    from journeymapper.cli.choices import listed
    from journeymapper.model.messages import Refusal

    ordered, file = project.ordered_questionnaires(), str(args.project)
    if not ordered:
        raise Refusal("{file} has no questionnaire; --propose makes them of what the plan asks.", file=file)
    known = listed(f"{one.id} ({one.name})" for one in ordered)
    if args.name is None:
        if len(ordered) > 1:
            raise Refusal("{file} has several questionnaires, name one with --name: {known}.", file=file, known=known)
        return ordered[0]
    wanted = args.name.casefold()
    for one in ordered:
        if wanted in (one.id.casefold(), one.name.casefold()):
            return one
    raise Refusal("{file} has no questionnaire {name}; there are {known}.", file=file, name=args.name, known=known)


def _json(project: "Project", chosen: "list[Questionnaire]", language: "Language") -> str:
    from journeymapper.export.questionnaires.form import form_of
    from journeymapper.model.checks import check
    from journeymapper.model.questionnaire_length import minutes, question_count

    findings = check(project)
    rows = [
        {
            "id": one.id,
            "name": one.name,
            "points": list(one.points),
            "columns": [item.code for item in form_of(project, one).items] if one.points else [],
            "languages": list(one.languages(project.language)),
            "sent_by": list(one.sent_by),
            "questions": question_count(project, one),
            "minutes": round(minutes(project, one), 2),
            "never_with": list(one.never_with),
            "findings": [language.message(found.message) for found in findings if found.element == one.id],
        }
        for one in chosen
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _text(project: "Project", chosen: "list[Questionnaire]", language: "Language") -> str:
    from journeymapper.cli.text_table import text_table
    from journeymapper.model.checks import check
    from journeymapper.model.questionnaire_length import minutes, question_count

    if not chosen:
        return language.text("There are no questionnaires yet; --propose makes them of what the plan asks.")
    rows = [
        [
            one.id,
            one.name,
            language.number(question_count(project, one)),
            language.number(minutes(project, one), 1),
            " ".join(one.languages(project.language)),
            " ".join(one.points),
        ]
        for one in chosen
    ]
    headings = [language.text("id"), language.text("questionnaire"), language.text("questions"),
                language.text("minutes"), language.text("languages"), language.text("points")]  # fmt: skip
    ids = {one.id for one in chosen}
    said = [language.message(found.message) for found in check(project) if found.element in ids]
    return "\n".join([text_table(headings, rows, right=(2, 3)), *said])
