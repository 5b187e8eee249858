"""Quick entry: one line, many, outlines, notes and cells; and what text says is what it was written from."""

import re
from itertools import pairwise

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from journeymapper.mapfiles.cells import plain
from journeymapper.mapfiles.quick_entry import apply_sketch, read_entry, sketch_text
from journeymapper.mapfiles.sketch import Lane, LaneText, Sketch, SketchedLink, SketchedStage, SketchedTouchpoint
from journeymapper.model import edits
from journeymapper.model.integrity import verify
from journeymapper.model.journey import Journey, Link
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from tests.strategies import names


def shape(text: str) -> list[tuple[str, list[str]]]:
    """Stages with the names of their touchpoints."""
    return [(stage.name, [one.name for one in stage.touchpoints]) for stage in read_entry(text).sketch.stages]


def only(text: str) -> SketchedTouchpoint:
    (touchpoint,) = read_entry(text).sketch.touchpoints
    return touchpoint


def said(text: str) -> list[str]:
    return [message.english() for message in read_entry(text).account]


@pytest.mark.parametrize(
    ("line", "stage", "touchpoint"),
    [
        ("Buy > Offer @e-mail *", "Buy", SketchedTouchpoint(name="Offer", channels=("e-mail",), moment_of_truth=True)),
        ("Buy>Offer@", "Buy", SketchedTouchpoint(name="Offer@")),
        ("Offer", "", SketchedTouchpoint(name="Offer")),
        ("> Offer", "", SketchedTouchpoint(name="Offer")),
        (
            "- Offer @phone @text message ?",
            "",
            SketchedTouchpoint(name="Offer", channels=("phone", "text message"), conditional=True),
        ),
        ("12. Offer◇", "", SketchedTouchpoint(name="Offer", conditional=True)),
        ("★ Offer", "", SketchedTouchpoint(name="Offer", moment_of_truth=True)),
        ("Offer*", "", SketchedTouchpoint(name="Offer", moment_of_truth=True)),
        (
            "Offer * @phone, letter ◇",
            "",
            SketchedTouchpoint(name="Offer", channels=("phone", "letter"), moment_of_truth=True, conditional=True),
        ),
        (
            "Offer *(three firms are compared) ?(those who ask)",
            "",
            SketchedTouchpoint(
                name="Offer",
                moment_of_truth=True,
                moment_reason="three firms are compared",
                conditional=True,
                base="those who ask",
            ),
        ),
        ("What does it cost?", "", SketchedTouchpoint(name="What does it cost?")),
        ("Write to ann@example.com", "", SketchedTouchpoint(name="Write to ann@example.com")),
        ("Children aged >7", "", SketchedTouchpoint(name="Children aged >7")),
        ("<b>Offer</b>", "", SketchedTouchpoint(name="<b>Offer</b>")),
        ("**Offer** @phone", "", SketchedTouchpoint(name="Offer", channels=("phone",))),
        (r"Offer \> price \@home \*", "", SketchedTouchpoint(name="Offer > price @home *")),
        ("☐ Offer", "", SketchedTouchpoint(name="Offer")),
        ("- [x] Offer", "", SketchedTouchpoint(name="Offer")),
        ("•\tOffer", "", SketchedTouchpoint(name="Offer")),
        ("2.1 Offer", "", SketchedTouchpoint(name="Offer")),
        ("24 h service", "", SketchedTouchpoint(name="24 h service")),
        (
            "Ostaminen > Tarjous @sähköposti *",
            "Ostaminen",
            SketchedTouchpoint(name="Tarjous", channels=("sähköposti",), moment_of_truth=True),
        ),
        ("عرض @هاتف *", "", SketchedTouchpoint(name="عرض", channels=("هاتف",), moment_of_truth=True)),
        ("🙂 Offer\x07\x00", "", SketchedTouchpoint(name="🙂 Offer")),
    ],
)
def test_the_line_of_quick_entry(line: str, stage: str, touchpoint: SketchedTouchpoint) -> None:
    (found,) = read_entry(line).sketch.stages
    assert (found.name, found.touchpoints) == (stage, (touchpoint,))


def test_several_touchpoints_in_a_line_and_a_stage_alone() -> None:
    assert shape("Buy > Search > Offer\nUse >\nBegin") == [("Buy", ["Search", "Offer"]), ("Use", ["Begin"])]


def test_lines_without_a_stage_go_on_in_the_one_above_and_a_known_stage_is_gone_back_to() -> None:
    assert shape("Hello\nBuy > Offer\nContract\nUse > Begin\nbuy > Pay") == [
        ("", ["Hello"]),
        ("Buy", ["Offer", "Contract", "Pay"]),
        ("Use", ["Begin"]),
    ]


