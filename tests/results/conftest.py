"""Projects small enough to import into, and the folder of real files beside the project."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from journeymapper.model.measurement import Anchor, MeasurementPoint
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Project
from journeymapper.results import counted, event_logs, inspecting, tables
from journeymapper.results.reading import perform
from journeymapper.results.tasks import Reply, Task
from journeymapper.results.worker import Answer

DATA = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture
def data() -> Path:
    """The real files; the test is skipped where they are absent."""
    if not DATA.is_dir():
        pytest.skip("the folder of real result files is not beside the project")
    return DATA


@pytest.fixture
def project() -> Callable[..., Project]:
    """A maker of projects with the points P1, P2, … of the metrics given, all on the whole relationship."""

    def make(*specs: str) -> Project:
        metrics = [parse_metric(spec) for spec in specs]
        points = {
            f"P{number}": MeasurementPoint(id=f"P{number}", anchor=Anchor("relationship"), metric=metric.id)
            for number, metric in enumerate(metrics, start=1)
        }
        return Project(
            id="project",
            name="Test",
            metrics={metric.id: metric for metric in metrics},
            points=points,
            point_order=tuple(points),
        )

    return make


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads in this process, through the same bytes as the real one: a process for each small file takes too long."""

    def run_here(task: Task, expected: type[Answer], *, file: str, tick: Callable[[], object] = bool) -> Answer:
        sent = msgspec.msgpack.decode(msgspec.msgpack.encode(task), type=Task)
        reply = msgspec.msgpack.decode(msgspec.msgpack.encode(perform(sent)), type=Reply)
        assert isinstance(reply, expected)
        return reply

    for module in (counted, event_logs, inspecting, tables):
        monkeypatch.setattr(module, "run_reader", run_here)


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """A maker of files from their text."""

    def make(text: str, name: str = "results.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return make
