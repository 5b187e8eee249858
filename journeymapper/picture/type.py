"""Text as it will stand: measured with Inter's own advances, broken into lines, fitted into boxes. Painters never wrap.

`language` is everywhere the code of the language that the text is written in: words part by its rule.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

import msgspec

from journeymapper.picture.hyphenation import SOFT_HYPHEN, soft_points, syllable_points
from journeymapper.picture.letters import FIRST_WIDE, font, foreign_ems, is_wide, may_part, printable
from journeymapper.picture.primitives import Text, Weight

ELLIPSIS = "…"
LEADING = 1.22
SHRINK_STEP = 0.5
MUCH_SMALLER = 0.8
ROUGH = frozenset(("en",))
MUCH = 0.5
"""Units by which all may be smaller for the sake of a few."""
LONGEST_LINE = 2000
"""Characters; what is longer is first looked at in part, so that a text without a space takes no ages."""
BREAKS_AFTER = "-‐–—/"


class Wrapped(msgspec.Struct, frozen=True):
    """Lines of a text at a size; `cut` when an ellipsis stands for the rest, `torn` when a word is parted anywhere."""

    lines: tuple[str, ...]
    cut: bool
    size: float
    torn: bool = False

    @property
    def height(self) -> float:
        """The height of all lines."""
        return line_height(self.size) * len(self.lines)


def line_height(size: float) -> float:
    """From baseline to baseline."""
    return size * LEADING


def baseline(top: float, size: float) -> float:
    """The baseline of a line whose line box begins at `top`."""
    metrics = font("regular")
    slack = line_height(size) - (metrics.ascent - metrics.descent) * size
    return top + slack / 2 + metrics.ascent * size


@lru_cache(maxsize=65536)
def _ems(text: str, weight: Weight) -> float:
    advances = font(weight).advances
    return sum(advances.get(ord(char)) or foreign_ems(char) for char in text if char != SOFT_HYPHEN)


def text_width(text: str, size: float, weight: Weight = "regular") -> float:
    """The advance of a printable text, without kerning; soft hyphens are not drawn."""
    return _ems(text, weight) * size


def text_run(text: str, x: float, y: float, size: float, weight: Weight = "regular", fill: str = "#1B2430") -> Text:
    """A run of text from its left end on its baseline."""
    drawn = printable(text)
    return Text(x=x, y=y, text=drawn, size=size, width=text_width(drawn, size, weight), weight=weight, fill=fill)


def text_lines(wrapped: Wrapped, x: float, top: float, weight: Weight = "regular", fill: str = "#1B2430",
               *, centred: float = 0.0) -> list[Text]:  # fmt: skip
    """The runs of broken lines below `top`; with `centred`, each in the middle of that width."""
    runs = []
    for index, line in enumerate(wrapped.lines):
        y = baseline(top + index * line_height(wrapped.size), wrapped.size)
        indent = max(0.0, (centred - text_width(line, wrapped.size, weight)) / 2) if centred else 0.0
        runs.append(text_run(line, x + indent, y, wrapped.size, weight, fill))
    return runs


def with_halo(run: Text, colour: str) -> Text:
    """A run with a patch of a colour behind its letters."""
    return msgspec.structs.replace(run, halo=colour)


def shared_size(sizes: Iterable[float], largest: float, share: float = 0.9) -> float:
    """One size for all texts of a kind: the smallest that one of them needs, so that none is cut.

    A few texts, up to the rest of the `share`, that need much smaller type than the others do not count; they are cut.
    """
    found = list(sizes)
    most, least = most_common(found, largest, share), min(found, default=largest)
    return least if least >= most - MUCH else most


def common_size(texts: Iterable[str], width: float, height: float, style: tuple[float, Weight], language: str,
                floor: float, share: float = 0.9) -> float:  # fmt: skip
    """The size at which `share` of the texts fit a box: one size for all of a kind, unless a few are very long."""
    return most_common((fit(text, width, height, *style, language, floor).size for text in texts), style[0], share)


def most_common(sizes: Iterable[float], largest: float, share: float = 0.9) -> float:
    """The largest size that a share of the texts can have, of the sizes that they fit their box at."""
    ordered = sorted(sizes, reverse=True)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else largest


def halo_box(run: Text) -> tuple[float, float, float, float]:
    """x, y, width and height of the patch that a painter fills with a run's halo colour, behind the letters."""
    return run.x - 1.5, run.y - 0.82 * run.size, run.width + 3.0, 1.04 * run.size


class _Word(msgspec.Struct, frozen=True):
    """A word and its break points: (place, hyphen to draw there), of which `often` hyphens may be used.

    An `eager` word fills the line that others began.
    """

    text: str
    breaks: tuple[tuple[int, str], ...]
    eager: bool
    often: int


