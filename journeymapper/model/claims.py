"""What a team claims of its customers: each claim is an assumption until a piece of evidence supports it."""

from collections.abc import Iterable

from journeymapper.model.element import Element
from journeymapper.model.journey import Journey
from journeymapper.model.project import Evidence, Project, Promise

CLAIMS = (
    "expectation", "situation", "doing", "thoughts", "pains", "delights", "feeling", "length", "staff", "backstage",
)  # fmt: skip
STAGE_CLAIMS = ("usual_length",)
PROMISE_CLAIMS = ("text",)
ALL_OF_IT = ""


def claims_of(element: Element, among: Iterable[str] = CLAIMS) -> tuple[str, ...]:
    """The fields in which something is claimed."""
    return tuple(field for field in among if getattr(element, field) not in ("", (), None))


def supported(evidence: Iterable[Evidence], fields: Iterable[str]) -> tuple[Evidence, ...]:
    """The evidence for one of the fields, or for all that is said of the element."""
    wanted = {ALL_OF_IT, *fields}
    return tuple(each for each in evidence if each.field in wanted)


def count_claims(project: Project, journey: Journey) -> tuple[int, int]:
    """How many claims of a journey are only assumed, and how many there are: of touchpoints, stages and promises."""
    evidence: dict[str, list[Evidence]] = {}
    for each in project.evidence.values():
        evidence.setdefault(each.subject, []).append(each)
    claimed = [
        *((each, claims_of(each)) for each in journey.ordered_touchpoints()),
        *((each, claims_of(each, STAGE_CLAIMS)) for each in journey.ordered_stages()),
        *((each, PROMISE_CLAIMS) for each in promises_of(project, journey)),
    ]
    claims = [supported(evidence.get(each.id, ()), (field,)) for each, fields in claimed for field in fields]
    return sum(not found for found in claims), len(claims)


def promises_of(project: Project, journey: Journey) -> list[Promise]:
    """The promises that must come true on a journey, and those that are tied to nothing yet."""
    found = []
    for promise in (project.promises[key] for key in project.promise_order):
        anchors = [project.points[key].anchor for key in promise.points if key in project.points]
        wanted = {*promise.touchpoints, *(anchor.id for anchor in anchors if anchor.kind == "touchpoint")}
        if not wanted or not wanted.isdisjoint(journey.touchpoints):
            found.append(promise)
    return found
