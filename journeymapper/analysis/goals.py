"""The tree of goals: what serves what, what measures each, which contradict each other, what serves nothing."""

from typing import TYPE_CHECKING

import msgspec

from journeymapper.model.measurement import Level
from journeymapper.model.project import Project

if TYPE_CHECKING:
    import networkx

RANKS: tuple[Level, ...] = ("strategic", "tactical", "operational")


class GoalTree(msgspec.Struct, frozen=True, kw_only=True):
    """Goals in layers, the highest first; edges go from a goal to the one that it serves.

    `measured` maps a goal to its own points and those of the goals below it; `unmeasured` have neither. `idle` are the
    points that serve no goal.
    """

    layers: tuple[tuple[str, ...], ...] = ()
    edges: tuple[tuple[str, str], ...] = ()
    contradictions: tuple[tuple[str, str], ...] = ()
    measured: dict[str, tuple[str, ...]] = {}
    unmeasured: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()


def goal_graph(project: Project) -> "networkx.DiGraph[str]":
    """The goals as a graph without circles (edits see to that), an edge to each goal that is served."""
    import networkx

    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_nodes_from(project.goal_order)
    graph.add_edges_from((key, served) for key in project.goal_order for served in project.goals[key].serves)
    return graph


def goal_tree(project: Project) -> GoalTree:
    """The tree as it is drawn: a goal stands below all that it serves, and not above its own level."""
    import networkx

    graph = goal_graph(project)
    rank: dict[str, int] = {}
    for key in reversed(list(networkx.topological_sort(graph))):
        above = [rank[served] + 1 for served in graph.successors(key)]
        rank[key] = max([RANKS.index(project.goals[key].level), *above])
    below = {key: networkx.ancestors(graph, key) for key in project.goal_order}
    measured = {key: _points(project, key, below[key]) for key in project.goal_order}
    serving = {point for goal in project.goals.values() for point in goal.points}
    pairs = {tuple(sorted((key, other))) for key in project.goal_order for other in project.goals[key].contradicts}
    return GoalTree(
        layers=tuple(
            tuple(key for key in project.goal_order if rank[key] == level) for level in sorted({*rank.values()})
        ),
        edges=tuple(graph.edges),
        contradictions=tuple((first, second) for first, second in sorted(pairs)),
        measured=measured,
        unmeasured=tuple(key for key, points in measured.items() if not points),
        idle=tuple(
            point.id for point in project.ordered_points() if point.id not in serving and point.status != "retired"
        ),
    )


def _points(project: Project, key: str, below: set[str]) -> tuple[str, ...]:
    keys = [key, *(other for other in project.goal_order if other in below)]
    return tuple(dict.fromkeys(point for one in keys for point in project.goals[one].points if point in project.points))
