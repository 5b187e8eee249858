"""Columns that tell who somebody is: by their names, or by what is in them. The one list for all who must know."""

import re
from collections import Counter
from collections.abc import Sequence

from journeymapper.model.messages import Message
from journeymapper.results.inspection import ColumnKind
from journeymapper.results.piles import Pile
from journeymapper.results.readers.cells import Cell, is_blank

SHARE = 0.5
SAMPLE = 500
_WHO = (
    "customer|contact|client|respondent|recipient|requester|requestor|reviewer|author|user|agent|assignee|caller|guest|"
    "patient|employee|member|owner|submitter|sender|account holder|display|screen|person"
)
_WHOSE = "asiakkaan|vastaajan|yhteyshenkilön|käyttäjän|käsittelijän|kirjoittajan|soittajan|tilaajan|henkilön"
_NAMES = re.compile(
    rf"(?:(?:{_WHO})(?:'s|s)? )?(?:first|last|full|given|family|middle|sur)? ?names?|(?:{_WHOSE}) nimi|"
    r"contact|contact person|reviewer|requester|requestor|assignee|author|submitter|caller|respondent|username|"
    r"nick ?name|nimi|etunimi|sukunimi|koko nimi|yhteyshenkilö|vastaaja|käsittelijä|kirjoittaja|arvostelija|soittaja|"
    r"käyttäjätunnus|käyttäjänimi|nimimerkki|namn|förnamn|efternamn|kontaktperson|kundens namn|användarnamn|"
    r"handläggare|recensent|vorname|nachname|ansprechpartner|benutzername|bearbeiter|rezensent|verfasser"
)
_OTHERS = re.compile(
    r"(?:\S+ ){0,2}e-?mails?(?: ?address(?:es)?)?|(?:\S+ ){0,2}sähköposti\S*|e-?post(?:adress)?|"
    r"(?:\S+ ){0,2}(?:tele)?(?:phone|mobile|puhelin|matkapuhelin|telefon|mobil)\S*(?: (?:number|no|nro|numero))?|"
    r"(?:street |postal |home |billing |shipping )?address(?: line)?(?: ?[12])?|(?:katu|posti|koti|lähi)?osoite|adress|"
    r"anschrift|henkilötunnus|hetu|personnummer|social security(?: number)?|ssn|passport(?: number)?|"
    r"ip(?:[ -]?address|-osoite|[ -]?adresse)?|date of birth|birth ?date|dob|syntymäaika|födelsedatum|geburtsdatum"
)
_CAMEL = re.compile(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])")
_CONTENTS: tuple[tuple[re.Pattern[str], Message], ...] = (
    (re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}"), Message("its cells are e-mail addresses")),
    (re.compile(r"[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-FHJ-NPR-Y]"), Message("its cells are personal identity codes")),
    (re.compile(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}"), Message("its cells are network addresses")),
    (re.compile(r"(?:\+|00)[0-9]{1,3}[\s().-]*(?:[0-9][\s().-]*){6,12}|0[0-9]{1,3}[\s-]+[0-9][0-9\s-]{4,10}"),
     Message("its cells are telephone numbers")),
)  # fmt: skip


def name_columns(names: Sequence[str]) -> list[str]:
    """The columns of a file that hold names of persons, by what they are called."""
    return [name for name in names if _is_called(name, _NAMES)]


def called_personal(name: str) -> bool:
    """Whether a column is called as one that tells who somebody is."""
    return _is_called(name, _NAMES) or _is_called(name, _OTHERS)


def personal_reason(name: str, pile: Pile, kind: ColumnKind) -> Message | None:
    """Why a column tells who somebody is; None where it does not."""
    reason = telling_contents(list(pile.values)[:SAMPLE])
    if reason is None and kind in ("text", "id", "empty") and called_personal(name):
        return Message("its name")
    return reason


def telling_contents(cells: Sequence[Cell]) -> Message | None:
    """Why cells tell who somebody is, whatever their column is called; None where they do not."""
    texts = [cell.strip() for cell in cells if isinstance(cell, str) and not is_blank(cell)]
    for pattern, reason in _CONTENTS:
        if texts and sum(pattern.fullmatch(text) is not None for text in texts) > SHARE * len(texts):
            return reason
    return None


def pile_of(cells: Sequence[Cell]) -> Pile:
    """The cells as they are counted while a file is looked through."""
    pile = Pile(values=Counter())
    for cell in cells:
        pile.add(cell)
    return pile


def _is_called(name: str, pattern: re.Pattern[str]) -> bool:
    spaced = _CAMEL.sub(" ", name).casefold().replace("_", " ")
    return pattern.fullmatch(" ".join(spaced.split()).rstrip(":").rstrip()) is not None
