"""The map, or what is selected of it, on the clipboard as PNG and SVG."""

from xml.etree import ElementTree

from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from journeymapper.desktop.commands.copy_picture import PNG, SVG, copy_picture
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.messages import Message
from tests.desktop.scripted import ScriptedAsking


def copied(qtbot: QtBot, session: Session, jobs: Jobs, asking: ScriptedAsking) -> tuple[QImage, str]:
    QGuiApplication.clipboard().clear()
    copy_picture(session, jobs, asking)
    clipboard = QGuiApplication.clipboard()

    def there() -> bool:
        found = clipboard.mimeData()
        return found is not None and found.hasFormat(SVG)

    qtbot.waitUntil(there, timeout=20_000)
    data = clipboard.mimeData()
    assert data is not None
    assert data.hasFormat(PNG)
    return QImage.fromData(data.data(PNG)), bytes(data.data(SVG).data()).decode()


def test_the_selection_is_copied_alone(qtbot: QtBot, session: Session, jobs: Jobs, asking: ScriptedAsking) -> None:
    journey = session.project.journeys[session.view.journey]
    first, *others = journey.ordered_touchpoints()
    session.select((first.id,))
    image, svg = copied(qtbot, session, jobs, asking)
    owners = {node.attrib.get("data-owner") for node in ElementTree.fromstring(svg).iter()}
    assert first.id in owners
    assert not owners & {each.id for each in others}
    session.select(())
    whole, all_of_it = copied(qtbot, session, jobs, asking)
    owners = {node.attrib.get("data-owner") for node in ElementTree.fromstring(all_of_it).iter()}
    assert {each.id for each in journey.ordered_touchpoints()} <= owners
    assert whole.width() > image.width() > 0


def test_signs_that_the_picture_cannot_show_are_named(
    qtbot: QtBot, session: Session, jobs: Jobs, asking: ScriptedAsking
) -> None:
    session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Tarjous 提案"))
    session.select(("contract",))
    copied(qtbot, session, jobs, asking)
    assert asking.told == []
    session.select(("offer",))
    _, svg = copied(qtbot, session, jobs, asking)
    assert "提案" in svg
    assert asking.told == ["The font lacks 提 案; an empty box is printed instead."]
