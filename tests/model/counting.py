"""Ids by number, for edits that need new ones."""

from collections.abc import Callable


def counting(prefix: str = "") -> Callable[[str], str]:
    """Gives `touchpoint-1`, `touchpoint-2`, `stage-1` and so on, after the prefix."""
    given: list[str] = []

    def fresh(kind: str) -> str:
        given.append(kind)
        return f"{prefix}{kind}-{given.count(kind)}"

    return fresh
