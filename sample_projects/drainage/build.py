"""Joins structure and words to the project of one language, still without results."""

from collections.abc import Iterable
from itertools import pairwise

import msgspec

from journeymapper.model.journey import HandOff, Journey, Link, PlannedMessage, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Metric, Target
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Action, Channel, Evidence, Goal, Note, Persona, Project, Promise
from sample_projects.drainage import structure as s
from sample_projects.drainage.plan_parts import asked, plan_parts, suspected
from sample_projects.drainage.questionnaires import questionnaires, worded
from sample_projects.drainage.words import Words
from sample_projects.elements import by_id


def drainage_project(words: Words) -> Project:
    """The map, the plan and what supports them, in the language of the words."""
    journey = _journey(words)
    personas, channels = by_id(_personas(words)), by_id(_channels(words))
    points, promises = by_id(_points(words)), by_id(_promises(words))
    actions, goals = by_id(_actions(words)), by_id(_goals(words))
    notes = by_id(_notes(words))
    surveys = by_id(questionnaires(words.language))
    return Project(
        id="project-drainage",
        name=words.name,
        client=s.CLIENT,
        dated=s.DATED,
        confidentiality=words.confidentiality,
        disclaimer=words.disclaimer,
        language=words.language,
        personas=personas,
        persona_order=tuple(personas),
        channels=channels,
        channel_order=tuple(channels),
        journeys={journey.id: journey},
        journey_order=(journey.id,),
        metrics=by_id(_metrics(words)),
        points=points,
        point_order=tuple(points),
        next_point=len(points) + 1,
        promises=promises,
        promise_order=tuple(promises),
        evidence=by_id(_evidence(words)),
        actions=actions,
        action_order=tuple(actions),
        notes=notes,
        note_order=tuple(notes),
        goals=goals,
        goal_order=tuple(goals),
        **plan_parts(words),
        questionnaires=surveys,
        questionnaire_order=tuple(surveys),
    )


def anchor_of(key: str) -> Anchor:
    """The anchor of a structure's key: the journey, a stage, a touchpoint, or nothing for the whole relationship."""
    if not key:
        return Anchor("relationship")
    if key == "journey":
        return Anchor("journey", s.JOURNEY)
    if key in {row.key for row in s.STAGES}:
        return Anchor("stage", f"stage-{key}")
    return Anchor("touchpoint", f"touchpoint-{key}")


def _journey(words: Words) -> Journey:
    messages = by_id(_messages(words))
    return Journey(
        id=s.JOURNEY,
        name=words.name,
        state="current",
        scope=words.scope,
        customer_goal=words.customer_goal,
        business_goal=words.business_goal,
        success_event=words.success_event,
        headline=words.headline,
        purchase="touchpoint-contract",
        owner=words.roles["director"],
        stage_order=tuple(f"stage-{row.key}" for row in s.STAGES),
        stages=by_id(_stages(words)),
        touchpoints=by_id(_touchpoints(words)),
        links=by_id(_links(words)),
        hand_offs=by_id(_hand_offs(words)),
        messages=messages,
        message_order=tuple(messages),
    )


def _stages(words: Words) -> Iterable[Stage]:
    for row in s.STAGES:
        yield Stage(
            id=f"stage-{row.key}",
            name=words.stages[row.key].name,
            usual_length=words.stages[row.key].usual_length,
            function=words.functions[row.function],
            owner=words.roles[row.owner],
            touchpoints=_touchpoint_ids(row.touchpoints),
        )


def _touchpoints(words: Words) -> Iterable[Touchpoint]:
    for row in s.TOUCHPOINTS:
        said = words.touchpoints[row.key]
        plain = Touchpoint(
            id=f"touchpoint-{row.key}",
            name=said.name,
            kinds=row.kinds,
            channels=_channel_ids(row.channels),
            moment_of_truth=bool(said.moment_reason),
            moment_reason=said.moment_reason,
            conditional=bool(said.base),
            base=said.base,
            importance=row.importance,
            volume=row.volume,
            volume_unit=said.volume_unit,
            feeling=row.feeling,
            expectation=said.expectation,
            situation=said.situation,
            function=words.functions[row.function],
            owner=words.roles[row.owner],
            not_measured_because=said.not_measured_because,
            shown_point=row.shown_point,
        )
        yield suspected(plain, row.key)


def _links(words: Words) -> Iterable[Link]:
    path = ("", *s.HAPPY_PATH, "")
    for source, target in pairwise(path):
        yield Link(id=_link_id(source, target), source=_end(source), target=_end(target))
    for source, target, label in s.ALTERNATIVES:
        text = words.links[label] if label else ""
        yield Link(
            id=_link_id(source, target), source=_end(source), target=_end(target), kind="alternative", label=text
        )
    for source, target, label in s.LOOPS:
        yield Link(
            id=_link_id(source, target),
            source=_end(source),
            target=_end(target),
            kind="loop",
            label=words.links[label],
        )


def _link_id(source: str, target: str) -> str:
    return f"link-{source or 'in'}-{target or 'out'}"


def _end(key: str) -> str:
    return f"touchpoint-{key}" if key else ""


