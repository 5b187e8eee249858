"""Versions and journeys beside each other: comparison, snapshots, the portfolio, templates."""

from typing import TYPE_CHECKING

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.session import Session

if TYPE_CHECKING:
    from journeymapper.desktop.window import Window


class VersionCommands:
    """The handlers of what is compared, kept and listed, for one session in one window."""

    def __init__(self, session: Session, asking: Asking, window: "Window") -> None:
        self._session = session
        self._asking = asking
        self._window = window

    def compare(self, chosen: str = "") -> None:
        """Compare with another version, file or journey; `chosen` is the key of an offer."""
        from journeymapper.desktop.compare.dialog import CompareDialog

        CompareDialog(self._session, self._asking, chosen, self._window).open()

    def snapshots(self) -> None:
        """Named states of the project: take one, look at one, compare, delete."""
        from journeymapper.desktop.dialogs.snapshots_dialog import SnapshotsDialog

        dialog = SnapshotsDialog(self._session, self._window)
        dialog.compare_requested.connect(lambda key: self.compare(f"snapshot:{key}"))
        dialog.copy_requested.connect(self._window.open_copy)
        dialog.open()

    def portfolio(self) -> None:
        """All journeys, also those that are not mapped yet."""
        from journeymapper.desktop.dialogs.portfolio_dialog import PortfolioDialog

        PortfolioDialog(self._session, self._window).open()

    def save_as_template(self) -> None:
        """Keep the project as a template, without what belongs to the client."""
        from journeymapper.desktop.dialogs.name_dialog import NameDialog
        from journeymapper.mapfiles.templates import save_as_template

        text = self._session.view.language.text
        words = text("Results, evidence, pictures, client, people and days are left out.")
        dialog = NameDialog(
            text("Save as template"), words, self._session.project.name, self._session.view.language, self._window
        )
        dialog.named = lambda name: save_as_template(self._session.project, name)
        dialog.open()
