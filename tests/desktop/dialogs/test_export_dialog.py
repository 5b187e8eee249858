"""What is shown is what is saved and printed; an older preview never comes after a newer one."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journeymapper.desktop.dialogs.export_dialog import ExportDialog
from journeymapper.desktop.dialogs.export_dialog.drafts import Draft, build
from journeymapper.desktop.dialogs.export_dialog.report_look import ReportLook
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.preferences import PreferencesFile
from journeymapper.desktop.session import Session
from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Message
from journeymapper.model.project import Note, Project
from journeymapper.model.tally import Tally
from journeymapper.report.order import Order
from journeymapper.report.report import build_report
from tests.desktop.conftest import clear_away
from tests.desktop.dialogs.conftest import find
from tests.desktop.scripted import ScriptedAsking

LEFT = Qt.MouseButton.LeftButton
A4_WIDE = (842, 595)


@pytest.fixture
def open_export(
    qtbot: QtBot, session: Session, jobs: Jobs, asking: ScriptedAsking, preferences: PreferencesFile
) -> Iterator[Callable[[], ExportDialog]]:
    """Opens the export dialog."""
    window = QWidget()
    window.show()

    def make() -> ExportDialog:
        dialog = ExportDialog(session, jobs, asking, preferences, window)
        dialog.resize(1000, 700)
        dialog.open()
        return dialog

    yield make
    for dialog in window.findChildren(ExportDialog):
        dialog.reject()
    window.deleteLater()
    clear_away()


def settle(qtbot: QtBot, dialog: ExportDialog) -> Draft:
    """Wait until the draft is there and the pages in view are drawn."""
    qtbot.waitUntil(lambda: dialog.draft is not None, timeout=30_000)
    qtbot.waitUntil(lambda: dialog.preview.stack.image(0) is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not dialog.preview.drawing.busy, timeout=30_000)
    assert dialog.draft is not None
    return dialog.draft


def words(dialog: ExportDialog, name: str) -> str:
    label = find(dialog, QLabel, name)
    assert isinstance(label, QLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText
    return label.text()


def press(dialog: ExportDialog, name: str) -> None:
    QTest.mouseClick(find(dialog, QPushButton, name), LEFT)


def choose(dialog: ExportDialog, name: str, key: str) -> None:
    box = find(dialog, QComboBox, name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(key))


def test_what_is_saved_is_the_report(
    qtbot: QtBot, open_export: Callable[[], ExportDialog], session: Session, asking: ScriptedAsking, tmp_path: Path
) -> None:
    dialog = open_export()
    choose(dialog, "page", "A4")
    choose(dialog, "report-language", "fi")
    day = find(dialog, QDateEdit, "report-date")
    assert isinstance(day, QDateEdit)
    day.setDate(QDate(2027, 3, 1))
    draft = settle(qtbot, dialog)
    asking.answers.append(tmp_path / "report.pdf")
    press(dialog, "save-pdf")
    by_hand = build_report(
        session.project,
        session.tallies,
        Order(language=language("fi"), date=date(2027, 3, 1), page="A4"),
        session.attachments,
    )
    assert (tmp_path / "report.pdf").read_bytes() == draft.pdf == by_hand
    assert words(dialog, "state") == "Saved as report.pdf."
    assert asking.asked == ["Save as PDF: secret_client_project.pdf"]


def test_the_pages_are_the_pdfs_pages(qtbot: QtBot, open_export: Callable[[], ExportDialog]) -> None:
    dialog = open_export()
    draft = settle(qtbot, dialog)
    import pypdfium2

    document = pypdfium2.PdfDocument(draft.pdf)
    image = dialog.preview.stack.image(0)
    assert image is not None
    assert len(draft.sizes) == len(document)
    drawn = document[0].render(scale=image.width() / draft.sizes[0][0], prefer_bgrx=True)
    assert (image.width(), image.height()) == (drawn.width, drawn.height)
    assert bytes(image.constBits()) == bytes(drawn.buffer)
    document.close()


def test_a_superseded_preview_never_shows(
    qtbot: QtBot, open_export: Callable[[], ExportDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    real, first_runs, shown = build, threading.Event(), list[Order]()

    def slow_at_first(
        project: Project,
        tallies: Mapping[str, Tally],
        attachments: Mapping[str, bytes],
        order: Order,
        tick: Callable[[], object],
    ) -> Draft:
        if not first_runs.is_set():
            first_runs.set()
            time.sleep(0.5)
            return Draft(order=order, pdf=b"old", sizes=())
        return real(project, tallies, attachments, order, tick)

    monkeypatch.setattr("journeymapper.desktop.dialogs.export_dialog.dialog.build", slow_at_first)
    dialog = open_export()
    monkeypatch.setattr(dialog.preview, "show_draft", _noting(shown, dialog.preview.show_draft))
    qtbot.waitUntil(first_runs.is_set)
    choose(dialog, "page", "A4")
    assert not find(dialog, QPushButton, "save-pdf").isEnabled()
    draft = settle(qtbot, dialog)
    assert [order.page for order in shown] == ["A4"]
    assert [round(edge) for edge in draft.sizes[0]] == list(A4_WIDE)


def _noting(shown: list[Order], show: Callable[[Draft | None], None]) -> Callable[[Draft | None], None]:
    def noted(draft: Draft | None) -> None:
        if draft:
            shown.append(draft.order)
        show(draft)

    return noted


def test_zooming_draws_sharp_pages(qtbot: QtBot, open_export: Callable[[], ExportDialog]) -> None:
    dialog = open_export()
    draft = settle(qtbot, dialog)
    before = dialog.preview.stack.place(0).width()
    QTest.mouseClick(find(dialog, QWidget, "zoom-in"), LEFT)
    qtbot.waitUntil(lambda: not dialog.preview.drawing.busy)
    image = dialog.preview.stack.image(0)
    assert image is not None
    assert dialog.preview.stack.place(0).width() > before
    assert abs(image.width() - draft.sizes[0][0] * dialog.preview.stack.pixel_scale) <= 1


def test_printing_prints_the_chosen_pages(
    qtbot: QtBot, open_export: Callable[[], ExportDialog], tmp_path: Path
) -> None:
    dialog = open_export()
    draft = settle(qtbot, dialog)
    out = tmp_path / "printed.pdf"

    def ask(printer: QPrinter, pages: int) -> bool:
        assert pages == len(draft.sizes)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        printer.setResolution(72)
        printer.setFromTo(2, 3)
        return True

    dialog.ask_printer = ask
    press(dialog, "print")
    qtbot.waitUntil(lambda: words(dialog, "state") == "The report went to the printer.", timeout=30_000)
    import pypdfium2

    printed, shown = pypdfium2.PdfDocument(out), pypdfium2.PdfDocument(draft.pdf)
    assert len(printed) == 2
    for page, original in ((0, 1), (1, 2)):
        assert printed.get_page_size(page) == pytest.approx(shown.get_page_size(original), abs=1.5)
        ink, expected = (_ink(each) for each in (printed[page], shown[original]))
        assert ink == pytest.approx(expected, rel=0.15)
    printed.close()
    shown.close()


def _ink(page: object) -> float:
    """How dark a page is on average, 0 to 255."""
    import numpy as np

    return float(255 - np.asarray(page.render(scale=1, grayscale=True).to_numpy()).mean())  # type: ignore[attr-defined]


def test_nobody_chose_a_printer(qtbot: QtBot, open_export: Callable[[], ExportDialog]) -> None:
    dialog = open_export()
    settle(qtbot, dialog)
    dialog.ask_printer = lambda _printer, _pages: False
    press(dialog, "print")
    assert find(dialog, QPushButton, "save-pdf").isEnabled()


def test_a_refusal_is_a_sentence(qtbot: QtBot, open_export: Callable[[], ExportDialog], session: Session) -> None:
    session.apply(Message("Remove"), lambda project: edits.remove(project, "journey"))
    dialog = open_export()
    qtbot.waitUntil(lambda: words(dialog, "error") != "")
    assert words(dialog, "error") == "The project Secret client project has no journey to report on."
    assert not find(dialog, QPushButton, "save-pdf").isEnabled()


def test_a_file_that_cannot_be_written_is_a_sentence(
    qtbot: QtBot, open_export: Callable[[], ExportDialog], asking: ScriptedAsking, tmp_path: Path
) -> None:
    dialog = open_export()
    settle(qtbot, dialog)
    asking.answers.append(tmp_path / "nowhere" / "report.pdf")
    press(dialog, "save-pdf")
    assert "report.pdf" in words(dialog, "error")
    assert not (tmp_path / "nowhere").exists()


def test_signs_that_the_font_lacks_are_named(
    qtbot: QtBot, open_export: Callable[[], ExportDialog], session: Session
) -> None:
    session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Tarjous 提案"))
    dialog = open_export()
    settle(qtbot, dialog)
    assert words(dialog, "error") == "The font lacks 提 案; an empty box is printed instead."


def test_closing_stops_the_work(qtbot: QtBot, open_export: Callable[[], ExportDialog]) -> None:
    dialog = open_export()
    with qtbot.waitSignal(dialog.rejected):
        press(dialog, "close")


def test_every_choice_arrives_in_the_order(qtbot: QtBot, open_export: Callable[[], ExportDialog]) -> None:
    dialog = open_export()
    for name, key in (("layout", "map"), ("page", "A1"), ("orientation", "portrait"), ("map-mode", "tile"),
                      ("tile", "A3")):  # fmt: skip
        choose(dialog, name, key)
    for name in ("mono", "remarks", "embed"):
        switch = find(dialog, QCheckBox, name)
        assert isinstance(switch, QCheckBox)
        switch.toggle()
    order = dialog.options.order()
    assert (order.layout, order.page, order.landscape, order.map, order.tile) == ("map", "A1", False, "tile", "A3")
    assert (order.mono, order.remarks, order.embed) == (True, True, False)
    draft = settle(qtbot, dialog)
    assert len({tuple(round(edge) for edge in size) for size in draft.sizes}) == 1
    assert [round(edge) for edge in draft.sizes[0]] == [842, 1191]


def test_a_report_that_is_safe_to_share_says_what_was_taken_out(
    qtbot: QtBot, open_export: Callable[[], ExportDialog], session: Session
) -> None:
    session.apply(Message("Note"), lambda project: edits.add_note(
        project, Note(id="n", text="Between us", anchor=Anchor("journey", "journey"))))  # fmt: skip
    dialog = open_export()
    safe = find(dialog, QCheckBox, "safe")
    assert isinstance(safe, QCheckBox)
    safe.toggle()
    draft = settle(qtbot, dialog)
    assert "taken out: " in words(dialog, "state")
    assert "2 sticky notes" in words(dialog, "state")
    assert draft.order.safe


def test_ticked_sections_are_printed_and_kept_as_a_layout(
    qtbot: QtBot, open_export: Callable[[], ExportDialog], session: Session
) -> None:
    dialog = open_export()
    sections = dialog.options.sections
    sections.show_sections(("glossary", "gaps"))
    sections.shift(1, -1)
    assert sections.chosen() == ("gaps", "glossary")
    assert dialog.options.order().sections == ("gaps", "glossary")
    dialog.ask_name = lambda _title, _label: "For the board"
    press(dialog, "keep-layout")
    assert [each.name for each in session.project.report.layouts] == ["For the board"]
    assert session.project.report.layouts[0].sections == ("gaps", "glossary")
    assert dialog.options.order().layout == "For the board"
    session.undo()
    assert session.project.report.layouts == ()


def test_logo_footer_and_remarks_are_kept_in_one_step(
    qtbot: QtBot, open_export: Callable[[], ExportDialog], session: Session, asking: ScriptedAsking, tmp_path: Path
) -> None:
    from PIL import Image

    dialog = open_export()
    look = ReportLook(session, asking, dialog)
    broken, whole = tmp_path / "broken.png", tmp_path / "logo.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n nothing")
    Image.new("RGB", (30, 10), (200, 0, 0)).save(whole)
    asking.answers += [broken, whole]
    QTest.mouseClick(find(look, QPushButton, "choose-logo"), LEFT)
    error = find(look, QLabel, "error")
    assert isinstance(error, QLabel)
    assert "broken.png" in error.text()
    QTest.mouseClick(find(look, QPushButton, "choose-logo"), LEFT)
    look.set_colour("#FFFF00")
    assert "too light" in error.text()
    look.set_colour("#0A3D62")
    footer = find(look, QLineEdit, "footer")
    assert isinstance(footer, QLineEdit)
    footer.setText("For the board alone")
    QTest.mouseClick(find(look, QPushButton, "add-remark"), LEFT)
    table = find(look, QTableWidget, "remarks-table")
    assert isinstance(table, QTableWidget)
    question = "Is this the new price?"
    table.setItem(0, 1, QTableWidgetItem(question))
    before = session.project
    look.accept()
    kept = session.project.report
    assert (kept.footer, kept.colour, kept.remarks[0].text) == ("For the board alone", "#0A3D62", question)
    assert kept.logo in session.attachments
    session.undo()
    assert session.project is before
    look.deleteLater()


def test_a_segment_is_reported_alone(open_export: Callable[[], ExportDialog], session: Session) -> None:
    dialog = open_export()
    assert dialog.options.order().segment is None
    choose(dialog, "segment", "0")
    assert dialog.options.order().segment == session.segments()[0]
