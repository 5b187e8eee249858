"""Hypothesis strategies for views of maps with anything in any lane."""

from typing import Any

from hypothesis import strategies as st

from journeymapper.analysis.score import Score
from journeymapper.language.language import language
from journeymapper.model.difference import Difference
from journeymapper.model.journey import (
    HandOff,
    Journey,
    LaneChoice,
    Link,
    LinkKind,
    OwnLane,
    StaffBehaviour,
    Stage,
    Touchpoint,
)
from journeymapper.model.measurement import Anchor, MeasurementPoint, Metric, Target
from journeymapper.model.project import Action, Evidence, EvidenceKind, Note, Project, Promise
from journeymapper.picture.map_view import LANES, Detail, MapView

METRICS = (
    Metric(id="nps", kind="nps", worst=0, best=10), Metric(id="csat-mean", kind="csat-mean", worst=1, best=5),
    Metric(id="share:yes", kind="share", worst=0, best=100, name="answered within one working day by anybody"),
    Metric(id="p90:30..0", kind="p90", worst=30, best=0, unit="työpäivää"),
    Metric(id="mean:0..500000", kind="mean", worst=500000, best=0, unit="€"),
)  # fmt: skip
NAMES = st.text(min_size=1, max_size=200).filter(lambda text: bool(text.strip()))
PLAIN = st.sampled_from(["Offer", "Aikataulumuutoksesta ilmoittaminen", "Hand-over inspection", "W" * 200, "å" * 90])
LINKS: tuple[LinkKind, ...] = ("happy", "alternative", "loop", "skip")
EVIDENCE: tuple[EvidenceKind, ...] = ("interview", "observation", "diary", "measurement")
DETAILS: tuple[Detail, ...] = ("brief", "normal", "full")


@st.composite
def scores(draw: st.DrawFn, point: str, metric: Metric) -> Score | None:
    if draw(st.integers(0, 5)) == 0:
        return None
    lowest = -100.0 if metric.kind == "nps" else 0.0
    highest = max(metric.worst, metric.best, 100.0)
    low, value, high = sorted(draw(st.tuples(*[st.floats(lowest, highest)] * 3)))
    percent = [draw(st.floats(0, 100)) for _ in range(4)]
    low100, score100, high100 = sorted(percent[:3])
    if draw(st.booleans()):
        return Score(point=point, value=value, n=draw(st.integers(1, 10**6)), score100=score100, verdict="no target")
    return Score(
        point=point, value=value, n=draw(st.integers(1, 10**6)), low=low, high=high, gap=draw(st.floats(-500, 500)),
        target=draw(st.floats(lowest, highest)), score100=score100, low100=low100, high100=high100,
        target100=percent[3], verdict=draw(st.sampled_from(["worse", "better", "uncertain"])),
        indicative=draw(st.booleans()), hidden=draw(st.sampled_from(["", "", "", "too few"])),
    )  # fmt: skip


@st.composite
def told(draw: st.DrawFn, name: st.SearchStrategy[str], key: str) -> dict[str, Any]:
    """Something or nothing in the fields of a touchpoint."""
    if draw(st.integers(0, 2)):
        return {}
    few = st.lists(name, max_size=4).map(tuple)
    texts = {field: draw(st.one_of(st.just(""), name)) for field in ("situation", "expectation", "doing", "thoughts")}
    roles = st.builds(StaffBehaviour, st.one_of(st.just(""), name), st.one_of(st.just(""), name))
    return texts | {
        "pains": draw(few), "delights": draw(few), "staff": tuple(draw(st.lists(roles, max_size=3))),
        "length": draw(st.sampled_from(["", "2 weeks", "noin kolme ja puoli viikkoa"])), "systems": draw(few),
        "backstage": draw(st.one_of(st.just(""), name)), "owner": draw(st.sampled_from(["", "Pekka"])),
        "function": draw(st.sampled_from(["", "sales", "laskutus ja perintä"])), "votes": draw(st.integers(0, 60)),
        "sub_journey": draw(st.sampled_from(["", "j"])), "personas": draw(st.sampled_from([(), ("a",), ("b",)])),
        "images": tuple(f"{n}.png" for n in range(draw(st.integers(0, 4)))),
    }  # fmt: skip


