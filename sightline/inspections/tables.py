"""The tables of read documents, as files and back: CSV and Parquet with the same columns."""

from __future__ import annotations

import hashlib
import types
import typing
from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

import pyarrow
import pyarrow.parquet

from sightline.inspections.facts import TABLES, Documents
from sightline.records.open_files import write_table

_BETWEEN_KEYS = ";"
STAMP = "read_by.txt"
"""Names the reader that wrote a folder's tables, so that a later reading may take them again."""


def write_tables(documents: Documents, out: Path) -> None:
    """Write every table to the folder, as ``name.csv`` and ``name.parquet``."""
    for name in TABLES:
        write_table(table_of(documents, name), out, name)
    if documents.findings:
        (out / STAMP).write_text(f"{reader_stamp()}\n", encoding="ascii")


def table_of(documents: Documents, name: str) -> pyarrow.Table:
    """One table of rows, with the columns in the order they are declared."""
    return rows_table(getattr(documents, name), TABLES[name])


def rows_table(rows: Sequence[object], row_class: type) -> pyarrow.Table:
    """Rows of a class as a table with a column for each of its fields."""
    held = _types(row_class)
    columns = {column: [_cell(getattr(row, column)) for row in rows] for column in held}
    return pyarrow.table(columns, schema=pyarrow.schema(list(held.items())))


def read_tables(folder: Path, only: Collection[str] = tuple(TABLES)) -> Documents:
    """The documents that ``write_tables`` wrote; a table that is not there is empty.

    ``only`` names the tables wanted: a page that shows events need not read every paragraph.
    """
    documents = Documents()
    for name, row_class in TABLES.items():
        path = folder / f"{name}.parquet"
        if name not in only or not path.is_file():
            continue
        held = _types(row_class)
        tuples = {field for field, hint in _hints(row_class).items() if hint == tuple[str, ...]}
        table = pyarrow.parquet.read_table(path)
        rows = table.select([column for column in table.column_names if column in held])
        documents_rows = getattr(documents, name)
        for row in rows.to_pylist():
            for field in tuples:
                row[field] = tuple(filter(None, (row.get(field) or "").split(_BETWEEN_KEYS)))
            documents_rows.append(row_class(**row))
    return documents


@cache
def reader_stamp() -> str:
    """The hash of the code and the vocabulary that a reading comes from."""
    digest = hashlib.sha256()
    for package in ("sightline.inspections", "sightline.records"):
        for one in sorted(resources.files(package).iterdir(), key=lambda file: file.name):
            if one.name.endswith((".py", ".csv")):
                digest.update(one.name.encode() + one.read_bytes())
    return digest.hexdigest()


def _cell(value: object) -> object:
    return _BETWEEN_KEYS.join(value) if isinstance(value, tuple) else value


def _hints(row_class: type) -> dict[str, object]:
    hints = typing.get_type_hints(row_class)
    return {field.name: hints[field.name] for field in fields(row_class)}


def _types(row_class: type) -> dict[str, pyarrow.DataType]:
    return {name: _column_type(hint) for name, hint in _hints(row_class).items()}


def _column_type(hint: object) -> pyarrow.DataType:
    if isinstance(hint, types.UnionType):
        hint = next(one for one in typing.get_args(hint) if one is not type(None))
    if hint is date:
        return pyarrow.date32()
    return pyarrow.int64() if hint is int else pyarrow.string()
