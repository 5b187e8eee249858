"""What will be done: each action with its owner, day and state, and the figure that is to prove it."""

from journeymapper.language.units import format_value
from journeymapper.model.journey import Journey
from journeymapper.model.project import Action, Project
from journeymapper.picture.theme import LIGHT
from journeymapper.report.content import Content, hand_off_name, measure_name
from journeymapper.report.flow import Flow
from journeymapper.report.pages.frame import Heading, Leaf
from journeymapper.report.sheet import Sheet
from journeymapper.report.table import Cell, Column, Row, Table
from journeymapper.report.verdict_words import verdict_text

NOTHING = "—"
PILLS = {"done": "#DCEBF2", "shown": "#DCEBF2", "doing": "#FDF0C8", "decided": "#FDF0C8"}


def actions_pages(content: Content, sheet: Sheet) -> list[Leaf]:
    """The pages of all actions; none where there are none."""
    language, project = content.language, content.project
    actions = [project.actions[key] for key in project.action_order]
    if not actions:
        return []
    heading = Heading(
        over=" · ".join(part for part in (project.client, language.text("Actions")) if part),
        title=_title(content, actions),
        sub=language.text("Each with the figure that is to show that it worked"),
        language=language.code,
    )
    flow = Flow(sheet, heading, language, language.text("Actions"))
    text = language.text
    titles = (text("Action"), text("Where"), text("Owner"), text("Due"), text("Status"), text("Expected effect"),
              text("Proof"), text("Proof now"))  # fmt: skip
    rows = tuple(_row(content, action) for action in actions)
    columns = tuple(Column(title) for title in titles)
    flow.table(Table(columns=columns, rows=rows, size=sheet.body, language=language.code))
    return flow.leaves()


def _title(content: Content, actions: list[Action]) -> str:
    language = content.language
    begun = sum(action.status in ("decided", "doing") for action in actions)
    done = sum(action.status in ("done", "shown") for action in actions)
    parts = [language.plural("{n} action", "{n} actions", len(actions))]
    if begun:
        parts.append(language.text("{n} decided or under way", n=begun))
    if done:
        parts.append(language.text("{n} done", n=done))
    return ", ".join(parts)


def actions_on(project: Project, element_id: str) -> list[Action]:
    """The actions that hang on an element, in their order."""
    actions = (project.actions[key] for key in project.action_order)
    return [action for action in actions if action.anchor is not None and action.anchor.id == element_id]


def action_words(content: Content, action: Action) -> str:
    """An action with its owner, day and state in one line."""
    due = content.language.date(action.due) if action.due else ""
    parts = (action.title, action.owner, due, status_words(content, action))
    return " · ".join(part for part in parts if part)


def status_words(content: Content, action: Action) -> str:
    """How far an action is."""
    text = content.language.text
    words = {
        "idea": text("idea"),
        "decided": text("decided"),
        "doing": text("under way"),
        "done": text("done"),
        "shown": text("effect shown"),
    }
    return words[action.status]


def _row(content: Content, action: Action) -> Row:
    language, own = content.language, content.project.language
    point = content.project.points.get(action.proof)
    return Row(
        (
            Cell(action.title, "semibold", language=own, detail=action.detail),
            Cell(place_of(content, action) or language.text("whole company"), language=own),
            Cell(action.owner or NOTHING, language=own),
            Cell(language.date(action.due) if action.due else NOTHING),
            Cell(status_words(content, action), pill=PILLS.get(action.status, LIGHT.soft), language=language.code),
            Cell(action.effect or NOTHING, language=own),
            Cell((point.name or measure_name(content, point) if point else action.proof) or NOTHING, language=own),
            _proof_now(content, action),
        ),
        action.id,
    )


def _proof_now(content: Content, action: Action) -> Cell:
    point = content.project.points.get(action.proof)
    score = content.scores.get(action.proof)
    if point is None or score is None or score.value is None or not score.shown:
        return Cell(NOTHING)
    value = format_value(content.language, content.metric(point), score.value)
    words = f"{value} {verdict_text(content.language, score)}"
    return Cell(words, fill=LIGHT.verdict_colour(score), language=content.language.code)


def place_of(content: Content, action: Action) -> str:
    """The name of what an action hangs on, empty for the whole company."""
    anchor = action.anchor
    journey = content.project.journey_of(anchor.id) if anchor else None
    if anchor is None or journey is None:
        return content.language.text("Whole relationship") if anchor and anchor.kind == "relationship" else ""
    return _element_name(journey, anchor.kind, anchor.id)


def _element_name(journey: Journey, kind: str, element_id: str) -> str:
    if kind == "touchpoint":
        return journey.touchpoints[element_id].name
    if kind == "stage":
        return journey.stages[element_id].name
    return hand_off_name(journey, element_id) if kind == "hand-off" else journey.name
