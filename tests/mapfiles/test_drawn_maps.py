"""Maps drawn as boxes: PowerPoint and draw.io."""

import base64
import io
import zipfile
import zlib
from collections.abc import Callable
from itertools import pairwise
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Cm

from journeymapper.mapfiles.boxes import Box, read_page
from journeymapper.mapfiles.map_file import project_from_reading, read_map
from journeymapper.mapfiles.sketch import LaneText, Reading, SketchedStage
from journeymapper.mapfiles.ways import Arrow, links_along, order_along
from journeymapper.model.integrity import verify
from journeymapper.model.messages import Refusal

Draw = Callable[[Any, Any], None]


def presentation(*draws: Draw) -> bytes:
    """A file with a slide per function that draws on it."""
    deck = Presentation()
    for draw in draws:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        draw(slide, slide.shapes)
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def box(shapes: Any, text: str, left: float, top: float, width: float = 4, height: float = 1.5) -> None:
    shape = shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, Cm(left), Cm(top), Cm(width), Cm(height))
    shape.text_frame.text = text


def a_map(slide: Any, shapes: Any) -> None:
    """Two stages over five cards in no order, lanes named at the left, a title, a picture's worth of an arrow."""
    shapes.title.text_frame.text = "Drainage"
    box(shapes, "Use", 16, 4)
    box(shapes, "Buy", 5, 4, 10)
    box(shapes, "Contract ◇", 10, 6)
    box(shapes, "Begin", 16, 6)
    box(shapes, "Offer *\nExpectation: clear\nreads it", 5, 6)
    box(shapes, "Touchpoints", 0.5, 6)
    box(shapes, "Feeling", 0.5, 9)
    box(shapes, "+1", 5, 9)
    box(shapes, "🙁", 16, 9)
    shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Cm(1), Cm(1), Cm(2), Cm(2))


def a_group(slide: Any, shapes: Any) -> None:
    """Heads on the slide, cards in a group whose own measures are others."""
    box(shapes, "Buy", 0, 0)
    box(shapes, "Use", 10, 0)
    group = shapes.add_group_shape()
    box(group.shapes, "Begin", 110, 105)
    box(group.shapes, "Offer", 100, 105)
    group.left, group.top, group.width, group.height = Cm(0), Cm(5), Cm(14), Cm(1.5)


def a_table(slide: Any, shapes: Any) -> None:
    table = shapes.add_table(2, 3, Cm(1), Cm(3), Cm(20), Cm(4)).table
    for row, cells in enumerate([["", "Buy", "Use"], ["Touchpoints", "Offer", "Begin"]]):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text


def nothing(slide: Any, shapes: Any) -> None:
    shapes.title.text_frame.text = "Thank you"


def shape(stages: tuple[SketchedStage, ...]) -> list[tuple[str, list[str]]]:
    return [(stage.name, [card.name for card in stage.touchpoints]) for stage in stages]


def said(reading: Reading) -> list[str]:
    return [message.english() for message in reading.account]


def test_boxes_of_a_slide_become_stages_and_cards_by_their_places() -> None:
    reading = read_map(presentation(a_map, nothing), "deck.pptx")
    (sketch,) = reading.sketches
    assert sketch.name == "Drainage"
    assert shape(sketch.stages) == [("Buy", ["Offer", "Contract"]), ("Use", ["Begin"])]
    offer, contract, begin = sketch.touchpoints
    assert offer.moment_of_truth
    assert offer.texts == (LaneText("expectation", "clear"), LaneText("doing", "reads it"))
    assert contract.conditional
    assert (offer.feeling, contract.feeling, begin.feeling) == (1, None, -1)
    assert said(reading) == [
        "Slide 1: 1 picture, arrow or line is not used.",
        "Slide 2 has no boxes of a map and is left out.",
    ]


def test_boxes_in_groups_are_where_the_group_puts_them() -> None:
    (sketch,) = read_map(presentation(a_group), "deck.pptx").sketches
    assert shape(sketch.stages) == [("Buy", ["Offer"]), ("Use", ["Begin"])]


def test_a_table_on_a_slide_is_a_grid_and_each_slide_a_journey() -> None:
    reading = read_map(presentation(a_table, a_map), "deck.pptx")
    assert [shape(sketch.stages)[0][1] for sketch in reading.sketches] == [["Offer"], ["Offer", "Contract"]]
    verify(project_from_reading(reading, name="Deck"))


