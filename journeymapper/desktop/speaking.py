"""Qt's own words in the reader's language, imported when somebody asks for them."""

from journeymapper.language.language import Language


def speak_later(chosen: Language) -> None:
    """Qt's own words are on no start screen; they come with the first dialog."""
    from journeymapper.desktop.qt_words import speak

    speak(chosen)
