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
    from journeymapper.analysis.plan_findings import plan_findings
    from journeymapper.analysis.scoring import score_points
    from journeymapper.storage.container import open_project

    opened = open_project(args.project)
    project = opened.project
    findings = plan_findings(project, score_points(project, opened.tallies))
    print(_json(project, findings, language) if args.json else _text(project, findings, language))
    return 0


def _json(project: "Project", findings: "Sequence[Finding]", language: "Language") -> str:
    from journeymapper.model.checks.importance import WHY
    from journeymapper.model.find import name_of

    rows = [
        {
            "kind": finding.kind,
            "severity": finding.severity,
            "element": finding.element,
            "name": name_of(project, finding.element) if finding.element else "",
            "message": language.message(finding.message),
            "why": language.message(WHY[finding.kind]) if finding.kind in WHY else "",
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _text(project: "Project", findings: "Sequence[Finding]", language: "Language") -> str:
    waived = [project.waivers[key] for key in project.waiver_order]
    lines = [_table(findings, language) if findings else language.text("Nothing is wrong or missing.")]
    lines += [language.text("Waived: {check}, because: {reason}", check=one.check, reason=one.reason) for one in waived]
    return "\n".join(lines)


def _table(findings: "Sequence[Finding]", language: "Language") -> str:
    from journeymapper.cli.text_table import text_table

    severities = {
        "error": language.text("error"),
        "warning": language.text("warning"),
        "advice": language.text("advice"),
    }
    rows = [[severities[finding.severity], language.message(finding.message)] for finding in findings]
    return text_table([language.text("severity"), language.text("finding")], rows)
