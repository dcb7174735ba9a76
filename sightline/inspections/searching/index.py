"""The search index: one SQLite file beside the tables, made anew from them and put in place whole."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sightline.inspections.facts import Documents, Event

INDEX_FILE = "search.sqlite"

_SCHEMA = """
create table passage (
    number integer primary key,
    source text not null,     -- finding or recommendation
    file text not null,
    page integer not null,
    paragraph text not null,
    kind text not null,       -- of the document
    authority text not null,
    urn text not null,
    year integer,             -- of the inspection's last day, or of its publication
    area text not null,
    grade text not null,      -- of the passage's area, or the overall grade where it has none
    polarity text not null,
    text text not null
);
create table passage_theme (theme text not null, number integer not null) ;
create virtual table words using fts5(
    text, content='passage', content_rowid='number', tokenize='porter unicode61'
);
"""

_AFTER = """
create index passage_theme_by_theme on passage_theme (theme, number);
create index passage_theme_by_number on passage_theme (number);
insert into words (words) values ('rebuild');
insert into words (words) values ('optimize');
analyze;
"""


def build_index(documents: Documents, folder: Path) -> int:
    """Write ``search.sqlite`` in the folder; returns how many passages it holds.

    Readers of the old index are not disturbed: the new file takes its name at once.
    """
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / (INDEX_FILE + ".part")
    unfinished.unlink(missing_ok=True)
    passages = list(_passages(documents))
    connection = sqlite3.connect(unfinished)
    try:
        with connection:
            connection.executescript(_SCHEMA)
            connection.executemany(
                f"insert into passage values ({','.join('?' * 13)})",
                [(number, *passage) for number, (passage, _) in enumerate(passages, start=1)],
            )
            connection.executemany(
                "insert into passage_theme values (?, ?)",
                [
                    (theme, number)
                    for number, (_, themes) in enumerate(passages, start=1)
                    for theme in themes
                ],
            )
            connection.executescript(_AFTER)
    finally:
        connection.close()
    os.replace(unfinished, folder / INDEX_FILE)
    return len(passages)


def _passages(documents: Documents) -> Iterator[tuple[tuple, tuple[str, ...]]]:
    """Every passage as a row of the index, with its themes."""
    events = {event.file: event for event in documents.events}
    grades = {(each.file, each.area): each.grade for each in documents.judgements}

    def of_document(event: Event, area: str) -> tuple:
        overall = grades.get((event.file, "overall_effectiveness"), "")
        day = event.ends or event.published
        year = day.year if day else None
        return (
            event.kind,
            event.authority,
            event.urn,
            year,
            area,
            grades.get((event.file, area), overall),
        )

    for finding in documents.findings:
        event = events[finding.file]
        place = ("finding", finding.file, finding.page, finding.paragraph)
        about = of_document(event, finding.area)
        yield (*place, *about, finding.polarity, finding.text), finding.themes
    for item in documents.recommendations:
        event = events[item.file]
        place = ("recommendation", item.file, item.page, item.number_as_printed)
        yield (*place, *of_document(event, ""), "weakness", item.text), item.themes
