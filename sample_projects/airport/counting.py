"""Counts the SFO surveys' answers: `python -m sample_projects.airport.counting FOLDER-OF-SURVEYS [FOLDER-OF-COUNTS]`.

The surveys are the City and County of San Francisco's (SFO customer survey, DataSF); their code lists say that 6 is
“never used or visited”, “not applicable” or “don't know”, 0 or nothing blank, and 11 blank for NETPRO. Those are left
out. The counts are unweighted.
"""

import csv
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from sample_projects.airport.points import POINTS, WAVES, PointRow
from sample_projects.sheets import Cell, write_csv

HERE = Path(__file__).parents[1] / "airport_results"
SCALE = {str(answer): str(answer) for answer in range(1, 6)}
RECOMMEND = {str(answer): str(answer) for answer in range(11)}
YES_OR_NO = {"1": "yes", "2": "no"}


def main(arguments: list[str]) -> int:
    """Write a file of counts for each survey; returns the exit code."""
    if not arguments:
        print(__doc__)
        return 2
    out = Path(arguments[1]) if len(arguments) > 1 else HERE
    out.mkdir(parents=True, exist_ok=True)
    for wave in WAVES:
        write_csv(out / counts_file(wave), [["point", "wave", "answer", "count"], *counted(Path(arguments[0]), wave)])
    return 0


def counts_file(wave: str) -> str:
    """The name of a survey's file of counts."""
    return f"sfo_{wave}.csv"


def survey_file(wave: str) -> str:
    """The name of a survey's file as it was fetched from DataSF."""
    return f"{wave}_SFO_Customer_Survey_20250817.csv"


def counted(folder: Path, wave: str) -> list[list[Cell]]:
    """Point, wave, answer, count: in the order of the plan, then of the answers."""
    with (folder / survey_file(wave)).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    place = WAVES.index(wave)
    return [
        [point.key, wave, answer, count]
        for point in POINTS
        if point.columns[place]
        for answer, count in _counts([row[point.columns[place]] for row in rows], _codes(point)).items()
    ]


def _codes(point: PointRow) -> Mapping[str, str]:
    """What each valid code means; the others are no answers."""
    if point.metric == "nps":
        return RECOMMEND
    return YES_OR_NO if point.metric.startswith("share") else SCALE


def _counts(cells: list[str], codes: Mapping[str, str]) -> dict[str, int]:
    found = Counter(cell.strip() for cell in cells)
    return {answer: found[code] for code, answer in codes.items() if found[code]}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
