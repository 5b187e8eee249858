"""What is exported for other programs is read back by the project's own readers of their formats."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from journeymapper.analysis.scoring import score_points
from journeymapper.export.drawio import drawio
from journeymapper.export.mermaid import mermaid
from journeymapper.language.language import language
from journeymapper.mapfiles.drawio import read_drawio
from journeymapper.mapfiles.mermaid import read_mermaid
from journeymapper.model import edits
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.project import Persona, Project
from journeymapper.storage.container import Opened, open_project

SAMPLES = Path(__file__).parents[2] / "sample_projects"
NASTY = '=1+1 <b onclick="x">&#10; "javascript:alert(1)" : # ; % , ]]> '


@pytest.fixture(scope="module", params=["drainage_renovation.jmap", "salaojaremontti.jmap"])
def opened(request: pytest.FixtureRequest) -> Opened:
    return open_project(SAMPLES / request.param)


def first(project: Project) -> Journey:
    return project.ordered_journeys()[0]


def canaries() -> Project:
    project = edits.add_journey(Project(id="p", name=NASTY), Journey(id="j", name=NASTY))
    project = edits.add_persona(project, Persona(id="who", name=NASTY))
    project = edits.add_stage(project, "j", Stage(id="s", name="section " + NASTY))
    return edits.add_touchpoint(project, "s", Touchpoint(id="t", name="title: " + NASTY, personas=("who",), feeling=-2))


def test_mermaid_comes_back_with_its_stages_names_and_feelings(opened: Opened) -> None:
    journey = first(opened.project)
    reading = read_mermaid([mermaid(opened.project, journey)], source="x.mmd")
    (sketch,) = reading.sketches
    assert reading.account == ()
    assert [stage.name for stage in sketch.stages] == [stage.name for stage in journey.ordered_stages()]
    read = [(card.name.removesuffix(" ★"), card.feeling) for stage in sketch.stages for card in stage.touchpoints]
    assert read == [(each.name, each.feeling) for each in journey.ordered_touchpoints()]


def test_mermaid_has_one_line_a_touchpoint_whatever_stands_in_a_name() -> None:
    project = canaries()
    text = mermaid(project, first(project))
    assert len(text.splitlines()) == 4
    (task,) = [line for line in text.splitlines() if line.startswith("        ")]
    assert task.count(":") == 2
    assert task.split(": ")[1] == "1"
    (sketch,) = read_mermaid([text], source="x.mmd").sketches
    assert [len(stage.touchpoints) for stage in sketch.stages] == [1]


def test_draw_io_comes_back_with_its_stages_touchpoints_and_ways(opened: Opened) -> None:
    journey, project = first(opened.project), opened.project
    text = drawio(project, journey, score_points(project, opened.tallies), language("en"))
    (sketch,) = read_drawio(ElementTree.fromstring(text), source="x.drawio").sketches
    assert [stage.name for stage in sketch.stages] == [stage.name for stage in journey.ordered_stages()]
    names = {card.name.removesuffix(" ★") for stage in sketch.stages for card in stage.touchpoints}
    assert names == {each.name for each in journey.ordered_touchpoints()}
    assert "▼ told in time 55\N{NO-BREAK SPACE}% −35" in text or project.language == "fi"


def test_draw_io_shows_markup_as_text() -> None:
    project = canaries()
    root = ElementTree.fromstring(drawio(project, first(project), {}, language("en")))
    cells = {cell.get("id"): cell for cell in root.iter("mxCell")}
    box = cells["touchpoint-t"]
    name = first(project).touchpoints["t"].name
    assert box.get("value") == name
    assert all("html=0" in str(cell.get("style")) for cell in cells.values() if cell.get("vertex") or cell.get("edge"))
