"""The made-up authority as the Standard Safeguarding Dataset in a PostgreSQL database."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pyarrow as pa
import pyarrow.parquet as pq

from sightline.sources.could_not import CouldNot
from sightline.sources.ssd.dialects import BY_SCHEME, schema_wanted, without_schema
from sightline.synthetic.writing import MADE_UP

SCHEME = "postgresql"
DEFAULT_SCHEMA = "ssd_development"
TYPES = {pa.timestamp("ms"): "timestamp", pa.int64(): "integer", pa.float64(): "double precision"}
TEXT = "varchar(4000)"


def write_ssd_database(
    folder: Path,
    address: str,
    *,
    named: Callable[[str], str] = str,
    progress: Callable[[int, int], None] | None = None,
) -> str:
    """Put the Dataset in ``folder`` into the database at ``address``; gives the address to load.

    ``address``  postgresql://user@host/database, with ?schema=NAME for another schema than
                 ``ssd_development``. The schema is made; one that is there is left alone.
    ``named``    how the database spells a table's or column's name: some are all capitals.

    Raises CouldNot where the address is no PostgreSQL database, or the schema is there already.
    """
    place = urlsplit(address)
    if place.scheme != SCHEME:
        raise CouldNot(
            f"{place.scheme or 'This'} is no address of a PostgreSQL database.",
            "Give one such as postgresql://user@host/database.",
        )
    psycopg = BY_SCHEME[SCHEME].driver()
    schema = schema_wanted(place) or DEFAULT_SCHEMA
    quoted = BY_SCHEME[SCHEME].quoted
    files = sorted(folder.glob("ssd_*.parquet"))
    with _connected(psycopg, without_schema(place)) as connection:
        try:
            connection.execute(f"CREATE SCHEMA {quoted(schema)}")
        except psycopg.errors.DuplicateSchema as error:
            raise CouldNot(
                f"The database has a schema {schema} already, and nothing of it is overwritten.",
                "Name another with ?schema=NAME at the end of the address, or drop this one.",
            ) from error
        made_up = MADE_UP["made_up"].replace("'", "''")
        connection.execute(f"COMMENT ON SCHEMA {quoted(schema)} IS '{made_up}'")
        for done, file in enumerate(files):
            if progress:
                progress(done, len(files))
            _write_table(connection, f"{quoted(schema)}.{quoted(named(file.stem))}", file, named)
    return address if schema_wanted(place) else _with_schema(address, schema)


def _connected(psycopg: Any, address: str) -> Any:
    try:
        return psycopg.connect(address)
    except psycopg.OperationalError as error:
        raise CouldNot(
            "The database cannot be reached.",
            "Check the address, that the server is up, and that this user may connect to it.",
        ) from error


def _write_table(connection: Any, table: str, file: Path, named: Callable[[str], str]) -> None:
    quoted = BY_SCHEME[SCHEME].quoted
    rows = pq.read_table(file)
    columns = ", ".join(
        f"{quoted(named(field.name))} {TYPES.get(field.type, TEXT)}" for field in rows.schema
    )
    connection.execute(f"CREATE TABLE {table} ({columns})")
    with connection.cursor().copy(f"COPY {table} FROM STDIN") as copy:
        for batch in rows.to_batches():
            for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                copy.write_row(row)


def _with_schema(address: str, schema: str) -> str:
    return f"{address}{'&' if urlsplit(address).query else '?'}schema={schema}"
