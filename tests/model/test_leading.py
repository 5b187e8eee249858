"""A way to a touchpoint that is made for it."""

import pytest

from journeymapper.model import edits
from journeymapper.model.journey import Link, Touchpoint
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from tests.model.test_happy_path import EXIT, drawn, through, ways

NEW = Touchpoint(id="n", name="N")


def led(project: Project, source: str, place: tuple[str, int], kind: str = "happy") -> Project:
    link = Link(id="new-link", source=source, target="n", kind=kind)  # type: ignore[arg-type]  # one of the kinds
    return edits.lead_on(project, link, NEW, place)


def test_a_happy_way_leads_the_path_through_it_where_it_comes_by() -> None:
    assert ways(led(drawn(), "b", ("s", 2))) == through("abncdef")
    assert ways(led(drawn("abcdef", EXIT), "f", ("t", 3))) == through("abcdefn·")
    assert ways(led(drawn("ab"), "b", ("s", 2))) == through("abn")


def test_elsewhere_it_is_a_way_of_its_own() -> None:
    assert ways(led(drawn(), "a", ("t", 1))) == sorted([*through("abcdef"), "an"])
    after = led(drawn(), "b", ("s", 2), "alternative")
    assert ways(after) == through("abcdef")
    assert after.journeys["journey"].links["new-link"].kind == "alternative"
    parked = led(drawn(), "b", ("", 0))
    assert parked.journeys["journey"].parked == ("n", "g")
    assert parked.journeys["journey"].links["new-link"].source == "b"


def test_it_leads_from_a_touchpoint_of_the_same_journey() -> None:
    with pytest.raises(Refusal, match="is not a touchpoint"):
        led(drawn(), "s", ("s", 0))
    with pytest.raises(Refusal, match="There is nothing with the id x"):
        led(drawn(), "b", ("x", 0))
