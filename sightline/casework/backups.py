"""Back-ups: all that a workspace is, in one folder, and back again.

A back-up holds the ledger as published, the settings, keys, documents and statistics of the
workspace, and the casework database as it was at one moment after that. ``manifest.json`` lists
every file with its length and hash, and the end of the audit trail.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from sightline import __version__
from sightline.casework import audit
from sightline.ledger.workspace import Workspace
from sightline.sources.could_not import CouldNot

MANIFEST = "manifest.json"
CASEWORK_FILE, CASEWORK_DUMP = "casework.sqlite3", "casework.dump"
NAMED = "%Y-%m-%dT%H%M%SZ"
PART = ".part"
Head = tuple[int, str]
"""How many entries the audit trail holds, and the hash of the last."""
LEFT_OUT = frozenset({"ledger", CASEWORK_FILE, f"{CASEWORK_FILE}-wal", f"{CASEWORK_FILE}-shm"})


def back_up(workspace: Path, to: Path, at: datetime | None = None) -> Path:
    """Make a back-up in a new folder of ``to``, named by its moment; gives that folder.

    It appears under its name only when it is whole. Raises CouldNot where it cannot be made.
    """
    moment = (at or datetime.now(UTC)).strftime(NAMED)
    whole, part = to / moment, to / f"{moment}{PART}"
    if whole.exists():
        raise CouldNot("There is a back-up of this moment already.", "Wait a second, then go on.")
    part.mkdir(parents=True, mode=0o700)
    try:
        _copy_workspace(workspace, part)
        _write_manifest(part, _copy_casework(part))
        os.replace(part, whole)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return whole


def restore(backup: Path, workspace: Path) -> dict[str, Any]:
    """Bring a back-up into a workspace that is not there yet; gives its manifest.

    On PostgreSQL the database must hold no casework yet. Every file is held against the manifest
    first, and the audit trail against its end afterwards.
    Raises CouldNot where the back-up is not whole, or the workspace or database is not empty.
    """
    manifest = verified(backup)
    if any((workspace / name).exists() for name in ("ledger", CASEWORK_FILE, "sightline.toml")):
        raise CouldNot(
            f"There is a workspace in {workspace} already.",
            "Give a folder that is not there yet; move the old workspace aside first.",
        )
    _database_fits(backup)
    for name in manifest["files"]:
        if name == CASEWORK_DUMP:
            continue
        target = workspace / name
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copy2(backup / name, target)
    if (backup / CASEWORK_DUMP).is_file():
        _run_client("pg_restore", "--no-owner", "--exit-on-error", "--single-transaction",
                    "--dbname", _database_name(), str(backup / CASEWORK_DUMP))  # fmt: skip
    return manifest


def trail_is_the_one_backed_up(manifest: dict[str, Any]) -> bool:
    """Whether the audit trail of the open database is whole and ends as when it was backed up."""
    head = audit.head()
    kept = manifest["audit_trail"]
    return not audit.verify() and [head.entries, head.last_hash] == [
        kept["entries"],
        kept["last_hash"],
    ]


def verified(backup: Path) -> dict[str, Any]:
    """The manifest of a back-up all of whose files are there and as they were written."""
    try:
        manifest = json.loads((backup / MANIFEST).read_text(encoding="utf-8"))
        wanted = dict(manifest["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CouldNot(
            f"{backup} is no back-up of Sightline: it has no manifest that can be read.",
            "Give one of the folders that sightline backup made, named by its moment.",
        ) from error
    found = {name: _facts(backup / name) for name in _files_of(backup)}
    if wrong := sorted(set(wanted) ^ set(found) | {n for n in wanted if wanted[n] != found.get(n)}):
        raise CouldNot(
            f"The back-up is not whole: {len(wrong)} of its files are missing, added or altered, "
            f"the first being {wrong[0]}.",
            "Take an earlier back-up, and find out what touched this one.",
        )
    return manifest


def keep_the_latest(folder: Path, kept: int) -> int:
    """Remove all but the latest back-ups of a folder; how many were removed."""
    names = sorted(one.name for one in folder.iterdir() if (one / MANIFEST).is_file())
    for name in names[:-kept]:
        shutil.rmtree(folder / name)
    return len(names[:-kept])


def latest(folder: Path) -> datetime | None:
    """The moment of the latest back-up of a folder, None where there is none."""
    moments = []
    for one in folder.iterdir() if folder.is_dir() else ():
        try:
            moments.append(datetime.strptime(one.name, NAMED).replace(tzinfo=UTC))
        except ValueError:
            continue
    return max(moments, default=None)


def _copy_workspace(workspace: Path, part: Path) -> None:
    house = Workspace(workspace)
    if house.current_number():
        (part / "ledger").mkdir()
        file = house.current_file()
        # A published file is never written again; two loads later it is gone, and we say so.
        shutil.copy2(file, part / "ledger" / file.name)
        (part / "ledger" / "CURRENT").write_text(f"{file.stem}\n", encoding="ascii")
    for one in sorted(workspace.iterdir()):
        if one.name in LEFT_OUT:
            continue
        copy = shutil.copytree if one.is_dir() else shutil.copy2
        copy(one, part / one.name)


def _copy_casework(part: Path) -> Head:
    """Copy the casework database as it is at one moment; gives the end of its audit trail."""
    if connection.vendor == "postgresql":
        return _dump_casework(part / CASEWORK_DUMP)
    source = connection.settings_dict["NAME"]
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as read,
        closing(sqlite3.connect(part / CASEWORK_FILE)) as write,
    ):
        read.backup(write)
        row = write.execute("SELECT entries, last_hash FROM casework_audithead").fetchone()
    return tuple(row) if row else (0, "")


def _dump_casework(into: Path) -> Head:
    """Dump the PostgreSQL database as of the moment at which the end of the trail is read."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        head = audit.head()
        _run_client("pg_dump", "--format=custom", "--no-owner", "--no-privileges",
                    "--snapshot", snapshot, "--file", str(into), _database_name())  # fmt: skip
    return head.entries, head.last_hash


