"""`check PROJECT`: what is wrong or missing in the map and the plan."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.model.finding import Finding
    from journeymapper.model.project import Project


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `check`."""
    parser = add_verb(verbs, "check", run, language.text("say what is wrong or missing in the map and the plan"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--json", action="store_true", help=language.text("print JSON"))


def run(args: argparse.Namespace, language: "Language") -> int:
    """Print the findings; they are advice, so that the exit code is 0 with and without them."""
    from journeymapper.model.checks import check
    from journeymapper.storage.container import open_project

    project = open_project(args.project).project
    findings = check(project)
    print(_json(project, findings, language) if args.json else _text(findings, language))
    return 0


def _json(project: "Project", findings: "Sequence[Finding]", language: "Language") -> str:
    from journeymapper.model.find import name_of

    rows = [
        {
            "kind": finding.kind,
            "severity": finding.severity,
            "element": finding.element,
            "name": name_of(project, finding.element) if finding.element else "",
            "message": language.message(finding.message),
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _text(findings: "Sequence[Finding]", language: "Language") -> str:
    from journeymapper.cli.text_table import text_table

    if not findings:
        return language.text("Nothing is wrong or missing.")
    severities = {
        "error": language.text("error"),
        "warning": language.text("warning"),
        "advice": language.text("advice"),
    }
    rows = [[severities[finding.severity], language.message(finding.message)] for finding in findings]
    return text_table([language.text("severity"), language.text("finding")], rows)
