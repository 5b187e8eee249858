"""Journeys beside each other: nested ones are counted in once, and a ring of journeys ends."""

from functools import partial

import pytest

from journeymapper.analysis.portfolio import JourneyInPortfolio
from journeymapper.desktop.act.act_view import ActView
from journeymapper.desktop.act.pages.portfolio import PortfolioPage, _below, _in_life_order
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.messages import Message
from tests.desktop.act.test_pages import texts


@pytest.fixture
def page(pages: ActView, drainage: Session) -> PortfolioPage:
    inner = Journey(id="inner", name="Inner")
    drainage.apply(Message("Add"), partial(edits.add_journey, journey=inner))
    drainage.apply(Message("Add"), lambda project: edits.add_stage(project, "inner", Stage(id="s", name="S")))
    drainage.apply(Message("Add"), lambda project: edits.add_touchpoint(project, "s", Touchpoint(id="t", name="T")))
    first = drainage.project.journeys["journey-drainage"].ordered_touchpoints()[0].id
    drainage.apply(Message("Nest"), lambda project: edits.change(project, first, sub_journey="inner"))
    pages.show_page("portfolio")
    assert isinstance(pages.page, PortfolioPage)
    return pages.page


def test_a_nested_journey_stands_below_the_one_that_opens_it(page: PortfolioPage, drainage: Session) -> None:
    outer, inner = texts(page.table, 0)
    assert outer.endswith("(with 1 nested journey)")
    assert inner.strip() == "Inner"
    touchpoints = len(drainage.project.journeys["journey-drainage"].ordered_touchpoints())
    assert texts(page.table, 2)[0].endswith(f"of {touchpoints + 1}")
    gaps = drainage.rollup("journey-drainage").worse
    assert texts(page.table, 3) == [str(gaps), "0"]


def test_a_ring_of_journeys_ends_and_counts_each_once() -> None:
    def one(key: str, *nested: str) -> JourneyInPortfolio:
        return JourneyInPortfolio(journey=key, name=key, state="current", mapped=True, nested=nested)

    rows = {each.journey: each for each in (one("a", "b"), one("b", "c", "c"), one("c", "a"), one("d", "gone"))}
    assert _below(rows, "a") == ["b", "c"]
    assert _below(rows, "d") == []
    assert _in_life_order(rows) == [("d", 0), ("a", 0), ("b", 1), ("c", 2)]
