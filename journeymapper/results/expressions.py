"""The small language of rules and filters: comparisons, and/or/not, in, is blank, arithmetic, … if … else ….

Read by its own parser into functions of a row; nothing is ever handed to Python's own. A word is a column, as is
whatever stands in [brackets] or `backticks`; a text stands in 'quotes' or "double ones".
"""

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from journeymapper.model.messages import Refusal
from journeymapper.results import expression_values as values
from journeymapper.results.expression_values import Value
from journeymapper.results.readers.cells import Cell

Row = Callable[[int], Cell]
"""The cell of a row in the column of that number."""
Term = Callable[[Row], Value]

LONGEST = 4000
DEEPEST = 60
COMPARISONS = {
    **dict.fromkeys(("==", "="), "="),
    **dict.fromkeys(("!=", "<>", "≠"), "≠"),
    **dict.fromkeys(("<=", "≤"), "≤"),
    **dict.fromkeys((">=", "≥"), "≥"),
    **{"<": "<", ">": ">"},
}
WORDS = frozenset(("and", "or", "not", "in", "is", "blank", "contains", "if", "else", "true", "false"))
_TOKEN = re.compile(
    r"""\s*(?:(?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?P<column>\[[^\]]+\]|`[^`]+`)"""
    r"""|(?P<number>[0-9]+(?:\.[0-9]+)?(?![\w.]))|(?P<word>[^\W]\w*(?:\.\w+)*)"""
    r"""|(?P<sign>==|!=|<>|<=|>=|≤|≥|≠|[=<>(),+\-*/]))"""
)


class Token(msgspec.Struct, frozen=True):
    """A part of an expression: its kind, its text, and where it begins."""

    kind: str
    text: str
    place: int


class Expression(msgspec.Struct, frozen=True):
    """A compiled expression: the columns that it reads, by number, and its value in a row."""

    columns: tuple[int, ...]
    value: Term


def compile_expression(text: str, names: Sequence[str], decimal: str = ".", *, file: str = "") -> Expression:
    """The expression over columns of these names; raises Refusal, with the place, for what cannot be understood."""
    if len(text) > LONGEST:
        raise Refusal("An expression has at most {limit} characters.", limit=LONGEST)
    parser = _Parser(text, list(_tokens(text)), names, decimal, file)
    value = parser.whole()
    return Expression(tuple(dict.fromkeys(parser.used)), value)


def columns_in(text: str, names: Sequence[str], *, file: str = "") -> tuple[str, ...]:
    """The columns that an expression reads, by name; raises Refusal as `compile_expression` does."""
    return tuple(names[index] for index in compile_expression(text, names, file=file).columns)


def _tokens(text: str) -> Iterator[Token]:
    place = 0
    end = len(text.rstrip())
    while place < end:
        found = _TOKEN.match(text, place)
        if not found:
            raise _unclear(text, place)
        kind = str(found.lastgroup)
        yield Token(kind, found.group(kind), found.start(kind))
        place = found.end()


def _unclear(text: str, place: int) -> Refusal:
    rest = text[place:].strip()[:20] or "–"
    return Refusal("“{expression}” cannot be understood at: {rest}", expression=text[:80], rest=rest)


class _Parser:
    """Recursive descent; each method reads one kind of phrase and returns its function of a row."""

    def __init__(self, text: str, tokens: list[Token], names: Sequence[str], decimal: str, file: str) -> None:
        self._text, self._tokens, self._names, self._decimal, self._file = text, tokens, names, decimal, file
        self._place = self._depth = 0
        self.used: list[int] = []

    def whole(self) -> Term:
        """The whole expression, to its last token."""
        value = self._choice()
        if self._place < len(self._tokens):
            raise self._problem()
        return value

    # tokens

    def _problem(self) -> Refusal:
        here = self._tokens[self._place].place if self._place < len(self._tokens) else len(self._text)
        return _unclear(self._text, here)

    def _peek(self) -> str:
        """The next word in lower case, or the next sign; empty at the end and before values."""
        if self._place == len(self._tokens):
            return ""
        token = self._tokens[self._place]
        return token.text.casefold() if token.kind in ("word", "sign") else ""

    def _take(self, *wanted: str) -> str:
        """The next word or sign if it is one of those wanted, else an empty text."""
        found = self._peek()
        if found not in wanted:
            return ""
        self._place += 1
        return found

    def _expect(self, wanted: str) -> None:
        if not self._take(wanted):
            raise self._problem()

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._problem()

    # phrases, from the loosest to the tightest

    def _choice(self) -> Term:
        self._deeper()
        value = self._either()
        if self._take("if"):
            condition = self._either()
            self._expect("else")
            value = values.choice(condition, value, self._choice())
        self._depth -= 1
        return value

    def _either(self) -> Term:
        value = self._both()
        while self._take("or"):
            value = values.either(value, self._both())
        return value

    def _both(self) -> Term:
        value = self._negation()
        while self._take("and"):
            value = values.both(value, self._negation())
        return value

    def _negation(self) -> Term:
        turns = 0
        while self._take("not"):
            turns += 1
        value = self._comparison()
        return values.negation(value) if turns % 2 else value

    def _comparison(self) -> Term:
        left = self._side()
        if sign := self._take(*COMPARISONS):
            return values.comparison(COMPARISONS[sign], left, self._sum(), self._decimal)
        if self._take("contains"):
            return values.containing(left, self._sum())
        if self._take("is"):
            turned = bool(self._take("not"))
            self._expect("blank")
            return values.blank(left, turned)
        turned = bool(self._take("not"))
        if self._take("in"):
            return self._membership(left, turned)
        if turned:
            raise self._problem()
        return left

    def _side(self) -> Term:
        """The left side of a comparison; a text there that is a column's name is that column."""
        here = self._tokens[self._place] if self._place < len(self._tokens) else None
        if here and here.kind == "text" and values.unquoted(here.text) in self._names:
            self._place += 1
            return self._column(values.unquoted(here.text))
        return self._sum()

    def _membership(self, left: Term, turned: bool) -> Term:
        self._expect("(")
        among = [self._sum()]
        while self._take(","):
            among.append(self._sum())
        self._expect(")")
        found = values.among(left, among, self._decimal)
        return values.negation(found) if turned else found

    def _sum(self) -> Term:
        value = self._product()
        while sign := self._take("+", "-"):
            value = values.arithmetic(sign, value, self._product(), self._decimal)
        return value

    def _product(self) -> Term:
        value = self._atom()
        while sign := self._take("*", "/"):
            value = values.arithmetic(sign, value, self._atom(), self._decimal)
        return value

    def _atom(self) -> Term:
        if self._take("("):
            value = self._choice()
            self._expect(")")
            return value
        if self._take("-"):
            self._deeper()
            return values.arithmetic("-", values.constant(0.0), self._atom(), self._decimal)
        if word := self._take("true", "false"):
            return values.constant(word == "true")
        if self._place == len(self._tokens) or self._peek() in WORDS:
            raise self._problem()
        return self._value(self._tokens[self._place])

    def _value(self, token: Token) -> Term:
        if token.kind == "sign":
            raise self._problem()
        self._place += 1
        if token.kind == "number":
            return values.constant(float(token.text))
        if token.kind == "text":
            return values.constant(values.unquoted(token.text))
        return self._column(token.text if token.kind == "word" else token.text[1:-1])

    def _column(self, name: str) -> Term:
        from journeymapper.results.matching import column_index

        index = column_index(self._names, name, self._file or self._text[:40])
        self.used.append(index)
        return values.column(index)
