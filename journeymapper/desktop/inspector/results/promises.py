"""The promises that a place must keep, and whether the figures say that it does."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.analysis.score import Score
from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.inspector.results.headings import caption, wrapped
from journeymapper.desktop.inspector.subject import Subject
from journeymapper.desktop.labels import plain_label
from journeymapper.language.language import Language
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project, Promise


class PromiseLines(QWidget):
    """Each promise in its words with a verdict below."""

    def __init__(self, subject: Subject, points: Sequence[MeasurementPoint]) -> None:
        super().__init__()
        session, language = subject.session, subject.language
        found = promises_here(subject.project, subject.id, {point.id for point in points})
        self.count = len(found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if found:
            column.addWidget(caption(language.text("Promise")))
        theme = THEMES[session.view.theme]
        colours = {"broken": theme.certainly_worse, "kept": theme.certainly_better}
        for promise in found:
            state = promise_state(session.scores().get(key) for key in promise.points)
            column.addWidget(wrapped(plain_label(f"“{promise.text}”")))
            verdict = wrapped(plain_label(state_words(language, promise, state)))
            verdict.setObjectName(f"promise-{promise.id}")
            verdict.setStyleSheet(f"color: {colours.get(state, theme.sub)}; font-weight: 600;")
            column.addWidget(verdict)


def promises_here(project: Project, element_id: str, points: set[str]) -> list[Promise]:
    """The promises that name the touchpoint or one of the points."""
    ordered = (project.promises[key] for key in project.promise_order)
    return [each for each in ordered if element_id in each.touchpoints or points & set(each.points)]


def promise_state(scores: Iterable[Score | None]) -> str:
    """Broken where one point is certainly worse than its target, kept where all are certainly better."""
    found = list(scores)
    if not found:
        return "unproven"
    verdicts = {score.verdict if score and score.shown else "not measured" for score in found}
    if "worse" in verdicts:
        return "broken"
    if verdicts == {"better"}:
        return "kept"
    return "not measured" if verdicts == {"not measured"} else "open"


def state_words(language: Language, promise: Promise, state: str) -> str:
    """Whether the promise is public, and how it stands."""
    words = {
        "broken": language.text("certainly broken"),
        "kept": language.text("certainly kept"),
        "open": language.text("neither kept nor broken for certain"),
        "not measured": language.text("not measured"),
        "unproven": language.text("no measurement point proves it"),
    }
    return ", ".join((language.text("public"), words[state])) if promise.public else words[state]
