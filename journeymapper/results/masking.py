"""Masks what tells who wrote a comment or whom it is about: addresses, numbers, identity codes, plates, names.

Nothing finds every name: whoever passes comments on reads them first. It errs on the side of masking too much.
"""

import re
from collections.abc import Iterable

from journeymapper.results.name_finding import without_names

MASK = "•••"
_EMAIL = re.compile(r"[\w.+'-]+(?:\s?@\s?|\s?[(\[]\s?(?:at|ät|@)\s?[)\]]\s?)[\w-]+(?:\.[\w-]+)+")
_IDENTITY = re.compile(r"(?<!\w)[0-3][0-9][01][0-9]{3}\s?[-+−–A-FU-Ya-fu-y]\s?[0-9]{3}[0-9A-Ya-y](?!\w)")
_BETWEEN = "0-9 ()/.\N{NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}–-"
_DIGITS = re.compile(rf"(?<![\w.,])(?:\+|\(\+?)?[0-9][{_BETWEEN}]{{5,}}[0-9](?!\w)")
_DAY = re.compile(
    r"[0-9]{1,2}\.\s?[0-9]{1,2}\.\s?[0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|"
    r"(?:19|20)[0-9]{2}\s?[–-]\s?(?:19|20)[0-9]{2}"
)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[  .][0-9]{3})+")
_STREET = re.compile(
    r"\b[A-ZÅÄÖ][\w-]*(?:tie|katu|kuja|polku|kaari|väylä|raitti|aukio|gatan|vägen|gränden|straße|strasse)\s+[0-9]+"
    r"(?:\s?[A-Za-z](?:\s?[0-9]+)?)?\b|\b[0-9]+[A-Za-z]?\s+[A-Z]\w+\s(?:Street|Road|Avenue|Lane|Drive|St|Rd|Ave)\b"
)
_TOWN = re.compile(r"(?:(?<=•,\s)|(?<=•\s))(?:FI-|SE-)?[0-9]{3} ?[0-9]{2}\s+(?=[A-ZÅÄÖ])")
_PLATE = re.compile(r"\b[A-ZÅÄÖ]{3}-[0-9]{1,3}\b")
_WORD = r"[A-ZÅÄÖÆØÉÜŠŽ][\w’'-]+"
_SURNAME = rf"(?:\s+(?:{_WORD}|[A-ZÅÄÖ]\.)){{0,2}}"
_TITLES = r"Mr|Mrs|Ms|Miss|Dr|Prof|herra|rouva|neiti|tohtori|hra|rva|nti|fru|herr|fröken|Frau|Herr"
_ROLES = (
    r"asentaja|työnjohtaja|myyjä|asiakaspalvelija|asiakasneuvoja|lääkäri|hoitaja|esihenkilö|päällikkö|virkailija|"
    r"kuljettaja|insinööri|teknikko|installer|engineer|manager|driver|nurse|doctor|foreman|säljaren?|montören?|chefen?"
)
_TITLED = re.compile(rf"\b(?P<kept>(?:{_TITLES}|(?i:{_ROLES}))\.?\s+)(?P<name>{_WORD}{_SURNAME})")
_OPENINGS = (
    r"my name is|this is|i am called|nimeni on|nimi on|olen nimeltäni|jag heter|mitt namn är|ich heiße|mein name ist"
)
_CLOSINGS = (
    r"regards|best regards|sincerely|yours|terveisin|ystävällisin terveisin|terv|yt|t|hälsningar|mvh|"
    r"med vänlig hälsning|grüße"
)
_INTRODUCED = re.compile(rf"(?P<kept>\b(?i:{_OPENINGS})\s+|\b(?i:{_CLOSINGS})[.,:]?\s+)(?P<name>{_WORD}{_SURNAME})")
_SURNAMES = re.compile(r"(?<=[a-zåäö,;] )[A-ZÅÄÖ][a-zåäö]{2,}(?:nen|sen|selle|seltä|sella|sellä|sesta|sestä)\b")


def mask(text: str, people: Iterable[str] = ()) -> str:
    """The text without e-mail and street addresses, phone and other long numbers, Finnish identity codes, and names.

    `people` are names that the row itself gives, in one column or several.
    """
    text = _EMAIL.sub(MASK, text)
    text = _IDENTITY.sub(MASK, text)
    text = _DIGITS.sub(_number, text)
    for place in (_STREET, _TOWN, _PLATE):
        text = place.sub(lambda found: MASK + (" " if found.group().endswith(" ") else ""), text)
    for name in {part for person in people for part in person.split() if len(part) > 2}:
        text = re.sub(rf"\b{re.escape(name)}\w{{0,4}}\b", MASK, text, flags=re.IGNORECASE)
    text = _TITLED.sub(rf"\g<kept>{MASK}", text)
    text = _INTRODUCED.sub(rf"\g<kept>{MASK}", text)
    return _SURNAMES.sub(MASK, without_names(text, MASK))


def _number(found: "re.Match[str]") -> str:
    """A phone number, or any number so long that it points to somebody; days and round sums stay."""
    text = found.group()
    digits = sum(letter.isdigit() for letter in text)
    harmless = _DAY.fullmatch(text.strip()) or _GROUPED.fullmatch(text.strip())
    return text if digits < 7 or harmless else MASK
