"""What the window remembers between sessions; a small JSON file that may be lost without harm.

It is read before the first paint, so by the standard library alone.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from journeymapper.desktop.view import HIDDEN_AT_FIRST, Mode, ThemeName
from journeymapper.language.language import LANGUAGES
from journeymapper.storage.places import data_folder

RECENT_KEPT = 12
PageSize = Literal["A4", "A3"]


class Preferences(NamedTuple):
    """`panels` holds the splitter's sizes, `geometry` the window's place as Qt encodes it, in base64."""

    language: str = ""
    theme: ThemeName | Literal["system"] = "system"
    page: PageSize = "A3"
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
        return self._replace(recent=(str(path), *rest)[:RECENT_KEPT], last=str(path))


class PreferencesFile:
    """The preferences and the file that they are kept in."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.value = self._read()

    def change(self, **choices: Any) -> None:
        """Change and keep; a folder that cannot be written costs only the memory."""
        self.put(self.value._replace(**choices))

    def put(self, value: Preferences) -> None:
        """Keep other preferences."""
        from journeymapper.storage.atomic import write_atomically

        self.value = value
        default = Preferences._field_defaults
        chosen = {name: kept for name, kept in value._asdict().items() if kept != default[name]}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, json.dumps(chosen, default=sorted, indent=2).encode())
        except Exception:  # noqa: BLE001 - losing a preference must never disturb the work
            return

    def _read(self) -> Preferences:
        """What the file says; what cannot be right is forgotten and the rest is kept."""
        try:
            found = json.loads(self._path.read_bytes())
        except (OSError, ValueError):
            return Preferences()
        kept: dict[str, Any] = {}
        for name, take in _TAKERS.items() if isinstance(found, dict) else ():
            if name in found and (taken := take(found[name])) is not None:
                kept[name] = taken
        return Preferences(**kept)


def preferences_path() -> Path:
    """Where this user's preferences live."""
    return data_folder() / "preferences.json"


def _words(found: object) -> str | None:
    return found if isinstance(found, str) else None


def _one_of(*known: str) -> Callable[[object], str | None]:
    return lambda found: found if isinstance(found, str) and found in known else None


def _list_of(kind: type) -> Callable[[object], tuple[object, ...] | None]:
    return lambda found: tuple(found) if isinstance(found, list) and all(type(one) is kind for one in found) else None


def _lanes(found: object) -> dict[Mode, frozenset[str]] | None:
    if not isinstance(found, dict):
        return None
    lists = {mode: _list_of(str)(found.get(mode)) for mode in HIDDEN_AT_FIRST}
    return {mode: frozenset(map(str, lanes)) for mode, lanes in lists.items() if lanes is not None}


_TAKERS: dict[str, Callable[[object], Any]] = {
    "language": _one_of(*LANGUAGES), "theme": _one_of("system", *get_args(ThemeName)),
    "page": _one_of(*get_args(PageSize)),
    "recent": _list_of(str), "last": _words, "geometry": _words, "panels": _list_of(int), "lanes_hidden": _lanes,
    "import_folder": _words, "export_folder": _words,
}  # fmt: skip
