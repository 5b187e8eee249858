"""Alignment against networkx's Dijkstra on (step, position), written out edge by edge."""

from itertools import pairwise

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from journeymapper.analysis.paths.alignment import align, shortest
from journeymapper.analysis.paths.fitness import trace_fits
from journeymapper.analysis.paths.plan import Plan

LABELS = tuple("ABCDEFxy")
traces = st.lists(st.integers(0, len(LABELS) - 1), max_size=9).map(tuple)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any steps and ways, loops among them, of which some path leads from an entry to an exit."""
    steps = LABELS[: draw(st.integers(2, 6))]
    spine = list(pairwise(steps))
    pairs = st.tuples(st.sampled_from(steps), st.sampled_from(steps)).filter(lambda pair: pair[0] != pair[1])
    ways = dict.fromkeys([*spine, *draw(st.lists(pairs, max_size=6))])
    exits = {steps[-1], *draw(st.sets(st.sampled_from(steps), max_size=2))}
    entries = {steps[0], *draw(st.sets(st.sampled_from(steps), max_size=1))}
    return Plan(
        steps=steps,
        ways=tuple(ways),
        entries=tuple(step for step in steps if step in entries),
        exits=tuple(step for step in steps if step in exits),
    )


def cost_by_dijkstra(plan: Plan, trace: tuple[str, ...]) -> int:
    graph: networkx.DiGraph[tuple[str, int]] = networkx.DiGraph()
    moves = [("", step) for step in plan.entries] + list(plan.ways)
    for position in range(len(trace) + 1):
        for place in ("", *plan.steps):
            if position < len(trace):
                graph.add_edge((place, position), (place, position + 1), weight=1)
        for source, target in moves:
            graph.add_edge((source, position), (target, position), weight=1)
            if position < len(trace) and trace[position] == target:
                graph.add_edge((source, position), (target, position + 1), weight=0)
    for step in plan.exits:
        graph.add_edge((step, len(trace)), ("end", 0), weight=0)
    return int(networkx.dijkstra_path_length(graph, ("", 0), ("end", 0)))


@settings(max_examples=150, deadline=None)
@given(plans(), st.lists(traces, min_size=1, max_size=4))
def test_the_cost_is_that_of_the_shortest_way(plan: Plan, several: list[tuple[int, ...]]) -> None:
    found = align(plan, several, LABELS)
    for trace, alignment in zip(several, found, strict=True):
        letters = tuple(LABELS[code] for code in trace)
        assert alignment.cost == cost_by_dijkstra(plan, letters)
        assert alignment.cost == Indel.distance(letters, alignment.path)
        assert _is_path(plan, alignment.path)
    assert shortest(plan) == cost_by_dijkstra(plan, ())


def _is_path(plan: Plan, path: tuple[str, ...]) -> bool:
    ends = path[0] in plan.entries and path[-1] in plan.exits
    return ends and all(way in plan.ways for way in pairwise(path))


@settings(max_examples=100, deadline=None)
@given(plans(), traces)
def test_the_deviations_part_the_cost(plan: Plan, trace: tuple[int, ...]) -> None:
    fit = trace_fits(plan, [trace], LABELS)[0]
    kinds = fit.deviations
    assert min(kinds.missing, kinds.repeat, kinds.ad_hoc, kinds.out_of_order) >= 0
    assert fit.cost == kinds.missing + kinds.repeat + kinds.ad_hoc + 2 * kinds.out_of_order
    assert 0 <= fit.fitness <= 1


@given(traces)
def test_a_line_is_aligned_by_indel_as_by_dijkstra(trace: tuple[int, ...]) -> None:
    line = Plan(steps=LABELS[:5], ways=tuple(pairwise(LABELS[:5])), entries=("A",), exits=("E",), happy=LABELS[:5])
    assert line.is_linear
    assert align(line, [trace], LABELS)[0].cost == cost_by_dijkstra(line, tuple(LABELS[code] for code in trace))


def test_empty_traces_and_plans() -> None:
    line = Plan(steps=("A", "B"), ways=(("A", "B"),), entries=("A",), exits=("B",), happy=("A", "B"))
    assert trace_fits(line, [()], LABELS)[0].fitness == 0
    assert trace_fits(Plan(), [()], LABELS)[0].fitness == 1
    assert trace_fits(Plan(), [(0, 1)], LABELS)[0].fitness == 0
