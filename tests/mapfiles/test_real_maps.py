"""Real map files beside the project, counted by hand."""

from pathlib import Path

import pytest

from journeymapper.mapfiles.map_file import project_from_reading, read_map
from journeymapper.mapfiles.sketch import Reading, Sketch
from journeymapper.model.integrity import verify


@pytest.fixture
def maps() -> Path:
    folder = Path(__file__).parents[2].parent / "shared" / "data" / "maps"
    if not folder.is_dir():
        pytest.skip(f"the real maps are not here: {folder}")
    return folder


def read(folder: Path, name: str) -> Reading:
    reading = read_map((folder / name).read_bytes(), name)
    verify(project_from_reading(reading, name="x"))
    return reading


def counts(sketch: Sketch) -> list[tuple[str, int]]:
    return [(stage.name, len(stage.touchpoints)) for stage in sketch.stages]


def account(reading: Reading) -> list[str]:
    return [message.english() for message in reading.account]


def test_the_working_day_of_mermaids_own_page(maps: Path) -> None:
    reading = read(maps, "mermaid_userJourney.md")
    (sketch,) = reading.sketches
    assert sketch.name == "My working day"
    assert counts(sketch) == [("Go to work", 3), ("Go home", 2)]
    assert [card.feeling for card in sketch.touchpoints] == [2, 0, -2, 2, 2]
    assert sketch.touchpoints[2].personas == ("Me", "Cat")
    assert account(reading) == ["1 diagram says the same as another and is drawn once."]


def test_an_exported_flowchart_of_pages(maps: Path) -> None:
    reading = read(maps, "example-mermaid-export.md")
    (sketch,) = reading.sketches
    names = [card.name for card in sketch.touchpoints]
    assert len(names) == 13
    assert (names[0], names[-1]) == ("Landing page", "Order confirmation page")
    assert len(sketch.links) == 15
    happy = [link for link in sketch.links if link.kind == "happy"]
    assert [names[link.source] for link in happy] == [
        "Landing page",
        "Chocolate listing page",
        "Chocolate detail page",
        "Select chocolate subscription frequency",
        "Basket page",
        "Login page",
        "Account details page",
        "Address details page",
        "Payment details page",
        "Confirm order page",
    ]
    assert {link.label for link in sketch.links} >= {"Select chocolates", "Log into account", "Confirm order"}
    assert not [link for link in sketch.links if link.kind == "loop"]


@pytest.mark.parametrize(
    ("file", "title", "number", "first"),
    [
        ("existing-customer-buys-chocolates.md", "Existing customer buys chocolates", 8, "Select chocolates"),
        ("new-customer-buys-flowers.md", "New customer buys flowers", 10, "Select flowers"),
    ],
)
def test_numbered_lists_with_what_the_customer_does(maps: Path, file: str, title: str, number: int, first: str) -> None:
    reading = read(maps, file)
    (sketch,) = reading.sketches
    assert (sketch.name, counts(sketch)) == (title, [("User flow", number)])
    assert sketch.description.startswith("A customer who")
    said = [[text.text for text in card.texts] for card in sketch.touchpoints]
    assert said[0] == [first]
    assert said[-1] == []
    assert all(len(texts) == 1 for texts in said[:-1])
    assert reading.account == ()


@pytest.mark.parametrize(
    ("file", "title", "stages", "personas"),
    [
        (
            "simple-onboarding-journey.expn",
            "Simple User Onboarding",
            [("Account Creation", 2), ("First Login", 1)],
            ["Excited New User"],
        ),
        (
            "data-rich-journey.expn",
            "Online Course Completion Analysis",
            [("Course Enrollment", 2), ("Module 1 Completion", 2)],
            ["Dedicated Learner", "Engaged Learner"],
        ),
        (
            "modular-journey-with-refs.expn",
            "Software Installation & Setup",
            [("Download Software", 2), ("Installation Process", 3), ("First Launch & Configuration", 3)],
            ["New User"],
        ),
        (
            "comprehensive-customer-support-journey.expn",
            "Advanced Customer Support Resolution",
            [
                ("Issue Discovery & Initial Self-Service", 2),
                ("Contacting Support", 3),
                ("Agent Interaction & Resolution Attempt", 3),
                ("Escalation", 2),
            ],
            ["Frustrated Customer", "Support Agent", "Relieved Customer"],
        ),
    ],
)
def test_experience_notation(
    maps: Path, file: str, title: str, stages: list[tuple[str, int]], personas: list[str]
) -> None:
    (sketch,) = read(maps, file).sketches
    assert (sketch.name, counts(sketch)) == (title, stages)
    assert [persona.name for persona in sketch.personas] == personas


def test_experience_notation_says_what_it_could_not_keep(maps: Path) -> None:
    reading = read(maps, "comprehensive-customer-support-journey.expn")
    said = account(reading)
    assert "Nothing has the id EVT-RESOLUTION that is referred to." in said
    assert "Not used: Metrics, Meta, External-Source." in said
    assert reading.sketch.description.endswith("and potential escalations.")
    query = reading.sketch.touchpoints[5]
    assert query.channels == ("CRM System", "Phone Headset")
    assert query.personas == ("Support Agent",)
    assert query.texts[0].text == "Reads/listens to customer's problem description"
    assert query.texts[1].text == "Ref: STEP-INIT-CHAT, STEP-INIT-CALL"


def test_a_drawing_is_ordered_along_its_arrows(maps: Path) -> None:
    reading = read(maps, "vitae_design.drawio")
    (sketch,) = reading.sketches
    assert [card.name for card in sketch.touchpoints] == [
        "Generate questions",
        "List questions",
        "Select question",
        "View draft stories",
        "Request question",
        "Ask question",
    ]
    assert [(link.source, link.target, link.kind) for link in sketch.links] == [
        (0, 1, "happy"),
        (1, 2, "happy"),
        (2, 5, "happy"),
        (3, 4, "alternative"),
        (4, 5, "alternative"),
    ]
    assert "No containers name stages: the boxes are drawn in one stage." in account(reading)
