"""When the checks of paths can be told: the library of graphs takes a second to come, in a thread."""

from importlib import import_module
from threading import Thread

from journeymapper.model.project import Project


class PathChecks:
    """Lets the library come once there are ways to look at."""

    def __init__(self) -> None:
        self._coming: Thread | None = None

    def ready(self, project: Project) -> bool:
        """Whether they can be told at once; otherwise ask again in a moment."""
        if not any(journey.links for journey in project.journeys.values()):
            return True
        if self._coming is None:
            self._coming = Thread(target=import_module, args=("networkx",), daemon=True)
            self._coming.start()
        return not self._coming.is_alive()
