"""The plan below the map in Measure mode: a tab for each question that a plan answers, made when it is first shown."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView, QTabWidget, QVBoxLayout, QWidget

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.model.messages import Message

TABS: tuple[tuple[str, Message], ...] = (
    ("table", Message("Plan")),
    ("coverage", Message("Coverage")),
    ("checks", Message("Checks")),
    ("selection", Message("What to measure")),
    ("inventory", Message("Measured already")),
    ("library", Message("Metric library")),
    ("goals", Message("Goals")),
    ("load", Message("Survey load")),
    ("roll-out", Message("Roll-out")),
)


class PlanDock(QWidget):
    """Shown in Measure mode; each tab follows the document while it is the one in front."""

    def __init__(self, session: Session, asking: Asking, jobs: Jobs) -> None:
        super().__init__()
        self._session, self._asking, self._jobs = session, asking, jobs
        self._pages: dict[str, QWidget] = {}
        self.wanted = True
        self.setObjectName("plan-dock")
        self.tabs = QTabWidget()
        self.tabs.setObjectName("plan")
        self.tabs.setDocumentMode(True)
        for _, words in TABS:
            self.tabs.addTab(_empty(), session.view.language.message(words))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.tabs.currentChanged.connect(self._fill)
        session.changed.connect(self._refresh)
        session.viewed.connect(self._viewed)
        self._show_if_wanted(session.view)

    def open(self, name: str) -> None:
        """Go to Measure mode and bring a tab to the front."""
        self.wanted = True
        if self._session.view.mode != "measure":
            self._session.look(mode="measure")
        self._show_if_wanted(self._session.view)
        self.tabs.setCurrentIndex(next(place for place, (key, _) in enumerate(TABS) if key == name))
        page = self.page(name)
        (page.focusProxy() or page.nextInFocusChain() or page).setFocus()

    def toggle(self) -> None:
        """Show the plan below the map, or let the map have the room."""
        self.wanted = not (self.wanted and self.isVisible())
        if self.wanted and self._session.view.mode != "measure":
            self._session.look(mode="measure")
        self._show_if_wanted(self._session.view)

    def type_answers(self, take: Callable[[Path], object]) -> None:
        """Type returned paper forms in; `take` imports the file that they become."""
        from journeymapper.desktop.plan.paper_dialog import PaperDialog

        PaperDialog(self._session, take, self.window()).open()

    def page(self, name: str) -> QWidget:
        """The page of a tab, made where it is not there yet."""
        place = next(place for place, (key, _) in enumerate(TABS) if key == name)
        if name not in self._pages:
            from journeymapper.desktop.plan.making import make_page

            self._pages[name] = made = make_page(name, self._session, self._asking, self._jobs)
            for view in made.findChildren(QAbstractItemView):
                view.setAccessibleName(view.accessibleName() or self.tabs.tabText(place))
            shell = self.tabs.widget(place)
            layout = shell.layout() if shell is not None else None
            if layout is not None:
                layout.addWidget(self._pages[name])
                self._pages[name].show()
        return self._pages[name]

    def _fill(self) -> None:
        if self.isVisible():
            self.page(TABS[self.tabs.currentIndex()][0])
            self._refresh()

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        refresh: Callable[[], None] | None = getattr(self.page(TABS[self.tabs.currentIndex()][0]), "refresh", None)
        if refresh is not None:
            refresh()

    def _viewed(self, old: View, new: View) -> None:
        self._show_if_wanted(new)
        if (old.wave, old.segment, old.journey) != (new.wave, new.segment, new.journey):
            self._refresh()

    def _show_if_wanted(self, view: View) -> None:
        self.setVisible(self.wanted and view.mode == "measure")
        self._fill()


def _empty() -> QWidget:
    page = QWidget()
    QVBoxLayout(page).setContentsMargins(0, 0, 0, 0)
    return page
