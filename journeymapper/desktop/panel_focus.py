"""F6: the keyboard goes from panel to panel."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def focus_next(panels: Sequence[QWidget]) -> None:
    """Give the keyboard to the panel after the one that has it, round and round; hidden panels are passed over."""
    seen = [panel for panel in panels if panel.isVisible()]
    if not seen:
        return
    now = QApplication.focusWidget()
    here = next((place for place, panel in enumerate(seen) if now and (panel is now or panel.isAncestorOf(now))), -1)
    for step in range(1, len(seen) + 1):
        target = _first(seen[(here + step) % len(seen)])
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _first(panel: QWidget) -> QWidget | None:
    """The first part of a panel that takes the keyboard."""
    return next((part for part in _parts(panel) if _takes_keys(part)), None)


def _parts(panel: QWidget) -> Iterator[QWidget]:
    """The panel and what is in it, in the order of Tab."""
    yield panel
    part = panel.nextInFocusChain()
    while part is not None and part is not panel:
        if panel.isAncestorOf(part):
            yield part
        part = part.nextInFocusChain()


def _takes_keys(part: QWidget) -> bool:
    return part.isVisible() and part.isEnabled() and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
