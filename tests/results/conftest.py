"""Projects small enough to import into, and the folder of real files beside the project."""

from collections.abc import Callable
from pathlib import Path

import pytest

from journeymapper.model.measurement import Anchor, MeasurementPoint
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Project

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
