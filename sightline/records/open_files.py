"""Open files: every table leaves Sightline as CSV and Parquet, UTF-8, with ISO dates."""

from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet


def write_table(table: pa.Table, folder: Path, name: str) -> None:
    """Write ``table`` to ``folder`` as ``name.csv`` and ``name.parquet``.

    The folder is made where it is missing. Dates are written YYYY-MM-DD.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pyarrow.csv.write_csv(table, folder / f"{name}.csv")
    pyarrow.parquet.write_table(table, folder / f"{name}.parquet", compression="zstd")
