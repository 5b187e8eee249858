"""XLSForm: the workbook that ODK, KoboToolbox and their like make a form of (xlsform.org)."""

import io
import re
from collections.abc import Iterator

from journeymapper.export.questionnaires.form import Form, Item, Texts

NAMES = {"en": "English", "fi": "Finnish", "sv": "Swedish", "de": "German", "et": "Estonian", "ru": "Russian"}
BEFORE = ("intro", "privacy")


def xlsform(form: Form) -> bytes:
    """The sheets survey, choices and settings; texts are written as texts, and none of them refers to a question."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(buffer, options) as book:
        labels = [f"label::{_language(code)}" for code in form.languages]
        for name, rows in (
            ("survey", [["type", "name", *labels, "relevant"], *_survey(form)]),
            ("choices", [["list_name", "name", *labels], *_choices(form)]),
            ("settings", [["form_title", "form_id", "default_language"],
                          [_plain(form.title(form.main)), _form_id(form), _language(form.main)]]),
        ):  # fmt: skip
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, 1, 18)
            sheet.set_column(2, 1 + len(labels), 48)
            for number, row in enumerate(rows):
                for column, text in enumerate(row):
                    sheet.write_string(number, column, text)
    return buffer.getvalue()


def _survey(form: Form) -> Iterator[list[str]]:
    for field in BEFORE:
        yield from _note(form, field)
    for item in form.items:
        kind = {"one": f"select_one {item.code}", "number": "decimal", "words": "text"}[item.kind]
        yield [kind, item.code, *_texts(form, item.texts), _relevant(item)]
    yield from _note(form, "thanks")


def _note(form: Form, field: str) -> Iterator[list[str]]:
    texts = form.texts(field)
    if any(texts.values()):
        known = next(text for text in texts.values() if text)
        yield ["note", f"{form.id}{field}", *_texts(form, {code: text or known for code, text in texts.items()}), ""]


def _choices(form: Form) -> Iterator[list[str]]:
    for item in form.items:
        for choice in item.choices:
            yield [item.code, choice.code, *(_plain(choice.label(code)) for code in form.languages)]


def _relevant(item: Item) -> str:
    if item.shown is None:
        return ""
    return " or ".join(f"${{{item.shown.code}}} = '{answer}'" for answer in item.shown.answers)


def _texts(form: Form, texts: Texts) -> list[str]:
    return [_plain(texts[code]) for code in form.languages]


def _plain(text: str) -> str:
    """A text in which nothing refers to a question: `${…}` would."""
    return text.replace("${", "$ {")


def _language(code: str) -> str:
    return f"{NAMES.get(code, code)} ({code})"


def _form_id(form: Form) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", form.id) or "form"
