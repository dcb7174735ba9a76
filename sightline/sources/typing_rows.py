"""From a source's loose columns to a typed record table, with every fault and its place."""

from dataclasses import dataclass

import pyarrow as pa

from sightline.records.table import ARROW_TYPES, Column, Table
from sightline.sources.arrival import FILE, ROW, ArrivedTable, Fault
from sightline.sources.values import WANTED, ReadColumn, read_column

READ_AS_EMPTY = "Write nothing where nothing is known."


@dataclass(frozen=True)
class SourceRows:
    """Columns as a source gives them, by declared name, with the file and row of each row."""

    columns: dict[str, pa.ChunkedArray | pa.Array]
    files: pa.Array
    row_numbers: pa.Array


def typed_table(table: Table, source: SourceRows) -> ArrivedTable:
    """Every declared column typed; what does not read is emptied and said."""
    length = len(source.row_numbers)
    arrays: dict[str, pa.Array] = {}
    filled: set[str] = set()
    faults: list[Fault] = []
    for column in table.columns:
        if column.name not in source.columns:
            arrays[column.name] = pa.nulls(length, ARROW_TYPES[column.type])
            continue
        is_key = column.name == table.key
        read = read_column(column, source.columns[column.name], is_key=is_key)
        arrays[column.name] = read.values
        faults.extend(_faults(table, column, source, read))
        if not read.hopeless:
            filled.add(column.name)
    arrays[FILE] = source.files
    arrays[ROW] = source.row_numbers
    return ArrivedTable(table, pa.table(arrays), frozenset(filled), faults=faults)


def _faults(table: Table, column: Column, source: SourceRows, read: ReadColumn) -> list[Fault]:
    faults = []
    if read.hopeless:
        faults.append(_hopeless(table, column, source, read))
    else:
        faults.extend(_unread(table, column, source, row) for row in read.unread.to_pylist())
    if len(read.placeholders):
        first = read.placeholders[0].as_py()
        faults.append(
            Fault(
                table.name,
                column.name,
                source.files[first].as_py(),
                source.row_numbers[first].as_py(),
                "A place-holder such as 1900-01-01 stands where nothing is known; read as empty.",
                READ_AS_EMPTY,
                rows=len(read.placeholders),
            )
        )
    return faults


def _hopeless(table: Table, column: Column, source: SourceRows, read: ReadColumn) -> Fault:
    first = read.unread[0].as_py()
    return Fault(
        table.name,
        column.name,
        source.files[first].as_py(),
        source.row_numbers[first].as_py(),
        f"No value of this column is {WANTED[column.type]}; the column counts as not filled.",
        f"Fill {column.name} with {WANTED[column.type]} in each row.",
        rows=len(read.unread),
        emptied=len(read.unread),
    )


def _unread(table: Table, column: Column, source: SourceRows, row: int) -> Fault:
    return Fault(
        table.name,
        column.name,
        source.files[row].as_py(),
        source.row_numbers[row].as_py(),
        f"The value is not {WANTED[column.type]}; read as empty.",
        f"Write {WANTED[column.type]} in {column.name}.",
        emptied=1,
    )
