"""Mermaid, Markdown, Experience Notation and CJML beyond the real files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.mapfiles.map_file import kind_of_file, project_from_reading, read_map
from journeymapper.mapfiles.sketch import LaneText, Reading
from journeymapper.model.integrity import verify
from journeymapper.model.messages import Refusal


def read(text: str, name: str = "map.mmd") -> Reading:
    return read_map(text.encode(), name)


def shape(reading: Reading) -> list[tuple[str, list[str]]]:
    return [(stage.name, [card.name for card in stage.touchpoints]) for stage in reading.sketch.stages]


def said(reading: Reading) -> list[str]:
    return [message.english() for message in reading.account]


def refused(text: str, name: str = "map.mmd") -> str:
    with pytest.raises(Refusal) as refusal:
        read(text, name)
    return str(refusal.value)


def test_mermaid_keywords_in_any_case_comments_and_front_matter() -> None:
    reading = read(
        """---
title: "Not this one"
---
%%{init: {"theme": "dark"}}%%
%% a comment
JOURNEY
  Title Drains # and a comment
  before any section: 3
  SECTION Buy
    Offer: 4: Ritva, Sara
    Contract: 5;
  section Use
    Spring: 1: Ritva
"""
    )
    assert reading.sketch.name == "Drains"
    assert shape(reading) == [("", ["before any section"]), ("Buy", ["Offer", "Contract"]), ("Use", ["Spring"])]
    assert [card.feeling for card in reading.sketch.touchpoints] == [0, 1, 2, -2]
    assert reading.sketch.touchpoints[1].personas == ("Ritva", "Sara")
    assert reading.account == ()


def test_mermaid_scores_that_are_none_are_said() -> None:
    reading = read("journey\nsection A\nx: 9: Me\ny: good\nz: 2.6\nno colon\n:3")
    assert [card.feeling for card in reading.sketch.touchpoints] == [2, None, 0]
    assert said(reading) == [
        "Line 3: the score 9.0 is outside 1 to 5.",
        "Line 4: no score from 1 to 5, so no feeling is drawn.",
        "Line 6 is not understood: “no colon”.",
        "Line 7 is not understood: “:3”.",
    ]


def test_different_diagrams_of_a_page_are_journeys_of_their_own() -> None:
    page = (
        "# P\n```mermaid\njourney\nsection A\nx: 1\n```\n~~~mermaid\njourney\nsection B\ny: 1\n~~~\n```js\njourney\n```"
    )
    reading = read(page, "page.md")
    assert [sketch.stages[0].name for sketch in reading.sketches] == ["A", "B"]
    project = project_from_reading(reading, name="Maps")
    assert [journey.name for journey in project.ordered_journeys()] == ["Maps", "Maps 2"]


def test_flowcharts_have_shapes_subgraphs_chains_and_labels() -> None:
    reading = read(
        """graph TD
  subgraph buy [Buying]
    A([Search]) -- finds us --> B["Offer <br> by mail"]:::big
  end
  subgraph Use
    C{Pay?} & D((Begin))
  end
  B -.-> C
  B ==>|signs| D --> A
  style A fill:#fff
  E
  what is this ]]
"""
    )
    assert shape(reading) == [("Buying", ["Search", "Offer by mail"]), ("Use", ["Pay?", "Begin"]), ("", ["E"])]
    assert [(one.source, one.target, one.kind, one.label) for one in reading.sketch.links] == [
        (0, 1, "happy", "finds us"),
        (1, 2, "happy", ""),
        (1, 3, "alternative", "signs"),
        (3, 0, "loop", ""),
    ]
    assert said(reading)[0] == "Line 12 is not understood: “what is this ]]”."


def test_markdown_headings_are_stages_and_nested_items_say_something() -> None:
    reading = read(
        """# Drainage
For detached houses.

## Buy
- **Offer** [by mail](http://x) *
  - Expectation: I see what is in
  - reads it twice
* Contract

```
code
```
## Empty
## Use
1) Begin
   - Tunne: -1
