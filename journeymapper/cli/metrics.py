"""`metrics [PROJECT]`: the metric library, a project's own metrics, and taking these from project to project."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.model.measurement import Metric


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `metrics`."""
    text = language.text
    parser = add_verb(verbs, "metrics", run, text("list the metric library, or the metrics of a project"))
    parser.add_argument("project", metavar="PROJECT", type=Path, nargs="?")
    parser.add_argument("--methods", action="store_true", help=text("list the ways of collecting instead"))
    parser.add_argument("--take", metavar="ID", help=text("take a metric of the library into the project"))
    parser.add_argument("--export", metavar="FILE", type=Path, help=text("write the project's metrics to a file"))
    parser.add_argument("--import", dest="file", metavar="FILE", type=Path, help=text("read metrics into the project"))
    parser.add_argument("--json", action="store_true", help=text("print JSON"))


def run(args: argparse.Namespace, language: "Language") -> int:
    """Print or move metrics; refuses to move any without a project."""
    from journeymapper.model.messages import Refusal

    if args.methods:
        return _say(_methods(language), ("id", "name", "contact", "cost", "bias"), args, language)
    moving = args.take or args.export or args.file
    if args.project is None:
        if moving:
            raise Refusal("Name the project whose metrics are meant.")
        return _say(_library(language), ("id", "name", "use_when", "avoid_when"), args, language)
    if not moving:
        return _say(_of_project(args.project), ("id", "name", "common", "definition"), args, language)
    _move(args, language)
    return 0


def _move(args: argparse.Namespace, language: "Language") -> None:
    from journeymapper.model import edits
    from journeymapper.model.metric_library import decode_metrics, encode_metrics, library_metric, taken
    from journeymapper.storage.atomic import write_atomically
    from journeymapper.storage.container import open_project, save_project

    opened = open_project(args.project)
    project, come = opened.project, list["Metric"]()
    if args.export:
        write_atomically(args.export, encode_metrics(project.metrics.values()))
    if args.file:
        come += decode_metrics(args.file.read_bytes())
    if args.take:
        come.append(taken(library_metric(args.take), project.language))
    for metric in come:
        project = edits.add_metric(project, metric)
    if project is not opened.project:
        save_project(args.project, project, opened.tallies, opened.attachments, since=opened.stamp)
    count = len(come) or len(project.metrics)
    print(language.plural("{n} metric.", "{n} metrics.", count))


def _library(language: "Language") -> list[dict[str, object]]:
    from journeymapper.model.metric_library import metric_library

    texts = ("name", "definition", "wording", "use_when", "avoid_when", "formula", "source")
    return [
        {"id": metric.id, "form": metric.form, "classes": list(metric.classes)}
        | {name: getattr(metric, name).in_language(language.code) for name in texts}
        | _scale(metric.form)
        for metric in metric_library()
    ]


def _scale(form: str) -> dict[str, object]:
    from journeymapper.analysis.normalise import lower_is_better
    from journeymapper.model.metric_specs import parse_metric

    metric = parse_metric(form)
    direction = "lower" if lower_is_better(metric) else "higher"
    return {"statistic": metric.kind, "worst": metric.worst, "best": metric.best, "direction": direction}


def _of_project(path: Path) -> list[dict[str, object]]:
    import msgspec

    from journeymapper.storage.container import open_project

    metrics = open_project(path).project.metrics.values()
    return [{"name": "", "common": False, "definition": ""} | msgspec.to_builtins(metric) for metric in metrics]


def _methods(language: "Language") -> list[dict[str, object]]:
    from journeymapper.model.collection import collection_methods

    return [
        {
            "id": method.id,
            "name": method.name.in_language(language.code),
            "response": list(method.response),
            "cost": method.cost,
            "contact": method.contact,
            "asks": method.asks,
            "open": method.open,
            "by": method.by,
            "bias": method.bias.in_language(language.code),
        }
        for method in collection_methods()
    ]


def _say(rows: list[dict[str, object]], shown: tuple[str, ...], args: argparse.Namespace, language: "Language") -> int:
    from journeymapper.cli.text_table import text_table

    if args.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    words = {
        "id": language.text("id"),
        "name": language.text("name"),
        "contact": language.text("needs"),
        "cost": language.text("cost"),
        "bias": language.text("whom it misses"),
        "use_when": language.text("use it"),
        "avoid_when": language.text("avoid it"),
        "common": language.text("common"),
        "definition": language.text("definition"),
    }
    cells = [[_cell(row[key], language) for key in shown] for row in rows]
    print(text_table([words[key] for key in shown], cells))
    return 0


def _cell(value: object, language: "Language") -> str:
    if isinstance(value, bool):
        return language.text("yes") if value else ""
    return str(value)
