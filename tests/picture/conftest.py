"""Two small projects: the drainage renovation with the scores of one season, and the same in Finnish."""

from collections.abc import Callable
from typing import Any

import pytest

from journeymapper.analysis.score import Score, Verdict
from journeymapper.language.language import language
from journeymapper.model.journey import Journey, Kind, PlannedMessage, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Metric, Target
from journeymapper.model.project import Action, Channel, Note, Project
from journeymapper.picture.map_view import LANES, MapView
from tests.picture.everything import everything

CHANNELS = {
    "web": ("web", "verkko"), "search": ("search, review sites", "haku, arvostelut"), "fair": ("home fair", "messut"),
    "phone": ("phone", "puhelin"), "site": ("on site", "työmaalla"), "mail": ("e-mail", "sähköposti"),
    "text": ("text message", "tekstiviesti"), "sign": ("e-signature", "sähköinen allekirjoitus"),
    "invoice": ("e-invoice", "verkkolasku"),
}  # fmt: skip

STAGES = (
    ("Need and search", "Tarve ja etsintä"), ("Compare and agree", "Vertailu ja sopiminen"),
    ("Get ready", "Valmistautuminen"), ("Work on site", "Työmaa"), ("Finish", "Viimeistely ja luovutus"),
    ("Aftercare", "Jälkihoito"),
)  # fmt: skip

# stage, English, Finnish, channels, kind, feeling, flags (* moment of truth, ? only for some, - waived)
TOUCHPOINTS: tuple[tuple[int, str, str, str, Kind, int, str], ...] = (
    (0, "Search and reviews", "Haku ja arvostelut", "search", "others", -1, ""),
    (0, "Website and price guide", "Verkkosivut ja hintaopas", "web", "digital", 0, ""),
    (0, "Fair stand", "Messuosasto", "fair", "staffed", 1, "?"),
    (1, "First contact", "Ensiyhteydenotto", "phone web", "staffed", 0, ""),
    (1, "Survey visit", "Kartoituskäynti", "site", "staffed", 1, ""),
    (1, "Offer", "Tarjous", "mail phone", "digital", 1, "*"),
    (1, "Contract and dates", "Sopimus ja aikataulu", "sign", "digital", 1, "-"),
    (2, "Start notice", "Aloitusilmoitus", "text phone", "digital", 0, ""),
    (2, "Yard walk", "Pihakatselmus", "site", "staffed", 1, ""),
    (3, "Digging and daily news", "Kaivu ja päiväviesti", "site text", "staffed", -1, ""),
    (3, "Change of dates", "Aikataulumuutos", "text phone", "staffed", -1, "*?"),
    (3, "Extra work agreed", "Lisätyöstä sopiminen", "site", "staffed", -1, "?"),
    (4, "Yard put back", "Pihan ennallistaminen", "site", "physical", 0, ""),
    (4, "Hand-over inspection", "Luovutuskatselmus", "site", "staffed", 2, "*"),
    (4, "Final invoice", "Loppulasku", "invoice", "digital", 0, ""),
    (5, "Follow-up call", "Varmistussoitto", "phone", "staffed", 2, "*"),
    (5, "First spring", "Ensimmäinen kevät", "mail", "digital", 2, ""),
    (5, "Guarantee contact", "Takuuyhteydenotto", "phone web", "staffed", -1, "?"),
)

METRICS = (
    Metric(id="stars", kind="stars", worst=1, best=5), Metric(id="share:yes", kind="share", worst=0, best=100),
    Metric(id="share:yes:100..0", kind="share", worst=100, best=0), Metric(id="smiley", kind="smiley", worst=1, best=4),
    Metric(id="csat-mean", kind="csat-mean", worst=1, best=5), Metric(id="ces2", kind="ces2", worst=1, best=7),
    Metric(id="mean:1..5", kind="mean", worst=1, best=5), Metric(id="fcr", kind="fcr", worst=0, best=100),
)  # fmt: skip

