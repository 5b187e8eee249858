"""What a measurement point is called in a table: where it is taken, and what is measured there."""

from journeymapper.desktop.session import Session
from journeymapper.language.units import metric_label, metric_statistic
from journeymapper.model.find import name_of
from journeymapper.model.measurement import MeasurementPoint, Metric


def place_words(session: Session, point: MeasurementPoint) -> str:
    """The touchpoint, stage or journey that a point hangs on."""
    if point.anchor.kind == "relationship":
        return session.view.language.text("Whole relationship")
    return name_of(session.project, point.anchor.id)


def measure_words(session: Session, point: MeasurementPoint) -> str:
    """A point's own name with its statistic, or its metric."""
    metric = metric_of(session, point)
    language = session.view.language
    return f"{point.name}, {metric_statistic(language, metric)}" if point.name else metric_label(language, metric)


def metric_of(session: Session, point: MeasurementPoint) -> Metric:
    """The metric of a point."""
    return session.project.metrics[point.metric]
