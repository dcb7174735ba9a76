"""A workspace: one folder with the ledger, the settings and the documents of one authority.

A published ledger file is never written again. A writer takes the lock, copies the current file
to the next number, writes and checks that, and only then points ``CURRENT`` at it. Whatever stops
a writer, readers go on seeing the ledger as it was.
"""

import contextlib
import errno
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sightline.ledger.lock import only_writer
from sightline.ledger.settings import Settings, read_settings
from sightline.sources.could_not import CouldNot

SCHEMAS = ("records", "load", "answers")
KEPT_FILES = 2
# A load writes new rows beside the old ones before it lets go of them, and its journal beside both.
SPACE_NEEDED = 3
SMALLEST_SPACE = 64 * 1024 * 1024
TRIES_TO_OPEN = 20
NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
FULL_DISK = ("no space left", "file too large", "failed to create checkpoint")


class Workspace:
    """The folder of one authority's ledger. Nothing is made on disk before the first writing."""

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        self._highest_tried = 0

    @property
    def settings(self) -> Settings:
        """What ``sightline.toml`` says; the defaults where there is none."""
        return read_settings(self.folder)

    @property
    def documents(self) -> Path:
        """Folder of the facts read from published documents."""
        return self.folder / "documents"

    @property
    def ledger(self) -> Path:
        """Folder of the numbered ledger files."""
        return self.folder / "ledger"

    def current_number(self) -> int:
        """Number of the ledger file readers see; 0 before the first load."""
        try:
            return int((self.ledger / "CURRENT").read_text(encoding="ascii"))
        except (FileNotFoundError, NotADirectoryError):
            return 0
        except ValueError as error:
            raise CouldNot(
                "The file ledger/CURRENT of the workspace does not hold a number.",
                f"Write into it the highest number among the files of {self.ledger}.",
            ) from error

    def current_file(self) -> Path:
        """The ledger file readers see. Raises CouldNot before the first load."""
        number = self.current_number()
        if not number:
            raise CouldNot(
                f"Nothing has been loaded into the workspace {self.folder}.",
                f"Run: sightline load FOLDER --workspace {self.folder}",
            )
        return self._file(number)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Any]:
        """An Ibis backend on the current ledger, read-only. Several may read at the same time."""
        backend = self._open_current()
        try:
            yield backend
        finally:
            backend.disconnect()

    @contextlib.contextmanager
    def writing(self, expected_bytes: int = 0, *, forgets: bool = False) -> Iterator[Any]:
        """An Ibis backend on a copy of the ledger that replaces it when the block ends well.

        ``expected_bytes`` is about how much will be added: space is looked for first.
        ``forgets`` writes the new file from what is left in it, so that nothing of a deleted row
        stays in its blocks, and keeps no earlier file.
        On any error the copy is removed and the ledger stays as it was.
        Raises CouldNot where the folder cannot be written, another writes, or space is short.
        """
        self._make_folders()
        with only_writer(self.ledger / "LOCK"):
            current = self.current_number()
            self._clear_leftovers(current)
            self._look_for_space(current, expected_bytes)
            number = self._next_number(current)
            try:
                yield from self._written(current, number, forgets)
            except BaseException as error:
                self._remove(number)
                said = _in_readers_words(error)
                if said is None:
                    raise
                raise said from error
            self._publish(number)
            self._prune(number, 1 if forgets else KEPT_FILES)

    def keep_only_the_current_file(self) -> None:
        """Remove every earlier ledger file. Raises CouldNot where one stays, as where it is read."""
        with only_writer(self.ledger / "LOCK"):
            current = self.current_number()
            self._clear_leftovers(current)
            self._prune(current, 1)
            if set(self._numbers()) - {current}:
                raise CouldNot(
                    "An earlier ledger file could not be removed: somebody may be reading it.",
                    "Stop the web application, then run this again.",
                )

    def _written(self, current: int, number: int, forgets: bool) -> Iterator[Any]:
        from sightline.engine.store import open_file

        file = self._draft(number) if forgets else self._file(number)
        if current:
            shutil.copyfile(self._file(current), file)
        backend = open_file(file, read_only=False)
        try:
            for schema in SCHEMAS:
                backend.raw_sql(f"CREATE SCHEMA IF NOT EXISTS {schema}")
            yield backend
            backend.raw_sql("CHECKPOINT")
            if forgets:
                self._write_what_is_left(backend, number)
        finally:
            backend.disconnect()
        self._draft(number).unlink(missing_ok=True)
        self._check(self._file(number))

    def _write_what_is_left(self, backend: Any, number: int) -> None:
        path = str(self._file(number)).replace("'", "''")
        (name,) = backend.raw_sql("SELECT current_database()").fetchall()[0]
        backend.raw_sql(f"ATTACH '{path}' AS anew")
        backend.raw_sql(f'COPY FROM DATABASE "{name}" TO anew')
        backend.raw_sql("DETACH anew")

    def _open_current(self) -> Any:
        from sightline.engine.store import open_file

        for _ in range(TRIES_TO_OPEN):
            file = self.current_file()
            try:
                return open_file(file, read_only=True)
            except Exception:
                # Two loads may have passed between reading CURRENT and opening the file.
                if file.exists() and file == self.current_file():
                    raise
            time.sleep(0.05)
        raise CouldNot(
            "The ledger file that ledger/CURRENT names is not there.",
            f"Look in {self.ledger} for the highest number and write it into CURRENT, or load again.",
        )

    def _check(self, file: Path) -> None:
        """Open the finished file as a reader would; a file that does not open is not published."""
        from sightline.engine.store import open_file

        if file.with_name(file.name + ".wal").exists():
            raise CouldNot(
                "The new ledger file was not written to its end.",
                "Check that the disk is not full, then run this again. The ledger is as it was.",
            )
        backend = open_file(file, read_only=True)
        try:
            found = {
                name
                for (name,) in backend.raw_sql(
                    "SELECT schema_name FROM duckdb_schemas()"
                ).fetchall()
            }
        finally:
            backend.disconnect()
        if not found.issuperset(SCHEMAS):
            raise CouldNot(
                "The new ledger file lacks a part that every ledger has.",
                "Run this again. The ledger is as it was.",
            )

    def _make_folders(self) -> None:
        try:
            self.ledger.mkdir(parents=True, exist_ok=True)
            self.documents.mkdir(exist_ok=True)
            probe = self.ledger / f".probe-{os.getpid()}"
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise CouldNot(
                f"The workspace {self.folder} cannot be written: {_short(error)}.",
                "Ask for write access to that folder, or give another one with --workspace.",
            ) from error

    def _look_for_space(self, current: int, expected_bytes: int) -> None:
        size = self._file(current).stat().st_size if current else 0
        needed = max(SPACE_NEEDED * max(size, expected_bytes), SMALLEST_SPACE)
        free = shutil.disk_usage(self.ledger).free
        if free < needed:
            raise CouldNot(
                f"The disk has {_megabytes(free)} free and this needs about {_megabytes(needed)}.",
                "Free some space or move the workspace to a larger disk. The ledger is as it was.",
            )

    def _next_number(self, current: int) -> int:
        # A number tried before in this process is not used again: DuckDB would give the old file.
        self._highest_tried = max(current, self._highest_tried, *self._numbers(), 0) + 1
        return self._highest_tried

    def _publish(self, number: int) -> None:
        _to_disk(self._file(number))
        pointer = self.ledger / "CURRENT.next"
        pointer.write_text(f"{number}\n", encoding="ascii")
        _to_disk(pointer)
        os.replace(pointer, self.ledger / "CURRENT")
        _to_disk(self.ledger)

    def _prune(self, newest: int, kept: int) -> None:
        published = sorted(number for number in self._numbers() if number <= newest)
        for number in published[:-kept]:
            self._remove(number)

    def _clear_leftovers(self, current: int) -> None:
        """Remove what a killed writer left: files later than the one published."""
        for number in self._numbers():
            if number > current:
                self._remove(number)
        for draft in self.ledger.glob("*.draft*"):
            with contextlib.suppress(OSError):
                draft.unlink()

    def _numbers(self) -> list[int]:
        return [int(file.stem) for file in self.ledger.glob("*.duckdb") if file.stem.isdigit()]

    def _remove(self, number: int) -> None:
        files = (self._file(number), self._draft(number))
        for leftover in (*files, *(file.with_name(file.name + ".wal") for file in files)):
            # On Windows a file that somebody still reads stays until the next writer comes by.
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)

    def _file(self, number: int) -> Path:
        return self.ledger / f"{number}.duckdb"

    def _draft(self, number: int) -> Path:
        return self.ledger / f"{number}.draft"


def _in_readers_words(error: BaseException) -> CouldNot | None:
    """A full disk or a folder that refuses, said in a sentence; None for every other error."""
    no_space = isinstance(error, OSError) and error.errno in NO_SPACE
    text = str(error).lower()
    from_engine = type(error).__module__.partition(".")[0] in ("duckdb", "_duckdb")
    if no_space or (from_engine and any(sign in text for sign in FULL_DISK)):
        return CouldNot(
            "The disk is full: the new ledger file could not be written.",
            "Free some space, then run this again. The ledger is as it was.",
        )
    if isinstance(error, PermissionError):
        return CouldNot(
            f"The workspace cannot be written: {_short(error)}.",
            "Ask for write access to that folder. The ledger is as it was.",
        )
    return None


def _to_disk(path: Path) -> None:
    """Have the operating system write ``path`` out, where it can (Windows cannot for a folder)."""
    with contextlib.suppress(PermissionError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _short(error: OSError) -> str:
    return (error.strerror or "the operating system refused").lower()


def _megabytes(size: float) -> str:
    return f"{size / 1024 / 1024:,.0f} MB"
