"""The board of actions: from an idea to one whose effect is shown, with what the comparison says of it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from journeymapper.analysis.change.action_effect import ActionEffect, effect_of_action
from journeymapper.desktop.act.board_column import BoardColumn, Card
from journeymapper.desktop.act.page import ActPage
from journeymapper.desktop.act.places import measure_words, metric_of
from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.going import go_to
from journeymapper.desktop.jobs import Job
from journeymapper.desktop.labels import plain_label
from journeymapper.language.effect_words import effect_words
from journeymapper.language.units import format_gap
from journeymapper.model import edits
from journeymapper.model.find import name_of
from journeymapper.model.ids import new_id
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Action, ActionStatus, Project
from journeymapper.model.tally import Tally

STATUSES: tuple[ActionStatus, ...] = ("idea", "decided", "doing", "done", "shown")
FINISHED = ("done", "shown")
LEAST_HIGH, AROUND = 260, 190
"""Pixels that a column has at least, and that the page needs around the columns."""


class BoardPage(ActPage):
    """Cards hang where the document says; a move is one edit, and nothing is shown to work without a comparison."""

    def build(self) -> None:
        """Five columns, and a button for a new card."""
        text = self.language.text
        self._job: Job | None = None
        self._effects: dict[str, ActionEffect] = {}
        titles = (text("Idea"), text("Decided"), text("Under way"), text("Done"), text("Shown to work"))
        row = QHBoxLayout()
        row.setSpacing(10)
        self.columns: dict[str, BoardColumn] = {}
        self._heads: dict[str, tuple[QLabel, str]] = {}
        for status, title in zip(STATUSES, titles, strict=True):
            column = BoardColumn(status, title, THEMES[self.session.view.theme], self.session.project.language)
            column.dropped.connect(self.move_card)
            column.stepped.connect(lambda key, across, along, here=status: self._step(here, key, across, along))
            column.currentItemChanged.connect(lambda *_, here=status: self._select(here))
            column.itemActivated.connect(lambda _item, here=status: self._go(here))
            head = plain_label(title, "caption")
            head.setBuddy(column)
            self._heads[status] = (head, title)
            below = QVBoxLayout()
            below.addWidget(head)
            below.addWidget(column)
            row.addLayout(below, 1)
            self.columns[status] = column
        self._new = QPushButton(text("New action"))
        self._new.setObjectName("new-action")
        self._new.clicked.connect(self._add)
        buttons = QHBoxLayout()
        buttons.addWidget(self._new)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.column.addLayout(row)
        hint = plain_label(text("Alt and the arrows move a card, Enter shows it on the map."), "quiet")
        self.column.addWidget(hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns are as high as the page has room for."""
        super().resizeEvent(event)
        for column in self.columns.values():
            column.setFixedHeight(max(LEAST_HIGH, self.viewport().height() - AROUND))

    def fill(self) -> None:
        """The cards where they are; what came of finished ones is worked out beside."""
        project, language = self.session.project, self.language
        actions = [project.actions[key] for key in project.action_order]
        late = sum(self._is_late(action) for action in actions)
        title = language.plural("{n} action", "{n} actions", len(actions))
        late_words = language.plural("{n} is late.", "{n} are late.", late) if late else ""
        unproved = sum(action.status in FINISHED[:1] for action in actions)
        rest = language.plural("{n} is done but not shown to work.", "{n} are done but not shown to work.", unproved)
        self.say(title, " ".join(filter(None, (late_words, rest if unproved else ""))))
        for status, column in self.columns.items():
            here = [action for action in actions if action.status == status]
            column.show_cards([self._card(action) for action in here])
            head, words = self._heads[status]
            head.setText(f"{words} · {language.number(len(here))}")
        self._compare(actions)

    # cards

    def _card(self, action: Action) -> Card:
        language, project = self.language, self.session.project
        due = language.date(action.due) if action.due else ""
        if self._is_late(action):
            due = language.text("{date}, late", date=due)
        place = name_of(project, action.anchor.id) if action.anchor else language.text("whole company")
        point = project.points.get(action.proof)
        expected = action.effect
        if point is not None and action.expected is not None:
            change = format_gap(language, metric_of(self.session, point), action.expected)
            expected = " · ".join(filter(None, (expected, language.text("expected {change}", change=change))))
        proof = ""
        if point is not None:
            proof = language.text("shown by: {point}", point=f"{point.id} {measure_words(self.session, point)}")
        lines = [" · ".join(filter(None, (action.owner or language.text("no owner"), due))), place, expected, proof]
        colour = ""
        if action.status in FINISHED:
            lines.append(self._came_of_it(action))
            colour = self._colour(self._effects.get(action.id))
        return Card(action.id, action.title, tuple(lines), colour)

    def _came_of_it(self, action: Action) -> str:
        """What the comparison says, or what is lacking for one."""
        text = self.language.text
        if action.proof not in self.session.project.points:
            return text("No point is named that would show the effect.")
        if action.done_on is None:
            return text("The day on which it was done is not given.")
        effect = self._effects.get(action.id)
        if effect is None:
            return text("Working …")
        metric = metric_of(self.session, self.session.project.points[action.proof])
        return effect_words(self.language, metric, effect)

    def _colour(self, effect: ActionEffect | None) -> str:
        theme = THEMES[self.session.view.theme]
        if effect is None:
            return ""
        return {"better": theme.certainly_better, "worse": theme.certainly_worse}.get(effect.verdict, "")

    def _is_late(self, action: Action) -> bool:
        today = date.today()  # noqa: DTZ011 - the reader's day
        return action.due is not None and action.due < today and action.status not in FINISHED

    def _compare(self, actions: list[Action]) -> None:
        """Before and after of what is finished, in a job."""
        wanted = {action.id: action for action in actions if _can_be_compared(self.session.project, action)}
        if self._job is not None:
            self._job.cancel()
            self._job = None
        project, tallies = self.session.project, self.session.tallies
        if wanted:
            self._job = self.jobs.start(lambda job: _effects(job, project, tallies, wanted))
            self._job.finished.connect(self._learn)

    def _learn(self, effects: Mapping[str, ActionEffect]) -> None:
        self._job = None
        if self._effects != effects:
            self._effects = dict(effects)
            project = self.session.project
            for status in FINISHED:
                here = [project.actions[key] for key in project.action_order if project.actions[key].status == status]
                self.columns[status].show_cards([self._card(action) for action in here])

    # moves

    def move_card(self, action_id: str, status: str, place: int) -> None:
        """Take a card to a column, before the card at that place; asks before anything counts as shown to work."""
        action = self.session.project.actions[action_id]
        if status == "shown" and action.status != "shown" and not self._agrees(action):
            return
        others = [each.id for each in self._in_column(status) if each.id != action_id]
        here = [each.id for each in self._in_column(status)]
        place -= action_id in here[:place]
        fields: dict[str, object] = {"status": status}
        if status == "done" and action.done_on is None:
            fields["done_on"] = date.today()  # noqa: DTZ011 - the reader's day

        def edit(project: Project) -> Project:
            order = [key for key in project.action_order if key != action_id]
            index = order.index(others[place]) if place < len(others) else len(order)
            return edits.move(edits.change(project, action_id, **fields), action_id, index)

        try:
            self.session.apply(Message("Move an action"), edit)
        except Refusal as refusal:
            self.asking.tell(self.language.text("Not moved"), self.language.message(refusal.message))
            return
        self.fill()
        self._focus(status, action_id)

    def _agrees(self, action: Action) -> bool:
        """Whether the effect counts as shown, once the reader has seen what the comparison says of it."""
        text = self.language.text
        project = self.session.project
        said, certain = self._came_of_it(action), False
        if _can_be_compared(project, action) and action.done_on is not None:
            point = project.points[action.proof]
            effect = self._effects.get(action.id) or _effect(project, self.session.tallies, action)
            said, certain = effect_words(self.language, metric_of(self.session, point), effect), _is_better(effect)
        stay, go = text("Leave it where it is"), text("Shown to work")
        if certain:
            return self.asking.choose(action.title, said, [go, stay]) == 0
        go = text("Shown to work all the same")
        return self.asking.choose(action.title, text("Not certain. {said}", said=said), [stay, go]) == 1

    def _step(self, here: str, action_id: str, across: int, along: int) -> None:
        """One column on with the card, or one place up or down; without a card the focus goes on."""
        place = STATUSES.index(here) + across
        if not 0 <= place < len(STATUSES):
            return
        status = STATUSES[place]
        if not action_id:
            self._focus(status, self.columns[status].chosen)
        elif across:
            self.move_card(action_id, status, len(self._in_column(status)))
        else:
            row = [each.id for each in self._in_column(here)].index(action_id)
            self.move_card(action_id, here, max(0, row - 1) if along < 0 else row + 2)

    def _focus(self, status: str, action_id: str) -> None:
        column = self.columns[status]
        if not column.choose(action_id) and column.count():
            column.setCurrentRow(0)
        column.setFocus()

    def _in_column(self, status: str) -> list[Action]:
        project = self.session.project
        return [project.actions[key] for key in project.action_order if project.actions[key].status == status]

    def _select(self, status: str) -> None:
        """The inspector shows the chosen card, where all of it is edited."""
        if self.columns[status].chosen:
            self.session.select((self.columns[status].chosen,))

    def _go(self, status: str) -> None:
        chosen = self.columns[status].chosen
        self.session.look(mode="map")
        go_to(self.session, chosen)

    def _add(self) -> None:
        made = Action(id=new_id("action"), title=self.language.text("New action"))
        self.session.apply(Message("New action"), lambda project: edits.add_action(project, made))
        self.fill()
        self._focus("idea", made.id)
        self.session.select((made.id,))


def _can_be_compared(project: Project, action: Action) -> bool:
    return action.status in FINISHED and action.done_on is not None and action.proof in project.points


def _effects(
    job: Job, project: Project, tallies: Mapping[str, Tally], actions: Mapping[str, Action]
) -> dict[str, ActionEffect]:
    found = {}
    for number, (key, action) in enumerate(actions.items()):
        job.report(number / len(actions))
        found[key] = _effect(project, tallies, action)
    return found


def _effect(project: Project, tallies: Mapping[str, Tally], action: Action) -> ActionEffect:
    assert action.done_on is not None
    point = project.points[action.proof]
    return effect_of_action(project, tallies, point, action.done_on, delay_days=action.delay_days or 0)


def _is_better(effect: ActionEffect) -> bool:
    return effect.verdict == "better"
