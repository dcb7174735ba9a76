"""Writing the made-up authority: rows to typed tables, cut to the extract day, to Parquet."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from sightline.records.table import DATE, Table
from sightline.records.tables import TABLES
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.story import Row

TRUTH_SCHEMA = pa.schema(
    [
        ("rule", pa.string()),
        ("child", pa.string()),
        ("subject", pa.string()),
        ("opens", pa.date32()),
    ]
)
_DAY_NUMBER = pa.int32()


class Writers:
    """One Parquet file per record table, written batch after batch as children are told."""

    def __init__(self, out: Path) -> None:
        out.mkdir(parents=True, exist_ok=True)
        self._out = out
        self._open = {
            name: pq.ParquetWriter(out / f"{name}.parquet", table.arrow_schema, compression="zstd")
            for name, table in TABLES.items()
        }
        self.written = dict.fromkeys(TABLES, 0)

    def write(self, rows: dict[str, list[Row]]) -> None:
        """Write a batch of rows, table by table, as they were known on the extract day."""
        for name, of_table in rows.items():
            if of_table:
                table = as_known(TABLES[name], of_table)
                self.written[name] += table.num_rows
                self._open[name].write_table(table)

    def write_truth(self, truth: Iterable[tuple[str, str, str, int]]) -> None:
        """Write what was planted, in the order of rule, child and subject."""
        rule, child, subject, opens = zip(*sorted(truth), strict=True) if truth else ([],) * 4
        columns = [rule, child, subject, pa.array(opens, _DAY_NUMBER).view(pa.date32())]
        table = pa.table(columns, schema=TRUTH_SCHEMA)
        pq.write_table(table, self._out / "truth.parquet", compression="zstd")

    def close(self) -> None:
        """Finish every file."""
        for writer in self._open.values():
            writer.close()


def as_known(table: Table, rows: list[Row]) -> pa.Table:
    """The rows as a typed table, without what was only known after the extract day."""
    unknown = set(chain.from_iterable(rows)) - set(table.column_names)
    if unknown:
        raise KeyError(f"{table.name} has no column {', '.join(sorted(unknown))}.")
    columns = {
        column.name: pa.array(
            [row.get(column.name) for row in rows],
            _DAY_NUMBER if column.type == DATE else table.arrow_schema.field(column.name).type,
        )
        for column in table.columns
    }
    known = pa.table({name: _as_known(table, name, columns) for name in columns})
    if table.happened:
        known = known.filter(pc.less_equal(columns[table.happened], EXTRACT_DAY))
    return known.cast(table.arrow_schema)


def _as_known(table: Table, name: str, columns: dict[str, pa.Array]) -> pa.Array:
    """A column, blank where its value was only known after the extract day or not at all."""
    known_by = table.known_by(table.column(name))
    if known_by in ("", table.happened):
        return columns[name]
    known = pc.fill_null(pc.less_equal(columns[known_by], EXTRACT_DAY), False)
    return pc.if_else(known, columns[name], pa.scalar(None, columns[name].type))
