"""The page of several selected elements: how many there are, and the fields that make sense for all of them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from journeymapper.desktop.inspector.form import Field, Fold, Form
from journeymapper.desktop.inspector.naming import shortened
from journeymapper.model.find import name_of
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

NAMED = 12
SHARED: Mapping[str, frozenset[str]] = {
    "touchpoint": frozenset(
        {"kinds", "channels", "moment_of_truth", "conditional", "base", "feeling", "function", "owner", "length"}
        | {"personas", "importance", "in_scope", "choice", "can_act", "can_ask"}
    ),
    "stage": frozenset({"usual_length", "function", "owner"}),
    "point": frozenset(
        {"owner", "asked", "status", "read", "permanence", "levels", "scope", "leading", "asked_of", "personas"}
        | {"target.kind", "target.source", "target.agreed_on", "target.review_on", "starts", "ends", "method"}
        | {"collector", "instrument", "channels", "system", "function", "analyst", "anchor", "contact_class"}
    ),
    "action": frozenset({"owner", "due", "status", "tag", "anchor", "done_on", "cause", "effort", "opportunity"}),
    "note": frozenset({"anchor", "colour"}),
    "message": frozenset({"trigger", "channel", "responsible"}),
    "link": frozenset({"kind"}),
    "promise": frozenset({"public", "touchpoints", "points"}),
    "goal": frozenset({"level", "serves", "points", "function"}),
    "persona": frozenset({"target_customer", "preferred_channels"}),
    "channel": frozenset({"role"}),
    "evidence": frozenset({"source", "kind", "collected_on", "subject"}),
}
"""By kinds of elements; what is each one's own, as its name and what is told of it at length, is not among them."""


def shared_form(forms: Sequence[tuple[str, Form]]) -> Form:
    """The fields that all of these kinds of elements have alike, in the folds of the first."""
    _, first = forms[0]
    alike = [field for field in first.all_fields() if all(_has(kind, form, field) for kind, form in forms)]
    folds = (Fold(fold.title, _kept(fold.fields, alike)) for fold in first.folds)
    return Form(fields=_kept(first.fields, alike), folds=tuple(fold for fold in folds if fold.fields))


def how_many(kinds: Sequence[str]) -> Message:
    """The title of their page; `kinds` has the kind of each."""
    values: dict[str, str | int | float] = {"n": len(kinds)}
    titles = {
        "touchpoint": Message("{n} touchpoint selected", values, "{n} touchpoints selected"),
        "stage": Message("{n} stage selected", values, "{n} stages selected"),
        "point": Message("{n} measurement point selected", values, "{n} measurement points selected"),
        "action": Message("{n} action selected", values, "{n} actions selected"),
        "note": Message("{n} note selected", values, "{n} notes selected"),
    }
    same = kinds[0] if len(set(kinds)) == 1 else ""
    return titles.get(same, Message("{n} element selected", values, "{n} elements selected"))


def names_in_short(project: Project, ids: Iterable[str]) -> str:
    """The first of their names, as many as one reads at a glance."""
    return shortened(", ".join(name_of(project, key).split("\n")[0] for key in islice(ids, NAMED)))


def _has(kind: str, form: Form, field: Field) -> bool:
    return field.name in SHARED.get(kind, ()) and field in form.all_fields()


def _kept(fields: Iterable[Field], alike: Sequence[Field]) -> tuple[Field, ...]:
    return tuple(field for field in fields if field in alike)
