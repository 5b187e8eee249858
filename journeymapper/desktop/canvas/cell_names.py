"""The channels of a touchpoint as names with commas between; a name that is not known yet becomes a channel."""

from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Touchpoint
from journeymapper.model.limits import clean_line
from journeymapper.model.project import Channel, Project


def channel_names(project: Project, touchpoint: Touchpoint) -> str:
    """The names of a touchpoint's channels in their order."""
    return ", ".join(project.channels[key].name for key in touchpoint.channels if key in project.channels)


def with_channels(project: Project, touchpoint_id: str, text: str) -> Project:
    """The project in which a touchpoint has the channels that are named, new ones among them."""
    known = {channel.name.casefold(): channel.id for channel in project.channels.values()}
    chosen: list[str] = []
    for name in filter(None, (clean_line(part) for part in text.replace("\n", ",").split(","))):
        if name.casefold() not in known:
            channel = Channel(id=new_id("channel"), name=name)
            project, known[name.casefold()] = edits.add_channel(project, channel), channel.id
        chosen.append(known[name.casefold()])
    return edits.change(project, touchpoint_id, channels=tuple(dict.fromkeys(chosen)))
