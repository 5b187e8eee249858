"""Where sessions come from: files, samples, recoveries and nothing; and who else has the file open."""

from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.view import View

if TYPE_CHECKING:
    from journeymapper.desktop.session import Session
    from journeymapper.language.language import Language
    from journeymapper.storage.container import Opened
    from journeymapper.storage.recovery import Recovery


class Documents:
    """Opens documents for one window and holds their locks."""

    def __init__(self, recovery_folder: Path, log_folder: Path) -> None:
        self.recovery_folder = recovery_folder
        self.log_folder = log_folder
        self._locks: dict[Session, tuple[Path, ExitStack]] = {}

    def new(self, language: "Language") -> "Opened":
        """A document with one empty journey, ready for the first words."""
        from journeymapper.model import edits
        from journeymapper.model.ids import new_id
        from journeymapper.model.journey import Journey, Stage
        from journeymapper.model.project import Project
        from journeymapper.storage.container import Opened

        text = language.text
        project = Project(id=new_id("project"), name=text("New project"), language=language.code)
        journey = Journey(id=new_id("journey"), name=text("New journey"))
        project = edits.add_journey(project, journey)
        project = edits.add_stage(project, journey.id, Stage(id=new_id("stage"), name=text("First stage")))
        return Opened(project=project, tallies={}, attachments={}, read_only=False, stamp=None)

    def open(self, path: Path, view: View, asking: Asking) -> "Session | None":
        """The session of a file; None when the person thought better of it. Raises Refusal.

        What came out of a report has no file of its own yet.
        """
        import msgspec

        from journeymapper.desktop.session import Session
        from journeymapper.storage.container import open_project
        from journeymapper.storage.locks import hold, holder

        opened = open_project(path)
        if opened.stamp is None:
            return Session(msgspec.structs.replace(opened, read_only=False), view)
        lock = ExitStack()
        if not opened.read_only:
            self._let_go(path)
            if (other := holder(path)) is not None:
                text = view.language.text
                question = text(
                    "{file} is open elsewhere ({who}).",
                    file=path.name,
                    who=f"{other.host}, {view.language.date(other.since.date())}",
                )
                answer = asking.choose(text("Open elsewhere"), question, [text("Open read only"), text("Cancel")])
                if answer != 0:
                    return None
                opened = msgspec.structs.replace(opened, read_only=True)
            else:
                lock.enter_context(hold(path))
        session = Session(opened, view, path)
        self._locks[session] = (path, lock)
        return session

    def sample(self, path: Path, view: View) -> "Session":
        """A copy of a sample, without a file of its own. Raises Refusal."""
        import msgspec

        from journeymapper.desktop.session import Session
        from journeymapper.storage.container import open_project

        opened = open_project(path)
        return Session(msgspec.structs.replace(opened, read_only=False), view._replace(mode="results"))

    def recovered(self, opened: "Opened", recovery: "Recovery", view: View) -> "Session":
        """Unsaved work of a session that ended suddenly: unsaved again, with the file that it belongs to."""
        from journeymapper.desktop.session import Session

        session = Session(opened, view)
        session.path = recovery.path
        session.mark_unsaved()
        self.follow(session)
        return session

    def follow(self, session: "Session") -> None:
        """Hold the file that the session goes on with, after it was first saved or saved as another one."""
        from journeymapper.model.messages import Refusal
        from journeymapper.storage.locks import hold

        held, _ = self._locks.get(session, (None, None))
        if session.path is None or session.path == held:
            return
        self.close(session)
        lock = ExitStack()
        with suppress(Refusal):  # somebody else has it open; whoever saves second will be told of the change
            lock.enter_context(hold(session.path))
        self._locks[session] = (session.path, lock)

    def close(self, session: "Session") -> None:
        """Let go of the session's lock."""
        _, lock = self._locks.pop(session, (None, None))
        if lock is not None:
            lock.close()

    def _let_go(self, path: Path) -> None:
        """Opening again what is open here is not opening it elsewhere."""
        for session in [one for one, (held, _) in self._locks.items() if held == path]:
            self.close(session)
