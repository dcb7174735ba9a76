"""One writer at a time: a lock that the operating system lets go when its holder dies."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from sightline.sources.could_not import CouldNot

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]
    import msvcrt


@contextlib.contextmanager
def only_writer(lock_file: Path) -> Iterator[None]:
    """Hold ``lock_file`` while the block runs. Raises CouldNot at once where another holds it."""
    handle = os.open(lock_file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            _take(handle)
        except OSError as error:
            raise CouldNot(
                "Another load or check is writing to this workspace.",
                "Wait until it has finished, then run this again.",
            ) from error
        yield
    finally:
        os.close(handle)  # closing lets go of the lock


def _take(handle: int) -> None:
    if fcntl:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    else:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