def test_an_indented_outline_has_stages_touchpoints_and_what_is_said_of_them() -> None:
    text = """
Need
\t- Search @web
\t\t- Expectation: somebody like me is pleased
\t\t- compares three firms
\t\t- Kipupisteet: hidden prices
\t\t- Pain point: no reviews
\t\t- Feeling: 🙁
\t- Website
Buy
\tLength: 4-10 weeks
\t1. Offer *
\t   Tunne: +1
\t   Channels: e-mail; letter
After
"""
    need, buy, after = read_entry(text).sketch.stages
    assert need == SketchedStage(
        name="Need",
        touchpoints=(
            SketchedTouchpoint(
                name="Search",
                channels=("web",),
                feeling=-1,
                texts=(
                    LaneText("expectation", "somebody like me is pleased"),
                    LaneText("doing", "compares three firms"),
                    LaneText("pains", "hidden prices\nno reviews"),
                ),
            ),
            SketchedTouchpoint(name="Website"),
        ),
    )
    assert buy.texts == (LaneText("length", "4-10 weeks"),)
    assert buy.touchpoints == (
        SketchedTouchpoint(name="Offer", moment_of_truth=True, feeling=1, channels=("e-mail", "letter")),
    )
    assert after == SketchedStage(name="After")


def test_a_touchpoint_with_nothing_but_labelled_lines_is_no_stage() -> None:
    assert shape("Offer\n  Expectation: clear price\nContract") == [("", ["Offer", "Contract"])]


def test_headings_and_colons_name_stages() -> None:
    assert shape("# Buy\n- Offer\n- Contract\n## Use\nBegin") == [("Buy", ["Offer", "Contract"]), ("Use", ["Begin"])]
    assert shape("Buy:\nOffer\nUse:\nBegin") == [("Buy", ["Offer"]), ("Use", ["Begin"])]


def test_a_list_of_sticky_notes_is_touchpoints_alone() -> None:
    assert shape("Offer\r\n\r\nContract\rPay") == [("", ["Offer", "Contract", "Pay"])]


def test_a_grid_from_a_spreadsheet_has_stages_across() -> None:
    assert shape("Buy\tUse\t\nOffer *\tBegin\tLearn\nContract\t\tAsk\n") == [
        ("Buy", ["Offer", "Contract"]),
        ("Use", ["Begin", "Learn", "Ask"]),
    ]
    assert read_entry("Buy\tUse\nOffer *\tBegin").sketch.touchpoints[0].moment_of_truth


def test_cells_with_line_breaks_are_several_touchpoints() -> None:
    assert shape('Buy\tUse\n"• Offer\n• Contract"\tBegin') == [("Buy", ["Offer", "Contract"]), ("Use", ["Begin"])]


def test_two_columns_whose_first_repeats_are_stage_and_touchpoint() -> None:
    expected = [("Buy", ["Offer", "Contract"]), ("Use", ["Begin"])]
    assert shape("Buy\tOffer\nBuy\tContract\nUse\tBegin") == expected
    assert shape("Buy\tOffer\n\tContract\nUse\tBegin") == expected


def test_a_row_of_cells_is_a_list() -> None:
    assert shape("Offer\tContract\tPay") == [("", ["Offer", "Contract", "Pay"])]


def test_long_form_on_the_clipboard_keeps_its_metrics() -> None:
    offer, _ = read_entry(
        "Vaihe\tKosketuspiste\tMittari\tTavoitetaso\nBuy\tOffer\tnps\t40\nBuy\tPay\t\t"
    ).sketch.touchpoints
    (point,) = offer.points
    assert (point.metric.id, point.target) == ("nps", 40)


def test_marks_without_a_name_are_said() -> None:
    assert said("Offer\n@phone *") == ["Line 2 has marks but no name: “@phone *”."]


def test_a_pasted_novel_is_kept_whole() -> None:
    sentence = "It was the best of times and the worst of times " * 9
    touchpoint = only(sentence)
    assert len(touchpoint.name) <= 61
    assert touchpoint.texts == (LaneText("note", sentence.strip()),)
    assert said(sentence) == [f"Line 1 is long; all of it is kept as a note on “{touchpoint.name}”."]


@pytest.mark.parametrize(
    "text", ["x\n" * 5_001, "x\ty\n" * 5_001, "x" * 2_000_001, "x\t" * 300_000, '"' + "x\t" * 80_000]
)
def test_too_much_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read_entry(text)


