"""Any of several values, and a line below them in which a further one is made by its name."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from journeymapper.desktop.inspector.editors.chosen import ManyEditor
from journeymapper.desktop.inspector.form import Field, NewValue
from journeymapper.desktop.inspector.subject import Subject
from journeymapper.model.messages import Refusal


class FurtherEditor(ManyEditor):
    """What is typed is made on Enter and on leaving the line, and ticked at once; Escape takes it back."""

    def __init__(self, field: Field, subject: Subject, new: NewValue) -> None:
        self._new = new
        self._line = QLineEdit()
        super().__init__(field, subject)
        words = subject.language.message(new.words)
        self._line.setObjectName(f"add-{field.name}")
        self._line.setPlaceholderText(words)
        self._line.setAccessibleName(words)
        self._line.editingFinished.connect(self.commit)
        self._line.installEventFilter(self)
        self.column.insertWidget(self.column.indexOf(self.row) + 1, self._line)

    def refresh(self) -> None:
        """Without values there is nothing to tick: the line stands alone."""
        super().refresh()
        self._list.setVisible(bool(self.offered))
        self.label.setBuddy(self._list if self.offered else self._line)

    def commit(self) -> None:
        """Make what is typed; where it cannot be, it stays with the reason."""
        name = self._line.text().strip()
        self._line.clear()
        if not name:
            return
        try:
            self.subject.add_value(self.field, self._new, name)
        except Refusal as refusal:
            self._line.setText(name)
            self.say(self.subject.language.message(refusal.message))
            return
        self.say("")

    def forget(self) -> None:
        """Nothing is typed any more."""
        self._line.clear()

    def set_read_only(self, read_only: bool) -> None:
        """Nothing can be made either."""
        super().set_read_only(read_only)
        self._line.setHidden(read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape takes back what was typed."""
        pressed = event.key() if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) else None
        if pressed == Qt.Key.Key_Escape and self._line.text():
            self.forget()
            self.say("")
            return True
        return super().eventFilter(watched, event)
