"""The main window: the start screen at once; what a document needs is imported when there is one."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow, QMenu

from journeymapper.desktop.appearance import dress
from journeymapper.desktop.asking import Asking
from journeymapper.desktop.dropped import local_files, take_dropped
from journeymapper.desktop.first_paint import after_paint
from journeymapper.desktop.panels.start_screen import StartScreen
from journeymapper.desktop.preferences import PreferencesFile
from journeymapper.desktop.speaking import speak_later
from journeymapper.desktop.view import View
from journeymapper.language.language import language

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent

    from journeymapper.desktop.actions import Menus
    from journeymapper.desktop.autosave import Autosave
    from journeymapper.desktop.canvas.widget import MapCanvas
    from journeymapper.desktop.commands.beginnings import Beginnings
    from journeymapper.desktop.commands.file import FileCommands
    from journeymapper.desktop.commands.help import HelpCommands
    from journeymapper.desktop.inspector.inspector import Inspector
    from journeymapper.desktop.jobs import Jobs
    from journeymapper.desktop.opening import Documents
    from journeymapper.desktop.session import Session
    from journeymapper.desktop.workbench import Workbench
    from journeymapper.storage.container import Opened
    from journeymapper.storage.recovery import Recovery

Made = TypeVar("Made")


class Window(QMainWindow):
    """One window: the start screen, or one session with its canvas and panels."""

    file_commands: "FileCommands"
    canvas: "MapCanvas"
    inspector: "Inspector"

    def __init__(self, preferences: PreferencesFile, documents: "Documents", asking: Asking, view: View) -> None:
        super().__init__()
        self._preferences = preferences
        self._documents = documents
        self.asking = asking
        self.view = view
        self._jobs: Jobs | None = None
        self.session: Session | None = None
        self._autosave: Autosave | None = None
        self._menus: Menus | None = None
        self._bench: Workbench | None = None
        self._titles: list[QMenu] = []
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        if kept := preferences.value.geometry:
            from PySide6.QtCore import QByteArray

            self.restoreGeometry(QByteArray.fromBase64(kept.encode()))
        self.show_start()

    # what is shown

    def show_start(self) -> None:
        """The start screen: recent projects, samples, new."""
        self._leave_session()
        screen = StartScreen(self.view.language, tuple(Path(name) for name in self._preferences.value.recent))
        screen.new_requested.connect(self.new)
        screen.browse_requested.connect(self.browse)
        screen.open_requested.connect(self.open)
        screen.sample_requested.connect(self.open_sample)
        screen.template_requested.connect(self.beginnings.from_template)
        screen.map_requested.connect(self.beginnings.choose_map)
        self._show_titles()
        if self._menus is not None:  # something was open before
            self.statusBar().hide()
        self.setCentralWidget(screen)
        self.setWindowTitle("Journey Mapper")

    def _show_titles(self) -> None:
        """The menus' titles at once; their commands once the screen is painted, or when somebody asks for them."""
        text, bar = self.view.language.text, self.menuBar()
        if self._menus is not None:
            self._menus.clear(bar)
        self._drop_titles()
        self._titles = [QMenu(words, bar) for words in (text("&File"), text("&Help"))]
        for title in self._titles:
            bar.addMenu(title)
        if self.isVisible():
            self._fill_start_menus()
        else:
            after_paint(self, self._fill_start_menus)

    def _drop_titles(self) -> None:
        for title in self._titles:
            self.menuBar().removeAction(title.menuAction())
            title.deleteLater()
        self._titles = []

    def _fill_start_menus(self) -> None:
        if not self._titles:
            return
        from journeymapper.desktop.start_menus import start_menus

        self._drop_titles()
        self.menus.fill(self.menuBar(), start_menus(self.view.language, self, self._preferences.value.recent))

    @property
    def menus(self) -> "Menus":
        """The commands of the menu bar."""
        from journeymapper.desktop.actions import Menus

        if self._menus is None:
            self._menus = Menus(self, self._settle)
        self._fill_start_menus()
        return self._menus

    @cached_property
    def help(self) -> "HelpCommands":
        """What the Help menu does."""
        from journeymapper.desktop.commands.help import HelpCommands

        return HelpCommands(self, self._documents.log_folder)

    @cached_property
    def beginnings(self) -> "Beginnings":
        """Projects that begin with a template or a map file."""
        from journeymapper.desktop.commands.beginnings import Beginnings

        return Beginnings(self, self._runner)

    def show_session(self, session: "Session") -> None:
        """Work on a document."""
        from journeymapper.desktop.autosave import Autosave

        self._leave_session()
        self.session = session
        session.setParent(self)
        self._autosave = Autosave(session, self._runner(), self._documents.recovery_folder)
        session.changed.connect(self._refresh_title)
        session.selected.connect(self._refresh_commands)
        session.saved.connect(self._saved)
        session.viewed.connect(self._viewed)
        self.rebuild()

    def rebuild(self) -> None:
        """Build everything anew around the session: how a language or a theme is switched without a restart."""
        session = self.session
        if session is None:
            self.show_start()
            return
        from journeymapper.desktop.full_screen import full_screen_of
        from journeymapper.desktop.workbench import Workbench

        self._drop_titles()
        bench = Workbench(session, self._runner(), self.asking, self._preferences, self.menus, self)
        self.file_commands, self.canvas, self.inspector = bench.file, bench.canvas, bench.inspector
        self._bench = bench
        bench.fill_menus(self.menus, self.menuBar(), self)
        self.setCentralWidget(bench.centre)
        self.setStatusBar(bench.status)
        full_screen_of(self).clear_away()
        self._refresh_title()
        QTimer.singleShot(0, bench.canvas.setFocus)

    def _runner(self) -> "Jobs":
        """The one runner of jobs; a start screen has none to run."""
        from journeymapper.desktop.jobs import Jobs

        if self._jobs is None:
            self._jobs = Jobs(self)
        return self._jobs

    def _saved(self) -> None:
        if self.session is not None:
            self._documents.follow(self.session)
        self._refresh_title()

    def _viewed(self, old: View, new: View) -> None:
        self.view = new
        if new.theme != old.theme:
            dress(new.theme)
            self._preferences.change(theme=new.theme)
        if new.language is not old.language:
            speak_later(new.language)
            self._preferences.change(language=new.language.code)
        if new.theme != old.theme or new.language is not old.language:
            QTimer.singleShot(0, self.rebuild)
            return
        self._refresh_checks()
        self._refresh_commands()
        if new.lanes_hidden != old.lanes_hidden:
            self._preferences.change(lanes_hidden=new.lanes_hidden)

    def _refresh_checks(self) -> None:
        """The View menu's marks follow the view, whoever changed it."""
        self.menus.check(f"detail-{self.view.detail}", checked=True)
        self.menus.check(f"overlay-{self.view.overlay}", checked=True)

    def _refresh_title(self) -> None:
        session = self.session
        if session is None:
            return
        from journeymapper.desktop.titles import window_title

        text, history = session.view.language.text, session.history
        self.setWindowTitle(window_title(session))
        self.setWindowModified(session.modified)
        for key, step, words in (
            ("undo", history.undo_name, text("&Undo")),
            ("redo", history.redo_name, text("&Redo")),
        ):
            action = self.menus.action(key)
            action.setEnabled(step is not None)
            action.setText(f"{words}: {session.view.language.message(step)}" if step else words)
        self._refresh_commands()
        self.menus.action("revert").setEnabled(session.modified and session.path is not None)

    def _refresh_commands(self) -> None:
        """Commands that have nothing to do are grey."""
        from journeymapper.desktop.arrange_menus import refresh

        if self.session is not None:
            refresh(self.session, self.menus)

    # what the menus ask of the window

    def new(self) -> None:
        """A new document; the one that is open may be saved first."""
        from journeymapper.desktop.session import Session

        if self._may_leave():
            self.show_session(session := Session(self._documents.new(self.view.language), self.view))
            session.begin_mapping()

    def browse(self) -> None:
        """Choose a project file."""
        from journeymapper.desktop.commands.file import OPENED

        text = self.view.language.text
        path = self.asking.open_path(text("Open project"), OPENED)
        if path:
            self.open(path)

    def open(self, path: Path) -> bool:
        """Open a project file; whether it is open now."""
        if not self._may_leave():
            return False
        session = self._unless_refused(lambda: self._documents.open(path, self.view, self.asking))
        if session is None:
            return False
        self._preferences.put(self._preferences.value.opened(path))
        self.show_session(session)
        return True

    def open_sample(self, path: Path) -> None:
        """Open a copy of a sample: it has no file until it is saved."""
        if self._may_leave() and (session := self._unless_refused(lambda: self._documents.sample(path, self.view))):
            self.show_session(session)

    def open_copy(self, opened: "Opened") -> bool:
        """Go on with a document that is in no file; whether the one that was open could be left."""
        from journeymapper.desktop.session import Session

        if not self._may_leave():
            return False
        self.show_session(Session(opened, self.view))
        return True

    def _unless_refused(self, make: Callable[[], Made]) -> Made | None:
        """What is made, or None once the reason why not has been told."""
        from journeymapper.model.messages import Refusal

        try:
            return make()
        except Refusal as refusal:
            self.asking.tell(self.view.language.text("Not opened"), self.view.language.message(refusal.message))
            return None

    def start_page(self) -> None:
        """Close the document."""
        if self._may_leave():
            self._preferences.change(last="")
            self.show_start()

    def preferences(self) -> None:
        """The preferences dialog."""
        from journeymapper.desktop.dialogs.preferences_dialog import PreferencesDialog

        dialog = PreferencesDialog(self._preferences, self.session, self.view.language, self)
        if self.session is None:
            dialog.accepted.connect(self._follow_preferences)
        dialog.open()

    def _follow_preferences(self) -> None:
        """Without a document nobody else listens to what was chosen."""
        kept = self._preferences.value
        theme = self.view.theme if kept.theme == "system" else kept.theme
        self.view = self.view._replace(language=language(kept.language), theme=theme)
        dress(theme)
        speak_later(self.view.language)
        self.rebuild()

    def actions_named(self, names: Sequence[str]) -> "list[QAction | None]":
        """The actions of those names, for context menus; an empty name is a separator."""
        return [self.menus.action(name) if name else None for name in names]

    # recovery

    @property
    def recovery_folder(self) -> Path:
        """Where unsaved work is kept."""
        return self._documents.recovery_folder

    def last_path(self) -> Path | None:
        """The project of the last session, if it is still there."""
        last = self._preferences.value.last
        return Path(last) if last and Path(last).is_file() else None

    def show_recovered(self, opened: "Opened", recovery: "Recovery") -> None:
        """Go on with unsaved work of a session that ended suddenly; it counts as unsaved."""
        from journeymapper.storage.recovery import discard

        session = self._documents.recovered(opened, recovery, self.view)
        self.show_session(session)
        if self._autosave:
            self._autosave.write_now()
        discard(recovery)

    def keep_work(self) -> bool:
        """Keep unsaved work at once; whether there was any."""
        if self._autosave is None or self.session is None or not self.session.modified:
            return False
        self._autosave.write_now()
        return True

    def end_now(self) -> None:
        """End without questions; unsaved work is offered next time."""
        self.keep_work()
        if self._autosave:
            self._autosave.rest()
        self._autosave = None
        if self.session:
            self._documents.close(self.session)
        self.session = None
        self.close()

    # leaving

    def _settle(self) -> None:
        """Take over what is still being typed on the map or beside it."""
        if self.session is not None and self._bench is not None:
            self._bench.finish_editing()

    def _may_leave(self) -> bool:
        self._settle()
        return self.session is None or self.file_commands.may_leave()

    def _leave_session(self) -> None:
        if self._autosave:
            self._autosave.done()
            self._autosave = None
        if self.session:
            from journeymapper.desktop.full_screen import full_screen_of

            full_screen_of(self).leave()
            self._documents.close(self.session)
            self.session.deleteLater()
            self.session = None

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Nothing is lost by closing: unsaved changes are asked about."""
        if not self._may_leave():
            event.ignore()
            return
        self._preferences.change(geometry=bytes(self.saveGeometry().toBase64().data()).decode())
        self._leave_session()
        if self._jobs is not None:
            self._jobs.join()
        event.accept()

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take files."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Files are opened, looked at or imported, each as what it is."""
        paths = local_files(event.mimeData())
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: take_dropped(self, paths))
