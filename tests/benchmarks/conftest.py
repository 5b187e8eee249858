"""Large projects to measure with. Collected by `./check bench` alone: a busy machine must not fail the suite."""

import gc
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from journeymapper.desktop.appearance import dress
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.language.language import language
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Target
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Action, Note, Project
from journeymapper.model.sources import Account, ColumnUse, Mapping, ResultSet, Wave
from journeymapper.model.tally import Tally
from journeymapper.storage.container import Opened
from journeymapper.storage.tallies import tally_hash

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

DEFAULT_THRESHOLD = gc.get_threshold()
IN_A_STAGE = 25
WORDS = ("offer", "survey", "digging", "invoice", "hand-over", "change of dates", "contract", "yard", "call", "notice")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Benchmarks are run when they are asked for."""
    return None if config.getoption("benchmark_enable") else True


def large(touchpoints: int) -> tuple[Project, dict[str, Tally]]:
    """A journey with so many touchpoints; two of three have a measurement point with 200 answers in two waves."""
    chance = Random(touchpoints)
    numbers = range(touchpoints)
    cards = {
        f"t{n}": Touchpoint(
            id=f"t{n}", name=f"{chance.choice(WORDS).title()} {chance.choice(WORDS)} {n}", feeling=n % 5 - 2,
            moment_of_truth=n % 9 == 0, moment_reason="it decides", kinds=(("digital",), ("staffed",))[n % 2],
        )
        for n in numbers
    }  # fmt: skip
    stages = {
        f"s{n // IN_A_STAGE}": Stage(
            id=f"s{n // IN_A_STAGE}", name=f"Stage {n // IN_A_STAGE}",
            touchpoints=tuple(f"t{k}" for k in range(n, min(n + IN_A_STAGE, touchpoints))),
        )
        for n in range(0, touchpoints, IN_A_STAGE)
    }  # fmt: skip
    journey = Journey(id="j", name="Large", stage_order=tuple(stages), stages=stages, touchpoints=cards)
    metric = parse_metric("csat-mean")
    points = {
        f"P{n + 1}": MeasurementPoint(
            id=f"P{n + 1}", anchor=Anchor("touchpoint", f"t{n}"), metric=metric.id, target=Target(value=3.2),
            status="live", owner="Office",
        )
        for n in numbers if n % 3
    }  # fmt: skip
    tally = _tally(tuple(points), chance)
    key = tally_hash(tally)
    result_set = ResultSet(
        id="r", tally=key, waves=("2025", "2026"), mapping=Mapping(columns=tuple(map(_use, points))),
        account=Account(file="a.csv", sha256="0" * 64, read_on=date(2026, 1, 1), rows=400),
    )  # fmt: skip
    actions = {
        f"a{n}": Action(id=f"a{n}", title="Call first", anchor=Anchor("touchpoint", f"t{n}")) for n in numbers[::10]
    }
    notes = {
        f"n{n}": Note(id=f"n{n}", text="Seen on site", anchor=Anchor("touchpoint", f"t{n}")) for n in numbers[::15]
    }
    project = Project(
        id="p", name="Large", journeys={"j": journey}, journey_order=("j",), metrics={metric.id: metric}, points=points,
        point_order=tuple(points), next_point=touchpoints + 1, waves={w: Wave(id=w) for w in ("2025", "2026")},
        wave_order=("2025", "2026"), result_sets={"r": result_set}, result_order=("r",), actions=actions,
        action_order=tuple(actions), notes=notes, note_order=tuple(notes),
    )  # fmt: skip
    return project, {key: tally}


def _use(point: str) -> ColumnUse:
    return ColumnUse(column=point, point=point)


def _tally(points: tuple[str, ...], chance: Random) -> Tally:
    rows = 400
    answers: dict[str, list[float | None]] = {
        point: [float(chance.choice((1, 2, 3, 4, 4, 5))) for _ in range(rows)] for point in points
    }
    return Tally(
        answers=answers, waves=["2025", "2026"] * (rows // 2), days=[""] * rows,
        counts=[1] * rows, weights=[1.0] * rows, squares=[1.0] * rows,
    )  # fmt: skip


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """The application as it is started."""
    qapp.setStyle("Fusion")
    dress("light")


@pytest.fixture(params=[300, 1000])
def session(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Session]:
    """A session on a large project, with its results shown."""
    yield from _opened(request.param)


@pytest.fixture
def huge_session(qapp: QApplication) -> Iterator[Session]:
    """Ten thousand touchpoints: far more than anybody maps."""
    yield from _opened(10_000)


def _opened(touchpoints: int) -> Iterator[Session]:
    project, tallies = large(touchpoints)
    made = Session(Opened(project, tallies, {}, False, None), View(language=language("en"), mode="results"))
    made.scores()
    yield made
    made.deleteLater()
    gc.unfreeze()
    gc.set_threshold(*DEFAULT_THRESHOLD)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
