"""Several files of one import: those that came in, and those that stayed behind with the reason."""

import json
from pathlib import Path

from journeymapper.cli.accounts import account_facts, account_text
from journeymapper.cli.failures import one_line
from journeymapper.language.language import Language
from journeymapper.model.messages import Refusal
from journeymapper.results.taking import Taken
from journeymapper.storage.container import Opened


class Batch:
    """The project as it was opened, what it becomes file by file, and what was refused."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.done: list[Taken] = []
        self.refused: list[tuple[Path, Refusal]] = []


def batch_json(batch: Batch, language: Language, *, dry_run: bool) -> str:
    """An object for one file, a list for several; a file that was refused has its sentence instead of an account."""
    facts = [account_facts(taken, language, dry_run=dry_run) for taken in batch.done]
    facts += [{"file": file.name, "refused": language.message(each.message)} for file, each in batch.refused]
    return json.dumps(facts[0] if len(facts) == 1 else facts, ensure_ascii=False, indent=2)


def batch_text(batch: Batch, language: Language, *, dry_run: bool) -> str:
    """The accounts, then a line for each file that was refused."""
    parts = [account_text(taken, language, dry_run=dry_run) for taken in batch.done]
    left = [_refused_line(file, each, language) for file, each in batch.refused]
    return "\n\n".join([*parts, *(["\n".join(left)] if left else [])])


def _refused_line(file: Path, refusal: Refusal, language: Language) -> str:
    sentence = language.message(refusal.message)
    named = sentence if file.name in sentence else f"{file.name}: {sentence}"
    return one_line(language.text("not imported: {sentence}", sentence=named))
