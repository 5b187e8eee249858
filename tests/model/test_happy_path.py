"""The happy path after edits: round what leaves it, through what comes into it; what is not plain stays as drawn."""

from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest

from journeymapper.model import edits, history
from journeymapper.model.journey import Journey, Link, Stage, Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Evidence, Project
from tests.model.counting import counting


def drawn(path: str = "abcdef", *links: Link) -> Project:
    """Two stages, a b c and d e f, g parked; the happy path through the letters, and links besides."""
    keys = "abcdef"
    ways = [Link(id=f"{one}{other}", source=one, target=other) for one, other in pairwise(path)]
    stages = {"s": Stage(id="s", name="S", touchpoints=("a", "b", "c")),
              "t": Stage(id="t", name="T", touchpoints=("d", "e", "f"))}  # fmt: skip
    journey = Journey(
        id="journey", name="Journey", stages=stages, stage_order=("s", "t"), parked=("g",),
        touchpoints={key: Touchpoint(id=key, name=key) for key in keys + "g"},
        links={link.id: link for link in (*ways, *links)},
    )  # fmt: skip
    return edits.add_journey(Project(id="project", name="P"), journey)


def ways(project: Project) -> list[str]:
    """The happy ways as source and target, sorted; `·` is the outside."""
    links = project.journeys["journey"].links.values()
    return sorted(f"{link.source or '·'}{link.target or '·'}" for link in links if link.kind == "happy")


def through(path: str) -> list[str]:
    return sorted(one + other for one, other in pairwise(path))


def new(project: Project, stage: str, index: int | None) -> Project:
    return edits.add_touchpoint(project, stage, Touchpoint(id="n", name="N"), index)


EXIT, ENTRY = Link(id="out", source="f", target=""), Link(id="in", source="", target="a")
FOLLOWED: list[tuple[str, str, Callable[[Project], Project]]] = [
    ("between two", "abncdef", lambda p: new(p, "s", 2)),
    ("at the border of stages", "abcndef", lambda p: new(p, "t", 0)),
    ("after the last", "abcdefn", lambda p: new(p, "t", None)),
    ("before the first", "nabcdef", lambda p: new(p, "s", 0)),
    ("removed", "abdef", lambda p: edits.remove(p, "c")),
    ("a stage removed", "def", lambda p: edits.remove(p, "s")),
    ("moved one on", "bacdef", lambda p: edits.move_touchpoint(p, "a", "s", 1)),
    ("moved far", "acdebf", lambda p: edits.move_touchpoint(p, "b", "t", 2)),
    ("moved to the end", "acdefb", lambda p: edits.move_touchpoint(p, "b", "t", 9)),
    ("a stage moved", "defabc", lambda p: edits.move_stage(p, "t", 0)),
    ("half a stage moved", "abdefc", lambda p: edits.move_stage(half(p), "u", 2)),
    ("split", "abncdef", lambda p: edits.split_touchpoint(p, "b", ("b1", "b2"), "n")),
    ("a stage split", "abcdef", lambda p: edits.split_stage(p, "s", 1, Stage(id="u", name="U"))),
    ("merged side by side", "abdef", lambda p: edits.merge_touchpoints(p, ("b", "c"))),
    ("merged far apart", "abcdf", lambda p: edits.merge_touchpoints(p, ("b", "e"))),
    ("out of the lot", "abgcdef", lambda p: edits.unpark(p, "g", "s", 2)),
    ("into the lot and back", "acdebf", lambda p: edits.unpark(edits.park(p, "b"), "b", "t", 2)),
    ("a stage made a touchpoint", "abctdef", lambda p: edits.stage_to_touchpoint(p, "t")),
    ("a touchpoint made a stage", "abdef", lambda p: edits.touchpoint_to_stage(p, "c", "u")),
]  # fmt: skip


def half(project: Project) -> Project:
    return edits.split_stage(project, "s", 2, Stage(id="u", name="U"))


@pytest.mark.parametrize(("expected", "edit"), [case[1:] for case in FOLLOWED], ids=[case[0] for case in FOLLOWED])
def test_the_path_goes_where_the_team_puts_its_touchpoints(expected: str, edit: Callable[[Project], Project]) -> None:
    assert ways(edit(drawn())) == through(expected)
    entered = edit(drawn("abcdef", ENTRY, EXIT))
    assert ways(entered) == through(f"·{expected}·")


def test_a_parked_touchpoint_is_passed_and_remembers_that_it_was_on_the_path() -> None:
    detour = Link(id="detour", source="b", target="e", kind="alternative")
    before = drawn("abcdef", detour)
    parked = edits.park(before, "b")
    assert [way for way in ways(parked) if "b" not in way] == through("acdef")
    assert edits.unpark(parked, "b", "s", 1).journeys["journey"].links.keys() >= {"detour", "ab"}
    assert ways(edits.unpark(parked, "b", "s", 1)) == through("abcdef")
    last = edits.park(before, "f")
    assert edits.unpark(last, "f", "t", 2) == before


def test_one_step_of_undo_restores_the_path_exactly() -> None:
    before = drawn()
    done = history.start(before).done(Message("Move"), edits.move_touchpoint(before, "b", "t", 1))
    assert done.undone().present is before


