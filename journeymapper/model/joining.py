"""Several touchpoints as one: texts joined, tuples united, nothing said lost."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from journeymapper.model.journey import Touchpoint
from journeymapper.model.limits import LINE_LENGTH, LINES
from journeymapper.model.messages import Refusal

Join = Callable[[list[Any]], Any]
FIRST = ("id", "shown_point", "sub_journey", "feeling", "volume", "choice")


def joined(touchpoints: Sequence[Touchpoint], name: str | None = None, said: Iterable[str] = ()) -> Touchpoint:
    """The first touchpoint with what the others hold besides.

    Texts are joined line by line, tuples united, votes added; of feelings and volumes the first given is kept, of
    importances and suspected pains the highest; conditional is what all of them are, a moment of truth what any of
    them is. Without a name the names are joined; names that the new one does not contain, and what is `said` besides,
    go into `doing`.
    """
    opened = {one.sub_journey for one in touchpoints if one.sub_journey}
    if len(opened) > 1:
        raise Refusal("Touchpoints that open different journeys cannot be one.")
    fields = {
        field: _join(field, [getattr(one, field) for one in touchpoints]) for field in Touchpoint.__struct_fields__
    }
    fields["name"] = _name([one.name for one in touchpoints]) if name is None else name
    left = [one.name for one in touchpoints if one.name.casefold() not in fields["name"].casefold()]
    fields["doing"] = "\n".join(_distinct([fields["doing"], *left, *said]))
    return msgspec.structs.replace(touchpoints[0], **fields)


def _join(field: str, values: list[Any]) -> Any:
    given = [value for value in values if value not in (None, "", ())]
    if field in FIRST or not given:
        return given[0] if given else values[0]
    return _how(field, given[0])(given)


def _how(field: str, example: object) -> Join:
    own: dict[str, Join] = {"conditional": all, "votes": sum, "importance": max, "suspected_pain": max}
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
