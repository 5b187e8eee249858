"""Tables: every row once, nothing overlaps, nothing leaves the page, no text under 7 pt."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.picture.primitives import Group, Rect, Text
from journeymapper.report.table import Cell, Column, Mark, Part, Row, Table, lay_out

SEEN = 0.01
"""Points that no printer shows: the widths of letters are rounded before they are added up."""
WORDS = st.text(alphabet="abcdefghijäö -/%,.", min_size=0, max_size=60)
LONG = st.text(alphabet="aeikltäö", min_size=30, max_size=200)
CELLS = st.builds(
    Cell,
    st.one_of(WORDS, WORDS, LONG),
    weight=st.sampled_from(["regular", "semibold", "bold"]),
    mark=st.sampled_from([None, Mark((Rect(x=0, y=0, width=8, height=8),), 8.0, 8.0)]),
    pill=st.sampled_from(["", "#EEF1F5"]),
    language=st.sampled_from(["en", "fi"]),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(1, 8))
    columns = tuple(Column(draw(WORDS), draw(st.sampled_from(["left", "right"]))) for _ in range(count))
    rows = draw(st.lists(st.tuples(*[CELLS] * count), max_size=12))
    owned = tuple(Row(cells, f"row {number}") for number, cells in enumerate(rows))
    return Table(columns=columns, rows=owned, size=draw(st.sampled_from([7.0, 9.5])), language="fi")


def runs(part: Part) -> list[tuple[Group, Text]]:
    return [(group, item) for group in part.groups for item in group.items if isinstance(item, Text)]


@settings(max_examples=60, deadline=None)
@given(table=tables(), width=st.sampled_from([420.0, 786.0, 1110.0]), first=st.sampled_from([0.0, 90.0, 500.0]))
def test_every_row_stands_once_and_in_order(table: Table, width: float, first: float) -> None:
    parts = lay_out(table, width, first, 500.0)
    shown = [row for part in parts for row in part.rows]
    assert list(dict.fromkeys(shown)) == list(range(len(table.rows)))
    for part, room in zip(parts, [first, *[500.0] * len(parts)], strict=False):
        assert part.height <= room + 1e-6
        for group, run in runs(part):
            assert run.size >= 7.0
            assert run.x >= -1e-6
            assert run.x + run.width <= group.width + SEEN
            assert 0 < run.y <= group.height


@settings(max_examples=40, deadline=None)
@given(table=tables())
def test_cells_tile_and_never_overlap(table: Table) -> None:
    for part in lay_out(table, 700.0, 300.0, 300.0):
        cells = [group for group in part.groups if group.role in ("cell", "header-cell")]
        for number, one in enumerate(cells):
            for other in cells[number + 1 :]:
                apart_x = one.x + one.width <= other.x + 1e-6 or other.x + other.width <= one.x + 1e-6
                apart_y = one.y + one.height <= other.y + 1e-6 or other.y + other.height <= one.y + 1e-6
                assert apart_x or apart_y
        for one, other in pairwise(cells):
            assert other.x > one.x or other.y > one.y


@settings(max_examples=40, deadline=None)
@given(table=tables())
def test_all_letters_of_a_cell_are_printed(table: Table) -> None:
    printed: dict[str, str] = {}
    for part in lay_out(table, 600.0, 250.0, 250.0):
        for group, run in runs(part):
            if group.role == "cell":
                printed[f"{group.owner} {group.alt}"] = printed.get(f"{group.owner} {group.alt}", "") + run.text
    for row in table.rows:
        for text in {cell.text for cell in row.cells}:
            times = sum(cell.text == text for cell in row.cells)
            expected = text.replace(" ", "").replace("-", "") * times
            assert sorted(printed.get(f"{row.owner} {text}", "").replace(" ", "").replace("-", "")) == sorted(expected)


def test_a_row_stays_whole_unless_a_page_cannot_hold_it() -> None:
    tall = Cell("word " * 400)
    rows = [Row((Cell("a"), Cell("b"))), Row((Cell("tall"), tall)), Row((Cell("c"), Cell("d")))]
    parts = lay_out(Table(columns=(Column("x"), Column("y")), rows=tuple(rows), size=8.0), 300.0, 200.0, 200.0)
    assert sum(0 in part.rows for part in parts) == 1
    assert sum(2 in part.rows for part in parts) == 1
    assert sum(1 in part.rows for part in parts) > 2


def test_the_header_is_on_every_page() -> None:
    rows = tuple(Row((Cell(f"row {number}"),)) for number in range(50))
    parts = lay_out(Table(columns=(Column("Name"),), rows=rows, size=8.0), 300.0, 120.0, 200.0)
    assert len(parts) > 3
    assert all(next(run.text for _, run in runs(part)) == "Name" for part in parts)


def test_a_detail_stands_below_its_text_in_regular_type() -> None:
    detail = "Each morning at eight, every site whose date moves this week is called before the crews leave."
    cell = Cell("Call list for changed dates", "semibold", detail=detail)
    table = Table(columns=(Column("Action"),), rows=(Row((cell,), "a"),), size=9.0)
    (part,) = lay_out(table, 160.0, 400.0, 400.0)
    (group,) = [group for group in part.groups if group.role == "cell"]
    runs = [item for item in group.items if isinstance(item, Text)]
    weights = [run.weight for run in runs]
    assert weights == sorted(weights, key=lambda weight: weight == "regular")
    bold = " ".join(run.text for run in runs if run.weight == "semibold")
    assert bold == cell.text
    assert " ".join(run.text for run in runs if run.weight == "regular") == detail
    assert group.alt == f"{cell.text}\n{detail}"
    assert [run.y for run in runs] == sorted({run.y for run in runs})
