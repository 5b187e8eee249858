"""Importing with a real reader process: hostile files, and a reading that is stopped."""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from journeymapper.desktop.dialogs.import_dialog.dialog import ImportDialog
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.session import Session
from tests.desktop.dialogs.conftest import find, settle

Open = Callable[[Path | None], ImportDialog]
ROWS = 400_000


def said(dialog: ImportDialog) -> str:
    labels = [find(dialog, QLabel, name) for name in ("summary", "notice")]
    return " ".join(label.text() for label in labels if isinstance(label, QLabel))


@pytest.mark.parametrize("content", [b"%PDF-1.7\n\x00\x01", b"", b"PK\x03\x04 not a workbook"])
def test_a_hostile_file_gets_a_sentence(open_import: Open, tmp_path: Path, session: Session, content: bytes) -> None:
    path = tmp_path / "<b>bad.csv"
    path.write_bytes(content)
    before = session.project
    dialog = open_import(path)
    assert "<b>bad.csv" in said(dialog)
    assert "Traceback" not in said(dialog)
    assert not find(dialog, QPushButton, "import").isEnabled()
    assert session.project is before


def test_a_file_is_imported(qtbot: QtBot, open_import: Open, session: Session, survey: Path) -> None:
    dialog = open_import(survey)
    QTest.keyClicks(find(dialog, QComboBox, "target P1"), "P1")
    settle(qtbot, dialog)
    QTest.mouseClick(find(dialog, QPushButton, "import"), Qt.MouseButton.LeftButton)
    assert session.scores()["P1"].n == 8


def test_a_reader_that_nobody_waits_for_is_stopped(
    qtbot: QtBot, open_import: Open, session: Session, jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.csv"
    path.write_text("P1,P2\n" + "4,2\n5,1\n" * (ROWS // 2), "utf-8")
    running: list[subprocess.Popen[bytes]] = []
    real = subprocess.Popen.__init__

    def noted(process: subprocess.Popen[bytes], *args: Any, **settings: Any) -> None:
        running.append(process)
        real(process, *args, **settings)

    dialog = open_import(path)
    monkeypatch.setattr(subprocess.Popen, "__init__", noted)
    QTest.keyClicks(find(dialog, QComboBox, "target P1"), "P1")
    qtbot.waitUntil(lambda: bool(running), timeout=10_000)
    began = time.monotonic()
    dialog.reject()
    jobs.join()
    assert time.monotonic() - began < 1.0
    assert running[0].returncode not in (None, 0)
