"""What a text would become, as a tree of stages and touchpoints, and what of it was not understood."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from journeymapper.desktop.entry.known import Known
from journeymapper.desktop.entry.lane_words import LANE_WORDS, in_a_line
from journeymapper.desktop.entry.reading import Understood
from journeymapper.desktop.labels import plain_label, plain_tip
from journeymapper.language.language import Language
from journeymapper.mapfiles.sketch import LaneText, SketchedTouchpoint
from journeymapper.model.messages import Message

MOST_ROWS, MOST_STAGES = 400, 200
MOST_SAID = 6


class EntryPreview(QWidget):
    """The tree, and below it the account."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.tree = QTreeWidget()
        self.tree.setObjectName("entry-tree")
        self.tree.setAccessibleName(language.text("What will be made"))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.account = plain_label("", "quiet")
        self.account.setObjectName("entry-account")
        self.account.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree, 1)
        column.addWidget(self.account)
        self.show_text(Understood(), Known())

    def show_text(self, found: Understood, known: Known) -> None:
        """Show what was understood; stages and channels of a `known` name are not new."""
        self.tree.clear()
        shown = 0
        for stage in found.reading.sketch.stages[:MOST_STAGES]:
            cards = stage.touchpoints[: MOST_ROWS - shown]
            self._add_branch(self._stage_words(stage.name, known), cards, known)
            shown += len(cards)
        plural = self._language.plural
        if (left := len(found.reading.sketch.stages) - MOST_STAGES) > 0:
            self.tree.addTopLevelItem(QTreeWidgetItem([plural("and {n} more stage", "and {n} more stages", left)]))
        if left := found.touchpoints - shown:
            more = plural("and {n} more touchpoint", "and {n} more touchpoints", left)
            self.tree.addTopLevelItem(QTreeWidgetItem([more]))
        self._tell(found)

    def _add_branch(self, words: str, touchpoints: Sequence[SketchedTouchpoint], known: Known) -> None:
        branch = QTreeWidgetItem([words])
        font = branch.font(0)
        font.setBold(True)
        branch.setFont(0, font)
        self.tree.addTopLevelItem(branch)
        for touchpoint in touchpoints:
            words = "    ".join((self._touchpoint_words(touchpoint, known), *self._lanes(touchpoint.texts)))
            item = QTreeWidgetItem([words])
            item.setToolTip(0, plain_tip(words))
            branch.addChild(item)
        branch.setExpanded(True)

    def counts(self, found: Understood) -> str:
        """How much it is."""
        plural = self._language.plural
        parts = (
            plural("{n} stage", "{n} stages", found.stages) if found.stages else "",
            plural("{n} touchpoint", "{n} touchpoints", found.touchpoints) if found.touchpoints else "",
        )
        return ", ".join(filter(None, parts))

    def height_for(self, found: Understood, most: int) -> int:
        """Pixels that so much of the tree takes, up to a number of rows."""
        rows = len(found.reading.sketch.stages) + found.touchpoints
        return (min(max(rows, 1), most) + 1) * (QFontMetrics(self.tree.font()).lineSpacing() + 8)

    def _tell(self, found: Understood) -> None:
        said = [found.refusal] if found.refusal else list(found.reading.account)
        self.account.setProperty("look", "error" if found.refusal else "quiet")
        self.account.style().polish(self.account)
        self.account.setText("\n".join(self._sentences(said)))
        self.account.setVisible(bool(said))

    def _sentences(self, said: Sequence[Message]) -> list[str]:
        words = [self._language.message(message) for message in said[:MOST_SAID]]
        left = len(said) - MOST_SAID
        return [*words, self._language.plural("and {n} more", "and {n} more", left)] if left > 0 else words

    def _stage_words(self, name: str, known: Known) -> str:
        text = self._language.text
        if not name:
            return text("In the present stage")
        return text("{name} (goes on)", name=name) if name.casefold() in known.stages else name

    def _touchpoint_words(self, touchpoint: SketchedTouchpoint, known: Known) -> str:
        """Its name, star and channels; those that are made with it are marked."""
        star = " ★" if touchpoint.moment_of_truth else ""
        some = " ◇" if touchpoint.conditional else ""
        channels = (self._channel_words(name, known) for name in touchpoint.channels)
        return f"{touchpoint.name}{star}{some}{''.join(channels)}"

    def _channel_words(self, name: str, known: Known) -> str:
        new = name.casefold() not in known.channels
        return "  @" + (self._language.text("{name} (new)", name=name) if new else name)

    def _lanes(self, texts: Sequence[LaneText]) -> list[str]:
        return [f"{self._language.message(LANE_WORDS[one.lane])}: {in_a_line(one.text)}" for one in texts]
