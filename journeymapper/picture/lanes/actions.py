"""The actions as sticky cards below what they are to mend; actions for the whole company at the left end."""

from journeymapper.model.project import Action
from journeymapper.picture.lanes.lane import Extent, Lane
from journeymapper.picture.lanes.sticky import Sticky, anchor_places, lay_out_stickies, sticky_extent, votes_shown
from journeymapper.picture.primitives import Group
from journeymapper.picture.sheet import Band, Sheet


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Actions")


def _explain(sheet: Sheet) -> str:
    return sheet.view.language.text("what will be done, and by whom")


def _tag(sheet: Sheet, action: Action) -> str:
    language = sheet.view.language
    tags = {"quick win": language.text("Quick win"), "big bet": language.text("Big bet")}
    states = {
        "idea": language.text("Idea"), "decided": language.text("Decided"), "doing": language.text("Under way"),
        "done": language.text("Done"), "shown": language.text("Proved"),
    }  # fmt: skip
    tag, state = tags.get(action.tag, ""), states[action.status]
    if action.opportunity:
        return language.text("Opportunity")
    if action.anchor is None or action.anchor.kind in ("journey", "relationship"):
        return language.text("Whole company") if action.anchor is None else language.text("Whole journey")
    return f"{tag} · {state}" if tag and sheet.view.detail == "full" else tag or state


def _stickies(sheet: Sheet) -> list[Sticky]:
    project, theme = sheet.view.project, sheet.theme
    places = anchor_places(sheet)
    found = []
    for key in project.action_order:
        action = project.actions[key]
        at = places.get(action.anchor.id if action.anchor else "")
        if at is None:
            continue
        colour = theme.certainly_worse if action.tag else theme.accent
        text = f"{action.title} – {action.owner}" if action.owner and sheet.view.detail == "full" else action.title
        found.append(
            Sticky(owner=action.id, part="action", at=at, tag=_tag(sheet, action), text=text, fill=theme.note,
                   edge=theme.note_line, tag_colour=colour, votes=votes_shown(sheet, action.votes))
        )  # fmt: skip
    return found


def _extent(sheet: Sheet) -> Extent | None:
    return sticky_extent(_stickies(sheet), sheet, 1.2)


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    return lay_out_stickies(_stickies(sheet), sheet, band)


LANE = Lane(id="actions", title=_title, explain=_explain, extent=_extent, lay_out=_lay_out)