def _hand_offs(words: Words) -> Iterable[HandOff]:
    for source, target, giver, taker in s.HAND_OFFS:
        yield HandOff(
            id=f"hand-off-{source}-{target}",
            source=_end(source),
            target=_end(target),
            from_function=words.functions[giver],
            to_function=words.functions[taker],
        )


def _messages(words: Words) -> Iterable[PlannedMessage]:
    for key in s.MESSAGES:
        said = words.messages[key]
        yield PlannedMessage(
            id=f"message-{key}",
            touchpoint=f"touchpoint-{key}",
            trigger=said.trigger,
            channel=said.channel,
            text=said.text,
            responsible=said.responsible,
        )


def _metrics(words: Words) -> Iterable[Metric]:
    """The metrics of the points; one whose trade name says too much has a name of its own."""
    for row in s.POINTS:
        metric = parse_metric(row.metric)
        yield msgspec.structs.replace(metric, name=words.metrics.get(metric.id, ""))


def _points(words: Words) -> Iterable[MeasurementPoint]:
    for row in s.POINTS:
        said = words.points[row.key]
        plain = MeasurementPoint(
            id=row.key,
            anchor=anchor_of(row.anchor),
            metric=parse_metric(row.metric).id,
            name=said.name,
            question=said.question,
            target=_target(row, said.target_source),
            decision=said.decision,
            asked=said.asked,
            method=said.method,
            instrument=said.instrument,
            system=said.system,
            trigger=said.trigger,
            population=said.population,
            closed_loop=said.closed_loop,
            read=words.readings[row.reading],
            owner=words.roles[row.owner],
            analyst=words.roles["office"] if row.everybody else words.roles["marketing"],
        )
        yield worded(asked(_with_numbers(plain, row, words)), words.language)


def _with_numbers(point: MeasurementPoint, row: s.PointRow, words: Words) -> MeasurementPoint:
    return msgspec.structs.replace(
        point,
        levels=(row.level,),
        scope=row.scope,
        leading=row.leading,
        permanence=row.permanence,
        starts=row.starts,
        ends=row.ends,
        sampling_share=row.sampling,
        expected_volume=row.volume,
        expected_response=row.response,
        needed_n=row.needed,
        everybody=row.everybody,
        status=row.status,
        channels=_channel_ids(row.channels),
        also_covers=tuple(_covered(key) for key in row.also_covers),
        asks_staff=row.scope == "staff",
        contact_class=words.contact_classes[row.basis],
        data_basis=words.data_bases[row.basis],
        retention=words.retentions[row.basis],
    )


def _target(row: s.PointRow, source: str) -> Target | None:
    if row.target is not None:
        return Target(value=row.target, kind=row.target_kind, source=source, agreed_on=s.MAY)
    return Target(baseline_until=s.BASELINE_UNTIL) if row.status == "live" else None


def _covered(key: str) -> str:
    """A hand-off where the key joins two touchpoints, else a stage or touchpoint."""
    return f"hand-off-{key}" if "-" in key else anchor_of(key).id


def _touchpoint_ids(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"touchpoint-{key}" for key in keys)


def _channel_ids(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"channel-{key}" for key in keys)


def _personas(words: Words) -> Iterable[Persona]:
    for row in s.PERSONAS:
        said = words.personas[row.key]
        yield Persona(
            id=f"persona-{row.key}",
            name=said.name,
            share=row.share,
            description=said.description,
            quote=said.quote,
            preferred_channels=_channel_ids(row.channels),
        )


def _channels(words: Words) -> Iterable[Channel]:
    for key, share, role in s.CHANNELS:
        yield Channel(id=f"channel-{key}", name=words.channels[key], share=share, role=role)


def _promises(words: Words) -> Iterable[Promise]:
    for key, touchpoints, points in s.PROMISES:
        yield Promise(
            id=f"promise-{key}",
            text=words.promises[key],
            public=True,
            touchpoints=_touchpoint_ids(touchpoints),
            points=points,
        )


def _goals(words: Words) -> Iterable[Goal]:
    for key, level, serves, points in s.GOALS:
        ids = tuple(f"goal-{other}" for other in serves)
        yield Goal(id=f"goal-{key}", text=words.goals[key], level=level, serves=ids, points=points)


def _actions(words: Words) -> Iterable[Action]:
    for key, touchpoint, owner, status, tag, due in s.ACTIONS:
        said = words.actions[key]
        yield Action(
            id=f"action-{key}",
            title=said.title,
            detail=said.detail,
            anchor=anchor_of(touchpoint) if touchpoint else None,
            owner=words.roles[owner],
            due=due,
            status=status,
            tag=tag,
            effect=said.effect,
            proof=said.proof,
        )


def _evidence(words: Words) -> Iterable[Evidence]:
    for key, touchpoint, field, kind, collected_on, n in s.EVIDENCE:
        said = words.evidence[key]
        yield Evidence(
            id=f"evidence-{key}",
            subject=f"touchpoint-{touchpoint}",
            field=field,
            kind=kind,
            source=said.source,
            quotation=said.quotation,
            collected_on=collected_on,
            n=n,
        )


def _notes(words: Words) -> Iterable[Note]:
    for key, anchor in s.NOTES:
        yield Note(id=f"note-{key}", text=words.notes[key], anchor=anchor_of(anchor))
