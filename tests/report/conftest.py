"""A project to report on: the drainage renovation, small, with the season's counts as tallies."""

import hashlib
from datetime import date

import pytest

from journeymapper.model.journey import HandOff, Journey, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Metric, Target
from journeymapper.model.project import Channel, Project, Promise
from journeymapper.model.sources import Account, ColumnUse, Mapping, ResultSet, Unused, Wave
from journeymapper.model.tally import Tally
from journeymapper.storage.tallies import encode_tally

STAGES = {
    "A": ("Need and search", "t1 t2 t3"),
    "B": ("Compare and agree", "t4 t5 t6 t7"),
    "C": ("Get ready", "t8 t9"),
    "D": ("Work on site", "t10 t11 t12"),
    "E": ("Finish and hand over", "t13 t14 t15"),
    "F": ("Aftercare", "t16 t17 t18"),
}
NAMES = [
    "Search and reviews",
    "Website and price guide",
    "Fair stand",
    "First contact",
    "Survey visit",
    "Offer",
    "Contract and dates",
    "Start notice",
    "Yard walk",
    "Digging and daily news",
    "Change of dates",
    "Extra work agreed",
    "Yard put back",
    "Hand-over inspection",
    "Final invoice",
    "Follow-up call",
    "First spring",
    "Guarantee contact",
]
CHANNELS = [
    "web",
    "web",
    "site",
    "phone",
    "site",
    "mail",
    "mail",
    "sms",
    "site",
    "site",
    "sms",
    "site",
    "site",
    "site",
    "mail",
    "phone",
    "mail",
    "phone",
]
METRICS = (
    Metric(id="stars", kind="stars", worst=1, best=5),
    Metric(id="share:yes", kind="share", worst=0, best=100, counted=("yes",)),
    Metric(id="share:query:100..0", kind="share", worst=100, best=0, counted=("query",)),
    Metric(id="smiley", kind="smiley", worst=1, best=4),
    Metric(id="csat-mean", kind="csat-mean", worst=1, best=5),
    Metric(id="ces2", kind="ces2", worst=1, best=7),
    Metric(id="fcr", kind="fcr", worst=0, best=100),
    Metric(id="mean:4..10", kind="mean", worst=4, best=10, name="grade 4–10"),
    Metric(id="nps", kind="nps", worst=0, best=10),
)
# point: touchpoint number (0 journey, −1 relationship), metric, name, target, needed answers, file, counts by answer
POINTS: dict[str, tuple[int, str, str, float | None, int | None, str, dict[float, int]]] = {
    "P1": (1, "stars", "", 4.2, 30, "reviews.csv", {1: 2, 2: 2, 3: 2, 4: 9, 5: 22}),
    "P2": (2, "share:yes", "found it", 75, 289, "popup.csv", {1: 240, 0: 91}),
    "P4": (3, "smiley", "good advice", 75, None, "terminal.csv", {4: 742, 3: 301, 2: 118, 1: 79}),
    "P5": (4, "share:yes", "answered in one working day", 95, 0, "crm.csv", {1: 662, 0: 28}),
    "P6": (5, "csat-mean", "", 4.3, 62, "k1.xlsx", {1: 1, 2: 2, 3: 6, 4: 27, 5: 75}),
    "P7": (6, "ces2", "", 5.5, 96, "k1.xlsx", {1: 3, 2: 6, 3: 12, 4: 18, 5: 27, 6: 28, 7: 17}),
    "P9": (8, "share:yes", "enough notice", 85, 73, "k2.csv", {1: 44, 0: 14}),
    "P11": (10, "csat-mean", "", 4.2, 52, "k3.xlsx", {2: 1, 3: 3, 4: 19, 5: 37}),
    "P12": (11, "share:yes", "told 2 days ahead", 90, 0, "site_log.csv", {1: 26, 0: 21}),
    "P13": (11, "csat-mean", "how it was handled", None, 30, "k2b.csv", {1: 3, 2: 4, 3: 5, 4: 6, 5: 3}),
    "P14": (12, "share:yes", "written yes before the work", 90, 0, "site_log.csv", {1: 46, 0: 6}),
    "P15": (13, "csat-mean", "", 4.2, 52, "k3.xlsx", {1: 5, 2: 8, 3: 12, 4: 21, 5: 14}),
    "P16": (14, "share:yes", "all done", 90, 52, "k3.xlsx", {1: 43, 0: 17}),
    "P17": (15, "share:query:100..0", "invoice queries", 8, 0, "crm.csv", {1: 14, 0: 120}),
    "P18": (16, "share:yes", "reached in 6 weeks", 90, 0, "crm.csv", {1: 98, 0: 36}),
    "P19": (18, "fcr", "", 80, 63, "guarantee.csv", {1: 2, 0: 1}),
    "P20": (0, "mean:4..10", "", 8.5, 43, "k3.xlsx", {4: 1, 5: 1, 6: 3, 7: 6, 8: 13, 9: 22, 10: 14}),
    "P21": (-1, "nps", "", 50, 60, "k4.csv", {3: 6, 8: 13, 10: 29}),
    "P24": (4, "share:yes", "mystery enquiry", None, 8, "", {}),
}
OWNERS = {"P12": "Operations manager", "P7": "Sales manager", "P1": "Marketing coordinator"}