def test_a_table_is_called_what_its_slide_is_called_and_what_is_said_names_the_slide() -> None:
    def titled_table(slide: Any, shapes: Any) -> None:
        shapes.title.text_frame.text = "Selling"
        table = shapes.add_table(3, 3, Cm(1), Cm(3), Cm(20), Cm(4)).table
        for row, cells in enumerate([["", "Buy", "Use"], ["Touchpoints", "Offer", "Begin"], ["Weather", "rain", ""]]):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text

    reading = read_map(presentation(a_map, titled_table), "deck.pptx")
    assert [sketch.name for sketch in reading.sketches] == ["Drainage", "Selling"]
    assert said(reading)[-2:] == ["On slide 2:", "Rows of unknown names, kept as notes: Weather."]


def test_a_presentation_without_a_map_is_refused() -> None:
    with pytest.raises(Refusal, match=r"^deck\.pptx: no slide"):
        read_map(presentation(nothing), "deck.pptx")


def repacked(data: bytes, part: str, content: bytes) -> bytes:
    """The file with a part replaced or added."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("ppt/media/bomb.bin", b"\0" * 30_000_000),
        ("ppt/slides/slide1.xml", b"<!DOCTYPE p [<!ENTITY a 'b'>]><p>&a;</p>"),
        ("ppt/slides/slide1.xml", "<!DOCTYPE p [<!ENTITY a 'b'>]><p>&a;</p>".encode("utf-16")),
        ("ppt/slides/slide1.xml", b"<p:sld"),
        ("ppt/slides/slide1.xml", b"<p/>"),
        ("ppt/presentation.xml", b""),
        ("[Content_Types].xml", b"<Types/>"),
        ("ppt/_rels/presentation.xml.rels", b""),
    ],
)
def test_hostile_and_damaged_presentations_are_refused(part: str, content: bytes) -> None:
    data = repacked(presentation(a_map), part, content)
    with pytest.raises(Refusal, match=r"^deck\.pptx"):
        read_map(data, "deck.pptx")


def test_a_truncated_presentation_is_refused() -> None:
    data = presentation(a_map)
    for length in (10, 1_000, len(data) // 2, len(data) - 10):
        with pytest.raises(Refusal, match=r"^deck\.pptx"):
            read_map(data[:length], "deck.pptx")


def drawing(*cells: str) -> str:
    root = '<mxCell id="0"/><mxCell id="1" parent="0"/>' + "".join(cells)
    return f"<mxGraphModel><root>{root}</root></mxGraphModel>"


def vertex(key: str, text: str, x: float, y: float, parent: str = "1", width: float = 120) -> str:
    geometry = f'<mxGeometry x="{x}" y="{y}" width="{width}" height="60" as="geometry"/>'
    return f'<mxCell id="{key}" value="{text}" vertex="1" parent="{parent}">{geometry}</mxCell>'


def edge(key: str, source: str, target: str, text: str = "") -> str:
    return f'<mxCell id="{key}" value="{text}" edge="1" parent="1" source="{source}" target="{target}"/>'


def drawn(*cells: str) -> Reading:
    return read_map(f"<mxfile><diagram name='Page-1'>{drawing(*cells)}</diagram></mxfile>".encode(), "map.drawio")


def test_containers_side_by_side_are_stages() -> None:
    reading = drawn(
        vertex("s2", "Use", 400, 0, width=300),
        vertex("s1", "Buy", 0, 0, width=300),
        vertex("c", "Begin", 10, 40, "s2"),
        vertex("b", "Contract", 150, 40, "s1"),
        vertex("a", "&lt;b&gt;Offer&lt;/b&gt;&lt;br&gt;Expectation: clear", 10, 40, "s1"),
        edge("e1", "a", "b"),
        edge("e2", "b", "c", "signs"),
        edge("e3", "c", "a"),
        edge("e4", "c", "gone"),
        '<mxCell id="l" value="again" vertex="1" parent="e3"/>',
    )
    assert shape(reading.sketch.stages) == [("Buy", ["Offer", "Contract"]), ("Use", ["Begin"])]
    assert reading.sketch.touchpoints[0].texts == (LaneText("expectation", "clear"),)
    assert [(one.source, one.target, one.kind, one.label) for one in reading.sketch.links] == [
        (0, 1, "happy", ""),
        (1, 2, "happy", "signs"),
        (2, 0, "loop", "again"),
    ]
    assert said(reading)[0] == "1 arrow does not join two boxes and is left out."


def test_boxes_without_arrows_are_read_by_their_places() -> None:
    reading = drawn(
        vertex("t", "Drainage", 0, 0),
        vertex("a", "Buy", 0, 100, width=260),
        vertex("b", "Use", 300, 100),
        vertex("d", "Contract", 140, 200),
        vertex("c", "Offer", 0, 200),
        vertex("e", "Begin", 300, 200),
    )
    assert reading.sketch.name == "Drainage"
    assert shape(reading.sketch.stages) == [("Buy", ["Offer", "Contract"]), ("Use", ["Begin"])]


def test_bands_above_each_other_are_no_stages() -> None:
    reading = drawn(
        vertex("s1", "Customer", 0, 0, width=900),
        vertex("s2", "Firm", 0, 200, width=900),
        vertex("a", "Ask", 10, 10, "s1"),
        vertex("b", "Answer", 200, 10, "s2"),
        edge("e", "a", "b"),
    )
    assert shape(reading.sketch.stages) == [("", ["Ask", "Answer"])]
    assert said(reading)[0] == "Bands above each other are not taken for stages: Customer, Firm."


def test_wrapped_labels_packed_pages_and_exported_pictures() -> None:
    page = drawing('<object id="a" label="Offer"><mxCell vertex="1" parent="1"/></object>')
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = base64.b64encode(packer.compress(quote(page).encode()) + packer.flush()).decode()
    picture = quoted(f"<mxfile><diagram>{packed}</diagram></mxfile>")
    for file in (
        f"<mxfile><diagram name='Map'>{packed}</diagram></mxfile>",
        page,
        f"<svg xmlns='http://www.w3.org/2000/svg' content='{picture}'/>",
    ):
        reading = read_map(file.encode(), "map.drawio")
        assert [card.name for card in reading.sketch.touchpoints] == ["Offer"]


def quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;")


def test_a_packed_page_that_unpacks_to_too_much_is_refused() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = base64.b64encode(packer.compress(b"x" * 30_000_000) + packer.flush()).decode()
    with pytest.raises(Refusal, match="unpacks"):
        read_map(f"<mxfile><diagram>{packed}</diagram></mxfile>".encode(), "map.drawio")


def test_parents_in_a_circle_end() -> None:
    circle = vertex("a", "Offer", 0, 0, "b"), vertex("b", "Contract", 5, 5, "a"), vertex("c", "Pay", 9, 9, "c")
    reading = drawn(*circle, vertex("d", "Begin", 0, 0, "a"))
    assert [card.name for card in reading.sketch.touchpoints] == ["Begin"]


def test_a_page_without_a_row_of_stages_is_one_stage() -> None:
    page = read_page([Box("A", 0, 0, 10, 5), Box("B", 0, 10, 10, 5)])
    assert shape(page.stages) == [("", ["A", "B"])]
    assert len(page.account) == 1


@given(st.integers(0, 8), st.data())
def test_arrows_lead_on_but_for_loops(count: int, data: st.DataObject) -> None:
    ends = st.integers(0, max(0, count - 1))
    arrows = data.draw(st.lists(st.builds(Arrow, ends, ends), max_size=12)) if count else []
    order = order_along(count, arrows)
    assert sorted(order) == list(range(count))
    links = links_along(order, arrows)
    for link in links:
        assert (link.kind == "loop") == (link.source >= link.target)
    happy = [(link.source, link.target) for link in links if link.kind == "happy"]
    assert all(first[1] == second[0] for first, second in pairwise(happy))
    if not any(order.index(arrow.source) >= order.index(arrow.target) for arrow in arrows):
        assert all(link.kind != "loop" for link in links)


def test_boxes_that_no_arrow_joins_stay_where_they_were() -> None:
    assert order_along(4, []) == [0, 1, 2, 3]
    assert order_along(3, [Arrow(2, 0)]) == [1, 2, 0]
    assert order_along(3, [Arrow(0, 1), Arrow(1, 2), Arrow(2, 0)]) == [0, 1, 2]


numbers = st.floats(-1e9, 1e9, allow_nan=False)


@given(
    st.lists(
        st.builds(
            Box,
            st.sampled_from(["A", "B *", "Feeling", "Touchpoints", "+1", "x\ny"]),
            numbers,
            numbers,
            st.floats(0, 1e6),
            st.floats(0, 1e6),
        ),
        max_size=12,
    )
)
def test_boxes_anywhere_are_a_page(boxes: list[Box]) -> None:
    page = read_page(boxes)
    assert sum(len(stage.touchpoints) for stage in page.stages) <= len(boxes)
