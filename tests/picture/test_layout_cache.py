"""Nothing is drawn from the cache that has changed, and nothing is kept for ever."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from journeymapper.language.language import language
from journeymapper.model.journey import Touchpoint
from journeymapper.model.measurement import Anchor
from journeymapper.picture.map_view import LayoutCache, MapView, map_picture
from journeymapper.picture.theme import DARK
from tests.picture.looking import Maker, differing, with_journey, with_touchpoint

CHANGES: dict[str, Any] = {
    "name": "Another name", "kinds": ("paper",), "channels": ("mail",), "moment_of_truth": True, "conditional": True,
    "feeling": -2, "expectation": "nothing", "situation": "wet", "function": "board", "owner": "Liisa",
    "in_scope": False, "not_measured_because": "small", "shown_point": "P12", "personas": ("b",), "doing": "waits",
    "thoughts": "So?", "pains": ("cold",), "delights": ("warm",), "length": "1 min", "backstage": "nobody",
    "systems": ("ERP",), "sub_journey": "j9", "images": ("4.png",), "votes": 2, "volume": 12, "volume_unit": "visits",
    "importance": 3, "base": "one in ten", "moment_reason": "they said so",
}  # fmt: skip


@pytest.mark.parametrize("field", CHANGES)
@pytest.mark.parametrize("touchpoint", ["t11", "t15"])
def test_a_changed_field_is_never_drawn_from_the_cache(full_view: Maker, field: str, touchpoint: str) -> None:
    cache = LayoutCache()
    view = full_view(detail="full", personas=("a",))
    map_picture(view, width=1500, cache=cache)
    changed = with_touchpoint(view, touchpoint, **{field: CHANGES[field]})
    assert map_picture(changed, width=1500, cache=cache) == map_picture(changed, width=1500)
    assert map_picture(view, width=1500, cache=cache) == map_picture(view, width=1500)


def test_anything_else_changed_is_never_drawn_from_the_cache(full_view: Maker) -> None:
    view, cache = full_view(detail="full"), LayoutCache()
    project, journey = view.project, view.journey
    moved = replace(project.points["P11"], anchor=Anchor("touchpoint", "t9"))
    others = [
        replace(view, project=replace(project, evidence={})),
        replace(view, project=replace(project, votes_shown=False)),
        replace(view, project=replace(project, points={**project.points, "P11": moved})),
        replace(view, project=replace(project, promises=project.promises, promise_order=("m2", "m1"))),
        replace(view, scores={key: score for key, score in view.scores.items() if key != "P13"}),
        replace(view, project=replace(project, settings=replace(project.settings, suppress_under=9))),
        replace(view, project=replace(project, language="fi")),
        replace(view, language=language("fi")),
        replace(view, theme=DARK),
        replace(view, selected=("t11", "s2", "a1")),
        with_journey(view, links={}),
        with_journey(view, hand_offs={}),
        with_journey(view, recurs_to=""),
        with_journey(view, own_values={"o1": {"t6": "3"}}),
        with_journey(view, parked=("x2", "x1")),
        with_journey(view, stages={**journey.stages, "s2": replace(journey.stages["s2"], usual_length="a day")}),
        with_journey(view, stages={**journey.stages, "s2": replace(journey.stages["s2"], function="board")}),
        replace(view, personas=("b",)), replace(view, emphasise="assumptions"), replace(view, blank=True),
        replace(view, differences=(differing("changed", "t11", field="doing"),)),
    ]  # fmt: skip
    for other in others:
        for each in (view, other, view):
            assert map_picture(each, width=1500, cache=cache) == map_picture(each, width=1500)


def test_a_cache_forgets_what_is_long_gone(full_view: Maker) -> None:
    view, cache = full_view(), LayoutCache()
    sizes = []
    for turn in range(60):
        fresh = {f"{key}-{turn}": replace(t, id=f"{key}-{turn}") for key, t in view.journey.touchpoints.items()}
        stages = {
            key: replace(stage, touchpoints=tuple(f"{each}-{turn}" for each in stage.touchpoints))
            for key, stage in view.journey.stages.items()
        }
        map_picture(with_journey(view, touchpoints=fresh, stages=stages, parked=(), links={}), width=1500, cache=cache)
        sizes.append(len(cache))
    assert sizes[10] > 2000
    assert max(sizes) < 6000


def wide(view: MapView, count: int) -> MapView:
    """The view with so many touchpoints more that the map is as narrow as it can be."""
    touchpoints, stages = dict(view.journey.touchpoints), dict(view.journey.stages)
    for key, stage in stages.items():
        new = [Touchpoint(id=f"{key}-{number}", name=f"Step {number}", feeling=1) for number in range(count)]
        touchpoints |= {each.id: each for each in new}
        stages[key] = replace(stage, touchpoints=(*stage.touchpoints, *(each.id for each in new)))
    return with_journey(view, touchpoints=touchpoints, stages=stages)


@pytest.mark.parametrize("place", [0, 3, None])
def test_a_card_that_comes_lays_out_itself_alone(full_view: Maker, place: int | None) -> None:
    view, cache = wide(full_view(), 40), LayoutCache()
    before = map_picture(view, width=1500, cache=cache)
    stage = view.journey.stages["s1"]
    order = [*stage.touchpoints]
    order.insert(len(order) if place is None else place, "new")
    grown = with_journey(
        view, touchpoints={**view.journey.touchpoints, "new": Touchpoint(id="new", name="New", feeling=-1)},
        stages={**view.journey.stages, "s1": replace(stage, touchpoints=tuple(order))},
    )  # fmt: skip
    after = map_picture(grown, width=1500, cache=cache)
    assert after == map_picture(grown, width=1500)
    kept = {id(group.items) for group in before.groups}
    cells = {"card", "feeling", "measured_by", "score"}
    again = {(group.owner, group.part) for group in after.groups if group.part in cells and id(group.items) not in kept}
    assert again == {("new", "card"), ("new", "feeling"), ("new", "measured_by")} | (again & {("new", "score")})


def test_a_lane_that_grows_moves_the_cells_below_it(full_view: Maker) -> None:
    view, cache = wide(full_view(), 40), LayoutCache()
    before = map_picture(view, width=1500, cache=cache)
    taller = with_touchpoint(view, "t11", expectation="a long and winding text that needs a line or two more " * 3)
    after = map_picture(taller, width=1500, cache=cache)
    assert after == map_picture(taller, width=1500)
    assert after.height > before.height
    kept = {id(group.items) for group in before.groups}
    again = {group.owner for group in after.groups if group.part == "score" and id(group.items) not in kept}
    assert again <= {"t11"}


def test_a_copy_knows_the_same_and_goes_its_own_way(full_view: Maker) -> None:
    view, cache = full_view(), LayoutCache()
    map_picture(view, width=1500, cache=cache)
    copied = cache.copy()
    made = cache.made
    assert map_picture(view, width=1500, cache=copied) == map_picture(view, width=1500)
    assert copied.made == 0
    map_picture(with_touchpoint(view, "t11", name="Another"), width=1500, cache=copied)
    assert copied.made > 0
    assert map_picture(view, width=1500, cache=cache) == map_picture(view, width=1500)
    assert cache.made == made


def test_what_comes_out_equal_stays_the_same_object() -> None:
    cache, one, other = LayoutCache(), object(), object()
    first = cache.kept(("a", ""), (one,), (), lambda: [1, 2])
    assert cache.kept(("a", ""), (other,), (), lambda: [1, 2]) is first
    assert cache.kept(("a", ""), (one,), (), lambda: [1, 3]) == [1, 3]


def test_values_are_not_asked_for_while_what_vouches_for_them_is_the_same() -> None:
    cache, sure, one, other = LayoutCache(), object(), object(), object()
    asked: list[object] = []

    def values(value: object) -> Callable[[], tuple[object, ...]]:
        def ask() -> tuple[object, ...]:
            asked.append(value)
            return (value,)

        return ask

    assert cache.kept_while(("a", ""), (sure,), values(one), (1,), lambda: "first") == "first"
    asked.clear()
    assert cache.kept_while(("a", ""), (sure,), values(other), (1,), lambda: "second") == "first"
    assert asked == []
    assert cache.kept_while(("a", ""), (object(),), values(one), (1,), lambda: "third") == "first"
    assert cache.kept_while(("a", ""), (object(),), values(other), (1,), lambda: "fourth") == "fourth"
    assert cache.kept_while(("a", ""), (sure,), values(other), (2,), lambda: "fifth") == "fifth"


def test_of_many_only_what_is_another_object_is_made_again() -> None:
    cache, ground = LayoutCache(), object()
    values: dict[str, list[int]] = {"a": [1], "b": [2], "c": [3]}
    made: list[int] = []

    def make(value: list[int]) -> int:
        made.append(value[0])
        return value[0] * 10

    assert cache.kept_each(("x", ""), (ground,), values, make) == {"a": 10, "b": 20, "c": 30}
    changed = {"a": values["a"], "b": [5], "d": [6]}
    made.clear()
    assert cache.kept_each(("x", ""), (ground,), changed, make) == {"a": 10, "b": 50, "d": 60}
    assert made == [5, 6]
    made.clear()
    assert cache.kept_each(("x", ""), (object(),), changed, make) == {"a": 10, "b": 50, "d": 60}
    assert made == [1, 5, 6]
