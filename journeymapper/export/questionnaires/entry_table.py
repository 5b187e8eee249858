"""The table into which paper forms are typed: a column a question, what may stand in it checked as it is typed."""

import io

from journeymapper.export.questionnaires.form import Form, Item

ROWS = 500


def entry_table(form: Form, language: str) -> bytes:
    """A workbook: the answers on its first sheet under the questions' codes, what the codes mean on its second."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(buffer, options) as book:
        bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        answers, codes = book.add_worksheet(form.id[:31]), book.add_worksheet("codes")
        answers.freeze_panes(1, 0)
        for column, item in enumerate(form.items):
            answers.write_string(0, column, item.code, bold)
            answers.set_column(column, column, 11 if item.choices else 40)
            if item.choices:
                answers.data_validation(1, column, ROWS, column, _rule(item, language))
        codes.set_column(0, 0, 14)
        codes.set_column(1, 2, 60, wrap)
        for row, item in enumerate(form.items):
            codes.write_string(row, 0, item.code, bold)
            codes.write_string(row, 1, item.texts[language], wrap)
            codes.write_string(row, 2, "\n".join(_meaning(item, language)), wrap)
    return buffer.getvalue()


def _rule(item: Item, language: str) -> dict[str, object]:
    title = item.code[:32]
    return {
        "validate": "list",
        "source": [choice.value if choice.value is not None else choice.code for choice in item.choices],
        "input_title": title,
        "input_message": item.texts[language][:250],
        "error_title": title,
    }


def _meaning(item: Item, language: str) -> list[str]:
    return [f"{choice.code} = {choice.texts[language] or choice.code}" for choice in item.choices]
