"""Charts in the window write figures as the reader does."""

import pytest
from pytestqt.qtbot import QtBot

from journeymapper.desktop.axes import plot_widget, tick_words
from journeymapper.language.language import language
from journeymapper.picture.theme import LIGHT


@pytest.mark.parametrize(
    ("values", "spacing", "code", "words"),
    [
        ([3.95, 4.0], 0.05, "fi", ["3,95", "4,00"]),
        ([3.95, 4.0], 0.05, "en", ["3.95", "4.00"]),
        ([-20.0, 0.0], 10.0, "fi", ["−20", "0"]),
        ([0.1, 0.2, 0.3], 0.1, "en", ["0.1", "0.2", "0.3"]),
        ([8.5, 9.0], 0.5, "fi", ["8,5", "9,0"]),
        ([1000.0, 2000.0], 1000.0, "en", ["1,000", "2,000"]),
    ],
)
def test_ticks_have_the_decimals_that_their_distance_needs(
    values: list[float], spacing: float, code: str, words: list[str]
) -> None:
    assert tick_words(language(code), values, spacing) == words


def test_an_axis_of_a_chart_speaks_the_language(qtbot: QtBot) -> None:
    plot = plot_widget(LIGHT, language("fi"))
    qtbot.addWidget(plot)
    axis = plot.getAxis("left")
    assert axis.tickStrings([8.2, 8.4], 1.0, 0.2) == ["8,2", "8,4"]
    assert axis.tickStrings([0.25, 0.5], 100.0, 0.25) == ["25", "50"]