@st.composite
def links(draw: st.DrawFn, keys: list[str], name: st.SearchStrategy[str]) -> dict[str, Link]:
    """Any ways between any touchpoints, entries and exits too."""
    found = {}
    for i in range(draw(st.integers(0, 14)) if keys else 0):
        source = draw(st.sampled_from(["", *keys]))
        target = draw(st.sampled_from(["", *keys] if source else keys))
        kind = draw(st.sampled_from(LINKS))
        label = draw(st.one_of(st.just(""), st.just("offer revised"), name))
        found[f"l{i}"] = Link(id=f"l{i}", source=source, target=target, kind=kind, label=label)
    return found


@st.composite
def around(draw: st.DrawFn, keys: list[str], name: st.SearchStrategy[str]) -> dict[str, Any]:
    """The fields of a journey beside its stages."""
    some = st.sampled_from(keys) if keys else st.nothing()
    lanes = {"o1": OwnLane(id="o1", name=draw(name), kind="rating"), "o2": OwnLane(id="o2", name="€", kind="number"),
             "o3": OwnLane(id="o3", name="Law", kind="text")}  # fmt: skip
    values = {
        "o1": draw(st.dictionaries(some, st.sampled_from("12345"), max_size=3)) if keys else {},
        "o2": draw(st.dictionaries(some, st.sampled_from(["0", "-1e15", "12.345678"]), max_size=3)) if keys else {},
        "o3": draw(st.dictionaries(some, name, max_size=3)) if keys else {},
    }
    hand_offs = draw(st.lists(st.tuples(some, some), max_size=4)) if keys else []
    choices = st.builds(
        LaneChoice, id=st.sampled_from((*LANES, "o1", "o2", "none")), name=st.one_of(st.just(""), name),
        hidden=st.booleans(), collapsed=st.booleans(),
    )  # fmt: skip
    return {
        "own_lanes": lanes, "own_values": values, "links": draw(links(keys, name)),
        "hand_offs": {f"h{i}": HandOff(id=f"h{i}", source=a, target=b) for i, (a, b) in enumerate(hand_offs)},
        "lanes": tuple(draw(st.lists(choices, max_size=4, unique_by=lambda choice: choice.id))),
        "recurs_to": draw(st.sampled_from(["", "s0"])),
    }  # fmt: skip


@st.composite
def promises(draw: st.DrawFn, keys: list[str], name: st.SearchStrategy[str]) -> dict[str, Promise]:
    """Promises over some touchpoints and points."""
    found = {}
    for i in range(draw(st.integers(0, 4))):
        over = draw(st.lists(st.sampled_from(keys), max_size=5, unique=True)) if keys else []
        proofs = tuple(f"P{key[1:]}" for key in over[:2])
        public = draw(st.booleans())
        found[f"m{i}"] = Promise(id=f"m{i}", text=draw(name), public=public, touchpoints=tuple(over), points=proofs)
    return found


@st.composite
def evidence(draw: st.DrawFn, keys: list[str]) -> dict[str, Evidence]:
    """Evidence of any kind on some claims."""
    found = {}
    for i in range(draw(st.integers(0, 6)) if keys else 0):
        subject, field = draw(st.sampled_from(keys)), draw(st.sampled_from(["feeling", "pains", "doing", "name"]))
        kind = draw(st.sampled_from(EVIDENCE))
        found[f"e{i}"] = Evidence(id=f"e{i}", subject=subject, field=field, kind=kind, source="x")
    return found


@st.composite
def differences(draw: st.DrawFn, keys: list[str]) -> tuple[Difference, ...]:
    """Differences on some touchpoints and stages."""
    kinds = st.sampled_from(["added", "removed", "changed", "moved"])
    marked = st.builds(
        Difference, kind=kinds, element=st.sampled_from(["s0", "l0", *keys]), element_kind=st.just("touchpoint"),
        name=st.just("x"), field=st.sampled_from(["", "doing", "name", "own_values/o1"]),
    )  # fmt: skip
    return tuple(draw(st.lists(marked, max_size=6)))


