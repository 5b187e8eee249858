"""The short guide, and what this program is."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeymapper import __version__
from journeymapper.desktop.labels import plain_label
from journeymapper.language.language import Language


def guide(language: Language, parent: QWidget | None = None) -> QDialog:
    """The main job on one page."""
    text = language.text
    sections = (
        (
            text("1. Map"),
            text(
                "Draw the happy path: stages from left to right, touchpoints in them. Ctrl+Enter adds a touchpoint, "
                "F2 renames it, dragging moves it. Mark moments of truth and say why. A map that is in a table, "
                "slides, Mermaid, Markdown or a drawing comes with Ctrl+Shift+O."
            ),
        ),
        (
            text("2. Measure"),
            text(
                "Hang measurement points on touchpoints, stages or the whole journey: which metric, which question, "
                "against which target, who answers for it. The Measure mode shows what is measured where."
            ),
        ),
        (
            text("3. Results"),
            text(
                "Drop a result file on the window or press Ctrl+I. Say which column belongs to which measurement "
                "point; you see the scores before anything is taken. Rest over a figure to see where it comes from."
            ),
        ),
        (
            text("4. Print"),
            text(
                "Ctrl+E shows the report's pages as they will be printed: the annotated map, the gaps, the "
                "measurement plan and the origin of every figure."
            ),
        ),
        (
            text("Find and show"),
            text(
                "Ctrl+K finds every command and everything on the maps by name, Ctrl+F any text. F5 presents the map "
                "stage by stage: arrows walk, S shows the scores, + and − change the size. Ctrl+Shift+C compares with "
                "another version, file or journey."
            ),
        ),
        (
            text("Reading the signs"),
            text(
                "▲ certainly better than target, △ better but not certain, ▽ worse but not certain, ▼ certainly "
                "worse, ○ not measured. Certain means that the whole 95 % interval lies on one side of the target."
            ),
        ),
    )
    dialog, column = _dialog(text("Short guide"), parent)
    for title, words in sections:
        label = plain_label(words)
        label.setWordWrap(True)
        column.addWidget(plain_label(title, "heading"))
        column.addWidget(label)
    return _finished(dialog, column, language)


def about(language: Language, parent: QWidget | None = None) -> QDialog:
    """Version, and whose work is inside."""
    text = language.text
    dialog, column = _dialog(text("About Journey Mapper"), parent)
    lines = (
        text("Journey Mapper {version}", version=__version__),
        text(
            "Maps customer journeys, designs their measurement and shows results with honest uncertainty. "
            "Works offline: nothing leaves this computer."
        ),
        text("Type: Inter (SIL Open Font License). Icons: Phosphor (MIT). Window: Qt for Python (LGPL)."),
        text("Net Promoter and NPS are registered trademarks of Bain & Company and NICE Satmetrix."),
    )
    for number, words in enumerate(lines):
        label = plain_label(words, "" if number else "heading")
        label.setWordWrap(True)
        column.addWidget(label)
    dialog.resize(dialog.width(), 240)
    return _finished(dialog, column, language)


def _dialog(title: str, parent: QWidget | None) -> tuple[QDialog, QVBoxLayout]:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setModal(True)
    dialog.resize(560, 480)
    content = QWidget()
    column = QVBoxLayout(content)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(content)
    QVBoxLayout(dialog).addWidget(area)
    return dialog, column


def _finished(dialog: QDialog, column: QVBoxLayout, language: Language) -> QDialog:
    column.addStretch(1)
    buttons = QDialogButtonBox()
    close = buttons.addButton(language.text("Close"), QDialogButtonBox.ButtonRole.RejectRole)
    close.clicked.connect(dialog.reject)
    layout = dialog.layout()
    if layout is not None:
        layout.addWidget(buttons)
    dialog.finished.connect(dialog.deleteLater)
    return dialog
