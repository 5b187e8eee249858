"""The action by which a gap is to be closed: the first one on the touchpoint, or a new idea."""

from collections.abc import Mapping

from journeymapper.analysis.priorities.ranking import Priority
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.measurement import Anchor
from journeymapper.model.project import Action, Project


def set_repair(project: Project, each: Priority, title: str, fields: Mapping[str, object]) -> Project:
    """The project with effort or cause on the action of a gap; without one an idea of that title is made for it."""
    here = [key for key in each.actions if _is_on(project.actions[key], each.touchpoint)]
    key = next((key for key in here if project.actions[key].effort == each.effort), next(iter(here), ""))
    if not key:
        anchor = Anchor("touchpoint", each.touchpoint)
        made = Action(id=new_id("action"), title=title, anchor=anchor, proof=each.point)
        project, key = edits.add_action(project, made), made.id
    return edits.change(project, key, **fields)


def _is_on(action: Action, touchpoint: str) -> bool:
    return action.anchor is not None and action.anchor.id == touchpoint
