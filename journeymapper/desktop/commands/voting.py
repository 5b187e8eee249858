"""Dot voting: the facilitator counts while nobody sees the figures, then shows them."""

from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.messages import Message


class VotingCommands:
    """The handlers of the votes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def count(self) -> None:
        """Begin or end counting: plus and minus on a selected card are votes."""
        self._session.look(voting=not self._session.view.voting)

    def show(self) -> None:
        """Show the votes on the map, or hide them."""
        if self._session.read_only:
            return
        shown = not self._session.project.votes_shown
        name = Message("Show votes") if shown else Message("Hide votes")
        self._session.apply(name, lambda project: edits.change(project, project.id, votes_shown=shown))
