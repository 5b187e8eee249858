"""What the window waits for besides frames: scores, opening, saving. Raw is the reading or writing of the bytes."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import thread_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from journeymapper.analysis.marginals import score_book
from journeymapper.analysis.scoring import score_points
from journeymapper.storage.container import open_project, save_project
from tests.benchmarks.conftest import large

ROUNDS = 7


def measure(benchmark: BenchmarkFixture, act: Callable[[], object]) -> float:
    """The median of some rounds, in milliseconds of this thread."""
    times: list[float] = []

    def once() -> None:
        begun = thread_time()
        act()
        times.append((thread_time() - begun) * 1000)

    benchmark.pedantic(once, rounds=ROUNDS, warmup_rounds=1)  # type: ignore[no-untyped-call]
    return median(times)


@pytest.mark.parametrize("touchpoints", [300, 1000])
def test_scoring(benchmark: BenchmarkFixture, touchpoints: int) -> None:
    project, tallies = large(touchpoints)
    book = score_book(project, tallies)
    taken = measure(benchmark, lambda: score_points(project, tallies, wave="2026", book=book))
    print(f"\nscoring {len(project.points)} points: {taken:.1f} ms", end="")
    assert taken < 1000


@pytest.mark.parametrize("touchpoints", [300, 1000])
def test_opening_and_saving(benchmark: BenchmarkFixture, tmp_path: Path, touchpoints: int) -> None:
    project, tallies = large(touchpoints)
    path = tmp_path / "large.jmap"
    begun = thread_time()
    save_project(path, project, tallies)
    saved = (thread_time() - begun) * 1000
    begun = thread_time()
    size = len(path.read_bytes())
    raw = max((thread_time() - begun) * 1000, 0.01)
    opened = measure(benchmark, lambda: open_project(path))
    print(
        f"\n{touchpoints} touchpoints, {size / 1024:.0f} kB: saved in {saved:.0f} ms, opened in {opened:.0f} ms "
        f"({opened / raw:.0f} × reading the bytes)",
        end="",
    )
    assert open_project(path).project == project
    assert max(saved, opened) < 2000
