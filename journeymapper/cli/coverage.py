"""`coverage PROJECT`: what the plan covers, live and with enough answers, in every dimension."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.model.journey import Journey
    from journeymapper.model.project import Project


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `coverage`."""
    text = language.text
    parser = add_verb(verbs, "coverage", run, text("say what the measurement plan covers"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--journey", metavar="NAME", help=text("one journey alone"))
    parser.add_argument("--wave", metavar="LABEL", help=text("a wave instead of the newest"))
    parser.add_argument("--json", action="store_true", help=text("print JSON"))


def run(args: argparse.Namespace, language: "Language") -> int:
    """Print the coverage."""
    from journeymapper.analysis.coverage import plan_coverage
    from journeymapper.analysis.coverage.listening import silent_stages
    from journeymapper.analysis.plan_findings import data_findings
    from journeymapper.analysis.scoring import newest_wave, score_points
    from journeymapper.cli.coverage_rows import coverage_json, coverage_text
    from journeymapper.storage.container import open_project

    opened = open_project(args.project)
    project = opened.project
    journeys = [_journey(project, args.journey)] if args.journey else None
    scores = score_points(project, opened.tallies, wave=args.wave)
    found = plan_coverage(project, scores, journeys)
    silent = [stage.name for stage in silent_stages(project, journeys)]
    if not args.json:
        print(coverage_text(project, found, language))
        print(_notes(silent, [language.message(one.message) for one in data_findings(project, scores)], language))
        return 0
    rows = coverage_json(project, found, language)
    rows["wave"] = args.wave or newest_wave(project, opened.tallies)
    rows["silent_stages"] = silent
    rows["status_mismatches"] = [
        {"point": one.element, "kind": one.kind, "message": language.message(one.message)}
        for one in data_findings(project, scores)
        if one.kind.startswith("status")
    ]
    rows["context"] = _context(language)
    print(json.dumps(rows, ensure_ascii=False, indent=2, allow_nan=False))
    return 0


def _journey(project: "Project", name: str) -> "Journey":
    from journeymapper.model.messages import Refusal

    wanted = name.strip().casefold()
    found = next((one for one in project.ordered_journeys() if wanted in (one.id, one.name.casefold())), None)
    if found is None:
        names = ", ".join(one.name for one in project.ordered_journeys())
        raise Refusal("There is no journey {name}; there are {names}.", name=name, names=names)
    return found


def _notes(silent: list[str], mismatches: list[str], language: "Language") -> str:
    lines = [""]
    if silent:
        lines.append(language.text("Nobody can speak unasked in these stages: {stages}.", stages=", ".join(silent)))
    lines += mismatches
    for study in _context(language):
        lines.append(f"{study['source']}: {'; '.join(study['findings'])}.")  # type: ignore[arg-type]  # texts
    return "\n".join(lines)


def _context(language: "Language") -> list[dict[str, object]]:
    from journeymapper.model.context import context_studies

    return [
        {
            "source": study.source.in_language(language.code),
            "findings": [one.in_language(language.code) for one in study.findings],
        }
        for study in context_studies()
    ]
