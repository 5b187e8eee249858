"""What is said of a column's answers, and what is still open: choices in, choices out."""

from collections.abc import Iterator

import msgspec

from journeymapper.desktop.dialogs.import_dialog.choices import Choice
from journeymapper.desktop.dialogs.import_dialog.meaning import alike, with_meaning
from journeymapper.desktop.dialogs.import_dialog.missing_codes import likely_codes
from journeymapper.desktop.dialogs.import_dialog.surroundings import Surroundings
from journeymapper.model.sources import ColumnUse
from journeymapper.results.answers import answer_reader
from journeymapper.results.doubt import Doubt
from journeymapper.results.fitting import doubts
from journeymapper.results.inspection import ColumnFacts


def open_doubts(facts: ColumnFacts, choice: Choice, around: Surroundings) -> tuple[Doubt, ...]:
    """What is to be asked of a column that feeds points, each question once."""
    found = [
        doubt for use in _answers(choice) for doubt in doubts(facts, around.metric(use.point), around.decimal, use)
    ]
    return tuple({doubt.message.english(): doubt for doubt in found}.values())


def likely_codes_of(facts: ColumnFacts, choice: Choice, around: Surroundings) -> tuple[str, ...]:
    """Values that are probably codes for no answer, taken or not."""
    return likely_codes(facts, [around.metric(use.point) for use in _answers(choice)], around.decimal)


def counted_in_doubt(facts: ColumnFacts, choice: Choice, around: Surroundings) -> int:
    """How many answers are counted although they are probably codes for no answer."""
    codes = set(likely_codes_of(facts, choice, around)) - set(choice.missing)
    counts, labels = dict(facts.counts), dict(facts.labels)
    readers = [
        answer_reader(around.metric(use.point), use.missing, around.decimal, use, list(counts), labels)
        for use in _answers(choice)
    ]
    return sum(counts[code] for code in codes if any(not isinstance(read(code), str) for read in readers))


def choice_meaning(choice: Choice, text: str, key: str, around: Surroundings) -> Choice:
    """The choice in which an answer means something else for all points of the same scale; no answer is so for all."""
    first = around.metric(choice.uses[0].point)

    def told(use: ColumnUse) -> ColumnUse:
        metric = around.metric(use.point)
        return with_meaning(use, text, key, metric) if alike(metric, first) else use

    made = [told(use) for use in choice.uses]
    return choice.with_uses(msgspec.structs.replace(use, missing=made[0].missing) for use in made)


def choice_turned(choice: Choice, *, turned: bool) -> Choice:
    """The choice with the scale turned round, or as it stands."""
    return choice.with_uses(msgspec.structs.replace(use, reverse=turned) for use in choice.uses)


def _answers(choice: Choice) -> Iterator[ColumnUse]:
    """The uses whose cells are answers rather than numbers of answers."""
    return (use for use in choice.uses if not (use.answer or use.total))
