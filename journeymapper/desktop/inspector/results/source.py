"""Where a figure comes from: file, column, what was used and what was left out."""

from typing import get_args

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.analysis.score import Score
from journeymapper.desktop.inspector.results.headings import caption, wrapped
from journeymapper.desktop.inspector.results.row_button import RowButton
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.session import Session
from journeymapper.language.language import Language
from journeymapper.language.reason_words import reason_words
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.sources import Reason, Unused

REASONS = 4


class SourceLines(QWidget):
    """A button for each file that a score rests on, with its account in a line below."""

    def __init__(self, session: Session, point: MeasurementPoint, score: Score) -> None:
        super().__init__()
        from journeymapper.analysis.trace import traces

        language = session.view.language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        found = [trace for trace in traces(session.project, {point.id: score}) if trace.file]
        if found:
            column.addWidget(caption(language.text("Where the figure comes from")))
        for trace in found:
            column.addWidget(_file_button(session, trace.result_set, trace.file, trace.column))
            parts = [language.plural("{n} row", "{n} rows", trace.rows or 0)]
            if trace.used is not None:
                parts.append(language.plural("{n} used", "{n} used", trace.used))
            if not trace.hidden:
                parts.append(left_out(language, trace.unused))
            if trace.filter:
                parts.append(trace.filter)
            if trace.reported:
                parts.append(language.text("figure as reported"))
            if trace.read_on:
                parts.append(language.text("imported {date}", date=language.date(trace.read_on)))
            column.addWidget(wrapped(plain_label(" · ".join(parts), "quiet")))


def left_out(language: Language, unused: tuple[Unused, ...]) -> str:
    """How many answers were left out and why, in a few words."""
    if not unused:
        return language.text("none left out")
    words = unused_words(language)
    parts = [f"{language.number(each.count)} {words[each.reason]}" for each in unused[:REASONS]]
    return language.text("left out: {reasons}", reasons=", ".join(parts))


def unused_words(language: Language) -> dict[str, str]:
    """The reasons why answers are left out."""
    return {reason: reason_words(language, reason) for reason in get_args(Reason)}


def _file_button(session: Session, result_set: str, file: str, column: str) -> RowButton:
    words = " · ".join(part for part in (file, column) if part)
    button = RowButton(words, "", f"source-{result_set}")
    button.clicked.connect(lambda _checked=False: session.select((result_set,)))
    return button
