"""The inspector's own rules beside the window's stylesheet."""

from journeymapper.desktop.appearance import ICONS
from journeymapper.picture.theme import DARK, Theme

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
QCheckBox::indicator, QListWidget::indicator { width: 14px; height: 14px; border: 1px solid @faint; border-radius: 4px;
    background: @card; }
QCheckBox::indicator:checked, QListWidget::indicator:checked { background: @accent; border-color: @accent;
    image: url(@icons/check-@tone.svg); }
QCheckBox::indicator:disabled, QListWidget::indicator:disabled { background: @soft; }
QCheckBox:focus { color: @accent; }
QPushButton#inspector-above { color: @sub; padding: 2px 0; border: none; text-align: left; background: transparent; }
QPushButton#inspector-above:hover, QPushButton#inspector-above:focus { color: @accent; }
"""


def stylesheet(theme: Theme) -> str:
    """The rules in a theme's colours."""
    tokens = {name: getattr(theme, name) for name in theme.__struct_fields__}
    values = {name: token for name, token in tokens.items() if isinstance(token, str)}
    values |= {"icons": ICONS.as_posix(), "tone": "dark" if theme is DARK else "light"}
    text = STYLE
    for name in sorted(values, key=len, reverse=True):
        text = text.replace(f"@{name}", values[name])
    return text
