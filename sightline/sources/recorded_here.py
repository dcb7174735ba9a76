"""The door for what people record in Sightline itself, read from views of the casework database.

The web application declares one view for each record table it records, named ``recorded_`` and the
table: ``recorded_return_interviews``. This door takes whichever views there are and imports nothing
of the application. A view's columns are

- those of the record table it fills, under the record table's names; others are passed over;
- ``recorded_by``: a number or word that stands for the person, and says nothing of their role;
- ``recorded_on``: the day it was recorded.

A row recorded here often belongs to a row of another source, whose ids change overnight. It names
that row by the day it happened: ``missing_episode`` holds ``2024-03-01`` for the child's missing
episode that began on that day.

The database is a file of SQLite, or PostgreSQL by its address with ``--as recorded-here``. Nothing
but SELECTs is sent.
"""

import hashlib
import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult

import pyarrow as pa

from sightline.records.table import Table
from sightline.records.tables import TABLES
from sightline.sources.arrival import FILE, ROW, Arrival, ArrivedTable, UnreadFile, typed_schema
from sightline.sources.could_not import CouldNot
from sightline.sources.ssd import dialects
from sightline.sources.typing_rows import SourceRows, typed_table

KIND = "Recorded here"
VIEW = "recorded_"
BY, ON = "recorded_by", "recorded_on"
NOBODY_YET = "nobody has recorded any here yet"
SQLITE_BEGINS_WITH = b"SQLite format 3\0"
# A path made of an address has lost one or two of its strokes.
ADDRESS = re.compile(r"(sqlite|postgres(?:ql)?):/+(.*)", re.IGNORECASE | re.DOTALL)

Views = dict[str, tuple[list[str], list[tuple[Any, ...]]]]
"""By record table: the columns of its view in small letters, and the rows."""


def is_address(source: Path) -> bool:
    """True for the address of a database of a kind that can hold what is recorded."""
    return ADDRESS.fullmatch(str(source)) is not None


def looks_like_this(source: Path) -> bool:
    """True for a file of SQLite, and for an address."""
    if is_address(source):
        return True
    if not source.is_file():
        return False
    with source.open("rb") as content:
        return content.read(len(SQLITE_BEGINS_WITH)) == SQLITE_BEGINS_WITH


def fingerprint(source: Path) -> str:
    """The same for the same rows."""
    return _fingerprint(_views(source))


def read(source: Path, progress: Callable[[int, int], None] | None = None) -> Arrival:
    """Read every view there is, all as of one moment.

    A view that lacks who or when is listed and the others go on. Raises CouldNot where the
    database cannot be read or has no such view.
    """
    views = _views(source)
    if not views:
        raise CouldNot(
            "The database holds no view of what is recorded here.",
            "Give the casework database of Sightline's web application, brought up to date with "
            "sightline serve, whose views are called recorded_ and a record table.",
        )
    arrival = Arrival(KIND, {}, fingerprint=_fingerprint(views))
    for done, (name, (columns, rows)) in enumerate(sorted(views.items())):
        if progress:
            progress(done, len(views))
        if missing := [one for one in (BY, ON) if one not in columns]:
            arrival.unread_files.append(_without(name, missing))
            arrival.unread_tables |= {name}
        else:
            arrival.tables[name] = _typed(TABLES[name], columns, rows)
    arrival.tables["extract"] = _extract(views)
    return arrival


def _without(name: str, missing: list[str]) -> UnreadFile:
    return UnreadFile(
        f"{VIEW}{name}",
        f"The view does not say {' and '.join(missing)}.",
        "Declare the view with both, so that every row can be traced to a person and a day.",
    )


def typed_rows(name: str, columns: list[str], rows: list[tuple[Any, ...]]) -> pa.Table:
    """Rows of the view of record table ``name``, read as a load reads them."""
    read = _typed(TABLES[name], [column.lower() for column in columns], rows).rows
    return read.select(TABLES[name].column_names).cast(TABLES[name].arrow_schema)


