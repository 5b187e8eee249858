"""What the window remembers between sessions; a small JSON file that may be lost without harm."""

from pathlib import Path
from typing import Literal

import msgspec

from journeymapper.desktop.view import Mode, ThemeName
from journeymapper.storage.places import data_folder

RECENT_KEPT = 12


class Preferences(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`panels` holds the splitter's sizes, `geometry` the window's place as Qt encodes it, in base64."""

    language: str = ""
    theme: ThemeName | Literal["system"] = "system"
    page: Literal["A4", "A3"] = "A3"
    recent: tuple[str, ...] = ()
    last: str = ""
    geometry: str = ""
    panels: tuple[int, ...] = ()
    lanes_hidden: dict[Mode, frozenset[str]] = {}
    import_folder: str = ""
    export_folder: str = ""

    def opened(self, path: Path) -> "Preferences":
        """With this project first among the recent ones."""
        rest = tuple(other for other in self.recent if other != str(path))
        return msgspec.structs.replace(self, recent=(str(path), *rest)[:RECENT_KEPT], last=str(path))


class PreferencesFile:
    """The preferences and the file that they are kept in."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.value = self._read()

    def change(self, **choices: object) -> None:
        """Change and keep; a folder that cannot be written costs only the memory."""
        self.put(msgspec.structs.replace(self.value, **choices))

    def put(self, value: Preferences) -> None:
        """Keep other preferences."""
        from journeymapper.storage.atomic import write_atomically

        self.value = value
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, msgspec.json.format(msgspec.json.encode(value)))
        except Exception:  # noqa: BLE001 - losing a preference must never disturb the work
            return

    def _read(self) -> Preferences:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Preferences)
        except (OSError, msgspec.MsgspecError, ValueError):
            return Preferences()


def preferences_path() -> Path:
    """Where this user's preferences live."""
    return data_folder() / "preferences.json"
