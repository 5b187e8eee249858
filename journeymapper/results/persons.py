"""Columns that tell who somebody is: by their names, or by what is in them."""

import re

from journeymapper.model.messages import Message
from journeymapper.results.inspection import ColumnKind
from journeymapper.results.piles import Pile

SHARE = 0.5
SAMPLE = 500
_NAMES = re.compile(
    r"e-?mail.*|.*e-?mail ?address.*|sähköposti.*|e-?post.*|first ?name|last ?name|surname|full ?name|etunimi|sukunimi|"
    r"koko nimi|förnamn|efternamn|vorname|nachname|phone.*|telephone.*|mobile.*|puhelin.*|matkapuhelin.*|telefon.*|"
    r"(?:street |postal |home )?address|(?:katu|posti|koti)?osoite|adress|anschrift|henkilötunnus|hetu|personnummer|"
    r"ip ?address|ip-osoite|date of birth|syntymäaika|name|nimi|namn"
)
_CONTENTS: tuple[tuple[re.Pattern[str], Message], ...] = (
    (re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}"), Message("its cells are e-mail addresses")),
    (re.compile(r"[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-FHJ-NPR-Y]"), Message("its cells are personal identity codes")),
    (re.compile(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}"), Message("its cells are network addresses")),
    (re.compile(r"(?:\+|00)[0-9]{1,3}[\s().-]*(?:[0-9][\s().-]*){6,12}|0[0-9]{1,3}[\s-]+[0-9][0-9\s-]{4,10}"),
     Message("its cells are telephone numbers")),
)  # fmt: skip


def personal_reason(name: str, pile: Pile, kind: ColumnKind) -> Message | None:
    """Why a column tells who somebody is; None where it does not."""
    texts = [cell.strip() for cell in list(pile.values)[:SAMPLE] if isinstance(cell, str)]
    for pattern, reason in _CONTENTS:
        if texts and sum(pattern.fullmatch(text) is not None for text in texts) > SHARE * len(texts):
            return reason
    tidy = " ".join(name.casefold().replace("_", " ").split()).rstrip(":")
    if kind in ("text", "id", "empty") and _NAMES.fullmatch(tidy):
        return Message("its name")
    return None
