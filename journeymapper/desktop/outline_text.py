"""A fragment of a map as the text that quick entry reads back."""

from collections.abc import Iterator

from journeymapper.mapfiles.quick_entry import sketch_text
from journeymapper.mapfiles.sketch import Lane, LaneText, Sketch, SketchedStage, SketchedTouchpoint
from journeymapper.model.edits import Fragment
from journeymapper.model.journey import Touchpoint
from journeymapper.model.measurement import Anchor

TEXTS: tuple[Lane, ...] = (
    "situation", "expectation", "doing", "thoughts", "length", "backstage", "function", "owner"
)  # fmt: skip
LISTS: tuple[Lane, ...] = ("pains", "delights", "systems")


def outline_text(fragment: Fragment) -> str:
    """The stages and touchpoints with their channels, stars and what is said of them, a line each; then loose notes."""
    channels = {channel.id: channel.name for channel in fragment.channels}
    by_id = {one.id: _sketched(one, channels) for one in fragment.touchpoints}
    stages = [
        SketchedStage(name=stage.name, touchpoints=tuple(by_id[key] for key in stage.touchpoints if key in by_id))
        for stage in fragment.stages
    ]
    loose = SketchedStage(touchpoints=tuple(by_id[one.id] for one in fragment.loose()))
    drawn = sketch_text(Sketch(stages=(loose, *stages) if loose.touchpoints else tuple(stages)))
    return "\n".join((*((drawn,) if stages or loose.touchpoints else ()), *_stickies(fragment)))


def _stickies(fragment: Fragment) -> Iterator[str]:
    """What notes and actions say that were copied without what they hang on."""
    held = {one.id for one in (*fragment.stages, *fragment.touchpoints, *fragment.hand_offs)}
    said = [(note.anchor, note.text) for note in fragment.notes]
    said += [(action.anchor or Anchor("journey"), action.title) for action in fragment.actions]
    yield from (" ".join(text.split()) for anchor, text in said if anchor.id not in held)


def _sketched(touchpoint: Touchpoint, channels: dict[str, str]) -> SketchedTouchpoint:
    return SketchedTouchpoint(
        name=touchpoint.name,
        channels=tuple(channels[key] for key in touchpoint.channels if key in channels),
        moment_of_truth=touchpoint.moment_of_truth,
        moment_reason=touchpoint.moment_reason,
        conditional=touchpoint.conditional,
        base=touchpoint.base,
        feeling=touchpoint.feeling,
        texts=tuple(_texts(touchpoint)),
    )


def _texts(touchpoint: Touchpoint) -> Iterator[LaneText]:
    for lane in TEXTS:
        if text := str(getattr(touchpoint, lane)):
            yield LaneText(lane, text)
    for lane in LISTS:
        if lines := getattr(touchpoint, lane):
            yield LaneText(lane, "\n".join(lines))
