"""What the plan is beside its points: rules of asking, steps in which it comes, and findings that somebody accepted."""

from datetime import date

import msgspec

from journeymapper.model.element import Element


class ContactRules(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How often one customer may be asked (methods.md 5.4); the clock starts at the invitation.

    `encounter_days` and `relationship_days` are the quarantines of those surveys, `all_days` holds across all of them,
    `most_a_year` is the cap of a year. Without `encounters_first` whoever asks first is served.
    """

    encounter_days: int = 30
    relationship_days: int = 90
    all_days: int = 30
    most_a_year: int = 4
    encounters_first: bool = True
    note: str = ""


class RollOutStep(Element, frozen=True, kw_only=True, omit_defaults=True):
    """A step of taking the plan into use: the points that are live after it."""

    name: str
    starts: date | None = None
    points: tuple[str, ...] = ()
    done: bool = False
    note: str = ""


class Waiver(Element, frozen=True, kw_only=True, omit_defaults=True):
    """A finding of the check that somebody accepts: `check` is the finding's kind, `subject` the id of where."""

    check: str
    subject: str
    reason: str
    by: str = ""
    given_on: date | None = None
