"""Files by other hands: what is refused, and what is shown with a finding."""

from typing import Any

import msgspec
import pytest

from journeymapper.model.checks import check
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project

Document = dict[str, Any]


def changed(project: Project, path: str, value: object) -> Project:
    """The project with one value of its document set, at a path such as `journeys/journey/name`; None takes it out."""
    document: Document = msgspec.json.decode(msgspec.json.encode(project))
    *way, last = path.split("/")
    place = document
    for step in way:
        place = place.setdefault(step, {})
    if value is None:
        del place[last]
    else:
        place[last] = value
    return msgspec.convert(document, Project)


DAMAGE = [
    ("journeys/journey/stage_order", ["journey-agree", "gone"], "names gone, which is not there"),
    ("journeys/journey/stage_order", ["journey-agree", "journey-agree"], "names journey-agree twice"),
    ("point_order", ["P1", "P77"], "An order of project names P77"),
    ("journeys/journey/stages/journey-agree/touchpoints", ["offer", "gone"], "An order of journey-agree names gone"),
    ("journeys/journey/stages/journey-work/touchpoints", ["start", "offer"], "touchpoint offer is in two stages"),
    ("journeys/journey/touchpoints/offer/id", "tarjous", "offer is kept under another id: tarjous"),
    ("journeys/other/touchpoints/offer", {"id": "offer", "name": "x"}, "The id offer is given twice"),
    ("personas/project", {"id": "project", "name": "x"}, "The id project is given twice"),
    ("points/P1/metric", "nps", "P1 has the metric nps, which is not there"),
    ("points/P1/target", {"value": float("nan")}, "P1 cannot be read: A number must be finite"),
    ("points/P1/sampling_share", float("inf"), "P1 cannot be read: A number must be finite"),
    ("metrics/csat-mean/worst", float("-inf"), "csat-mean cannot be read"),
    ("journeys/journey/touchpoints/offer/feeling", 9, "offer cannot be read: A feeling is"),
    ("journeys/journey/touchpoints/offer/name", "x" * 1000, "offer cannot be read: .* at most 200 characters"),
    ("journeys/journey/touchpoints/offer/name", "Tar\x1bjous", "offer has control characters"),
    ("journeys/journey/name", "Pol\x00ku", "journey has control characters"),
    ("client", "Rin\x00ne", "project has control characters"),
    ("settings", {"suppress_under": -1}, "project cannot be read"),
]


@pytest.mark.parametrize(("path", "value", "reason"), DAMAGE)
def test_what_no_map_can_be_shown_of_is_refused(project: Project, path: str, value: object, reason: str) -> None:
    damaged = changed(project, path, value)
    with pytest.raises(Refusal, match=reason):
        verify(damaged)


FLAWS = [
    ("journeys/journey/touchpoints/offer/shown_point", "P77", "offer", "offer refers to P77, which is not there."),
    ("journeys/journey/touchpoints/offer/personas", ["sara"], "offer", "offer refers to sara, which is not there."),
    ("journeys/journey/links/link/target", "gone", "link", "offer → gone refers to gone, which is not there."),
    ("promises/promise/points", ["P1", "P77"], "promise", "Soitamme refers to P77, which is not there."),
    ("points/P1/anchor", {"kind": "stage", "id": "offer"}, "P1", "P1 refers to offer, which is not there."),
    ("journeys/journey/stages/journey-work/touchpoints", None, "start", "start is kept but shown nowhere."),
    ("journey_order", ["journey"], "other", "other is kept but shown nowhere."),
    ("point_order", ["P1", "P2", "P3", "P4"], "P5", "P5 is kept but shown nowhere."),
]


@pytest.mark.parametrize(("path", "value", "element", "sentence"), FLAWS)
def test_what_can_be_shown_is_shown_with_a_finding(
    project: Project, path: str, value: object, element: str, sentence: str
) -> None:
    flawed = changed(project, path, value)
    verify(flawed)
    findings = broken_references(flawed)
    assert [(finding.element, finding.message.english()) for finding in findings] == [(element, sentence)]
    assert findings[0] in check(flawed)


def test_a_text_in_another_normal_form_or_with_line_ends_is_let_in(project: Project) -> None:
    verify(changed(project, "journeys/journey/touchpoints/offer/expectation", "Ka\u0308ynti\r\n\ttoinen"))
