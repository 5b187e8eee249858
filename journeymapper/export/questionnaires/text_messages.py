"""A questionnaire as a text message, and what it costs in characters and segments (3GPP TS 23.038 and 23.040)."""

import msgspec

from journeymapper.export.questionnaires.form import Form, Item
from journeymapper.language.language import language as language_of
from journeymapper.model.messages import Refusal

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_DOUBLE = frozenset("\f^{}\\[~]|€")
ONE_GSM, MANY_GSM = 160, 153
ONE_UCS, MANY_UCS = 70, 67


class TextLength(msgspec.Struct, frozen=True, kw_only=True):
    """How long a text message is: units of its alphabet, segments, and the characters that force UCS-2."""

    alphabet: str
    units: int
    segments: int
    foreign: tuple[str, ...] = ()


def text_length(text: str) -> TextLength:
    """GSM-7 where all characters are in its alphabet (its second table counts double), else UCS-2 in UTF-16 units.

    A segment holds 160 or, of several, 153 units of GSM-7; of UCS-2 70 or 67. No pair is parted between two segments.
    """
    foreign = tuple(dict.fromkeys(letter for letter in text if letter not in GSM and letter not in GSM_DOUBLE))
    if foreign:
        sizes = [len(letter.encode("utf-16-le")) // 2 for letter in text]
        return TextLength(
            alphabet="UCS-2", units=sum(sizes), segments=_segments(sizes, ONE_UCS, MANY_UCS), foreign=foreign
        )
    sizes = [2 if letter in GSM_DOUBLE else 1 for letter in text]
    return TextLength(alphabet="GSM-7", units=sum(sizes), segments=_segments(sizes, ONE_GSM, MANY_GSM))


def _segments(sizes: list[int], one: int, many: int) -> int:
    if sum(sizes) <= one:
        return 1 if sizes else 0
    segments, room = 1, many
    for size in sizes:
        if size > room:
            segments, room = segments + 1, many
        room -= size
    return segments


def text_message(form: Form, language: str, url: str = "") -> str:
    """The message: one question is answered with a number or word; several, or those with a link, behind the link."""
    words = form.words[language]
    measured = [item for item in form.items if item.point]
    if url:
        return _line(words.intro or form.title(language), url)
    if len(measured) > 1:
        raise Refusal("{name} asks {n} questions; a text message needs a link to them.", name=form.id, n=len(measured))
    item = measured[0]
    return _line(words.intro, item.texts[language], _how(item, language))


def _how(item: Item, language: str) -> str:
    """How to answer: `Reply with a number: 1 = strongly disagree, 5 = strongly agree.`"""
    spoken = language_of(language)
    if not item.choices:
        return spoken.text("Reply with a number.")
    numbered = [choice for choice in item.choices if choice.value is not None]
    if numbered:
        ends = (numbered[0], numbered[-1])
        scale = ", ".join(f"{choice.value} = {choice.texts[language]}" for choice in ends)
        return spoken.text("Reply with a number: {scale}.", scale=scale)
    scale = " / ".join(choice.texts[language] for choice in item.choices)
    return spoken.text("Reply: {scale}.", scale=scale)


def _line(*parts: str) -> str:
    """The parts on one line, with the characters that a phone's plain alphabet has in place of finer ones."""
    text = " ".join(" ".join(part.split()) for part in parts if part)
    for fine, plain in (
        ("…", "..."),
        ("–", "-"),
        ("—", "-"),
        ("−", "-"),
        ("“", '"'),
        ("”", '"'),
        ("’", "'"),
        ("\xa0", " "),
    ):
        text = text.replace(fine, plain)
    return text
