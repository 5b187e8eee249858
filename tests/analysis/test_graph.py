"""Paths: what is said of a map's loose ends, held against walks by hand."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.analysis.graph import path_findings
from journeymapper.model.journey import Journey, Link, LinkKind, Stage, Touchpoint
from journeymapper.model.project import Project

PROJECT = Project(id="project", name="Paths")


def journey(links: Sequence[tuple[str, ...]], keys: str = "abcd", recurs: str = "") -> Journey:
    """Two stages of touchpoints called by letters, Z parked, and links between them: source, target, kind."""
    made = {f"l{n}": Link(id=f"l{n}", source=one[0], target=one[1], kind=kind_of(one)) for n, one in enumerate(links)}
    half = len(keys) // 2
    return Journey(
        id="journey",
        name="Journey",
        stage_order=("s1", "s2"),
        stages={
            "s1": Stage(id="s1", name="s1", touchpoints=tuple(keys[:half])),
            "s2": Stage(id="s2", name="s2", touchpoints=tuple(keys[half:])),
        },
        touchpoints={key: Touchpoint(id=key, name=key.upper()) for key in (*keys, "z")},
        parked=("z",),
        links=made,
        recurs_to=recurs,
    )


def kind_of(link: tuple[str, ...]) -> LinkKind:
    return link[2] if len(link) > 2 else "happy"  # type: ignore[return-value]  # one of the kinds


def said(of: Journey) -> list[tuple[str, str]]:
    return [(finding.kind, finding.element) for finding in path_findings(PROJECT, of)]


NO_PATH = ("no path", "journey")
CASES: list[tuple[list[tuple[str, ...]], list[tuple[str, str]]]] = [
    ([], []),
    ([("b", "a", "loop"), ("a", "d", "skip"), ("b", "d", "alternative")], []),
    ([("a", "b"), ("b", "c"), ("c", "d")], []),
    ([("a", "b"), ("b", "d")], [("unreachable", "c"), ("dead end", "c")]),
    ([("a", "b"), ("b", "d"), ("a", "c", "alternative")], [("dead end", "c")]),
    ([("a", "b"), ("b", "d"), ("a", "c", "alternative"), ("c", "")], []),
    ([("a", "b"), ("b", "d"), ("", "c"), ("c", "d", "alternative")], []),
    (
        [("a", "b"), ("b", "a", "loop"), ("c", "d"), ("", "c")],
        [("no path", "journey"), ("loop without a way out", "a")],
    ),
    (
        [("a", "b"), ("b", "c"), ("c", "b", "loop"), ("", "d")],
        [("no path", "journey"), ("loop without a way out", "b")],
    ),
    ([("a", "b"), ("b", "c"), ("c", "b", "loop"), ("c", "d")], []),
    ([("a", "b"), ("b", "c"), ("c", "b", "loop"), ("b", ""), ("", "d")], [("no path", "journey")]),
    ([("a", "b"), ("b", "d"), ("a", "c"), ("c", "c", "loop")], [("dead end", "c")]),
    ([("a", "z"), ("z", "d")], []),
    ([("a", ""), ("", "d")], []),
]


@pytest.mark.parametrize(("links", "expected"), CASES, ids=range(len(CASES)))
def test_loose_ends_are_said_where_they_are(links: list[tuple[str, ...]], expected: list[tuple[str, str]]) -> None:
    assert said(journey(links)) == expected


def test_a_journey_of_one_touchpoint_or_none_has_no_paths() -> None:
    assert said(journey([], "")) == said(journey([], "a")) == []


def test_a_recurring_stage_is_reached_from_the_end() -> None:
    skipping = [("a", "b"), ("b", "d"), ("c", "d")]
    assert said(journey(skipping)) == [("unreachable", "c")]
    assert said(journey(skipping, recurs="s2")) == []


def test_findings_are_sentences_with_names() -> None:
    found = path_findings(PROJECT, journey([("a", "b")]))
    assert [finding.message.english() for finding in found] == [
        "No path leads from “A” to “D”.",
        "B: the path ends here, without an exit.",
        "C: no path leads here.",
        "C: the path ends here, without an exit.",
        "D: no path leads here.",
    ]


def walked(start: set[str], ways: set[tuple[str, str]]) -> set[str]:
    """All that can be reached from the start, by walking until nothing is new."""
    reached = set(start)
    while more := {target for source, target in ways if source in reached} - reached:
        reached |= more
    return reached


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.tuples(st.sampled_from(" abcdef"), st.sampled_from(" abcdef")).filter(lambda p: p != (" ", " ")), max_size=10
    )
)
def test_reach_and_ends_are_those_of_a_walk(pairs: list[str]) -> None:
    links = [(pair[0].strip(), pair[1].strip()) for pair in pairs]
    ways = {(source, target) for source, target in links if source and target}
    if not ways:
        ways = set(zip("abcdef", "bcdef", strict=False))
    found = said(journey(links, "abcdef"))
    reached = walked({"a"} | {target for source, target in links if not source}, ways)
    assert {key for kind, key in found if kind == "unreachable"} == set("abcdef") - reached
    leaving = {"f"} | {source for source, target in links if not target}
    back = walked(leaving, {(target, source) for source, target in ways})
    stuck = {key for kind, key in found if kind in ("dead end", "loop without a way out")}
    assert bool(stuck) == bool(set("abcdef") - back)
    assert stuck <= set("abcdef") - back
    assert (("no path", "journey") in found) == ("f" not in walked({"a"}, ways))
