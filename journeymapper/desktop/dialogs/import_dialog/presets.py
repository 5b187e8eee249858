"""What is chosen before anybody chooses, and said so: as the survey's last file, and who counts as one respondent."""

from collections.abc import Iterator

import msgspec

from journeymapper.desktop.dialogs.import_dialog.choices import Choice, Choices, choices_of
from journeymapper.desktop.dialogs.import_dialog.sight import Sight
from journeymapper.language.language import Language
from journeymapper.results.response_ids import proposed_id


class Preset(msgspec.Struct, frozen=True):
    """Choices made for somebody, and the sentences that tell."""

    choices: Choices
    said: tuple[str, ...]


def preset(choices: Choices, sight: Sight, language: Language) -> Preset:
    """The next file of a survey is read as the one before; a platform's own id of each response is the respondent."""
    made = _as_before(choices, sight)
    column = _response_id(made, sight)
    whole = made.with_column(column, Choice(role="respondent")) if column else made
    return Preset(whole, tuple(_sentences(sight, column, language)))


def _as_before(choices: Choices, sight: Sight) -> Choices:
    if sight.before is None:
        return choices
    known, _ = choices_of(sight.before.mapping, sight.names, sight.before.account.file)
    return msgspec.structs.replace(known, wave=choices.wave)


def _response_id(choices: Choices, sight: Sight) -> str:
    if choices.column_of("respondent") or not choices.by_columns:
        return ""
    column = proposed_id(sight.inspection)
    return "" if choices.of(column).role else column


def _sentences(sight: Sight, column: str, language: Language) -> Iterator[str]:
    if sight.before:
        yield language.text(
            "Recognised: read as {file} was. Look at the result and press Import.", file=sight.before.account.file
        )
    if column:
        yield language.text(
            "{column} tells the responses apart: a salted key of it is kept, so that a later, longer export counts "
            "each of them once.",
            column=column,
        )
