"""Files are read in this process, as in the tests of the command line."""

from tests.cli.conftest import reader_in_this_process

__all__ = ["reader_in_this_process"]
