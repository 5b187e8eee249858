"""Where the header is, which rows above it are titles, and what the columns are called."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from journeymapper.results.clean import day, number
from journeymapper.results.readers.cells import Cell, as_text, is_blank

SAMPLE_ROWS = 100
LAST_HEADER = 30
TYPED_ROWS = 20
NO_ANSWER = frozenset(("na", "n/a", "#n/a", "nan", "null", "none", "blank", "-", "–", ".", "missing", "tyhjä"))


def find_header(rows: Sequence[list[Cell]]) -> int:
    """The index of the header among the first rows of a file, −1 where the file has none.

    Rows much narrower than the table are titles, and no header comes after a row of the table's width that holds
    numbers or days. Of the text rows before that one the header is the one with the most columns of numbers or days
    under it; text rows right above belong to it, and the topmost of them names the columns.
    """
    likely = _likely(rows)
    if not likely:
        return -1
    texts = [index for index in likely if not _has_values(rows[index])]
    if not texts:
        above = likely[0] - 1
        if above >= 0 and sum(not is_blank(cell) for cell in rows[above]) > 1 and not _has_values(rows[above]):
            return above  # a header half of whose columns have no name
        return -1 if _is_data(rows[likely[0]]) else likely[0]
    best = max(texts, key=lambda index: _typed_below(rows, index))
    while best - 1 in texts:
        best -= 1
    return best


def is_under_groups(rows: Sequence[list[Cell]], header: int) -> bool:
    """Whether the row under the header names columns that the header only groups: Work, –, Survey, – over four names.

    Then it has a text of its own wherever the header has a gap, and numbers or days under most of its texts.
    """
    if not 0 <= header < len(rows) - 2:
        return False
    upper, lower = rows[header], rows[header + 1]
    names = [index for index, cell in enumerate(lower) if not is_blank(cell)]
    gaps = [index for index in names[1:] if index >= len(upper) or is_blank(upper[index])]
    texts = {as_text(lower[index]).strip() for index in names}
    if not gaps or _has_values(lower) or len(texts) < max(len(names), 2):
        return False
    return 2 * _typed_below(rows, header + 1) > len(names)


def _likely(rows: Sequence[list[Cell]]) -> list[int]:
    """The rows that could be the header, up to the first with a number or a day in it."""
    filled = [sum(not is_blank(cell) for cell in row) for row in rows]
    usual = median([count for count in filled if count] or [0])
    wide = [index for index, count in enumerate(filled[:LAST_HEADER]) if count > usual / 2 or count == usual == 1]
    wide = [index for index, row in enumerate(rows[:LAST_HEADER]) if _first_word(row) == "respondentid"] or wide
    wide = wide or [index for index, count in enumerate(filled) if count][:1]
    first = next((place for place, index in enumerate(wide) if _has_values(rows[index])), len(wide))
    return wide[: first + 1]


def column_names(cells: Iterable[Cell], width: int) -> tuple[str, ...]:
    """One name a column: spaces made single, blanks called after their letter, repeats numbered."""
    texts = [" ".join(as_text(cell).split()) for cell in cells]
    texts += [""] * (width - len(texts))
    seen: Counter[str] = Counter()
    names: list[str] = []
    for index, text in enumerate(texts):
        base = text or f"Column {column_letter(index)}"
        seen[base] += 1
        name = base if seen[base] == 1 else f"{base} ({seen[base]})"
        while name in names:
            seen[base] += 1
            name = f"{base} ({seen[base]})"
        names.append(name)
    return tuple(names)


def with_options(header: Sequence[Cell], labels: Sequence[Cell]) -> list[Cell]:
    """SurveyMonkey's header: a question of several columns stands over the first, its options in the row below."""
    named: list[Cell] = []
    question = ""
    for index, label in enumerate(labels):
        above = as_text(header[index]).strip() if index < len(header) else ""
        question = above or question
        option = as_text(label).strip()
        spread = not above or (index + 1 < len(labels) and index + 1 < len(header) and is_blank(header[index + 1]))
        named.append(f"{question}: {option}" if option and question and spread else question or option)
    return named


def column_letter(index: int) -> str:
    """What a spreadsheet calls the column of an index from 0: A, B, … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _first_word(row: list[Cell]) -> str:
    """The first cell without spaces and capitals."""
    return as_text(row[0]).replace(" ", "").casefold() if row else ""


def _has_values(row: list[Cell]) -> bool:
    return any(_kind(cell) in ("number", "day") for cell in row)


def _typed_below(rows: Sequence[list[Cell]], index: int) -> int:
    """How many columns have text in this row and nothing but numbers, or nothing but days, under it."""
    below = rows[index + 1 : index + 1 + TYPED_ROWS]
    typed = 0
    for column, cell in enumerate(rows[index]):
        if _kind(cell) != "text":
            continue
        kinds = {_kind(row[column]) for row in below if column < len(row)} - {"blank"}
        typed += kinds in ({"number"}, {"day"})
    return typed


def _is_data(row: list[Cell]) -> bool:
    """Whether the row cannot be a header: it begins with a number or a day and consists mostly of them."""
    kinds = [kind for cell in row if (kind := _kind(cell)) != "blank"]
    values = sum(kind != "text" for kind in kinds)
    return bool(kinds) and kinds[0] != "text" and values > len(kinds) / 2


def _kind(cell: Cell) -> str:
    if isinstance(cell, float):
        return "number"
    text = cell.strip()
    if not text or text.casefold() in NO_ANSWER:
        return "blank"
    if not re.match(r"[+\-−.,]?[0-9]", text):
        return "text"
    if number(text, ".") is not None or number(text, ",") is not None:
        return "number"
    return "day" if day(text, "dmy") or day(text, "mdy") else "text"