# touchpoint, metric, English name, Finnish name, target, value, low, high, n, method, cadence, permanence
POINTS: tuple[tuple[Any, ...], ...] = (
    (1, "stars", "", "", 4.2, 4.27, 3.89, 4.65, 37, "reviews", "monthly", "permanent"),
    (2, "share:yes", "found", "löysi", 75, 72.5, 67.5, 77.0, 331, "pop-up", "monthly", "movable"),
    (2, "share:yes", "contact made", "otti yhteyttä", 2.5, 2.8, 2.6, 3.0, 18500, "analytics", "monthly", "permanent"),
    (3, "smiley", "", "", 75, 79.2, None, None, 1240, "terminal", "", "movable"),
    (4, "share:yes", "in 1 day", "vuorokaudessa", 95, 95.9, 94.2, 97.2, 690, "CRM", "monthly", "permanent"),
    (5, "csat-mean", "", "", 4.3, 4.56, 4.42, 4.70, 111, "e-mail", "monthly", "permanent"),
    (6, "ces2", "", "", 5.5, 4.91, 4.62, 5.20, 111, "e-mail", "monthly", "permanent"),
    (8, "share:yes", "notice", "ajoissa", 85, 75.9, 63.5, 85.0, 58, "SMS", "monthly", "permanent"),
    (9, "share:yes", "checked", "tarkistettu", 95, 92.8, 87.2, 96.0, 138, "site app", "", "pilot"),
    (10, "csat-mean", "", "", 4.2, 4.53, 4.36, 4.71, 60, "e-mail", "monthly", "permanent"),
    (11, "share:yes", "told", "kerrottu", 90, 55.3, 41.2, 68.6, 47, "site log", "monthly", "permanent"),
    (11, "mean:1..5", "handled", "hoidettu", None, 3.10, 2.50, 3.69, 21, "SMS", "monthly", "movable"),
    (12, "share:yes", "in writing", "kirjallisesti", 90, 88.5, 77.0, 94.6, 52, "site log", "monthly", "permanent"),
    (13, "csat-mean", "", "", 4.2, 3.52, 3.20, 3.83, 60, "e-mail", "monthly", "permanent"),
    (14, "share:yes", "all done", "kaikki tehty", 90, 71.7, 59.2, 81.5, 60, "e-mail", "monthly", "permanent"),
    (15, "share:yes:100..0", "queries", "kyselyjä", 8, 10.4, 6.3, 16.8, 134, "CRM", "monthly", "permanent"),
    (16, "share:yes", "called", "soitettu", 90, 73.1, 65.1, 79.9, 134, "CRM", "monthly", "permanent"),
    (18, "fcr", "", "", 80, 75.0, 55.1, 88.0, 24, "CRM", "yearly", "permanent"),
)  # fmt: skip

ACTIONS = (
    (6, "Two-page offer: what is in, what may be extra", "quick win", "decided"),
    (11, "Call list for changed dates", "quick win", "idea"), (13, "A dated promise for the lawn", "", "decided"),
    (16, "Calendar rule for the call", "quick win", "idea"),
)  # fmt: skip


def score_of(point: MeasurementPoint, metric: Metric, row: tuple[Any, ...]) -> Score:
    """The score of a row of the table, its verdict read off the interval."""
    target, value, low, high, n = row[4:9]
    worst, best = (0.0, 100.0) if metric.kind == "smiley" else (metric.worst, metric.best)

    def scaled(x: float) -> float:
        return max(0.0, min(100.0, 100 * (x - worst) / (best - worst)))

    sign = -1 if worst > best else 1
    ends = sorted(scaled(x) for x in (low, high)) if low is not None else [None, None]
    verdict: Verdict = "uncertain" if target is not None else "no target"
    if low is None:
        verdict = "no interval"
    elif target is not None and (target - low) * (target - high) > 0:
        verdict = "better" if (value - target) * sign > 0 else "worse"
    return Score(
        point=point.id, n=n, value=value, low=low, high=high, target=target,
        gap=None if target is None else (value - target) * sign, verdict=verdict, score100=scaled(value),
        low100=ends[0], high100=ends[1], target100=None if target is None else scaled(target), indicative=n < 30,
    )  # fmt: skip