def _touchpoint(number: int) -> Touchpoint:
    return Touchpoint(
        id=f"t{number}", name=NAMES[number - 1], channels=(CHANNELS[number - 1],), owner="Office",
        moment_of_truth=number in (6, 11, 14, 16), conditional=number in (3, 11, 12, 18), feeling=number % 4 - 1,
        not_measured_because="the start notice asks about it, when it can be judged" if number == 7 else "",
    )  # fmt: skip


def _journey() -> Journey:
    return Journey(
        id="j1", name="Drainage renovation", owner="Managing director",
        headline="Customers praise the crew; the promise breaks when the date moves", stage_order=tuple(STAGES),
        stages={key: Stage(id=key, name=name, touchpoints=tuple(held.split())) for key, (name, held) in STAGES.items()},
        touchpoints={f"t{number}": _touchpoint(number) for number in range(1, 19)},
        hand_offs={"h1": HandOff(id="h1", source="t16", target="t18", from_function="office", to_function="guarantee")},
    )  # fmt: skip


def _point(key: str) -> MeasurementPoint:
    number, metric, name, target, needed, file, _ = POINTS[key]
    anchor = Anchor("touchpoint", f"t{number}") if number > 0 else Anchor("journey" if number == 0 else "relationship",
                                                                         "j1" if number == 0 else "")  # fmt: skip
    judged = Target(value=target) if target is not None else Target(baseline_until=date(2026, 9, 30))
    return MeasurementPoint(
        id=key, anchor=anchor, metric=metric, name=name, question=f"How was it at {key}?", target=judged,
        needed_n=needed or None, everybody=needed == 0, asked="e-mail, 10 days after", read="monthly",
        expected_volume=60, expected_response=0.4, owner=OWNERS.get(key, "Office"), status="live" if file else "idea",
        permanence="movable" if key == "P2" else "permanent",
    )  # fmt: skip


def _tally(file: str) -> Tally:
    rows = [
        (key, answer, count) for key in POINTS for answer, count in POINTS[key][6].items() if POINTS[key][5] == file
    ]
    held = [key for key in POINTS if POINTS[key][5] == file]
    counts = [count for _, _, count in rows]
    return Tally(
        answers={key: [answer if key == at else None for at, answer, _ in rows] for key in held},
        waves=["2026"] * len(rows), days=[""] * len(rows), counts=counts, weights=[float(count) for count in counts],
        squares=[float(count) for count in counts],
    )  # fmt: skip


def hash_of(file: str) -> str:
    return hashlib.sha256(encode_tally(_tally(file))).hexdigest()


def _result_set(file: str, number: int) -> ResultSet:
    held = [key for key in POINTS if POINTS[key][5] == file]
    unused = tuple(
        Unused(
            point=key, column=f"Q {key}", reason="missing code", count=3, rows=(4, 18, 77), examples=("en osaa sanoa",)
        )
        for key in held[:1]
    )
    used = {key: sum(POINTS[key][6].values()) for key in held}
    return ResultSet(
        id=f"results-{number}", tally=hash_of(file), waves=("2026",),
        mapping=Mapping(columns=tuple(ColumnUse(column=f"Q {key}", point=key) for key in held), wave="2026"),
        account=Account(file=file, sha256=f"{number:02d}" * 32, read_on=date(2026, 11, 20), rows=max(used.values()) + 3,
                        used=used, unused=unused, encoding="cp1252", delimiter=";", sheet=""),
    )  # fmt: skip


def make_project(files: list[str]) -> Project:
    """The renovation with one result set a file."""
    sets = {f"results-{number}": _result_set(file, number) for number, file in enumerate(files, start=10)}
    return Project(
        id="project", name="Drainage renovation", client="Rinneoja Salaojitus Oy", disclaimer="illustrative figures",
        channels={key: Channel(id=key, name=name) for key, name in
                  {"web": "Web", "phone": "Phone", "site": "On site", "sms": "Text message", "mail": "E-mail"}.items()},
        channel_order=("web", "phone", "site", "sms", "mail"), journeys={"j1": _journey()}, journey_order=("j1",),
        metrics={metric.id: metric for metric in METRICS}, points={key: _point(key) for key in POINTS},
        point_order=tuple(POINTS), next_point=25,
        promises={"pr": Promise(id="pr", text="We call you", public=True, points=("P18",))}, promise_order=("pr",),
        waves={"2026": Wave(id="2026")}, wave_order=("2026",), result_sets=sets, result_order=tuple(sets),
    )  # fmt: skip


def files_used() -> list[str]:
    return list(dict.fromkeys(POINTS[key][5] for key in POINTS if POINTS[key][5]))


@pytest.fixture(scope="session")
def tallies() -> dict[str, Tally]:
    """By hash."""
    return {hash_of(file): _tally(file) for file in files_used()}


@pytest.fixture(scope="session")
def project() -> Project:
    return make_project(files_used())
