"""What all rows of columns share."""

import msgspec
from PySide6.QtGui import QStandardItemModel

from journeymapper.language.language import Language
from journeymapper.model.measurement import Metric
from journeymapper.model.project import Project


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """Words, points, the boxes' lists, and how the file was read."""

    language: Language
    project: Project
    targets: QStandardItemModel
    points: QStandardItemModel
    rows: int
    decimal: str

    def metric(self, point: str) -> Metric:
        """The metric of a point."""
        return self.project.metrics[self.project.points[point].metric]
