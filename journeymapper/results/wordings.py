"""Worded steps of scales in English, Finnish, Swedish and German: which way they point and in which order they come."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

Direction = Literal["", "up", "down"]

# The field that a word belongs to, and whether it is the good or the bad end of it. Effort is good where it is small.
_GOOD: dict[str, str] = {
    "satisfaction": r"satisfied|happy|tyytyväi(?:nen|siä)|nöjd|zufrieden",
    "agreement": r"agree|samaa mieltä|instämmer|håller med|stimme? .*zu|trifft .*zu|zustimmung",
    "likelihood": r"likely|todennäköi\w+|sannolik\w*|troligt?|wahrscheinlich",
    "ease": r"easy|easily|helppoa?|helposti|vaivatont?a?|lätt|enkelt|einfach|leicht",
    "quality": (
        r"good|great|excellent|outstanding|hyvä(?:ä|nä|sti)?|erinomai\w+|kiitettävä\w*|bra|utmärkt|gut|"
        r"ausgezeichnet|hervorragend"
    ),
    "favour": r"favou?rabl[ey]|myönteise\w+|myönteinen|positiv\w*|positive(?:ly)?",
    "importance": r"important|tärke(?:ä|ää|ä nä)|viktig\w*|wichtig",
    "frequency": r"always|often|frequently|regularly|aina|usein|alltid|ofta|immer|oft|häufig",
    "effort": (
        r"(?:low|little|small|no) effort|vähän vaivaa|ei vaivaa|liten ansträngning|lite ansträngning|"
        r"geringer? aufwand|wenig aufwand"
    ),
}
_BAD: dict[str, str] = {
    "satisfaction": r"dissatisfied|unsatisfied|unhappy|tyytymät\w+|missnöjd|unzufrieden",
    "agreement": (
        r"disagree|eri mieltä|tar avstånd|instämmer inte|håller inte med|(?:stimme?|trifft) .*nicht zu|"
        r"lehne .*ab|ablehnung"
    ),
    "likelihood": r"unlikely|epätodennäköi\w+|osannolik\w*|otroligt?|unwahrscheinlich",
    "ease": (
        r"difficult|hard|vaike(?:a|aa|ata|asti)|hankala\w*|työläs\w*|svårt?|krånglig\w*|schwierig|schwer|"
        r"kompliziert"
    ),
    "quality": r"bad|poor|terrible|awful|huono\w*|heikko\w*|surkea\w*|dåligt?|usel\w*|schlecht|mangelhaft|ungenügend",
    "favour": r"unfavou?rabl[ey]|kielteise\w+|kielteinen|negativ\w*|negative(?:ly)?",
    "importance": r"unimportant|turha\w*|oviktig\w*|unwichtig",
    "frequency": r"never|rarely|seldom|en? koskaan|ei koskaan|harvoin|aldrig|sällan|nie(?:mals)?|selten",
    "effort": (
        r"(?:high|much|great|a lot of|large) effort|paljon vaivaa|suuri vaiva|stor ansträngning|"
        r"mycket ansträngning|(?:hoher?|großer|viel) aufwand"
    ),
}
_STRENGTHS: tuple[tuple[float, str], ...] = (
    (5, (
        r"extremely|completely|totally|fully|absolutely|täysin|äärimmäisen|helt|fullständigt|"
        r"voll und ganz|völlig|vollkommen|äußerst|excellent|outstanding|erinomai\w+|utmärkt|"
        r"ausgezeichnet|hervorragend|terrible|awful|surkea\w*|usel\w*|ungenügend|always|aina|alltid|"
        r"immer|never|koskaan|aldrig|nie(?:mals)?|inte alls|no effort|ei vaivaa|überhaupt"
    )),
    (4, r"strongly|very|highly|erittäin|hyvin|todella|mycket|starkt|sehr|kiitettävä\w*|great effort|regularly"),
    (2.5, r"moderately|mostly|kohtalaisen|måttligt|mäßig"),
    (2, (
        r"somewhat|quite|rather|fairly|melko|jokseenkin|osittain|jonkin verran|kohtuullisen|ganska|"
        r"delvis|i stort sett|eher|ziemlich|teilweise"
    )),
    (1, r"slightly|a little|a bit|hieman|vähän(?! vaivaa)|lievästi|lite(?! ansträngning)|något|etwas|ein wenig"),
)  # fmt: skip
_PLAIN = 3.0
_NONE_AT_ALL = (
    r"not at all|en lainkaan|ei lainkaan|en ollenkaan|ei ollenkaan|en yhtään|inte alls|überhaupt nicht|gar nicht"
)
_HARDLY = (
    r"not very|not so|not particularly|en kovin|ei kovin|inte särskilt|inte så|nicht sehr|"
    r"nicht besonders|weniger"
)
_NOT = r"\b(?:not|en ole|ei ole|en|ei|inte|nicht|kaum)\b"
_MIDDLE = re.compile(
    r"(?<!\w)(?:neither|neutral\w*|neutraali\w*|nor|en samaa enkä|ei samaa eikä|enkä|eikä|siltä väliltä|"
    r"keskinkertai\w+|"
    r"varken|weder|teils|fair|average|ok|okay|undecided|sometimes|joskus|toisinaan|ibland|manchmal|befriedigend|"
    r"tyydyttävä\w*)(?!\w)"
)
USUAL = (2, 3, 4, 5, 7)
_DENIALS = re.compile(rf"(?<!\w)(?:{_NONE_AT_ALL}|{_HARDLY})(?!\w)|{_NOT}")
_FIELDS = tuple(_GOOD)
_GOOD_WORDS = {field: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for field, words in _GOOD.items()}
_BAD_WORDS = {field: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for field, words in _BAD.items()}
_STRENGTH_WORDS = tuple((rank, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for rank, words in _STRENGTHS)


class Step(msgspec.Struct, frozen=True):
    """What a label means: the field that it speaks of ("" for the middle of any), and its rank, the best the highest.
    `denied` where it is no opposite but a denial ("not at all satisfied"), as scales with one end have."""

    field: str
    rank: float
    denied: bool = False


class Wording(msgspec.Struct, frozen=True):
    """The steps of a worded scale: its field, the labels from the worst to the best with the number of each, and the
    numbers of its ends, which nobody may have chosen."""

    field: str
    numbers: dict[str, float]
    ends: tuple[float, float]


def step_of(label: str) -> Step | None:
    """What a label means; None where it is no step of a known scale."""
    text = _bare(label)
    if not text or len(text) > 60:
        return None
    if _MIDDLE.search(text):
        return Step("", 0.0)
    for field in _FIELDS:
        if _BAD_WORDS[field].search(text):
            return Step(field, -_strength(text))
        if _GOOD_WORDS[field].search(text):
            return _good_step(field, text)
    return None


def wording_of(labels: Iterable[str]) -> Wording | None:
    """The scale that all the labels are steps of, numbered from 1; None where they are not of one, or but one.

    Steps that nobody chose are filled in from the other side, where that makes a usual scale: very satisfied,
    satisfied and dissatisfied are steps 4, 3 and 2 of four.
    """
    texts = list(dict.fromkeys(labels))
    steps = {label: step for label in texts if (step := step_of(label)) is not None}
    fields = {step.field for step in steps.values()} - {""}
    seen = {step.rank for step in steps.values()}
    if len(steps) < len(texts) or len(fields) != 1 or len(seen) < 2 or (len(seen) == 2 and 0.0 in seen):
        return None
    if len({_rest(label) for label, step in steps.items() if step.field}) > 1:
        return None
    field = fields.pop()
    one_ended = field == "frequency" or (field == "quality" and 5.0 in seen)
    order = _filled_in(seen, one_ended or any(step.denied for step in steps.values()))
    numbered = {label: order.index(step.rank) + 1.0 for label, step in steps.items()}
    return Wording(field, dict(sorted(numbered.items(), key=lambda item: item[1])), (1.0, float(len(order))))


def _filled_in(seen: set[float], as_it_is: bool) -> list[float]:
    """The ranks in their order, those that are missing on one side added where that makes a usual number of them."""
    both = seen | {-rank for rank in seen}
    usual = not as_it_is and len(both) in USUAL and len(both) <= 2 * len(seen)
    return sorted(both if usual else seen)


def _rest(label: str) -> str:
    """What a label says beside its step, the same in all labels of one scale."""
    text = _bare(label)
    for words in (*_GOOD_WORDS.values(), *_BAD_WORDS.values(), *(words for _, words in _STRENGTH_WORDS), _DENIALS):
        text = words.sub(" ", text)
    return " ".join(text.split())


def _bare(label: str) -> str:
    """The label in lower case without the number before it and the stops around it."""
    return re.sub(r"^\s*[-+]?[0-9]+\s*[-–=:.)]*\s*", "", " ".join(label.lower().split())).strip(" .!,;\"'“”")


def direction_of(labels: Mapping[float, str]) -> Direction:
    """Whether the labels of a scale's codes say that a higher code is better ("up") or worse ("down")."""
    ranked = [(code, step.rank) for code, label in labels.items() if (step := step_of(label)) is not None]
    ranked.sort()
    if len(ranked) < 2 or ranked[0][1] == ranked[-1][1]:
        return ""
    return "up" if ranked[0][1] < ranked[-1][1] else "down"


def _good_step(field: str, text: str) -> Step:
    if re.search(_NONE_AT_ALL, text):
        return Step(field, -5.0, denied=True)
    if re.search(_HARDLY, text):
        return Step(field, -2.0, denied=True)
    if re.search(_NOT, text):
        return Step(field, -_PLAIN, denied=True)
    return Step(field, _strength(text))


def _strength(text: str) -> float:
    return next((rank for rank, words in _STRENGTH_WORDS if words.search(text)), _PLAIN)
