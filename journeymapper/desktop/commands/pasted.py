"""What was copied as a file, for as long as it is looked at: answers of people do not stay behind on the disk."""

import atexit
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp


class PastedFile:
    """A file that only this person can read; gone when it is removed, at the latest when the program ends."""

    def __init__(self, text: str, name: str) -> None:
        self._folder = Path(mkdtemp(prefix="journeymapper-"))
        atexit.register(self.remove)
        self.path = self._folder / f"{name}.tsv"
        self.path.write_text(text, "utf-8")

    def remove(self) -> None:
        """Leave nothing of it."""
        rmtree(self._folder, ignore_errors=True)
        atexit.unregister(self.remove)
