"""Starts the window: the application, its traps, and what was lost last time. Ask `probe.obstacle()` before."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from journeymapper.desktop.appearance import dress, system_theme
from journeymapper.desktop.asking import Asking, WindowAsking
from journeymapper.desktop.first_paint import after_paint
from journeymapper.desktop.opening import Documents
from journeymapper.desktop.preferences import Preferences, PreferencesFile, preferences_path
from journeymapper.desktop.traps import ExceptionTrap
from journeymapper.desktop.view import View
from journeymapper.desktop.window import Window
from journeymapper.language.language import LANGUAGES, language
from journeymapper.picture.faces import font_path
from journeymapper.storage.places import log_folder, recovery_folder

if TYPE_CHECKING:
    from journeymapper.picture.primitives import Weight

FACES: "tuple[Weight, ...]" = ("regular", "semibold", "bold")
"""The faces of the window's own words; the map's painter brings all that it needs."""

STYLE = ("-style", "Fusion")
"""Asked for in the way that does not bring the whole of QStyle into Python."""


def start(path: Path | None = None, *, sample: Path | None = None) -> int:
    """Run the application until its last window closes; returns the exit code."""
    application = QApplication.instance() or QApplication([*sys.argv[:1], *STYLE])
    if not isinstance(application, QApplication):
        raise TypeError("another kind of Qt application is running")
    window = build(application, os.environ)
    after_paint(window, lambda: _go_on(application, window, path, sample))
    window.show()
    return application.exec()


def _go_on(application: QApplication, window: Window, path: Path | None, sample: Path | None) -> None:
    """What can wait until the window is seen."""
    from PySide6.QtCore import QTimer

    from journeymapper.desktop.memory import settle
    from journeymapper.desktop.qt_words import speak
    from journeymapper.desktop.signals import SignalTrap

    speak(window.view.language)
    _log_to(log_folder())
    signals = SignalTrap(lambda: _end(window), window)
    application.aboutToQuit.connect(signals.release)
    first_document(window, path, sample)
    QTimer.singleShot(0, window, settle)


def build(application: QApplication, environment: Mapping[str, str]) -> Window:
    """The window with its preferences, its language and its traps, not yet shown."""
    application.setApplicationName("journeymapper")
    application.setApplicationDisplayName("Journey Mapper")
    kept = PreferencesFile(preferences_path())
    _use_inter(application)
    view = _first_view(application, kept.value, environment)
    dress(view.theme)
    asking = WindowAsking()
    window = Window(kept, Documents(recovery_folder(), log_folder()), asking, view)
    asking.parent_to(window)
    ExceptionTrap(lambda error: _tell_crash(window, asking, error)).install()
    return window


def first_document(window: Window, path: Path | None, sample: Path | None) -> None:
    """Unsaved work of a crash first, then what was asked for, the last session, or else the sample."""
    if offer_recovery(window):
        return
    if path is not None:
        window.open(path)
    elif (last := window.last_path()) is not None:
        window.open(last)
    elif sample is not None:
        window.open_sample(sample)


def offer_recovery(window: Window) -> bool:
    """Offer each piece of unsaved work; whether one is open now."""
    from journeymapper.model.messages import Refusal
    from journeymapper.storage.recovery import discard, list_recoveries, read_recovery

    text = window.view.language.text
    for recovery in list_recoveries(window.recovery_folder):
        if recovery.in_use:
            continue
        question = text("“{name}” has unsaved changes from a session that ended suddenly.", name=recovery.name)
        choices = [text("Recover"), text("Decide later"), text("Throw away")]
        answer = window.asking.choose(text("Unsaved work"), question, choices)
        if answer == 2:
            discard(recovery)
        if answer == 0:
            try:
                opened = read_recovery(recovery)
            except Refusal as refusal:
                window.asking.tell(text("Not recovered"), window.view.language.message(refusal.message))
                continue
            window.show_recovered(opened, recovery)
            return True
    return False


def _first_view(application: QApplication, kept: Preferences, environment: Mapping[str, str]) -> View:
    theme = system_theme(application) if kept.theme == "system" else kept.theme
    code = kept.language or _system_language(environment)
    return View(language=language(code), theme=theme, lanes_hidden=kept.lanes_hidden)


def _system_language(environment: Mapping[str, str]) -> str:
    import locale

    asked = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    code = (asked or locale.getlocale()[0] or "en")[:2].lower()
    return code if code in LANGUAGES else "en"


def _use_inter(application: QApplication) -> None:
    """Inter in the window too, in the platform's size."""
    for weight in FACES:
        QFontDatabase.addApplicationFont(str(font_path(weight)))
    font = application.font()
    font.setFamily("Inter")
    application.setFont(font)


def _log_to(folder: Path) -> None:
    import logging
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "journeymapper.log", maxBytes=500_000, backupCount=2, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("journeymapper").addHandler(handler)


def _tell_crash(window: Window, asking: Asking, error: BaseException) -> None:
    """One dialog, one recovery save."""
    kept = window.keep_work()
    text = window.view.language.text
    words = text("Something went wrong inside ({error}). The log folder has the details.", error=type(error).__name__)
    safe = text("Your work up to here is kept.") if kept else ""
    asking.tell(text("Unexpected error"), " ".join(filter(None, (words, safe))))


def _end(window: Window) -> None:
    """Asked to end from outside: keep the work for recovery and go without questions."""
    window.end_now()
