"""What a field may hold: the one place that says how long, how large and how clean."""

import math
import re
import unicodedata
from collections.abc import Mapping as Table
from functools import cache
from typing import Any, TypeVar, get_origin

import msgspec

from journeymapper.model.element import Element
from journeymapper.model.journey import Journey, LaneChoice, Stage
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.questionnaire import QuestionnaireWords, Wording
from journeymapper.model.sources import Mapping, Unused

LINE_LENGTH = 200
TEXT_LENGTH = 20_000
LARGEST = 1e15

NAMES = frozenset({"name", "title", "text"})
PEOPLE = frozenset(
    {"owner", "function", "from_function", "to_function", "responsible", "analyst", "client", "collector", "by"}
    | {"author"}
)
LABELS = frozenset(
    {"label", "unit", "volume_unit", "currency", "language", "colour", "id", "trigger", "system", "file", "role"}
    | {"length", "systems", "images", "document", "check", "subject", "place", "other_method", "cadence", "scale"}
    | {"point", "segment", "value", "group", "locked_at", "stems", "by_hand"}
    | {"logo", "footer", "finding", "section", "sections"}
)
LINES = PEOPLE | LABELS | {"name", "title"}
LONG_LINES = frozenset({"trigger", "system", "file", "length", "systems", "finding"})
STEERING = frozenset("\ufeff\ufff9\ufffa\ufffb") | {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x2070))}
"""Byte-order marks, annotations, and what overrides, embeds or isolates directions, so that a name reads otherwise."""
ATTACHED = {
    "images": re.compile(r"[0-9a-f]{64}\.(png|jpg)"),
    "document": re.compile(r"[0-9a-f]{64}\.json"),
    "logo": re.compile(r"([0-9a-f]{64}\.(png|jpg))?"),
    "log": re.compile(r"([0-9a-f]{64}\.events)?"),
}
WHOLE = Message("A count is a whole number, 0 or more, and at most a million million.")
SHARE = Message("A share is between 0 % and 100 %.")
RANGES: dict[str, tuple[float, float, Message]] = {
    "feeling": (-2, 2, Message("A feeling is a whole number from −2 to 2.")),
    "importance": (1, 5, Message("An importance is a whole number from 1 to 5.")),
    "share": (0, 1, SHARE),
    "sampling_share": (0, 1, SHARE),
    "expected_response": (0, 1, SHARE),
    "delivery": (0, 1, SHARE),
    "email_share": (0, 1, SHARE),
    "suspected_pain": (1, 5, Message("A suspected pain is a whole number from 1 to 5.")),
    "journey_day": (0, 36500, Message("A number of days is whole, 0 or more, and at most 36500.")),
    "priority": (1, 99, Message("A priority is a whole number from 1 to 99.")),
    "top": (0, 100, Message("Answers at an end of a scale are counted from 0 to 100.")),
    "bottom": (0, 100, Message("Answers at an end of a scale are counted from 0 to 100.")),
    "per": (1, 1e9, WHOLE),
    "encounter_days": (0, 3650, Message("A quarantine is 0 to 3650 days.")),
    "relationship_days": (0, 3650, Message("A quarantine is 0 to 3650 days.")),
    "all_days": (0, 3650, Message("A quarantine is 0 to 3650 days.")),
    "most_a_year": (0, 366, Message("A customer can be asked 0 to 366 times a year.")),
    "movable_capacity": (0, 1e6, WHOLE),
    "volume": (0, 1e12, WHOLE),
    "expected_volume": (0, 1e12, WHOLE),
    "needed_n": (0, 1e12, WHOLE),
    "n": (0, 1e12, WHOLE),
    "effort": (1, 5, Message("An effort is a whole number from 1 to 5.")),
    "delay_days": (0, 3650, Message("A delay is 0 to 3650 days.")),
    "churn": (0, 1, SHARE),
    "reference_churn": (0, 1, SHARE),
    "converted": (0, 1, SHARE),
    "months": (1, 1200, Message("A time is a whole number of months from 1 on.")),
    "customers": (0, 1e12, WHOLE),
    "yearly_cost": (0, 1e12, Message("A cost is 0 or more.")),
    "votes": (0, 1e6, Message("Votes are a whole number from 0 to 1000000.")),
    "cost": (0, 1e12, Message("A cost is 0 or more.")),
    "wording_version": (1, 1e6, Message("A version is a whole number from 1 on.")),
    "suppress_under": (0, 1000, Message("Groups can be hidden under 0 to 1000 answers.")),
    "indicative_under": (0, 1e6, Message("Scores can be indicative under 0 to 1000000 answers.")),
    "next_point": (1, 1e12, WHOLE),
    "number": (1, 1e6, Message("A remark's number is a whole number from 1 to 1000000.")),
}
NOT_FINITE = Message("A number must be finite and not too large.")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")
AS_READ = (Mapping, Unused)
NOTHING = (None, "", ())

S = TypeVar("S", bound=msgspec.Struct)


def refused(message: Message) -> Refusal:
    """The refusal that says a message."""
    return Refusal(message.text, **message.values)


