"""Everything out, any day, as open files: so that no council is ever held by its software.

Each table becomes a CSV and a Parquet file; ``tables.csv`` says what every column means. Left out
are only passwords, second factors, sessions and keys, which are of no use elsewhere.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
from django.apps import apps
from django.db import models

from sightline.casework import audit
from sightline.ledger.workspace import Workspace
from sightline.records.open_files import write_table
from sightline.records.tables import TABLES

SECRET_COLUMNS = frozenset({"password"})
OWN_APPS = ("casework", "improvement")
LEDGER_SCHEMAS = ("records", "history", "load", "keeping", "answers")
ABOUT = pa.schema(
    [(name, pa.string()) for name in ("folder", "table", "column", "type", "meaning")]
)
EXPORT = "export everything"
Progress = Callable[[int, int], None]


def export_everything(workspace: Path, out: Path, progress: Progress | None = None) -> int:
    """Write every table of ledger, casework and documents below ``out``; how many were written.

    The audit trail says that it was done, before the first file is written.
    """
    audit.record(by=None, action=EXPORT, thing="every table, by command line")
    tell = progress or (lambda done, total: None)
    about: list[dict[str, str]] = []
    written = 0
    for folder, name, table, meanings in _tables(workspace):
        write_table(table, out / folder, name)
        about += [_about(folder, name, field, meanings) for field in table.schema]
        written += 1
        tell(written, written + 1)
    write_table(pa.Table.from_pylist(about, schema=ABOUT), out, "tables")
    return written


Written = tuple[str, str, pa.Table, dict[str, str]]


def _tables(workspace: Path) -> Iterator[Written]:
    house = Workspace(workspace)
    if house.current_number():
        yield from _of_ledger(house)
    for model in apps.get_models():
        if model._meta.app_label in OWN_APPS and model._meta.managed:
            yield "casework", model._meta.model_name or "", _rows_of(model), _meanings_of(model)
    yield from _of_documents(house)


def _of_ledger(house: Workspace) -> Iterator[Written]:
    with house.reading() as backend:
        found = backend.con.execute(
            "SELECT schema_name, table_name FROM duckdb_tables() "
            "WHERE list_contains(?, schema_name) ORDER BY ALL",
            [list(LEDGER_SCHEMAS)],
        ).fetchall()
        for schema, name in found:
            table = backend.con.sql(f'FROM "{schema}"."{name}"').to_arrow_table()
            declared = TABLES[name].columns if schema == "records" and name in TABLES else ()
            yield f"ledger/{schema}", name, table, {one.name: one.meaning for one in declared}


def _of_documents(house: Workspace) -> Iterator[Written]:
    import pyarrow.parquet

    for file in sorted(house.documents.glob("*.parquet")):
        yield "documents", file.stem, pyarrow.parquet.read_table(file), {}


def _rows_of(model: type[models.Model]) -> pa.Table:
    """The rows of one table of casework, every value as text; JSON as it is kept."""
    names = [one.attname for one in model._meta.concrete_fields if one.name not in SECRET_COLUMNS]
    rows = model._default_manager.order_by("pk").values_list(*names).iterator()
    values = list(zip(*rows, strict=True)) or [()] * len(names)
    columns = [pa.array([as_text(one) for one in column], pa.string()) for column in values]
    return pa.table(columns, names=names)


def _meanings_of(model: type[models.Model]) -> dict[str, str]:
    """What a casework table is, said at its first column."""
    first = model._meta.concrete_fields[0].attname
    return {first: " ".join((model.__doc__ or "").split())}


def as_text(value: Any) -> str | None:
    """A value of a casework column as text: JSON as it is kept, days and moments as ISO has them."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _about(folder: str, name: str, field: pa.Field, meanings: dict[str, str]) -> dict[str, str]:
    return {
        "folder": folder,
        "table": name,
        "column": field.name,
        "type": str(field.type),
        "meaning": meanings.get(field.name, ""),
    }
