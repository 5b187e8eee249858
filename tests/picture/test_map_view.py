"""The map: nothing overlaps, nothing leaves the page, type keeps its floor, whatever the names and numbers."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from journeymapper.analysis.score import Score
from journeymapper.language.language import language
from journeymapper.model.journey import Journey, Stage
from journeymapper.model.measurement import Anchor
from journeymapper.model.project import Action
from journeymapper.picture.lanes.order import ALL_LANES
from journeymapper.picture.layout_cache import LayoutCache
from journeymapper.picture.map_view import (
    DEFAULT_LANES,
    LANES,
    MapView,
    least_width,
    map_pages,
    map_picture,
    natural_width,
)
from journeymapper.picture.primitives import Group, Picture, Rect, Text
from journeymapper.picture.type import text_run
from tests.picture.soundness import assert_sound, clashing_groups, off_page, outside_group, overlaps, texts
from tests.picture.views import views

ViewMaker = Callable[..., MapView]
A3 = (1110.0, 680.0)
A4 = (786.0, 470.0)


def test_the_checks_see_what_is_wrong() -> None:
    def group(part: str, *items: Any) -> Group:
        return Group(owner=part, part="card", x=0, y=0, width=50, height=20, items=items)

    first, second = text_run("one", 0, 12, 10), text_run("two", 4, 14, 10)
    wide = Rect(x=90, y=0, width=20, height=5)
    picture = Picture(width=100, height=20, groups=(group("a", first), group("b", second, wide)))
    assert overlaps(picture) == [("one", "two")]
    assert off_page(picture) == [("card", wide)]
    assert clashing_groups(picture) == [("a", "b")]
    low = msgspec.structs.replace(second, y=21.0)
    assert outside_group(Picture(width=100, height=30, groups=(group("a", low),))) == [("card", "two")]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(views(), st.sampled_from([A3, A4]))
def test_pages_are_sound(view: MapView, page: tuple[float, float]) -> None:
    pages = map_pages(view, width=page[0], height=page[1])
    for picture in pages:
        assert (picture.width, picture.height) == pytest.approx(page)
        assert_sound(picture, 7.0)
    cards = [group.owner for picture in pages for group in picture.groups if group.part == "card"]
    shown = not view.blank and not any(each.id == "touchpoints" and each.hidden for each in view.journey.lanes)
    assert cards == ([t.id for t in view.journey.ordered_touchpoints()] if shown else [])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(views(), st.floats(100, 2500), st.one_of(st.none(), st.floats(50, 2000)))
def test_one_picture_is_sound(view: MapView, width: float, height: float | None) -> None:
    picture = map_picture(view, width=width, height=height, floor=8.0)
    assert picture.width == pytest.approx(max(width, least_width(view)))
    assert picture.height >= (height or 0) - 1e-6
    assert_sound(picture, 8.0)


def grown(view: MapView, touchpoints: int, stages: int) -> MapView:
    """The same journey with other numbers of touchpoints and stages, its touchpoints over and over."""
    first = list(view.journey.touchpoints.values())
    many = {f"x{i}": msgspec.structs.replace(first[i % len(first)], id=f"x{i}") for i in range(touchpoints)}
    keys = list(many)
    edges = [i * touchpoints // stages for i in range(stages + 1)]
    spread = {
        f"s{i}": Stage(id=f"s{i}", name=f"Stage {i}", touchpoints=tuple(keys[start:end]))
        for i, (start, end) in enumerate(pairwise(edges))
    }  # fmt: skip
    journey = msgspec.structs.replace(view.journey, touchpoints=many, stages=spread, stage_order=tuple(spread))
    project = msgspec.structs.replace(view.project, journeys={"j": journey})
    return msgspec.structs.replace(view, journey=journey, project=project)


@pytest.mark.parametrize(("touchpoints", "stages"), [(1, 1), (0, 30), (60, 4), (300, 30), (300, 1)])
def test_small_and_large_maps(view_of: ViewMaker, touchpoints: int, stages: int) -> None:
    view = grown(view_of(), touchpoints, stages)
    pages = map_pages(view, width=A3[0], height=A3[1])
    for picture in pages:
        assert_sound(picture, 7.0)
    assert sum(group.part == "card" for picture in pages for group in picture.groups) == touchpoints
    assert_sound(map_picture(view, width=natural_width(view)), 7.0)


def test_a_stage_wider_than_a_page_breaks_between_cards(view_of: ViewMaker) -> None:
    pages = map_pages(grown(view_of(), 50, 1), width=A3[0], height=A3[1])
    heads = [next(t.text for g, t in texts(p) if g.part == "stage") for p in pages]
    assert heads == ["Stage 0", *["Stage 0 (continued)"] * (len(pages) - 1)]
    counts = [sum(group.part == "card" for group in page.groups) for page in pages]
    assert max(counts) - min(counts) <= 1
    labels = [{g.part for g in page.groups if g.part.startswith("label-")} for page in pages]
    assert all({"label-score", "label-touchpoints", "label-feeling"} <= found for found in labels)


def test_pages_break_at_stage_borders(view_of: ViewMaker) -> None:
    pages = map_pages(view_of(), width=A4[0], height=A4[1])
    stages = [[g.owner for g in page.groups if g.part == "stage"] for page in pages]
    assert stages == [["s0", "s1", "s2"], ["s3", "s4", "s5"]]


def test_a_page_is_filled(view_of: ViewMaker) -> None:
    (picture,) = map_pages(view_of(), width=A3[0], height=A3[1])
    assert max(group.y + group.height for group in picture.groups) == pytest.approx(A3[1])
    cards = [group for group in picture.groups if group.part == "card"]
    assert max(card.x + card.width for card in cards) >= A3[0] - 6
    rows = sorted(
        {(g.y, g.y + g.height) for g in picture.groups if g.part in ("frame-score", "card", "legend", "stage")}
    )
    assert all(after[0] - before[1] <= 12 for before, after in pairwise(rows[:3]))


def test_a_journey_without_stages_says_so(view_of: ViewMaker) -> None:
    view = view_of()
    bare = Journey(id="j", name="New")
    view = msgspec.structs.replace(
        view, journey=bare, project=msgspec.structs.replace(view.project, journeys={"j": bare})
    )
    (page,) = map_pages(view, width=A4[0], height=A4[1])
    assert [text.text for _, text in texts(page)] == ["No stages yet"]
    assert_sound(map_picture(view, width=300), 7.0)


def test_without_results_there_is_no_figure(view_of: ViewMaker) -> None:
    picture = map_picture(view_of(results=False), width=1400)
    words = " ".join(text.text for _, text in texts(picture))
    assert not {group.part for group in picture.groups} & {"score", "legend"}
    assert "%" not in words
    assert "n 37" not in words
    assert "worse" not in words


def shown_words(view: MapView, owner: str, part: str = "card") -> str:
    picture = map_picture(view, width=natural_width(view))
    return " ".join(text.text for group, text in texts(picture) if group.owner == owner and group.part == part)


def test_levels_of_detail(view_of: ViewMaker) -> None:
    assert shown_words(view_of(detail="brief"), "t11") == "Change of dates 55\u00a0%"
    assert shown_words(view_of(), "t11") == "Change of dates told 55\u00a0% −35 90\u00a0% n 47"
    full = shown_words(view_of(detail="full"), "t11")
    assert "41–69\u00a0%" in full
    assert "handled 3.1" in full


def test_a_card_tells_what_is_not_known(view_of: ViewMaker) -> None:
    assert "not measured, on purpose" in shown_words(view_of(), "t7")
    assert "not measured" in shown_words(view_of(), "t17")
    assert "indicative" in shown_words(view_of(), "t18")
    view = view_of()
    hidden = {**view.scores, "P1": Score(point="P1", hidden="too few", verdict="too few")}
    assert "too few answers" in shown_words(msgspec.structs.replace(view, scores=hidden), "t1")


def test_groups_say_whose_they_are(view_of: ViewMaker) -> None:
    picture = map_picture(view_of(), width=1400)
    card = next(group for group in picture.groups if group.owner == "t11" and group.part == "card")
    assert card.alt == (
        "Change of dates. moment of truth. only for some. told 55\u00a0%, 95 % interval 41–69\u00a0%, "
        "target 90\u00a0%, certainly worse, n 47"
    )
    owners = {group.part: group.owner for group in picture.groups}
    assert owners["action"] == "a3"
    assert owners["note"] == "n1"
    assert owners["stage"] == "s5"


def test_what_is_cut_has_a_tip(view_of: ViewMaker) -> None:
    view = view_of()
    name = "word " * 39 + "tail!"
    touchpoints = {**view.journey.touchpoints, "t5": msgspec.structs.replace(view.journey.touchpoints["t5"], name=name)}
    journey = msgspec.structs.replace(view.journey, touchpoints=touchpoints)
    (page,) = map_pages(msgspec.structs.replace(view, journey=journey), width=A3[0], height=A3[1])
    card = next(group for group in page.groups if group.owner == "t5" and group.part == "card")
    assert any(text.text.endswith("…") for group, text in texts(page) if group is card)
    assert name in card.tip
    assert all(not group.tip for group in page.groups if group.part == "card" and group.owner != "t5")


def test_more_actions_than_fit_are_counted(view_of: ViewMaker) -> None:
    view = view_of()
    many = {f"b{i}": Action(id=f"b{i}", title=f"Action {i}", anchor=Anchor("touchpoint", "t3")) for i in range(20)}
    project = msgspec.structs.replace(view.project, actions=many, action_order=tuple(many))
    picture = map_picture(msgspec.structs.replace(view, project=project), width=1400)
    cards = [group for group in picture.groups if group.part == "action"]
    badges = [int(t.text[1:]) for g, t in texts(picture) if g.part == "action" and t.text.startswith("+")]
    assert sum(badges) + len(cards) == 20
    assert all(any(f"Action {i}" in group.tip or f"Action {i}" in group.alt for group in cards) for i in range(20))
    assert_sound(picture, 7.0)


def test_an_edit_lays_out_one_card_again(view_of: ViewMaker) -> None:
    view, cache = view_of(), LayoutCache()
    map_picture(view, width=1500, height=800, cache=cache)
    made = cache.made
    assert map_picture(view, width=1500, height=800, cache=cache) == map_picture(view, width=1500, height=800)
    assert cache.made == made
    changed = msgspec.structs.replace(view.journey.touchpoints["t4"], name="First talk")
    journey = msgspec.structs.replace(view.journey, touchpoints={**view.journey.touchpoints, "t4": changed})
    project = msgspec.structs.replace(view.project, journeys={"j": journey})
    edited = msgspec.structs.replace(view, journey=journey, project=project)
    before = map_picture(view, width=1500, height=800, cache=cache)
    after = map_picture(edited, width=1500, height=800, cache=cache)
    assert after == map_picture(edited, width=1500, height=800)
    kept = {id(group.items) for group in before.groups}
    again = [(group.owner, group.part) for group in after.groups if id(group.items) not in kept]
    assert sorted(again) == [("t4", "card"), ("t4", "feeling"), ("t4", "measured_by"), ("t4", "score")]
    assert cache.made - made <= 15


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(views(), min_size=2, max_size=2))
def test_a_cache_never_changes_the_picture(several: list[MapView]) -> None:
    cache = LayoutCache()
    for view in [*several, *several]:
        assert map_picture(view, width=1200, cache=cache) == map_picture(view, width=1200)


def test_the_lanes_there_are() -> None:
    assert set(DEFAULT_LANES) < set(LANES)
    assert set(LANES) == set(ALL_LANES) | {"own"}


def test_lanes_are_shown_in_the_order_asked_for(view_of: ViewMaker) -> None:
    picture = map_picture(view_of(lanes=("feeling", "unknown", "stages", "feeling")), width=1400)
    tops = {group.part: group.y for group in picture.groups}
    assert set(tops) == {"frame-feeling", "label-feeling", "curve-feeling", "feeling", "stage"}
    assert tops["frame-feeling"] < tops["stage"]


def outline(picture: Picture) -> str:
    """The texts of a picture's groups, one group a line."""
    lines = []
    for group in picture.groups:
        words = " | ".join(f"{item.text}" for item in group.items if isinstance(item, Text))
        if words:
            lines.append(f"{group.owner or '-'} {group.part}: {words}")
    return "\n".join(lines)


