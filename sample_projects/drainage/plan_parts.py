"""What the drainage sample's plan has beside its points: inventory, roll-out, who is asked when, what was suspected."""

from typing import Any

import msgspec

from journeymapper.model.inventory import ExistingMeasurement
from journeymapper.model.journey import Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint
from journeymapper.model.plan import ContactRules, RollOutStep
from sample_projects.drainage import structure as s
from sample_projects.drainage.words import Words
from sample_projects.elements import by_id


def plan_parts(words: Words) -> dict[str, Any]:
    """The fields of the project for them."""
    inventory, steps = by_id(_inventory(words)), by_id(_roll_out(words))
    return {
        "inventory": inventory,
        "inventory_order": tuple(inventory),
        "roll_out": steps,
        "roll_out_order": tuple(steps),
        "contact_rules": ContactRules(note=words.contact_rule),
        "movable_capacity": s.MOVABLE_CAPACITY,
    }


def asked(point: MeasurementPoint) -> MeasurementPoint:
    """A point with whom it asks, on which day, in which place of the queue, and what it costs."""
    day, priority = s.ASKED_ON.get(point.id, (None, None))
    audience = s.ALSO_ASKED.get(point.id) or (("customer",) if point.id in s.SURVEYS_OF_CUSTOMERS else ())
    return msgspec.structs.replace(
        point, journey_day=day, priority=priority, asked_of=audience, cost=s.COSTS.get(point.id)
    )


def suspected(touchpoint: Touchpoint, key: str) -> Touchpoint:
    """A touchpoint with what the team suspected of it."""
    pain, can_act, can_ask = s.SUSPECTED[key]
    return msgspec.structs.replace(touchpoint, suspected_pain=pain, can_act=can_act, can_ask=can_ask)


def _inventory(words: Words) -> list[ExistingMeasurement]:
    found = []
    for key, function, cost, fate, place, became in s.INVENTORY:
        said = words.inventory[key]
        one = ExistingMeasurement(
            id=f"existing-{key}",
            name=said.name,
            function=words.functions[function],
            question=said.question,
            scale=said.scale,
            cadence=said.cadence,
            method=said.method,
            cost=cost,
            last_result=said.last_result,
            fate=fate,
            fate_reason=said.reason,
            anchor=_anchor(place),
            became=became,
        )
        found.append(one)
    return found


def _anchor(place: str) -> Anchor:
    if not place:
        return Anchor("relationship")
    return Anchor("journey", s.JOURNEY) if place == "journey" else Anchor("touchpoint", f"touchpoint-{place}")


def _roll_out(words: Words) -> list[RollOutStep]:
    return [
        RollOutStep(id=f"step-{key}", name=words.roll_out[key], starts=day, points=points, done=done)
        for key, day, points, done in s.ROLL_OUT
    ]
