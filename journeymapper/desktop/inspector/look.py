"""The inspector's own rules beside the window's stylesheet."""

from journeymapper.desktop.appearance import in_colours
from journeymapper.picture.theme import Theme

STYLE = """
QLabel[look="field"] { color: @sub; }
QToolButton[look="fold"] { border: none; border-top: 1px solid @line; border-radius: 0; background: transparent;
    padding: 8px 0 4px 0; font-weight: 600; color: @ink; text-align: left; }
QToolButton[look="fold"]:hover { color: @accent; background: transparent; }
QToolButton[look="fold"]:focus { color: @accent; border-top: 1px solid @accent; }
QPushButton[look="small"] { padding: 3px 8px; }
QPushButton[look="row"] { text-align: left; padding: 6px 10px; }
QListWidget[look="field"] { border: 1px solid @line; border-radius: 6px; padding: 2px; }
QListWidget[look="field"][invalid="true"], QComboBox[invalid="true"], QCheckBox[invalid="true"] {
    border: 1px solid @certainly_worse; }
QCheckBox:focus { color: @accent; }
QPushButton#inspector-above { color: @sub; padding: 2px 0; border: none; text-align: left; background: transparent; }
QPushButton#inspector-above:hover, QPushButton#inspector-above:focus { color: @accent; }
"""


def stylesheet(theme: Theme) -> str:
    """The rules in a theme's colours."""
    return in_colours(STYLE, theme)
