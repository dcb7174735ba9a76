"""A PostgreSQL server of the tests' own, in a folder that goes away with it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "sightline"
# The server refuses to run as root; nobody is there on every Debian.
AS_NOBODY = ("runuser", "-u", "nobody", "--")


def programs() -> Path | None:
    """The folder of the newest PostgreSQL on this machine, None where there is none."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: path.parts[-3].zfill(4)
    )
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def server(bin_folder: Path) -> Iterator[str]:
    """Start a server on a socket of its own; gives the address of its database."""
    folder = Path(tempfile.mkdtemp(prefix="sightline-pg-"))
    before = AS_NOBODY if os.geteuid() == 0 else ()
    if before:
        shutil.chown(folder, "nobody")
    data = folder / "data"
    try:
        _run(*before, bin_folder / "initdb", "-D", data, "-U", USER, "-A", "trust", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c shared_buffers=16MB"
        log = folder / "log"
        _run(*before, bin_folder / "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start")
        try:
            yield f"postgresql://{USER}@localhost/postgres?host={folder}"
        finally:
            _run(*before, bin_folder / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, cwd="/")
