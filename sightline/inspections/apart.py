"""Reading in processes apart, so that a file can crash, hang or fill the memory of nobody else."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from sightline.inspections.facts import Documents
from sightline.inspections.one_document import unreadable

SECONDS_A_FILE = 20
"""A report takes a tenth of a second; one that takes this long never ends."""
MOST_PROCESSES = 4

Progress = Callable[[int, int], None]
"""Told how many files are done, of how many."""


def read_apart(
    files: list[tuple[Path, str]],
    *,
    progress: Progress,
    processes: int | None,
    findings: bool,
) -> list[Documents]:
    """Read files, each with the name it goes by, in processes of their own, in order."""
    wanted = processes or min(os.cpu_count() or 1, MOST_PROCESSES)
    todo: queue.SimpleQueue[int] = queue.SimpleQueue()
    for position in range(len(files)):
        todo.put(position)
    results: list[Documents | None] = [None] * len(files)
    finished = threading.Semaphore(0)

    def work() -> None:
        process: ReaderProcess | None = None
        while True:
            try:
                position = todo.get_nowait()
            except queue.Empty:
                break
            process = process or ReaderProcess()
            results[position] = process.read(*files[position], findings)
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


class ReaderProcess:
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

    def read(self, path: Path, file: str, findings: bool) -> Documents:
        """What the file says, or that the process was lost over it."""
        try:
            self._ask.send((str(path), file, findings))
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
