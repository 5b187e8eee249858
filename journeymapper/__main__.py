"""Reads the verb, then imports what that verb needs and nothing else."""

import sys


def main() -> int:
    """Run the command line; returns the exit code."""
    from journeymapper.cli.run import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
