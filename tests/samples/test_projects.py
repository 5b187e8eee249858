"""The sample projects hold together, show exactly their deliberate flaws, and say the same in both languages."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from journeymapper.analysis.graph import all_path_findings
from journeymapper.model.checks import check
from journeymapper.model.element import Element
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.measurement import Target
from journeymapper.model.places import every_element
from journeymapper.model.project import Project
from journeymapper.storage.container import Opened

WORDS = {
    "name", "text", "description", "quote", "title", "detail", "effect", "proof", "question", "asked", "read", "method",
    "instrument", "system", "trigger", "population", "decision", "closed_loop", "owner", "analyst", "data_basis",
    "retention", "contact_class", "expectation", "situation", "function", "base", "moment_reason", "volume_unit",
    "not_measured_because", "usual_length", "label", "from_function", "to_function", "channel", "responsible",
    "scope", "customer_goal", "business_goal", "success_event", "headline", "disclaimer", "confidentiality", "source",
    "quotation", "scale", "cadence", "last_result", "fate_reason", "note", "reason",
    "assumption", "assumptions",
}  # fmt: skip
THE_SAME_IN_BOTH = {"4–10", "K3", "P7", "P12", "P15", "P16", "P18", "P23"}
KEPT = re.compile(r"touchpoint-|(encounter|operational|journey|relationship|staff|qualitative)$")
ENGLISH = re.compile(r"\b(the|and|with|of|is|are|what|every|survey|offer|call|yard|from|phone|month|customer)\b", re.I)


def texts(element: Element) -> Iterator[tuple[str, str]]:
    """The fields of an element that a reader sees, where they are filled; a target's source is one too."""
    for field in element.__struct_fields__:
        value = getattr(element, field)
        if field in WORDS and isinstance(value, str) and value and not KEPT.match(value):
            yield field, value
        if isinstance(value, Target) and value.source:
            yield "target source", value.source


def all_texts(project: Project) -> dict[tuple[str, str], str]:
    kept = [element for element in (project, *every_element(project)) if element.id not in project.result_sets]
    return {(element.id, field): text for element in kept for field, text in texts(element)}


@pytest.mark.parametrize("sample", ["english", "finnish", "airport"])
def test_every_reference_is_there(sample: str, request: pytest.FixtureRequest) -> None:
    opened: Opened = request.getfixturevalue(sample)
    verify(opened.project)
    assert broken_references(opened.project) == []


@pytest.mark.parametrize("sample", ["english", "finnish"])
def test_the_deliberate_flaws_are_what_is_found(sample: str, request: pytest.FixtureRequest) -> None:
    opened: Opened = request.getfixturevalue(sample)
    assert all_path_findings(opened.project) == []
    assert {(finding.kind, finding.element) for finding in check(opened.project)} == {
        ("hand-off not measured", "hand-off-call-guarantee"),
        ("too few answers planned", "P19"),
        ("deliberately not measured", "touchpoint-contract"),
        ("baseline being collected", "P13"),
        ("no goal", "P4"),
        ("no goal", "P10"),
    }


def test_the_airport_leaves_out_only_what_was_not_asked(airport: Opened) -> None:
    assert all_path_findings(airport.project) == []
    assert {(finding.kind, finding.element) for finding in check(airport.project)} == {
        ("deliberately not measured", "touchpoint-check-in"),
    }


def test_the_size_of_the_drainage_renovation(english: Opened) -> None:
    project = english.project
    (journey,) = project.ordered_journeys()
    assert (len(journey.stages), len(journey.touchpoints), len(project.points)) == (6, 18, 24)
    assert sum(touchpoint.moment_of_truth for touchpoint in journey.touchpoints.values()) == 4
    assert {link.kind for link in journey.links.values()} == {"happy", "alternative", "loop"}
    assert (len(journey.hand_offs), len(journey.messages), len(project.personas)) == (3, 9, 3)
    assert (len(project.promises), len(project.actions), len(project.result_sets)) == (3, 7, 12)
    assert sum(persona.share or 0 for persona in project.personas.values()) == pytest.approx(1)
    assert sum(channel.share or 0 for channel in project.channels.values()) == pytest.approx(1)
    assert project.next_point == 25
    assert project.dated == date(2026, 11, 22)


def skeleton(project: Project) -> object:
    """The project without what its language says: names, and the results' accounts and segments."""
    plain = msgspec.to_builtins(project)

    def bare(value: object) -> object:
        if isinstance(value, dict):
            return {key: bare(part) for key, part in value.items() if key not in WORDS | {"language", "result_sets"}}
        return [bare(part) for part in value] if isinstance(value, list | tuple) else value

    for point in plain["points"].values():
        point.get("target", {}).pop("source", None)
        point.pop("wordings", None)
    for one in plain["questionnaires"].values():
        one.pop("words")
    return bare(plain)


def test_both_languages_have_the_same_structure(english: Opened, finnish: Opened) -> None:
    assert skeleton(english.project) == skeleton(finnish.project)
    assert all_texts(english.project).keys() == all_texts(finnish.project).keys()
    assert list(english.project.result_sets) == list(finnish.project.result_sets)


def test_a_questionnaire_says_the_same_in_both_projects(english: Opened, finnish: Opened) -> None:
    for one in english.project.ordered_questionnaires():
        other = finnish.project.questionnaires[one.id]
        assert {words.language: words for words in one.words} == {words.language: words for words in other.words}
        assert [words.language for words in other.words] == ["fi", "en"]
        for key in one.points:
            assert finnish.project.points[key].wording("en").question == english.project.points[key].question
            assert english.project.points[key].wording("fi").question == finnish.project.points[key].question


def test_no_english_is_left_in_the_finnish_one(english: Opened, finnish: Opened) -> None:
    theirs = all_texts(english.project)
    for place, text in all_texts(finnish.project).items():
        if text not in THE_SAME_IN_BOTH:
            assert text != theirs[place], place
        assert not ENGLISH.search(text.replace("mystery shopping", "")), (place, text)


def test_both_are_marked_as_invented(english: Opened, finnish: Opened) -> None:
    assert "invented" in english.project.disclaimer
    assert "keksittyjä" in finnish.project.disclaimer


def test_the_samples_are_small(samples: Path) -> None:
    assert sum(path.stat().st_size for path in samples.rglob("*") if path.is_file()) < 1_000_000
