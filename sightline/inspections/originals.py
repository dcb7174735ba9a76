"""The original documents: where the read files lie, and pictures of their pages.

The tables name a file, not its place. The place is kept beside them, so that a page can be shown
as the inspectors set it. A file that has changed since it was read is not shown.
"""

import hashlib
import io
import json
import os
from collections.abc import Iterable
from pathlib import Path

import pypdfium2

PLACES_FILE = "originals.json"
WIDTH = 900  # pixels: readable on a page 960 wide


class NoPicture(Exception):
    """The page cannot be shown; the message says why in the reader's words."""


def remember_originals(paths: Iterable[Path], folder: Path) -> None:
    """Keep where each file lies; what was remembered of other files stays."""
    places = _places(folder)
    places.update((path.name, str(path.resolve())) for path in paths)
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / (PLACES_FILE + ".part")
    unfinished.write_text(json.dumps(places, indent=0, sort_keys=True), encoding="utf-8")
    os.replace(unfinished, folder / PLACES_FILE)


def original_of(folder: Path, file: str, sha256: str) -> Path:
    """The original of a read file. Raises NoPicture where it is gone or is no longer the same."""
    place = _places(folder).get(file)
    if not place or not Path(place).is_file():
        raise NoPicture("The original document is no longer where it was read from.")
    path = Path(place)
    with path.open("rb") as handle:
        if hashlib.file_digest(handle, "sha256").hexdigest() != sha256:
            raise NoPicture("The original document has changed since it was read.")
    return path


def page_picture(original: Path, page: int, width: int = WIDTH) -> bytes:
    """One page as PNG, ``width`` pixels wide. ``page`` counts from 1.

    Raises NoPicture where the document has no such page or cannot be opened.
    """
    try:
        document = pypdfium2.PdfDocument(original)
    except pypdfium2.PdfiumError as error:
        raise NoPicture("The original document cannot be opened.") from error
    try:
        if not 1 <= page <= len(document):
            raise NoPicture(f"The document has {len(document)} pages: there is no page {page}.")
        sheet = document[page - 1]
        image = sheet.render(scale=width / sheet.get_width()).to_pil()
        picture = io.BytesIO()
        image.convert("P").save(picture, "PNG", optimize=True)
        return picture.getvalue()
    finally:
        document.close()


def _places(folder: Path) -> dict[str, str]:
    path = folder / PLACES_FILE
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
