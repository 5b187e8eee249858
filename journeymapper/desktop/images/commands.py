"""Taking images to a touchpoint: read and written anew by a job, then one step of undo for all of them."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.commands.applying import applied
from journeymapper.desktop.commands.where import here
from journeymapper.desktop.images.sources import PATTERNS, Source, from_file, from_mime
from journeymapper.desktop.jobs import Job, Jobs
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.find import find
from journeymapper.model.journey import Touchpoint
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project

MOST_IMAGES = 24
Taken = tuple[dict[str, bytes], list[Message]]
"""Images by the names of their attachments, and why others could not be taken."""


class ImageCommands:
    """The handlers of images for one session in one window."""

    def __init__(self, session: Session, jobs: Jobs, asking: Asking, window: QWidget) -> None:
        self._session = session
        self._jobs = jobs
        self._asking = asking
        self._window = window

    def add(self) -> None:
        """Choose a file for the selected touchpoint."""
        touchpoint = self._touchpoint()
        if touchpoint is None:
            return
        text = self._session.view.language.text
        path = self._asking.open_path(text("Add image"), f"{text('Images')} ({PATTERNS})")
        if path is not None:
            self.take(touchpoint, [from_file(path)])

    def paste(self) -> bool:
        """Take what another program copied to the selected touchpoint; whether there was an image to paste."""
        text = self._session.view.language.text
        sources = from_mime(QGuiApplication.clipboard().mimeData(), text("the copied image"))
        if not sources:
            return False
        touchpoint = self._touchpoint()
        if touchpoint is None:
            self._asking.tell(text("Not pasted"), text("Select the touchpoint that the image belongs to, then paste."))
        elif not self._session.read_only:
            self.take(touchpoint, sources)
        return True

    def show(self) -> None:
        """The images of the selected touchpoint, as large as the screen allows."""
        from journeymapper.desktop.images.viewer import ImageViewer

        touchpoint = find(self._session.project, self._touchpoint() or "")
        if isinstance(touchpoint, Touchpoint) and touchpoint.images:
            ImageViewer(self._session, touchpoint, self._window).open()

    def take(self, touchpoint: str, sources: Sequence[Source]) -> None:
        """Read the images in a job, then give those that can be read to a touchpoint."""
        job = self._jobs.start(lambda job: _read(job, sources), owner=self._session)
        job.finished.connect(lambda taken: self._give(touchpoint, taken))
        job.failed.connect(lambda message: self._tell([message]))

    def _give(self, touchpoint: str, taken: Taken) -> None:
        images, refused = taken
        if images and isinstance(find(self._session.project, touchpoint), Touchpoint):
            self._session.bring({}, images)
            name = Message("Add image") if len(images) == 1 else Message("Add images")
            if applied(self._session, self._asking, name, lambda project: _with_images(project, touchpoint, images)):
                self._session.select((touchpoint,))
        self._tell(refused)

    def _tell(self, refused: Sequence[Message]) -> None:
        language = self._session.view.language
        if refused:
            self._asking.tell(language.text("Image not taken"), "\n".join(language.message(one) for one in refused))

    def _touchpoint(self) -> str | None:
        found = here(self._session)
        return found.touchpoints[0] if found is not None and found.touchpoints else None


def _read(job: Job, sources: Sequence[Source]) -> Taken:
    from journeymapper.storage.images import image_attachment

    images: dict[str, bytes] = {}
    refused: list[Message] = []
    for number, source in enumerate(sources):
        job.report(number / len(sources), source.name)
        try:
            name, data = image_attachment(source.read(), source.name)
        except Refusal as refusal:
            refused.append(refusal.message)
        else:
            images[name] = data
    return images, refused


def _with_images(project: Project, touchpoint_id: str, images: Sequence[str] | dict[str, bytes]) -> Project:
    touchpoint = find(project, touchpoint_id)
    known = touchpoint.images if isinstance(touchpoint, Touchpoint) else ()
    wanted = tuple(dict.fromkeys((*known, *images)))
    if len(wanted) > MOST_IMAGES:
        raise Refusal("A touchpoint has at most {most} images.", most=MOST_IMAGES)
    return edits.change(project, touchpoint_id, images=wanted)
