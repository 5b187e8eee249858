"""What is selected, or the whole map, on the clipboard as a picture: PNG for most programs, SVG for those that draw."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.session import Session
from journeymapper.model.messages import Message

SCALE = 2.0
SVG, PNG = "image/svg+xml", "image/png"


def copy_picture(session: Session, jobs: Jobs, asking: Asking) -> None:
    """Draw it in a job and put it on the clipboard."""
    view, project, tallies = session.view, session.project, session.tallies
    ids, attachments = session.selection, dict(session.attachments)

    def draw(_job: object) -> tuple[bytes, str, Message | None]:
        from journeymapper.export.cutting import cut_out
        from journeymapper.export.drawing import drawing
        from journeymapper.paint.png import paint_png
        from journeymapper.paint.svg import paint_svg
        from journeymapper.report.missing import lacking_words, missing_in

        journey = project.journeys[view.journey]
        picture = cut_out(drawing(project, tallies, journey, view.language), ids)
        png, svg = paint_png(picture, SCALE, attachments), paint_svg(picture, journey.name, attachments)
        return png, svg, lacking_words(missing_in(picture))

    def put(drawn: tuple[bytes, str, Message | None]) -> None:
        png, svg, missing = drawn
        _put(png, svg)
        if missing is not None:
            asking.tell(view.language.text("Copied"), view.language.message(missing))

    job = jobs.start(draw)
    job.finished.connect(put)
    job.failed.connect(lambda message: asking.tell(view.language.text("Not copied"), view.language.message(message)))


def _put(png: bytes, svg: str) -> None:
    data = QMimeData()
    data.setImageData(QImage.fromData(png))
    data.setData(PNG, png)
    data.setData(SVG, svg.encode())
    QGuiApplication.clipboard().setMimeData(data)
