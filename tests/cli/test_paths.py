"""`paths`: event logs through import and the command line."""

import json
from pathlib import Path

import pytest

from tests.analysis.paths.logs import NAMES, RUNNING
from tests.cli.conftest import Make, Say


def running_log(folder: Path) -> Path:
    file = folder / "log.csv"
    rows = [
        f"{case},{NAMES[step]},2026-01-{place + 1:02}T08:00:00"
        for case, trace in RUNNING.items()
        for place, step in enumerate(trace)
    ]
    file.write_text("\n".join(["case,activity,time", *rows]) + "\n")
    return file


@pytest.fixture
def logged(say: Say, make_project: Make, tmp_path: Path) -> Path:
    project = make_project(*(f"Stage,{NAMES[step]},," for step in "RCKDP"))
    assert say("import", project, running_log(tmp_path), "--log", "case,activity,time").code == 0
    return project


def test_the_running_example(say: Say, logged: Path) -> None:
    found = json.loads(say("paths", logged, "--json").done)
    assert (found["cases"], found["events"], len(found["variants"]), len(found["edges"])) == (6, 42, 6, 16)
    assert found["log_fitness"] == pytest.approx(2 / 3)
    assert found["mean_fitness"] == pytest.approx(0.693122, abs=1e-6)
    assert found["fitting_share"] == pytest.approx(1 / 6)
    assert found["deviations"] == {"missing": 5, "repeat": 8, "ad_hoc": 9, "out_of_order": 1}
    assert [step["reached"] for step in found["funnel"]] == [6, 4, 3, 3, 2]
    assert found["funnel"][0]["touchpoint"] == "register request"
    assert "0.667" in say("paths", logged).done


def test_the_site_log_of_the_sample_sees_a_part_of_the_path(say: Say) -> None:
    sample = Path(__file__).parents[2] / "sample_projects" / "drainage_renovation.jmap"
    reply = say("paths", sample, "--json")
    if reply.code == 3:
        assert "no event log" in reply.err
        pytest.skip("the sample has no log yet")
    found = json.loads(reply.out)
    assert (found["cases"], found["seen_only"]["straight"]) == (410, 49)
    reached = {step["touchpoint"]: step["reached"] for step in found["seen_only"]["funnel"]}
    assert (reached["Contract and dates"], reached["Start notice"], reached["Hand-over inspection"]) == (142, 138, 134)
    assert found["ad_hoc_at"]["Offer lost"] == 268


def test_refusals(say: Say, make_project: Make, logged: Path) -> None:
    bare = make_project("Stage,Desk,,", name="bare")
    assert "no event log" in say("paths", bare).refusal
    assert "no journey nowhere" in say("paths", logged, "--journey", "nowhere").refusal
    assert "no event log has the column customer" in say("paths", logged, "--join", "customer").refusal
    assert say("paths", logged, "--window", "soon").code == 2
