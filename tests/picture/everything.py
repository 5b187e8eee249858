"""The drainage renovation with something in every lane, in English or Finnish."""

from collections.abc import Callable, Mapping
from datetime import date

from msgspec.structs import replace

from journeymapper.analysis.score import Score
from journeymapper.model.journey import HandOff, Journey, Link, OwnLane, StaffBehaviour, Touchpoint
from journeymapper.model.measurement import Anchor
from journeymapper.model.project import Action, Evidence, Note, Persona, Project, Promise

Text = tuple[str, str]
Say = Callable[[Text], str]
FUNCTIONS: tuple[Text, ...] = (
    ("marketing", "markkinointi"), ("sales", "myynti"), ("office", "toimisto"), ("production", "tuotanto"),
    ("production", "tuotanto"), ("office", "toimisto"),
)  # fmt: skip
LENGTHS: tuple[Text, ...] = (
    ("2 weeks", "2 viikkoa"), ("3–6 weeks", "3–6 viikkoa"), ("10 days", "10 päivää"), ("5 days", "5 päivää"),
    ("1 week", "1 viikko"), ("25 years", "25 vuotta"),
)  # fmt: skip
# touchpoint to field to (English, Finnish)
TEXTS: dict[str, dict[str, Text]] = {
    "t1": {
        "situation": ("Water in the cellar for the second time", "Kellarissa vettä toista kertaa"),
        "doing": ("reads reviews, asks neighbours", "lukee arvosteluja, kysyy naapureilta"),
        "thoughts": ("Whom can I trust?", "Kehen voi luottaa?"),
    },
    "t4": {
        "expectation": ("An answer within a day", "Vastaus vuorokaudessa"),
        "doing": ("fills in the form in the evening", "täyttää lomakkeen illalla"),
        "length": ("5 min", "5 min"),
    },
    "t6": {
        "expectation": (
            "To understand what is in the price and what may become extra work",
            "Ymmärtää, mitä hintaan sisältyy ja mistä voi tulla lisätyötä",
        ),
        "thoughts": ("What is this word?", "Mitä tämä sana tarkoittaa?"),
        "doing": ("compares three offers at the kitchen table", "vertailee kolmea tarjousta keittiön pöydän ääressä"),
        "length": ("1–3 weeks", "1–3 viikkoa"),
        "backstage": ("costing from the survey", "kustannuslaskenta kartoituksesta"),
    },
    "t11": {
        "situation": ("Holiday taken for the digging days", "Lomapäivät varattu kaivupäiviksi"),
        "expectation": (
            "To hear of the new date before the old one passes",
            "Kuulla uudesta päivästä ennen kuin vanha menee",
        ),
        "doing": ("rearranges work, children and parking", "järjestelee työt, lapset ja pysäköinnin uudelleen"),
        "thoughts": ("Nobody told me.", "Kukaan ei kertonut aikataulumuutoksesta."),
        "length": ("2 min", "2 min"),
        "backstage": ("moves the crew in the calendar", "siirtää työryhmän kalenterissa"),
    },
    "t14": {
        "expectation": ("Everything on the list is done", "Kaikki listalla on tehty"),
        "thoughts": ("Is this the end?", "Onko tämä nyt valmis?"),
        "length": ("1 h", "1 t"),
    },
}
PAINS: dict[str, tuple[tuple[Text, ...], tuple[Text, ...]]] = {
    "t2": ((("price only by asking", "hinta vain kysymällä"),), ()),
    "t5": ((), (("drew the drains on the spot", "piirsi ojat paikan päällä"), ("came on time", "tuli ajallaan"))),
    "t11": (
        (("the crew did not come", "kukaan ei tullut"), ("had to phone around", "piti soitella ympäriinsä"),
         ("a day off for nothing", "vapaapäivä hukkaan")), (("the foreman apologised", "työnjohtaja pahoitteli"),),
    ),
    "t14": ((("mud on the drive", "ajotie mudassa"),), (("photos of the pipes", "kuvat putkista"),)),
}  # fmt: skip


