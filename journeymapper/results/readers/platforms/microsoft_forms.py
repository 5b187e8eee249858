"""Microsoft Forms: an id, two times, and who answered."""

from journeymapper.results.readers.platforms.layout import Layout, Rows, first_row, indexes, tidy

IDS = frozenset(("id", "tunnus", "tunniste"))
STARTS = frozenset(("starttime", "aloitusaika", "alkamisaika", "starttid", "startzeit", "tidpunktförstart"))
ENDS = frozenset((
    "completiontime", "lopetusaika", "valmistumisaika", "päättymisaika", "suoritusaika", "slutförandetid",
    "slutfört", "sluttid", "fertigstellungszeit", "endzeit", "abschlusszeit",
))  # fmt: skip
PERSONAL = frozenset(("email", "sähköposti", "epost", "name", "nimi", "namn"))
OTHERS = frozenset((
    "language", "kieli", "språk", "sprache", "lastmodifiedtime", "totalpoints", "quizfeedback", "gradepostedtime",
))  # fmt: skip


def microsoft_forms(rows: Rows) -> Layout | None:
    """The layout of a sheet of answers to a Microsoft form, None for any other file."""
    header = first_row(rows)
    names = [tidy(cell) for cell in rows[header]] if header >= 0 else []
    if len(names) < 4 or names[0] not in IDS or names[1] not in STARTS or names[2] not in ENDS:
        return None
    return Layout(
        platform="Microsoft Forms",
        header=header,
        metadata=frozenset((0, 1, 2)) | indexes(names, OTHERS),
        personal=indexes(names[:6], PERSONAL),
    )
