"""The roll-out with the coverage that each step brings, and the pool of movable points with the next place for one."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journeymapper.analysis.movable import movable_pool
from journeymapper.analysis.roll_out import roll_out_forecast
from journeymapper.desktop.asking import Asking
from journeymapper.desktop.commands.applying import applied
from journeymapper.desktop.inspector.adding import add_roll_out_step
from journeymapper.desktop.inspector.naming import words_of
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.plan.grid_model import GridModel
from journeymapper.desktop.plan.grid_view import FilteredGrid
from journeymapper.desktop.plan.other_columns import roll_out_columns
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.find import name_of
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

KEY = Qt.ItemDataRole.UserRole
SHOWN = 6


class RollOutTab(QWidget):
    """Steps left, the movable pool right."""

    def __init__(self, session: Session, asking: Asking) -> None:
        super().__init__()
        self._session, self._asking = session, asking
        text = session.view.language.text
        self.grid = FilteredGrid(
            session, GridModel(session, asking, roll_out_columns(), lambda p: p.roll_out_order, self), "roll-out"
        )
        self.grid.row.addStretch(1)
        self.forecast: QLabel = plain_label(style="quiet")
        self.forecast.setWordWrap(True)
        self.add_button = QPushButton(text("Add step"))
        self.add_button.clicked.connect(self._add)
        self.pool: QLabel = plain_label()
        self.pool.setWordWrap(True)
        self.proposals = QListWidget()
        self.proposals.setObjectName("movable-proposals")
        self.proposals.setAccessibleName(text("Next places for a movable point"))
        self.which = QComboBox()
        self.which.setAccessibleName(text("Movable point"))
        self.move_button = QPushButton(text("Move it there"))
        self.move_button.setObjectName("move-point")
        self.move_button.clicked.connect(self.move_point)
        self._place()
        self.refresh()

    def refresh(self) -> None:
        """Steps, forecasts and pool as they are."""
        project, scores, language = self._session.project, self._session.scores(), self._session.view.language
        lines = [
            language.text(
                "{step}: touchpoints {live} of {count}, moments of truth {moments} of {all}",
                step=one.name, live=one.coverage.touchpoints.live, count=one.coverage.touchpoints.in_scope,
                moments=one.coverage.moments_of_truth.live, all=one.coverage.moments_of_truth.in_scope,
            )
            for one in roll_out_forecast(project, scores)
        ]  # fmt: skip
        self.forecast.setText("\n".join([language.text("Live after each step"), *lines]) if lines else "")
        pool = movable_pool(project, scores)
        self.pool.setText("\n".join(self._standing(project, pool.standing, pool.free)))
        self.which.clear()
        for key in pool.standing:
            self.which.addItem(words_of(project, key, language), key)
        self.proposals.clear()
        for place in pool.proposals[:SHOWN]:
            item = QListWidgetItem(f"{name_of(project, place.touchpoint)}: {language.message(place.reason)}")
            item.setData(KEY, place.touchpoint)
            self.proposals.addItem(item)
        self.proposals.setCurrentRow(0)
        self.move_button.setEnabled(bool(pool.standing and pool.proposals) and not self._session.read_only)

    def move_point(self) -> None:
        """The chosen movable point to the chosen place; where it stood is kept."""
        item, key = self.proposals.currentItem(), self.which.currentData()
        if item is None or not key:
            return
        place = str(item.data(KEY))
        day = self._session.project.dated or date.today()  # noqa: DTZ011 - the wall's day
        applied(
            self._session, self._asking, Message("Move a measurement point"),
            lambda project: edits.move_point(project, str(key), Anchor("touchpoint", place), day),
        )  # fmt: skip

    def _standing(self, project: Project, standing: tuple[str, ...], free: int | None) -> list[str]:
        language = self._session.view.language
        lines = [language.text("Movable points")]
        for key in standing:
            point = project.points[key]
            before = ", ".join(one.place for one in point.stood)
            here = words_of(project, point.anchor.id, language).strip() if point.anchor.id else ""
            told = language.text("{point} stands at: {place}", point=key, place=here)
            lines.append(told + (f" ({language.text('before: {places}', places=before)})" if before else ""))
        if free is not None:
            lines.append(language.plural("{n} place is free", "{n} places are free", max(0, free)))
        return lines

    def _add(self) -> None:
        language = self._session.view.language
        applied(
            self._session, self._asking, Message("Add a step"),
            lambda project: add_roll_out_step(project, project, language)[0],
        )  # fmt: skip

    def _place(self) -> None:
        left, right, row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(self.grid, 1)
        left.addWidget(self.forecast)
        left.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.pool)
        right.addWidget(plain_label(self._session.view.language.text("Next places for a movable point")))
        right.addWidget(self.proposals, 1)
        row.addWidget(self.which, 1)
        row.addWidget(self.move_button)
        right.addLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(8, 8, 8, 8)
        whole.addLayout(left, 3)
        whole.addLayout(right, 2)
