"""The column by which a survey platform tells one response from every other: a growing export is then counted once.

It is no person's name; a salted key of it is kept, never its content.
"""

from collections.abc import Sequence

import msgspec

from journeymapper.results.inspection import ColumnFacts, Inspection
from journeymapper.results.readers.platforms import microsoft_forms
from journeymapper.results.readers.platforms.layout import tidy

ANYWHERE = frozenset((
    "responseid", "respondentid", "responseuuid", "vastauksentunnus", "vastaustunnus", "vastausid", "vastaajantunnus",
    "vastaajatunnus", "vastaajanid", "vastaajaid", "svarsid", "svarandeid", "antwortid",
))  # fmt: skip
OWN = {
    "Qualtrics": frozenset(("responseid", "v1")),
    "SurveyMonkey": frozenset(("respondentid", "vastaajantunnus", "vastaajanid", "id")),
    "Typeform": frozenset(("#",)),
    "LimeSurvey": frozenset(("id", "responseid", "antwortid", "vastauksentunnus", "vastausid")),
    "Microsoft Forms": microsoft_forms.IDS,
}
BESIDE = {
    "LimeSurvey": frozenset(("seed", "startdate", "datestarted", "datumgestartet", "aloituspäivä")),
    "Microsoft Forms": microsoft_forms.STARTS,
}
"""What belongs to the ids of platforms that number each survey's responses from 1."""
SHORT = 7
"""Numbers of fewer digits are a running number, which other surveys have too."""


class ResponseId(msgspec.Struct, frozen=True):
    """The column of ids, and the one beside it without which they are not the only ones of their kind."""

    column: str
    beside: str = ""


def response_id(platform: str, names: Sequence[str]) -> ResponseId | None:
    """The platform's own id of each response; None where its export has none."""
    column = _named(names, OWN.get(platform, frozenset()))
    return ResponseId(column, _named(names, BESIDE.get(platform, frozenset()))) if column else None


def proposed_id(found: Inspection) -> str:
    """The column that surely tells responses apart; empty where there is none."""
    filled = [facts for facts in found.columns if facts.kind != "empty" and not facts.missing]
    own = response_id(found.platform, [facts.name for facts in filled])
    if own:
        return own.column
    called = next((facts for facts in filled if tidy(facts.name) in ANYWHERE), None)
    return "" if called is None or _is_running(called) else called.name


def _named(names: Sequence[str], known: frozenset[str]) -> str:
    return next((name for name in names if tidy(name) in known), "")


def _is_running(facts: ColumnFacts) -> bool:
    return all(example.isdigit() and len(example) < SHORT for example in facts.examples)
