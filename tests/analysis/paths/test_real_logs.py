"""Real logs: cases, events, variants and edges as counted here with dictionaries alone."""

from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from journeymapper.analysis.paths.report import actual_paths
from tests.analysis.paths.logs import Event, journey_of, log_of, read_csv, read_xes

FILES = {
    "08_receipt.xes.gz": (1434, 8577),
    "02_teleclaims.xes.gz": (3512, 46138),
    "retentioneering_ecom.csv.gz": (None, 31106),
    "bupar_patients.csv": (500, 5442),
}
COLUMNS = {
    "retentioneering_ecom.csv.gz": ("user_id", "event", "timestamp"),
    "bupar_patients.csv": ("patient", "handling", "time"),
}


def read(folder: Path, name: str) -> list[Event]:
    return read_csv(folder / name, *COLUMNS[name]) if name in COLUMNS else read_xes(folder / name)


@pytest.mark.parametrize("name", FILES)
def test_cases_events_variants_and_edges_are_an_independent_count(event_logs: Path, name: str) -> None:
    events = read(event_logs / "", name)
    by_case: dict[str, list[tuple[float, int, str]]] = defaultdict(list)
    for place, (case, activity, time) in enumerate(events):
        assert time is not None
        by_case[case].append((time, place, activity))
    ordered = [tuple(activity for _, _, activity in sorted(rows)) for rows in by_case.values()]
    variants = Counter(ordered)
    edges = Counter(pair for trace in ordered for pair in pairwise(trace))
    report = actual_paths(journey_of("ab"), [log_of(events)])
    cases, size = FILES[name]
    assert report.events == len(events) == size
    assert report.cases == len(by_case) == (cases or len(by_case))
    assert {each.path: each.cases for each in report.variants} == dict(variants)
    assert {(edge.source, edge.target): edge.count for edge in report.flow.edges} == dict(edges)
    assert sum(report.flow.begins.values()) == sum(report.flow.ends.values()) == report.cases
    assert report.fit.deviations.ad_hoc == report.events
    assert report.fit.log_fitness == 0