@pytest.mark.parametrize("text", ["**a " * 200_000, "*(" * 400_000, "__a" * 300_000, "> " * 900_000, "@a " * 600_000])
def test_long_lines_of_marks_are_read_at_once(text: str) -> None:
    assert len(read_entry(text).sketch.touchpoints) == 1


@pytest.mark.parametrize("text", ["", "   \n\t\n", "\x00\x01", "\ufeff"])
def test_nothing_is_an_empty_sketch(text: str) -> None:
    assert read_entry(text).sketch.touchpoints == []


# A sketch written and read again

LANES: tuple[Lane, ...] = ("expectation", "doing", "thoughts", "pains", "delights", "note", "opportunity", "message")
clean_names = names().filter(lambda name: plain(name) == name)
listed = clean_names.filter(lambda name: not set(name) & set(";,|"))
lane_texts = st.lists(st.sampled_from(LANES), unique=True, max_size=3).flatmap(
    lambda lanes: st.tuples(
        *(
            st.builds(LaneText, st.just(lane), st.lists(clean_names, min_size=1, max_size=2).map("\n".join))
            for lane in lanes
        )
    )
)


@st.composite
def sketched_touchpoints(draw: st.DrawFn) -> SketchedTouchpoint:
    moment, some = draw(st.booleans()), draw(st.booleans())
    return SketchedTouchpoint(
        name=draw(clean_names),
        channels=tuple(draw(st.lists(clean_names, unique=True, max_size=2))),
        moment_of_truth=moment,
        moment_reason=draw(st.just("") | clean_names) if moment else "",
        conditional=some,
        base=draw(st.just("") | clean_names) if some else "",
        feeling=draw(st.none() | st.integers(-2, 2)),
        personas=tuple(draw(st.lists(listed, unique=True, max_size=2))),
        texts=draw(lane_texts),
    )


@st.composite
def sketches(draw: st.DrawFn) -> Sketch:
    heads = draw(st.lists(clean_names, unique_by=str.casefold, max_size=3))
    cards = st.lists(sketched_touchpoints(), max_size=3).map(tuple)
    stages = [SketchedStage(name=name, touchpoints=draw(cards), texts=draw(lane_texts)) for name in heads]
    first = draw(cards)
    if first:
        stages.insert(0, SketchedStage(touchpoints=first))
    return Sketch(stages=tuple(stages))


@given(sketches())
def test_a_sketch_reads_as_it_was_written(sketch: Sketch) -> None:
    reading = read_entry(sketch_text(sketch))
    assert reading.sketch == sketch
    assert reading.account == ()


@given(st.text(max_size=200))
def test_whatever_is_pasted_is_drawn_said_or_refused(text: str) -> None:
    assume(not re.search(r"[A-Za-z]\)|\[[xX]\]", text))  # bullets and boxes are left off
    project, journey = empty()
    try:
        reading = read_entry(text)
        drawn = apply_sketch(project, journey, reading.sketch)
    except Refusal:
        return
    verify(drawn)
    letters = {letter for letter in text if letter.isalpha() and letter.isascii()}
    kept = repr(drawn) + repr(reading.account)
    assert all(letter in kept for letter in letters)


# Drawing it


def empty() -> tuple[Project, str]:
    project = edits.add_journey(Project(id="p", name="P"), Journey(id="j", name="J"))
    return project, "j"


def drawn(project: Project, text: str, after: str = "") -> Project:
    return apply_sketch(project, "j", read_entry(text).sketch, after=after)


def map_of(project: Project) -> list[tuple[str, list[str]]]:
    journey = project.journeys["j"]
    return [(s.name, [journey.touchpoints[key].name for key in s.touchpoints]) for s in journey.ordered_stages()]


def id_of(project: Project, name: str) -> str:
    (found,) = [t.id for t in project.journeys["j"].touchpoints.values() if t.name == name]
    return found


def test_a_sketch_is_drawn_with_all_that_it_says() -> None:
    text = """Buy >
    Length: 2 weeks
    Offer @phone @e-mail *(compared) ?
        Persona: Ritva, Sara
        Pain: dear
        Pain: slow
        Staff: Seller: calls back
        Message: We call you
        Opportunity: Shorter offer
        Note: ask Ann
        System: CRM
"""
    project = drawn(empty()[0], text)
    verify(project)
    (stage,) = project.journeys["j"].ordered_stages()
    (offer,) = project.journeys["j"].ordered_touchpoints()
    assert stage.usual_length == "2 weeks"
    assert [project.channels[key].name for key in offer.channels] == ["phone", "e-mail"]
    assert [project.personas[key].name for key in offer.personas] == ["Ritva", "Sara"]
    assert (offer.moment_of_truth, offer.moment_reason, offer.conditional) == (True, "compared", True)
    assert (offer.pains, offer.systems) == (("dear", "slow"), ("CRM",))
    assert [(one.role, one.text) for one in offer.staff] == [("Seller", "calls back")]
    assert [message.text for message in project.journeys["j"].messages.values()] == ["We call you"]
    assert [(action.title, action.opportunity) for action in project.actions.values()] == [("Shorter offer", True)]
    assert [note.text for note in project.notes.values()] == ["ask Ann"]


