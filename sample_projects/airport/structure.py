"""The airport sample's map, illustrative from end to end: stages, touchpoints, feelings, owners."""

from typing import NamedTuple

from journeymapper.model.journey import Kind


class StageRow(NamedTuple):
    """A stage and its touchpoints."""

    key: str
    name: str
    usual_length: str
    owner: str
    touchpoints: tuple[str, ...]


STAGES = (
    StageRow(
        "getting",
        "Getting there",
        "20 minutes to 2 hours",
        "Landside",
        ("way", "roads", "parking", "airtrain", "rental"),
    ),
    StageRow(
        "security",
        "Check-in and security",
        "15–60 minutes",
        "Terminal operations",
        ("check-in", "information", "screening", "precheck"),
    ),
    StageRow("gate", "Finding the gate", "5–15 minutes", "Terminal operations", ("finding", "signs", "walkways")),
    StageRow(
        "concourse",
        "Concourse",
        "30 minutes to 2 hours",
        "Guest services",
        ("food", "shops", "restrooms", "wifi", "art"),
    ),
    StageRow("boarding", "Boarding", "30–45 minutes", "Terminal operations", ("boarding-area",)),
)


class TouchpointRow(NamedTuple):
    """A touchpoint; `base` where only some meet it, `moment` where it is a moment of truth."""

    key: str
    name: str
    kinds: tuple[Kind, ...]
    channels: tuple[str, ...]
    feeling: int
    owner: str
    expectation: str
    base: str = ""
    moment: str = ""
    not_measured_because: str = ""


TOUCHPOINTS = (
    TouchpointRow(
        "way", "Getting to the airport", ("others",), ("road", "rail"), -1, "Landside", "I know when I shall be there"
    ),
    TouchpointRow(
        "roads",
        "Airport roadways",
        ("physical",),
        ("road",),
        -1,
        "Landside",
        "the right lane for the right terminal",
        "Passengers who came by road and noticed the signs",
    ),
    TouchpointRow(
        "parking",
        "Parking and its shuttle",
        ("physical",),
        ("road",),
        -1,
        "Landside",
        "a free space at once, and the price known before",
        "Passengers who park",
    ),
    TouchpointRow(
        "airtrain",
        "AirTrain",
        ("physical",),
        ("rail",),
        0,
        "Landside",
        "always one in sight, and the stop announced",
        "Passengers who change from train, rental car or terminal",
    ),
    TouchpointRow(
        "rental",
        "Rental car center",
        ("staffed",),
        ("road", "staff"),
        -1,
        "Landside",
        "keys back in five minutes",
        "Passengers who return a rental car",
    ),
    TouchpointRow(
        "check-in",
        "Check-in and bags",
        ("staffed", "digital"),
        ("staff", "screens"),
        -1,
        "Airlines",
        "my bag is gone and I am not late",
        not_measured_because="Airlines run it, and the airport's survey does not ask about it.",
    ),
    TouchpointRow(
        "information",
        "Information booth",
        ("staffed",),
        ("staff",),
        0,
        "Guest services",
        "one answer from one person",
        "Passengers who ask at the departures level",
    ),
    TouchpointRow(
        "screening",
        "Security screening",
        ("staffed",),
        ("staff",),
        -2,
        "TSA",
        "a line that moves, and respect",
        moment="The one queue that nobody can skip; it decides whether the rest is calm.",
    ),
    TouchpointRow(
        "precheck",
        "TSA PreCheck line",
        ("staffed",),
        ("staff",),
        1,
        "TSA",
        "faster than the others, every time",
        "Members of TSA PreCheck who used its line",
    ),
    TouchpointRow(
        "finding",
        "Finding the way",
        ("physical",),
        ("screens",),
        0,
        "Terminal operations",
        "never a doubt at a corner",
        moment="Whoever is lost once looks at the clock until boarding.",
    ),
    TouchpointRow(
        "signs",
        "Signs and screens",
        ("physical",),
        ("screens",),
        0,
        "Terminal operations",
        "the next sign before I need it, and the truth about my flight",
    ),
    TouchpointRow(
        "walkways", "Escalators and walkways", ("physical",), ("site",), 0, "Terminal operations", "they run"
    ),
    TouchpointRow(
        "food",
        "Restaurants",
        ("staffed",),
        ("site", "staff"),
        1,
        "Concessions",
        "something good at a fair price, in time",
    ),
    TouchpointRow(
        "shops", "Shops", ("staffed",), ("site", "staff"), 1, "Concessions", "what I forgot, and something from here"
    ),
    TouchpointRow(
        "restrooms",
        "Restrooms",
        ("physical",),
        ("site",),
        0,
        "Custodial services",
        "clean, near and dry",
        moment="Everybody uses it, and everybody tells.",
    ),
    TouchpointRow(
        "wifi",
        "Wi-Fi",
        ("digital",),
        ("web",),
        0,
        "IT",
        "on at once, without a form",
        "Passengers who use the free Wi-Fi",
    ),
    TouchpointRow(
        "art",
        "Art and exhibitions",
        ("physical",),
        ("site",),
        2,
        "SFO Museum",
        "something I did not expect at an airport",
    ),
    TouchpointRow(
        "boarding-area", "Boarding area", ("physical",), ("site",), 0, "Terminal operations", "a clean seat, and a plug"
    ),
)

HAPPY_PATH = (
    "way",
    "check-in",
    "screening",
    "finding",
    "signs",
    "walkways",
    "food",
    "restrooms",
    "boarding-area",
)
ALTERNATIVES = (
    ("way", "roads"),
    ("roads", "parking"),
    ("parking", "check-in"),
    ("way", "airtrain"),
    ("way", "rental"),
    ("rental", "airtrain"),
    ("airtrain", "check-in"),
    ("check-in", "information"),
    ("information", "screening"),
    ("check-in", "precheck"),
    ("precheck", "finding"),
    ("walkways", "shops"),
    ("shops", "restrooms"),
    ("walkways", "wifi"),
    ("wifi", "boarding-area"),
    ("walkways", "art"),
    ("art", "boarding-area"),
)
HAND_OFFS = (("check-in", "screening", "Airline", "TSA"), ("screening", "finding", "TSA", "Airport"))
CHANNELS = {
    "road": "Road",
    "rail": "Rail",
    "staff": "Staff",
    "screens": "Signs and screens",
    "site": "On site",
    "web": "Web",
}
