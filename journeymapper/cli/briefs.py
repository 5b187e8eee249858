"""`briefs PROJECT`: the message plan as briefs for whatever system sends the messages."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `briefs`."""
    parser = add_verb(verbs, "briefs", run, language.text("write the message plan as briefs, CSV or JSON"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("-o", "--out", metavar="OUT", type=Path, help=language.text("a .csv or .json file"))
    parser.add_argument("--json", action="store_true", help=language.text("print JSON"))


def run(args: argparse.Namespace, language: "Language") -> int:
    """Write the briefs to the file, or print them; a project without messages is refused."""
    from journeymapper.cli.out_files import writable_path
    from journeymapper.export.briefs import brief_rows, briefs_csv, briefs_json
    from journeymapper.model.messages import Refusal
    from journeymapper.storage.atomic import write_atomically
    from journeymapper.storage.container import open_project

    project = open_project(args.project).project
    rows = brief_rows(project)
    if not rows:
        raise Refusal("{file} plans no messages.", file=str(args.project))
    if args.out is None:
        print(briefs_json(project) if args.json else briefs_csv(project), end="\n" if args.json else "")
        return 0
    out = writable_path(args.out, (".csv", ".json"), inputs=[args.project])
    text = briefs_json(project) + "\n" if out.suffix.casefold() == ".json" else "\ufeff" + briefs_csv(project)
    write_atomically(out, text.encode())
    print(language.plural("{n} brief is in {file}", "{n} briefs are in {file}", len(rows), file=str(out)))
    return 0