# From strict to loose: whole words; at the user's soft hyphens; once a word at a syllable; the same, filling lines;
# at any syllable; anywhere.
LOOSENESS = ("words", "soft", "once", "fill", "syllables", "anywhere")
LEAST_HEAD, LEAST_TAIL = 3, 4


def _words(text: str, looseness: str, language: str) -> list[_Word]:
    return [_word(raw, looseness, language) for raw in printable(text, True).split(" ") if raw]


def _word(raw: str, looseness: str, language: str) -> _Word:
    clean, soft = soft_points(raw)
    breaks = {i + 1: "" for i, char in enumerate(clean[:-1]) if char in BREAKS_AFTER and i > 0}
    breaks |= dict.fromkeys(_between_signs(clean), "")
    if looseness == "anywhere":
        breaks |= {place: "" for place in range(1, len(clean)) if may_part(clean, place)}
    if looseness != "words":
        breaks |= dict.fromkeys(soft, "-")
    if looseness not in ("words", "soft"):
        breaks |= {place: "-" for place in _syllables(clean, soft, language)}
    often = 1 if looseness in ("once", "fill") and not soft else len(clean)
    return _Word(clean, tuple(sorted(breaks.items())), looseness == "fill", often)


def _between_signs(clean: str) -> list[int]:
    """The places beside ideograms and emoji, but before punctuation of theirs and within one sign."""
    if max(clean, default="") < FIRST_WIDE:
        return []
    beside = (place for place in range(1, len(clean)) if is_wide(clean[place - 1]) or is_wide(clean[place]))
    return [place for place in beside if may_part(clean, place) and unicodedata.category(clean[place])[0] != "P"]


def _syllables(clean: str, soft: tuple[int, ...], language: str) -> list[int]:
    """Syllables of the parts between soft hyphens, which know where a compound's words meet."""
    edges = (0, *soft, len(clean))
    places = (a + p for a, b in pairwise(edges) for p in syllable_points(clean[a:b], language))
    return [place for place in places if LEAST_HEAD <= place <= len(clean) - LEAST_TAIL]


class _Lines:
    """Greedy filling of lines of one width; stops after `limit` lines and remembers that something is left."""

    def __init__(self, width: float, size: float, weight: Weight, limit: int) -> None:
        self.width, self.size, self.weight, self.limit = width, size, weight, limit
        self.lines: list[str] = []
        self.line = ""
        self.too_wide = False

    def fits(self, text: str) -> bool:
        return text_width(text, self.size, self.weight) <= self.width + 1e-6

    def end_line(self) -> None:
        self.lines.append(self.line)
        self.line = ""

    def add(self, word: _Word) -> None:
        joined = f"{self.line} {word.text}" if self.line else word.text
        if self.fits(joined):
            self.line = joined
            return
        if self.line and not word.eager and (self.fits(word.text) or not word.breaks):
            self.end_line()
            self.line = word.text
            self.too_wide = self.too_wide or not self.fits(word.text)
            return
        self._add_in_parts(word)

    def _add_in_parts(self, word: _Word) -> None:
        start = hyphens = 0
        while True:
            lead = f"{self.line} " if self.line else ""
            rest = lead + word.text[start:]
            if self.fits(rest[:LONGEST_LINE]) and self.fits(rest):
                self.line = rest
                return
            fitting = self._fitting(word, start, lead)
            if fitting:
                place, hyphen = self._best(fitting)
                self.line = lead + word.text[start:place] + hyphen
                start = place
                hyphens += len(hyphen)
                self.too_wide = self.too_wide or hyphens > word.often
                self.end_line()
            elif self.line:
                self.end_line()
            else:
                start = self._overflow(word, start)
                if start == len(word.text):
                    return
            if len(self.lines) > self.limit:
                return

    def _fitting(self, word: _Word, start: int, lead: str) -> list[tuple[int, str]]:
        """The breaks after `start` up to which the word fits; none is tried after the first that is too far."""
        found: list[tuple[int, str]] = []
        for place, hyphen in word.breaks[bisect_right(word.breaks, (start, "\uffff")) :]:
            part = lead + word.text[start:place]
            if self.fits(part + hyphen):
                found.append((place, hyphen))
            elif not self.fits(part):
                break
        return found

    @staticmethod
    def _best(fitting: list[tuple[int, str]]) -> tuple[int, str]:
        """The last place, but a place with a hyphen or after a dash before a break in mid-syllable."""
        hyphened = [item for item in fitting if item[1]]
        return hyphened[-1] if hyphened and hyphened[-1][0] * 2 >= fitting[-1][0] else fitting[-1]

    def _overflow(self, word: _Word, start: int) -> int:
        """Nothing fits: the shortest part stands alone in its line."""
        later = bisect_right(word.breaks, (start, "\uffff"))
        place, hyphen = word.breaks[later] if later < len(word.breaks) else (len(word.text), "")
        self.line = word.text[start:place] + hyphen
        self.too_wide = True
        if place < len(word.text):
            self.end_line()
        return place


