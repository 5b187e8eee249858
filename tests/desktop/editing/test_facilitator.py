"""The drainage map built from nothing by keyboard and mouse, in the wrong order, split, parked and moved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journeymapper.desktop.window import Window
from journeymapper.mapfiles.quick_entry import read_entry
from journeymapper.model.journey import Link, Touchpoint
from journeymapper.model.project import Project
from journeymapper.storage.container import open_project
from tests.desktop.conftest import SAMPLES
from tests.desktop.editing.facilitator import Facilitator

ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
)  # fmt: skip
WRITTEN = ("situation", "expectation")
SEEN = ("name", "moment_of_truth", "moment_reason", "conditional", "base")

KEYS, CLICKS = 1183, 10
"""What the whole map costs, with channels, stars, reasons and all that is put right."""
TYPED = """\
Compare and agree > First contact @Phone @Web and e-mail
Survey visit @On site
Contract and dates @Web and e-mail @Letter and paper
Offer @Web and e-mail @Letter and paper @Phone *(The only paper on which three firms are compared.)
Work on site > Digging and daily news @On site @Text message
Change of dates @Phone @Text message *(Late is forgiven, silent is not.) ?(Sites whose date moves, 47 of 138)
Extra work agreed @On site @Letter and paper ?(Sites that need extra work, 52 of 138)
Follow-up call @Phone *(The contact nobody expects.)
Get ready > Start notice and yard walk
Finish and hand over > Yard put back @On site
Final invoice @Web and e-mail @Letter and paper
Hand-over inspection @On site @Letter and paper *(What is left undone here is told to the neighbours.)
Aftercare > First spring @Web and e-mail @Letter and paper
Guarantee contact @Phone @Web and e-mail @On site ?(Customers who report a fault, 24 a year)"""
FIRST = """\
Search and reviews @Reviews @Web and e-mail
Website and price guide @Web and e-mail
Fair stand @On site ?(Visitors of the stand, on six days a year)"""


def said(project: Project) -> list[tuple[str, list[dict[str, object]]]]:
    """Stages with their touchpoints: names, channels by name, stars and conditions with their reasons."""
    journey = project.ordered_journeys()[0]

    def card(touchpoint: Touchpoint) -> dict[str, object]:
        channels = [project.channels[key].name for key in touchpoint.channels]
        return {field: getattr(touchpoint, field) for field in SEEN} | {"channels": channels}

    return [
        (stage.name, [card(journey.touchpoints[key]) for key in stage.touchpoints])
        for stage in journey.ordered_stages()
    ]


def told(project: Project) -> dict[str, object]:
    """What the lanes say: expectations, situations, feelings, lengths, messages, promises and the links with kinds."""
    journey = project.ordered_journeys()[0]
    names = {"": ""} | {key: card.name for key, card in journey.touchpoints.items()}
    return {
        "cards": {
            card.name: {field: getattr(card, field) for field in WRITTEN} for card in journey.touchpoints.values()
        },
        "feelings": {card.name: card.feeling or 0 for card in journey.touchpoints.values()},
        "lengths": {stage.name: stage.usual_length for stage in journey.stages.values()},
        "messages": {(names[one.touchpoint], one.trigger, one.text) for one in journey.messages.values()},
        "promises": {(names[key], one.text) for one in project.promises.values() for key in one.touchpoints},
        "links": {(names[one.source], names[one.target], one.kind) for one in journey.links.values() if _inner(one)},
    }


def _inner(link: Link) -> bool:
    """Whether it leads from a card to a card."""
    return bool(link.source and link.target)


@pytest.fixture
def sample() -> Project:
    """The map as it is to become."""
    return open_project(SAMPLES / "drainage_renovation.jmap").project


@pytest.fixture
def facilitator(empty_window: Window) -> Facilitator:
    """At a new project, with the keyboard on the map."""
    empty_window.new()
    QApplication.processEvents()
    return Facilitator(empty_window)


def present(window: Window) -> Project:
    assert window.session is not None
    return window.session.project


def enter_lines(facilitator: Facilitator, text: str) -> None:
    """Each line and Enter, in the line of quick entry."""
    for line in text.split("\n"):
        facilitator.types(line)
        facilitator.presses(ENTER)


def test_the_drainage_map_is_built_in_a_workshop(
    facilitator: Facilitator, empty_window: Window, sample: Project
) -> None:
    hands = facilitator
    hands.clicks_on("First stage", "stage")
    hands.types("Need and search")
    hands.presses(ENTER)
    hands.presses(ESC)  # the next card was not wanted yet
    hands.types(":")
    enter_lines(hands, FIRST)
    enter_lines(hands, TYPED)
    hands.presses(ESC)
    hands.clicks_on("Start notice and yard walk")
    hands.types("/")
    hands.presses(Qt.Key.Key_A, CTRL)
    hands.types("Start notice / Yard walk")
    hands.presses(ENTER)
    put_right(hands)
    give_channels(hands)
    assert said(present(empty_window)) == said(sample)
    assert not present(empty_window).ordered_journeys()[0].parked
    assert (hands.keys, hands.clicks) == (KEYS, CLICKS)
    fill_lanes(hands, sample)
    draw_links(hands, sample)
    assert told(present(empty_window)) == told(sample)
    print(f"\nthe whole drainage map: {hands.keys} keys, {hands.clicks} clicks and drags")


def put_right(hands: Facilitator) -> None:
    """Nothing came in the right order."""
    hands.clicks_on("Offer")
    hands.presses(Qt.Key.Key_Left, ALT)
    hands.parks("Follow-up call")
    hands.drags("Get ready", "Digging and daily news", 0, "stage")
    hands.drags("Hand-over inspection", "Final invoice", -12)
    hands.drags("Follow-up call", "First spring", -12, "parked")


def give_channels(hands: Facilitator) -> None:
    """The two halves of a split card get their channels anew: they are written once more, the old ones go."""
    hands.clicks_on("Yard walk")
    hands.presses(Qt.Key.Key_Delete)
    hands.clicks_on("Start notice")
    hands.presses(Qt.Key.Key_Delete)
    hands.clicks_on("Get ready", "stage")
    hands.types(":")
    enter_lines(hands, "Start notice @Text message @Phone\nYard walk @On site")
    hands.presses(ESC)


def fill_lanes(hands: Facilitator, wanted: Project) -> None:
    """Along each lane with Tab; lengths, messages and promises one by one; feelings with Ctrl and an arrow."""
    journey = wanted.ordered_journeys()[0]
    names = {key: card.name for key, card in journey.touchpoints.items()}
    for lane in (*WRITTEN, "time", "messages"):
        hands.runs(f"lane-{lane}")
    for lane in WRITTEN:
        write_along(hands, lane, [(card.name, getattr(card, lane)) for card in journey.ordered_touchpoints()])
    for stage in journey.ordered_stages():
        hands.opens_length(stage.name)
        hands.types(stage.usual_length)
        hands.presses(ENTER)
    for message in journey.messages.values():
        write_along(hands, "messages", [(names[message.touchpoint], f"{message.trigger}: {message.text}")])
    hands.runs("fit")
    make_promises(hands, wanted, names)
    hands.runs("fit")
    for card in journey.ordered_touchpoints():
        if card.feeling:
            hands.clicks_on(card.name)
            hands.presses(Qt.Key.Key_Up if card.feeling > 0 else Qt.Key.Key_Down, CTRL, abs(card.feeling))


def make_promises(hands: Facilitator, wanted: Project, names: dict[str, str]) -> None:
    """Each at the cards that must prove it."""
    for promise in wanted.promises.values():
        hands.clicks_on(names[promise.touchpoints[0]])
        for key in promise.touchpoints[1:]:
            hands.clicks_on(names[key], keys=CTRL)
        hands.runs("add-promise")
        hands.types(promise.text)
        hands.presses(ENTER)


def write_along(hands: Facilitator, lane: str, texts: list[tuple[str, str]]) -> None:
    """The texts of cards that stand side by side, from the first one on."""
    hands.opens(texts[0][0], lane)
    for number, (_, text) in enumerate(texts):
        if number:
            hands.presses(TAB)
        hands.types(text)
    hands.presses(ENTER)


def draw_links(hands: Facilitator, wanted: Project) -> None:
    """From card to card, as the team assumes that it goes, and the detours."""
    journey = wanted.ordered_journeys()[0]
    hands.runs("fit")
    for link in journey.links.values():
        if _inner(link):
            source, target = journey.touchpoints[link.source].name, journey.touchpoints[link.target].name
            hands.links(source, target, link.kind)


def test_names_alone_cost_one_key_more_than_their_letters(
    facilitator: Facilitator, empty_window: Window, sample: Project
) -> None:
    hands, wanted = facilitator, said(sample)
    hands.clicks_on("First stage", "stage")
    for number, (stage, cards) in enumerate(wanted):
        if number:
            hands.presses(TAB)
        hands.types(stage)
        for card in cards:
            hands.presses(ENTER)
            hands.types(str(card["name"]))
    hands.presses(ENTER)
    hands.presses(ESC)
    names = [(stage, [card["name"] for card in cards]) for stage, cards in wanted]
    built = [(stage, [card["name"] for card in cards]) for stage, cards in said(present(empty_window))]
    assert built == names
    letters = sum(len(stage) + sum(len(str(name)) for name in cards) for stage, cards in names)
    assert hands.keys == letters + 6 + 18 - 1 + 2


def test_the_whole_map_is_pasted_at_once(sample: Project) -> None:
    """What is typed above is what the reader reads: no line is lost on the way."""
    reading = read_entry(f"Need and search > {FIRST}\n{TYPED}")
    assert not reading.account
    assert len(reading.sketch.touchpoints) == 17
