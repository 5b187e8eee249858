"""Projects of every size and shape on paper: judged by the text positions in the PDF itself."""

from typing import Any

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Metric, Target
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Action, Channel, Project
from journeymapper.model.tally import Tally
from journeymapper.report.report import build_report
from journeymapper.report.sections import LAYOUTS
from tests.report.orders import order

Box = tuple[float, float, float, float]
NAMES = ("x", "Offer", "W" * 60, "Aikataulumuutoksesta ilmoittaminen asiakkaalle", "word " * 40)
SHAPES = {
    "one touchpoint": [1], "one stage of 40": [40], "many stages of one": [1] * 24, "twenty times ten": [10] * 20,
    "three hundred": [30] * 10, "empty stages": [0, 3, 0], "uneven": [1, 17, 2, 9],
}  # fmt: skip


def generated(stages: list[int]) -> Project:
    """A journey with so many touchpoints a stage; names of 1 to 200 characters, a third without any data."""
    touchpoints: dict[str, Touchpoint] = {}
    points: dict[str, MeasurementPoint] = {}
    held: dict[str, Stage] = {}
    for number, count in enumerate(stages):
        keys = []
        for place in range(count):
            key = f"t{number}-{place}"
            name = f"{NAMES[(number + place) % len(NAMES)].strip()[:180]} {len(touchpoints) + 1}"
            touchpoints[key] = Touchpoint(
                id=key, name=name, channels=("web",) if place % 2 else (), moment_of_truth=place == 1,
                expectation="an answer" if place % 3 else "", pains=("waits " * 8,) if place % 4 == 0 else (),
            )  # fmt: skip
            keys.append(key)
            if place % 3:
                points[f"P{len(points) + 1}"] = MeasurementPoint(
                    id=f"P{len(points) + 1}", anchor=Anchor("touchpoint", key), metric="nps",
                    target=Target(value=40) if place % 2 else None, question="How likely? " * (place % 5),
                    status="live",
                )  # fmt: skip
        held[f"s{number}"] = Stage(id=f"s{number}", name=f"Stage {number + 1}", touchpoints=tuple(keys))
    journey = Journey(id="j", name="Generated", stage_order=tuple(held), stages=held, touchpoints=touchpoints)
    actions = {
        "a": Action(id="a", title="Do it " * 20),
        "b": Action(id="b", title="Then", anchor=Anchor("journey", "j")),
    }
    return Project(
        id="p", name="Generated", journeys={"j": journey}, journey_order=("j",), points=points,
        point_order=tuple(points), next_point=len(points) + 1, channels={"web": Channel(id="web", name="Web")},
        channel_order=("web",), metrics={"nps": Metric(id="nps", kind="nps", worst=0, best=10)}, actions=actions,
        action_order=("a", "b"),
    )  # fmt: skip


def judge(pdf: bytes) -> str:
    """Every run of text inside its page, of 7 pt at least, and on no other; all of the text."""
    document: Any = pypdfium2.PdfDocument(pdf)
    said = []
    try:
        for page in document:
            text = page.get_textpage()
            width, height = page.get_size()
            boxes = words_of(text)
            for left, foot, right, top, words in boxes:
                assert left > -0.5, words
                assert right < width + 0.5, words
                assert foot > -0.5, words
                assert top < height + 0.5, words
            assert_apart(boxes)
            assert smallest(text) >= 6.99
            said.append(text.get_text_range())
            text.close()
    finally:
        document.close()
    return "\n".join(said)


def words_of(text: Any) -> list[tuple[float, float, float, float, str]]:
    """Each word by the boxes of its letters, a hair smaller than they are."""
    found: list[tuple[float, float, float, float, str]] = []
    open_word = False
    for place in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text, place))
        left, foot, right, top = text.get_charbox(place)
        if letter.isspace() or right - left <= 0 or top - foot <= 0:
            open_word = open_word and not letter.isspace()
            continue
        box = (left + 0.2, foot + 0.2, right - 0.2, top - 0.2)
        last = found[-1] if open_word else None
        if last and -1.0 < left - last[2] < 2.0 and foot < last[3] and last[1] < top:
            ends = (last[0], min(last[1], box[1]), box[2], max(last[3], box[3]))
            found[-1] = (*ends, last[4] + letter)
        else:
            found.append((*box, letter))
        open_word = True
    return found


def assert_apart(boxes: list[tuple[float, float, float, float, str]]) -> None:
    boxes.sort()
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            if other[0] >= one[2]:
                break
            assert other[1] >= one[3] or other[3] <= one[1], (one, other)


def smallest(text: Any) -> float:
    sizes = [pdfium.FPDFText_GetFontSize(text, place) for place in range(text.count_chars())]
    return min((size for size in sizes if size > 1.01), default=99.0)


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape not in ("twenty times ten", "three hundred")])
@pytest.mark.parametrize(("code", "page"), [("en", "A3"), ("fi", "A4")])
def test_every_page_of_odd_projects_is_sound(shape: str, code: str, page: str) -> None:
    project = generated(SHAPES[shape])
    said = "".join(judge(build_report(project, {}, order(code, page))).split())
    for touchpoint in project.journeys["j"].touchpoints.values():
        assert "".join(touchpoint.name.split()) in said


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("code", "page", "landscape"), [("en", "A0", True), ("fi", "A4", False), ("en", "A5", True)])
def test_every_layout_of_every_shape_is_sound(shape: str, layout: str, code: str, page: str, landscape: bool) -> None:
    for mode in ("break", "tile"):
        try:
            pdf = build_report(
                generated(SHAPES[shape]), {}, order(code, page, landscape=landscape, layout=layout, map=mode)
            )
        except Refusal as refusal:
            if not any(said in str(refusal) for said in ("7 pt", "larger paper", "sheets of", "has no pages")):
                raise
            continue
        if mode == "break":
            judge(pdf)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("code", ["en", "fi"])
def test_every_layout_is_sound_with_results(
    project: Project, tallies: dict[str, Tally], layout: str, code: str
) -> None:
    page = "A1" if layout.startswith("wall") else "A3"
    judge(build_report(project, tallies, order(code, page, layout=layout)))


@pytest.mark.parametrize(
    "text",
    [
        "x" * 20_000,
        "javascript:alert(1)",
        "<b>&amp;</b> <script>",
        "=cmd|' /C calc'!A0",
        "\u202e\u0000\ud7ff 漢字 \U0001f600",
    ],
    ids=["long", "link", "markup", "formula", "odd"],
)
def test_strange_words_are_printed_as_they_are_and_lead_nowhere(
    project: Project, tallies: dict[str, Tally], text: str
) -> None:
    journey = project.journeys["j1"]
    touchpoints = {
        key: msgspec.structs.replace(each, name=text[:200], expectation=text, pains=(text,), owner=text[:200])
        for key, each in journey.touchpoints.items()
    }
    points = {
        key: msgspec.structs.replace(each, question=text, name=text[:200]) for key, each in project.points.items()
    }
    odd = msgspec.structs.replace(
        project, name=text[:200], client=text[:200], points=points,
        journeys={"j1": msgspec.structs.replace(journey, name=text[:200], headline=text, touchpoints=touchpoints)},
    )  # fmt: skip
    pdf = build_report(odd, tallies, order(embed=False))
    judge(pdf)
    for dangerous in (b"/URI", b"/JavaScript", b"/Launch", b"/GoToR"):
        assert dangerous not in pdf