def _typed(table: Table, columns: list[str], rows: list[tuple[Any, ...]]) -> ArrivedTable:
    """The rows of one view; the place of each says who recorded it, to be asked about a fault."""
    by = columns.index(BY)
    loose = {
        column: pa.array([_text(row[place]) for row in rows], pa.string())
        for place, column in enumerate(columns)
        if column in table.column_names
    }
    places = pa.array([f"{VIEW}{table.name}, by {row[by]}" for row in rows], pa.string())
    numbers = pa.array(range(1, len(rows) + 1), pa.int64())
    read = typed_table(table, SourceRows(loose, places, numbers))
    if not rows:
        # Every table may be filled here; that nobody has is no news of any child.
        read.partly |= dict.fromkeys(table.column_names, NOBODY_YET)
    return read


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _extract(views: Views) -> ArrivedTable:
    """What is recorded speaks up to the latest day anything was; of how far back it says nothing."""
    days = [
        date.fromisoformat(str(row[columns.index(ON)])[:10])
        for columns, rows in views.values()
        if ON in columns
        for row in rows
        if _is_day(row[columns.index(ON)])
    ]
    said = {"extract_day": max(days, default=None), FILE: KIND, ROW: 0}
    rows = pa.Table.from_pylist([said], typed_schema(TABLES["extract"]))
    return ArrivedTable(TABLES["extract"], rows, frozenset({"extract_day"}))


def _is_day(value: Any) -> bool:
    try:
        date.fromisoformat(str(value)[:10])
    except ValueError:
        return False
    return True


def _fingerprint(views: Views) -> str:
    digest = hashlib.sha256()
    for name, (columns, rows) in sorted(views.items()):
        digest.update(repr((name, columns, sorted(map(repr, rows)))).encode())
    return digest.hexdigest()


def _views(source: Path) -> Views:
    match = ADDRESS.fullmatch(str(source))
    if match and match[1].lower() != "sqlite":
        return _views_of_postgresql(dialects.taken_apart(str(source)))
    return _views_of_sqlite(_file(match[2]) if match else source)


def _file(path: str) -> Path:
    """The file an address names: the strokes that a path loses tell whether it starts at the root."""
    rooted = Path("/") / path
    return rooted if rooted.exists() else Path(path)


def _views_of_sqlite(file: Path) -> Views:
    if not file.is_file():
        raise CouldNot(f"There is no database file {file}.", "Check the path and give it again.")
    try:
        address = f"{file.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            connection.execute("BEGIN")  # every view as of one moment
            named = connection.execute(
                "SELECT name FROM sqlite_master WHERE type IN ('view', 'table')"
            ).fetchall()
            return {
                table: _read_view(connection.cursor(), f'"{view}"')
                for table, view in _wanted(name for (name,) in named)
            }
    except sqlite3.Error as error:
        raise CouldNot(
            f"The casework database {file.name} cannot be read.",
            "Check that it is whole and that this user may read it, then load again.",
        ) from error


def _views_of_postgresql(address: SplitResult) -> Views:
    schema = dialects.schema_wanted(address) or "public"
    dialect = dialects.POSTGRESQL
    try:
        with closing(dialects.connect(address)) as connection:
            cursor = connection.cursor()
            cursor.execute(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = %s", [schema]
            )
            return {
                table: _read_view(cursor, f"{dialect.quoted(schema)}.{dialect.quoted(view)}")
                for table, view in _wanted([name for (name,) in cursor.fetchall()])
            }
    except dialect.driver().Error as error:
        raise CouldNot(
            "The casework database did not answer.",
            f"Check that the server is up and that this user may read the views called {VIEW}.",
        ) from error


def _wanted(names: Iterable[str]) -> list[tuple[str, str]]:
    """Record tables and the views that fill them; what is known of a source is not recorded."""
    return [
        (table, name)
        for name in sorted(names)
        if (table := name.lower().removeprefix(VIEW)) != name.lower()
        and table in TABLES
        and table != "extract"
    ]


def _read_view(cursor: Any, view: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    cursor.execute(f"SELECT * FROM {view}")
    columns = [described[0].lower() for described in cursor.description]
    return columns, [tuple(row) for row in cursor.fetchall()]
