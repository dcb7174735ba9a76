"""The made-up authority as a folder of the Standard Safeguarding Dataset.

``write_ssd_folder`` turns a folder of record tables into the Dataset's tables, as one of the case
systems would fill them. Where each field comes from is declared in ``records.ssd_fields``; here is
what the Dataset keeps in another shape, and what each system leaves out or words in its own way.
"""

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from sightline.records.ssd_fields import CASE_SYSTEMS, SSD_FIELDS, SSD_TABLES
from sightline.records.table import DATE, YES_NO, Column
from sightline.records.tables import TABLES
from sightline.sources.ssd.columns import translated
from sightline.sources.ssd.into_records import RECORD_OF
from sightline.synthetic.ssd_shapes import Records, into_the_datasets_shape
from sightline.synthetic.ssd_words import words_of

AS_SPECIFIED = "as specified"
FLAVOURS = (AS_SPECIFIED, *CASE_SYSTEMS)
ENDINGS = ("parquet", "csv")

_DAY_AND_TIME = pa.timestamp("ms")
# Mosaic's own name of a field, and the plan it gives in place of the child.
_NAMES_OF_MOSAIC = {"cinp_cin_plan_id": "cin_plan_id", "lacp_table_id": "lacp_cla_care_plan_id"}


def write_ssd_folder(
    records: Path,
    out: Path,
    *,
    flavour: str = AS_SPECIFIED,
    ending: str = "parquet",
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, int]:
    """Write the record tables in ``records`` to ``out`` as the Dataset; gives rows by its tables.

    ``flavour``  "as specified" fills every field there is a value for; "systemc", "mosaic" and
                 "eclipse" leave out and word things as those systems' scripts do.
    ``ending``   "parquet" or "csv".

    ``extract`` is written beside it in Sightline's own shape: the Dataset does not say whose
    records it holds, nor that they are made up.
    """
    if flavour not in FLAVOURS or ending not in ENDINGS:
        raise ValueError(f"Use a flavour of {FLAVOURS} and an ending of {ENDINGS}.")
    out.mkdir(parents=True, exist_ok=True)
    shaped = into_the_datasets_shape(_read(records), plan_always=flavour == "mosaic")
    written = {}
    for done, name in enumerate(SSD_TABLES):
        if progress:
            progress(done, len(SSD_TABLES))
        if RECORD_OF[name] not in shaped or not _is_filled(name, flavour):
            continue
        table = _table(name, shaped[RECORD_OF[name]], flavour)
        _write(table, out, name, ending)
        written[name] = table.num_rows
    _write(pq.read_table(records / "extract.parquet"), out, "extract", ending)
    return written


def _read(records: Path) -> Records:
    return {
        name: pq.read_table(records / f"{name}.parquet")
        for name in TABLES
        if (records / f"{name}.parquet").exists()
    }


def _is_filled(table: str, flavour: str) -> bool:
    """False for a table that the system does not fill at all."""
    fields = [field for field in SSD_FIELDS if field.table == table]
    return any(flavour not in field.not_filled_by for field in fields)


def _table(name: str, rows: pa.Table, flavour: str) -> pa.Table:
    columns: dict[str, pa.Array | pa.ChunkedArray] = {}
    record = TABLES[RECORD_OF[name]]
    for field in SSD_FIELDS:
        if field.table != name:
            continue
        ours = [column for table, column in field.ours if table == record.name]
        if not ours or ours[0] not in rows.column_names:
            continue
        label = _NAMES_OF_MOSAIC.get(field.field, field.field)
        label = label if flavour == "mosaic" else field.field
        if flavour in field.not_filled_by:
            columns[label] = pa.nulls(rows.num_rows, pa.string())
            continue
        declared = record.column(ours[0])
        columns[label] = _as_the_dataset_has_it(declared, field.field, rows[ours[0]], flavour)
    if flavour == "mosaic" and name == "ssd_cin_visits":
        columns["cinv_cin_plan_id"] = rows["plan"]
    return pa.table(columns)


def _as_the_dataset_has_it(
    column: Column, field: str, values: pa.ChunkedArray, flavour: str
) -> pa.Array | pa.ChunkedArray:
    if column.type == DATE:
        return values.cast(_DAY_AND_TIME)
    if column.type == YES_NO:
        return translated(values.cast(pa.string()), {"true": "Y", "false": "N"}.get)
    if words := words_of(field, flavour):
        return translated(values, words)
    return values


def _write(table: pa.Table, out: Path, name: str, ending: str) -> None:
    if ending == "parquet":
        pq.write_table(table, out / f"{name}.parquet", compression="zstd")
    else:
        pyarrow.csv.write_csv(table, out / f"{name}.csv")
