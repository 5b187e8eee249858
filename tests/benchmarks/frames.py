"""Times of frames, and what they are held against.

Times are those that the window's thread works, so that other programs on the machine do not count.
"""

from collections.abc import Callable, Iterable
from statistics import median, quantiles
from time import thread_time

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QImage, QPainter

WIDTH, HEIGHT = 1920, 1080
LIMIT_MS = 16.0


def timed(acts: Iterable[Callable[[], object]]) -> list[float]:
    """Milliseconds that each act takes until what it changed is painted."""
    times = []
    for act in acts:
        begun = thread_time()
        act()
        QCoreApplication.processEvents()
        times.append((thread_time() - begun) * 1000)
    return times


def share_95(times: list[float]) -> float:
    """The 95th percentile."""
    return quantiles(times, n=20)[-1]


def report(name: str, times: list[float], raw: float) -> None:
    """One line: median, 95th percentile, worst, and the ratio of the 95th percentile to a raw baseline."""
    high = share_95(times)
    print(
        f"\n{name:<46} median {median(times):6.1f} ms   95 % {high:6.1f} ms   worst {max(times):6.1f} ms   "
        f"{high / raw:5.1f} × raw ({raw:.2f} ms)",
        end="",
    )


def blit_ms() -> float:
    """Copying a whole screen of pixels and nothing else: what no frame can be quicker than."""
    source = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    source.fill(0x345678)
    target = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    times = []
    for _ in range(20):
        begun = thread_time()
        painter = QPainter(target)
        painter.drawImage(QRect(0, 0, WIDTH, HEIGHT), source)
        painter.end()
        times.append((thread_time() - begun) * 1000)
    return median(times)
