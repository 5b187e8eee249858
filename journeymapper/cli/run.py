"""Chooses the verb."""


def run(arguments: list[str]) -> int:
    """Run one verb; returns the exit code."""
    return 2 if arguments else 0
