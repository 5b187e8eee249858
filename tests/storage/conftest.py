"""A small project with results."""

from datetime import date
from typing import NamedTuple

import pytest

from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Metric, Target
from journeymapper.model.project import Project
from journeymapper.model.sources import Account, ColumnUse, Mapping, ResultSet, Wave
from journeymapper.model.tally import Tally
from journeymapper.storage.tallies import tally_hash


class Sample(NamedTuple):
    """A project and the tallies it refers to."""

    project: Project
    tallies: dict[str, Tally]


@pytest.fixture
def tally() -> Tally:
    """Three combinations of answers to one point."""
    return Tally(
        answers={"P1": [9.0, 0.5, None]},
        segments={"Alue": ["Etelä", "", "Etelä"]},
        waves=["2026"] * 3,
        days=[""] * 3,
        counts=[5, 1, 2],
        weights=[5.0, 1.25, 2.0],
        squares=[5.0, 1.5625, 2.0],
        weighted=True,
    )


@pytest.fixture
def sample(tally: Tally) -> Sample:
    """One journey with one measured touchpoint and one result set."""
    touchpoint = Touchpoint(id="t1", name="Salaojien huuhtelu – “työmaa”", kinds=("staffed",), moment_of_truth=True)
    journey = Journey(
        id="j1",
        name="Renovation",
        stage_order=("s1",),
        stages={"s1": Stage(id="s1", name="Work", touchpoints=("t1",))},
        touchpoints={"t1": touchpoint},
    )
    point = MeasurementPoint(id="P1", anchor=Anchor("touchpoint", "t1"), metric="nps", target=Target(value=40.0))
    name = tally_hash(tally)
    account = Account(file="answers.csv", sha256="a" * 64, read_on=date(2026, 3, 1), rows=8, used={"P1": 6})
    mapping = Mapping(columns=(ColumnUse(column="Q1", point="P1"),), wave="2026")
    project = Project(
        id="project",
        name="Drainage",
        journeys={"j1": journey},
        journey_order=("j1",),
        metrics={"nps": Metric(id="nps", kind="nps", worst=0, best=10)},
        points={"P1": point},
        point_order=("P1",),
        next_point=2,
        waves={"2026": Wave(id="2026", starts=date(2026, 1, 1))},
        wave_order=("2026",),
        result_sets={"r1": ResultSet(id="r1", account=account, mapping=mapping, tally=name, waves=("2026",))},
        result_order=("r1",),
    )
    return Sample(project, {name: tally})