def clean_text(text: str) -> str:
    """NFC, line ends as \\n, tabs as spaces; what is no text left out: controls, lone surrogates, turned directions."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = lines if lines.isprintable() else "".join(c for c in lines if c == "\n" or _is_text(c))
    return unicodedata.normalize("NFC", kept)


def _is_text(char: str) -> bool:
    return char not in STEERING and unicodedata.category(char) not in ("Cc", "Cs")


def clean_line(text: str) -> str:
    """A text on one line: as `clean_text`, white space shortened to single spaces and none at the ends."""
    return re.sub(r"[ \n\u2028\u2029]+", " ", clean_text(text)).strip()


def is_blank(text: str) -> bool:
    """Whether nothing in a text can be seen: spaces, soft hyphens and the like alone."""
    return all(unicodedata.category(c)[0] in "ZC" for c in text)


def clean_fields(kind: type[msgspec.Struct], fields: Table[str, object]) -> dict[str, Any]:
    """The values as the document keeps them; refuses a wrong type, a range left, a blank name, a text too long."""
    return {name: _clean_field(_fields(kind)[name], value) for name, value in fields.items()}


def clean(value: S) -> S:
    """A value with all of its fields clean, the same object where they were; refuses as `clean_fields` does."""
    before = {
        name: item
        for name, default in _to_be_cleaned(type(value))
        if (item := getattr(value, name)) is not default and not (type(item) is type(default) and item == default)
    }
    changed = {name: new for name, new in clean_fields(type(value), before).items() if new != before[name]}
    if isinstance(value, Element):
        check_id(value.id)
    cleaned = msgspec.structs.replace(value, **changed) if changed else value
    check_together(cleaned)
    return cleaned


def check(value: msgspec.Struct) -> None:
    """Refuses a value whose types a decoder has seen to, but whose numbers or lengths are out of range."""
    if isinstance(value, Element):
        check_id(value.id)
    left = structure_fields(type(value))
    for name in value.__struct_fields__:
        item = getattr(value, name)
        if name not in left and item not in NOTHING:
            _clean_value(name, item)
    check_together(value)


def check_id(element_id: str) -> None:
    """Refuses an id that is blank or not clean."""
    if is_blank(element_id) or clean_line(element_id) != element_id:
        raise Refusal("The id {id} has characters that an id cannot have.", id=clean_line(element_id)[:LINE_LENGTH])


@cache
def structure_fields(kind: type[msgspec.Struct]) -> frozenset[str]:
    """The fields of a kind of element that only edits of structure may touch: its id, its elements, their order."""
    names = {name for name, field in _fields(kind).items() if name.endswith("_order") or get_origin(field.type) is dict}
    own = {"id", "next_point"} | {Stage: {"touchpoints"}, Journey: {"parked"}}.get(kind, set())
    return frozenset(names | (own & _fields(kind).keys()))


@cache
def _fields(kind: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    return {field.name: field for field in msgspec.structs.fields(kind)}


@cache
def _to_be_cleaned(kind: type[msgspec.Struct]) -> tuple[tuple[str, object], ...]:
    """The fields that are cleaned, with what each holds when nothing is given; that is clean."""
    left = structure_fields(kind) - {"id"}
    return tuple((name, field.default) for name, field in _fields(kind).items() if name not in left)


def _clean_field(field: msgspec.structs.FieldInfo, value: object) -> Any:
    if type(value) is str and field.type is str:
        return _clean_value(field.name, value, required=field.required and field.name in NAMES)
    try:
        plain = msgspec.to_builtins(value) if isinstance(value, msgspec.Struct | tuple | list | dict) else value
        typed = msgspec.convert(plain, field.type)
    except (msgspec.ValidationError, TypeError) as error:
        raise Refusal("{value} does not fit the field {field}.", value=str(value)[:80], field=field.name) from error
    return _clean_value(field.name, typed, required=field.required and field.name in NAMES)


def _clean_value(name: str, value: Any, *, required: bool = False) -> Any:
    if isinstance(value, str):
        return _clean_string(name, value, required=required)
    if isinstance(value, tuple):
        return tuple(_clean_value(name, item) for item in value)
    if isinstance(value, msgspec.Struct) and not isinstance(value, AS_READ):
        return clean(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        _check_number(name, value)
    return value


def _clean_string(name: str, value: str, *, required: bool) -> str:
    text = clean_line(value) if name in LINES else clean_text(value)
    if required and is_blank(text):
        raise Refusal("A name cannot be blank.") if name in LINES else Refusal("A text cannot be blank.")
    longest = LINE_LENGTH if name in LINES - LONG_LINES else TEXT_LENGTH
    if len(text) > longest:
        raise Refusal("“{start}…” is too long: at most {n} characters.", start=text[:40], n=longest)
    if name in ATTACHED and not ATTACHED[name].fullmatch(text):
        raise Refusal("“{name}” is not the name of an attachment.", name=text[:80])
    return text


def _check_number(name: str, value: float) -> None:
    low, high, message = RANGES.get(name, (-LARGEST, LARGEST, NOT_FINITE))
    if not math.isfinite(value):
        raise refused(NOT_FINITE)
    if not low <= value <= high:
        raise refused(message)


def check_together(value: msgspec.Struct) -> None:
    """Rules over several fields of one value."""
    starts, ends = getattr(value, "starts", None), getattr(value, "ends", None)
    if starts and ends and ends < starts:
        raise Refusal("The end {ends} is before the start {starts}.", ends=str(ends), starts=str(starts))
    if "worst" in value.__struct_fields__ and getattr(value, "worst", 0) == getattr(value, "best", 1):
        raise Refusal("The worst and the best value of a scale must differ.")
    if isinstance(value, Wording | QuestionnaireWords) and not LANGUAGE.fullmatch(value.language):
        raise Refusal("“{code}” is not the code of a language, such as en or fi.", code=value.language[:20])
    if isinstance(value, Journey):
        _check_lanes(value.lanes)


def _check_lanes(lanes: tuple[LaneChoice, ...]) -> None:
    ids = [lane.id for lane in lanes]
    if len(set(ids)) < len(ids):
        raise Refusal("A lane can be chosen only once.")
