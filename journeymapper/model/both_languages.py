"""Texts of resources that say everything in both languages side by side."""

from pathlib import Path

import msgspec

RESOURCES = Path(__file__).parents[2] / "resources"


class BothLanguages(msgspec.Struct, frozen=True):
    """A text in English and in Finnish."""

    en: str
    fi: str

    def in_language(self, code: str) -> str:
        """The text in a language, English for those that it does not have."""
        return self.fi if code == "fi" else self.en
