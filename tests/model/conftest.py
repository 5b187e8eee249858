"""A small project with one of almost everything."""

from datetime import date

import pytest

from journeymapper.model import edits
from journeymapper.model.journey import HandOff, Journey, Link, PlannedMessage, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Target
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Action, Channel, Evidence, Goal, Note, Persona, Project, Promise


def point(key: str, touchpoint: str, **fields: object) -> MeasurementPoint:
    """A live, owned point with a target."""
    given: dict[str, object] = {
        "owner": "myynti",
        "decision": "x",
        "status": "live",
        "target": Target(value=4.2),
        **fields,
    }
    return MeasurementPoint(id=key, anchor=Anchor("touchpoint", touchpoint), metric="csat-mean", **given)  # type: ignore[arg-type]  # fields of any kind


@pytest.fixture
def project() -> Project:
    """Two journeys; in the first, Offer, Contract and Start in two stages, measured by P1 to P3."""
    made = Project(id="project", name="Salaojat", dated=date(2026, 11, 22))
    made = edits.add_metric(made, parse_metric("csat-mean"))
    made = edits.add_persona(made, Persona(id="ritva", name="Ritva"))
    made = edits.add_channel(made, Channel(id="phone", name="Puhelin"))
    for journey in ("journey", "other"):
        made = edits.add_journey(made, Journey(id=journey, name=journey, owner="tj"))
        for stage in ("agree", "work"):
            made = edits.add_stage(made, journey, Stage(id=f"{journey}-{stage}", name=stage, owner="tj"))
    for key, stage in (("offer", "journey-agree"), ("contract", "journey-agree"), ("start", "journey-work")):
        touchpoint = Touchpoint(id=key, name=key, personas=("ritva",), channels=("phone", "kirje"))
        made = edits.add_touchpoint(made, stage, touchpoint)
    for stage in ("agree", "work"):
        made = edits.add_touchpoint(made, f"other-{stage}", Touchpoint(id=f"other-touchpoint-{stage}", name="muu"))
    for number, key in enumerate(("offer", "contract", "start", "other-touchpoint-agree", "other-touchpoint-work"), 1):
        made = edits.add_point(made, point(f"P{number}", key))
    made = edits.change(made, "offer", shown_point="P1")
    made = edits.add_link(made, "journey", Link(id="link", source="offer", target="contract"))
    made = edits.add_hand_off(made, "journey", HandOff(id="hand-off", source="contract", target="start"))
    made = edits.change(made, "P3", also_covers=("hand-off",))
    made = edits.add_message(made, "journey", PlannedMessage(id="message", touchpoint="offer", text="Soitamme."))
    made = edits.add_promise(made, Promise(id="promise", text="Soitamme", public=True, points=("P1", "P2")))
    made = edits.add_goal(made, Goal(id="goal", text="Suosittelu", points=("P1", "P2", "P3", "P4", "P5")))
    made = edits.add_action(made, Action(id="action", title="Soita", anchor=Anchor("touchpoint", "offer"), proof="P1"))
    made = edits.add_note(made, Note(id="note", text="lappu", anchor=Anchor("touchpoint", "offer")))
    return edits.add_evidence(made, Evidence(id="evidence", subject="P1", source="haastattelu"))
