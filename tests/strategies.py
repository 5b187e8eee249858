"""Hypothesis strategies for whole, valid projects and their parts; built without the edits, so as to test these."""

import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar, get_args

import msgspec
from hypothesis import strategies as st

from journeymapper.model.acting import Amount, BusinessCase, CaseLine, Experiment, TagRule
from journeymapper.model.beliefs import BeliefRound, Guess
from journeymapper.model.element import Element
from journeymapper.model.inventory import ExistingMeasurement, Fate
from journeymapper.model.journey import (
    Choice,
    HandOff,
    Journey,
    Kind,
    LaneChoice,
    Link,
    LinkKind,
    OwnLane,
    PlannedMessage,
    StaffBehaviour,
    Stage,
    State,
    Touchpoint,
)
from journeymapper.model.measurement import Anchor, Audience, Level, MeasurementPoint, Metric, Scope, Status, Target
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.plan import ContactRules, RollOutStep, Waiver
from journeymapper.model.project import (
    Action,
    Channel,
    Evidence,
    Goal,
    Note,
    Persona,
    Project,
    Promise,
    Settings,
    Snapshot,
)
from journeymapper.model.questionnaire import Questionnaire, QuestionnaireWords, Wording
from journeymapper.model.sources import Account, ColumnUse, Mapping, ResultSet, Wave

E = TypeVar("E", bound=Element)

METRICS = (
    "nps", "csat", "csat:1..7", "csat-mean", "ces1", "ces2", "fcr", "share:yes", "share:kyllä:100..0", "stars",
    "smiley", "median:30..0", "p90:60..0", "mean:4..10", "top:1..7:3", "net:1..7", "rate:30..0",
)  # fmt: skip
SNAPSHOT = "0" * 64 + ".json"
ALPHABET = st.one_of(
    st.sampled_from("aeiouyäöåÄÖÅkKlnrstv 019-–&<>\"'%{}\N{SOFT HYPHEN}★✓€"),
    st.characters(exclude_categories=("C", "Z")),
)


def _is_name(text: str) -> bool:
    return (
        bool(text.replace("\N{SOFT HYPHEN}", "")) and 1 <= len(text) <= 200 and unicodedata.is_normalized("NFC", text)
    )


def names(longest: int = 40) -> st.SearchStrategy[str]:
    """Names as the document keeps them: one line, NFC, something to be seen, at most `longest` (200) characters."""
    raw = st.text(ALPHABET, min_size=1, max_size=longest)
    return raw.map(lambda text: " ".join(unicodedata.normalize("NFC", text).split())).filter(_is_name)


def texts() -> st.SearchStrategy[str]:
    """Texts of some lines, often empty."""
    return st.lists(names(), max_size=3).map("\n".join)


def dates() -> st.SearchStrategy[date]:
    """Days that a project may meet."""
    return st.dates(date(2000, 1, 1), date(2099, 12, 31))


def metrics() -> st.SearchStrategy[Metric]:
    """Metrics of every kind."""
    return st.sampled_from(METRICS).map(parse_metric)


def shares() -> st.SearchStrategy[float | None]:
    """Shares from 0 to 1, or none given."""
    return st.none() | st.floats(0, 1)


def counts() -> st.SearchStrategy[int | None]:
    """Counts from 0 on, or none given."""
    return st.none() | st.integers(0, 10**6)


def personas(element_id: str) -> st.SearchStrategy[Persona]:
    """A persona of that id."""
    return st.builds(
        Persona, id=st.just(element_id), name=names(), share=shares(), target_customer=st.booleans(), quote=texts()
    )


def channels(element_id: str) -> st.SearchStrategy[Channel]:
    """A channel of that id."""
    return st.builds(
        Channel,
        id=st.just(element_id),
        name=names(),
        share=shares(),
        role=st.sampled_from(("main", "secondary", "new")),
    )


def touchpoints(element_id: str) -> st.SearchStrategy[Touchpoint]:
    """A touchpoint of that id that refers to nothing."""
    workshop = st.none() | st.tuples(texts(), names(), st.integers(0, 9))
    return st.tuples(_plain_touchpoints(element_id), workshop).map(lambda pair: _with_workshop(*pair))


def _with_workshop(touchpoint: Touchpoint, said: tuple[str, str, int] | None) -> Touchpoint:
    """The touchpoint with what a workshop says of it."""
    if said is None:
        return touchpoint
    text, name, votes = said
    return msgspec.structs.replace(
        touchpoint, doing=text, pains=(name,), staff=(StaffBehaviour(name, text),), systems=(name,), votes=votes
    )


