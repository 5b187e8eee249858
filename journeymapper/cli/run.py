"""Chooses the verb and runs it; whatever goes wrong becomes one sentence and an exit code."""

import argparse
import sys
from pathlib import Path

from journeymapper.cli.surroundings import reader_language, speak_utf8
from journeymapper.language.language import Language, language


def run(arguments: list[str]) -> int:
    """Run one verb; returns 0 when done, 2 for wrong usage, 3 when refused (one sentence on stderr says why)."""
    speak_utf8()
    words, args = reader_language(), argparse.Namespace()
    try:
        args = _parsed(arguments, words)
        words = _chosen(args) or words
        code: int = args.run(args, words)
        sys.stdout.flush()
        return code
    except SystemExit as stop:  # argparse has already said all
        return stop.code if isinstance(stop.code, int) else 2
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one place where nothing may escape
        from journeymapper.cli.failures import answer

        return answer(error, words, _files(args))


def _parsed(arguments: list[str], words: Language) -> argparse.Namespace:
    if not arguments:
        from journeymapper.cli.open import run_without_verb

        return argparse.Namespace(run=run_without_verb)  # the window at once: no other verb is read for it
    from journeymapper.cli.parser import build_parser

    try:
        return build_parser(words).parse_args(_with_verb(arguments))
    finally:
        sys.stdout.flush()


def _with_verb(arguments: list[str]) -> list[str]:
    """A project alone, or a report with one inside, means to open it."""
    alone = len(arguments) == 1 and Path(arguments[0]).suffix.casefold() in (".jmap", ".pdf")
    return ["open", *arguments] if alone else arguments


def _chosen(args: argparse.Namespace) -> Language | None:
    """The language asked for with --lang, where the verb has it."""
    return language(args.lang) if getattr(args, "lang", None) else None


def _files(args: argparse.Namespace) -> list[Path]:
    """The files that the verb was given, the one that it is about first."""
    named = [getattr(args, name, None) for name in ("project", "file", "table", "mapping", "out")]
    return [path for path in (*named, *getattr(args, "files", ())) if isinstance(path, Path)]
