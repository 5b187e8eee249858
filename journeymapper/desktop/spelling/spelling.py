"""The spell checking of one document: a checker for the language that it is written in, begun with the first field."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPlainTextEdit

from journeymapper.desktop.spelling.programs import programs
from journeymapper.desktop.spelling.speller import Speller
from journeymapper.desktop.spelling.underlines import Underlines

Programs = Callable[[str], Iterable[tuple[str, ...]]]


class Spelling(QObject):
    """Follows fields; where the system has no checker it does nothing."""

    def __init__(self, parent: QObject | None = None, find: Programs = programs) -> None:
        super().__init__(parent)
        self._find = find
        self._spellers: dict[str, Speller] = {}
        if parent is not None:
            parent.destroyed.connect(_stopping(self._spellers))  # a process must not outlive the document

    def follow(self, field: QPlainTextEdit, language: str, colour: str) -> Underlines | None:
        """Underline what is wrong in a field, in a colour; None where there is no checker for the language."""
        if language not in self._spellers:
            found = tuple(self._find(language))
            if not found:
                return None
            self._spellers[language] = Speller(found, self)
        return Underlines(field, self._spellers[language], colour)

    def stop(self) -> None:
        """End all checkers."""
        _stopping(self._spellers)()


def _stopping(spellers: dict[str, Speller]) -> Callable[[], None]:
    def stop() -> None:
        for speller in spellers.values():
            speller.stop()
        spellers.clear()

    return stop
