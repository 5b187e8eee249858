"""The templates of the program, and those that a team saves."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from journeymapper.mapfiles.template_file import FOLDER, load_channels, load_template
from journeymapper.mapfiles.templates import (
    Template,
    named_template,
    project_from_template,
    save_as_template,
    templates,
)
from journeymapper.model import edits
from journeymapper.model.checks import check
from journeymapper.model.integrity import verify
from journeymapper.model.journey import Journey
from journeymapper.model.measurement import Anchor, MeasurementPoint, Target
from journeymapper.model.messages import Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Project
from journeymapper.storage.documents import decode_document, encode_document
from tests.strategies import projects

IDS = sorted(path.stem for path in FOLDER.glob("[!_]*.toml"))
TO_DO = {"no owners", "no targets", "no decisions", "journey without owner"}
"""What a template leaves to those who begin with it."""
ENGLISH_AND_FINNISH_ALIKE = {"chat", "it"}


def of(template_id: str, language: str) -> Project:
    return project_from_template(named_template(template_id, language))


def journey_of(project: Project) -> Journey:
    (journey,) = project.ordered_journeys()
    return journey


def test_there_are_nine_for_the_journeys_that_teams_draw_most() -> None:
    assert len(IDS) == 9
    for language in ("en", "fi"):
        found = templates(language)
        assert sorted(template.id for template in found) == IDS
        assert len({template.name for template in found}) == 9
        assert all(template.description for template in found)


@pytest.mark.parametrize("language", ["en", "fi"])
@pytest.mark.parametrize("template_id", IDS)
def test_a_template_is_a_whole_project_that_a_team_can_begin_with(template_id: str, language: str) -> None:
    project = of(template_id, language)
    verify(project)
    journey = journey_of(project)
    cards = journey.ordered_touchpoints()
    assert (project.language, journey.state) == (language, "assumed")
    assert 4 <= len(journey.stages) <= 7
    assert 12 <= len(cards) <= 22
    assert 3 <= sum(card.moment_of_truth for card in cards) <= 5
    assert all(card.feeling is not None and card.expectation and card.channels and card.kinds for card in cards)
    assert len({card.feeling for card in cards}) >= 3
    assert all(stage.usual_length for stage in journey.stages.values())
    assert len(project.points) >= 8
    assert len(journey.messages) >= 4
    assert project.personas
    assert journey.customer_goal
    assert journey.business_goal
    assert journey.success_event
    assert {finding.kind for finding in check(project)} == TO_DO
    assert decode_document(encode_document(project), "x").project == project


@pytest.mark.parametrize("template_id", IDS)
def test_points_are_planned_with_questions_or_sources_and_without_targets(template_id: str) -> None:
    for point in of(template_id, "en").ordered_points():
        assert point.status in ("idea", "planned")
        assert point.target is None
        assert point.name
        assert point.asked
        assert bool(point.question) != (point.everybody or point.metric in ("stars",))


@pytest.mark.parametrize("template_id", IDS)
def test_names_are_short_enough_for_cards(template_id: str) -> None:
    for language in ("en", "fi"):
        project = of(template_id, language)
        journey = journey_of(project)
        holders = (journey.touchpoints, journey.stages, project.points)
        for name in [element.name for elements in holders for element in elements.values()]:
            assert 0 < len(name) <= 40, name
        assert all(len(point.asked) <= 40 for point in project.points.values())
        assert all(len(channel.name) <= 30 for channel in project.channels.values())


@pytest.mark.parametrize("template_id", IDS)
def test_touchpoints_tell_of_the_customer_and_of_the_staff(template_id: str) -> None:
    cards = journey_of(of(template_id, "en")).ordered_touchpoints()
    assert 3 * sum(bool(card.doing and card.thoughts) for card in cards) >= 2 * len(cards)
    assert 2 * sum(bool(card.pains or card.delights) for card in cards) >= len(cards)
    assert any(card.pains for card in cards)
    assert any(card.delights for card in cards)
    assert not [card.id for card in cards if "staffed" in card.kinds and not (card.staff or card.backstage)]
    assert all(member.role and member.text for card in cards for member in card.staff)


@pytest.mark.parametrize("template_id", IDS)
def test_every_experience_is_of_a_touchpoint_of_its_map(template_id: str) -> None:
    template = load_template(FOLDER / f"{template_id}.toml")
    assert set(template.experiences) <= {card.id for stage in template.stages for card in stage.touchpoints}


@pytest.mark.parametrize("template_id", IDS)
def test_the_happy_path_leads_through_what_everybody_meets(template_id: str) -> None:
    journey = journey_of(of(template_id, "en"))
    everybody = [card.id for card in journey.ordered_touchpoints() if not card.conditional]
    happy = [(link.source, link.target) for link in journey.links.values() if link.kind == "happy"]
    assert happy == list(pairwise(everybody))
    others = {card.id for card in journey.ordered_touchpoints()} - set(everybody)
    assert others <= {link.target for link in journey.links.values() if link.kind == "alternative"}


@pytest.mark.parametrize("template_id", IDS)
def test_both_languages_are_the_same_map_in_other_words(template_id: str) -> None:
    english, finnish = of(template_id, "en"), of(template_id, "fi")
    assert bones(english) == bones(finnish)
    for one, other in zip(words(english), words(finnish), strict=True):
        assert bool(one) == bool(other)
        assert one != other or not one or one.casefold() in ENGLISH_AND_FINNISH_ALIKE, one
    assert english.id != finnish.id


def bones(project: Project) -> dict[str, object]:
    """Ids, orders and all that is no text."""
    journey = journey_of(project)
    return {
        "stages": [(stage.id, stage.touchpoints) for stage in journey.ordered_stages()],
        "cards": [
            (c.id, c.channels, c.kinds, c.feeling, c.moment_of_truth, c.conditional)
            for c in journey.ordered_touchpoints()
        ],
        "points": [(p.id, p.anchor, p.metric, p.levels, p.scope, p.also_covers) for p in project.ordered_points()],
        "links": [(link.id, link.source, link.target, link.kind) for link in journey.links.values()],
        "messages": [(m.id, m.touchpoint, m.channel) for m in journey.messages.values()],
        "hand-offs": [(h.id, h.source, h.target) for h in journey.hand_offs.values()],
        "personas": [(p.id, p.preferred_channels) for p in project.personas.values()],
        "channels": list(project.channels),
        "recurs": journey.recurs_to,
    }


def words(project: Project) -> list[str]:
    journey = journey_of(project)
    texts = [project.name, journey.customer_goal, journey.business_goal, journey.success_event, journey.scope]
    for card in journey.ordered_touchpoints():
        texts += [card.name, card.expectation, card.moment_reason, card.base]
        texts += [card.doing, card.thoughts, *card.pains, *card.delights, card.backstage]
        texts += [word for member in card.staff for word in (member.role, member.text)]
    for point in project.ordered_points():
        texts += [point.name, point.question, point.asked, point.population]
    for message in journey.messages.values():
        texts += [message.text, message.trigger]
    for persona in project.personas.values():
        texts += [persona.name, persona.description, persona.quote]
    return [*texts, *(channel.name for channel in project.channels.values())]


def test_texts_keep_the_rules_of_writing() -> None:
    for template_id in IDS:
        for text in [word for language in ("en", "fi") for word in words(of(template_id, language))]:
            assert "!" not in text
            assert "  " not in text
            assert text == text.strip()


def test_every_channel_of_the_list_is_used() -> None:
    used = {
        key
        for template_id in IDS
        for stage in load_template(FOLDER / f"{template_id}.toml").stages
        for card in stage.touchpoints
        for key in card.channels
    }
    assert used <= set(load_channels())
    assert len(set(load_channels()) - used) == 0


def test_templates_are_found_by_id_and_by_name() -> None:
    assert named_template("RENOVATION", "fi").name == "Kotiremontti"
    assert named_template("kotiremontti", "fi").id == "renovation"
    with pytest.raises(Refusal, match="air_travel"):
        named_template("moon landing", "en")


def with_people() -> Project:
    project = of("renovation", "en")
    point = next(iter(project.points))
    project = edits.change(project, project.id, client="Rinneoja Oy", dated=date(2026, 1, 1))
    project = edits.change(
        project, point, owner="Ann", target=Target(value=40, source="board", agreed_on=date(2026, 1, 1))
    )
    return edits.change(project, "message-call", responsible="Bob")


def test_a_saved_template_forgets_client_people_and_days_and_keeps_the_map() -> None:
    project = with_people()
    path = save_as_template(project, "Our renovations")
    saved = templates("fi")[-1]
    assert (saved.id, saved.name, saved.own, saved.path) == ("our_renovations", "Our renovations", True, path)
    assert named_template("our renovations", "en") == saved
    again = project_from_template(saved)
    verify(again)
    assert again.id != project.id
    text = path.read_text("utf-8")
    assert not [word for word in ("Rinneoja", "Ann", "Bob", "board", "2026-01-01") if word in text]
    assert journey_of(again).stage_order == journey_of(project).stage_order
    point = next(iter(again.points.values()))
    assert point.target == Target(value=40)


def test_a_name_is_given_once_and_damaged_templates_are_left_out(tmp_path: Path) -> None:
    project = of("renovation", "en")
    path = save_as_template(project, "Ours", tmp_path)
    with pytest.raises(Refusal, match="already"):
        save_as_template(project, "OURS", tmp_path)
    with pytest.raises(Refusal):
        save_as_template(project, "  ", tmp_path)
    assert save_as_template(project, "../../etc/passwd", tmp_path).parent == tmp_path
    assert save_as_template(project, "🙂", tmp_path).name == "template.json"
    (tmp_path / "broken.json").write_text("{")
    assert len(templates("en", tmp_path)) == len(IDS) + 3
    path.write_text("[]")
    with pytest.raises(Refusal):
        project_from_template(Template("x", "x", "", path, "en"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
@given(projects())
def test_any_project_can_be_saved_as_a_template(tmp_path_factory: pytest.TempPathFactory, project: Project) -> None:
    path = save_as_template(project, "Ours", tmp_path_factory.mktemp("templates"))
    saved = decode_document(path.read_bytes(), "x").project
    verify(saved)
    for left in (saved.result_sets, saved.evidence, saved.snapshots, saved.client):
        assert not left
    assert not any(point.owner for point in saved.points.values())
    assert {key: j.stage_order for key, j in saved.journeys.items()} == {
        key: j.stage_order for key, j in project.journeys.items()
    }


def test_a_point_s_metric_goes_with_a_saved_template(tmp_path: Path) -> None:
    project = edits.add_metric(Project(id="p", name="P"), parse_metric("nps"))
    point = MeasurementPoint(id="P1", anchor=Anchor("relationship"), metric="nps", owner="Ann")
    saved = save_as_template(edits.add_point(project, point), "Plan", tmp_path)
    (kept,) = decode_document(saved.read_bytes(), "x").project.points.values()
    assert kept == msgspec.structs.replace(point, owner="")
