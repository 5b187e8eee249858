"""A sketch as the text that quick entry reads back."""

from collections.abc import Iterator

from journeymapper.mapfiles.lane_words import WRITTEN
from journeymapper.mapfiles.marks import escaped_text, with_bullet, written_line, written_stage
from journeymapper.mapfiles.sketch import LaneText, Sketch, SketchedStage, SketchedTouchpoint

INDENT = "    "


def sketch_text(sketch: Sketch) -> str:
    """The stages as lines of quick entry; links, points and what is said of the whole journey are left out."""
    return "\n".join(line for stage in sketch.stages for line in _stage(stage))


def _stage(stage: SketchedStage) -> Iterator[str]:
    if stage.name:
        yield with_bullet(written_stage(stage.name))
    for text in stage.texts:
        yield from _labelled(text, INDENT)
    for touchpoint in stage.touchpoints:
        line = written_line(touchpoint)
        yield INDENT + with_bullet(line) if stage.name else f"> {line}"
        yield from _under(touchpoint, INDENT * (2 if stage.name else 1))


def _under(touchpoint: SketchedTouchpoint, indent: str) -> Iterator[str]:
    if touchpoint.feeling is not None:
        yield f"{indent}{WRITTEN['feeling']}: {touchpoint.feeling:+d}"
    if touchpoint.personas:
        yield f"{indent}{WRITTEN['personas']}: {', '.join(map(escaped_text, touchpoint.personas))}"
    for text in touchpoint.texts:
        yield from _labelled(text, indent)


def _labelled(text: LaneText, indent: str) -> Iterator[str]:
    for line in text.text.split("\n"):
        yield f"{indent}{WRITTEN[text.lane]}: {escaped_text(line)}"
