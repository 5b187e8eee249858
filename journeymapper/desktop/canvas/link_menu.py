"""The kinds of way between two touchpoints, or to a new one, offered where the pointer let go."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.language.language import Language
from journeymapper.model.journey import Journey, LinkKind

Kinds = Sequence[tuple[LinkKind, str]]
Draw = Callable[[LinkKind], object]


def offer_kinds(parent: QWidget, kinds: Kinds, at: QPoint, draw: Draw, heading: str = "") -> QMenu:
    """Open the menu; its first kind is the likeliest, and taking none draws nothing."""
    menu = QMenu(parent)
    menu.setObjectName("link-kinds")
    if heading:
        menu.addAction(heading).setEnabled(False)
    for kind, words in kinds:
        action = menu.addAction(words)
        action.setObjectName(f"kind-{kind}")
        action.triggered.connect(_drawing(draw, kind))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    menu.setActiveAction(next(action for action in menu.actions() if action.isEnabled()))
    return menu


def kinds_between(language: Language, journey: Journey, source: str, target: str) -> Kinds:
    """Of ways between two touchpoints; an empty end is the outside."""
    text = language.text
    if not source:
        return [("alternative", text("Entry")), ("happy", text("Entry of the happy path"))]
    if not target:
        return [("alternative", text("Exit")), ("happy", text("Exit of the happy path"))]
    order = [touchpoint.id for touchpoint in journey.ordered_touchpoints()]
    back = source in order and target in order and order.index(target) < order.index(source)
    return _likeliest(language, "loop" if back else "alternative")


def kinds_to_new(language: Language, journey: Journey, source: str, place: tuple[str, int]) -> Kinds:
    """Of ways to a new touchpoint at a place of a stage; the happy path goes on from where it ends."""
    stage, index = place
    if stage and source not in journey.parked and source not in _before(journey, stage, index):
        return _likeliest(language, "loop")
    happy = [link for link in journey.links.values() if link.kind == "happy"]
    ends_here = any(link.target == source for link in happy) and not any(link.source == source for link in happy)
    return _likeliest(language, "happy" if ends_here else "alternative")


def _before(journey: Journey, stage: str, index: int) -> list[str]:
    """The touchpoints that stand before a place of a stage."""
    earlier = journey.stage_order[: journey.stage_order.index(stage)]
    inside = [key for each in earlier for key in journey.stages[each].touchpoints]
    return [*inside, *journey.stages[stage].touchpoints[:index]]


def _likeliest(language: Language, kind: LinkKind) -> Kinds:
    """All kinds, this one first."""
    text = language.text
    words: dict[LinkKind, str] = {
        "alternative": text("Alternative"),
        "skip": text("Skip"),
        "happy": text("Happy path"),
        "loop": text("Loop back"),
    }
    return [(kind, words.pop(kind)), *words.items()]


def _drawing(draw: Draw, kind: LinkKind) -> Callable[[bool], None]:
    def run(_checked: bool = False) -> None:
        draw(kind)

    return run
