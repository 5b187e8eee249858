"""The icon of a touchpoint: its first channel's, else its kind's."""

import pytest

from journeymapper.model.journey import Touchpoint
from journeymapper.model.project import Channel, Project
from journeymapper.picture.icon_choice import BY_KIND, BY_WORD, touchpoint_icon
from journeymapper.picture.symbols import ICON_FOLDER


@pytest.mark.parametrize(
    ("channel", "icon"),
    [
        ("Phone", "phone"), ("Puhelin", "phone"), ("E-mail, letter", "envelope-simple"), ("on site", "user"),
        ("Työmaalla", "user"), ("Web and e-mail", "globe"), ("Tekstiviesti", "chat-text"), ("Website", "globe"),
        ("sähköinen allekirjoitus", "pencil-simple"), ("smoke signals", "file-text"),
    ],
)  # fmt: skip
def test_by_channel(channel: str, icon: str) -> None:
    project = Project(
        id="p", name="p", channels={"c": Channel(id="c", name=channel), "d": Channel(id="d", name="phone")}
    )
    touchpoint = Touchpoint(id="t", name="t", channels=("c", "d"), kinds=("paper",))
    assert touchpoint_icon(project, touchpoint) == icon


def test_without_a_channel_the_kind_decides() -> None:
    project = Project(id="p", name="p")
    assert touchpoint_icon(project, Touchpoint(id="t", name="t", kinds=("staffed", "paper"))) == "user"
    assert touchpoint_icon(project, Touchpoint(id="t", name="t", channels=("gone",))) == "map-pin"


def test_every_icon_has_its_file() -> None:
    names = {icon for icon, _ in BY_WORD} | set(BY_KIND.values())
    assert names <= {path.stem for path in ICON_FOLDER.glob("*.svg")}
