"""LimeSurvey: its own columns first, then codes, full texts or both as headers, codes or full texts as answers."""

import re

from journeymapper.results.readers.cells import as_text
from journeymapper.results.readers.platforms.layout import Layout, Rows, first_row, indexes, tidy

METADATA = frozenset((
    "id", "responseid", "submitdate", "datesubmitted", "lastpage", "startlanguage", "seed", "startdate", "datestarted",
    "datestamp", "datelastaction", "token", "refurl", "referrerurl", "interviewtime", "totaltime", "antwortid",
    "datumabgeschickt", "letzteseite", "startsprache", "datumgestartet", "datumletzteaktivität", "zugangsschlüssel",
    "gesamtzeit", "vastauksentunnus", "vastausid", "lähetyspäivä", "viimeinensivu", "aloituskieli", "aloituspäivä",
))  # fmt: skip
PERSONAL = frozenset((
    "ipaddr", "ipaddress", "ipadresse", "firstname", "lastname", "email", "emailaddress", "token", "zugangsschlüssel",
))  # fmt: skip
OWN = frozenset((
    "lastpage", "startlanguage", "seed", "submitdate", "datesubmitted", "datumabgeschickt", "letzteseite",
    "startsprache", "viimeinensivu", "aloituskieli", "lähetyspäivä",
))  # fmt: skip
_TIMES = ("grouptime", "questiontime", "gruppenzeit", "fragenzeit")
_CODED = re.compile(r"(?P<code>[A-Za-z][A-Za-z0-9_]*(?:\[[^\]]*\])*)\.\s+(?P<text>\S.*)", re.DOTALL)


def limesurvey(rows: Rows) -> Layout | None:
    """The layout of a LimeSurvey export, None for any other file."""
    header = first_row(rows)
    texts = [" ".join(as_text(cell).split()) for cell in rows[header]] if header >= 0 else []
    coded = [_CODED.fullmatch(text) for text in texts]
    names = [tidy(match.group("code") if match else text) for match, text in zip(coded, texts, strict=True)]
    if len(OWN.intersection(names[:10])) < 2 or names[0] not in METADATA:
        return None
    return Layout(
        platform="LimeSurvey",
        header=header,
        names=tuple(match.group("code") if match else text for match, text in zip(coded, texts, strict=True)),
        questions=tuple(match.group("text") if match else "" for match in coded),
        metadata=indexes(names, METADATA) | _times(names),
        personal=indexes(names, PERSONAL),
    )


def _times(names: list[str]) -> frozenset[int]:
    """Columns of how long each group and question took."""
    return frozenset(index for index, name in enumerate(names) if name.startswith(_TIMES))
