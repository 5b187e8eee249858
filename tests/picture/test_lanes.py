"""The lanes of everything a map holds: what each shows, when it is left out, and how the team's choices change it."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion

from journeymapper.analysis.score import Score
from journeymapper.language.language import language
from journeymapper.model.journey import Journey, LaneChoice, Link, OwnLane
from journeymapper.model.measurement import Anchor
from journeymapper.model.project import Evidence, Project
from journeymapper.picture.map_view import LANES, MapView, map_pages, map_picture
from journeymapper.picture.primitives import Ellipse, Group, Image, Rect, Text
from journeymapper.picture.theme import DARK, LIGHT
from journeymapper.storage.container import open_project
from tests.picture.conftest import drainage
from tests.picture.looking import (
    Maker,
    crossed_labels,
    differing,
    groups,
    lanes_from_top,
    outline,
    with_journey,
    with_touchpoint,
    words,
)
from tests.picture.soundness import assert_sound


def test_texts_of_every_lane(full_view: Maker, snapshot: SnapshotAssertion) -> None:
    assert outline(map_picture(full_view(), width=1500)) == snapshot


def test_texts_of_a_finnish_map_before_results(full_view: Maker, snapshot: SnapshotAssertion) -> None:
    assert (
        outline(map_picture(full_view("fi", language=language("en"), results=False, detail="full"), width=1500))
        == snapshot
    )


@pytest.mark.parametrize("code", ["en", "fi"])
@pytest.mark.parametrize("detail", ["brief", "normal", "full"])
@pytest.mark.parametrize("page", [(1110.0, 680.0), (786.0, 470.0)], ids=["A3", "A4"])
def test_everything_is_sound(full_view: Maker, code: str, detail: str, page: tuple[float, float]) -> None:
    for results in (True, False):
        view = full_view(code, detail=detail, results=results)
        for picture in map_pages(view, width=page[0], height=page[1]):
            assert_sound(picture, 7.0)
    assert_sound(map_picture(full_view(code, detail=detail, theme=DARK), width=1300), 7.0)


def test_a_lane_without_anything_is_left_out(full_view: Maker) -> None:
    shown = lanes_from_top(map_picture(full_view(), width=1500))
    assert shown == [
        "score", "touchpoints", "path", "images", "situation", "expectation", "doing", "thoughts", "pains", "feeling",
        "time", "channels", "messages", "staff", "backstage", "promises", "measured_by", "o1", "o2", "o3", "actions",
        "notes", "parked",
    ]  # fmt: skip
    project, journey, scores = drainage("en")
    bare = MapView(project=project, journey=journey, scores=scores, language=language("en"), lanes=LANES)
    assert lanes_from_top(map_picture(bare, width=1500)) == [
        "score", "touchpoints", "feeling", "channels", "messages", "measured_by", "actions", "notes",
    ]  # fmt: skip


def test_what_only_a_parked_card_says_opens_no_lane(full_view: Maker) -> None:
    view = full_view()
    parked = {key: view.journey.touchpoints[key] for key in view.journey.parked}
    stages = {key: replace(stage, touchpoints=()) for key, stage in view.journey.stages.items()}
    alone = with_journey(view, touchpoints=parked, stages=stages, links={}, recurs_to="")
    shown = lanes_from_top(map_picture(alone, width=1500))
    assert not {"situation", "feeling", "channels", "thoughts", "images"} & set(shown)
    assert "parked" in shown


def test_lanes_are_ordered_renamed_hidden_and_collapsed(full_view: Maker) -> None:
    choices = (
        LaneChoice("feeling", name="How it feels"), LaneChoice("o2"), LaneChoice("doing", collapsed=True),
        LaneChoice("score", hidden=True), LaneChoice("nothing of the kind"),
    )  # fmt: skip
    view = full_view()
    picture = map_picture(with_journey(view, lanes=choices), width=1500)
    assert picture == map_picture(replace(view, lane_choices=choices), width=1500)
    shown = lanes_from_top(picture)
    assert [key for key in shown if key in ("feeling", "o2", "doing")] == ["feeling", "o2", "doing"]
    assert "score" not in shown
    assert shown[-1] == "parked"
    assert groups(picture, "legend")[0].y > groups(picture, "label-parked")[0].y
    assert words(groups(picture, "label-feeling")[0]).startswith("How it feels")
    (line,) = groups(picture, "label-doing")
    assert (words(line), groups(picture, "doing")) == ("Doing", [])
    assert line.height < 25


def test_a_collapsed_lane_with_nothing_to_show_is_left_out(full_view: Maker) -> None:
    view = with_journey(full_view(), links={}, recurs_to="", lanes=(LaneChoice("path", collapsed=True),))
    assert "path" not in lanes_from_top(map_picture(view, width=1500))


def test_pains_and_delights_have_signs_of_their_own(full_view: Maker) -> None:
    (cell,) = groups(map_picture(full_view(), width=1900), "pains", "t14")
    discs = [item for item in cell.items if isinstance(item, Ellipse)]
    assert [(disc.fill, disc.stroke) for disc in discs] == [
        (LIGHT.certainly_worse, ""), (LIGHT.card, LIGHT.certainly_better)
    ]  # fmt: skip


def test_more_than_fits_is_counted_and_told(full_view: Maker) -> None:
    pains = tuple(f"pain number {n}" for n in range(30))
    picture = map_picture(with_touchpoint(full_view(), "t11", pains=pains, delights=()), width=1500)
    (cell,) = groups(picture, "pains", "t11")
    written = words(cell).split("+")
    assert written[0].count("number") + int(written[1]) == 30
    assert all(pain in cell.tip for pain in pains)


def test_evidence_is_told_and_absence_too(full_view: Maker) -> None:
    picture = map_picture(full_view(detail="full"), width=1900)
    (pains,) = groups(picture, "pains", "t11")
    assert "interview" in words(pains)
    assert "interview, Helena, Espoo, 3 Mar 2026, “Nobody told me.”, n 12" in pains.tip
    (thoughts,) = groups(picture, "thoughts", "t11")
    assert "assumed" in words(thoughts)
    (card,) = groups(picture, "card", "t11")
    assert "2 of 10 claims supported" in card.tip
    assert "site log" in card.tip


def test_a_project_without_evidence_is_not_strewn_with_question_marks(full_view: Maker) -> None:
    view = full_view()
    view = replace(view, project=replace(view.project, evidence={}), detail="full")
    assumed = map_picture(replace(view, emphasise="assumptions"), width=1900)
    assert not any("assumed" in words(group) for group in map_picture(view, width=1900).groups if group.owner)
    assert "assumed" in words(groups(assumed, "thoughts", "t11")[0])


def colours(group: Group) -> set[str]:
    return {item.fill for item in group.items if isinstance(item, Text)}


def test_what_do_we_only_assume(full_view: Maker) -> None:
    picture = map_picture(full_view(emphasise="assumptions"), width=1500)
    faint = {LIGHT.faint_text}
    assert colours(groups(picture, "expectation", "t11")[0]) == faint
    assert colours(groups(picture, "score", "t11")[0]) == faint
    assert faint.isdisjoint(colours(groups(picture, "expectation", "t6")[0]))
    assert faint.isdisjoint(colours(groups(picture, "pains", "t11")[0]) - faint)
    assert faint.isdisjoint(colours(groups(picture, "card", "t11")[0]))
    assert faint.isdisjoint(colours(groups(picture, "o2", "t11")[0]))
    assert "8 of 10" in words(groups(picture, "card", "t11")[0])


def washes(group: Group) -> bool:
    return any(isinstance(item, Rect) and item.fill == LIGHT.soft for item in group.items)


def test_what_is_assumed_stands_on_a_patch_and_what_is_known_steps_back_everywhere(full_view: Maker) -> None:
    view = full_view(emphasise="assumptions")
    key = view.project.promise_order[0]
    stage = next(each.id for each in view.journey.ordered_stages() if each.usual_length)
    found = [Evidence(id="p", subject=key, field="text"), Evidence(id="s", subject=stage, field="usual_length")]
    found += [Evidence(id="c", subject="t11")]  # on all that is said of it
    known = {**view.project.evidence, **{each.id: each for each in found}}
    assumed = map_picture(view, width=1500)
    picture = map_picture(replace(view, project=replace(view.project, evidence=known)), width=1500)
    for part, owner in (("promise", key), ("length", stage), ("thoughts", "t11")):
        (before,), (after,) = groups(assumed, part, owner), groups(picture, part, owner)
        assert (washes(before), washes(after)) == (True, False)
        assert colours(before) != colours(after) == {LIGHT.faint_text}
    (card,) = groups(picture, "card", "t11")
    assert colours(card) == {LIGHT.faint_text}
    assert " of 10" not in words(card)
    (plain,) = groups(map_picture(full_view(), width=1500), "promise", key)
    assert not washes(plain)


def test_those_of_another_persona_step_back_and_stay(full_view: Maker) -> None:
    plain, picture = map_picture(full_view(), width=1500), map_picture(full_view(personas=("b",)), width=1500)
    assert [(g.owner, g.part) for g in picture.groups] == [(g.owner, g.part) for g in plain.groups]
    faint = {LIGHT.faint_text}
    assert all(colours(g) == faint for g in picture.groups if g.owner == "t11" and colours(g))
    assert colours(groups(picture, "action", "a1")[0]) == faint
    assert faint.isdisjoint(colours(groups(picture, "card", "t14")[0]))
    assert faint.isdisjoint(colours(groups(picture, "card", "t1")[0]))


def test_those_of_another_channel_step_back(full_view: Maker) -> None:
    picture = map_picture(full_view(channels=("invoice", "sign")), width=1500)
    strong = {g.owner for g in groups(picture, "card") if LIGHT.faint_text not in colours(g)}
    assert strong == {"t7", "t15"}


def test_hand_offs_are_solid_where_they_are_drawn_and_measured(full_view: Maker) -> None:
    picture = map_picture(full_view(), width=1500)
    marks = {group.alt: group.items[0] for group in groups(picture, "hand-off")}
    fills = {alt: mark.fill for alt, mark in marks.items() if isinstance(mark, Ellipse)}
    assert fills["sales → office: measured"] == LIGHT.accent
    assert fills["sales → surveyor: not measured"] == LIGHT.card
    assert fills["marketing → sales: not drawn as a hand-off"] == LIGHT.card
    assert sum(alt.startswith("production") for alt in fills) == 2
    bars = [words(group) for group in groups(picture, "function")]
    assert bars[:4] == ["marketing", "sales", "sales", "office"]


def test_a_hand_off_stands_between_its_columns(full_view: Maker) -> None:
    picture = map_picture(full_view(), width=1500)
    (mark,) = groups(picture, "hand-off", "h2")
    (before,), (after,) = groups(picture, "card", "t7"), groups(picture, "card", "t8")
    assert before.x + before.width - 1 < mark.x + mark.width / 2 < after.x + 1


PROMISED = [
    ("worse", "better", "certainly not kept"), ("better", "better", "certainly kept"),
    ("uncertain", "better", "not certain"), ("better", None, "not certain"), (None, None, "not measured"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "said"), PROMISED)
def test_a_promise_is_kept_when_each_of_its_points_is(full_view: Maker, one: Any, other: Any, said: str) -> None:
    view = full_view()
    points = {key: replace(view.project.points[key], anchor=Anchor("touchpoint", on))
              for key, on in (("P7", "t6"), ("P13", "t12"))}  # fmt: skip
    promise = replace(view.project.promises["m2"], points=("P7", "P13"))
    project = replace(
        view.project, points={**view.project.points, **points}, promises={**view.project.promises, "m2": promise}
    )
    verdicts = {"P7": one, "P13": other}
    scores = {key: Score(point=key, value=1.0, verdict=verdict) for key, verdict in verdicts.items() if verdict}
    picture = map_picture(replace(view, project=project, scores=scores), width=1500)
    (row,) = groups(picture, "promise", "m2")
    assert words(row).endswith(said)
    assert row.alt.endswith(f"public, {said}")


def test_a_promise_says_nothing_of_results_before_there_are_any(full_view: Maker) -> None:
    picture = map_picture(full_view(results=False), width=1500)
    assert words(groups(picture, "promise", "m2")[0]) == "Nothing extra without your written yes."
    assert "nothing proves it yet" in words(groups(picture, "promise", "m4")[0])


def test_images_are_placed_and_counted(full_view: Maker) -> None:
    picture = map_picture(full_view(), width=2200)
    (cell,) = groups(picture, "images", "t11")
    assert [item.attachment[0] for item in cell.items if isinstance(item, Image)] == ["1", "2"]
    assert words(cell) == "+1"
    (narrow,) = groups(map_picture(full_view(), width=1200), "images", "t11")
    assert words(narrow) == "+2"


def test_own_lanes_of_each_kind(full_view: Maker) -> None:
    picture = map_picture(full_view("fi"), width=1500)
    assert words(groups(picture, "o2", "t11")[0]) == "1\u00a0250,5"
    (rating,) = groups(picture, "o1", "t14")
    assert [disc.fill == LIGHT.accent for disc in rating.items if isinstance(disc, Ellipse)] == [True] * 4 + [False]
    assert words(groups(picture, "o3", "t7")[0]).replace("- ", "") == "Kuluttajansuojalaki"


def test_own_lanes_stand_where_they_are_chosen(full_view: Maker) -> None:
    view = with_journey(full_view(), own_lanes={"o1": OwnLane(id="o1", name="Risk", kind="rating")})
    shown = lanes_from_top(map_picture(replace(view, lanes=("stages", "own", "feeling")), width=1500))
    assert shown == ["o1", "feeling"]


def test_an_own_lane_is_there_to_be_written_into(full_view: Maker) -> None:
    shown = lanes_from_top(map_picture(with_journey(full_view(), own_values={}), width=1500))
    assert {"o1", "o2", "o3"} <= set(shown)


def test_the_parking_lot_holds_no_cards_of_the_path(full_view: Maker) -> None:
    picture = map_picture(full_view(), width=1500)
    assert [group.owner for group in groups(picture, "parked")] == ["x1", "x2"]
    assert len(groups(picture, "card")) == 18
    pages = map_pages(full_view(), width=786, height=470)
    assert [group.owner for page in pages for group in groups(page, "parked")] == ["x1", "x2"]


def test_a_parking_lot_before_any_stage(full_view: Maker) -> None:
    view = full_view()
    parked = {key: view.journey.touchpoints[key] for key in view.journey.parked}
    bare = Journey(id="j", name="New", touchpoints=parked, parked=tuple(parked))
    project = Project(id="p", name="p", journeys={"j": bare}, journey_order=("j",))
    picture = map_picture(replace(view, project=project, journey=bare, scores={}), width=700, height=500)
    assert next(words(group) for group in picture.groups if words(group)) == "No stages yet"
    assert len(groups(picture, "parked")) == 2
    assert_sound(picture, 7.0)


def test_time_is_measured_over_stages_and_told_below(full_view: Maker) -> None:
    picture = map_picture(full_view(), width=1500)
    assert [words(group) for group in groups(picture, "length")][:2] == ["2 weeks", "3–6 weeks"]
    (stage,) = groups(picture, "stage", "s1")
    (measure,) = groups(picture, "length", "s1")
    assert (measure.x, measure.width) == (stage.x, stage.width)
    assert words(groups(picture, "time", "t6")[0]) == "1–3 weeks"


def test_ways_and_their_words(full_view: Maker) -> None:
    picture = map_picture(full_view(), width=1700)
    labels = {group.owner: words(group) for group in groups(picture, "link-label")}
    assert labels["l5"] == "offer by phone"
    assert labels["l6"] == "lost to another"
    assert labels["j"] == "again from: Aftercare"
    assert "l8" not in labels
    (base,) = groups(picture, "base-path")
    ways = {group.owner: group for group in groups(picture, "link")}
    middle = base.y + base.height / 2
    assert all(ways[key].y < middle - 10 for key in ("l1", "l3", "l4", "l5"))
    assert all(ways[key].y + ways[key].height > middle + 10 and ways[key].y > base.y for key in ("l2", "l6", "l7", "j"))
    assert ways["l2"].alt == "back: offer revised: Offer → Survey visit"


SAMPLES = Path(__file__).parents[2] / "sample_projects"


@pytest.mark.parametrize(("sample", "code"), [("drainage_renovation", "en"), ("salaojaremontti", "fi")])
def test_the_words_of_ways_keep_clear_of_lines(sample: str, code: str) -> None:
    project = open_project(SAMPLES / f"{sample}.jmap").project
    (journey,) = project.ordered_journeys()
    lanes = ("stages", "touchpoints", "path")
    view = MapView(project=project, journey=journey, scores={}, language=language(code), results=False, lanes=lanes)
    for width in (700, 900, 1100, 1300, 1500, 1900):
        assert crossed_labels(map_picture(view, width=width)) == []
    for page in (*map_pages(view, width=1110, height=680), *map_pages(view, width=786, height=470)):
        assert crossed_labels(page) == []


def test_a_way_to_another_page_says_where_it_goes(full_view: Maker) -> None:
    link = Link(id="far", source="t2", target="t16", kind="skip", label="known customer")
    view = with_journey(full_view(), links={"far": link})
    pages = map_pages(replace(view, lanes=("stages", "touchpoints", "path")), width=786, height=470)
    labels = [words(group) for page in pages for group in groups(page, "link-label", "far")]
    assert labels == ["known customer → Follow-up call", "Website and price guide → known customer"]


def test_the_happy_path_as_drawn(full_view: Maker) -> None:
    def pieces(view: MapView) -> int:
        (base,) = groups(map_picture(view, width=1500), "base-path")
        return sum(not isinstance(item, Ellipse) for item in base.items)

    view = full_view()
    assert pieces(view) == 17
    happy = {f"k{n}": Link(id=f"k{n}", source=f"t{n}", target=f"t{n + 1}") for n in (1, 2, 5)}
    assert pieces(with_journey(view, links={**view.journey.links, **happy})) == 3


def test_votes_stay_hidden_until_shown(full_view: Maker) -> None:
    view = full_view()
    shown = map_picture(view, width=1500)
    assert "23" in words(groups(shown, "card", "t14")[0])
    assert "7 votes" in groups(shown, "card", "t11")[0].alt
    assert "4 votes" in groups(shown, "action", "a9")[0].alt
    secret = map_picture(replace(view, project=replace(view.project, votes_shown=False)), width=1500)
    assert not any("votes" in group.alt for group in secret.groups)
    assert "23" not in words(groups(secret, "card", "t14")[0])


def test_differences_are_marked(full_view: Maker) -> None:
    differences = (
        differing("added", "t3"), differing("removed", "new", old_element="t6"),
        differing("moved", "t11", field="place"), differing("changed", "t11", field="pains"),
        differing("changed", "s2", field="name"),
        differing("added", "l3"), differing("changed", "t14", field="own_values/o1"),
    )  # fmt: skip
    picture = map_picture(full_view(differences=differences, results=False), width=2400)
    assert "+ added" in words(groups(picture, "card", "t3")[0])
    assert "− removed" in words(groups(picture, "card", "t6")[0])
    assert "→ moved, ≠ changed" in words(groups(picture, "card", "t11")[0])
    assert "→ moved, ≠ changed" in groups(picture, "card", "t11")[0].alt
    assert "changed" in words(groups(picture, "stage", "s2")[0])
    assert words(groups(picture, "link-label", "l3")[0]) == "+ added: no notice needed"
    plain = map_picture(full_view(results=False), width=2400)
    for part, owner, marked in (("pains", "t11", 1), ("expectation", "t11", 0), ("o1", "t14", 1), ("o1", "t6", 0)):
        (after,), (before,) = groups(picture, part, owner), groups(plain, part, owner)
        assert len(after.items) - len(before.items) == marked, (part, owner)


def test_a_blank_map_is_the_frame_alone(full_view: Maker) -> None:
    picture = map_picture(full_view(blank=True), width=1500)
    owned = {group.part for group in picture.groups if group.owner}
    assert owned == {"stage"}
    assert "worse" not in outline(picture)
    assert {"expectation", "path", "o3"} <= set(lanes_from_top(picture))
    assert_sound(picture, 7.0)


ONE_SIZE = ("situation", "expectation", "doing", "thoughts", "staff", "time", "function", "length", "notes", "actions")


@pytest.mark.parametrize("width", [1068, 1296, 1900])
@pytest.mark.parametrize("code", ["en", "fi"])
def test_the_cells_of_a_lane_are_of_one_size(full_view: Maker, code: str, width: float) -> None:
    picture = map_picture(full_view(code, results=False), width=width)
    for part in ONE_SIZE:
        sizes = {item.size for group in groups(picture, part) for item in group.items if isinstance(item, Text)}
        assert len(sizes) <= 1, (part, sizes)
    names = [group.items for group in groups(picture, "card")]
    assert len({item.size for items in names for item in items if isinstance(item, Text)}) <= 2


def test_one_long_text_is_cut_rather_than_making_all_others_small(full_view: Maker) -> None:
    plain = map_picture(full_view(), width=1500)
    long = with_touchpoint(full_view(), "t11", situation="on and on " * 60)
    picture = map_picture(long, width=1500)
    (cell,) = groups(picture, "situation", "t11")
    assert words(cell).endswith("…")
    assert cell.tip.count("on and on") == 60
    (before,), (after,) = (sizes_of(groups(each, "situation")) for each in (plain, picture))
    assert after >= before


def sizes_of(found: list[Group]) -> set[float]:
    return {item.size for group in found for item in group.items if isinstance(item, Text)}