def test_moving_there_and_back_leaves_the_links_as_they_were() -> None:
    before = drawn("abcdef", ENTRY, EXIT)
    there = edits.move_touchpoint(before, "b", "t", 1)
    assert edits.move_touchpoint(there, "b", "s", 1) == before


LABELLED = Link(id="said", source="b", target="c", label="if dry")
BRANCH = Link(id="branch", source="b", target="e")
JOINING = Link(id="joining", source="a", target="c")
LEFT: list[tuple[str, Project, Callable[[Project], Project]]] = [
    ("no path is drawn", drawn(""), lambda p: new(p, "s", 1)),
    ("a labelled way", drawn("", LABELLED), lambda p: new(p, "s", 2)),
    ("a branch", drawn("abcdef", BRANCH), lambda p: new(p, "s", 2)),
    ("a joining way", drawn("abcdef", JOINING), lambda p: new(p, "s", 2)),
    ("off the path beside it", drawn("abdef"), lambda p: new(p, "s", 2)),
    ("a path that ends before others", drawn("ab"), lambda p: new(p, "s", 2)),
    ("a gap", edits.remove(drawn(), "cd"), lambda p: new(p, "t", 0)),
    ("moved at a branch", drawn("abcdef", BRANCH), lambda p: edits.move_touchpoint(p, "b", "t", 1)),
    ("moved with a labelled way", drawn("ab", LABELLED), lambda p: edits.move_touchpoint(p, "b", "t", 1)),
    ("a circle", drawn("aba"), lambda p: edits.move_touchpoint(p, "b", "t", 1)),
    ("only for some", drawn(), lambda p: edits.add_touchpoint(p, "s", some(), 1)),
    ("evidence speaks for it", drawn(), lambda p: new(spoken_for(p, "bc"), "s", 2)),
]  # fmt: skip


def some() -> Touchpoint:
    return Touchpoint(id="n", name="N", conditional=True)


def spoken_for(project: Project, link: str) -> Project:
    return edits.add_evidence(project, Evidence(id="evidence", subject=link, source="interview"))


@pytest.mark.parametrize(("before", "edit"), [case[1:] for case in LEFT], ids=[case[0] for case in LEFT])
def test_what_is_not_plain_stays_as_it_was_drawn(before: Project, edit: Callable[[Project], Project]) -> None:
    assert edit(before).journeys["journey"].links == before.journeys["journey"].links


def test_a_branch_is_cut_and_not_guessed_where_its_touchpoint_goes() -> None:
    assert ways(edits.remove(drawn("abcdef", BRANCH), "b")) == through("cdef")


def test_loops_and_detours_stay_with_their_touchpoints() -> None:
    besides = (Link(id="back", source="e", target="b", kind="loop"), Link(id="by", source="b", target="d", kind="skip"))
    after = edits.move_touchpoint(drawn("abcdef", *besides), "b", "t", 9)
    assert {key: after.journeys["journey"].links[key] for key in ("back", "by")} == {one.id: one for one in besides}
    assert ways(after) == through("acdefb")


def test_a_detour_that_comes_between_two_of_the_path_stays_a_detour() -> None:
    detour = Link(id="detour", source="a", target="c", kind="alternative")
    after = edits.move_touchpoint(drawn("abdef", detour), "c", "s", 1)
    assert ways(after) == through("abdef")


def test_what_stands_off_the_path_does_not_hold_back_who_is_on_it() -> None:
    assert ways(edits.move_touchpoint(drawn("abef"), "b", "t", 0)) == through("abef")
    assert ways(edits.split_touchpoint(drawn("abef"), "b", ("b1", "b2"), "n")) == through("abnef")
    assert ways(edits.split_touchpoint(drawn("abef"), "c", ("c1", "c2"), "n")) == through("abef")


def copied(project: Project, keys: Iterable[str]) -> edits.Fragment:
    return edits.fragment_of(project, keys)


def test_copies_come_into_the_path_as_a_piece_of_it() -> None:
    before = drawn("abcdef", ENTRY, EXIT)
    after = edits.insert_fragment(before, "journey", "t", 2, copied(before, "bc"), counting("n-"))
    one, other = "n-touchpoint-1", "n-touchpoint-2"
    expected = [*through("·abcde"), *through("f·"), f"e{one}", f"{one}{other}", f"{other}f"]
    assert ways(after) == sorted(expected)
    loose = edits.insert_fragment(before, "journey", "s", 1, copied(before, "ac"), counting("n-"))
    assert ways(loose) == sorted([*through("·a"), *through("bcdef·"), f"a{one}", f"{one}{other}", f"{other}b"])
    doubled = edits.duplicate(before, ["f"], counting("n-"))
    assert ways(doubled) == sorted([*through("·abcdef"), f"f{one}", f"{one}·"])


def test_a_copied_branch_is_not_led_anywhere() -> None:
    before = drawn("abcdef", JOINING)
    after = edits.insert_fragment(before, "journey", "t", 2, copied(before, "abc"), counting("n-"))
    assert [way for way in ways(after) if "n-" not in way] == ways(before)
    assert len(ways(after)) == len(ways(before)) + 3


def test_a_copied_journey_has_the_path_of_the_first() -> None:
    before = drawn("abcdef", ENTRY, EXIT)
    links = edits.copy_journey(before, "journey", counting(), state="future").journeys["journey-1"].links
    assert len(links) == len(before.journeys["journey"].links)
