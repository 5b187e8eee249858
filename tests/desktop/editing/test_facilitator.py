"""The drainage map built from nothing by keyboard and mouse, in the wrong order, split, parked and moved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journeymapper.desktop.window import Window
from journeymapper.mapfiles.quick_entry import read_entry
from journeymapper.model.journey import Touchpoint
from journeymapper.model.project import Project
from journeymapper.storage.container import open_project
from tests.desktop.conftest import SAMPLES
from tests.desktop.editing.facilitator import Facilitator

ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
)  # fmt: skip
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
