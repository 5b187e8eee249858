"""Images come by file, drop and clipboard; they are shown, put in order and removed, and stay in the saved file."""

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.images.sources import from_mime
from journeymapper.desktop.inspector.editors.images import ImagesEditor
from journeymapper.desktop.inspector.page import Page
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.storage.container import open_project
from tests.desktop.editing.hands import LEFT, NONE, middle, run
from tests.desktop.scripted import ScriptedAsking

COPY = Qt.DropAction.CopyAction


@pytest.fixture
def canvas(window: Window) -> MapCanvas:
    """The window's canvas."""
    return window.canvas


@pytest.fixture
def open_session(window: Window) -> Session:
    """The window's session, on the map."""
    assert window.session is not None
    window.session.look(mode="map")
    return window.session


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A small picture."""
    path = tmp_path / "Yard <b>1.png"
    Image.new("RGB", (64, 48), "olive").save(path)
    return path


def images_of(session: Session, key: str = "offer") -> tuple[str, ...]:
    return session.project.journeys["journey"].touchpoints[key].images


def take(window: Window, session: Session, path: Path, qtbot: QtBot, asking: ScriptedAsking) -> None:
    before = len(images_of(session))
    session.select(("offer",))
    asking.answers = [path]
    run(window, "add-images")
    qtbot.waitUntil(lambda: len(images_of(session)) == before + 1)


def drop_event(kind: type, data: QMimeData, place: QPoint) -> QDropEvent:
    if kind is QDropEvent:
        return QDropEvent(QPointF(place), COPY, data, LEFT, NONE)
    return QDragEnterEvent(place, COPY, data, LEFT, NONE)


def test_a_file_becomes_an_image_of_the_selected_touchpoint(
    window: Window, open_session: Session, canvas: MapCanvas, photo: Path, qtbot: QtBot, asking: ScriptedAsking
) -> None:
    before = open_session.project
    take(window, open_session, photo, qtbot, asking)
    (name,) = images_of(open_session)
    assert Image.open(io.BytesIO(open_session.attachments[name])).size == (64, 48)
    assert any(group.part == "images" and group.owner == "offer" for group in canvas.picture.groups)
    run(window, "undo")
    assert open_session.project is before


def test_images_are_in_the_saved_file_and_unused_ones_are_not(
    window: Window, open_session: Session, photo: Path, qtbot: QtBot, asking: ScriptedAsking
) -> None:
    take(window, open_session, photo, qtbot, asking)
    open_session.save()
    assert open_session.path is not None
    assert set(open_project(open_session.path).attachments) == set(images_of(open_session))
    run(window, "undo")
    open_session.save()
    assert not open_project(open_session.path).attachments


def test_an_image_is_dropped_on_the_card_that_it_belongs_to(
    window: Window, open_session: Session, canvas: MapCanvas, photo: Path, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    place = middle(canvas, "digging")
    entering = drop_event(QDragEnterEvent, data, place)
    QApplication.sendEvent(canvas, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(canvas, drop_event(QDropEvent, data, place))
    qtbot.waitUntil(lambda: len(images_of(open_session, "digging")) == 1)
    assert open_session.selection == ("digging",)


def test_other_files_are_none_of_the_maps_business(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "answers.csv")), QUrl("https://example.org/a.png")])
    assert from_mime(data, "x") == []


def test_a_copied_picture_is_pasted(
    window: Window, open_session: Session, qtbot: QtBot, asking: ScriptedAsking
) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(image)
    open_session.select(())
    run(window, "paste")
    assert asking.told == ["Select the touchpoint that the image belongs to, then paste."]
    open_session.select(("contract",))
    run(window, "paste")
    qtbot.waitUntil(lambda: len(images_of(open_session, "contract")) == 1)


def test_cells_that_bring_a_picture_along_are_pasted_as_text(window: Window, open_session: Session) -> None:
    data = QMimeData()
    data.setText("Stage > Call")
    data.setImageData(QImage(30, 20, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(data)
    open_session.select(("contract",))
    run(window, "paste")
    dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].reject()
    assert images_of(open_session, "contract") == ()


def test_a_broken_image_is_told_in_a_sentence_and_the_others_are_taken(
    window: Window, open_session: Session, canvas: MapCanvas, photo: Path, qtbot: QtBot, asking: ScriptedAsking
) -> None:
    broken = photo.with_name("broken.jpg")
    broken.write_bytes(b"\xff\xd8\xff\xe0 nothing")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (broken, photo)])
    for kind in (QDragEnterEvent, QDropEvent):
        QApplication.sendEvent(canvas, drop_event(kind, data, middle(canvas, "offer")))
    qtbot.waitUntil(lambda: bool(asking.told))
    assert asking.told[0].startswith("broken.jpg: ")
    assert "\n" not in asking.told[0]
    assert len(images_of(open_session)) == 1


def test_the_inspector_orders_and_removes_them(
    window: Window, open_session: Session, photo: Path, qtbot: QtBot, asking: ScriptedAsking
) -> None:
    other = photo.with_name("other.png")
    Image.new("RGB", (30, 60), "navy").save(other)
    take(window, open_session, photo, qtbot, asking)
    take(window, open_session, other, qtbot, asking)
    first, second = images_of(open_session)
    editor = images_editor(window)
    box = editor.findChild(QListWidget)
    assert box is not None
    assert box.count() == 2
    box.setCurrentRow(0)
    QTest.keyClick(box, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert images_of(open_session) == (second, first)
    QTest.keyClick(box, Qt.Key.Key_Delete)
    assert images_of(open_session) == (second,)
    run(window, "undo")
    assert images_of(open_session) == (second, first)


def images_editor(window: Window) -> ImagesEditor:
    """The editor of the touchpoint shown, its fold open."""
    for page in window.inspector.findChildren(Page):
        page.open_folds()
    return next(iter(window.inspector.findChildren(ImagesEditor)))


def test_the_viewer_shows_one_after_the_other(
    window: Window, open_session: Session, photo: Path, qtbot: QtBot, asking: ScriptedAsking
) -> None:
    other = photo.with_name("other.png")
    Image.new("RGB", (30, 60), "navy").save(other)
    take(window, open_session, photo, qtbot, asking)
    take(window, open_session, other, qtbot, asking)
    run(window, "show-images")
    viewer = next(one for one in window.findChildren(QDialog) if one.objectName() == "image-viewer")
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    shown = [label.text() for label in viewer.findChildren(QLabel)]
    assert "Image 2 of 2" in shown
    viewer.reject()
