"""The tree of goals, drawn: the strategic on top, what measures each, contradictions dashed, idle points named."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from journeymapper.analysis.goals import GoalTree, goal_tree
from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.session import Session
from journeymapper.model.find import name_of

WIDTH, HEIGHT, GAP, LAYER = 190.0, 66.0, 16.0, 110.0


class GoalPicture(QWidget):
    """The drawing. Arrow keys go from goal to goal; the chosen one is shown in the inspector."""

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._tree = GoalTree()
        self._places: dict[str, QRectF] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("goal-tree")
        self.setAccessibleName(session.view.language.text("Goals"))

    def show_tree(self, tree: GoalTree) -> None:
        """Draw another tree."""
        self._tree = tree
        widest = max((len(layer) for layer in tree.layers), default=0)
        whole = widest * (WIDTH + GAP)
        self._places = {}
        for row, layer in enumerate(tree.layers):
            left = (whole - len(layer) * (WIDTH + GAP)) / 2
            for column, key in enumerate(layer):
                self._places[key] = QRectF(left + column * (WIDTH + GAP) + GAP / 2, 8 + row * LAYER, WIDTH, HEIGHT)
        self.setMinimumSize(int(whole), int(len(tree.layers) * LAYER))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lines first, then the goals over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = THEMES[self._session.view.theme]
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        for lower, upper in self._tree.edges:
            painter.drawLine(self._top(lower), self._bottom(upper))
        painter.setPen(QPen(QColor(theme.certainly_worse), 1.5, Qt.PenStyle.DashLine))
        for first, second in self._tree.contradictions:
            painter.drawLine(self._places[first].center(), self._places[second].center())
        for key in self._places:
            self._paint_goal(painter, key)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the goal that is pressed."""
        key = next((key for key, place in self._places.items() if place.contains(event.position())), "")
        if key:
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next goal or back."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        keys = list(self._places)
        if event.key() not in steps or not keys:
            super().keyPressEvent(event)
            return
        current = next((key for key in self._session.selection if key in self._places), "")
        place = keys.index(current) + steps[Qt.Key(event.key())] if current else 0
        self.chosen.emit(keys[place % len(keys)])

    def _paint_goal(self, painter: QPainter, key: str) -> None:
        theme, goal = THEMES[self._session.view.theme], self._session.project.goals[key]
        place = self._places[key]
        selected, bare = key in self._session.selection, key in self._tree.unmeasured
        style = Qt.PenStyle.DashLine if bare else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(theme.accent if selected else theme.line), 2 if selected else 1, style))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(place, 8, 8)
        painter.setPen(QColor(theme.ink))
        inner, flags = place.adjusted(8, 6, -8, -22), Qt.TextFlag.TextWordWrap
        painter.drawText(inner, int(flags), self._fitted(painter, goal.text, inner))
        painter.setPen(QColor(theme.sub))
        own = ", ".join(goal.points) if goal.points else self._session.view.language.text("measured by way of others")
        said = self._session.view.language.text("nothing measures it") if bare else own
        said = f"{goal.function} · {said}" if goal.function else said
        line = place.adjusted(8, HEIGHT - 22, -8, -4)
        words = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)

    def _fitted(self, painter: QPainter, text: str, place: QRectF) -> str:
        """As much of a text as its two lines hold."""
        metrics = painter.fontMetrics()
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(1.8 * place.width()))

    def _top(self, key: str) -> QPointF:
        place = self._places[key]
        return QPointF(place.center().x(), place.top())

    def _bottom(self, key: str) -> QPointF:
        place = self._places[key]
        return QPointF(place.center().x(), place.bottom())


class GoalsTab(QWidget):
    """The drawing with what it leaves over."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.picture = GoalPicture(session)
        self.left_over: QLabel = plain_label(style="quiet")
        self.left_over.setWordWrap(True)
        scroll = QScrollArea()
        scroll.setWidget(self.picture)
        scroll.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(scroll, 1)
        column.addWidget(self.left_over)
        self.picture.chosen.connect(lambda key: session.select((key,)))
        session.selected.connect(self._repaint)
        self.refresh()

    def _repaint(self) -> None:
        self.picture.update()

    def refresh(self) -> None:
        """Draw the goals as they are."""
        project, text = self._session.project, self._session.view.language.text
        tree = goal_tree(project)
        self.picture.show_tree(tree)
        said = []
        if not project.goals:
            said.append(text("No goals yet: what measuring is to serve."))
        if tree.idle and project.goals:
            said.append(text("Points that serve no goal: {points}", points=", ".join(tree.idle)))
        if tree.unmeasured:
            names = ", ".join(name_of(project, key) for key in tree.unmeasured)
            said.append(text("Goals that nothing measures: {names}", names=names))
        for first, second in tree.contradictions:
            values = {"first": name_of(project, first), "second": name_of(project, second)}
            said.append(text("They pull against each other: {first}, {second}", **values))
        self.left_over.setText(" · ".join(said))
