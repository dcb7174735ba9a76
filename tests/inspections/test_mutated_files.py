"""Mutated PDFs: whatever is done to a file, the reader answers with facts or with a sentence."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sightline.inspections.apart import ReaderProcess
from sightline.inspections.reader_process import MOST_MEMORY

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"


def mutated(content: bytes, chance: random.Random) -> bytes:
    """A file with a few of its bytes changed, cut, doubled or put elsewhere."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        start = chance.randrange(len(changed))
        length = chance.choice([1, 1, 2, 8, 64, 512])
        match chance.randrange(5):
            case 0:
                changed[start : start + length] = chance.randbytes(length)
            case 1:
                del changed[start : start + length]
            case 2:
                changed[start:start] = changed[start : start + length]
            case 3:
                number = str(chance.choice([0, -1, 65535, 2**31, 2**63])).encode()
                changed[start : start + len(number)] = number
            case _:
                changed = changed[: max(8, start)]
        if not changed:
            return b""
    return bytes(changed)


def read_mutated(tries: int, seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    originals = [path.read_bytes() for path in sorted(EXAMPLES.glob("*.pdf"))]
    path = tmp_path / "mutated.pdf"
    process = ReaderProcess()
    lost = 0
    for number in range(tries):
        path.write_bytes(mutated(chance.choice(originals), chance))
        documents = process.read(path, "mutated.pdf", True)
        (event,) = documents.events
        assert (event.kind == "unreadable") == bool(event.unreadable_because), number
        # A fault of pdfium may end the process; a fault of ours may not.
        assert "reader failed" not in event.unreadable_because, (number, event.unreadable_because)
        assert "longer than" not in event.unreadable_because, number
        if process.lost:
            lost += 1
            process = ReaderProcess()
    process.close()
    assert lost <= tries / 100
    assert MOST_MEMORY <= 1 << 30


def test_some_mutated_files(tmp_path):
    read_mutated(80, 1, tmp_path)


@pytest.mark.long
def test_ten_thousand_mutated_files(tmp_path):
    read_mutated(10_000, 2, tmp_path)