def _write_manifest(part: Path, head: Head) -> None:
    manifest = {
        "sightline": __version__,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "audit_trail": {"entries": head[0], "last_hash": head[1]},
        "files": {name: _facts(part / name) for name in _files_of(part)},
    }
    (part / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def _database_fits(backup: Path) -> None:
    """Raises CouldNot where the kind of database differs, or casework is there already."""
    is_dump = (backup / CASEWORK_DUMP).is_file()
    if is_dump != (connection.vendor == "postgresql"):
        kind = "PostgreSQL" if is_dump else "SQLite"
        raise CouldNot(
            f"This back-up was made of a casework database in {kind}.",
            "Set SIGHTLINE_DATABASE to an empty PostgreSQL database for one, leave it out for the other.",
        )
    if is_dump and "casework_person" in connection.introspection.table_names():
        raise CouldNot(
            "The PostgreSQL database holds casework already.",
            "Make an empty database and set SIGHTLINE_DATABASE to it.",
        )


def _run_client(*command: str) -> None:
    """Run one of PostgreSQL's own programs on the casework database."""
    settings = connection.settings_dict
    given = {
        "PGHOST": settings["HOST"],
        "PGPORT": str(settings["PORT"]),
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
    }
    environment = {**os.environ, **{name: value for name, value in given.items() if value}}
    try:
        subprocess.run(command, check=True, env=environment, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise CouldNot(
            f"{command[0]} is not on this machine.",
            "Install the client programs of PostgreSQL, of the server's version or later.",
        ) from error
    except subprocess.CalledProcessError as error:
        raise CouldNot(
            f"{command[0]} could not do its part (it ended with {error.returncode}).",
            "Look at the server's log; check that the role may read every table of casework.",
        ) from error


def _database_name() -> str:
    return str(connection.settings_dict["NAME"])


def _files_of(folder: Path) -> Iterator[str]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file != folder / MANIFEST:
            yield file.relative_to(folder).as_posix()


def _facts(file: Path) -> list[Any]:
    """Length in bytes and SHA-256 of a file."""
    with file.open("rb") as content:
        return [file.stat().st_size, hashlib.file_digest(content, "sha256").hexdigest()]
