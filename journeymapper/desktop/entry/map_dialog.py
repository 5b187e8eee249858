"""A map file is looked at, then becomes a project of its own or journeys of the one that is open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.dialogs.latest import Latest
from journeymapper.desktop.entry.map_preview import MapPreview
from journeymapper.desktop.entry.map_reading import Drawn, draw_map
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.labels import set_plain_tip
from journeymapper.desktop.session import Session
from journeymapper.language.language import Language
from journeymapper.mapfiles.map_file import MARKDOWN, MERMAID, NOTATION, SLIDES, TABLES
from journeymapper.mapfiles.recognising import ENDINGS
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

SIZE = (980, 680)
KINDS = {
    "CSV, Excel": TABLES, "PowerPoint": SLIDES, "Mermaid": MERMAID, "Markdown": MARKDOWN,
    "draw.io": (".drawio", ".dio", ".xml", ".svg"), "CJML": (".cjml", ".xml"), "Experience Notation": NOTATION,
    "OPML": (".opml",),
}  # fmt: skip


class MapDialog(QDialog):
    """Nothing is made before a button is pressed; in the project that is open it is then one step of undo.

    `begin` takes over a project of its own, and says whether the document that was open could be left for it.
    """

    def __init__(
        self,
        path: Path,
        session: Session | None,
        language: Language,
        jobs: Jobs,
        asking: Asking,
        begin: Callable[[Project], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._path, self._session, self._language = path, session, language
        self._asking, self._begin = asking, begin
        self._drawn = Drawn()
        self._reading, self._making = Latest(jobs, self), Latest(jobs, self)
        self._reading.finished.connect(self._show)
        self._making.finished.connect(self._take)
        for work in (self._reading, self._making):
            work.failed.connect(lambda message: self._show(Drawn(refusal=message)))
            work.busy_changed.connect(self._refresh)
        self._preview = MapPreview(language)
        self._preview.sheet_chosen.connect(self._read)
        self._preview.chosen_changed.connect(self._refresh)
        self._lay_out()
        self.finished.connect(self._leave)
        self._read()

    @property
    def busy(self) -> bool:
        """Whether the file is being read or drawn."""
        return self._reading.busy or self._making.busy

    def _lay_out(self) -> None:
        text = self._language.text
        self.setObjectName("map-dialog")
        self.setWindowTitle(text("From a map file"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setSizeGripEnabled(True)
        self._other = self._button("other-map", text("Another file…"), self._other_file)
        self._cancel = self._button("cancel", text("Cancel"), self.reject)
        self._new = self._button("map-new", text("As a new project"), lambda: self._make(None))
        self._join = self._button("map-join", "", lambda: self._make(self._session))
        self._join.setVisible(self._session is not None)
        if self._session is not None and self._session.read_only:
            set_plain_tip(self._join, text("This project is read only."))
        buttons = QHBoxLayout()
        buttons.addWidget(self._other)
        buttons.addStretch(1)
        for button in (self._cancel, self._new, self._join):
            buttons.addWidget(button)
        self._first = self._join if self._may_join else self._new
        self._first.setProperty("look", "primary")
        self._first.setDefault(True)
        rows = QVBoxLayout(self)
        rows.addWidget(self._preview, 1)
        rows.addLayout(buttons)
        room = self.screen().availableSize() * 0.92
        self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))

    def _button(self, name: str, words: str, handler: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: handler())
        return button

    @property
    def _may_join(self) -> bool:
        return self._session is not None and not self._session.read_only

    # reading

    def _read(self, sheet: str = "") -> None:
        path, language = self._path, self._language
        self._drawn = Drawn()
        self._preview.show_reading(path.name)
        self._reading.start(lambda job: draw_map(path, sheet, language, lambda: job.report(0.0)), at_once=True)
        self._refresh()
        self._cancel.setFocus()

    def _show(self, drawn: Drawn) -> None:
        self._drawn = drawn
        self._preview.show_drawn(drawn)
        self._refresh()
        (self._first if self._first.isEnabled() else self._other).setFocus()

    def _refresh(self, *_: object) -> None:
        chosen = len(self._preview.chosen) if self._drawn.project else 0
        ready = bool(chosen) and not self.busy
        self._preview.show_busy(self.busy)
        self._new.setEnabled(ready)
        self._join.setEnabled(ready and self._may_join)
        plural = self._language.plural
        self._join.setText(plural("As a journey of this project", "As {n} journeys of this project", max(chosen, 1)))

    def _other_file(self) -> None:
        if path := ask_map_file(self._asking, self._language, self._path.parent):
            self._path = path
            self._read()

    # taking

    def _make(self, session: Session | None) -> None:
        """Draw what was chosen, in the session's project or in one of its own; a large map takes its time."""
        drawn, chosen, language = self._drawn, self._preview.chosen, self._language
        base = session.project if session else None
        self._making.start(lambda _job: (base, drawn.made(chosen, base, language)), at_once=True)

    def _take(self, made: tuple[Project | None, Project]) -> None:
        base, project = made
        if base is None:
            if self._begin(project):
                self.accept()
        elif self._session is not None:
            self._take_into(self._session, base, project)

    def _take_into(self, session: Session, base: Project, project: Project) -> None:
        if session.project is not base:  # somebody was quicker; nothing of theirs may be lost
            self._make(session)
            return
        session.apply(Message("Map from {file}", {"file": self._path.name}), lambda _: project)
        first = next(key for key in project.journey_order if key not in base.journeys)
        session.look(journey=first, mode="map")
        session.select((first,))
        self.accept()

    def _leave(self, _result: int) -> None:
        self._reading.stop()
        self._making.stop()
        self.deleteLater()


def ask_map_file(asking: Asking, language: Language, folder: Path | None = None) -> Path | None:
    """A map file that is there; None where the person thought better of it."""
    text = language.text
    kinds = [(text("Map files"), ENDINGS), *KINDS.items(), (text("Text"), (".txt",))]
    patterns = [f"{name} ({' '.join(f'*{ending}' for ending in endings)})" for name, endings in kinds]
    patterns.append(f"{text('All files')} (*)")
    return asking.open_path(text("From a map file"), ";;".join(patterns), str(folder or ""))
