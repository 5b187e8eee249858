"""Undo and redo: the projects that were, each with the name of the edit that left it."""

from __future__ import annotations

import msgspec

from journeymapper.model.messages import Message
from journeymapper.model.project import Project

LONGEST = 1000


class Step(msgspec.Struct, frozen=True):
    """A project beside the present one, the name of the edit between them, and what was chosen when it was left."""

    name: Message
    project: Project
    chosen: tuple[str, ...] = ()


class History(msgspec.Struct, frozen=True):
    """The present project, the ones before it (oldest first) and the undone ones (next first)."""

    present: Project
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()

    def done(self, name: Message, project: Project, chosen: tuple[str, ...] = ()) -> History:
        """After an edit; the same history where it changed nothing. What was undone is forgotten.

        `chosen` is what is selected in the project that is left, here and below.
        """
        if project is self.present:
            return self
        return History(project, (*self.past, Step(name, self.present, chosen))[-LONGEST:])

    def undone(self, chosen: tuple[str, ...] = ()) -> History:
        """One edit back; the same history where there is none."""
        if not self.past:
            return self
        last = self.past[-1]
        return History(last.project, self.past[:-1], (Step(last.name, self.present, chosen), *self.future))

    def redone(self, chosen: tuple[str, ...] = ()) -> History:
        """One undone edit forward; the same history where there is none."""
        if not self.future:
            return self
        following = self.future[0]
        return History(following.project, (*self.past, Step(following.name, self.present, chosen)), self.future[1:])

    @property
    def undo_name(self) -> Message | None:
        """The name of the edit that undo takes back."""
        return self.past[-1].name if self.past else None

    @property
    def redo_name(self) -> Message | None:
        """The name of the edit that redo makes again."""
        return self.future[0].name if self.future else None


def start(project: Project) -> History:
    """The history of a project that was just opened or made."""
    return History(project)
