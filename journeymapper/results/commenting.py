"""Comments that the user asked for, masked row by row as they are read."""

from collections.abc import Iterator, Mapping, Sequence

from journeymapper.model.comments import Comment
from journeymapper.model.sources import Mapping as FileMapping
from journeymapper.results.masking import mask
from journeymapper.results.persons import name_columns
from journeymapper.results.readers.cells import as_text
from journeymapper.results.records import Records
from journeymapper.results.rows import Rows

LONGEST = 4_000


def comments_of(
    records: Records,
    mapping: FileMapping,
    rows: Rows,
    answers: Mapping[str, Sequence[float | None]],
    bases: Mapping[str, Sequence[bool]],
) -> Iterator[Comment]:
    """The comments of all rows that count for their point; names of the row's own person are masked too.

    A row counts that the filter lets through, whose wave is known, and which is in the point's base, if it has one in
    `bases`; an answer it need not have.
    """
    people = name_columns(list(records.columns))
    for use in mapping.comments:
        own, base = answers.get(use.point, ()), bases.get(use.point, ())
        for index, cell in enumerate(records.columns[use.column]):
            text = as_text(cell).strip()[:LONGEST]
            counts = not rows.filtered(index) and rows.problem(index) is None and (not base or base[index])
            if text and counts:
                known = [as_text(records.columns[name][index]) for name in people]
                yield Comment(
                    point=use.point,
                    text=mask(text, known),
                    wave=rows.dated.waves[index],
                    day=rows.dated.days[index],
                    answer=own[index] if own else None,
                    segments={name: values[index] for name, values in rows.segments.items() if values[index]},
                )
