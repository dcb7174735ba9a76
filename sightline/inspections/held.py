"""What an earlier reading wrote, taken again for files that have not changed since.

A stamp beside the tables says which reader wrote them: the code and the vocabulary, by hash. A
reader that has changed since reads everything again. Files that could not be read are tried again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sightline.inspections.authorities import authority_named
from sightline.inspections.facts import TABLES, Documents, Event
from sightline.inspections.one_document import AUTHORITY_UNKNOWN
from sightline.inspections.searching.index import INDEX_FILE
from sightline.inspections.tables import STAMP, read_tables, reader_stamp

_FROM_OUTSIDE = re.compile(
    r"(?:The index says|It is the same file as)[^.]*(?:\.pdf|\.txt)?[^.]*\.\s*"
)


def held_documents(folder: Path, names: Mapping[Path, str]) -> dict[Path, Documents]:
    """For each file that the folder's tables hold unchanged: what they say of it."""
    if not _is_ours(folder):
        return {}
    by_file = _by_file(read_tables(folder))
    kept: dict[Path, Documents] = {}
    for path, name in names.items():
        one = by_file.get(name)
        if one is None or one.events[0].unreadable_because:
            continue
        if hashlib.sha256(path.read_bytes()).hexdigest() == one.events[0].sha256:
            kept[path] = replace(one, events=[_as_read(one.events[0])])
    return kept


def are_held(documents: Documents, folder: Path) -> bool:
    """Whether the folder's tables and search index are of just these documents already.

    The reader's stamp and the events decide: the same files, by hash, read by the same reader, give
    the same rows.
    """
    return (
        _is_ours(folder)
        and (folder / INDEX_FILE).is_file()
        and read_tables(folder, only=("events",)).events == documents.events
    )


def _is_ours(folder: Path) -> bool:
    path = folder / STAMP
    return path.is_file() and path.read_text(encoding="ascii").strip() == reader_stamp()


def _by_file(documents: Documents) -> dict[str, Documents]:
    found: dict[str, Documents] = {}
    for event in documents.events:
        found[event.file] = Documents(events=[event])
    for table in TABLES:
        if table == "events":
            continue
        for row in getattr(documents, table):
            getattr(found[row.file], table).append(row)
    return found


def _as_read(event: Event) -> Event:
    """The event as the document alone gave it, before the index of downloads was asked."""
    doubts = _FROM_OUTSIDE.sub("", event.doubtful_because).strip()
    if event.published_from == "index":
        event = replace(event, published=None, published_from="")
    named = authority_named(event.authority_as_printed, event.starts or event.published)
    if named is None and event.authority_as_printed and AUTHORITY_UNKNOWN not in doubts:
        doubts = f"{AUTHORITY_UNKNOWN} {doubts}".strip()
    return replace(
        event,
        authority=named.name if named else event.authority_as_printed,
        urn=named.urn if named else "",
        authority_code=named.code if named else "",
        ons_code=named.ons_code if named else "",
        doubtful_because=doubts,
    )
