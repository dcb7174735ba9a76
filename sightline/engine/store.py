"""The only place DuckDB is opened. Everything above speaks to the Ibis backend given here."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import duckdb
import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa

from sightline.engine.true_dates import TrueDatesBackend as Backend

NoSuchTable = duckdb.CatalogException
"""What DuckDB raises where a table asked about is not there."""

# Ibis would merge nested selects into one, which doubles the time of compiling; engines do it too.
ibis.options.sql.fuse_selects = False

SETTINGS = {
    # Nothing is fetched from a network, whatever an expression asks for.
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    # Ibis writes lambdas with an arrow, which DuckDB 2 reads only when told to.
    "lambda_syntax": "ENABLE_SINGLE_ARROW",
}


def open_memory(**settings: Any) -> Backend:
    """An empty DuckDB held in memory; ``settings`` are DuckDB's own, such as ``threads=1``."""
    return Backend().connect(":memory:", **SETTINGS, **settings)


def open_file(path: Path, *, read_only: bool, **settings: Any) -> Backend:
    """The DuckDB file at ``path``; made where it is missing unless ``read_only``.

    FileNotFoundError where a file to be read is missing. While one process holds the file for
    writing no other can open it, not even to read: the ledger never writes a published file.
    """
    if read_only and not path.is_file():
        raise FileNotFoundError(f"There is no ledger file at {path}.")
    return Backend().connect(str(path), read_only=read_only, **SETTINGS, **settings)


def load_tables(backend: Backend, tables: Mapping[str, pa.Table]) -> dict[str, ibis.Table]:
    """Make each Arrow table a table of that name in ``backend``, in place of one it holds."""
    return {
        name: backend.create_table(name, table, overwrite=True) for name, table in tables.items()
    }


Rows: TypeAlias = ir.Table | pa.Table | str
"""An expression, rows in memory, or a query that ``sql_of`` gave."""


def keep(backend: Backend, name: str, rows: Rows, *, database: str | None = None) -> ir.Table:
    """Make ``rows`` the table ``name``, in place of one that is there, and give it back.

    Without a ``database`` (a schema of the file) it is kept only as long as the backend is open.
    """
    kind = "TABLE" if database else "TEMP TABLE"
    query = sql_of(backend, ibis.memtable(rows) if isinstance(rows, pa.Table) else rows)
    backend.raw_sql(f"CREATE OR REPLACE {kind} {_place(name, database)} AS {query}")
    return backend.table(name, database=database or ("temp", "main"))


def add(backend: Backend, name: str, rows: ir.Table | str, *, database: str | None = None) -> None:
    """Add ``rows`` to the table ``name`` that ``keep`` made, column by column of the same names."""
    backend.raw_sql(f"INSERT INTO {_place(name, database)} BY NAME {sql_of(backend, rows)}")


def put_in_order(backend: Backend, name: str, by: Sequence[str], *, database: str) -> None:
    """Write the rows of a kept table anew, ordered by the columns ``by``.

    DuckDB skips what cannot hold a value that is looked for, so the few rows of one of many are
    found in a table that lies in their order without reading the others.
    """
    place = _place(name, database)
    backend.raw_sql(
        f"CREATE OR REPLACE TABLE {place} AS SELECT * FROM {place} ORDER BY {', '.join(by)}"
    )


def take_out(
    backend: Backend,
    name: str,
    rows: ir.Table,
    columns: Sequence[str],
    *,
    database: str | None = None,
) -> None:
    """Delete the rows of the table ``name`` that have the values of ``rows`` in ``columns``."""
    of_key = ", ".join(columns)
    backend.raw_sql(
        f"DELETE FROM {_place(name, database)} "
        f"WHERE ({of_key}) IN (SELECT ({of_key}) FROM ({sql_of(backend, rows)}))"
    )


def write_parquet(backend: Backend, rows: ir.Table, file: Path) -> None:
    """Write ``rows`` to the Parquet file ``file``, without passing them through Python."""
    target = str(file).replace("'", "''")
    backend.raw_sql(f"COPY ({sql_of(backend, rows)}) TO '{target}' (FORMAT PARQUET)")


def _place(name: str, database: str | None) -> str:
    return f'{database or "temp"}."{name}"'


def sql_of(backend: Backend, rows: ir.Table | str) -> str:
    """The query that gives ``rows``, ready to run inside a statement.

    Ibis' own insert reads the query it has just written once more, which takes as long again.
    """
    if isinstance(rows, str):
        return rows
    if rows.op().find(ops.InMemoryTable):
        backend._run_pre_execute_hooks(rows)  # makes the tables that lie in memory known to DuckDB
    return backend.compile(rows)
