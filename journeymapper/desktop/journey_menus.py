"""The commands that make journeys of journeys and go in and out of them, and those of images."""

from journeymapper.desktop.actions import SEPARATOR, Command, Handler
from journeymapper.desktop.commands.journeys import JourneyCommands
from journeymapper.desktop.images.commands import ImageCommands
from journeymapper.language.language import Language
from journeymapper.model.journey import State


def journey_commands(language: Language, journeys: JourneyCommands) -> tuple[Command, ...]:
    """What the Insert menu makes of the journey shown."""
    text = language.text
    states: dict[State, str] = {
        "assumed": text("As the team &assumes it"),
        "current": text("As it is &now"),
        "future": text("As it is to &be"),
    }
    children = tuple(
        Command(name=f"state-{state}", text=words, handler=_state(journeys, state)) for state, words in states.items()
    )
    return (
        Command(text=text("The journey in another &state"), children=children),
        Command(name="variant", text=text("&Variant for a persona…"), handler=journeys.for_persona),
    )


def nesting_commands(language: Language, journeys: JourneyCommands) -> tuple[Command, ...]:
    """How the View menu goes in and out of nested journeys."""
    text = language.text
    return (
        Command(
            name="enter-journey", text=text("&Into the journey behind the touchpoint"), keys="Ctrl+Shift+Right",
            handler=journeys.enter,
        ),
        Command(
            name="leave-journey", text=text("&Back to the touchpoint that opens it"), keys="Ctrl+Shift+Left",
            handler=journeys.leave,
        ),
        SEPARATOR,
    )  # fmt: skip


def image_commands(language: Language, images: ImageCommands) -> tuple[Command, ...]:
    """What the Insert menu does with images."""
    text = language.text
    return (
        Command(name="add-images", text=text("Add &images…"), handler=images.add),
        Command(name="show-images", text=text("Show ima&ges"), handler=images.show),
    )


def _state(journeys: JourneyCommands, state: State) -> Handler:
    return lambda: journeys.in_state(state)
