"""The Dataset in a database: PostgreSQL, or SQL Server (tested as text only, not run).

The address says where: ``postgresql://user@host/database``, with ``?schema=NAME`` where several
schemas hold the Dataset; ``postgresql:///database`` is one of this machine. The password comes from the address or, better, from where the server's
own tools look for it (PGPASSWORD, .pgpass). Nothing is created and nothing but SELECTs is sent.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult

import pyarrow as pa

from sightline.records.ssd_fields import SSD_FIELDS
from sightline.sources.arrival import Arrival
from sightline.sources.could_not import CouldNot
from sightline.sources.ssd.as_they_stand import (
    TablesAsTheyStand,
    names_wanted,
    ssd_table,
    under_own_names,
)
from sightline.sources.ssd.dialects import (
    BY_SCHEME,
    COLUMNS_OF_THE_DATASET,
    Dialect,
    connect,
    refusals_said,
    rows_in_parts,
    schema_wanted,
    taken_apart,
)
from sightline.sources.ssd.into_records import into_records
from sightline.sources.typing_rows import SourceRows

KIND = "Standard Safeguarding Dataset, database"
# A path made of an address has lost one of its two strokes.
ADDRESS = re.compile(rf"({'|'.join(BY_SCHEME)}):/+(.*)", re.IGNORECASE | re.DOTALL)

_ARROW_TYPES = (
    (("timestamp", "datetime"), pa.timestamp("us")),
    (("date",), pa.date32()),
    (("bool", "bit"), pa.bool_()),
    (("int",), pa.int64()),
    (("numeric", "decimal", "double", "float", "real"), pa.float64()),
)


@dataclass(frozen=True)
class FoundTable:
    """A table of the Dataset as it is called here: its columns by their names in small letters."""

    schema: str
    name: str
    columns: dict[str, str]
    types: dict[str, pa.DataType]


def looks_like_this(source: Path | str) -> bool:
    """True for the address of a database."""
    return ADDRESS.fullmatch(str(source)) is not None


def name_of(source: Path | str) -> str:
    """The database's name, and the schema's where the address gives one."""
    address = _address(source)
    database, schema = address.path.strip("/") or "database", schema_wanted(address)
    return f"{database}, schema {schema}" if schema else database


def fingerprint(source: Path | str) -> str:
    """The same for the same rows, asked of the server without fetching them."""
    address = _address(source)
    dialect = BY_SCHEME[address.scheme]
    with closing(connect(address)) as connection, refusals_said(dialect):
        return _fingerprint(connection, dialect, _find(connection, dialect, address))


def read(source: Path | str, progress: Callable[[int, int], None] | None = None) -> Arrival:
    """Read every table of the Dataset into record tables, all as of one moment.

    Raises CouldNot where the database cannot be reached, holds no table of the Dataset, or holds
    it in several schemas and the address names none.
    """
    address = _address(source)
    dialect = BY_SCHEME[address.scheme]
    standing = TablesAsTheyStand(KIND, name_of(source))
    with closing(connect(address)) as connection, refusals_said(dialect):
        found = _find(connection, dialect, address)
        before = _fingerprint(connection, dialect, found)
        for done, (table, where) in enumerate(found.items()):
            if progress:
                progress(done, len(found))
            rows = _read_table(connection, dialect, table, where)
            standing.tables[table] = under_own_names(table, rows)
        # PostgreSQL shows one moment throughout. SQL Server shows each table as it is when read.
        if _fingerprint(connection, dialect, found) != before:
            raise CouldNot(
                f"The database {standing.name} changed while it was read.",
                "Wait until the extract has finished writing, then load again.",
            )
    if dialect.caution:
        standing.notes.append(dialect.caution)
    arrival = into_records(standing)
    arrival.fingerprint = before
    return arrival


def _fingerprint(connection: Any, dialect: Dialect, found: dict[str, FoundTable]) -> str:
    digest = hashlib.sha256()
    for table, where in sorted(found.items()):
        statement = dialect.select_checksum(where.schema, where.name)
        said = _all_rows(connection, dialect, statement)
        digest.update(f"{table}\0{sorted(where.columns)}\0{said}\0".encode())
    return digest.hexdigest()


def _address(source: Path | str) -> SplitResult:
    if not looks_like_this(source):
        raise CouldNot(
            "This is no address of a database.",
            "Write it as postgresql://user@host/database or mssql://host/database.",
        )
    return taken_apart(str(source))


def _find(connection: Any, dialect: Dialect, address: SplitResult) -> dict[str, FoundTable]:
    """The tables of the Dataset in the one schema that holds it, by the Dataset's names."""
    schemas: dict[str, dict[str, FoundTable]] = defaultdict(dict)
    for schema, name, column, kind in _all_rows(connection, dialect, COLUMNS_OF_THE_DATASET):
        table = ssd_table(name)
        if table is None:
            continue
        found = schemas[schema].setdefault(table, FoundTable(schema, name, {}, {}))
        if found.name == name:
            found.columns.setdefault(column.lower(), column)
            found.types.setdefault(column.lower(), _arrow_type(kind))
    return schemas[_one_schema(schemas, schema_wanted(address))]


