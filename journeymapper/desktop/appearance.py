"""How the window looks: two palettes, one stylesheet, the icons. `setColorScheme` does nothing on bare X11."""

from pathlib import Path

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from journeymapper.desktop.view import ThemeName
from journeymapper.picture.theme import DARK, LIGHT, Theme

ICONS = Path(__file__).parents[2] / "resources" / "icons"
THEMES: dict[ThemeName, Theme] = {"light": LIGHT, "dark": DARK}


def system_theme(application: QApplication) -> ThemeName:
    """What the platform's own palette looks like."""
    return "dark" if application.palette().window().color().lightness() < 128 else "light"


def dress(name: ThemeName) -> None:
    """Give every window of the application the palette and the stylesheet of a theme."""
    application, theme = QApplication.instance(), THEMES[name]
    if isinstance(application, QApplication):
        application.setPalette(palette(theme))
        application.setStyleSheet(stylesheet(theme))


def palette(theme: Theme) -> QPalette:
    """The theme's tokens as Qt's roles."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.ground, roles.WindowText: theme.ink, roles.Base: theme.card, roles.Text: theme.ink,
        roles.AlternateBase: theme.soft, roles.Button: theme.card, roles.ButtonText: theme.ink,
        roles.Highlight: theme.accent, roles.HighlightedText: theme.on_accent, roles.ToolTipBase: theme.card,
        roles.ToolTipText: theme.ink, roles.PlaceholderText: theme.sub, roles.Link: theme.accent,
        roles.Accent: theme.accent, roles.Mid: theme.line, roles.Light: theme.soft, roles.Dark: theme.line,
    }  # fmt: skip
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return made


def stylesheet(theme: Theme) -> str:
    """Quiet chrome: borders in one grey, one accent, radius 6 for fields and 8 for cards."""
    return in_colours(STYLE, theme)


def in_colours(rules: str, theme: Theme) -> str:
    """Rules of a stylesheet with the theme's tokens in place of `@ink` and its like."""
    tokens = {name: getattr(theme, name) for name in theme._fields}
    values = {name: token for name, token in tokens.items() if isinstance(token, str)}
    values |= {"icons": ICONS.as_posix(), "tone": "dark" if theme is DARK else "light"}
    for name in sorted(values, key=len, reverse=True):
        rules = rules.replace(f"@{name}", values[name])
    return rules


STYLE = """
QMainWindow, QDialog { background: @ground; }
QMenuBar { background: @card; border-bottom: 1px solid @line; padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: @soft; color: @ink; }
QMenu { background: @card; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QFrame[look="bar"] { background: @card; border: none; border-bottom: 1px solid @line; }
QFrame[look="card"] { background: @card; border: 1px solid @line; border-radius: 8px; }
QFrame[look="side"], QScrollArea[look="side"], QWidget[look="side"] { background: @card; }
QStatusBar { background: @card; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QPushButton, QToolButton, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit {
    background: @card; color: @ink; border: 1px solid @line; border-radius: 6px; padding: 4px 8px; }
QPushButton:hover, QToolButton:hover, QComboBox:hover { background: @soft; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus,
QDoubleSpinBox:focus, QDateEdit:focus { border: 1px solid @accent; }
QPushButton:disabled, QToolButton:disabled { color: @faint; }
QPushButton[look="primary"] { background: @accent; color: @on_accent; border-color: @accent; font-weight: 600; }
QPushButton[look="primary"]:disabled { background: @soft; color: @faint; border-color: @line; }
QPushButton[look="segment"] { border-radius: 0; padding: 5px 16px; border-left-width: 0; }
QPushButton[edge="first"] { border-left-width: 1px; border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QPushButton[edge="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QPushButton[look="segment"]:checked { background: @accent; border-color: @accent; color: @on_accent; font-weight: 600; }
QToolButton[look="quiet"], QPushButton[look="quiet"], QPushButton[look="row"] {
    border-color: transparent; background: transparent; }
QPushButton[look="row"] { text-align: left; }
QToolButton[look="quiet"]:hover, QPushButton[look="quiet"]:hover, QPushButton[look="row"]:hover { background: @soft; }
QToolButton[look="choice"] { padding-right: 22px; }
QToolButton[look="choice"]::menu-indicator { image: url(@icons/caret-down-@tone.svg); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: right center; right: 6px; }
QPushButton[look="chip"] { background: @soft; border-radius: 10px; padding: 3px 9px; }
QPushButton[look="chip"]:hover { border-color: @accent; }
QPushButton[look="link"] { border-color: transparent; background: transparent; color: @accent; padding: 2px 8px; }
QPushButton[look="link"]:hover { background: @soft; }
QPushButton[look="link"]:focus { border: 1px solid @accent; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border: 1px solid @certainly_worse; }
QLabel[look="title"] { font-size: 15pt; font-weight: 700; color: @ink; }
QLabel[look="heading"] { font-weight: 600; color: @ink; }
QLabel[look="caption"] { color: @sub; font-weight: 600; }
QLabel[look="quiet"] { color: @sub; }
QLabel[look="error"] { color: @certainly_worse; }
QLabel[look="figure"] { font-size: 22pt; font-weight: 700; }
QTreeView, QTreeWidget, QListView, QListWidget, QTableView, QTableWidget {
    background: @card; border: none; outline: none; selection-background-color: @soft; selection-color: @ink; }
QTreeView::item, QListView::item { padding: 3px 2px; border-radius: 5px; }
QTreeView[look="columns"]::item { border-radius: 0; }
QTreeView::item:selected, QListView::item:selected { background: @soft; color: @ink; }
QTreeView::item:selected:focus, QListView::item:selected:focus { border: 1px solid @accent; }
QHeaderView::section { background: @ground; color: @sub; border: none; border-bottom: 1px solid @line; padding: 5px; }
QCheckBox::indicator, QAbstractItemView::indicator {
    width: 14px; height: 14px; border: 1px solid @faint; border-radius: 4px; background: @card; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: @accent; border-color: @accent;
    image: url(@icons/check-@tone.svg); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate { background: @accent;
    border-color: @accent; image: url(@icons/minus-@tone.svg); }
QCheckBox::indicator:disabled, QAbstractItemView::indicator:disabled { background: @soft; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar::tab { background: transparent; color: @sub; padding: 6px 10px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @ink; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { color: @accent; }
QTabBar::scroller { width: 44px; }
QTabBar QToolButton { background: @card; border: 1px solid @line; border-radius: 4px; padding: 0; }
QTabBar QToolButton::left-arrow { image: url(@icons/caret-left-@tone.svg); width: 12px; height: 12px; }
QTabBar QToolButton::right-arrow { image: url(@icons/caret-right-@tone.svg); width: 12px; height: 12px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 20px; }
QComboBox::down-arrow, QDateEdit::down-arrow, QAbstractSpinBox::down-arrow {
    image: url(@icons/caret-down-@tone.svg); width: 12px; height: 12px; }
QAbstractSpinBox::up-arrow { image: url(@icons/caret-up-@tone.svg); width: 12px; height: 12px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 18px; }
QComboBox QAbstractItemView { background: @card; border: 1px solid @line; selection-background-color: @soft;
    selection-color: @ink; }
QScrollBar:vertical { background: transparent; width: 10px; }
QScrollBar:horizontal { background: transparent; height: 10px; }
QScrollBar::handle { background: @line; border-radius: 5px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QToolTip { background: @card; color: @ink; border: 1px solid @line; padding: 4px; }
QProgressBar { border: 1px solid @line; border-radius: 6px; background: @soft; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 5px; }
"""
