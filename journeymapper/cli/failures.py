"""Turns what went wrong into one sentence on stderr and an exit code; a traceback goes to the log file alone."""

import os
import sys
import tempfile
import traceback
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from journeymapper.language.language import Language
from journeymapper.model.messages import Refusal

REFUSED = 3
INTERRUPTED = 130
PIPE_CLOSED = 141
LOG_LIMIT = 1_000_000


def answer(error: BaseException, language: Language, files: Sequence[Path] = ()) -> int:
    """Say what went wrong in one line that names a file; returns the exit code. `files` are those it may be about."""
    if isinstance(error, BrokenPipeError):
        _forget_output()
        return PIPE_CLOSED
    if isinstance(error, KeyboardInterrupt):
        complain(language.text("Stopped before it was done."))
        return INTERRUPTED
    sentence = _sentence(error, language)
    named = any(_names(sentence, path) for path in files)
    complain(sentence if named or not files else f"{files[0]}: {sentence}")
    return REFUSED


def _names(sentence: str, path: Path) -> bool:
    return sentence.startswith(f"{path} ") or (path.name != "" and path.name in sentence)


def complain(sentence: str) -> None:
    """One line on stderr."""
    print(one_line(sentence), file=sys.stderr, flush=True)


def one_line(text: str) -> str:
    """A text without line breaks and other control characters, whatever a name or path holds."""
    breaks = ("Cc", "Zl", "Zp")
    return "".join(" " if unicodedata.category(letter) in breaks else letter for letter in text).strip()


def _sentence(error: BaseException, language: Language) -> str:
    if isinstance(error, Refusal):
        return language.message(error.message)
    if isinstance(error, OSError) and error.strerror:
        reason = str(error.strerror)
        if error.filename is None:
            return language.text("The system did not allow it: {reason}.", reason=reason)
        return language.text("{file} cannot be used: {reason}.", file=os.fsdecode(error.filename), reason=reason)
    return language.text(
        "Journey Mapper failed and stopped; what happened is written in {file}.", file=str(write_log(error))
    )


def write_log(error: BaseException) -> Path:
    """Add the traceback to the log in the platform's folder for logs, or in the temporary folder; returns its path."""
    from platformdirs import user_log_path

    entry = f"{datetime.now(UTC).isoformat()}\n{''.join(traceback.format_exception(error))}\n"
    try:
        folder = user_log_path("journeymapper", appauthor=False, ensure_exists=True)
        return _append(folder / "journeymapper.log", entry)
    except OSError:
        handle, name = tempfile.mkstemp(prefix="journeymapper-", suffix=".log", text=True)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(entry)
        return Path(name)


def _append(path: Path, entry: str) -> Path:
    mode = "a" if path.exists() and path.stat().st_size < LOG_LIMIT else "w"
    with path.open(mode, encoding="utf-8", errors="backslashreplace") as file:
        file.write(entry)
    return path


def _forget_output() -> None:
    """Nobody reads any more: let what is still buffered go nowhere, or the interpreter complains at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
