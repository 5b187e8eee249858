"""`sources PROJECT`: the result files in a project with their accounts; one of them can be removed."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.model.project import Project


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `sources`."""
    parser = add_verb(verbs, "sources", run, language.text("say which result files a project has, or remove one"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--remove", metavar="ID", help=language.text("remove the import of that id or file name"))
    parser.add_argument("--json", action="store_true", help=language.text("print JSON"))


def run(args: argparse.Namespace, language: "Language") -> int:
    """Print the accounts of all imports, or remove one and print what is left."""
    from journeymapper.storage.container import open_project
    from journeymapper.storage.locks import hold

    if args.remove is None:
        _print(args, open_project(args.project).project, language)
        return 0
    with hold(args.project):
        _print(args, _removed(args.project, args.remove), language)
    return 0


def _removed(path: Path, wanted: str) -> "Project":
    """The project without the import, saved."""
    from journeymapper.results.taking import take_out
    from journeymapper.storage.container import open_project, save_project

    opened = open_project(path)
    result_set = _chosen(opened.project, wanted, path)
    project, tallies = take_out(opened.project, opened.tallies, result_set)
    save_project(path, project, {**opened.tallies, **tallies}, opened.attachments, since=opened.stamp)
    return project


def _chosen(project: "Project", wanted: str, path: Path) -> str:
    """The id of the import that is called so; raises Refusal where that is none or several."""
    from journeymapper.model.messages import Refusal

    if wanted in project.result_sets:
        return wanted
    named = [key for key in project.result_order if project.result_sets[key].account.file == wanted]
    if len(named) == 1:
        return named[0]
    known = ", ".join(named or project.result_order) or "–"
    if named:
        raise Refusal("{file}: {name} was imported more than once: {known}.", file=str(path), name=wanted, known=known)
    raise Refusal("{file} has no import {id}; there are {known}.", file=str(path), id=wanted, known=known)


def _print(args: argparse.Namespace, project: "Project", language: "Language") -> None:
    import json

    from journeymapper.cli.accounts import set_facts, set_lines, shown

    sets = [project.result_sets[key] for key in project.result_order]
    if args.json:
        print(json.dumps([set_facts(one, language) for one in sets], ensure_ascii=False, indent=2))
    elif not sets:
        print(language.text("No results are imported yet."))
    else:
        print("\n\n".join(shown([one.id, *set_lines(one, language)]) for one in sets))