HAND_OFFS = (
    HandOff(id="h1", source="t4", target="t5", from_function="sales", to_function="surveyor"),
    HandOff(id="h2", source="t7", target="t8", from_function="sales", to_function="office"),
)
EVIDENCE = (
    Evidence(id="e1", subject="t11", field="pains", kind="interview", source="Helena, Espoo", n=12,
             collected_on=date(2026, 3, 3), quotation="Nobody told me."),
    Evidence(id="e2", subject="t11", field="expectation", kind="measurement", source="site log"),
    Evidence(id="e3", subject="t6", field="thoughts", kind="diary", source="five families"),
    Evidence(id="e4", subject="t1", field="feeling", kind="observation", source="fair"),
    Evidence(id="e5", subject="t1", field="doing", kind="observation", source="fair"),
    Evidence(id="e6", subject="t5", field="delights", kind="interview", source="Matti"),
    Evidence(id="e7", subject="t5", field="feeling", kind="interview", source="Matti"),
)  # fmt: skip


def everything(built: tuple[Project, Journey, dict[str, Score]]) -> tuple[Project, Journey, dict[str, Score]]:
    """The project that was built, with something in every lane."""
    project, journey, scores = built
    at = 0 if project.language == "en" else 1

    def said(text: Text) -> str:
        return text[at]

    journey = _journey(journey, said)
    return _project(project, journey, said), journey, scores


def _journey(journey: Journey, said: Say) -> Journey:
    touchpoints = _touchpoints(journey.touchpoints, said)
    parked = {
        "x1": replace(touchpoints["t1"], id="x1", name=said(("Neighbour's garden party", "Naapurin pihajuhlat"))),
        "x2": replace(touchpoints["t6"], id="x2", name=said(("Bank loan", "Pankkilaina"))),
    }
    stages = {
        key: replace(stage, function=said(FUNCTIONS[i]), usual_length=said(LENGTHS[i]))
        for i, (key, stage) in enumerate(journey.stages.items())
    }
    values = {
        "o1": {"t6": "2", "t11": "5", "t14": "4"}, "o2": {"t5": "120", "t11": "1250.5"},
        "o3": {"t7": said(("Consumer protection act", "Kuluttajansuojalaki"))},
    }  # fmt: skip
    return replace(
        journey, touchpoints={**touchpoints, **parked}, parked=tuple(parked), stages=stages, own_lanes=_lanes(said),
        own_values=values, links={link.id: link for link in _links(said)},
        hand_offs={each.id: each for each in HAND_OFFS}, recurs_to="s5",
    )  # fmt: skip


def _touchpoints(known: Mapping[str, Touchpoint], said: Say) -> dict[str, Touchpoint]:
    touchpoints = dict(known)
    for key, fields in TEXTS.items():
        touchpoints[key] = replace(touchpoints[key], **{field: said(text) for field, text in fields.items()})
    for key, (pains, delights) in PAINS.items():
        touchpoints[key] = replace(
            touchpoints[key], pains=tuple(map(said, pains)), delights=tuple(map(said, delights))
        )  # fmt: skip
    foreman, office = ("foreman", "työnjohtaja"), ("office", "toimisto")
    touchpoints["t11"] = replace(
        touchpoints["t11"], votes=7, systems=("CRM", "site app"), owner="Pekka", sub_journey="j2", personas=("a",),
        images=("1" * 64 + ".png", "2" * 64 + ".jpg", "3" * 64 + ".png"), function=said(("dispatch", "työnohjaus")),
        staff=(
            StaffBehaviour(said(foreman), said(("calls before noon", "soittaa ennen puoltapäivää"))),
            StaffBehaviour(said(office), said(("writes the new date down", "kirjaa uuden päivän"))),
        ),
    )  # fmt: skip
    touchpoints["t5"] = replace(touchpoints["t5"], images=("1" * 64 + ".png",), votes=3)
    touchpoints["t14"] = replace(
        touchpoints["t14"], votes=23, personas=("a", "b"), systems=("CRM",),
        staff=(StaffBehaviour(said(foreman), said(("walks the list", "käy listan läpi"))),),
    )  # fmt: skip
    return touchpoints


