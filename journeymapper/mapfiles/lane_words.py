"""What people call the rows of a map, in English and Finnish, and how they write a feeling."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias, cast, get_args

from journeymapper.mapfiles.cells import plain
from journeymapper.mapfiles.sketch import Lane

CardLane: TypeAlias = Literal["channels", "personas", "feeling", "moment of truth", "conditional"]
RowKind: TypeAlias = Lane | CardLane | Literal["stage", "touchpoint"]

_WORDS: Mapping[RowKind, str] = {
    "stage": "stage, stages, phase, phases, step of the journey, vaihe, vaiheet, polun vaihe, polun vaiheet",
    "touchpoint": "touchpoint, touchpoints, touch point, touch points, encounter, encounters, step, steps, "
    "kosketuspiste, kosketuspisteet, kohtaamispiste, kohtaamispisteet, kohtaaminen, kohtaamiset, askel, askeleet",
    "channels": "channel, channels, kanava, kanavat",
    "personas": "persona, personas, actor, actors, who, persoona, persoonat, asiakaspersoona, asiakaspersoonat, kuka",
    "feeling": "feeling, feelings, emotion, emotions, emotion curve, mood, tunne, tunteet, tunnekäyrä, tunnelma",
    "moment of truth": "moment of truth, moments of truth, key encounter, totuuden hetki, totuuden hetket, "
    "avainkohtaaminen",
    "conditional": "conditional, only for some, only for, condition, ehdollinen, vain osalle, vain, ehto",
    "situation": "situation, context, tilanne, konteksti",
    "expectation": "expectation, expectations, need, needs, customer need, customer needs, customer expectation, "
    "customer expectations, customer's expectation, odotus, odotukset, asiakkaan odotus, asiakkaan odotukset, tarve, "
    "tarpeet",
    "doing": "doing, does, action, actions, activity, activities, customer action, customer actions, customer's "
    "actions, user action, user actions, task, tasks, tekeminen, tekee, teot, asiakas tekee, asiakkaan toiminta, "
    "asiakkaan teot, aktiviteetit",
    "thoughts": "thought, thoughts, thinking, thinks, ajatus, ajatukset, ajattelee, asiakas ajattelee",
    "pains": "pain, pains, pain point, pain points, problem, problems, friction, frustrations, kipupiste, kipupisteet, "
    "kitka, ongelma, ongelmat",
    "delights": "delight, delights, gain, gains, joys, ilonaihe, ilonaiheet, ilon aiheet, onnistumiset",
    "length": "length, usual length, duration, time, kesto, tavallinen kesto, aika",
    "staff": "staff, staff behaviour, expected behaviour, behaviour of staff, henkilöstö, henkilöstön toiminta, "
    "toivottu toiminta, odotettu toiminta",
    "backstage": "backstage, back stage, behind the scenes, internal process, processes, taustatyö, taustaprosessi, "
    "sisäinen prosessi, prosessit",
    "systems": "system, systems, tools, järjestelmä, järjestelmät, työkalut",
    "function": "function, department, team, toiminto, osasto, tiimi",
    "owner": "owner, responsible, vastuuhenkilö, vastuu, omistaja",
    "message": "message, messages, message plan, viesti, viestit, viestisuunnitelma",
    "action": "improvement, improvements, to do, toimenpide, toimenpiteet, kehitystoimet, kehitettävää",
    "opportunity": "opportunity, opportunities, idea, ideas, mahdollisuus, mahdollisuudet, ideat",
    "note": "note, notes, comment, comments, sticky note, lappu, laput, muistiinpano, muistiinpanot, kommentti, "
    "kommentit, huomio, huomiot",
}
ROW_KINDS: Mapping[str, RowKind] = {word.strip(): kind for kind, words in _WORDS.items() for word in words.split(",")}
CARD_LANES: frozenset[str] = frozenset(get_args(CardLane))
TEXT_LANES: frozenset[str] = frozenset(get_args(Lane))
WRITTEN: Mapping[RowKind, str] = {kind: words.split(",")[0].strip() for kind, words in _WORDS.items()}
"""The word with which each row is written in a text."""

_FACES = {
    2: "😀😃😄😁😆😍🤩🥰😊",
    1: "🙂☺👍",
    0: "😐😶😑",
    -1: "🙁☹😕😟👎😒",
    -2: "😠😡😞😢😭😖😤🤬",
}
_FEELING_WORDS = {
    2: "delighted, very happy, very positive, great, ++, ilahtunut, erittäin tyytyväinen, erittäin myönteinen",
    1: "happy, satisfied, positive, good, pleased, +, tyytyväinen, iloinen, myönteinen, positiivinen, hyvä",
    0: "neutral, ok, okay, ±0, +0, -0, neutraali",
    -1: "unhappy, dissatisfied, negative, bad, sad, -, tyytymätön, kielteinen, negatiivinen, huono, surullinen",
    -2: "angry, frustrated, very unhappy, very negative, --, vihainen, turhautunut, erittäin tyytymätön, "
    "erittäin kielteinen",
}
FEELINGS: Mapping[str, int] = {
    **{word.strip(): value for value, words in _FEELING_WORDS.items() for word in words.split(",")},
    **{face: value for value, faces in _FACES.items() for face in faces},
}
_NUMBER = re.compile(r"[+-]?[0-9](?:[.,]0+)?")


def row_kind(label: str) -> RowKind | None:
    """Which row a label names, whatever its case, `:`, `_` and spaces; None for one that is not known."""
    words = plain(label).casefold().strip(" :*#").replace("_", " ").replace("’", "'")
    return ROW_KINDS.get(" ".join(words.split()))


def text_lane(kind: RowKind | None) -> Lane | None:
    """The row as a lane of texts; None for one that says something short of a card, or names its elements."""
    return cast(Lane, kind) if kind in TEXT_LANES else None


def card_lane(kind: RowKind | None) -> CardLane | None:
    """The row as one that says something short of a card; None for any other."""
    return cast(CardLane, kind) if kind in CARD_LANES else None


def feeling_of(text: str) -> int | None:
    """A feeling from −2 to 2 as a number, face or word; None where it says nothing of the kind."""
    word = plain(text).casefold().replace("−", "-").replace("–", "-").replace("\ufe0f", "")
    if word in FEELINGS:
        return FEELINGS[word]
    number = _number(word)
    return number if number is not None and -2 <= number <= 2 else None


def feelings_of(texts: Sequence[str]) -> tuple[list[int | None], bool]:
    """The feelings of a row, and whether it was written from 1 to 5 and was moved to −2 to 2."""
    numbers = [_number(plain(text).replace("−", "-").replace("–", "-")) for text in texts]
    said = [number for number in numbers if number is not None]
    if said and min(said) >= 1 and 3 <= max(said) <= 5:
        return [None if number is None else number - 3 for number in numbers], True
    return [feeling_of(text) for text in texts], False


def _number(word: str) -> int | None:
    return int(re.split("[.,]", word)[0]) if _NUMBER.fullmatch(word) else None
