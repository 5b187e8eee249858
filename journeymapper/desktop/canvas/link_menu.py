"""The kinds of way between two touchpoints, offered where the pointer let go."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.language.language import Language
from journeymapper.model.journey import Journey, LinkKind

Draw = Callable[[str, str, LinkKind], object]


def offer_link(
    parent: QWidget, language: Language, journey: Journey, ends: tuple[str, str], at: QPoint, draw: Draw
) -> QMenu:
    """Open the menu; its first entry is the likeliest kind, and taking none draws nothing."""
    menu = QMenu(parent)
    menu.setObjectName("link-kinds")
    for kind, words in _kinds(language, journey, ends):
        action = menu.addAction(words)
        action.setObjectName(f"kind-{kind}")
        action.triggered.connect(_drawing(draw, ends, kind))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    menu.setActiveAction(menu.actions()[0])
    return menu


def _kinds(language: Language, journey: Journey, ends: tuple[str, str]) -> list[tuple[LinkKind, str]]:
    text = language.text
    source, target = ends
    if not source:
        return [("alternative", text("Entry")), ("happy", text("Entry of the happy path"))]
    if not target:
        return [("alternative", text("Exit")), ("happy", text("Exit of the happy path"))]
    words: dict[LinkKind, str] = {
        "alternative": text("Alternative"),
        "skip": text("Skip"),
        "happy": text("Happy path"),
        "loop": text("Loop back"),
    }
    order = [touchpoint.id for touchpoint in journey.ordered_touchpoints()]
    back = source in order and target in order and order.index(target) < order.index(source)
    kinds = list(words.items())
    return [kinds[-1], *kinds[:-1]] if back else kinds


def _drawing(draw: Draw, ends: tuple[str, str], kind: LinkKind) -> Callable[[bool], None]:
    def run(_checked: bool = False) -> None:
        draw(*ends, kind)

    return run
