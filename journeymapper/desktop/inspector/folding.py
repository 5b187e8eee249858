"""A section that is folded until somebody wants it; its content is built when it is first opened."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget


class FoldedSection(QWidget):
    """A heading that opens and closes what is below it."""

    def __init__(self, name: str, words: str, build: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build = build
        self.content: QWidget | None = None
        self.button = QToolButton()
        self.button.setObjectName(f"fold-{name}")
        self.button.setProperty("look", "fold")
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_words(words)
        self.button.toggled.connect(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.button)

    def set_words(self, words: str) -> None:
        """Another heading, such as another count."""
        self.button.setText(words)
        self.button.setAccessibleName(words)

    def open(self) -> None:
        """Show the content."""
        self.button.setChecked(True)

    def _toggle(self, shown: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        if shown and self.content is None:
            self.content = self._build()
            self._column.addWidget(self.content)
        if self.content is not None:
            self.content.setVisible(shown)
