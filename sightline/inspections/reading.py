"""Read a folder of inspection documents: the one function that commands and pages call."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from sightline.inspections.apart import Progress, read_apart
from sightline.inspections.authorities import authority_with_urn, plain_name
from sightline.inspections.could_not_read import NothingToRead
from sightline.inspections.download_index import IndexEntry, read_index
from sightline.inspections.facts import Documents, Event
from sightline.inspections.held import held_documents
from sightline.inspections.one_document import AUTHORITY_UNKNOWN

__all__ = ["NothingToRead", "documents_among", "read_documents"]

SUFFIXES = (".pdf", ".txt")


def read_documents(
    paths: list[Path],
    *,
    index: Path | None = None,
    progress: Progress | None = None,
    processes: int | None = None,
    findings: bool = True,
    held: Path | None = None,
) -> Documents:
    """Read every PDF and text file of the paths (files or folders) into facts.

    ``index`` is a list of what was downloaded (file, urn, authority, published): it dates the
    reports that print no date. Without it, an ``index.csv`` beside the documents is used.
    ``held`` is a folder that ``write_tables`` wrote: files it has, unchanged, are not read again.
    Without ``findings``, only events, judgements and recommendations are read (no paragraphs).
    Every file becomes exactly one event, unreadable ones with the reason, in the order given.
    """
    files = documents_among(paths)
    entries = read_index(index) if index else _indexes_beside(files)
    names = dict(zip(files, _names(files), strict=True))
    kept = held_documents(held, names) if held and findings else {}
    unread = [path for path in files if path not in kept]
    done = len(files) - len(unread)
    tell = progress or (lambda done, total: None)
    read = read_apart(
        [(path, names[path]) for path in unread],
        progress=lambda some, _: tell(done + some, len(files)),
        processes=processes,
        findings=findings,
    )
    kept |= dict(zip(unread, read, strict=True))
    documents = Documents()
    for path in files:
        documents.add(kept[path])
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
