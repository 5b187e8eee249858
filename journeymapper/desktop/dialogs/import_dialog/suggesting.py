"""What becomes of the choices when the suggestions are taken."""

import msgspec

from journeymapper.desktop.dialogs.import_dialog.choices import Choices
from journeymapper.desktop.dialogs.import_dialog.sight import Sight
from journeymapper.model.sources import Granularity


def with_suggestions(choices: Choices, sight: Sight) -> Choices:
    """The choices with all suggestions for columns that nothing has been said of."""
    for name, proposal in sight.proposals.items():
        if choices.of(name).role:
            continue
        choices = choices.with_column(name, proposal.choice)
        if proposal.choice.role == "date":
            choices = msgspec.structs.replace(choices, period=proposal.period or likely_period(sight, name))
    return choices


def likely_period(sight: Sight, column: str) -> Granularity | None:
    """Years where the dates are of several years, else the file is one wave."""
    facts = sight.facts(column)
    return "year" if facts and str(facts.low)[:4] != str(facts.high)[:4] else None
