"""LimeSurvey's tab-separated survey structure: a row per setting, group, question and answer, language by language."""

import csv
import html
import io
from collections.abc import Iterator

from journeymapper.export.questionnaires.form import Form, Item
from journeymapper.model.messages import Refusal

COLUMNS = (
    "id", "class", "type/scale", "name", "relevance", "text", "help", "language", "validation", "mandatory", "other",
    "default", "same_default",
)  # fmt: skip
TYPES = {"one": "L", "number": "N", "words": "T"}
GROUP = 1
Row = dict[str, str]


def limesurvey(form: Form) -> bytes:
    """The structure, texts as HTML in which nothing of theirs is markup or an expression; UTF-8 with its mark."""
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, restval="", delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(form))
    return written.getvalue().encode("utf-8-sig")


def _rows(form: Form) -> Iterator[Row]:
    yield {"class": "S", "name": "language", "text": form.main}
    if len(form.languages) > 1:
        yield {"class": "S", "name": "additional_languages", "text": " ".join(form.languages[1:])}
    yield {"class": "S", "name": "format", "text": "A"}
    for language in form.languages:
        yield from _settings(form, language)
    for language in form.languages:
        name = _html(form.title(language))
        yield {"id": str(GROUP), "class": "G", "type/scale": "G1", "name": name, "relevance": "1", "language": language}
        for number, item in enumerate(form.items, start=1):
            yield from _question(item, number, language)


def _settings(form: Form, language: str) -> Iterator[Row]:
    words = form.words[language]
    texts = {
        "surveyls_title": form.title(language),
        "surveyls_welcometext": words.intro,
        "surveyls_policy_notice": words.privacy,
        "surveyls_endtext": words.thanks,
    }
    for name, text in texts.items():
        if text:
            yield {"class": "SL", "name": name, "text": _html(text), "language": language}


def _question(item: Item, number: int, language: str) -> Iterator[Row]:
    if not item.code.isalnum():
        raise Refusal("LimeSurvey knows no question {code}: letters and digits alone.", code=item.code)
    yield {
        "id": str(number), "class": "Q", "type/scale": TYPES[item.kind], "name": item.code,
        "relevance": _relevance(item), "text": _html(item.texts[language]), "language": language,
        "mandatory": "N", "other": "N",
    }  # fmt: skip
    for choice in item.choices:
        label = _html(choice.label(language))
        yield {
            "id": str(number),
            "class": "A",
            "type/scale": "0",
            "name": choice.code,
            "text": label,
            "language": language,
        }


def _relevance(item: Item) -> str:
    if item.shown is None:
        return "1"
    return " or ".join(f'{item.shown.code}.NAOK == "{answer}"' for answer in item.shown.answers)


def _html(text: str) -> str:
    """A text as HTML; braces, which hold expressions, as the characters that they are."""
    safe = html.escape(text, quote=False).replace("{", "&#123;").replace("}", "&#125;")
    return safe.replace("\n", "<br />")
