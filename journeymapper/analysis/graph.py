"""The paths of a journey as a graph: what cannot be reached, where it ends, what goes round for ever.

Said, never forbidden: a map in the middle of a workshop is full of loose ends.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from journeymapper.model.finding import Finding
from journeymapper.model.journey import Journey
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

if TYPE_CHECKING:
    import networkx

    Graph = networkx.DiGraph[str]


def all_path_findings(project: Project) -> list[Finding]:
    """What is wrong with the paths of the journeys in which ways are drawn; in the others nothing can be."""
    return [one for journey in project.ordered_journeys() if journey.links for one in path_findings(project, journey)]


def path_findings(project: Project, journey: Journey) -> list[Finding]:  # noqa: ARG001  # as every check of a journey
    """What is wrong with the paths of a journey, in the order of its map.

    Its links are the ways; without happy ones that join two touchpoints, the happy path is the map's order. People come
    in at the first touchpoint and at entries, and leave at the last and at exits. Parked touchpoints are on no path.
    """
    order = [touchpoint.id for touchpoint in journey.ordered_touchpoints()]
    if len(order) < 2:
        return []
    graph = path_graph(journey)
    entries, exits = _entries(journey, order), _exits(journey, order)
    unreachable = _unreachable(graph, entries)
    circles = _circles(graph, exits)
    dead_ends = {key for key in order if not any(n != key for n in graph.successors(key))} - exits - circles.keys()
    found = [*_told_each(journey, unreachable, dead_ends, circles), *_no_path(journey, graph, order)]
    places = {key: place for place, key in enumerate([journey.id, *order])}
    return sorted(found, key=lambda finding: places[finding.element])


def path_graph(journey: Journey) -> "Graph":
    """The touchpoints of the stages, and the ways from one to another; the drawn ones, else the map's order."""
    import networkx

    order = [touchpoint.id for touchpoint in journey.ordered_touchpoints()]
    graph: Graph = networkx.DiGraph()
    graph.add_nodes_from(order)
    drawn = [link for link in journey.links.values() if link.source in graph and link.target in graph]
    graph.add_edges_from((link.source, link.target) for link in drawn)
    if not any(link.kind == "happy" for link in drawn):
        graph.add_edges_from(pairwise(order))
    back_to = journey.stages[journey.recurs_to].touchpoints[:1] if journey.recurs_to in journey.stages else ()
    graph.add_edges_from((order[-1], key) for key in back_to)
    return graph


def _entries(journey: Journey, order: list[str]) -> set[str]:
    drawn = {link.target for link in journey.links.values() if not link.source}
    return ({order[0]} | drawn) & set(order)


def _exits(journey: Journey, order: list[str]) -> set[str]:
    drawn = {link.source for link in journey.links.values() if not link.target}
    return ({order[-1]} | drawn) & set(order)


def _unreachable(graph: "Graph", entries: Iterable[str]) -> set[str]:
    import networkx

    reached = set(entries)
    for key in entries:
        reached |= networkx.descendants(graph, key)
    return set(graph) - reached


def _circles(graph: "Graph", exits: set[str]) -> dict[str, str]:
    """The touchpoints that go round without a way out, each with the first of its circle."""
    import networkx

    order, circles = {key: place for place, key in enumerate(graph)}, dict[str, str]()
    for circle in networkx.strongly_connected_components(graph):
        leaves = any(target not in circle for key in circle for target in graph.successors(key))
        if len(circle) > 1 and not leaves and not circle & exits:
            circles |= dict.fromkeys(circle, min(circle, key=order.__getitem__))
    return circles


def _told_each(
    journey: Journey, unreachable: set[str], dead_ends: set[str], circles: dict[str, str]
) -> Iterator[Finding]:
    for touchpoint in journey.ordered_touchpoints():
        key, name = touchpoint.id, touchpoint.name
        if key in unreachable:
            message = Message("{name}: no path leads here.", {"name": name})
            yield Finding("unreachable", "warning", key, message)
        if key in dead_ends:
            message = Message("{name}: the path ends here, without an exit.", {"name": name})
            yield Finding("dead end", "warning", key, message)
        if circles.get(key) == key:
            message = Message("{name}: a loop begins here that has no way out.", {"name": name})
            yield Finding("loop without a way out", "warning", key, message)


def _no_path(journey: Journey, graph: "Graph", order: list[str]) -> Iterator[Finding]:
    import networkx

    if not networkx.has_path(graph, order[0], order[-1]):
        first, last = journey.touchpoints[order[0]].name, journey.touchpoints[order[-1]].name
        values: dict[str, str | int | float] = {"first": first, "last": last}
        message = Message("No path leads from “{first}” to “{last}”.", values)
        yield Finding("no path", "warning", journey.id, message)