""",
        "plan.md",
    )
    assert (reading.sketch.name, reading.sketch.description) == ("Drainage", "For detached houses.")
    assert shape(reading) == [("Buy", ["Offer by mail", "Contract"]), ("Use", ["Begin"])]
    offer, _, begin = reading.sketch.touchpoints
    assert offer.moment_of_truth
    assert offer.texts == (LaneText("expectation", "I see what is in"), LaneText("doing", "reads it twice"))
    assert begin.feeling == -1
    assert said(reading) == ["1 block of code is left out.", "“Empty” has no list below it and is left out."]


def test_cjml_in_phases_with_ratings_and_dangling_references() -> None:
    reading = read(
        """<?xml version="1.0"?><CJML version="2.0"><actualJourney><journeyID>Flight</journeyID>
        <journeyPhases><journeyPhase phaseID="p1"><phaseName>Before</phaseName></journeyPhase></journeyPhases>
        <journeyShortSummary>By air</journeyShortSummary>
        <actors><endUser actorID="u"><actorName>Ann</actorName></endUser><serviceProvider actorID="s"/></actors>
        <touchpoints>
        <actualCommunicationPoint><touchpointID>T1</touchpointID><belongsTo phaseIDref="p1"/>
          <initiator><refersTo actorIDref="u"/><initiatorLabel>Ask</initiatorLabel></initiator>
          <receiver><refersTo actorIDref="s"/><receiverLabel>Answer</receiverLabel></receiver>
          <channel><channelName>phone</channelName></channel><experienceRating>5</experienceRating>
        </actualCommunicationPoint>
        <actualAction><touchpointID>T2</touchpointID><belongsTo phaseIDref="gone"/>
          <initiator><refersTo actorIDref="nobody"/><initiatorLabel>Pack</initiatorLabel></initiator>
          <comment>at home</comment><experienceRating>9</experienceRating></actualAction>
        </touchpoints></actualJourney></CJML>""",
        "flight.cjml",
    )
    assert (reading.sketch.name, reading.sketch.description) == ("Flight", "By air")
    assert shape(reading) == [("Before", ["Ask"]), ("gone", ["Pack"])]
    ask, pack = reading.sketch.touchpoints
    assert (ask.channels, ask.feeling, ask.personas) == (("phone",), 2, ("Ann",))
    assert ask.texts == (LaneText("doing", "Answer"),)
    assert (pack.feeling, pack.personas) == (None, ())
    assert len(said(reading)) == 2


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"stage,touchpoint\n", "x.csv", "table"),
        (b"journey\n", "x.txt", "mermaid"),
        (b"\xef\xbb\xbfjourney\n", "x.mmd", "mermaid"),
        (b"# A\n- b", "x.md", "markdown"),
        (b"Buy\n  Offer", "x.txt", "outline"),
        (b"Event: A\n  Step: B\n", "x.txt", "notation"),
        (b"<mxfile/>", "x", "xml"),
        (b"stage;touchpoint", "x.dat", "table"),
    ],
)
def test_files_are_known_by_content_then_by_ending(data: bytes, name: str, kind: str) -> None:
    assert kind_of_file(data, name) == kind


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_letters_of_any_encoding(encoding: str) -> None:
    reading = read_map("Myynti\n  Käyttöönotto".encode(encoding), "kartta.txt")
    assert shape(reading) == [("Myynti", ["Käyttöönotto"])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("journey\ntitle Nothing\n", "x.mmd"),
        ("flowchart LR\n", "x.mmd"),
        ("just prose", "x.md"),
        ("", "x.txt"),
        ("Event: a\n", "x.expn"),
        ("<html/>", "x.html"),
        ("<CJML/>", "x.xml"),
        ("<mxfile><diagram>!!</diagram></mxfile>", "x.drawio"),
        ("<mxfile><diagram name='a'/></mxfile>", "x.drawio"),
        ("<a", "x.xml"),
        ("<?xml version='1.0' encoding='klingon'?><a/>", "x.xml"),
        ("x\0y", "x.md"),
        ("a\n" * 5_001, "x.md"),
        ("journey\n" + "a: 1\n" * 5_001, "x.mmd"),
        ("<a>" * 200 + "</a>" * 200, "x.xml"),
        (
            "flowchart LR\n" + "&".join(f"a{n}" for n in range(200)) + "-->" + "&".join(f"b{n}" for n in range(200)),
            "x.mmd",
        ),
    ],
)
def test_what_is_no_map_is_refused_in_a_sentence_that_names_the_file(text: str, name: str) -> None:
    assert refused(text, name).startswith(name)


@pytest.mark.parametrize(
    "bomb",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><mxfile>&b;</mxfile>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><mxfile>&x;</mxfile>',
        '<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><mxfile/>',
    ],
)
def test_document_types_and_entities_are_refused(bomb: str) -> None:
    assert "document type" in refused(bomb, "x.drawio")


def opml(body: str, title: str = "") -> str:
    return f'<?xml version="1.0"?><opml version="2.0"><head><title>{title}</title></head><body>{body}</body></opml>'


BRANCHES = (
    '<outline text="Buy"><outline text="Offer * @phone"><outline text="Pains: slow"/></outline></outline>'
    '<outline text="Use"><outline text="Begin&#10;soon"/></outline>'
)


def test_opml_is_an_outline() -> None:
    reading = read(opml(BRANCHES, "Drains"), "map.opml")
    assert reading.sketch.name == "Drains"
    assert shape(reading) == [("Buy", ["Offer"]), ("Use", ["Begin soon"])]
    offer = reading.sketch.touchpoints[0]
    assert (offer.moment_of_truth, offer.channels, offer.texts) == (True, ("phone",), (LaneText("pains", "slow"),))


def test_a_single_branch_around_everything_is_the_title() -> None:
    reading = read(opml(f'<outline text="Our journey">{BRANCHES}</outline>', "export"), "map.opml")
    assert reading.sketch.name == "Our journey"
    assert shape(reading) == [("Buy", ["Offer"]), ("Use", ["Begin soon"])]


@pytest.mark.parametrize("body", ["", "<outline/>", '<outline text=" "/>'])
def test_opml_without_words_is_refused(body: str) -> None:
    assert refused(opml(body), "map.opml").startswith("map.opml: there is no line")


@pytest.mark.parametrize(
    "text",
    [
        "flowchart LR\n--" + " " * 1_900 + "x",
        "flowchart LR\n" + "a -- b " * 280,
        "# " + " a" * 500_000 + "b",
        "# " + "#" * 500_000 + "b",
        "[" * 1_000_000,
        "![a](" * 300_000,
        "Event: a\n" + "\n" * 4_000 + " " * 1_000_000,
        "journey\n" + "#" * 1_000_000,
    ],
)
def test_patterns_are_no_trap(text: str) -> None:
    for name in ("x.md", "x.mmd", "x.expn", "x.txt"):
        try:
            read(text, name)
        except Refusal:
            continue


@given(
    st.sampled_from(["x.md", "x.mmd", "x.expn", "x.txt", "x.drawio", "x.opml"]),
    st.sampled_from(["", "journey\n", "flowchart LR\n", "# A\n- ", "Event: A\n  Step: B\n", "<mxfile>"]),
    st.text(max_size=120),
)
def test_any_text_is_a_map_or_a_refusal(name: str, start: str, rest: str) -> None:
    try:
        reading = read_map((start + rest).encode("utf-8", "surrogatepass"), name)
        project = project_from_reading(reading, name="x")
    except Refusal:
        return
    verify(project)
