"""What follows from the results: actions with effort and cause, the business case, the staff's guesses, tags."""

from typing import NamedTuple

from journeymapper.model import edits
from journeymapper.model.acting import Amount, BusinessCase, CaseKind, CaseLine, Cause, TagRule
from journeymapper.model.beliefs import BeliefRound
from journeymapper.model.project import Project

LOCKED_AT = "2026-11-02T15:00:00+02:00"
BELIEFS = "results-staff_beliefs_2026"


class ActingRow(NamedTuple):
    """An action's effort, the cause of its gap, the change hoped for at its proof and the days until it shows."""

    effort: int
    cause: Cause
    expected: float | None
    delay_days: int


ACTIONS = {
    "two-page-offer": ActingRow(2, "process", 0.6, 60),
    "call-list": ActingRow(1, "process", 30.0, 30),
    "lawn-date": ActingRow(3, "promise", 0.7, 180),
    "list-the-day-before": ActingRow(2, "people", 18.0, 60),
    "calendar-rule": ActingRow(1, "system", 17.0, 60),
    "neighbour-card": ActingRow(2, "process", None, 365),
    "change-agents": ActingRow(4, "people", None, 365),
}
CASE = {
    "en": (
        "Fewer revisits, more offers won",
        ("Revisits after the inspection", "31 revisits in the site log of 2026, 640 € each by the foremen's hours"),
        ("Lost offers won back", "5 of the 268 lost offers, with a margin of 4 500 € each"),
        "No churn: a household renews its drains once.",
    ),
    "fi": (
        "Vähemmän uusintakäyntejä, enemmän voitettuja tarjouksia",
        (
            "Uusintakäynnit katselmuksen jälkeen",
            "31 uusintakäyntiä työmaalokissa 2026, 640 € kukin työnjohtajien tunneista",
        ),
        ("Hävityistä tarjouksista takaisin", "5 hävitystä 268 tarjouksesta, kate 4 500 € kustakin"),
        "Ei asiakaspoistumaa: kotitalous uusii salaojansa kerran.",
    ),
}
ROUND = {"en": "Staff, November 2026", "fi": "Henkilöstö, marraskuu 2026"}
TAGS = {
    "dates": ({"en": "dates", "fi": "aikataulu"}, ("date", "late", "delay", "aikataul", "myöhäs", "siirty", "päivä")),
    "yard": ({"en": "yard", "fi": "piha"}, ("yard", "lawn", "plant", "piha", "nurm", "istut")),
    "price": ({"en": "price", "fi": "hinta"}, ("price", "extra", "invoice", "hinta", "hinna", "lisät", "lasku")),
}


def with_acting(project: Project) -> Project:
    """The project, its results in it already, with what follows from them."""
    for key, row in ACTIONS.items():
        project = edits.change(project, f"action-{key}", **row._asdict())
    name, revisits, offers, assumptions = CASE[project.language]
    lines = (_line("revisits", revisits, 31, 640), _line("lost offers", offers, 5, 4500))
    case = BusinessCase(
        id="case-season",
        name=name,
        actions=("action-lawn-date", "action-list-the-day-before", "action-two-page-offer"),
        lines=lines,
        assumptions=assumptions,
    )
    project = edits.add_business_case(project, case)
    for key, (names, stems) in TAGS.items():
        project = edits.add_tag_rule(project, TagRule(id=f"tag-{key}", name=names[project.language], stems=stems))
    belief_round = BeliefRound(id="beliefs-2026", name=ROUND[project.language], locked_at=LOCKED_AT, sources=(BELIEFS,))
    return edits.add_belief_round(project, belief_round)


def _line(kind: CaseKind, words: tuple[str, str], count: int, worth: int) -> CaseLine:
    amounts = Amount(likely=float(count)), Amount(likely=float(worth))
    return CaseLine(kind=kind, name=words[0], count=amounts[0], worth=amounts[1], assumption=words[1])
