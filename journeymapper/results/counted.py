"""Has a file counted by the reader process, and passes on how far it is."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from journeymapper.model.messages import Refusal
from journeymapper.results.fingerprints import marks_of, remember, remembered
from journeymapper.results.streamed_files import files_of, is_streamed
from journeymapper.results.tasks import Counted, CountTask
from journeymapper.results.worker import DEADLINE, run_reader

SLOWEST = 2_000_000
"""Bytes a second that a large file is read at, at the least."""


def count(
    path: Path, task: CountTask, tick: Callable[[], object] = bool, progress: Callable[[float], object] = bool
) -> Counted:
    """The tally of a file. Raises Refusal as `run_reader` does and for a large file that is changed meanwhile.

    What `tick` or `progress` raises stops the reader.
    """
    if not is_streamed(path):
        return run_reader(task, Counted, file=path.name, tick=tick)
    marks = marks_of(path)
    size = sum(file.stat().st_size for file in files_of(path))
    with TemporaryDirectory() as folder:
        share = Path(folder) / "share"

        def watch() -> None:
            tick()
            with suppress(OSError, ValueError):
                progress(float(share.read_text(encoding="ascii")))

        watched = msgspec.structs.replace(task, progress=str(share), sha256=remembered(path, marks))
        deadline = DEADLINE + 2 * size / SLOWEST
        counted = run_reader(watched, Counted, file=path.name, deadline=deadline, tick=watch)
    if marks_of(path) != marks:
        raise Refusal("{file} was changed while it was read; import it once more.", file=path.name)
    remember(path, marks, counted.sha256)
    return counted
