"""The reader process: files of strangers are read in a process of their own, with a deadline and a limit of memory.

Parent: `run_reader(task)`. Child: `python -m journeymapper.results.worker FILE-SIZE-LIMITS`, task in, reply out.
"""

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TypeVar

import msgspec

from journeymapper.model.event_log import EventLog
from journeymapper.model.messages import Refusal
from journeymapper.results.inspection import Inspection
from journeymapper.results.tasks import Counted, Refused, Reply, Task, TextRows

DEADLINE = 180.0
MEMORY = 3 << 30
SMALL = 5_000_000  # bytes; a file of this size that asks for more than this time and memory is a trap
SMALL_DEADLINE = 20.0
SMALL_MEMORY = 1_000_000_000
TICK = 0.1
_QUIET = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW

Answer = TypeVar("Answer", Inspection, TextRows, Counted, EventLog)


def run_reader(
    task: Task,
    expected: type[Answer],
    *,
    file: str,
    deadline: float | None = None,
    memory: int | None = None,
    tick: Callable[[], object] = bool,
) -> Answer:
    """The reply to a task. Raises Refusal, naming the `file`, where it is refused, fails, or takes too long or much.

    `deadline` is in seconds; `memory` in bytes, kept where the system can limit a process; without them a small file
    gets little of both. `tick` is called ten times a second meanwhile; what it raises stops the reader and goes on to
    the caller.
    """
    small = _is_small(task.path)
    deadline = (SMALL_DEADLINE if small else DEADLINE) if deadline is None else deadline
    memory = (SMALL_MEMORY if small else MEMORY) if memory is None else memory
    command = [sys.executable, "-P", "-m", "journeymapper.results.worker", str(memory), str(int(deadline) + 1)]
    try:
        done = _run(command, msgspec.msgpack.encode(task), deadline, tick)
    except subprocess.TimeoutExpired:
        raise Refusal("{file} could not be read within {seconds} seconds.", file=file, seconds=int(deadline)) from None
    except OSError as problem:
        raise Refusal("{file}: the reader could not be started: {reason}.", file=file, reason=str(problem)) from None
    return _reply(done, expected, file)


def _run(
    command: list[str], task: bytes, deadline: float, tick: Callable[[], object]
) -> "subprocess.CompletedProcess[bytes]":
    """What the process printed. Raises TimeoutExpired at the deadline and whatever `tick` raises, the process ended."""
    pipe, ends = subprocess.PIPE, monotonic() + deadline
    given: bytes | None = task
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, env=_surroundings(), creationflags=_QUIET
    ) as process:
        try:
            while True:
                try:
                    out, errors = process.communicate(given, timeout=TICK)
                    return subprocess.CompletedProcess(command, process.returncode, out, errors)
                except subprocess.TimeoutExpired:
                    given = None
                    if monotonic() > ends:
                        raise
                    tick()
        except BaseException:
            process.kill()
            raise


def _reply(done: "subprocess.CompletedProcess[bytes]", expected: type[Answer], file: str) -> Answer:
    if done.returncode != 0:
        if b"memory" in done.stderr.lower():
            raise Refusal("{file} needs more memory than a result file may use.", file=file)
        raise Refusal("{file} cannot be read: it made the reader stop.", file=file)
    try:
        reply = msgspec.msgpack.decode(done.stdout, type=Reply)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Refusal("{file} cannot be read: it made the reader stop.", file=file) from None
    if isinstance(reply, Refused):
        raise Refusal(reply.message.text, **reply.message.values)
    if not isinstance(reply, expected):
        raise Refusal("{file} cannot be read: it made the reader stop.", file=file)
    return reply


def _is_small(path: bytes) -> bool:
    try:
        return Path(os.fsdecode(path)).stat().st_size <= SMALL
    except (OSError, ValueError):
        return True


def _surroundings() -> dict[str, str]:
    """The environment: this package found from any folder, and no threads, each of which would reserve memory."""
    root = str(Path(__file__).parents[2])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    single = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"), "1")
    return {**os.environ, **single, "PYTHONPATH": os.pathsep.join(paths), "MALLOC_ARENA_MAX": "2"}


def main() -> None:
    """Do one task. The reply goes to the real standard output; whatever else prints goes to standard error."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit(int(sys.argv[1]), int(sys.argv[2]))
    gc.disable()  # one task, then the end: looking through millions of cells again and again would free nothing
    from journeymapper.results.forbidding import forbid
    from journeymapper.results.reading import perform

    forbid()

    task: Task = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Task)
    try:
        reply: Reply = perform(task)
    except Refusal as refusal:
        reply = Refused(refusal.message)
    out.write(msgspec.msgpack.encode(reply))
    out.flush()


def _limit(memory: int, seconds: int) -> None:
    """Limit what this process may use, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    for kind, amount in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (amount, amount))
        except (OSError, ValueError):
            continue


if __name__ == "__main__":
    main()