def _plain_touchpoints(element_id: str) -> st.SearchStrategy[Touchpoint]:
    return st.builds(
        Touchpoint,
        id=st.just(element_id),
        name=names(),
        kinds=some(get_args(Kind)),
        moment_of_truth=st.booleans(),
        moment_reason=texts(),
        conditional=st.booleans(),
        importance=st.none() | st.integers(1, 5),
        volume=counts(),
        feeling=st.none() | st.integers(-2, 2),
        expectation=texts(),
        owner=st.just("") | names(),
        in_scope=st.booleans(),
        not_measured_because=texts(),
        suspected_pain=st.none() | st.integers(1, 5),
        can_act=st.none() | st.booleans(),
        choice=st.sampled_from(get_args(Choice)),
    )


def targets() -> st.SearchStrategy[Target | None]:
    """A target, a baseline, or neither."""
    return st.none() | st.builds(
        Target, value=st.none() | st.floats(-100, 100), baseline_until=st.none() | dates(), source=texts()
    )


def some(choices: Any, most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few of the choices, none twice."""
    if not choices:
        return st.just(())
    return st.lists(st.sampled_from(sorted(choices)), unique=True, max_size=most).map(tuple)


@st.composite
def journeys(draw: st.DrawFn, number: int = 0, most_stages: int = 4, most_touchpoints: int = 4) -> Journey:
    """A journey with stages, touchpoints and what joins them; its number keeps its ids apart from other journeys'."""
    stages: dict[str, Stage] = {}
    parts: dict[str, Touchpoint] = {}
    for s in range(draw(st.integers(0, most_stages))):
        keys = tuple(f"touchpoint-{number}-{s}-{t}" for t in range(draw(st.integers(0, most_touchpoints))))
        parts |= {key: draw(touchpoints(key)) for key in keys}
        stages[f"stage-{number}-{s}"] = Stage(id=f"stage-{number}-{s}", name=draw(names()), touchpoints=keys)
    messages = _several(draw, f"message-{number}", lambda key: _messages(key, list(parts))) if parts else {}
    parked = tuple(f"parked-{number}-{n}" for n in range(draw(st.integers(0, 2))))
    parts |= {key: draw(touchpoints(key)) for key in parked}
    lanes = _several(draw, f"lane-{number}", _own_lanes, 2)
    return Journey(
        id=f"journey-{number}",
        name=draw(names()),
        state=draw(st.sampled_from(get_args(State))),
        customer_goal=draw(texts()),
        stages=stages,
        stage_order=tuple(draw(st.permutations(list(stages)))),
        touchpoints=parts,
        links=_several(draw, f"link-{number}", lambda key: _links(key, list(parts))) if len(parts) > 1 else {},
        hand_offs=_several(draw, f"hand-off-{number}", lambda key: _hand_offs(key, list(parts)))
        if len(parts) > 1
        else {},
        messages=messages,
        message_order=tuple(draw(st.permutations(list(messages)))),
        parked=parked,
        own_lanes=lanes,
        own_values={key: {one: draw(st.sampled_from("12345")) for one in parts} for key in lanes if parts},
        lanes=tuple(LaneChoice(key, hidden=draw(st.booleans())) for key in (*lanes, "feeling")),
        volume=draw(counts()),
        suspected_pain=draw(texts()),
        recurs_to=draw(st.sampled_from(["", *stages])),
        origins=draw(st.dictionaries(st.sampled_from([*stages, *parts]), st.sampled_from(("a", "b")), max_size=2))
        if stages or parts
        else {},
    )


def _own_lanes(element_id: str) -> st.SearchStrategy[OwnLane]:
    return st.builds(OwnLane, id=st.just(element_id), name=names(), kind=st.sampled_from(("text", "number", "rating")))


def _several(draw: st.DrawFn, prefix: str, build: Callable[[str], st.SearchStrategy[E]], most: int = 3) -> dict[str, E]:
    """Up to `most` elements by their ids."""
    return {f"{prefix}-{n}": draw(build(f"{prefix}-{n}")) for n in range(draw(st.integers(0, most)))}


def _links(element_id: str, ends: list[str]) -> st.SearchStrategy[Link]:
    pairs = st.tuples(st.sampled_from([*ends, ""]), st.sampled_from([*ends, ""])).filter(
        lambda pair: pair[0] != pair[1]
    )
    kinds = st.sampled_from(get_args(LinkKind))
    return st.builds(
        lambda pair, kind, label: Link(id=element_id, source=pair[0], target=pair[1], kind=kind, label=label),
        pairs,
        kinds,
        st.just("") | names(),
    )


def _hand_offs(element_id: str, ends: list[str]) -> st.SearchStrategy[HandOff]:
    pairs = st.permutations(ends).map(lambda order: order[:2])
    return st.builds(
        lambda pair, function: HandOff(id=element_id, source=pair[0], target=pair[1], from_function=function),
        pairs,
        st.just("") | names(),
    )


def _messages(element_id: str, ends: list[str]) -> st.SearchStrategy[PlannedMessage]:
    return st.builds(PlannedMessage, id=st.just(element_id), touchpoint=st.sampled_from(ends), text=texts())


def anchors(of: list[Journey]) -> st.SearchStrategy[Anchor]:
    """Where a point, action or note can hang in these journeys."""
    places = [Anchor("relationship")]
    for journey in of:
        places.append(Anchor("journey", journey.id))
        places += [Anchor("stage", key) for key in journey.stages]
        places += [Anchor("touchpoint", key) for key in journey.touchpoints]
        places += [Anchor("hand-off", key) for key in journey.hand_offs]
    return st.sampled_from(places)


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


def waves() -> st.SearchStrategy[list[Wave]]:
    """Waves by year: dated ones first, then those that have a label alone."""
    dated = st.sets(st.integers(2010, 2030), max_size=3).map(
        lambda years: [Wave(id=str(year), starts=date(year, 1, 1), ends=date(year, 12, 31)) for year in sorted(years)]
    )
    labelled = st.integers(0, 2).map(lambda n: [Wave(id=f"Kierros {k}") for k in range(n)])
    return st.tuples(dated, labelled).map(lambda pair: pair[0] + pair[1])


def result_sets(element_id: str, point_ids: list[str], wave_ids: list[str]) -> st.SearchStrategy[ResultSet]:
    """An import of that id; its tally's hash leads to nothing."""
    uses = some(point_ids).map(lambda keys: tuple(ColumnUse(column=f"Kysymys {key}", point=key) for key in keys))
    account = st.builds(
        Account,
        file=names(),
        sha256=st.just("0" * 64),
        read_on=dates(),
        rows=st.integers(0, 10**6),
        used=st.dictionaries(st.sampled_from(point_ids), st.integers(0, 1000)) if point_ids else st.just({}),
    )
    return st.builds(
        ResultSet,
        id=st.just(element_id),
        account=account,
        mapping=st.builds(Mapping, columns=uses),
        tally=st.just("0" * 64),
        waves=some(wave_ids),
    )


@st.composite
def projects(draw: st.DrawFn, most_journeys: int = 2) -> Project:
    """A whole valid project, from an empty one to some with every kind of element."""
    maps = [draw(journeys(number)) for number in range(draw(st.integers(0, most_journeys)))]
    people = _several(draw, "persona", personas)
    ways = _several(draw, "channel", channels)
    used = {metric.id: metric for metric in draw(st.lists(metrics(), max_size=3))}
    amount = draw(st.integers(0, 5)) if used else 0
    plan = {f"P{n}": draw(points(n, maps, list(used), list(people))) for n in range(1, amount + 1)}
    rounds = draw(waves())
    imports = _several(draw, "result", lambda key: result_sets(key, list(plan), [w.id for w in rounds]), 2)
    goals = _goals(draw, list(plan))
    promises = _several(draw, "promise", lambda key: _promises(key, maps, list(plan)))
    asked = _several(draw, "questionnaire", lambda key: questionnaires(key, list(plan)), 2)
    kept = _several(draw, "snapshot", _snapshots, 1)
    actions = _several(draw, "action", lambda key: _actions(key, maps))
    notes = _several(draw, "note", lambda key: st.builds(Note, id=st.just(key), text=names(), anchor=anchors(maps)))
    everywhere = [key for journey in maps for key in (journey.id, *journey.touchpoints)] + list(plan)
    return Project(
        id="project",
        name=draw(names()),
        client=draw(st.just("") | names()),
        dated=draw(st.none() | dates()),
        language=draw(st.sampled_from(("en", "fi"))),
        settings=Settings(suppress_under=draw(st.integers(0, 20))),
        personas=people,
        persona_order=tuple(draw(st.permutations(list(people)))),
        channels=ways,
        channel_order=tuple(ways),
        journeys={journey.id: journey for journey in maps},
        journey_order=tuple(journey.id for journey in maps),
        metrics=used,
        points=plan,
        point_order=tuple(draw(st.permutations(list(plan)))),
        next_point=amount + 1,
        promises=promises,
        promise_order=tuple(promises),
        evidence=_several(draw, "evidence", lambda key: _evidence(key, everywhere)) if everywhere else {},
        actions=actions,
        action_order=tuple(draw(st.permutations(list(actions)))),
        notes=notes,
        note_order=tuple(draw(st.permutations(list(notes)))),
        goals=goals,
        goal_order=tuple(goals),
        waves={wave.id: wave for wave in rounds},
        wave_order=tuple(wave.id for wave in rounds),
        result_sets=imports,
        result_order=tuple(imports),
        snapshots=kept,
        snapshot_order=tuple(kept),
        votes_shown=draw(st.booleans()),
        questionnaires=asked,
        questionnaire_order=tuple(draw(st.permutations(list(asked)))),
        **_plan(draw, maps, list(plan)),
        **_acting(draw, list(plan), list(actions), list(imports)),
    )


def _acting(draw: st.DrawFn, point_ids: list[str], action_ids: list[str], import_ids: list[str]) -> dict[str, Any]:
    """What follows from the results."""
    amounts = st.builds(Amount, likely=st.floats(0, 1e6))
    lines = st.builds(CaseLine, name=names(), count=amounts, worth=amounts, assumption=texts())
    cases = _several(
        draw,
        "case",
        lambda key: st.builds(
            BusinessCase,
            id=st.just(key),
            name=names(),
            actions=some(action_ids),
            lines=st.lists(lines, max_size=2).map(tuple),
        ),
        1,
    )
    tried = _several(
        draw,
        "experiment",
        lambda key: st.builds(
            Experiment, id=st.just(key), name=names(), point=st.sampled_from(["", *point_ids]), stop_rule=texts()
        ),
        1,
    )
    tags = _several(
        draw,
        "tag",
        lambda key: st.builds(
            TagRule,
            id=st.just(key),
            name=names(),
            stems=st.just(("aika",)),
            by_hand=st.sampled_from([(), ("0123456789abcdef",)]),
        ),
        2,
    )
    one = st.builds(Guess, point=st.sampled_from(point_ids or [""]), value=st.floats(0, 100))
    guesses = st.lists(one, max_size=3 if point_ids else 0).map(tuple)
    rounds = _several(
        draw,
        "beliefs",
        lambda key: st.builds(
            BeliefRound,
            id=st.just(key),
            name=names(),
            guesses=guesses,
            sources=some(import_ids),
        ),
        1,
    )
    kept = {"business_cases": cases, "experiments": tried, "tag_rules": tags, "beliefs": rounds}
    orders: dict[str, dict[str, Any]] = {
        "business_case": cases,
        "experiment": tried,
        "tag_rule": tags,
        "belief": rounds,
    }
    return {**kept, **{f"{name}_order": tuple(found) for name, found in orders.items()}}


def _plan(draw: st.DrawFn, of: list[Journey], point_ids: list[str]) -> dict[str, Any]:
    """What the plan has beside its points."""
    found = _several(draw, "existing", lambda key: _existing(key, of, point_ids))
    steps = _several(
        draw,
        "step",
        lambda key: st.builds(
            RollOutStep, id=st.just(key), name=names(), starts=st.none() | dates(), points=some(point_ids)
        ),
    )
    waivers = _several(draw, "waiver", lambda key: _waivers(key, point_ids), 2) if point_ids else {}
    kept = {"inventory": found, "roll_out": steps, "waivers": waivers}
    orders = {"inventory_order": tuple(found), "roll_out_order": tuple(steps), "waiver_order": tuple(waivers)}
    rules = ContactRules(encounter_days=draw(st.integers(0, 90)), note=draw(texts()))
    return {**kept, **orders, "contact_rules": rules, "movable_capacity": draw(counts())}


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


def _waivers(element_id: str, point_ids: list[str]) -> st.SearchStrategy[Waiver]:
    return st.builds(
        Waiver,
        id=st.just(element_id),
        check=st.sampled_from(("no goal", "no owner")),
        subject=st.sampled_from(point_ids),
        reason=names(),
    )


def _snapshots(element_id: str) -> st.SearchStrategy[Snapshot]:
    return st.builds(Snapshot, id=st.just(element_id), name=names(), taken_on=dates(), document=st.just(SNAPSHOT))


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


def _actions(element_id: str, of: list[Journey]) -> st.SearchStrategy[Action]:
    return st.builds(
        Action, id=st.just(element_id), title=names(), anchor=st.none() | anchors(of), due=st.none() | dates()
    )


def _evidence(element_id: str, subjects: list[str]) -> st.SearchStrategy[Evidence]:
    return st.builds(Evidence, id=st.just(element_id), subject=st.sampled_from(subjects), source=texts(), n=counts())
