"""Documents given as evidence: what is taken, and where it lies.

A document is known by its beginning, not by its name alone, and lies in the workspace under a
name that says nothing. It is looked at for no harmful content: the council's own scanner does that.
"""

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from sightline.improvement.writing import NotRecorded

LARGEST = 10 * 1024 * 1024
MEGABYTE = 1024 * 1024
FOLDER = "evidence"
ZIP = b"PK\x03\x04"
BEGINNINGS = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "docx": (ZIP,),
    "xlsx": (ZIP,),
    "odt": (ZIP,),
}
WITHIN = {"docx": b"word/", "xlsx": b"xl/", "odt": b"application/vnd.oasis.opendocument.text"}
"""What a file of that kind holds among its parts: all three are folders pressed into one file."""
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "txt": "text/plain; charset=utf-8",
}
KINDS_IN_WORDS = "PDF, Word (docx), Excel (xlsx), OpenDocument text (odt), PNG, JPEG or plain text"
SAME_KIND = {"jpeg": "jpg"}


@dataclass(frozen=True)
class Stored:
    """A document that was put into the workspace."""

    file_name: str
    file_kind: str
    stored_as: str
    size: int
    sha256: str


def kind_of(name: str, content: bytes) -> str:
    """What kind of document this is. Raises NotRecorded where it is none that is taken."""
    given = Path(name).suffix.casefold().removeprefix(".")
    kind = SAME_KIND.get(given, given)
    if kind not in CONTENT_TYPES:
        raise NotRecorded("A document of that kind is not taken.", f"Give it as {KINDS_IN_WORDS}.")
    if not content:
        raise NotRecorded("The document is empty.", "Choose the file again.")
    if len(content) > LARGEST:
        raise NotRecorded(
            f"The document is larger than {LARGEST // MEGABYTE} MB.",
            "Give a smaller one, such as a PDF with smaller pictures.",
        )
    if not _is_what_it_says(kind, content):
        raise NotRecorded(
            f"The document is named .{given}, but its content is something else.",
            "Open it, save it again as what it is, and choose that file.",
        )
    return kind


def _is_what_it_says(kind: str, content: bytes) -> bool:
    if kind == "txt":
        return _is_text(content)
    return content.startswith(BEGINNINGS[kind]) and WITHIN.get(kind, b"") in content


def _is_text(content: bytes) -> bool:
    try:
        return "\x00" not in content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False


def store(name: str, content: bytes) -> Stored:
    """Put a document into the workspace, readable by its owner only."""
    kind = kind_of(name, content)
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stored_as = secrets.token_hex(16)
    handle = os.open(folder / stored_as, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
    return Stored(
        file_name=Path(name.replace("\\", "/")).name[:200],
        file_kind=kind,
        stored_as=stored_as,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def take_away(stored: Stored) -> None:
    """Remove a document that was stored and then not recorded."""
    (_folder() / stored.stored_as).unlink(missing_ok=True)


def content_of(stored_as: str, sha256: str) -> bytes | None:
    """A stored document; None where it is gone or is no longer what was given."""
    try:
        content = (_folder() / stored_as).read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == sha256 else None


def _folder() -> Path:
    if settings.WORKSPACE is None:
        raise NotRecorded(
            "No workspace is served, so a document has nowhere to lie.",
            "Start with: sightline serve --workspace FOLDER",
        )
    return Path(settings.WORKSPACE) / FOLDER
