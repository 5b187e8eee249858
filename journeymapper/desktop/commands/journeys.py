"""Journeys beside and below each other: other states, variants of personas, the journey that a touchpoint opens."""

from collections.abc import Callable

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.commands.applying import applied
from journeymapper.desktop.commands.where import here
from journeymapper.desktop.going import go_to
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Journey, Stage, State, Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

SAME = Message("Journey in another state")


class JourneyCommands:
    """The handlers of what makes a journey of another one, and of going in and out of nested ones."""

    def __init__(self, session: Session, asking: Asking) -> None:
        self._session = session
        self._asking = asking
        self._came_from: list[str] = []

    def in_state(self, state: State) -> None:
        """The journey shown in another state: the one that there is, else a copy of its map."""
        journey = self._journey
        if journey is None:
            return
        known = next((one for one in self._family(journey) if one.state == state), None)
        if known is not None:
            self._show(known.id)
            return
        self._copied(SAME, lambda project: edits.copy_journey(project, journey.id, new_id, state=state))

    def for_persona(self) -> None:
        """A persona's own variant of the journey shown; which persona is asked."""
        project, journey, text = self._session.project, self._journey, self._session.view.language.text
        if journey is None or not project.persona_order:
            return
        names = [project.personas[key].name for key in project.persona_order]
        answer = self._asking.choose(text("Variant for a persona"), text("For whom is the journey another one?"), names)
        if answer is None:
            return
        persona = project.persona_order[answer]
        name = f"{journey.name} – {project.personas[persona].name}"
        self._copied(
            Message("Variant for a persona"),
            lambda now: edits.copy_journey(now, journey.id, new_id, name=name, persona=persona),
        )

    def enter(self) -> None:
        """Into the journey that the selected touchpoint opens; a new one where it opens none yet."""
        found = here(self._session)
        if found is None or not found.touchpoints:
            return
        touchpoint = found.journey.touchpoints[found.touchpoints[0]]
        if not touchpoint.sub_journey and not self._open_new(touchpoint):
            return
        opened = self._session.project.journeys[found.journey.id].touchpoints[touchpoint.id].sub_journey
        self._came_from.append(touchpoint.id)
        self._show(opened)

    def leave(self) -> None:
        """Back to the touchpoint that opens the journey shown: the one come from, else the first that there is."""
        openers = openers_of(self._session.project, self._session.view.journey)
        while self._came_from:
            last = self._came_from.pop()
            if last in openers:
                go_to(self._session, last)
                return
        if openers:
            go_to(self._session, openers[0])

    def _open_new(self, touchpoint: Touchpoint) -> bool:
        if self._session.read_only:
            return False
        journey = Journey(id=new_id("journey"), name=touchpoint.name)
        stage = Stage(id=new_id("stage"), name=self._session.view.language.text("First stage"))

        def edit(project: Project) -> Project:
            project = edits.add_stage(edits.add_journey(project, journey), journey.id, stage)
            return edits.change(project, touchpoint.id, sub_journey=journey.id)

        return applied(self._session, self._asking, Message("Journey behind a touchpoint"), edit)

    def _copied(self, name: Message, edit: Callable[[Project], Project]) -> None:
        known = set(self._session.project.journeys)
        if applied(self._session, self._asking, name, edit):
            self._show(next(key for key in self._session.project.journey_order if key not in known))

    def _family(self, journey: Journey) -> list[Journey]:
        """The journey with all that are the same one in another state; variants of personas are others."""
        root = journey.same_as or journey.id
        others = self._session.project.ordered_journeys()
        return [one for one in others if root in (one.id, one.same_as) and one.persona == journey.persona]

    def _show(self, journey_id: str) -> None:
        self._session.look(journey=journey_id)
        self._session.select((journey_id,))

    @property
    def _journey(self) -> Journey | None:
        return self._session.project.journeys.get(self._session.view.journey)


def openers_of(project: Project, journey_id: str) -> list[str]:
    """The touchpoints that open a journey, in the order of the project's maps."""
    journeys = project.ordered_journeys()
    return [one.id for journey in journeys for one in journey.touchpoints.values() if one.sub_journey == journey_id]
