"""A person who answers the window's questions from a script."""

from collections.abc import Sequence
from pathlib import Path


class ScriptedAsking:
    """`answers` are given in turn, None when there are none left; what was asked and told is kept."""

    def __init__(self) -> None:
        self.answers: list[object] = []
        self.asked: list[str] = []
        self.choices: list[tuple[str, ...]] = []
        self.told: list[str] = []
        self.patterns: list[str] = []

    def open_path(self, title: str, patterns: str, folder: str = "") -> Path | None:
        """The next answer, a path."""
        self.patterns.append(patterns)
        return self._path(title)

    def open_paths(self, title: str, patterns: str, folder: str = "") -> list[Path]:
        """The next answer: a path, or a list of them."""
        self.patterns.append(patterns)
        self.asked.append(title)
        answer = self._next()
        if isinstance(answer, list):
            return answer
        assert answer is None or isinstance(answer, Path)
        return [answer] if answer else []

    def save_path(self, title: str, patterns: str, suggested: Path) -> Path | None:
        """The next answer, a path."""
        return self._path(f"{title}: {suggested.name}")

    def choose(self, title: str, text: str, choices: Sequence[str]) -> int | None:
        """The next answer, an index or one of the choices' words."""
        self.asked.append(text)
        self.choices.append(tuple(choices))
        answer = self._next()
        if isinstance(answer, str):
            return list(choices).index(answer)
        assert answer is None or isinstance(answer, int)
        return answer

    def tell(self, title: str, text: str) -> None:
        """Kept in `told`."""
        self.told.append(text)

    def _path(self, asked: str) -> Path | None:
        self.asked.append(asked)
        answer = self._next()
        assert answer is None or isinstance(answer, Path)
        return answer

    def _next(self) -> object:
        return self.answers.pop(0) if self.answers else None
