"""A day: typed as one likes, or chosen from a calendar."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QToolButton, QWidgetAction

from journeymapper.desktop.inspector.editors.typed import TypedEditor
from journeymapper.desktop.inspector.form import Field
from journeymapper.desktop.inspector.subject import Subject


class DateEditor(TypedEditor):
    """A line for a day with a calendar beside it."""

    def __init__(self, field: Field, subject: Subject) -> None:
        super().__init__(field, subject, QLineEdit())
        self._button = QToolButton()
        self._button.setObjectName(f"calendar-{field.name}")
        self._button.setText("…")
        self._button.setAccessibleName(subject.language.text("{label}: calendar", label=self.label.text()))
        self._button.clicked.connect(self._open)
        self.row.addWidget(self._button)

    def set_read_only(self, read_only: bool) -> None:
        """The calendar cannot be opened either."""
        super().set_read_only(read_only)
        self._button.setEnabled(not read_only)

    def choose(self, day: QDate) -> None:
        """Take a day of the calendar over."""
        self.forget()
        if self.give(date(day.year(), day.month(), day.day())):
            self.refresh()

    def _open(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        value = self.subject.value(self.field.name)
        if isinstance(value, date):
            calendar.setSelectedDate(QDate(value.year, value.month, value.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.activated.connect(self.choose)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(self.choose)
        calendar.clicked.connect(menu.close)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))
        calendar.setFocus()
