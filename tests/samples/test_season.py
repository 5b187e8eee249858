"""The season's registers tell one story: the counts of the site log, case by case."""

import csv
from collections import Counter
from pathlib import Path

import pytest

HAPPY = (
    "Survey visit",
    "Offer",
    "Contract and dates",
    "Start notice",
    "Yard walk",
    "Digging and daily news",
    "Yard put back",
    "Hand-over inspection",
    "Final invoice",
    "Follow-up call",
)
Traces = dict[str, list[str]]


def rows_of(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


@pytest.fixture(scope="session")
def results(samples: Path) -> Path:
    return samples / "drainage_results"


@pytest.fixture(scope="session")
def traces(results: Path) -> Traces:
    found: Traces = {}
    for row in rows_of(results / "site_events_2026.csv"):
        found.setdefault(row["case"], []).append(row["activity"])
    return found


def having(traces: Traces, activity: str) -> int:
    return sum(activity in trace for trace in traces.values())


def test_how_far_the_cases_got(traces: Traces) -> None:
    assert len(traces) == 410
    assert having(traces, "Offer lost") == 268
    assert having(traces, "Contract and dates") == 142
    assert having(traces, "Start notice") == having(traces, "Digging and daily news") == 138
    assert having(traces, "Hand-over inspection") == 134


def test_what_went_off_the_happy_path(traces: Traces) -> None:
    assert having(traces, "Change of dates") == 47
    assert having(traces, "Extra work agreed") == 52
    assert having(traces, "Guarantee contact") == 24
    assert sum(trace.count("Offer") == 2 for trace in traces.values()) == 86
    handed_over = [trace for trace in traces.values() if "Hand-over inspection" in trace]
    revisited = [trace for trace in handed_over if "Yard put back" in trace[trace.index("Hand-over inspection") :]]
    assert len(revisited) == 31
    assert sum(tuple(trace) == HAPPY for trace in traces.values()) == 49


def test_a_revised_offer_follows_a_second_visit(traces: Traces) -> None:
    for trace in traces.values():
        if trace.count("Offer") == 2:
            assert trace[:4] == ["Survey visit", "Offer", "Survey visit", "Offer"]


def test_the_registers_agree(results: Path, traces: Traces) -> None:
    log = {row["kohde"]: row for row in rows_of(results / "tyomaaloki_2026.csv", ";")}
    assert set(log) == {case for case, trace in traces.items() if "Digging and daily news" in trace}
    for case, row in log.items():
        assert (row["päivä siirtyi"] == "kyllä") == ("Change of dates" in traces[case])
        assert (row["lisätyö"] == "kyllä") == ("Extra work agreed" in traces[case])
        assert bool(row["luovutettu"]) == ("Hand-over inspection" in traces[case])
    crm = {row["tapaus"]: row for row in rows_of(results / "asiakasrekisteri_2026.csv", ";")}
    assert {case for case, row in crm.items() if row["tarjous"]} == set(traces)
    assert {case for case, row in crm.items() if row["tavoitettu 6 viikossa"]} == {
        case for case, row in log.items() if row["luovutettu"]
    }


def test_nothing_happens_in_winter_or_after_the_report(results: Path) -> None:
    months = Counter(row["time"][:7] for row in rows_of(results / "site_events_2026.csv"))
    assert all("2025-08" <= month <= "2025-11" or "2026-04" <= month <= "2026-11" for month in months)
    assert max(row["time"] for row in rows_of(results / "site_events_2026.csv")) < "2026-11-22"


def test_what_the_staff_believed(results: Path) -> None:
    rows = rows_of(results / "staff_beliefs_2026.csv")
    believed = {"P5": 97, "P7": 5.6, "P11": 4.3, "P12": 85, "P15": 4.2, "P16": 90, "P18": 95}
    assert len(rows) == 22
    for point, mean in believed.items():
        assert sum(float(row[point]) for row in rows) / 22 == pytest.approx(mean, abs=1e-9)
    assert min(Counter(row["group"] for row in rows).values()) >= 5
