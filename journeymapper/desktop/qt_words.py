"""Qt's own words: its buttons and its numbers follow the window's language."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from journeymapper.language.language import Language


def speak(chosen: Language) -> None:
    """Give Qt's own buttons the language, and its numbers the locale."""
    application = QApplication.instance()
    if application is None:
        return
    QLocale.setDefault(QLocale(chosen.code))
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(application)
    if translator.load(f"qtbase_{chosen.code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
