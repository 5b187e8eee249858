"""What studies found others to do: context beside a plan, with its source."""

import tomllib
from functools import cache

import msgspec

from journeymapper.model.both_languages import RESOURCES, BothLanguages

FILE = RESOURCES / "context.toml"


class Study(msgspec.Struct, frozen=True):
    """A study by its source, and what it found."""

    source: BothLanguages
    findings: tuple[BothLanguages, ...]


class _Studies(msgspec.Struct, frozen=True):
    study: tuple[Study, ...]


@cache
def context_studies() -> tuple[Study, ...]:
    """All studies that are known."""
    return msgspec.convert(tomllib.loads(FILE.read_text(encoding="utf-8")), _Studies).study
