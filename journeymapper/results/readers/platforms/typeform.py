"""Typeform: # first, the same header as often as an option is called the same, times and network last."""

from journeymapper.results.readers.platforms.layout import Layout, Rows, first_row, indexes, tidy

METADATA = frozenset(("#", "startdate(utc)", "submitdate(utc)", "stagedate(utc)", "responsetype", "score", "tags"))
PERSONAL = frozenset(("networkid",))
OWN = frozenset(("startdate(utc)", "submitdate(utc)", "networkid"))


def typeform(rows: Rows) -> Layout | None:
    """The layout of a Typeform export, None for any other file."""
    header = first_row(rows)
    names = [tidy(cell) for cell in rows[header]] if header >= 0 else []
    if names[:1] != ["#"] or not OWN.intersection(names):
        return None
    return Layout(
        platform="Typeform", header=header, metadata=indexes(names, METADATA), personal=indexes(names, PERSONAL)
    )
