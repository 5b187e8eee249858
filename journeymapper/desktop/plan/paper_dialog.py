"""Returned paper forms typed in: a row a form, a key an answer; the forms go on to the import as any other file."""

import csv
import io
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.inspector.naming import words_of
from journeymapper.desktop.labels import plain_label, plain_tip
from journeymapper.desktop.session import Session
from journeymapper.model.collection import methods_of
from journeymapper.model.measurement import Metric
from journeymapper.model.project import Project
from journeymapper.storage.atomic import write_atomically

YES_KEYS, NO_KEYS = "1ykj", "0ne"
LONGEST_SCALE = 101


def answers_of(metric: Metric) -> tuple[str, ...]:
    """What can be typed: the steps of a scale, or the answer that counts and another one; none for measured figures."""
    if metric.kind in ("share", "fcr"):
        return (metric.counted[0] if metric.counted else "yes", "no")
    low, high = sorted((metric.worst, metric.best))
    if metric.kind in ("median", "p90", "rate") or high - low >= LONGEST_SCALE:
        return ()
    return tuple(str(step) for step in range(int(low), int(high) + 1))


def typed(answers: Sequence[str], before: str, key: str) -> tuple[str, bool]:
    """What a cell holds after a key, and whether the answer is whole so that the next one is waited for."""
    if answers and not answers[0].isdigit():
        word = answers[0] if key in YES_KEYS else answers[1] if key in NO_KEYS else before
        return word, word != before
    begun = [text for text in (before + key, key) if any(answer.startswith(text) for answer in answers)]
    text = begun[0] if begun else before
    more = any(answer != text and answer.startswith(text) for answer in answers)
    return text, text in answers and not more


class FormTable(QTableWidget):
    """The forms. Digits, y and n answer; Space skips; Backspace takes back; Enter begins the next form."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper-forms")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._answers: list[tuple[str, ...]] = []

    def ask(self, project: Project, points: Sequence[str], words: Callable[[str], str]) -> None:
        """Begin with an empty form for these points."""
        self.clear()
        self._answers = [answers_of(project.metrics[project.points[key].metric]) for key in points]
        self.setColumnCount(len(points))
        self.setRowCount(1)
        for place, key in enumerate(points):
            item = QTableWidgetItem(key)
            item.setToolTip(plain_tip(words(key)))
            self.setHorizontalHeaderItem(place, item)
        self.setCurrentCell(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key, an answer."""
        key, text = event.key(), event.text().casefold()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_form()
        elif key == Qt.Key.Key_Space:
            self._go(1)
        elif key == Qt.Key.Key_Backspace:
            self._take_back()
        elif text.isalnum() and self.currentColumn() >= 0:
            self._answer(text)
        else:
            super().keyPressEvent(event)

    def next_form(self) -> None:
        """The next form's first answer; a form without any is not begun twice."""
        row = self.currentRow()
        if row == self.rowCount() - 1 and any(self._text(row, column) for column in range(self.columnCount())):
            self.setRowCount(self.rowCount() + 1)
        self.setCurrentCell(min(row + 1, self.rowCount() - 1), 0)

    def forms(self) -> list[list[str]]:
        """The forms that have an answer; one that was only begun is none."""
        rows = [[self._whole(row, column) for column in range(self.columnCount())] for row in range(self.rowCount())]
        return [row for row in rows if any(row)]

    def _answer(self, key: str) -> None:
        row, column = self.currentRow(), self.currentColumn()
        text, whole = typed(self._answers[column], self._text(row, column), key)
        self.setItem(row, column, QTableWidgetItem(text))
        if whole:
            self._go(1)

    def _take_back(self) -> None:
        row, column = self.currentRow(), self.currentColumn()
        if not self._text(row, column):
            self._go(-1)
            row, column = self.currentRow(), self.currentColumn()
        self.setItem(row, column, QTableWidgetItem(""))

    def _go(self, step: int) -> None:
        column = self.currentColumn() + step
        if column >= self.columnCount():
            self.next_form()
        elif column >= 0:
            self.setCurrentCell(self.currentRow(), column)

    def _whole(self, row: int, column: int) -> str:
        text = self._text(row, column)
        return text if text in self._answers[column] else ""

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item is not None else ""


class PaperDialog(QDialog):
    """Which questionnaire was returned, its forms, and the way to the import."""

    def __init__(self, session: Session, take: Callable[[Path], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._take = session, take
        text = session.view.language.text
        self.setWindowTitle(text("Answers on paper"))
        self.resize(760, 480)
        self.which = QComboBox()
        self.which.setAccessibleName(text("Questionnaire"))
        self.table = FormTable()
        self.table.setAccessibleName(text("Answers on paper"))
        self._groups = asked_together(session.project)
        for name, _ in self._groups:
            self.which.addItem(name)
        self.which.currentIndexChanged.connect(self._ask)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take_button = buttons.addButton(text("Take the answers in…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.take_button.setObjectName("take-paper")
        self.take_button.setAutoDefault(False)
        self.take_button.clicked.connect(self.take)
        buttons.rejected.connect(self.reject)
        hint = plain_label(text("A digit answers, y or n for yes or no, Space skips, Enter begins the next form."))
        column = QVBoxLayout(self)
        for part in (self.which, hint, self.table, buttons):
            column.addWidget(part)
        self._ask()

    def take(self) -> None:
        """Hand the typed forms to the import, which shows what they give before anything is taken."""
        forms = self.table.forms()
        if not forms:
            return
        written = io.StringIO()
        writer = csv.writer(written, lineterminator="\n")
        writer.writerow(self._groups[self.which.currentIndex()][1])
        writer.writerows(forms)
        folder = Path(tempfile.mkdtemp(prefix="journeymapper-paper-"))
        path = folder / f"paper_{date.today():%Y-%m-%d}.csv"  # noqa: DTZ011 - the day on which it was typed
        write_atomically(path, written.getvalue().encode())
        self.accept()
        self._take(path)

    def _ask(self) -> None:
        project, language = self._session.project, self._session.view.language
        place = self.which.currentIndex()
        points = self._groups[place][1] if 0 <= place < len(self._groups) else ()
        self.table.ask(project, points, lambda key: project.points[key].question or words_of(project, key, language))
        self.take_button.setEnabled(bool(points) and not self._session.read_only)
        self.table.setFocus()


def asked_together(project: Project) -> list[tuple[str, tuple[str, ...]]]:
    """The questionnaires with their points, then the points that are asked by an instrument of their own."""
    groups = [(f"{one.id} {one.name}", one.points) for one in project.ordered_questionnaires() if one.points]
    placed = {key for _, points in groups for key in points}
    alone: dict[str, list[str]] = {}
    for point in project.ordered_points():
        typeable = bool(answers_of(project.metrics[point.metric]))
        counted = any(method.by == "system" for method in methods_of(point))
        if point.id not in placed and typeable and not counted:
            alone.setdefault(point.instrument or point.name or point.id, []).append(point.id)
    return [*groups, *((name, tuple(points)) for name, points in alone.items())]
