"""Measurement points with their metrics, and what a plan has beside them."""

from typing import Any, get_args

from hypothesis import strategies as st

from journeymapper.model.inventory import ExistingMeasurement, Fate
from journeymapper.model.journey import Journey
from journeymapper.model.measurement import Audience, Level, MeasurementPoint, Metric, Scope, Status, Target
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.plan import ContactRules, RollOutStep, Waiver
from journeymapper.model.project import Goal, Promise
from journeymapper.model.questionnaire import Questionnaire, QuestionnaireWords, Wording
from tests.strategies.maps import anchors
from tests.strategies.words import counts, dates, in_project, names, several, shares, some, texts

METRICS = (
    "nps", "csat", "csat:1..7", "csat-mean", "ces1", "ces2", "fcr", "share:yes", "share:kyllä:100..0", "stars",
    "smiley", "median:30..0", "p90:60..0", "mean:4..10", "top:1..7:3", "net:1..7", "rate:30..0",
)  # fmt: skip


def metrics() -> st.SearchStrategy[Metric]:
    """Metrics of every kind."""
    return st.sampled_from(METRICS).map(parse_metric)


def targets() -> st.SearchStrategy[Target | None]:
    """A target, a baseline, or neither."""
    return st.none() | st.builds(
        Target, value=st.none() | st.floats(-100, 100), baseline_until=st.none() | dates(), source=texts()
    )


@st.composite
def points(
    draw: st.DrawFn, number: int, of: list[Journey], metric_ids: list[str], persona_ids: list[str]
) -> MeasurementPoint:
    """A measurement point with one of the metrics, hanging somewhere in the journeys."""
    also = [key for journey in of for key in (*journey.touchpoints, *journey.hand_offs, *journey.stages)]
    return MeasurementPoint(
        id=f"P{number}",
        anchor=draw(anchors(of)),
        metric=draw(st.sampled_from(metric_ids)),
        name=draw(st.just("") | names()),
        question=draw(texts()),
        target=draw(targets()),
        levels=draw(some(get_args(Level))),
        scope=draw(st.none() | st.sampled_from(get_args(Scope))),
        expected_volume=draw(counts()),
        expected_response=draw(shares()),
        needed_n=draw(counts()),
        everybody=draw(st.booleans()),
        owner=draw(st.just("") | names()),
        status=draw(st.sampled_from(get_args(Status))),
        personas=draw(some(persona_ids)),
        also_covers=draw(some(also, 2)),
        more_targets=draw(st.just(()) | targets().map(lambda one: (one,) if one else ())),
        asked_of=draw(some(get_args(Audience))),
        answer_words=draw(st.sampled_from(("", "agreement", "yes-partly-no"))),
        wordings=draw(st.lists(wordings(), max_size=2, unique_by=lambda one: one.language).map(tuple)),
    )


def wordings() -> st.SearchStrategy[Wording]:
    """A question in a language."""
    return st.builds(
        Wording, language=st.sampled_from(("en", "fi", "sv")), question=texts(), at_best=st.just("") | names()
    )


def questionnaires(element_id: str, point_ids: list[str]) -> st.SearchStrategy[Questionnaire]:
    """A questionnaire of that id that asks some of the points."""
    words = st.builds(
        QuestionnaireWords, language=st.sampled_from(("en", "fi")), title=st.just("") | names(), consent=texts()
    )
    return st.builds(
        Questionnaire,
        id=st.just(element_id),
        name=names(),
        points=some(point_ids),
        dont_know=some(point_ids),
        words=st.lists(words, max_size=2, unique_by=lambda one: one.language).map(tuple),
        anonymous=st.booleans(),
    )


def _goals(draw: st.DrawFn, point_ids: list[str]) -> dict[str, Goal]:
    """Goals that serve earlier ones only, so that none serves itself."""
    goals: dict[str, Goal] = {}
    for number in range(draw(st.integers(0, 3))):
        serves, measured = draw(some(list(goals))), draw(some(point_ids))
        key = f"goal-{number}"
        goals[key] = Goal(id=key, text=draw(names()), serves=serves, points=measured)
    return goals


def _promises(element_id: str, of: list[Journey], point_ids: list[str]) -> st.SearchStrategy[Promise]:
    kept_at = some([key for journey in of for key in journey.touchpoints])
    return st.builds(
        Promise, id=st.just(element_id), text=names(), public=st.booleans(), touchpoints=kept_at, points=some(point_ids)
    )


def beside_points(draw: st.DrawFn, of: list[Journey], point_ids: list[str]) -> dict[str, Any]:
    """What the plan has beside its points."""
    promised = several(draw, "promise", lambda key: _promises(key, of, point_ids))
    asked = several(draw, "questionnaire", lambda key: questionnaires(key, point_ids), 2)
    return {
        **in_project(Goal, _goals(draw, point_ids)),
        **in_project(Promise, promised),
        **in_project(Questionnaire, asked, draw(st.permutations(list(asked)))),
        **in_project(ExistingMeasurement, several(draw, "existing", lambda key: _existing(key, of, point_ids))),
        **in_project(RollOutStep, several(draw, "step", lambda key: _steps(key, point_ids))),
        **in_project(Waiver, several(draw, "waiver", lambda key: _waivers(key, point_ids), 2) if point_ids else {}),
        "contact_rules": ContactRules(encounter_days=draw(st.integers(0, 90)), note=draw(texts())),
        "movable_capacity": draw(counts()),
    }


def _existing(element_id: str, of: list[Journey], point_ids: list[str]) -> st.SearchStrategy[ExistingMeasurement]:
    return st.builds(
        ExistingMeasurement,
        id=st.just(element_id),
        name=names(),
        question=texts(),
        fate=st.sampled_from(get_args(Fate)),
        anchor=st.none() | anchors(of),
        became=some(point_ids),
    )


def _steps(element_id: str, point_ids: list[str]) -> st.SearchStrategy[RollOutStep]:
    return st.builds(
        RollOutStep, id=st.just(element_id), name=names(), starts=st.none() | dates(), points=some(point_ids)
    )


def _waivers(element_id: str, point_ids: list[str]) -> st.SearchStrategy[Waiver]:
    return st.builds(
        Waiver,
        id=st.just(element_id),
        check=st.sampled_from(("no goal", "no owner")),
        subject=st.sampled_from(point_ids),
        reason=names(),
    )