def _break(text: str, width: float, size: float, weight: Weight, limit: int, how: tuple[str, str]) -> _Lines:
    looseness, language = how
    filled = _Lines(width, size, weight, limit)
    for word in _words(text, looseness, language):
        filled.add(word)
        if len(filled.lines) > limit:
            break
    if filled.line:
        filled.end_line()
    return filled


@lru_cache(maxsize=32768)
def wrap(text: str, width: float, size: float, weight: Weight = "regular", max_lines: int = 1000,
         language: str = "en") -> Wrapped:  # fmt: skip
    """Lines of at most `width` at one size; what does not fit into `max_lines` is cut with an ellipsis."""
    for looseness in LOOSENESS:
        filled = _break(text, width, size, weight, max_lines, (looseness, language))
        if not filled.too_wide and len(filled.lines) <= max_lines:
            return Wrapped(tuple(filled.lines), False, size, looseness == "anywhere")
    for looseness in LOOSENESS[3:]:
        filled = _break(text, width, size, weight, max_lines, (looseness, language))
        if not filled.too_wide:
            break
    return Wrapped(_cut(filled, max_lines), True, size)


def _cut(filled: _Lines, max_lines: int) -> tuple[str, ...]:
    """The first lines, each inside the width, the last ending in an ellipsis."""
    kept = filled.lines[: max(max_lines, 1)] or [""]
    return (*(line if filled.fits(line) else _shorten(line, filled) for line in kept[:-1]), _shorten(kept[-1], filled))


def _shorten(line: str, filled: _Lines) -> str:
    stem = line
    while stem and not filled.fits(stem.rstrip(" -") + ELLIPSIS):
        stem = stem[:-1]
    return stem.rstrip(" -") + ELLIPSIS


@lru_cache(maxsize=32768)
def fit(text: str, width: float, height: float, size: float, weight: Weight = "regular", language: str = "en",
        floor: float = 7.0, max_lines: int = 1000) -> Wrapped:  # fmt: skip
    """A text in a box: wrapped, then hyphenated, then shrunk to `floor`, then cut with an ellipsis.

    A word is parted twice only when much smaller type does not help; an English one, whose rule is rough, only when
    somewhat smaller type does not. A `floor` above `size` is the size.
    """
    size = max(size, floor)
    if language in ROUGH and (whole := _whole(text, (width, height), size, weight, max_lines, floor)) is not None:
        return whole
    for step in LOOSENESS[:4]:
        fitted = _fitted(text, (width, height), size, weight, max_lines, (step, language))
        if fitted is not None:
            return fitted
    smaller = size - SHRINK_STEP
    while smaller >= floor:
        for step in ("once", "fill", "syllables")[: 3 if smaller <= MUCH_SMALLER * size else 2]:
            fitted = _fitted(text, (width, height), smaller, weight, max_lines, (step, language))
            if fitted is not None:
                return fitted
        smaller -= SHRINK_STEP
    return wrap(text, width, floor, weight, _lines_in(height, floor, max_lines), language)


def _whole(text: str, box: tuple[float, float], size: float, weight: Weight, max_lines: int,
           floor: float) -> Wrapped | None:  # fmt: skip
    """The text in whole words, in type that is not much smaller."""
    least = max(floor, MUCH_SMALLER * size)
    while size >= least - 1e-6:
        for step in LOOSENESS[:2]:
            fitted = _fitted(text, box, size, weight, max_lines, (step, ""))
            if fitted is not None:
                return fitted
        size -= SHRINK_STEP
    return None


def _fitted(text: str, box: tuple[float, float], size: float, weight: Weight, max_lines: int,
            how: tuple[str, str]) -> Wrapped | None:  # fmt: skip
    limit = _lines_in(box[1], size, max_lines)
    if line_height(size) > box[1] + 1e-6:
        return None
    filled = _break(text, box[0], size, weight, limit, how)
    if filled.too_wide or len(filled.lines) > limit:
        return None
    return Wrapped(tuple(filled.lines), False, size)


def _lines_in(height: float, size: float, max_lines: int) -> int:
    return max(1, min(max_lines, int((height + 1e-6) / line_height(size))))
