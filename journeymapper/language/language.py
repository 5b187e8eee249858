"""A reader's language: texts from gettext catalogues, numbers and dates as its readers write them."""

import gettext
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from journeymapper.model.messages import Message

LOCALE_FOLDER = Path(__file__).parents[2] / "resources" / "locale"
LANGUAGES = ("en", "fi")
MINUS = "−"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Language:
    """Immutable; get one with `language("fi")`, so that equal languages are the same object."""

    def __init__(self, code: str, translations: gettext.NullTranslations) -> None:
        self.code = code
        self._translations = translations

    def text(self, text: str, /, **values: str | int | float) -> str:
        """The translation of an English text, its named places filled in."""
        translated = self._translations.gettext(text)
        return translated.format(**self._written(values)) if values else translated

    def plural(self, one: str, many: str, n: int, /, **values: str | int | float) -> str:
        """The translation for a count; both texts may use `{n}`."""
        return self._translations.ngettext(one, many, n).format(n=self.number(n), **self._written(values))

    def message(self, message: "Message") -> str:
        """A message of the core, in this language."""
        if message.plural:
            rest = {key: value for key, value in message.values.items() if key != "n"}
            return self.plural(message.text, message.plural, int(message.values["n"]), **rest)
        return self._translations.gettext(message.text).format(**self._written(message.values))

    def _written(self, values: dict[str, str | int | float]) -> dict[str, str | int]:
        """The values of a sentence as this language writes them; whole numbers stay, since some of them are years."""
        return {key: self._decimal(value) if isinstance(value, float) else value for key, value in values.items()}

    def _decimal(self, value: float) -> str:
        return self.number(value, next((digits for digits in (0, 1) if round(value, digits) == value), 2))

    def number(self, value: float, digits: int = 0, *, sign: bool = False) -> str:
        """A number with its locale's separators and a true minus; −0 is written 0."""
        rounded = round(value, digits) + 0.0
        text = f"{abs(rounded):,.{digits}f}"
        if self.code == "fi":
            text = text.replace(",", NO_BREAK_SPACE).replace(".", ",")
        if rounded < 0:
            return MINUS + text
        return f"+{text}" if sign and rounded > 0 else text

    def percent(self, value: float, digits: int = 0, *, sign: bool = False) -> str:
        """A share on 0–100 with its percent sign, a no-break space before it."""
        return f"{self.number(value, digits, sign=sign)}{NO_BREAK_SPACE}%"

    def date(self, day: "date") -> str:
        """A day in the locale's medium form: 22 Nov 2026, in Finnish 22.11.2026."""
        if self.code == "fi":
            return f"{day.day}.{day.month}.{day.year}"
        return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"


@cache
def language(code: str) -> Language:
    """The language of a code, English where there is no catalogue for it."""
    known = code if code in LANGUAGES else "en"
    return Language(known, _catalogue(LOCALE_FOLDER / known / "LC_MESSAGES" / "journeymapper.mo"))


def _catalogue(path: Path) -> gettext.NullTranslations:
    """The translations in a file; there is none of English, which is the key itself."""
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)