def drainage(code: str) -> tuple[Project, Journey, dict[str, Score]]:
    """Project, journey and scores in English or Finnish."""
    at = 0 if code == "en" else 1
    journey, points = _renovation(at), _points(at)
    metrics = {metric.id: metric for metric in METRICS}
    actions = {
        f"a{i}": Action(id=f"a{i}", title=title, anchor=Anchor("touchpoint", f"t{t}"), tag=tag, status=status)  # type: ignore[arg-type]  # literals from strings
        for i, (t, title, tag, status) in enumerate(ACTIONS)
    }
    channels = {key: Channel(id=key, name=names[at]) for key, names in CHANNELS.items()}
    project = Project(
        id="p", name="Drainage renovation", client="Rinneoja Salaojitus Oy", language=code, channels=channels,
        channel_order=tuple(channels), journeys={"j": journey}, journey_order=("j",), metrics=metrics, points=points,
        point_order=tuple(points), actions=actions, action_order=tuple(actions),
        notes={"n1": Note(id="n1", text="Neighbours talk", anchor=Anchor("stage", "s0"))}, note_order=("n1",),
    )  # fmt: skip
    scores = {f"P{i}": score_of(points[f"P{i}"], metrics[row[1]], row) for i, row in enumerate(POINTS, 1)}
    return project, journey, scores


def _renovation(at: int) -> Journey:
    touchpoints = {
        f"t{i}": Touchpoint(
            id=f"t{i}", name=row[2] if at else row[1], channels=tuple(row[3].split()), kinds=(row[4],), feeling=row[5],
            moment_of_truth="*" in row[6], conditional="?" in row[6],
            not_measured_because="asked at the start notice" if "-" in row[6] else "",
        )
        for i, row in enumerate(TOUCHPOINTS, 1)
    }  # fmt: skip
    stages = {
        f"s{i}": Stage(
            id=f"s{i}",
            name=names[at],
            touchpoints=tuple(f"t{n}" for n, row in enumerate(TOUCHPOINTS, 1) if row[0] == i),
        )
        for i, names in enumerate(STAGES)
    }
    told = PlannedMessage(
        id="m1", touchpoint="t8", trigger="10 working days before", text="We start on Monday of week 24."
    )
    return Journey(
        id="j", name="Drainage renovation", stage_order=tuple(stages), stages=stages, touchpoints=touchpoints,
        messages={"m1": told}, message_order=("m1",),
    )  # fmt: skip


def _points(at: int) -> dict[str, MeasurementPoint]:
    return {
        f"P{i}": MeasurementPoint(
            id=f"P{i}", anchor=Anchor("touchpoint", f"t{row[0]}"), metric=row[1], name=row[2 + at],
            target=None if row[4] is None else Target(value=row[4]), method=row[9], read=row[10], permanence=row[11],
            status="live",
        )
        for i, row in enumerate(POINTS, 1)
    }  # fmt: skip


ViewMaker = Callable[..., MapView]


@pytest.fixture(scope="session")
def view_of() -> ViewMaker:
    """Makes the view of the drainage renovation in a language, with changes."""
    built = {code: drainage(code) for code in ("en", "fi")}

    def make(code: str = "en", **changes: Any) -> MapView:
        project, journey, scores = built[code]
        fields: dict[str, Any] = {"project": project, "journey": journey, "scores": scores, "language": language(code)}
        return MapView(**{**fields, **changes})

    return make


@pytest.fixture(scope="session")
def full_view() -> ViewMaker:
    """Makes a view of the drainage renovation with something in every lane, with changes."""
    built = {code: everything(drainage(code)) for code in ("en", "fi")}

    def make(code: str = "en", **changes: Any) -> MapView:
        project, journey, scores = built[code]
        fields: dict[str, Any] = {
            "project": project, "journey": journey, "scores": scores, "language": language(code), "lanes": LANES,
        }  # fmt: skip
        return MapView(**{**fields, **changes})

    return make
