"""The figures on a card, row below row."""

from journeymapper.picture.figures import Figure
from journeymapper.picture.lanes.card_shape import SIGN_ROOM, CardStyle, CardText
from journeymapper.picture.lanes.card_style import indicative_words
from journeymapper.picture.primitives import Primitive, Weight
from journeymapper.picture.sheet import Sheet
from journeymapper.picture.symbols import line, sign, verdict_sign
from journeymapper.picture.type import baseline, fit, line_height, text_lines, text_run, text_width


class CardRows:
    """Writes a card's figures row below row."""

    def __init__(self, sheet: Sheet, style: CardStyle, top: float) -> None:
        self.sheet, self.style, self.top = sheet, style, top
        self.items: list[Primitive] = []
        self.cut = False

    def write(self, text: CardText) -> None:
        """The rows of a figure, as many as the level of detail asks for."""
        assert text.score is not None
        theme, words = self.sheet.theme, text.figure
        colour = theme.verdict_colour(text.score)
        if self.sheet.view.detail == "brief":
            self.signed(text, words.value, self.style.value_size, "bold")
            return
        self.value(words, colour)
        self.gap(text)
        if self.sheet.view.detail == "full":
            self.small(words.interval)
        self.small(words.n)
        words_below = indicative_words(self.sheet, text, self.style.inner, self.style.small)
        self.items += text_lines(words_below, self.style.pad, self.top, "regular", theme.sub)
        self.top += words_below.height
        for other in text.more:
            self.small(f"{other.word} {other.value}".strip())

    def value(self, words: Figure, colour: str) -> None:
        """The metric's short name and the value, on one line where they fit."""
        style, sheet = self.style, self.sheet
        left = style.pad
        if style.joined and words.word:
            word = text_run(words.word, left, self._baseline(style.value_size), style.word_size, "semibold", colour)
            self.items.append(word)
            left += word.width + text_width("  ", style.value_size, "bold") * 0.7
        elif not style.joined:
            word_lines = fit(
                words.word, style.inner, style.word_height, style.word_size, "semibold", sheet.content, sheet.floor, 2
            )
            self.items += text_lines(
                word_lines, left, self.top + style.word_height - word_lines.height, "semibold", colour
            )
            self.cut = self.cut or word_lines.cut
            self.top += style.word_height
        self._run(words.value, left, style.value_size, "bold", colour)
        self.top += 2

    def gap(self, text: CardText) -> None:
        """Sign and gap, then the target behind a short dashed line, as in the score lane."""
        words, style = text.figure, self.style
        self.signed(text, words.gap, style.small, "semibold", advance=not style.aside)
        if words.target:
            x = style.pad
            if style.aside:
                x += SIGN_ROOM + text_width(words.gap + "  ", style.small, "semibold")
            y = self.top + line_height(style.small) / 2
            self.items.append(line(x, y, x + SIGN_ROOM - 3, y, self.sheet.theme.ink, 1.2, (2.0, 1.0)))
            self._run(words.target, x + SIGN_ROOM, style.small, "regular", self.sheet.theme.sub)
        else:
            self.top += line_height(style.small)

    def signed(self, text: CardText, words: str, size: float, weight: Weight, advance: bool = True) -> None:
        """The verdict's sign and a text."""
        theme, style = self.sheet.theme, self.style
        colour = theme.verdict_colour(text.score)
        y = self.top + line_height(size) / 2
        self.items.append(sign(verdict_sign(text.score), style.pad + 3.5, y, 7.5, colour, theme.card))
        at = self.top
        self._run(words, style.pad + SIGN_ROOM, size, weight, colour)
        if not advance:
            self.top = at

    def small(self, words: str) -> None:
        """A row in small type, left out when empty."""
        if words:
            self._run(words, self.style.pad, self.style.small, "regular", self.sheet.theme.sub)

    def _baseline(self, size: float) -> float:
        return baseline(self.top, size)

    def _run(self, words: str, x: float, size: float, weight: Weight, colour: str) -> None:
        """One line inside the card from `x`; shrunk, then cut."""
        room = self.style.pad + self.style.inner - x
        line_box = fit(words, max(room, 1.0), line_height(size), size, weight, self.sheet.reader, self.sheet.floor, 1)
        shift = (line_height(size) - line_height(line_box.size)) / 2
        self.items += text_lines(line_box, x, self.top + shift, weight, colour)
        self.cut = self.cut or line_box.cut
        self.top += line_height(size)
