"""A process that reads documents one after another, apart from everyone else.

A file made to break a PDF library may crash, hang or eat memory. It does so here, where only
this process is lost: the parent (reading.py) gives up on it, says which file it was and goes on.

Started as ``python -m sightline.inspections.reader_process RECEIVE SEND`` with two pipe ends.
"""

from __future__ import annotations

import sys
from multiprocessing.connection import Connection
from pathlib import Path

from sightline.inspections.facts import Documents
from sightline.inspections.one_document import read_document, unreadable

MOST_MEMORY = 1 << 30
"""Bytes of address space one reading process may take."""


def limit_memory() -> None:
    """Bound what a hostile file can take; where the system has no such limit, go without."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def read_safely(path: Path, file: str, findings: bool) -> Documents:
    """Read a document; a fault of ours on one file is that file's reason, not everyone's end."""
    try:
        return read_document(path, file, findings=findings)
    except MemoryError:
        return unreadable(file, "", "It takes more memory to open than any report does.")
    except Exception as error:
        return unreadable(
            file, "", f"The reader failed on it ({type(error).__name__}); please report the file."
        )


def main(receive: int, send: int) -> None:
    """Answer each (path, file, findings) until the parent closes its end."""
    limit_memory()
    asked = Connection(receive, writable=False)
    answers = Connection(send, readable=False)
    while True:
        try:
            path, file, findings = asked.recv()
        except EOFError:
            return
        answers.send(read_safely(Path(path), file, findings))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
