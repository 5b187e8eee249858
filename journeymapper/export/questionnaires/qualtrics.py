"""Qualtrics' Advanced Format TXT: one language, a question a block of tags (Qualtrics' “Import a survey”).

The format knows no display logic: what is asked only after some answers says so in its text.
"""

import html
from collections.abc import Iterator

from journeymapper.export.questionnaires.choices import PARTLY_CODE, Choice
from journeymapper.export.questionnaires.form import Form, Item
from journeymapper.language.language import language as language_of
from journeymapper.model.messages import Refusal
from journeymapper.model.questionnaire import DOES_NOT_APPLY, DONT_KNOW

NUMBERS = {"yes": 1, PARTLY_CODE: 2, "no": 3, DOES_NOT_APPLY: 98, DONT_KNOW: 99}
"""What an answer in words is in a file of numbers; import knows 98 and 99 where a questionnaire offers them."""
TYPES = {"one": "MC:SingleAnswer:Vertical", "number": "TE:SingleLine", "words": "TE:Essay"}


def qualtrics(form: Form, language: str) -> bytes:
    """The survey in one language; nothing in its texts is a tag, markup or piped text."""
    words = form.words[language]
    blocks = [
        "[[AdvancedFormat]]",
        f"[[Block:{_text(form.title(language))}]]",
        *(
            _said(f"{form.id}{name}", text)
            for name, text in (("intro", words.intro), ("privacy", words.privacy))
            if text
        ),
        *("\n".join(_question(form, item, language)) for item in form.items),
        *([_said(f"{form.id}thanks", words.thanks)] if words.thanks else []),
    ]
    return "\n\n".join(blocks).encode() + b"\n"


def _said(code: str, text: str) -> str:
    return f"[[Question:DB]]\n[[ID:{code}]]\n{_text(text)}"


def _question(form: Form, item: Item, language: str) -> Iterator[str]:
    yield f"[[Question:{TYPES[item.kind]}]]"
    yield f"[[ID:{item.code}]]"
    yield _condition(form, item, language) + _text(item.texts[language])
    if item.choices:
        yield "[[AdvancedChoices]]"
    for choice in item.choices:
        yield f"[[Choice:{_number(choice)}]]"
        yield _text(choice.label(language))


def _number(choice: Choice) -> int:
    if choice.value is not None:
        return choice.value
    if choice.code not in NUMBERS:
        raise Refusal("Qualtrics has no number for the answer “{text}”.", text=choice.code)
    return NUMBERS[choice.code]


def _condition(form: Form, item: Item, language: str) -> str:
    """Where a question is for some only, after which answers it is meant: `If “no”: `."""
    if item.shown is None:
        return ""
    asked = next(one for one in form.items if one.code == item.shown.code)
    labels = [_text(one.label(language)) for one in asked.choices if one.code in item.shown.answers]
    return language_of(language).text("If {answers}: ", answers=" / ".join(labels))


def _text(text: str) -> str:
    """A text as HTML on one line; brackets and dollars begin no tag and no piped text."""
    safe = html.escape(text, quote=False).replace("[[", "[ [").replace("]]", "] ]").replace("${", "$ {")
    return safe.replace("\n", "<br>")
