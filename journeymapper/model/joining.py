"""Several touchpoints as one: texts joined, tuples united, nothing said lost."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from journeymapper.model.journey import Touchpoint
from journeymapper.model.limits import LINE_LENGTH, LINES
from journeymapper.model.messages import Message, Refusal

Join = Callable[[list[Any]], Any]
Words = Callable[[Message], str]
FIRST = ("id", "shown_point", "sub_journey", "volume", "volume_unit", "choice")
FEELING, IMPORTANCE, PAIN = Message("feeling {n}"), Message("importance {n}"), Message("suspected pain {n}")
A_YEAR = Message("{n} a year")
DECIDED: dict[str, Message] = {
    "measure": Message("decided: to be measured"),
    "listen": Message("decided: only to be listened to"),
    "leave": Message("decided: not to be measured"),
}


def joined(
    touchpoints: Sequence[Touchpoint],
    name: str | None = None,
    said: Iterable[str] = (),
    words: Words = Message.english,
) -> Touchpoint:
    """The first touchpoint with what the others hold besides.

    Texts are joined line by line, tuples united, votes added, and volumes of the same unit; of feelings the lowest is
    kept, for an average would hide it, of importances and suspected pains the highest; conditional is what all of them
    are, a moment of truth what any of them is. Without a name the names are joined. Names that the new one does not
    contain, figures that it cannot hold besides its own, told by `words`, and what is `said` go into `doing`.
    """
    opened = {one.sub_journey for one in touchpoints if one.sub_journey}
    if len(opened) > 1:
        raise Refusal("Touchpoints that open different journeys cannot be one.")
    fields = {
        field: _join(field, [getattr(one, field) for one in touchpoints]) for field in Touchpoint.__struct_fields__
    }
    fields["name"] = _name([one.name for one in touchpoints]) if name is None else name
    fields |= _volume(touchpoints)
    merged = msgspec.structs.replace(touchpoints[0], **fields)
    left = [_left(one, merged, words) for one in touchpoints]
    return msgspec.structs.replace(merged, doing="\n".join(_distinct([merged.doing, *left, *said])))


def _volume(touchpoints: Sequence[Touchpoint]) -> dict[str, Any]:
    """The volumes that are counted in the unit of the first, together."""
    counted = [one for one in touchpoints if one.volume is not None]
    alike = [one.volume for one in counted if _unit(one) == _unit(counted[0])]
    return {"volume": sum(filter(None, alike)), "volume_unit": counted[0].volume_unit} if counted else {}


def _unit(touchpoint: Touchpoint) -> str:
    return touchpoint.volume_unit.casefold()


def _left(one: Touchpoint, merged: Touchpoint, words: Words) -> str:
    """The name of a touchpoint and the figures that the merged one does not say; empty where there is nothing left."""
    figures = [words(each) for each in _figures(one, merged)]
    if one.volume is not None and _unit(one) != _unit(merged):
        figures.append(f"{one.volume} {one.volume_unit}" if one.volume_unit else words(_said(A_YEAR, one.volume)))
    if figures:
        return f"{one.name}: {', '.join(figures)}"
    return "" if one.name.casefold() in merged.name.casefold() else one.name


def _figures(one: Touchpoint, merged: Touchpoint) -> Iterator[Message]:
    if one.feeling is not None and one.feeling != merged.feeling:
        yield _said(FEELING, f"{one.feeling:+d}".replace("-", "−") if one.feeling else 0)
    if one.importance is not None and one.importance != merged.importance:
        yield _said(IMPORTANCE, one.importance)
    if one.suspected_pain is not None and one.suspected_pain != merged.suspected_pain:
        yield _said(PAIN, one.suspected_pain)
    if one.choice and one.choice != merged.choice:
        yield DECIDED[one.choice]


def _said(message: Message, value: int | str) -> Message:
    return Message(message.text, {"n": value})


def _join(field: str, values: list[Any]) -> Any:
    given = [value for value in values if value not in (None, "", ())]
    if field in FIRST or not given:
        return given[0] if given else values[0]
    return _how(field, given[0])(given)


def _how(field: str, example: object) -> Join:
    own: dict[str, Join] = {"conditional": all, "votes": sum, "importance": max, "suspected_pain": max, "feeling": min}
    if field in own:
        return own[field]
    if isinstance(example, bool):
        return any
    if isinstance(example, tuple):
        return united
    return lambda texts: (" / " if field in LINES else "\n").join(_distinct(texts))


def united(tuples: Iterable[tuple[Any, ...]]) -> tuple[Any, ...]:
    """All items in the order in which they come first, each once."""
    return tuple(dict.fromkeys(item for items in tuples for item in items))


def _distinct(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]


def _name(names: list[str]) -> str:
    """`Offer / Contract`, or as many of the names, from the first, as a name has room for."""
    whole = _distinct(names)
    while len(" / ".join(whole)) > LINE_LENGTH:
        whole.pop()
    return " / ".join(whole)
