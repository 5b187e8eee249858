"""Published figures of real surveys, found again by importing their files."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse, Mapping
from journeymapper.model.tally import Tally
from journeymapper.results.importing import read_results
from journeymapper.results.inspecting import inspect_file
from journeymapper.results.readers.grid import Wish
from journeymapper.results.readers.opening import open_table

pytestmark = pytest.mark.usefixtures("here")

Makes = Callable[..., Project]
EPISODES = ("I The", "II Attack", "III Revenge", "IV A", "V The", "VI Return")
SEEN = (80.6, 68.4, 65.9, 72.7, 90.8, 88.4)  # % of those who saw one; ktar.com 2014 prints 80, –, –, 73, 91, 88
FAVOURITE = (10.0, 3.8, 5.7, 27.2, 35.9, 17.4)  # % of the 471 who saw all six; ktar.com prints 36 for Empire


def column_of(names: list[str], question: str, episode: str) -> str:
    return next(name for name in names if name.startswith(question) and f"Episode {episode} " in name)


def answered(tally: Tally, point: str) -> Counter[float]:
    found: Counter[float] = Counter()
    for answer, count in zip(tally.answers[point], tally.counts, strict=True):
        if answer is not None:
            found[answer] += count
    return found


def test_star_wars(data: Path, project: Makes) -> None:
    path = data / "exports" / "surveymonkey_StarWars.csv"
    names = [facts.name for facts in inspect_file(path).columns]
    seen = [column_of(names, "Which of the following", episode) for episode in EPISODES]
    ranks = [column_of(names, "Please rank", episode) for episode in EPISODES]
    uses = tuple(ColumnUse(column=name, point=f"P{number}") for number, name in enumerate([*seen, *ranks], start=1))
    specs = [f"share:{name.partition(': ')[2]}" for name in seen] + ["mean"] * 6
    imported = read_results(path, Mapping(columns=uses, wave="2014"), project(*specs), today=date(2026, 5, 1))
    assert imported.result_set.account.rows == 1186
    counts = [sum(answered(imported.tally, f"P{number}").values()) for number in range(1, 7)]
    with open_table(path, Wish()) as table:
        places = [table.names.index(name) for name in seen]
        films = [sum(bool(str(row.cells[place]).strip()) for place in places) for row in table.rows]
    assert (sum(film > 0 for film in films), sum(film == 6 for film in films)) == (835, 471)
    assert [100 * count / 835 for count in counts] == pytest.approx(SEEN, abs=0.05)
    with open_table(path, Wish()) as table:
        first = Counter(
            episode
            for row in table.rows
            if sum(bool(str(row.cells[place]).strip()) for place in places) == 6
            for episode, name in enumerate(ranks)
            if row.cells[table.names.index(name)] == "1"
        )
    assert [100 * first[episode] / 471 for episode in range(6)] == pytest.approx(FAVOURITE, abs=0.06)


def test_bart(data: Path) -> None:
    with open_table(data / "surveys" / "bart_customer_satisfaction_2018.csv", Wish()) as table:
        rows = [[float(str(cell)) for cell in row.cells] for row in table.rows]
    assert [row[0] for row in rows] == [2008, 2010, 2012, 2014, 2016, 2018]
    for row in rows:
        assert row[1] + row[2] == pytest.approx(row[7], abs=1e-5)
        assert sum(row[1:7]) == pytest.approx(100, abs=0.01)
    assert rows[-1][7] == pytest.approx(55.99990651)
