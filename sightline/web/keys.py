"""Secret keys of a workspace: made once, kept in the workspace, readable by their owner only."""

import os
import secrets
from pathlib import Path


def key_of(workspace: Path, name: str) -> str:
    """The workspace's key of that name; made on first use."""
    return kept_secret(workspace, name, lambda: secrets.token_urlsafe(50))


def kept_secret(workspace: Path, name: str, make) -> str:
    """A secret kept in ``keys/`` of the workspace, made by ``make`` where there is none yet."""
    folder = workspace / "keys"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / name
    try:
        # O_EXCL: of two processes that start at once, one makes the key and the other reads it.
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="utf-8").strip()
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(make())
    return file.read_text(encoding="utf-8").strip()
