"""`coverage`, `metrics`, `inventory` and `load` from the command line."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Say

SAMPLES = Path(__file__).parents[2] / "sample_projects"
DIMENSIONS = (
    "moments_of_truth", "touchpoints", "stages", "channels", "kinds", "personas", "stage_channel", "stage_persona",
    "hand_offs", "promises", "metric_types", "metric_classes", "levels", "audiences",
)  # fmt: skip


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the drainage sample that may be changed."""
    return Path(shutil.copy(SAMPLES / "drainage_renovation.jmap", tmp_path / "sample.jmap"))


def test_coverage_of_the_sample_as_json(say: Say, sample: Path) -> None:
    found = json.loads(say("coverage", sample, "--json").done)
    counts = {
        name: tuple(found[name][step] for step in ("in_scope", "planned", "live", "evidenced")) for name in DIMENSIONS
    }
    assert counts["moments_of_truth"] == (4, 4, 4, 4)
    assert counts["touchpoints"] == (17, 16, 16, 14)
    assert counts["hand_offs"] == (3, 2, 2, 1)
    assert counts["promises"] == (3, 3, 3, 3)
    assert found["touchpoints"]["waived"] == ["Contract and dates"]
    assert found["touchpoints"]["evidenced_share"] == pytest.approx(100 * 14 / 17)
    assert found["channels"]["new"] == ["Text message"]
    assert found["weighted"]["volume"]["by_unit"]["sites"]["in_scope"] == 138 * 3 + 134 * 3 + 126
    assert found["never_asked"] == ["lapsed"]
    assert "103" in found["context"][0]["source"]


def test_nothing_in_scope_is_null_and_not_zero(say: Say, tmp_path: Path) -> None:
    say("new", tmp_path / "fresh.jmap")
    found = json.loads(say("coverage", tmp_path / "fresh.jmap", "--json").done)
    assert (found["touchpoints"]["in_scope"], found["touchpoints"]["live_share"]) == (0, None)
    assert "n/a" in say("coverage", tmp_path / "fresh.jmap").done


def test_an_unknown_journey_is_refused(say: Say, sample: Path) -> None:
    assert "There is no journey" in say("coverage", sample, "--journey", "x").refusal


def test_the_library_is_listed_and_metrics_go_from_project_to_project(say: Say, sample: Path, tmp_path: Path) -> None:
    library = json.loads(say("metrics", "--json").done)
    assert len(library) >= 40
    assert {"nps", "csat", "ces1", "ces2", "fcr", "fcr-perceived", "mean:4..10", "complaints"} <= {
        metric["id"] for metric in library
    }
    assert {metric["direction"] for metric in library} == {"higher", "lower"}
    assert "e-mail" in say("metrics", "--methods").done
    say("metrics", sample, "--take", "trust")
    say("metrics", sample, "--export", tmp_path / "own.json")
    say("new", tmp_path / "fresh.jmap")
    assert "metrics" in say("metrics", tmp_path / "fresh.jmap", "--import", tmp_path / "own.json").done
    taken = json.loads(say("metrics", tmp_path / "fresh.jmap", "--json").done)
    assert any(metric["id"] == "trust" and metric["definition"] for metric in taken)
    (tmp_path / "bad.json").write_text('{"metrics": [{"id": "x"}]}')
    assert "no file of metrics" in say("metrics", sample, "--import", tmp_path / "bad.json").refusal
    assert "library has no x" in say("metrics", sample, "--take", "x").refusal


def test_an_inventory_is_taken_from_a_table(say: Say, sample: Path, tmp_path: Path) -> None:
    table = tmp_path / "inventory.csv"
    table.write_text("Name;Scale;Touchpoint;Cost\nYearly survey;1–5;Offer;1200\n", encoding="utf-8")
    assert "1 measurement taken" in say("inventory", sample, "--from", table).done
    found = json.loads(say("inventory", sample, "--json").done)
    assert found["measurements"][-1]["anchor"]["id"] == "touchpoint-offer"
    assert "Measured nowhere" in say("inventory", sample).done
    table.write_text("a;b\nc;d\n")
    assert "none of the first rows" in say("inventory", sample, "--from", table).refusal


def test_the_load_of_the_sample_is_four_asks_at_most(say: Say, sample: Path) -> None:
    found = json.loads(say("load", sample, "--json").done)
    assert (found["customers"], found["most_asked"] <= 4) == (410, True)
    assert {one["id"]: one["starves"] for one in found["surveys"]} == dict.fromkeys(
        ("K1", "K2", "K2b", "K3", "K4"), False
    )
    assert json.loads(say("load", sample, "--json").done) == found
    assert "customers: one is asked" in say("load", sample).done
    assert say("load", sample, "--customers", "-1").refusal
