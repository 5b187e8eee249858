"""The pages in the order in which they are listed. A new one is a file beside this one and a line here."""

from collections.abc import Callable

from journeymapper.desktop.act.page import ActPage
from journeymapper.model.messages import Message


def _changes() -> type[ActPage]:
    from journeymapper.desktop.act.pages.changes import ChangesPage

    return ChangesPage


def _drivers() -> type[ActPage]:
    from journeymapper.desktop.act.pages.drivers import DriversPage

    return DriversPage


def _paths() -> type[ActPage]:
    from journeymapper.desktop.act.pages.paths import PathsPage

    return PathsPage


def _beliefs() -> type[ActPage]:
    from journeymapper.desktop.act.pages.beliefs import BeliefsPage

    return BeliefsPage


def _priorities() -> type[ActPage]:
    from journeymapper.desktop.act.pages.priorities import PrioritiesPage

    return PrioritiesPage


def _board() -> type[ActPage]:
    from journeymapper.desktop.act.pages.board import BoardPage

    return BoardPage


def _cases() -> type[ActPage]:
    from journeymapper.desktop.act.pages.cases import CasesPage

    return CasesPage


def _experiments() -> type[ActPage]:
    from journeymapper.desktop.act.pages.experiments import ExperimentsPage

    return ExperimentsPage


def _portfolio() -> type[ActPage]:
    from journeymapper.desktop.act.pages.portfolio import PortfolioPage

    return PortfolioPage


def _voice() -> type[ActPage]:
    from journeymapper.desktop.act.pages.voice import VoicePage

    return VoicePage


PAGES: dict[str, tuple[Message, Callable[[], type[ActPage]]]] = {
    "changes": (Message("What has changed"), _changes),
    "drivers": (Message("What matters most"), _drivers),
    "paths": (Message("Actual paths"), _paths),
    "beliefs": (Message("Belief against reality"), _beliefs),
    "priorities": (Message("What to do first"), _priorities),
    "board": (Message("Who does what"), _board),
    "cases": (Message("What it is worth"), _cases),
    "experiments": (Message("What is tried"), _experiments),
    "portfolio": (Message("All journeys"), _portfolio),
    "voice": (Message("What customers wrote"), _voice),
}
"""Name to title, and what imports the page when it is first wanted."""
