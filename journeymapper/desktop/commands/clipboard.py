"""Cut, copy and paste within and between journeys, projects and windows."""

from collections.abc import Callable

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.clipboard import copied_fragment, copied_images, copied_text, copy_to_clipboard
from journeymapper.desktop.commands.applying import applied
from journeymapper.desktop.commands.where import Here, anchor_here, here, made_since
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Stage
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project


class ClipboardCommands:
    """The handlers of cut, copy and paste; text of other programs is shown by `preview` before it is taken.

    `paste_image` takes an image, and says whether there was one.
    """

    def __init__(
        self, session: Session, asking: Asking, preview: Callable[[str], object], paste_image: Callable[[], bool]
    ) -> None:
        self._session = session
        self._asking = asking
        self._preview = preview
        self._paste_image = paste_image

    def copy(self) -> bool:
        """Put what is selected on the clipboard; whether anything was."""
        found = here(self._session)
        if found is None or not found.copied:
            return False
        copy_to_clipboard(self._session, found.copied)
        return True

    def cut(self) -> None:
        """Copy what is selected and remove it, as one step."""
        found = here(self._session)
        if found and self.copy():
            ids = found.copied
            applied(self._session, self._asking, Message("Cut"), lambda project: edits.remove_all(project, ids))

    def paste(self) -> None:
        """Put a piece of a map after what is selected, notes and actions on it; other text is read and shown first."""
        try:
            fragment, images = copied_fragment(), copied_images()
        except Refusal as refusal:
            language = self._session.view.language
            self._asking.tell(language.text("Not pasted"), language.message(refusal.message))
            return
        found = here(self._session)
        if found is None:
            return
        if fragment is None:
            if not self._paste_image() and copied_text().strip():
                self._preview(copied_text())
            return
        self._session.bring({}, images)
        new = Stage(id=new_id("stage"), name=self._session.view.language.text("New stage"))
        anchor, before = anchor_here(self._session), self._session.project
        if applied(
            self._session,
            self._asking,
            Message("Paste"),
            lambda project: _pasted(project, found, fragment, new, anchor),
        ):
            self._session.select(made_since(self._session, before))


def _pasted(project: Project, found: Here, fragment: edits.Fragment, new: Stage, anchor: Anchor) -> Project:
    """Loose touchpoints need a stage: a journey without any gets one."""
    stage, index = found.place_after()
    if fragment.loose() and not found.journey.stage_order and not found.parked:
        project = edits.add_stage(project, found.journey.id, new)
        stage, index = new.id, None
    return edits.insert_fragment(project, found.journey.id, stage, index, fragment, new_id, anchor)
