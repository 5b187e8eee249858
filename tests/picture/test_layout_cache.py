"""Nothing is drawn from the cache that has changed, and nothing is kept for ever."""

from typing import Any

import pytest
from msgspec.structs import replace

from journeymapper.language.language import language
from journeymapper.model.measurement import Anchor
from journeymapper.picture.map_view import LayoutCache, map_picture
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
