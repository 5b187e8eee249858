"""What the staff believe that customers answer, asked before anybody sees the results."""

from datetime import date

import msgspec

from journeymapper.model.element import Element


class Guess(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One guess of one unnamed member of staff: the figure of a point, in the metric's unit, shares on 0–100."""

    point: str
    value: float
    group: str = ""


class BeliefRound(Element, frozen=True, kw_only=True, omit_defaults=True):
    """A round of guessing in a meeting room or by a questionnaire.

    `locked_at` is the moment, ISO with its zone, from which no guess changes any more and results may be shown;
    `sources` are the imports whose answers are beliefs of this round.
    """

    name: str
    asked_on: date | None = None
    guesses: tuple[Guess, ...] = ()
    locked_at: str = ""
    sources: tuple[str, ...] = ()
