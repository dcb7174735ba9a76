"""Read a folder of inspection documents: the one function that commands and pages call."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from sightline.inspections.authorities import authority_with_urn, plain_name
from sightline.inspections.download_index import IndexEntry, read_index
from sightline.inspections.facts import Documents, Event
from sightline.inspections.one_document import AUTHORITY_UNKNOWN, unreadable

SECONDS_A_FILE = 20
"""A report takes a tenth of a second; one that takes this long never ends."""
MOST_PROCESSES = 4
SUFFIXES = (".pdf", ".txt")

Progress = Callable[[int, int], None]


class NothingToRead(Exception):
    """The paths hold no document; the message is a sentence for the person who gave them."""


def read_documents(
    paths: list[Path],
    *,
    index: Path | None = None,
    progress: Progress | None = None,
    processes: int | None = None,
) -> Documents:
    """Read every PDF and text file of the paths (files or folders) into facts.

    ``index`` is a list of what was downloaded (file, urn, authority, published): it dates the
    reports that print no date. Without it, an ``index.csv`` beside the documents is used.
    Every file becomes exactly one event, unreadable ones with the reason, in the order given.
    """
    files = documents_among(paths)
    entries = read_index(index) if index else _indexes_beside(files)
    names = _names(files)
    read = _read_apart(files, names, progress or (lambda done, total: None), processes)
    documents = Documents()
    for one in read:
        documents.add(one)
    documents.events = [_with_index(event, entries) for event in documents.events]
    documents.events = _copies_said(documents.events)
    return documents


def documents_among(paths: list[Path]) -> list[Path]:
    """The documents that the paths name or hold, each once, folders in order of name."""
    found: dict[Path, Path] = {}
    for path in paths:
        if path.is_dir():
            some = sorted(
                one for one in path.iterdir() if one.suffix.lower() in SUFFIXES and one.is_file()
            )
        elif path.exists():
            some = [path]
        else:
            raise NothingToRead(f"There is no file or folder called {path}.")
        for one in some:
            found.setdefault(one.resolve(), one)
    if not found:
        where = ", ".join(str(path) for path in paths) or "the paths given"
        raise NothingToRead(f"There is no PDF and no text file in {where}.")
    return list(found.values())


def _names(files: list[Path]) -> list[str]:
    """The name each file goes by: its own, with its folder where two share one."""
    times = Counter(path.name for path in files)
    return [
        path.name if times[path.name] == 1 else f"{path.resolve().parent.name}/{path.name}"
        for path in files
    ]


def _indexes_beside(files: list[Path]) -> dict[str, IndexEntry]:
    entries: dict[str, IndexEntry] = {}
    for folder in sorted({path.parent for path in files}):
        if (folder / "index.csv").is_file():
            entries.update(read_index(folder / "index.csv"))
    return entries


def _with_index(event: Event, entries: dict[str, IndexEntry]) -> Event:
    """Fill what only the index knows, and say where the two disagree."""
    entry = entries.get(event.file) or entries.get(event.file.rpartition("/")[2])
    if entry is None:
        return event
    if event.published is None and entry.published is not None:
        event = replace(event, published=entry.published, published_from="index")
    if not entry.urn:
        return event
    if not event.urn:
        return _identified(event, entry)
    if event.urn != entry.urn:
        doubt = f"The index says that it is about number {entry.urn}, its title {event.urn}."
        event = replace(event, doubtful_because=f"{event.doubtful_because} {doubt}".strip())
    return event


def _identified(event: Event, entry: IndexEntry) -> Event:
    """Name the authority of an event from the index, as for one newer than our table."""
    known = authority_with_urn(entry.urn)
    if plain_name(entry.authority) == plain_name(event.authority_as_printed):
        event = replace(
            event,
            authority=known.name if known else entry.authority,
            doubtful_because=event.doubtful_because.replace(AUTHORITY_UNKNOWN, "").strip(),
        )
    return replace(
        event,
        urn=entry.urn,
        authority=event.authority or (known.name if known else entry.authority),
        authority_code=known.code if known else "",
        ons_code=known.ons_code if known else "",
    )


def _copies_said(events: list[Event]) -> list[Event]:
    """Two files with the same bytes are both kept, and the second one says so."""
    first: dict[str, str] = {}
    said = []
    for event in events:
        original = first.setdefault(event.sha256, event.file)
        if event.sha256 and original != event.file and not event.unreadable_because:
            doubt = f"It is the same file as {original}."
            event = replace(event, doubtful_because=f"{event.doubtful_because} {doubt}".strip())
        said.append(event)
    return said


def _read_apart(
    files: list[Path], names: list[str], progress: Progress, processes: int | None
) -> list[Documents]:
    """Read in processes of their own, so that a file can crash or hang nobody else."""
    wanted = processes or min(os.cpu_count() or 1, MOST_PROCESSES)
    todo: queue.SimpleQueue[int] = queue.SimpleQueue()
    for position in range(len(files)):
        todo.put(position)
    results: list[Documents | None] = [None] * len(files)
    finished = threading.Semaphore(0)

    def work() -> None:
        process: _ReaderProcess | None = None
        while True:
            try:
                position = todo.get_nowait()
            except queue.Empty:
                break
            process = process or _ReaderProcess()
            results[position] = process.read(files[position], names[position])
            if process.lost:
                process = None
            finished.release()
        if process:
            process.close()

    threads = [threading.Thread(target=work, daemon=True) for _ in range(min(wanted, len(files)))]
    for thread in threads:
        thread.start()
    for done in range(1, len(files) + 1):
        finished.acquire()
        progress(done, len(files))
    for thread in threads:
        thread.join()
    return [one for one in results if one is not None]


class _ReaderProcess:
    """One reading process and the two pipes to it."""

    def __init__(self) -> None:
        receive, ask = os.pipe()
        answer, send = os.pipe()
        self.lost = False
        self._process = subprocess.Popen(
            [sys.executable, "-m", "sightline.inspections.reader_process", str(receive), str(send)],
            pass_fds=(receive, send),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        os.close(receive)
        os.close(send)
        self._ask = Connection(ask, readable=False)
        self._answer = Connection(answer, writable=False)

    def read(self, path: Path, file: str) -> Documents:
        """What the file says, or that the process was lost over it."""
        try:
            self._ask.send((str(path), file))
            if self._answer.poll(SECONDS_A_FILE):
                answer: Documents = self._answer.recv()
                return answer
            because = f"Reading it took longer than {SECONDS_A_FILE} seconds, so it was given up."
        except (EOFError, OSError):
            because = "The PDF is damaged in a way that stopped the reader."
        self.close(kill=True)
        self.lost = True
        return unreadable(file, "", because)

    def close(self, *, kill: bool = False) -> None:
        """Let the process end; one that hangs is ended."""
        self._ask.close()
        if kill:
            self._process.kill()
        self._process.wait()
        self._answer.close()
