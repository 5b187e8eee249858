"""Valid files with bytes flipped, lost or doubled: refused, or the same project; never anything else."""

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journeymapper.model.messages import Refusal
from journeymapper.storage.container import open_project, pack_project
from journeymapper.storage.tallies import decode_tally, encode_tally

if TYPE_CHECKING:
    from tests.storage.conftest import Sample


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The bytes with one to three things done to them."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 3)):
        at, to = sorted(dice.randrange(len(changed) + 1) for _ in range(2))
        match dice.randrange(5):
            case 0 | 1:
                changed[min(at, len(changed) - 1)] ^= 1 << dice.randrange(8)
            case 2:
                del changed[at : at + dice.randint(1, 8)]
            case 3:
                changed[at:at] = changed[at : min(to, at + 64)]
            case 4:
                del changed[max(to, 1) :]
        if not changed:
            return b"P"
    return bytes(changed)


@pytest.mark.parametrize("seed", range(8))
def test_a_mutated_file_is_refused_or_the_same(tmp_path: Path, sample: "Sample", seed: int) -> None:
    dice = random.Random(seed)
    whole = pack_project(sample.project, sample.tallies, {})
    path = tmp_path / "a.jmap"
    refused = 0
    for _ in range(250):
        path.write_bytes(mutated(whole, dice))
        try:
            opened = open_project(path)
        except Refusal:
            refused += 1
            continue
        assert (opened.project, opened.tallies) == (sample.project, sample.tallies)
    assert refused > 150


def test_a_mutated_tally_is_refused_or_a_tally(sample: "Sample") -> None:
    dice = random.Random(3)
    whole = encode_tally(next(iter(sample.tallies.values())))
    refused = 0
    for _ in range(2000):
        try:
            tally = decode_tally(mutated(whole, dice))
        except Refusal:
            refused += 1
            continue
        assert decode_tally(encode_tally(tally)) == tally
    assert refused > 500
