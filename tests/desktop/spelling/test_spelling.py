"""Spelling is checked by the system's own program, asked for bare words only; without one nothing is shown."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QProcess
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from journeymapper.desktop.spelling.programs import programs
from journeymapper.desktop.spelling.replies import Verdict, asked, verdict_of, words_of
from journeymapper.desktop.spelling.spelling import Spelling
from journeymapper.desktop.spelling.underlines import OfferedWords
from tests.desktop.conftest import clear_away

IMITATION = Path(__file__).with_name("imitation.py")
WAVY = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


@pytest.fixture
def heard(tmp_path: Path) -> Path:
    """What the checker was told."""
    return tmp_path / "heard.txt"


@pytest.fixture
def spelling(qtbot: QtBot, heard: Path) -> Iterator[Spelling]:
    """Spelling with the imitation behind a program that is not there and one that ends at once."""
    missing, ending = ("/nowhere/hunspell", "-a"), (sys.executable, "-c", "raise SystemExit(1)")
    made = Spelling(find=lambda _language: [missing, ending, (sys.executable, str(IMITATION), str(heard))])
    yield made
    made.stop()


def underlined(field: QPlainTextEdit) -> list[str]:
    """The words with a wavy line."""
    found = []
    block = field.document().firstBlock()
    while block.isValid():
        for part in block.layout().formats():
            if part.format.underlineStyle() == WAVY:
                found.append(block.text()[part.start : part.start + part.length])
        block = block.next()
    return found


def test_unknown_words_are_underlined(spelling: Spelling, qtbot: QtBot, heard: Path) -> None:
    field = QPlainTextEdit("The ofer came late\nrm -rf / $(lat) `x1` NPS")
    qtbot.addWidget(field)
    assert spelling.follow(field, "en", "#AA0000") is not None
    qtbot.waitUntil(lambda: underlined(field) == ["ofer", "rm", "rf", "lat"], timeout=8000)
    lines = heard.read_text(encoding="utf-8").split()
    assert set(lines) == {"^The", "^ofer", "^came", "^late", "^rm", "^rf", "^lat"}


def test_a_word_that_was_meant_takes_its_place(spelling: Spelling, qtbot: QtBot) -> None:
    field = QPlainTextEdit("The ofer came")
    qtbot.addWidget(field)
    spelling.follow(field, "en", "#AA0000")
    qtbot.waitUntil(lambda: underlined(field) == ["ofer"], timeout=8000)
    cursor = QTextCursor(field.document())
    cursor.setPosition(6)
    offered = field.findChild(OfferedWords)
    assert offered is not None
    actions = offered.offers(cursor)
    assert [action.text() for action in actions] == ["offer", "over"]
    actions[0].trigger()
    assert field.toPlainText() == "The offer came"
    qtbot.waitUntil(lambda: underlined(field) == [], timeout=8000)


def test_where_there_is_no_checker_nothing_is_shown(qtbot: QtBot) -> None:
    field = QPlainTextEdit("Teh ofer")
    qtbot.addWidget(field)
    assert Spelling(field, find=lambda _language: []).follow(field, "en", "#AA0000") is None
    gone = Spelling(field, find=lambda _language: [("/nowhere/hunspell", "-a")])
    gone.follow(field, "en", "#AA0000")
    qtbot.wait(150)
    assert underlined(field) == []
    gone.stop()


def test_the_program_ends_with_the_document(qtbot: QtBot, heard: Path) -> None:
    document, field = QObject(), QPlainTextEdit("The ofer")
    qtbot.addWidget(field)
    made = Spelling(document, find=lambda _language: [(sys.executable, str(IMITATION), str(heard))])
    made.follow(field, "en", "#AA0000")
    qtbot.waitUntil(lambda: underlined(field) == ["ofer"], timeout=8000)
    process = made.findChild(QProcess)
    assert process is not None
    number = process.processId()
    assert Path(f"/proc/{number}").exists() or not Path("/proc").exists()
    document.deleteLater()
    clear_away()
    qtbot.waitUntil(lambda: not Path(f"/proc/{number}").exists(), timeout=4000)
    field.setPlainText("Nobody hears this")


def test_only_programs_that_are_there_are_offered_by_their_paths() -> None:
    found = list(programs("fi", {"hunspell": "/usr/bin/hunspell", "aspell": "/usr/bin/aspell"}.get))
    assert [one[0] for one in found] == ["/usr/bin/hunspell", "/usr/bin/aspell"]
    assert "fi_FI" in found[0]
    assert list(programs("fi", lambda _name: None)) == []
    assert list(programs("-d/../x; rm", {"hunspell": "/usr/bin/hunspell"}.get)) == []


@pytest.mark.parametrize(
    ("lines", "verdict"),
    [
        (["*"], Verdict(known=True)),
        (["+ OFFER"], Verdict(known=True)),
        (["-"], Verdict(known=True)),
        (["# ofer 1"], Verdict(known=False)),
        (["& ofer 2 1: offer, over"], Verdict(known=False, suggestions=("offer", "over"))),
        (["*", "# xx 3"], Verdict(known=False)),
        (["& a 7 0: b, c, d, e, f, g, h"], Verdict(known=False, suggestions=("b", "c", "d", "e", "f"))),
    ],
)
def test_the_answers_of_the_protocol(lines: list[str], verdict: Verdict) -> None:
    assert verdict_of(lines) == verdict


@given(st.text(max_size=200))
def test_whatever_is_written_only_letters_are_asked_about(text: str) -> None:
    for place, word in words_of(text):
        assert text[place : place + len(word)] == word
        line = asked(word).decode()
        assert line.startswith("^")
        assert line.count("\n") == 1
        assert all(letter.isalpha() or letter in "'’" for letter in word)
