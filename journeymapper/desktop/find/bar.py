"""The bar of find and replace: what is found is shown on the map and in the outline while one looks through it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.elided_label import ElidedLabel
from journeymapper.desktop.find.matches import Match, Query, excerpt, matches, preview
from journeymapper.desktop.going import go_to
from journeymapper.desktop.inspector.naming import KIND_WORDS, words_of
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.find import find, kind_of
from journeymapper.model.messages import Message, Refusal

RESTS_MS = 120
LONGEST_NAME = 40


class FindBar(QFrame):
    """Enter is the next place, Shift+Enter the one before, Esc closes; replacing is one step of undo."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: list[Match] = []
        self._here = -1
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.setInterval(RESTS_MS)
        self._rests.timeout.connect(self._look)
        self.setProperty("look", "bar")
        self.setObjectName("find-bar")
        text = session.view.language.text
        self._line = self._field("find-text", text("Find"))
        self._new = self._field("find-replacement", text("Replace with"))
        self._case = self._choice("find-case", text("Match case"))
        self._whole = self._choice("find-whole", text("Whole words"))
        self._where, self._problem = ElidedLabel("quiet"), ElidedLabel("error")
        self._where.setObjectName("find-where")
        self._replace = push_button("find-replace", text("Replace here"), self.replace_here)
        self._replace_all = push_button("find-replace-all", text("Replace all"), self.replace_all)
        self._build()
        self._line.textChanged.connect(self._rests.start)
        self._new.textChanged.connect(self._rests.start)
        session.changed.connect(self._stale)
        self.hide()

    # what others may ask

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar, ready to type."""
        self.show()
        field = self._new if replacing and self._line.text() else self._line
        field.setFocus()
        field.selectAll()
        self._look()

    def close_bar(self) -> None:
        """Hide the bar and give the keyboard back."""
        self._rests.stop()
        self.hide()
        self.closed.emit()

    def next(self) -> None:
        """Go to the next element that holds the text; after the last one comes the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the element before."""
        self._step(-1)

    def replace_here(self) -> None:
        """Replace the text in the element that is shown, then go on to the next."""
        self._fresh()
        if not 0 <= self._here < len(self._found):
            self._step(1)
            return
        if self._replaced((self._found[self._here].element,)):
            self._here -= 1
            self._look()
            self._step(1)

    def replace_all(self) -> None:
        """Replace the text wherever it stands, and say how many times it did."""
        self._fresh()
        found = self._found
        if self._replaced(None):
            self._look()
            self._say(self._where, self._session.view.language.text("Replaced {times}.", times=self._count(found)))

    # parts

    def _look(self) -> None:
        """Search anew; the element that is shown stays the one that is shown if it still holds the text."""
        self._rests.stop()
        here = self._found[self._here].element if 0 <= self._here < len(self._found) else ""
        self._found = matches(self._session.project, self._query)
        places = {match.element: place for place, match in enumerate(self._found)}
        self._here = places.get(here, min(self._here, len(self._found) - 1) if here == "" else self._here - 1)
        self._tell()

    def _fresh(self) -> None:
        if self._rests.isActive():
            self._look()

    def _stale(self) -> None:
        if self.isVisible():
            self._rests.start()

    def _step(self, by: int) -> None:
        if self._rests.isActive() or not self._found:
            self._look()
        if self._found:
            self._here = (max(self._here, -1 if by > 0 else 0) + by) % len(self._found)
            go_to(self._session, self._found[self._here].element)
        self._tell()

    def _replaced(self, ids: tuple[str, ...] | None) -> bool:
        """Whether anything was replaced."""
        asked, new, before = self._query, self._new.text(), self._session.project
        try:
            self._session.apply(
                Message("Replace text"),
                lambda project: edits.replace_text(
                    project, asked.text, new, case=asked.case, whole=asked.whole, ids=ids
                ),
            )
        except Refusal as refusal:
            self._say(self._problem, self._session.view.language.message(refusal.message))
            return False
        return self._session.project is not before

    @property
    def _query(self) -> Query:
        return Query(text=self._line.text(), case=self._case.isChecked(), whole=self._whole.isChecked())

    def _tell(self) -> None:
        self._say(self._problem, "")
        able = bool(self._found) and not self._session.read_only
        self._replace.setEnabled(able)
        self._replace_all.setEnabled(able)
        self._say(self._where, self._words())
        text, times = self._session.view.language.text, sum(match.times for match in self._found)
        self._replace_all.setText(text("Replace all ({n})", n=times) if times else text("Replace all"))

    def _words(self) -> str:
        language = self._session.view.language
        if not self._query.text:
            return ""
        if not self._found:
            return language.text("Not found.")
        if self._here < 0:
            return self._count(self._found)
        match = self._found[self._here]
        element = find(self._session.project, match.element)
        kind = language.message(KIND_WORDS[kind_of(element)]) if element else ""
        name = words_of(self._session.project, match.element, language)
        place = language.text("{n} of {all}", n=self._here + 1, all=len(self._found))
        short = name if len(name) <= LONGEST_NAME else name[:LONGEST_NAME].rstrip() + "…"
        return " · ".join(filter(None, (place, kind, short, self._quoted(match.texts[0], name))))

    def _quoted(self, text: str, name: str) -> str:
        """The place that was found unless it is the name already said, and what it would become."""
        old = excerpt(text, self._query)
        if self._new.text() and not self._session.read_only:
            return f"“{old}” → “{preview(text, self._query, self._new.text())}”"
        return f"“{old}”" if old != name else ""

    def _count(self, found: list[Match]) -> str:
        """How many times in how many places."""
        plural, times = self._session.view.language.plural, sum(match.times for match in found)
        places = plural("in {n} place", "in {n} places", len(found))
        return " ".join((plural("{n} time", "{n} times", times), places))

    def _say(self, label: ElidedLabel, words: str) -> None:
        label.say(words)
        label.setVisible(bool(words))

    # building

    def _build(self) -> None:
        text = self._session.view.language.text
        rows = QGridLayout(self)
        rows.setContentsMargins(12, 6, 12, 6)
        first, second = QHBoxLayout(), QHBoxLayout()
        previous = push_button("find-previous", text("Previous"), self.previous)
        following = push_button("find-next", text("Next"), self.next)
        close = push_button("find-close", text("Close"), self.close_bar)
        close.setProperty("look", "quiet")
        for widget in (previous, following, self._case, self._whole):
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(close)
        second.addWidget(self._replace)
        second.addWidget(self._replace_all)
        second.addWidget(self._where, 1)
        second.addWidget(self._problem, 1)
        rows.addWidget(self._line, 0, 0)
        rows.addLayout(first, 0, 1)
        rows.addWidget(self._new, 1, 0)
        rows.addLayout(second, 1, 1)
        rows.setColumnStretch(1, 1)
        for before, after in zip(chain := self._chain(previous, following, close), chain[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _chain(self, previous: QWidget, following: QWidget, close: QWidget) -> list[QWidget]:
        """The way of the Tab key: from what is found straight to what it becomes."""
        return [
            self._line, self._new, previous, following, self._case, self._whole,
            self._replace, self._replace_all, close,
        ]  # fmt: skip

    def _field(self, name: str, words: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(words)
        field.setPlaceholderText(words)
        field.setMinimumWidth(field.fontMetrics().averageCharWidth() * 34)
        return field

    def _choice(self, name: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setObjectName(name)
        box.toggled.connect(self._look)
        return box

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The bar's own keys, wherever in it the keyboard is."""
        key, back = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.close_bar()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._new.hasFocus():
            self.replace_here()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if back else 1)
        else:
            super().keyPressEvent(event)
