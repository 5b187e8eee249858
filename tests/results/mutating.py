"""Spoils files in a seeded way and has them read, one process for many, as the reader process would read each.

As a program: reads paths from standard input, a line each, and answers each with a word.
"""

import io
import os
import random
import select
import subprocess
import sys
import time
import zipfile
from pathlib import Path

SECONDS = 5.0
MEMORY = 1_000_000_000


def spoilt(whole: bytes, chance: random.Random) -> bytes:
    """The bytes with some of them changed, taken out, doubled or put elsewhere."""
    data = bytearray(whole)
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        place = chance.randrange(len(data)) if data else 0
        length = chance.choice((1, 2, 4, 16, 200))
        kind = chance.randrange(6)
        if kind == 0:
            data[place : place + length] = chance.randbytes(length)
        elif kind == 1:
            del data[place : place + length]
        elif kind == 2:
            data[place:place] = data[place : place + length] * chance.choice((1, 50))
        elif kind == 3:
            data[place : place + length] = chance.choice((b"\xff", b"\x00", b'"', b"\n", b"9")) * length
        elif kind == 4:
            other = chance.randrange(len(data)) if data else 0
            data[place : place + length] = data[other : other + length]
        else:
            del data[place:]
            break
    return bytes(data)


def spoilt_inside(whole: bytes, chance: random.Random) -> bytes:
    """A packed file with one of its parts spoilt and packed anew, so that readers get to see it."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = chance.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, spoilt(part, chance) if name == chosen else part)
    return found.getvalue()


class Readers:
    """A process that reads one file after another; another takes its place when a file ends it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def outcome(self, path: Path) -> tuple[str, float]:
        """ "read", "refused", "failed", "ended" or "late", and the seconds that it took."""
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        begun = time.monotonic()
        try:
            process.stdin.write(f"{path}\n")
            process.stdin.flush()
        except BrokenPipeError:
            self.close()
            return "ended", 0.0
        ready, _, _ = select.select([process.stdout], [], [], SECONDS)
        word = process.stdout.readline().strip() if ready else "late"
        if word in ("", "late"):
            self.close()
        return word or "ended", time.monotonic() - begun

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _started(self) -> "subprocess.Popen[str]":
        if self._process is None:
            root = str(Path(__file__).parents[2])
            self._process = subprocess.Popen(
                [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                text=True, env={**os.environ, "PYTHONPATH": root, "OPENBLAS_NUM_THREADS": "1"},
            )  # fmt: skip
        return self._process


def main() -> None:
    """Read the files that are named, in the limits of the reader process."""
    import resource

    from journeymapper.model.messages import Refusal
    from journeymapper.results.reading import perform
    from journeymapper.results.tasks import InspectTask

    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for line in sys.stdin:
        try:
            perform(InspectTask(path=os.fsencode(line.removesuffix("\n"))))
            word = "read"
        except Refusal:
            word = "refused"
        except BaseException as problem:  # noqa: BLE001 - anything else ends the real reader process
            word = f"failed {type(problem).__name__}"
        out.write(word + "\n")
        out.flush()


if __name__ == "__main__":
    main()
