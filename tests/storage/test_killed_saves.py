"""Saves that are killed at any moment leave a file that opens."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from journeymapper.storage.container import open_project, save_project

if TYPE_CHECKING:
    from tests.storage.conftest import Sample

SAVING = """
import sys
from pathlib import Path
import msgspec
from journeymapper.storage.container import open_project, save_project
path, number = Path(sys.argv[1]), int(sys.argv[2])
opened = open_project(path)
for turn in range(1_000_000):
    text = "N" * (number * 101 % 4000 + turn * 37 % 1000 + 1)
    save_project(path, msgspec.structs.replace(opened.project, disclaimer=text), opened.tallies)
    if turn == 0:
        print("saving", flush=True)
"""


def kill_saves(path: Path, sample: "Sample", times: int) -> None:
    """Kill so many saving processes, each after a random moment, and open the file each time."""
    dice = random.Random(5)
    save_project(path, sample.project, sample.tallies)
    seen: set[int] = set()
    for number in range(times):
        command = [sys.executable, "-c", SAVING, str(path), str(number)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path.cwd()) as saver:
            assert saver.stdout is not None
            assert saver.stdout.readline() == b"saving\n"
            time.sleep(dice.random() * 0.03)
            saver.send_signal(signal.SIGKILL)
        opened = open_project(path)
        seen.add(len(opened.project.disclaimer))
        assert msgspec.structs.replace(opened.project, disclaimer="") == sample.project
        assert opened.tallies == sample.tallies
    assert len(seen) > times // 2  # they did save


def test_fifty_killed_saves_leave_a_file_that_opens(tmp_path: Path, sample: "Sample") -> None:
    kill_saves(tmp_path / "a.jmap", sample, 50)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_five_hundred_killed_saves_leave_a_file_that_opens(tmp_path: Path, sample: "Sample") -> None:
    kill_saves(tmp_path / "a.jmap", sample, 500)
