"""Prints a draft: its pages drawn one after the other by jobs, at the printer's resolution, without freezing."""

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from journeymapper.desktop.dialogs.export_dialog.drafts import POINTS, Draft, PageImage, draw_pages
from journeymapper.desktop.dialogs.latest import Latest
from journeymapper.desktop.jobs import Jobs
from journeymapper.language.language import Language
from journeymapper.model.messages import Message

FINEST = 300

AskPrinter = Callable[[QPrinter, int], bool]


def ask_printer(language: Language, parent: QWidget) -> AskPrinter:
    """Asks with the platform's dialog for printer and pages."""

    def ask(printer: QPrinter, pages: int) -> bool:
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(language.text("Print the report"))
        dialog.setMinMax(1, pages)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
        return dialog.exec() == QPrintDialog.DialogCode.Accepted

    return ask


class Printing(QObject):
    """One printing at a time; `progressed` counts pages, `finished` and `failed` end it."""

    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._drawing = Latest(jobs, self)
        self._drawing.finished.connect(self._print)
        self._drawing.failed.connect(self._fail)
        self._draft: Draft | None = None
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self._left: list[int] = []
        self._pages = 0

    @property
    def busy(self) -> bool:
        """Whether something is being printed."""
        return self._draft is not None

    def start(self, draft: Draft, printer: QPrinter) -> None:
        """Print the pages of a draft that the printer's settings name."""
        last = len(draft.sizes)
        first, to = printer.fromPage() or 1, printer.toPage() or last
        self._left = [page for page in range(last) if first <= page + 1 <= to]
        self._pages = len(self._left)
        self._draft, self._printer = draft, printer
        if not self._left:
            self._end()
            return
        self._painter = painter = QPainter()
        if not painter.begin(printer):
            self._painter = None
            self._fail(Message("The printer does not answer."))
            return
        self._next()

    def cancel(self) -> None:
        """Stop before the next page."""
        if self._printer and self._painter:
            self._printer.abort()
        self._drawing.stop()
        self._end()

    def _next(self) -> None:
        draft, printer = self._draft, self._printer
        if draft is None or printer is None:
            return
        page, scale = self._left[0], min(printer.resolution(), FINEST) / POINTS
        self._drawing.start(lambda job: draw_pages(draft, (page,), scale, job.report), at_once=True)

    def _print(self, drawn: tuple[PageImage, ...]) -> None:
        painter, printer = self._painter, self._printer
        if painter is None or printer is None:
            return
        sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        image = drawn[0].image
        size = QSizeF(image.size()).scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(sheet.left(), sheet.top(), size.width(), size.height())
        place.moveCenter(sheet.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
        self._left.pop(0)
        self.progressed.emit(self._pages - len(self._left), self._pages)
        if not self._left:
            self._end()
            self.finished.emit()
            return
        if self._draft:
            set_page(printer, self._draft.sizes[self._left[0]])
        printer.newPage()
        self._next()

    def _fail(self, message: Message) -> None:
        self._end()
        self.failed.emit(message)

    def _end(self) -> None:
        if self._painter:
            self._painter.end()
        self._painter = self._printer = self._draft = None
        self._left = []


def set_page(printer: QPrinter, size: tuple[float, float]) -> None:
    """The paper of a page of that size in points, to its very edge; wider than high is landscape."""
    width, height = size
    paper = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    wide = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(paper, wide, QMarginsF(0, 0, 0, 0)))
