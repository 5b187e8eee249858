"""The minimap, zooming to the selection, going from panel to panel, and votes that are counted before they are seen."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.desktop.canvas.minimap import Minimap
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from tests.desktop.editing.hands import LEFT, NONE, middle, run


def test_the_minimap_is_there_when_the_map_is_wide_and_moves_it(canvas: MapCanvas) -> None:
    small = canvas.findChild(Minimap)
    assert small is not None
    assert not small.isVisible()
    for _ in range(6):
        canvas.zoom_in()
    assert small.isVisible()
    QTest.mouseClick(small, LEFT, NONE, QPoint(2, small.height() // 2))
    left = canvas.viewport_now.x
    QTest.mouseClick(small, LEFT, NONE, QPoint(small.width() - 2, small.height() // 2))
    seen = canvas.width() / canvas.viewport_now.zoom
    assert left < 0 < canvas.viewport_now.x
    assert canvas.viewport_now.x + seen > canvas.picture.width
    small.grab()
    canvas.fit()
    assert not small.isVisible()


def test_shift_2_shows_what_is_selected(window: Window, canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("digging", "change"))
    run(window, "show-selection")
    for key in ("digging", "change"):
        assert canvas.rect().contains(middle(canvas, key))
    assert canvas.viewport_now.zoom > 1.2
    both = (middle(canvas, "digging") + middle(canvas, "change")) / 2
    assert abs(both.x() - canvas.width() / 2) < 4


def test_f6_goes_round_the_panels(window: Window, canvas: MapCanvas) -> None:
    canvas.setFocus()
    seen = []
    for _ in range(3):
        run(window, "next-panel")
        now = QApplication.focusWidget()
        assert now is not None
        seen.append(now)
    assert window.inspector.isAncestorOf(seen[0])
    assert seen[1].objectName() == "outline"
    assert seen[2] is canvas


def votes(session: Session, key: str) -> int:
    return session.project.journeys["journey"].touchpoints[key].votes


def tallies(canvas: MapCanvas, key: str) -> int:
    """How many primitives the card has: votes add some."""
    return len(next(one for one in canvas.picture.groups if one.owner == key and one.part == "card").items)


def test_votes_are_typed_as_tallies_and_hidden_until_they_are_shown(
    window: Window, canvas: MapCanvas, open_session: Session
) -> None:
    bare = tallies(canvas, "offer")
    open_session.select(("offer",))
    run(window, "count-votes")
    QTest.keyClicks(canvas, "+++-")
    assert votes(open_session, "offer") == 2
    assert tallies(canvas, "offer") == bare
    run(window, "show-votes")
    assert tallies(canvas, "offer") > bare
    assert window.menus.action("show-votes").isChecked()
    QTest.keyClicks(canvas, "---")
    assert votes(open_session, "offer") == 0
    run(window, "count-votes")
    assert not open_session.view.voting


def test_without_counting_a_plus_begins_a_name(canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("offer",))
    QTest.keyClicks(canvas, "+")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert votes(open_session, "offer") == 0
    assert not open_session.modified
