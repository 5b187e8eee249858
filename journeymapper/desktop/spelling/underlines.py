"""The wavy lines under words that the checker does not know, in one text field, and what it offers instead."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from journeymapper.desktop.spelling.replies import words_of
from journeymapper.desktop.spelling.speller import Speller


class Underlines(QSyntaxHighlighter):
    """Lives as long as its field; a text that is only looked at is left alone."""

    def __init__(self, field: QPlainTextEdit, speller: Speller, colour: str) -> None:
        super().__init__(field.document())
        self._field = field
        self._speller = speller
        self._look = QTextCharFormat()
        self._look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        self._look.setUnderlineColor(QColor(colour))
        self._menus = OfferedWords(field, speller)
        speller.told.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Underline what is wrong in a line."""
        for place, word in [] if self._field.isReadOnly() else words_of(text):
            verdict = self._speller.verdict(word)
            if verdict is not None and not verdict.known:
                self.setFormat(place, len(word), self._look)


class OfferedWords(QObject):
    """The field's own context menu, with other words for the wrong one under the pointer above it."""

    def __init__(self, field: QPlainTextEdit, speller: Speller) -> None:
        super().__init__(field)
        self._field = field
        self._speller = speller
        field.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Put the words in where there are any."""
        if not isinstance(event, QContextMenuEvent) or self._field.isReadOnly():
            return False
        cursor = self._field.cursorForPosition(event.pos())
        offered = self.offers(cursor)
        if not offered:
            return False
        menu = self._field.createStandardContextMenu()
        first = menu.actions()[0] if menu.actions() else None
        for action in (*offered, separator(menu)):
            if first is None:
                menu.addAction(action)
            else:
                menu.insertAction(first, action)
        menu.exec(event.globalPos())
        menu.deleteLater()
        return True

    def offers(self, cursor: QTextCursor) -> list[QAction]:
        """An action for each word that may be meant, under a cursor; each is one step of the field's own undo."""
        block, column = cursor.block(), cursor.positionInBlock()
        for place, word in words_of(block.text()):
            if place <= column <= place + len(word):
                verdict = self._speller.verdict(word)
                words = verdict.suggestions if verdict is not None and not verdict.known else ()
                span = (block.position() + place, len(word))
                return [self._offer(other, span) for other in words]
        return []

    def _offer(self, word: str, span: tuple[int, int]) -> QAction:
        action = QAction(word.replace("&", "&&"), self)
        action.triggered.connect(lambda _checked=False: self._replace(word, span))
        return action

    def _replace(self, word: str, span: tuple[int, int]) -> None:
        start, length = span
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(word)


def separator(parent: QObject) -> QAction:
    """A line between two groups of a menu."""
    line = QAction(parent)
    line.setSeparator(True)
    return line
