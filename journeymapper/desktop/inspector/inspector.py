"""The inspector: a page for what is selected, on which everything about it can be read and changed."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.inspector.look import stylesheet
from journeymapper.desktop.inspector.naming import above_of, subline_of, title_of, words_of
from journeymapper.desktop.inspector.page import Page
from journeymapper.desktop.inspector.pages.book import FORMS, MEASURE_FORMS
from journeymapper.desktop.inspector.results.account_page import AccountPage
from journeymapper.desktop.inspector.results.results_page import ResultsPage
from journeymapper.desktop.inspector.several import how_many, names_in_short, shared_form
from journeymapper.desktop.inspector.subject import Subject
from journeymapper.desktop.labels import plain_label, set_plain_tip
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import Mode, View
from journeymapper.model.find import find, kind_of, name_of
from journeymapper.model.project import Project

Tab = Literal["describe", "measure", "results"]
TAB_OF_MODE: dict[Mode, Tab] = {"map": "describe", "measure": "measure", "results": "results", "act": "results"}
MEASURED = ("touchpoint", "stage", "journey", "hand-off")


class Inspector(QFrame):
    """Shows the selected element, or what several have in common; where nothing is selected, the journey on the map."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted_tab: Tab = TAB_OF_MODE[session.view.mode]
        self._subject = Subject(session, "")
        self._pages: dict[tuple[Tab, bool, frozenset[str]], Page | ResultsPage | AccountPage] = {}
        self.setObjectName("inspector")
        self.setProperty("look", "side")
        self.setAccessibleName(session.view.language.text("Inspector"))
        self._above = QPushButton()
        self._title = plain_label("", "title")
        self._subline = plain_label("", "quiet")
        self._tabs = QTabBar()
        self._stack = QStackedWidget()
        self.setStyleSheet(stylesheet(THEMES[session.view.theme]))
        self._arrange()
        self._tabs.currentChanged.connect(self._tab_chosen)
        session.changed.connect(self._document_changed)
        session.selected.connect(self._selected)
        session.viewed.connect(self._viewed)
        if session.view.mode == "act":
            self.hide()
        session.saved.connect(self._saved)
        self._show(self._shown_ids())

    def _arrange(self) -> None:
        self._above.setObjectName("inspector-above")
        self._above.setProperty("look", "quiet")
        self._above.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._above.clicked.connect(self._go_above)
        self._title.setObjectName("inspector-title")
        self._subline.setObjectName("inspector-subline")
        self._tabs.setObjectName("inspector-tabs")
        self._tabs.setAccessibleName(self._session.view.language.text("Parts of the page"))
        self._tabs.setExpanding(True)
        self._tabs.setDrawBase(False)
        self._tabs.setUsesScrollButtons(False)
        for label in (self._title, self._subline):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        head = QVBoxLayout()
        head.setContentsMargins(16, 10, 16, 0)
        head.setSpacing(4)
        for widget in (self._above, self._title, self._subline, self._tabs):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    # what others ask for

    def reveal_results(self) -> None:
        """Switch to the Results tab, now or with the next element that has one."""
        self._wanted_tab = "results"
        self._refresh_head()
        self._show_page()

    def begin_rename(self, element_id: str) -> bool:
        """Give the keyboard to the first field of an element that has its name nowhere else; whether it is shown."""
        page = self._stack.currentWidget()
        shown = self.isVisible() and self._subject.ids == (element_id,)
        return shown and isinstance(page, Page) and page.begin()

    def finish_editing(self) -> None:
        """Take over what is still being typed, before the document is saved or left."""
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            page.commit()

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._stack.currentWidget()

    # what happens elsewhere

    def _selected(self, _ids: tuple[str, ...]) -> None:
        self._show(self._shown_ids())

    def _document_changed(self, old: Project, new: Project) -> None:
        if self._shown_ids() != self._subject.ids:
            self._show(self._shown_ids())
            return
        page = self._stack.currentWidget()
        if isinstance(page, Page | ResultsPage | AccountPage):
            page.refresh(old, new)
        self._refresh_head()

    def _give_room(self, view: View) -> None:
        """Pages of decisions need the width, and say themselves what the inspector would."""
        self.setVisible(view.mode != "act")

    def _viewed(self, old: View, new: View) -> None:
        if old.mode != new.mode:
            self._wanted_tab = TAB_OF_MODE[new.mode]
            self._give_room(new)
        if old.journey != new.journey or old.mode != new.mode:
            self._show(self._shown_ids())
        page = self._stack.currentWidget()
        if isinstance(page, ResultsPage) and (old.wave, old.segment) != (new.wave, new.segment):
            page.rebuild()

    def _saved(self) -> None:
        for page in self._pages.values():
            page.set_read_only(self._session.read_only)

    # what is shown

    def _shown_ids(self) -> tuple[str, ...]:
        session = self._session
        chosen = tuple(key for key in session.selection if find(session.project, key) is not None)
        return chosen or (session.view.journey or session.project.id,)

    def _show(self, ids: tuple[str, ...]) -> None:
        self.finish_editing()
        self._subject = Subject(self._session, *ids)
        self._refresh_head()
        self._show_page()

    def _kinds(self) -> list[str]:
        """The kind of each element that is shown."""
        return [kind_of(element) for element in self._subject.elements]

    @property
    def _several(self) -> bool:
        return len(self._subject.ids) > 1

    def _tabs_here(self) -> tuple[Tab, ...]:
        kinds = self._kinds()
        if self._several:
            return ("describe", "measure") if set(kinds) == {"touchpoint"} else ("describe",)
        kind = next(iter(kinds), "")
        if kind in MEASURED:
            return ("describe", "measure", "results")
        return ("describe", "results") if kind == "point" else ("describe",)

    def _tab(self) -> Tab:
        return self._wanted_tab if self._wanted_tab in self._tabs_here() else "describe"

    def _refresh_head(self) -> None:
        element, project, language = self._subject.element, self._session.project, self._session.view.language
        if element is None:
            return
        self._refresh_tabs()
        if self._several:
            self._title.setText(language.message(how_many(self._kinds())))
            set_plain_tip(self._title, "")
            self._subline.setText(names_in_short(project, self._subject.ids))
            self._above.hide()
            return
        title = title_of(project, element, language)
        self._title.setText(title)
        set_plain_tip(self._title, name_of(project, element.id))
        self._subline.setText(subline_of(project, element, language))
        above = above_of(project, element)
        words = self._fitted(words_of(project, above, language).strip()) if above else ""
        self._above.setText(f"‹ {words}".replace("&", "&&"))
        self._above.setAccessibleName(language.text("Up to {name}", name=words))
        self._above.setVisible(bool(above))

    def _fitted(self, words: str) -> str:
        room = max(self.width() - 60, 200)
        return self._above.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)

    def _refresh_tabs(self) -> None:
        text = self._session.view.language.text
        words: dict[Tab, str] = {
            "describe": text("Describe"),
            "measure": text("Measure"),
            "results": text("Results"),
        }
        here = self._tabs_here()
        blocked = self._tabs.blockSignals(True)
        if [self._tabs.tabData(index) for index in range(self._tabs.count())] != list(here):
            while self._tabs.count():
                self._tabs.removeTab(0)
            for name in here:
                self._tabs.setTabData(self._tabs.addTab(words[name]), name)
        self._tabs.setCurrentIndex(here.index(self._tab()))
        self._tabs.blockSignals(blocked)
        self._tabs.setVisible(len(here) > 1)

    def _tab_chosen(self, index: int) -> None:
        self.finish_editing()
        self._wanted_tab = self._tabs.tabData(index)
        self._show_page()

    def _go_above(self) -> None:
        element = self._subject.element
        above = above_of(self._session.project, element) if element is not None else ""
        if above:
            self._session.select((above,))

    def _show_page(self) -> None:
        if self._subject.element is None:
            return
        kinds = frozenset(self._kinds())
        key = (self._tab(), self._several, kinds)
        page = self._pages.get(key)
        if page is None:
            page = self._made_for_several(sorted(kinds)) if self._several else self._made(min(kinds), self._tab())
            self._pages[key] = page
            self._stack.addWidget(page)
        else:
            page.show_subject(self._subject)
        self._stack.setCurrentWidget(page)

    def _made_for_several(self, kinds: Sequence[str]) -> Page:
        book = MEASURE_FORMS if self._tab() == "measure" else FORMS
        return Page(shared_form([(kind, book[kind]) for kind in kinds]), self._subject)

    def _made(self, kind: str, tab: Tab) -> Page | ResultsPage | AccountPage:
        if tab == "results":
            return ResultsPage(self._subject)
        if kind == "result set":
            return AccountPage(self._subject)
        if tab == "measure":
            return Page(MEASURE_FORMS[kind], self._subject, lists_open=True)
        return Page(FORMS[kind], self._subject)
