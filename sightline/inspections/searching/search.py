"""Asking the search index."""

import re
import sqlite3
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from sightline.inspections.searching.index import INDEX_FILE

# Marks around the words found in a snippet. Pages turn them into <mark>, a terminal into colour.
BEGIN, END = "\x02", "\x03"


@dataclass(frozen=True)
class Filters:
    """What the passages must have; an empty filter lets everything through.

    ``authority`` is a name as in the events table, ``year`` of the inspection, ``kind`` of the
    document, ``area``, ``theme``, ``grade``, ``polarity`` as in the tables, ``source`` is
    ``finding`` or ``recommendation``.
    """

    authority: str = ""
    year: int | None = None
    kind: str = ""
    area: str = ""
    theme: str = ""
    grade: str = ""
    polarity: str = ""
    source: str = ""


@dataclass(frozen=True)
class Hit:
    """One passage found, with the words found marked in ``snippet`` by BEGIN and END."""

    source: str
    file: str
    page: int
    paragraph: str
    kind: str
    authority: str
    urn: str
    year: int | None
    area: str
    grade: str
    polarity: str
    text: str
    snippet: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """How many passages were found in all, and those of the page asked for, best first."""

    total: int
    hits: list[Hit]


class NoIndex(Exception):
    """There is no search index: nothing has been read into this folder."""


def search(
    folder: Path,
    words: str,
    filters: Filters | None = None,
    *,
    limit: int = 20,
    offset: int = 0,
) -> Found:
    """Passages with all the words, in any form ("visit" finds "visited"); "in quotes" word by word.

    A word with a minus before it must not be there. Without words the filters alone choose, newest
    first. Raises NoIndex where nothing was read into the folder.
    """
    path = folder / INDEX_FILE
    if not path.exists():
        raise NoIndex(f"There is no search index in {folder.name}.")
    asked = match_expression(words)
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    try:
        return _ask(connection, asked, filters or Filters(), limit, offset)
    finally:
        connection.close()


def match_expression(words: str) -> str:
    """The reader's words as an expression of the index; nothing they type is an operator of its own.

    "" where there is no word to look for (a minus alone excludes nothing).
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in re.findall(r'(-?)(?:"([^"]+)"|([^\s"]+))', words):
        plain = " ".join(re.findall(r"\w+", phrase or word))
        if plain:
            (unwanted if minus else wanted).append(f'"{plain}"')
    if not wanted:
        return ""
    return " AND ".join(wanted) + "".join(f" NOT {each}" for each in unwanted)


def _ask(
    connection: sqlite3.Connection, asked: str, filters: Filters, limit: int, offset: int
) -> Found:
    tables, conditions, values = _conditions(asked, filters)
    where = f"where {' and '.join(conditions)}" if conditions else ""
    total = connection.execute(f"select count(*) from {tables} {where}", values).fetchone()[0]
    order = "rank" if asked else "year desc, file, passage.number"
    # Only numbers are sorted: a snippet of every match would cost more than all the rest.
    numbers = connection.execute(
        f"select passage.number from {tables} {where} order by {order} limit ? offset ?",
        [*values, limit, offset],
    ).fetchall()
    return Found(total, [_hit(connection, number, asked) for (number,) in numbers])


def _conditions(asked: str, filters: Filters) -> tuple[str, list[str], list[object]]:
    tables = "passage"
    conditions: list[str] = []
    values: list[object] = []
    if asked:
        tables = "words cross join passage on passage.number = words.rowid"
        conditions.append("words match ?")
        values.append(asked)
    for name, value in asdict(replace(filters, theme="")).items():
        if value:
            conditions.append(f"passage.{name} = ?")
            values.append(value)
    if filters.theme:
        conditions.append("passage.number in (select number from passage_theme where theme = ?)")
        values.append(filters.theme)
    return tables, conditions, values


def _hit(connection: sqlite3.Connection, number: int, asked: str) -> Hit:
    row = connection.execute("select * from passage where number = ?", [number]).fetchone()
    themes = connection.execute(
        "select theme from passage_theme where number = ? order by rowid", [number]
    ).fetchall()
    fields = {name: row[name] for name in row.keys() if name != "number"}  # noqa: SIM118
    return Hit(
        **fields,
        snippet=_snippet(connection, number, asked) if asked else row["text"],
        themes=tuple(theme for (theme,) in themes),
    )


def _snippet(connection: sqlite3.Connection, number: int, asked: str) -> str:
    (snippet,) = connection.execute(
        f"select snippet(words, 0, '{BEGIN}', '{END}', ' … ', 40) from words "
        "where words match ? and rowid = ?",
        [asked, number],
    ).fetchone()
    return snippet
