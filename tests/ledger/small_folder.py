"""A small made-up source folder that every check finds good, for tests to spoil in one place."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet

from sightline.records.open_files import write_table
from sightline.records.tables import TABLES

GOOD_ROWS = {
    "extract": [
        {
            "authority": "Madeupshire",
            "extract_day": date(2024, 3, 31),
            "earliest_day": date(2014, 4, 1),
            "made_up": True,
        }
    ],
    "children": [
        {"child": "C1", "born": date(2015, 6, 1), "sex": "F"},
        {"child": "C2", "born": date(2018, 2, 3), "sex": "M"},
        {"child": "C3", "expected_birth": date(2024, 6, 1)},
    ],
    "protection_plans": [
        {
            "plan": "P1",
            "child": "C1",
            "started": date(2022, 1, 10),
            "ended": date(2022, 9, 1),
            "initial_category": "NEG",
        },
        {
            "plan": "P2",
            "child": "C2",
            "started": date(2023, 5, 2),
            "ended": None,
            "initial_category": "EMO",
        },
    ],
    "protection_visits": [
        {
            "visit": "V1",
            "child": "C1",
            "plan": "P1",
            "visited": date(2022, 1, 20),
            "child_seen": True,
        },
        {
            "visit": "V2",
            "child": "C2",
            "plan": "P2",
            "visited": date(2023, 5, 12),
            "child_seen": True,
        },
        {
            "visit": "V3",
            "child": "C2",
            "plan": "P2",
            "visited": date(2023, 5, 26),
            "child_seen": False,
        },
    ],
}


def write_good_folder(folder: Path) -> Path:
    """Write ``GOOD_ROWS`` as Parquet; gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in GOOD_ROWS.items():
        write_rows(folder, name, rows)
    return folder


def write_rows(folder: Path, name: str, rows: list[dict]) -> None:
    """Write rows of a record table, typed as declared, as its Parquet file."""
    table = pa.Table.from_pylist(rows, TABLES[name].arrow_schema)
    pyarrow.parquet.write_table(table, folder / f"{name}.parquet")


def write_loose(folder: Path, name: str, columns: dict[str, list]) -> None:
    """Write columns of whatever type they are as a record table's Parquet file."""
    pyarrow.parquet.write_table(pa.table(columns), folder / f"{name}.parquet")


def write_csv_twin(folder: Path, name: str, rows: list[dict]) -> None:
    """Write rows of a record table as CSV only."""
    write_table(pa.Table.from_pylist(rows, TABLES[name].arrow_schema), folder, name)
    (folder / f"{name}.parquet").unlink()
