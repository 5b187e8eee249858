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
    records: Records, mapping: FileMapping, rows: Rows, answers: Mapping[str, Sequence[float | None]]
) -> Iterator[Comment]:
    """The comments of all rows that the filter lets through; names of the row's own person are masked too."""
    people = name_columns(list(records.columns))
    for use in mapping.comments:
        own = answers.get(use.point, ())
        for index, cell in enumerate(records.columns[use.column]):
            text = as_text(cell).strip()[:LONGEST]
            if text and not rows.filtered(index):
                known = [as_text(records.columns[name][index]) for name in people]
                yield Comment(
                    point=use.point,
                    text=mask(text, known),
                    wave=rows.dated.waves[index],
                    day=rows.dated.days[index],
                    answer=own[index] if own else None,
                    segments={name: values[index] for name, values in rows.segments.items() if values[index]},
                )