def test_texts_of_the_english_map(view_of: ViewMaker, snapshot: SnapshotAssertion) -> None:
    (picture,) = map_pages(view_of(), width=A3[0], height=A3[1])
    assert outline(picture) == snapshot


def test_texts_of_the_finnish_map_on_two_pages(view_of: ViewMaker, snapshot: SnapshotAssertion) -> None:
    pages = map_pages(view_of("fi", language=language("en"), detail="full"), width=A4[0], height=A4[1])
    assert "\n\n".join(outline(page) for page in pages) == snapshot


def test_lanes_that_need_two_pages_fill_both(view_of: ViewMaker) -> None:
    """A page of the map never holds the legend alone, nor stages as high as the page."""
    pages = map_pages(view_of(), width=A4[0], height=300.0)
    lanes = [{g.part for g in page.groups if g.part.startswith("label-")} for page in pages]
    assert len(pages) > 2
    assert all(len(found) >= 2 for found in lanes)
    assert sum(any(group.part == "legend" for group in page.groups) for page in pages) == 2
    for page in pages:
        stages = [group for group in page.groups if group.part == "stage"]
        assert stages
        assert max(group.height for group in stages) < 90
        assert_sound(page, 7.0)


def test_a_page_slightly_too_low_draws_the_map_smaller(view_of: ViewMaker) -> None:
    """The same stages to a page as on a higher one, with all their lanes."""
    pages = map_pages(view_of(), width=A4[0], height=390.0)
    assert [sum(g.part == "stage" for g in page.groups) for page in pages] == [3, 3]
    assert all(any(g.part == "label-actions" for g in page.groups) for page in pages)