def _one_schema(schemas: dict[str, dict[str, FoundTable]], wanted: str) -> str:
    if wanted:
        for schema in schemas:
            if schema.lower() == wanted.lower():
                return schema
        raise CouldNot(
            f"The schema {wanted} holds no table of the Standard Safeguarding Dataset.",
            f"Name one that does: {', '.join(sorted(schemas)) or 'this user can see none'}.",
        )
    most = max((len(tables) for tables in schemas.values()), default=0)
    fullest = sorted(schema for schema, tables in schemas.items() if len(tables) == most)
    if not fullest:
        raise CouldNot(
            "This user can see no table of the Standard Safeguarding Dataset in the database.",
            "Check the database's name, and that the user may read the tables called ssd_.",
        )
    if len(fullest) > 1:
        raise CouldNot(
            f"Several schemas hold the Dataset: {', '.join(fullest)}.",
            "Say which by adding ?schema=NAME to the address.",
        )
    return fullest[0]


def _arrow_type(kind: str) -> pa.DataType:
    """How values of a column's declared type are held; text where nothing else fits."""
    for words, arrow_type in _ARROW_TYPES:
        if kind.lower().startswith(words) or (words == ("int",) and kind.lower().endswith("int")):
            return arrow_type
    return pa.string()


def _read_table(connection: Any, dialect: Dialect, table: str, where: FoundTable) -> SourceRows:
    names = [name for name in names_wanted(table) if name in where.columns]
    statement = dialect.select(
        where.schema,
        where.name,
        [where.columns[name] for name in names],
        order_by=where.columns.get(_first_field(table), ""),
    )
    parts: list[list[pa.Array]] = []
    for rows in rows_in_parts(connection, dialect, statement):
        values = zip(*rows, strict=True)
        parts.append(
            [
                _as_array(column, where.types[name])
                for name, column in zip(names, values, strict=True)
            ]
        )
    columns = {
        name: pa.chunked_array([part[place] for part in parts], where.types[name])
        for place, name in enumerate(names)
    }
    count = sum(len(part[0]) for part in parts) if names else 0
    return SourceRows(
        columns,
        pa.repeat(pa.scalar(where.name), count),
        pa.array(range(1, count + 1), pa.int64()),
    )


def _first_field(table: str) -> str:
    """The field the rows are put in order by, so that a row keeps its number."""
    return next(field.field for field in SSD_FIELDS if field.table == table)


def _as_array(values: tuple[Any, ...], arrow_type: pa.DataType) -> pa.Array:
    if pa.types.is_string(arrow_type):
        values = tuple(None if value is None else str(value) for value in values)
    elif pa.types.is_floating(arrow_type):
        values = tuple(None if value is None else float(value) for value in values)
    return pa.array(values, arrow_type)


def _all_rows(connection: Any, dialect: Dialect, statement: str) -> list[tuple[Any, ...]]:
    return [row for part in rows_in_parts(connection, dialect, statement) for row in part]
