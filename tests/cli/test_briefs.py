"""`briefs`: the message plan for another system."""

import csv
import json
from pathlib import Path

from tests.cli.conftest import Make, Say

SAMPLE = Path(__file__).parents[2] / "sample_projects" / "drainage_renovation.jmap"


def test_briefs_as_json_and_csv(say: Say, tmp_path: Path) -> None:
    rows = json.loads(say("briefs", SAMPLE, "--json").done)
    assert len(rows) == 9
    by_touchpoint = {row["touchpoint"]: row for row in rows}
    row = by_touchpoint["Change of dates"]
    assert (row["trigger"], row["owner"], row["moment_of_truth"]) == ("new date known", "operations", True)
    assert "The start moves to Thursday" in row["text"]
    out = tmp_path / "briefs.csv"
    assert "9 briefs" in say("briefs", SAMPLE, "-o", out).done
    with out.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file))
    assert [each["text"].removeprefix("'") for each in read] == [each["text"] for each in rows]
    target = tmp_path / "briefs.json"
    assert say("briefs", SAMPLE, "-o", target).code == 0
    assert json.loads(target.read_text(encoding="utf-8")) == rows


def test_refusals(say: Say, make_project: Make, tmp_path: Path) -> None:
    assert "plans no messages" in say("briefs", make_project("Stage,Desk,,")).refusal
    assert ".csv / .json" in say("briefs", SAMPLE, "-o", tmp_path / "a.txt").refusal
