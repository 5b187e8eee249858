"""From a cell of an edited workbook to the value of a field; refuses what the field cannot be, without saying where."""

from collections.abc import Callable, Iterator
from datetime import date

from journeymapper.export.plan.columns import Column
from journeymapper.export.plan.places import every_place, place_words
from journeymapper.language.language import LANGUAGES, Language
from journeymapper.language.language import language as language_of
from journeymapper.model.find import name_of
from journeymapper.model.limits import clean_text
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.places import IN_PROJECT
from journeymapper.model.project import Project
from journeymapper.results.clean import day, number

Read = Callable[[Project, Column, str], object]


def read_cell(project: Project, column: Column, text: str) -> object:
    """The value that a cell stands for; words are known in every language of the program."""
    return READ[column.kind](project, column, text.strip())


def in_every_language(message: Message) -> Iterator[str]:
    """A message in each language, without capitals, to be compared."""
    yield from (language_of(code).message(message).casefold() for code in LANGUAGES)


def _text(_: Project, __: Column, text: str) -> str:
    return clean_text(text)


def _number(_: Project, __: Column, text: str) -> float | None:
    if not text:
        return None
    value = number(text, ".")
    value = number(text, ",") if value is None else value
    if value is None:
        raise Refusal("“{text}” is not a number.", text=text[:80])
    return value


def _share(project: Project, column: Column, text: str) -> float | None:
    value = _number(project, column, text)
    return value / 100 if value is not None and text.endswith("%") else value


def _whole(project: Project, column: Column, text: str) -> int | None:
    value = _number(project, column, text)
    if value is not None and not value.is_integer():
        raise Refusal("“{text}” is not a whole number.", text=text[:80])
    return None if value is None else int(value)


def _day(_: Project, __: Column, text: str) -> date | None:
    if not text:
        return None
    found = day(text, "")
    if found is None:
        raise Refusal("“{text}” is not a day; write it as 2026-12-31.", text=text[:80])
    return found


def _choice(_: Project, column: Column, text: str) -> object:
    wanted = text.casefold()
    for value, word in column.words:
        if wanted in (*in_every_language(word), str(value).casefold()) or (value is None and not wanted):
            return value
    if column.kind == "switch" and wanted in ("true", "false", "1", "0", ""):
        return wanted in ("true", "1")
    known = ", ".join(language_of("en").message(word) for _, word in column.words)
    raise Refusal("“{text}” is none of the choices: {known}.", text=text[:80], known=known)


def _many(project: Project, column: Column, text: str) -> tuple[object, ...]:
    parts = [part.strip() for part in text.replace(",", ";").split(";") if part.strip()]
    return tuple(dict.fromkeys(_choice(project, column, part) for part in parts))


def _names(project: Project, column: Column, text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_named(project, column, part.strip()) for part in text.split(";") if part.strip()))


def _named(project: Project, column: Column, text: str) -> str:
    place = next(place for place in IN_PROJECT if place.kind == column.of)
    keys = place.ordered(project)
    found = [key for key in keys if text.casefold() in (key.casefold(), name_of(project, key).casefold())]
    if len(found) != 1:
        known = ", ".join(name_of(project, key) for key in keys[:20])
        raise Refusal("“{text}” is not in the project; there are {known}.", text=text[:80], known=known or "–")
    return found[0]


def _metric(project: Project, _: Column, text: str) -> str:
    """A metric's id, its own name, or a short form; one that the project does not have yet is parsed by `update`."""
    if text in project.metrics:
        return text
    named = [metric.id for metric in project.metrics.values() if metric.name and metric.name == text]
    return named[0] if len(named) == 1 else parse_metric(text).id


def _place(project: Project, _: Column, text: str) -> Anchor:
    spoken: list[Language] = [language_of(code) for code in LANGUAGES]
    wanted = text.casefold()
    found = [
        anchor
        for anchor in every_place(project)
        if wanted in {place_words(project, anchor, language).casefold() for language in spoken}
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refusal("“{text}” is the name of several places.", text=text[:80])
    raise Refusal("There is no place “{text}” on the map.", text=text[:80])


READ: dict[str, Read] = {
    "text": _text, "number": _number, "share": _share, "whole": _whole, "date": _day, "choice": _choice,
    "switch": _choice, "many": _many, "names": _names, "metric": _metric, "place": _place,
}  # fmt: skip