def _links(said: Say) -> tuple[Link, ...]:
    return (
        Link(id="l1", source="", target="t3", label=said(("met at the fair", "tavattu messuilla"))),
        Link(id="l2", source="t6", target="t5", kind="loop", label=said(("offer revised", "tarjous korjataan"))),
        Link(id="l3", source="t7", target="t9", kind="skip", label=said(("no notice needed", "ilmoitusta ei tarvita"))),
        Link(id="l4", source="t2", target="t4", kind="alternative", label=said(("form", "lomake"))),
        Link(id="l5", source="t2", target="t6", kind="alternative", label=said(("offer by phone", "puhelintarjous"))),
        Link(id="l6", source="t6", target="", label=said(("lost to another", "hävitty toiselle"))),
        Link(id="l7", source="t14", target="t13", kind="loop", label=said(("put right", "korjataan"))),
        Link(id="l8", source="t14", target="t12", kind="loop", label=""),
    )  # fmt: skip


def _lanes(said: Say) -> dict[str, OwnLane]:
    return {
        "o1": OwnLane(id="o1", name=said(("Risk", "Riski")), kind="rating"),
        "o2": OwnLane(id="o2", name=said(("Cost, €", "Kustannus, €")), kind="number"),
        "o3": OwnLane(id="o3", name=said(("Law", "Laki")), kind="text"),
    }


def _project(project: Project, journey: Journey, said: Say) -> Project:
    promises = _promises(said)
    points = {**project.points, "P19": replace(project.points["P1"], id="P19", anchor=Anchor("hand-off", "h2"))}
    notes = {
        **project.notes,
        "n2": Note(id="n2", text=said(("Ask the crew", "Kysy työryhmältä")), anchor=Anchor("touchpoint", "t11"),
                   colour="blue", votes=2),
        "n3": Note(id="n3", text=said(("Photo?", "Kuva?")), anchor=Anchor("touchpoint", "t5"), colour="pink"),
    }  # fmt: skip
    idea = Action(id="a9", title=said(("A plan one can draw on", "Suunnitelma, johon voi piirtää")), opportunity=True,
                  anchor=Anchor("touchpoint", "t5"), votes=4)  # fmt: skip
    return replace(
        project, journeys={"j": journey}, points=points, point_order=(*project.point_order, "P19"),
        notes=notes, note_order=tuple(notes),
        promises={each.id: each for each in promises}, promise_order=tuple(each.id for each in promises),
        evidence={each.id: each for each in EVIDENCE}, actions={**project.actions, "a9": idea},
        action_order=(*project.action_order, "a9"), votes_shown=True,
        personas={"a": Persona(id="a", name="Anna"), "b": Persona(id="b", name="Bo")}, persona_order=("a", "b"),
    )  # fmt: skip


def _promises(said: Say) -> tuple[Promise, ...]:
    return (
        Promise(id="m1", text=said(("You hear of a new date before the old one passes.",
                                    "Kerromme uudesta päivästä ennen vanhaa.")), public=True, touchpoints=("t11",),
                points=("P11",)),
        Promise(id="m2", text=said(("Nothing extra without your written yes.",
                                    "Ei lisätyötä ilman kirjallista hyväksyntääsi.")), public=True,
                touchpoints=("t6", "t12"), points=("P13",)),
        Promise(id="m3", text=said(("A visit within a week", "Käynti viikossa")), touchpoints=("t4", "t5")),
        Promise(id="m4", text=said(("We answer in plain words.", "Vastaamme selkokielellä."))),
    )  # fmt: skip
