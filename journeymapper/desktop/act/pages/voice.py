"""What customers wrote: kept comments found by words and touchpoint, tagged by rule and by hand, counted by tag."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit

from journeymapper.analysis.voice import LEAST, Tagged, hidden_points, shown_comments, tag_counts, tagged
from journeymapper.desktop.act.page import ActPage
from journeymapper.desktop.act.places import measure_words, place_words
from journeymapper.desktop.act.result_table import Cell, ResultTable, Row
from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.jobs import Job
from journeymapper.desktop.labels import plain_label
from journeymapper.model import edits
from journeymapper.model.acting import TagRule
from journeymapper.model.comments import comment_mark
from journeymapper.model.ids import new_id
from journeymapper.model.messages import Message, Refusal
from journeymapper.storage.parts import kept_comments

MOST = 300
"""Comments listed at once; a search finds the others."""


class VoicePage(ActPage):
    """Comments are read and tagged in a job; searching and choosing goes over what is at hand."""

    def build(self) -> None:
        """Search, counts, comments, tagging."""
        text = self.language.text
        self._job: Job | None = None
        self._all: Sequence[Tagged] = ()
        self._grounds: tuple[object, ...] = ()
        self._listed: list[Tagged] = []
        self.words = QLineEdit()
        self.words.setObjectName("voice-words")
        self.words.setAccessibleName(text("Words in comments"))
        self.words.setPlaceholderText(text("Words in comments"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda _text: self._list())
        self._point = self._choice("voice-point", text("Touchpoint"))
        self._tag = self._choice("voice-tag", text("Tag"))
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self._point)
        row.addWidget(self._tag)
        self.column.addLayout(row)
        self.table = ResultTable(self.session, "comments", (
            text("Comment"), text("Touchpoint"), text("Answer"), text("Wave"), text("Tags"),
        ))  # fmt: skip
        self.table.currentCellChanged.connect(lambda *_: self._can_tag())
        self.column.addWidget(self.table)
        self._more = plain_label("", "quiet")
        self.column.addWidget(self._more)
        self.column.addLayout(self._tagging())
        self._caption = self.heading(text("How often, and how those who wrote it answered"))
        self.counts = ResultTable(self.session, "tag-counts", (
            text("Tag"), text("Touchpoint"), text("Comments"), text("with an answer"), text("their mean answer"),
        ))  # fmt: skip
        self.column.addWidget(self.counts)

    def _tagging(self) -> QHBoxLayout:
        text = self.language.text
        self._by_hand = QComboBox()
        self._by_hand.setObjectName("tag-by-hand")
        self._by_hand.setAccessibleName(text("Tag by hand"))
        self._by_hand.activated.connect(lambda _index: self._inspect())
        self._put = push_button("tag-comment", text("Tag the comment"), lambda: self._set_tag(on=True))
        self._take = push_button("untag-comment", text("Take the tag off"), lambda: self._set_tag(on=False))
        self.new_tag = QLineEdit()
        self.new_tag.setObjectName("new-tag")
        self.new_tag.setAccessibleName(text("New tag"))
        self.new_tag.setPlaceholderText(text("New tag: its word stems, by commas"))
        self.new_tag.returnPressed.connect(self._add_tag)
        self._add = push_button("add-tag", text("Add tag"), self._add_tag)
        row = QHBoxLayout()
        for widget in (self._by_hand, self._put, self._take, self.new_tag, self._add):
            row.addWidget(widget)
        return row

    def _choice(self, name: str, words: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.activated.connect(lambda _index: self._list())
        return box

    def fill(self) -> None:
        """Read and tag anew where imports or tags have changed."""
        project, attachments = self.session.project, dict(self.session.attachments)
        grounds = (project.result_sets, project.tag_rules, project.tag_rule_order)
        if len(self._grounds) == len(grounds) and all(a is b for a, b in zip(self._grounds, grounds, strict=True)):
            return
        self._grounds = grounds
        if self._job is not None:
            self._job.cancel()
        if not self.title.text():
            self.say(self.language.text("Working …"))
        self._job = self.jobs.start(lambda _job: tagged(project, kept_comments(project, attachments)), owner=self)
        self._job.finished.connect(self._learn)
        self._job.failed.connect(lambda message: self.say(self.language.message(message)))

    def _learn(self, found: Sequence[Tagged]) -> None:
        self._job, self._all = None, found
        project, text = self.session.project, self.language.text
        shown = {each.comment.point for each in shown_comments(found)}
        points = [point for point in project.ordered_points() if point.id in shown]
        named = [(f"{place_words(self.session, one)} · {measure_words(self.session, one)}", one.id) for one in points]
        tags = [project.tag_rules[key] for key in project.tag_rule_order]
        _offer(self._point, [(text("All touchpoints"), ""), *named])
        _offer(self._tag, [(text("All tags"), ""), *((rule.name, rule.name) for rule in tags)])
        _offer(self._by_hand, [(rule.name, rule.id) for rule in tags])
        counted = tag_counts(found) + (tag_counts(found, by_point=True) if len(points) > 1 else [])
        self.counts.show_rows([
            (each.point, [
                Cell(each.tag), Cell(self._place(each.point) if each.point else text("All touchpoints")),
                Cell(self.language.number(each.n), float(each.n), right=True),
                Cell(self.language.number(each.answered), float(each.answered), right=True),
                Cell("—" if each.mean_answer is None else self.language.number(each.mean_answer, 1),
                     each.mean_answer, right=True),
            ])
            for each in counted
        ])  # fmt: skip
        self._list()

    def _list(self) -> None:
        """The comments that have the words, the touchpoint and the tag."""
        found = shown_comments(
            self._all, str(self._point.currentData() or ""), self.words.text(), str(self._tag.currentData() or "")
        )
        chosen = self._chosen
        self._listed = found[:MOST]
        self.table.show_rows([self._row(place, each) for place, each in enumerate(self._listed)])
        self.table.setColumnWidth(0, max(360, self.viewport().width() // 2))
        self.table.fit()
        if chosen is not None:
            same = [place for place, each in enumerate(self._listed) if each.comment is chosen.comment]
            self.table.selectRow(same[0] if same else -1)
        more = len(found) - len(self._listed)
        words = self.language.plural("{n} more: search for it.", "{n} more: search for them.", more)
        self._more.setText(words if more else "")
        self._more.setVisible(bool(more))
        self._tell(len(found))
        self._can_tag()

    def _tell(self, found: int) -> None:
        language, text = self.language, self.language.text
        for widget in (
            self.words,
            self._point,
            self._tag,
            self.table,
            self.counts,
            self._caption,
            self._put,
            self._take,
        ):
            widget.setVisible(bool(self._all))
        if not self._all:
            self.say(
                text("No comments are kept"),
                text("Choose a column of free text to be kept, masked, when you import answers."),
            )
            return
        few = hidden_points(self._all)
        hidden = language.plural(
            "{n} point has fewer than {least} comments, which are not shown.",
            "{n} points have fewer than {least} comments, which are not shown.", len(few), least=LEAST,
        )  # fmt: skip
        self.say(language.plural("{n} comment", "{n} comments", found), hidden if few else "")

    def _row(self, place: int, each: Tagged) -> Row:
        comment, language = each.comment, self.language
        answer = "—" if comment.answer is None else language.number(
            comment.answer, 0 if comment.answer.is_integer() else 1
        )  # fmt: skip
        return str(place), [
            Cell(comment.text), Cell(self._place(comment.point)), Cell(answer, comment.answer, right=True),
            Cell(comment.wave), Cell(", ".join(each.tags)),
        ]  # fmt: skip

    def _place(self, point: str) -> str:
        known = self.session.project.points.get(point)
        return place_words(self.session, known) if known is not None else point

    # tags

    @property
    def _chosen(self) -> Tagged | None:
        """The comment of the row that is selected."""
        place = self.table.chosen
        return self._listed[int(place)] if place and int(place) < len(self._listed) else None

    def _can_tag(self) -> None:
        rule, chosen = self._rule, self._chosen
        marked = rule is not None and chosen is not None and comment_mark(chosen.comment) in rule.by_hand
        self._put.setEnabled(rule is not None and chosen is not None and not marked)
        self._take.setEnabled(marked)

    @property
    def _rule(self) -> TagRule | None:
        return self.session.project.tag_rules.get(str(self._by_hand.currentData() or ""))

    def _inspect(self) -> None:
        """The inspector shows the tag with its stems."""
        if self._rule is not None:
            self.session.select((self._rule.id,))
        self._can_tag()

    def _set_tag(self, *, on: bool) -> None:
        rule, chosen = self._rule, self._chosen
        if rule is None or chosen is None:
            return
        mark, name = comment_mark(chosen.comment), Message("Tag a comment")
        self.session.apply(name, lambda project: edits.tag_comment(project, rule.id, mark, on=on))

    def _add_tag(self) -> None:
        """A tag by its name; stems after a colon, else the name itself is looked for."""
        name, _, stems = self.new_tag.text().partition(":")
        name = name.strip()
        wanted = tuple(stem.strip() for stem in stems.split(",") if stem.strip()) or (name.casefold(),)
        rule = TagRule(id=new_id("tag"), name=name, stems=wanted)
        try:
            self.session.apply(Message("Add tag"), lambda project: edits.add_tag_rule(project, rule))
        except Refusal as refusal:
            self.asking.tell(self.language.text("No tag added"), self.language.message(refusal.message))
            return
        self.new_tag.clear()


def _offer(box: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
    """The choices; what was chosen stays chosen."""
    kept = box.currentData()
    if [(box.itemText(place), box.itemData(place)) for place in range(box.count())] == list(choices):
        return
    box.clear()
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(kept)))
