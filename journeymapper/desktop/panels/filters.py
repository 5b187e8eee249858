"""For whom the map is shown: the two filters above it, and below them what they and the question leave strong."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from journeymapper.desktop.labels import set_plain_tip
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.model.claims import count_claims
from journeymapper.model.project import Channel, Persona, Project
from journeymapper.picture.looks import concerned

MOST_LETTERS = 22
TIMES = "\N{MULTIPLICATION SIGN}"
Named = Mapping[str, Persona] | Mapping[str, Channel]


class FilterButton(QToolButton):
    """“Persona: All”, and a menu to tick some; `kind` is the view's field, personas or channels."""

    def __init__(self, session: Session, kind: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._kind, self._word = session, kind, word
        self.setObjectName(f"filter-{kind}-button")
        self.setProperty("look", "choice")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def refresh(self) -> None:
        """Say what is chosen; a project without any has nothing to choose among."""
        order, known = named(self._session.project, self._kind)
        words = f"{self._word}: {self._chosen_words(order, known)}"
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self._room()))
        self.setAccessibleName(words)
        set_plain_tip(self, words)
        self.setVisible(bool(order) and self._session.view.mode != "act")

    @property
    def on(self) -> bool:
        """Whether some are chosen."""
        return bool(getattr(self._session.view, self._kind))

    def _room(self) -> int:
        return self.fontMetrics().averageCharWidth() * (MOST_LETTERS + len(self._word))

    def _chosen_words(self, order: Sequence[str], known: Named) -> str:
        text, chosen = self._session.view.language.text, getattr(self._session.view, self._kind)
        if not chosen:
            return text("All")
        if len(chosen) == 1 and chosen[0] in known:
            return known[chosen[0]].name
        return text("{n} of {all}", n=len(chosen), all=len(order))

    def _fill(self) -> None:
        menu, view = self.menu(), self._session.view
        menu.clear()
        order, known = named(self._session.project, self._kind)
        chosen: tuple[str, ...] = getattr(view, self._kind)
        self._offer(menu, view.language.text("All"), not chosen, ())
        menu.addSeparator()
        for key in order:
            others = tuple(each for each in order if (each in chosen) != (each == key))
            self._offer(menu, known[key].name, key in chosen, others)

    def _offer(self, menu: QMenu, words: str, on: bool, then: tuple[str, ...]) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: self._session.look(**{self._kind: then}))


class Chip(QPushButton):
    """Says that a filter or a question is on, and takes it off; `off` are the choices of the view that do."""

    def __init__(
        self, session: Session, off: dict[str, object], words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(f"{words} {TIMES}".strip(), parent)
        self._session = session
        self.setObjectName(f"chip-{next(iter(off))}")
        self.setProperty("look", "chip")
        self.clicked.connect(lambda: session.look(**off))
        self.say(words)

    def say(self, what: str) -> None:
        """What is taken off, for tips and screen readers."""
        tip = self._session.view.language.text("Show all again: {what}", what=what)
        self.setAccessibleName(tip)
        set_plain_tip(self, tip)


class Filters(QWidget):
    """Persona and channel, each with a × while it is on, and a chip for the question what is only assumed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        text = session.view.language.text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._pairs: list[tuple[FilterButton, Chip]] = []
        for kind, word in (("personas", text("Persona")), ("channels", text("Channel"))):
            pair = FilterButton(session, kind, word), Chip(session, {kind: ()})
            self._pairs.append(pair)
            for widget in pair:
                row.addWidget(widget)
        self._assumed = Chip(session, {"assumptions": False}, text("What do we only assume?"))
        row.addWidget(self._assumed)

    def refresh(self) -> None:
        """Follow the view and the document."""
        for button, chip in self._pairs:
            button.refresh()
            chip.say(button.accessibleName())
            chip.setVisible(button.on and not button.isHidden())
        self._assumed.setVisible(self._session.view.assumptions and self._session.view.mode != "act")


def filter_words(project: Project, view: View) -> list[str]:
    """What the status line says of the filters and the question, with counts; nothing where all is shown."""
    journey = project.journeys.get(view.journey)
    if journey is None:
        return []
    text, said = view.language.text, []
    if names := ", ".join(filter(None, (_names(project, view, kind) for kind in ("personas", "channels")))):
        cards = journey.ordered_touchpoints()
        strong = sum(concerned(view.personas, view.channels, each) for each in cards)
        said.append(text("{names}: {n} of {all} touchpoints", names=names, n=strong, all=len(cards)))
    if view.assumptions:
        assumed, claims = count_claims(project, journey)
        said.append(text("{n} of {all} claims are assumptions", n=assumed, all=claims))
    return said


def named(project: Project, kind: str) -> tuple[Sequence[str], Named]:
    """The personas or channels of a project and their order."""
    if kind == "personas":
        return project.persona_order, project.personas
    return project.channel_order, project.channels


def _names(project: Project, view: View, kind: str) -> str:
    _, known = named(project, kind)
    return ", ".join(known[key].name for key in getattr(view, kind) if key in known)
