"""Google Forms: a timestamp called so in the form's language, then the questions in full."""

from journeymapper.results.days import moment
from journeymapper.results.readers.cells import as_text, is_blank
from journeymapper.results.readers.platforms.layout import Layout, Rows, first_row, indexes, tidy

TIMESTAMPS = frozenset((
    "timestamp", "aikaleima", "tidstämpel", "zeitstempel", "tidsmerke", "tidsstempel", "tijdstempel",
    "horodateur", "marcatemporal", "informazionicronologiche", "carimbodedata/hora", "carimbodedatahora",
    "sygnaturaczasowa", "ajatempel", "отметкавремени", "позначкачасу", "časováznačka", "időbélyeg", "zamandamgası",
    "laikožyma", "laikspiedols", "タイムスタンプ", "时间戳记", "時間戳記", "타임스탬프",
    "časovnižig", "vremenskaoznaka", "marcajdetimp", "časovápečiatka", "χρονικήσήμανση", "клеймозавреме",
))  # fmt: skip
PERSONAL = frozenset((
    "emailaddress", "username", "sähköpostiosoite", "sähköposti", "käyttäjänimi", "epostadress", "epost",
    "användarnamn", "emailadresse", "nutzername",
))  # fmt: skip
SCORES = frozenset(("score", "pisteet", "pistemäärä", "poäng", "punktzahl", "punkte"))
LONG = 12


def google_forms(rows: Rows) -> Layout | None:
    """The layout of a sheet of answers to a Google form, None for any other file."""
    header = first_row(rows)
    names = [tidy(cell) for cell in rows[header]] if header >= 0 else []
    if len(names) < 2 or names[0] not in TIMESTAMPS or not _asks(rows, header) or not _dated(rows, header):
        return None
    return Layout(
        platform="Google Forms",
        header=header,
        metadata=frozenset((0,)) | indexes(names, SCORES),
        personal=indexes(names, PERSONAL),
    )


def _asks(rows: Rows, header: int) -> bool:
    """Whether some header is a question or a sentence; a log's are single words."""
    texts = [as_text(cell).strip() for cell in rows[header][1:]]
    return any("?" in text or (" " in text and len(text) >= LONG) for text in texts)


def _dated(rows: Rows, header: int) -> bool:
    stamps = [row[0] for row in rows[header + 1 :] if row and not is_blank(row[0])]
    return all(moment(stamp, "mdy") is not None or moment(stamp, "dmy") is not None for stamp in stamps)
