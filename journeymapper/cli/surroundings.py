"""What the command line learns from where it runs: the reader's language, and a terminal that speaks UTF-8."""

import io
import os
import sys
from collections.abc import Mapping

from journeymapper.language.language import LANGUAGES, Language, language


def reader_language(environment: Mapping[str, str] = os.environ) -> Language:
    """The language of the messages: the first of LC_ALL, LC_MESSAGES and LANG that is set, else English."""
    chosen = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "en")
    code = chosen.replace("-", "_").split("_")[0].split(".")[0].casefold()
    return language(code if code in LANGUAGES else "en")


def speak_utf8() -> None:
    """Write UTF-8 whatever the terminal's locale; what cannot be encoded is escaped, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
