"""SurveyMonkey: a question over its first column only, the options or rows of it in a second header row."""

from journeymapper.results.readers.cells import as_text, is_blank
from journeymapper.results.readers.header import with_options
from journeymapper.results.readers.platforms.layout import Layout, Rows, first_row, indexes, tidy

METADATA = frozenset(("respondentid", "collectorid", "startdate", "enddate", "datecreated", "datemodified"))
PERSONAL = frozenset(("ipaddress", "emailaddress", "firstname", "lastname", "customdata1", "customdata"))
ANSWERED = frozenset(("response", "openendedresponse", "vastaus", "avoinvastaus", "svar", "antwort"))


def surveymonkey(rows: Rows) -> Layout | None:
    """The layout of a SurveyMonkey export, None for any other file."""
    header = first_row(rows)
    if header < 0:
        return None
    names = [tidy(cell) for cell in rows[header]]
    below = rows[header + 1] if header + 1 < len(rows) else []
    if names[0] not in ("respondentid", "vastaajantunnus", "vastaajanid"):
        return None
    two = bool(below) and is_blank(below[0]) and not all(map(is_blank, below))
    if not two and len(names) < 3:
        return None
    width = max(len(names), len(below) if two else 0)
    cells = [*rows[header], *[""] * (width - len(names))]
    options = [
        "" if tidy(cell) in ANSWERED and not is_blank(cells[index]) else as_text(cell)
        for index, cell in enumerate([*below, *[""] * (width - len(below))])
    ]
    return Layout(
        platform="SurveyMonkey",
        header=header,
        labels=1 if two else 0,
        names=tuple(with_options(cells, options)) if two else (),
        metadata=indexes(names, METADATA),
        personal=indexes(names, PERSONAL),
    )