@st.composite
def maps(draw: st.DrawFn, name: st.SearchStrategy[str]) -> Journey:
    """A journey with up to twelve stages, and some touchpoints on the parking lot."""
    sizes = draw(st.lists(st.integers(0, 9), min_size=1, max_size=12))
    touchpoints = {
        f"t{i}": Touchpoint(
            id=f"t{i}", name=draw(name), feeling=draw(st.sampled_from([None, -2, -1, 0, 1, 2])),
            moment_of_truth=draw(st.booleans()), conditional=draw(st.booleans()), **draw(told(name, f"t{i}")),
        )
        for i in range(sum(sizes))
    }  # fmt: skip
    keys = list(touchpoints)
    stages = {}
    for i, size in enumerate(sizes):
        start = sum(sizes[:i])
        stages[f"s{i}"] = Stage(
            id=f"s{i}", name=draw(name), touchpoints=tuple(keys[start : start + size]),
            usual_length=draw(st.sampled_from(["", "1 d", "noin kolme ja puoli viikkoa"])),
        )  # fmt: skip
    parked = {f"x{i}": Touchpoint(id=f"x{i}", name=draw(name)) for i in range(draw(st.integers(0, 9)))}
    return Journey(
        id="j", name="j", stage_order=tuple(stages), stages=stages, touchpoints={**touchpoints, **parked},
        parked=tuple(parked), **draw(around(keys, name)),
    )  # fmt: skip


@st.composite
def measured(draw: st.DrawFn, keys: list[str]) -> tuple[dict[str, MeasurementPoint], dict[str, Score]]:
    """A measurement point at each touchpoint, and scores of most."""
    points, found = {}, {}
    for i, key in enumerate(keys):
        metric = draw(st.sampled_from(METRICS))
        points[f"P{i}"] = MeasurementPoint(
            id=f"P{i}", anchor=Anchor("touchpoint", key), metric=metric.id, name=draw(st.sampled_from(["", "told"])),
            target=Target(value=3.0), method=draw(st.sampled_from(["e-mail", "tekstiviestikysely asiakkaille", ""])),
            read="monthly",
        )  # fmt: skip
        score = draw(scores(f"P{i}", metric))
        if score is not None:
            found[f"P{i}"] = score
    return points, found


@st.composite
def hung(draw: st.DrawFn, keys: list[str], name: st.SearchStrategy[str]) -> dict[str, Any]:
    """What hangs on the map: actions, notes, promises and evidence, with their orders."""
    anchors = [*(Anchor("touchpoint", key) for key in keys), Anchor("stage", "s0"), Anchor("journey", "j")]
    actions = {
        f"a{i}": Action(
            id=f"a{i}", title=draw(name), anchor=draw(st.sampled_from([*anchors, None])),
            votes=draw(st.integers(0, 99)), opportunity=draw(st.booleans()),
        )
        for i in range(draw(st.integers(0, 8)))
    }  # fmt: skip
    notes = {
        f"n{i}": Note(id=f"n{i}", text=draw(name), anchor=draw(st.sampled_from(anchors)), votes=draw(st.integers(0, 9)))
        for i in range(draw(st.integers(0, 5)))
    }
    promised = draw(promises(keys, name))
    return {
        "actions": actions, "action_order": tuple(actions), "notes": notes, "note_order": tuple(notes),
        "promises": promised, "promise_order": tuple(promised), "evidence": draw(evidence(keys)),
    }  # fmt: skip


@st.composite
def views(draw: st.DrawFn) -> MapView:
    """A view of a map with anything in any lane."""
    name = NAMES if draw(st.booleans()) else PLAIN
    journey = draw(maps(name))
    keys = [touchpoint.id for touchpoint in journey.ordered_touchpoints()]
    points, found = draw(measured(keys))
    project = Project(
        id="p", name="p", language=draw(st.sampled_from(["en", "fi"])), journeys={"j": journey}, journey_order=("j",),
        metrics={metric.id: metric for metric in METRICS}, points=points, point_order=tuple(points),
        votes_shown=draw(st.booleans()), **draw(hung(keys, name)),
    )  # fmt: skip
    return MapView(
        project=project, journey=journey, scores=found, language=language(draw(st.sampled_from(["en", "fi"]))),
        detail=draw(st.sampled_from(DETAILS)), results=draw(st.booleans()), lanes=LANES,
        personas=draw(st.sampled_from([(), (), ("a",)])), emphasise=draw(st.sampled_from(["", "", "assumptions"])),
        differences=draw(st.one_of(st.just(()), differences(keys))), blank=draw(st.integers(0, 9)) == 0,
    )  # fmt: skip