def test_lines_go_behind_the_selected_touchpoint_and_stages_behind_its_stage() -> None:
    project = drawn(empty()[0], "Buy > A > B\nUse > C")
    after = drawn(project, "X @phone\nNew > Y\nuse > Z", id_of(project, "A"))
    assert map_of(after) == [("Buy", ["A", "X", "B"]), ("New", ["Y"]), ("Use", ["C", "Z"])]
    at_end = drawn(project, "X")
    assert map_of(at_end) == [("Buy", ["A", "B"]), ("Use", ["C", "X"])]


def happy_ways(project: Project) -> list[str]:
    """The happy ways by the names at their ends."""
    journey = project.journeys["j"]
    named = {key: touchpoint.name for key, touchpoint in journey.touchpoints.items()}
    links = journey.links.values()
    return sorted(f"{named[one.source]}{named[one.target]}" for one in links if one.kind == "happy")


def test_lines_come_into_the_happy_path_that_is_drawn() -> None:
    project = drawn(empty()[0], "Buy > A > B\nUse > C")
    assert happy_ways(drawn(project, "X\nY", id_of(project, "A"))) == []
    for number, (source, target) in enumerate(pairwise("ABC")):
        link = Link(id=f"l{number}", source=id_of(project, source), target=id_of(project, target))
        project = edits.add_link(project, "j", link)
    assert happy_ways(drawn(project, "X\nY ?\nNew > Z", id_of(project, "A"))) == ["AX", "BZ", "XB", "ZC"]
    assert happy_ways(drawn(project, "X\nY\nuse > Z", id_of(project, "A"))) == ["AX", "BC", "CZ", "XY", "YB"]


def test_a_sketch_with_ways_of_its_own_comes_in_as_a_piece_of_the_path() -> None:
    project = drawn(empty()[0], "Buy > A > B")
    project = edits.add_link(project, "j", Link(id="l", source=id_of(project, "A"), target=id_of(project, "B")))
    cards = tuple(SketchedTouchpoint(name=name) for name in "XYZ")
    sketch = Sketch(
        stages=(SketchedStage(name="", touchpoints=cards),),
        links=(SketchedLink(source=0, target=1), SketchedLink(source=1, target=2)),
    )
    assert happy_ways(apply_sketch(project, "j", sketch, after=id_of(project, "A"))) == ["AX", "XY", "YZ", "ZB"]
    besides = msgspec.structs.replace(
        sketch, links=(SketchedLink(source=0, target=1), SketchedLink(source=0, target=2))
    )
    assert happy_ways(apply_sketch(project, "j", besides, after=id_of(project, "A"))) == ["AB", "XY", "XZ"]


def test_a_stage_of_a_known_name_goes_on_behind_what_is_selected_in_it() -> None:
    project = drawn(empty()[0], "Buy > A > B")
    assert map_of(drawn(project, "BUY > X", id_of(project, "A"))) == [("Buy", ["A", "X", "B"])]


def test_known_channels_are_not_made_again() -> None:
    project = drawn(drawn(empty()[0], "Buy > A @Phone"), "B @phone @web")
    assert [channel.name for channel in project.channels.values()] == ["Phone", "web"]


def test_touchpoints_of_no_stage_get_one_and_nothing_changes_nothing() -> None:
    project, journey = empty()
    assert map_of(apply_sketch(project, journey, read_entry("A").sketch, unnamed="Vaihe 1")) == [("Vaihe 1", ["A"])]
    assert apply_sketch(project, journey, read_entry("").sketch) is project
    with pytest.raises(Refusal):
        apply_sketch(project, "nowhere", read_entry("A").sketch)


def test_ids_are_asked_for_one_by_one() -> None:
    numbers = iter(range(100))
    project, journey = empty()
    sketch = read_entry("Buy > A @x > B").sketch
    project = apply_sketch(project, journey, sketch, fresh=lambda prefix: f"{prefix}-{next(numbers)}")
    assert [t.id for t in project.journeys["j"].ordered_touchpoints()] == ["touchpoint-2", "touchpoint-3"]
