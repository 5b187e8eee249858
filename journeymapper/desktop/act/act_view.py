"""The list of questions and the page that answers the chosen one."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from journeymapper.desktop.act.page import ActPage
from journeymapper.desktop.act.pages.order import PAGES
from journeymapper.desktop.asking import Asking
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.session import Session

ROOM_IN_LETTERS = 4


class ActView(QWidget):
    """A page is made when it is first chosen, and filled anew when what it shows has changed and it is looked at."""

    def __init__(self, session: Session, jobs: Jobs, asking: Asking) -> None:
        super().__init__()
        self._session, self._jobs, self._asking = session, jobs, asking
        self._made: dict[str, ActPage] = {}
        self.setProperty("look", "pages")
        text = session.view.language
        self._list = QListWidget()
        self._list.setObjectName("act-pages")
        self._list.setProperty("look", "pages")
        self._list.setAccessibleName(text.text("Questions"))
        for name, (title, _) in PAGES.items():
            item = QListWidgetItem(text.message(title), self._list)
            item.setData(0x0100, name)  # Qt.UserRole
            wide = self._list.fontMetrics().horizontalAdvance(item.text())
            item.setSizeHint(QSize(wide, round(1.9 * self._list.fontMetrics().height())))
        self._list.setContentsMargins(8, 16, 8, 8)
        letter = self._list.fontMetrics().averageCharWidth()
        self._list.setFixedWidth(self._list.sizeHintForColumn(0) + ROOM_IN_LETTERS * letter)
        self._stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        self.setFocusProxy(self._list)
        self._list.currentRowChanged.connect(lambda _row: self._choose())
        self._list.setCurrentRow(0)

    def show_page(self, name: str) -> None:
        """Choose a page by its name."""
        self._list.setCurrentRow(list(PAGES).index(name))

    @property
    def page(self) -> ActPage:
        """The page that is looked at."""
        page = self._stack.currentWidget()
        assert isinstance(page, ActPage)
        return page

    def _choose(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        name = str(item.data(0x0100))
        if name not in self._made:
            _, make = PAGES[name]
            self._made[name] = page = make()(self._session, self._jobs, self._asking)
            page.setObjectName(f"act-{name}")
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._made[name])
