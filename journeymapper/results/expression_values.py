"""What the parts of an expression are worth in a row. What is blank or cannot be compared is unknown, None."""

from collections.abc import Callable, Sequence
from datetime import date

from journeymapper.results.clean import day, labelled_number, number
from journeymapper.results.readers.cells import Cell, as_text, is_blank

Value = str | float | bool | None
Term = Callable[[Callable[[int], Cell]], Value]


def constant(value: Value) -> Term:
    """The same in every row."""
    return lambda _: value


def column(index: int) -> Term:
    """The cell of a column, unknown where it is blank."""

    def value(row: Callable[[int], Cell]) -> Value:
        cell = row(index)
        return None if is_blank(cell) else cell

    return value


def choice(condition: Term, then: Term, otherwise: Term) -> Term:
    """One value where the condition holds, another where it does not."""

    def value(row: Callable[[int], Cell]) -> Value:
        holds = truth(condition(row))
        return None if holds is None else (then if holds else otherwise)(row)

    return value


def either(left: Term, right: Term) -> Term:
    """True where one side is true, unknown where neither is and one is unknown."""

    def value(row: Callable[[int], Cell]) -> Value:
        sides = (truth(left(row)), truth(right(row)))
        return True if True in sides else (None if None in sides else False)

    return value


def both(left: Term, right: Term) -> Term:
    """False where one side is false, unknown where neither is and one is unknown."""

    def value(row: Callable[[int], Cell]) -> Value:
        sides = (truth(left(row)), truth(right(row)))
        return False if False in sides else (None if None in sides else True)

    return value


def negation(term: Term) -> Term:
    """The contrary; what is unknown stays so."""

    def value(row: Callable[[int], Cell]) -> Value:
        holds = truth(term(row))
        return None if holds is None else not holds

    return value


def comparison(sign: str, left: Term, right: Term, decimal: str) -> Term:
    """Two values compared as numbers, else as days, else as texts; texts have no order."""
    return lambda row: compare(sign, left(row), right(row), decimal)


def among(left: Term, choices: Sequence[Term], decimal: str) -> Term:
    """Whether the value equals one of several."""

    def value(row: Callable[[int], Cell]) -> Value:
        here = left(row)
        if here is None:
            return None
        return any(compare("=", here, one(row), decimal) for one in choices)

    return value


def containing(left: Term, right: Term) -> Term:
    """Whether one text is a part of another, capitals aside."""

    def value(row: Callable[[int], Cell]) -> Value:
        whole, part = left(row), right(row)
        return None if whole is None or part is None else _tidy(part) in _tidy(whole)

    return value


def blank(term: Term, turned: bool) -> Term:
    """Whether there is nothing in a cell; turned round, whether there is something."""
    return lambda row: (term(row) is None) != turned


def arithmetic(sign: str, left: Term, right: Term, decimal: str) -> Term:
    """A sum, difference, product or quotient of numbers, or the days between two days; unknown for anything else."""

    def value(row: Callable[[int], Cell]) -> Value:
        one, other = left(row), right(row)
        a, b = _number(one, decimal), _number(other, decimal)
        if a is None or b is None:
            return _days_between(one, other) if sign == "-" else None
        return _calculated(sign, a, b)

    return value


def _calculated(sign: str, a: float, b: float) -> float | None:
    if sign == "/":
        return a / b if b else None
    return a + b if sign == "+" else a - b if sign == "-" else a * b


def _days_between(one: Value, other: Value) -> float | None:
    last, first = _day(one), _day(other)
    return float((last - first).days) if last and first else None


def compare(sign: str, left: Value, right: Value, decimal: str) -> bool | None:
    """Whether = ≠ < ≤ > ≥ holds; None where one side is unknown or two texts are asked for their order."""
    if left is None or right is None:
        return None
    if isinstance(left, bool) or isinstance(right, bool):
        return _ordered(sign, float(bool(truth(left))), float(bool(truth(right))))
    numbers = _number(left, decimal), _number(right, decimal)
    if numbers[0] is not None and numbers[1] is not None:
        return _ordered(sign, numbers[0], numbers[1])
    days = _day(left), _day(right)
    if days[0] and days[1]:
        return _ordered(sign, float(days[0].toordinal()), float(days[1].toordinal()))
    same = _tidy(left) == _tidy(right)
    return {"=": same, "≠": not same}.get(sign)


def _ordered(sign: str, a: float, b: float) -> bool:
    return {"=": a == b, "≠": a != b, "<": a < b, "≤": a <= b, ">": a > b, "≥": a >= b}[sign]


def truth(value: Value) -> bool | None:
    """Whether a value counts as true: a truth value itself, a yes, a number that is not 0."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, float):
        return value != 0
    from journeymapper.results.shares import NO, YES

    text = _tidy(value)
    return True if text in YES else False if text in NO else None


def shown(value: Value) -> str:
    """A value as a segment's name: truth as yes and no, what is unknown as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(as_text(value).split())


def unquoted(text: str) -> str:
    """A quoted text without its quotation marks; a backslash protects the character after it."""
    inner = text[1:-1]
    found: list[str] = []
    letters = iter(inner)
    for letter in letters:
        found.append(next(letters, "") if letter == "\\" else letter)
    return "".join(found)


def _number(value: Value, decimal: str) -> float | None:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, float):
        return value
    found = number(value, decimal)
    return labelled_number(value) if found is None else found


def _day(value: Value) -> date | None:
    return day(value, "") if isinstance(value, str) else None


def _tidy(value: Value) -> str:
    return " ".join(as_text(value).split()).casefold() if isinstance(value, str | float) else str(value).casefold()
