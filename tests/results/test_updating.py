"""A growing export, imported again and again: everybody counts once, as they last answered."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse
from journeymapper.model.sources import Mapping as FileMapping
from journeymapper.model.tally import Tally
from journeymapper.results.importing import read_results
from journeymapper.results.taking import Taken, take_in, take_out

pytestmark = pytest.mark.usefixtures("here")
TODAY = date(2026, 11, 28)
Answers = Mapping[str, int]


class Desk:
    """A project into which files of answers by respondent are taken, one after the other."""

    def __init__(self, project: Project, folder: Path) -> None:
        self.project, self.tallies, self.folder, self.number = project, dict[str, Tally](), folder, 0

    def bring(self, answers: Answers, wave: str = "2026") -> Taken:
        self.number += 1
        path = self.folder / f"export {self.number}.csv"
        path.write_text("id,score\n" + "".join(f"{who},{score}\n" for who, score in answers.items()))
        mapping = FileMapping(columns=(ColumnUse(column="score", point="P1"),), respondent="id", wave=wave)
        taken = take_in(self.project, self.tallies, read_results(path, mapping, self.project, today=TODAY))
        self.project, self.tallies = taken.project, {**self.tallies, **taken.tallies}
        return taken

    def remove(self, result_set: str) -> None:
        self.project, made = take_out(self.project, self.tallies, result_set)
        self.tallies |= made

    def counts(self) -> dict[tuple[str, float], int]:
        found: dict[tuple[str, float], int] = {}
        for one in self.project.result_sets.values():
            tally = self.tallies[one.tally]
            for answer, wave, count in zip(tally.answers["P1"], tally.waves, tally.counts, strict=True):
                if answer is not None:
                    found[wave, answer] = found.get((wave, answer), 0) + count
        return found


@pytest.fixture
def desk(project: Callable[..., Project], tmp_path: Path) -> Desk:
    return Desk(project("nps"), tmp_path)


def test_new_rows_are_added_once_and_corrected_ones_replace(desk: Desk) -> None:
    desk.bring({"a": 10, "b": 3, "c": 7})
    taken = desk.bring({"a": 10, "b": 9, "c": 7, "d": 1})
    assert taken.update is not None
    assert (taken.update.added, taken.update.corrected, taken.update.repeated) == (1, 1, 2)
    assert desk.counts() == {("2026", 10): 1, ("2026", 9): 1, ("2026", 7): 1, ("2026", 1): 1}
    account = taken.result_set.account
    assert (account.added, account.corrected, account.repeated) == (1, 1, 2)


def test_another_wave_of_the_same_people_is_no_correction(desk: Desk) -> None:
    desk.bring({"a": 10, "b": 3}, "2025")
    assert desk.bring({"a": 9, "b": 3}, "2026").update is None
    assert desk.counts() == {("2025", 10): 1, ("2025", 3): 1, ("2026", 9): 1, ("2026", 3): 1}


def test_removing_the_later_file_brings_the_earlier_rows_back(desk: Desk) -> None:
    desk.bring({"a": 10, "b": 3})
    before = desk.counts()
    taken = desk.bring({"a": 1, "z": 2})
    desk.remove(taken.result_set.id)
    assert desk.counts() == before
    assert [one.whole for one in desk.project.result_sets.values()] == [""]


exports = st.lists(
    st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 10), min_size=1, max_size=7), min_size=1, max_size=4
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=exports, data=st.data())
def test_whatever_comes_and_goes_everybody_counts_once(
    files: list[Answers], data: st.DataObject, project: Callable[..., Project], tmp_path: Path
) -> None:
    desk = Desk(project("nps"), tmp_path)
    kept = {desk.bring(answers).result_set.id: answers for answers in files}
    if len(files) > 1 and data.draw(st.booleans()):
        gone = data.draw(st.sampled_from(list(kept)))
        desk.remove(gone)
        del kept[gone]
    last: dict[str, int] = {}
    for answers in kept.values():
        last |= answers
    expected: dict[tuple[str, float], int] = {}
    for score in last.values():
        expected["2026", float(score)] = expected.get(("2026", float(score)), 0) + 1
    assert desk.counts() == expected
