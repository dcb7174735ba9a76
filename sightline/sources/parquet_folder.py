"""The door for Sightline's own folder: one Parquet or CSV file per record table.

This is what ``sightline synthesise`` writes, and what a council can write by hand or from its own
queries. The file is named as the table (``protection_plans.parquet``), its columns as the columns.
"""

from collections.abc import Callable
from pathlib import Path

from sightline.records.table import Table
from sightline.records.tables import TABLES
from sightline.sources.arrival import Arrival, ArrivedTable, UnreadFile
from sightline.sources.could_not import CouldNot
from sightline.sources.fingerprint import content_fingerprint
from sightline.sources.table_files import NotReadable, data_files, read_rows, table_name
from sightline.sources.typing_rows import typed_table

KIND = "Sightline folder"
# Written beside the records by ``sightline synthesise``: what was planted, not what a service knows.
NOT_RECORDS = frozenset({"truth", "planted_faults"})


def looks_like_this(folder: Path) -> bool:
    """True for a folder with at least one file named as a record table."""
    return folder.is_dir() and any(table_name(file) in TABLES for file in data_files(folder))


def fingerprint(folder: Path) -> str:
    """The same for the same files with the same content."""
    return content_fingerprint(data_files(folder))


def read(folder: Path, progress: Callable[[int, int], None] | None = None) -> Arrival:
    """Read every record table of ``folder``; ``progress`` hears how many files of how many are done.

    A file that cannot be read is listed and the others go on.
    Raises CouldNot where the folder holds no record table at all.
    """
    files = data_files(folder)
    if not any(table_name(file) in TABLES for file in files):
        raise CouldNot(
            f"The folder {folder.name} holds no record table.",
            "Give the folder that sightline synthesise wrote, or one with files such as "
            "children.parquet or children.csv.",
        )
    arrival = Arrival(KIND, {}, fingerprint=fingerprint(folder))
    unread_tables = set()
    for done, file in enumerate(files):
        if progress:
            progress(done, len(files))
        name = table_name(file)
        if name in NOT_RECORDS:
            continue
        if name not in TABLES:
            arrival.unread_files.append(_unknown(file))
            continue
        if name in arrival.tables:
            arrival.notes.append(
                f"{file.name} was left unread: the Parquet file was taken instead."
            )
            continue
        try:
            arrival.tables[name] = _read_file(file, TABLES[name])
        except NotReadable as fault:
            unread_tables.add(name)
            arrival.unread_files.append(UnreadFile(file.name, fault.reason, fault.how_to_mend))
    arrival.unread_tables = frozenset(unread_tables - arrival.tables.keys())
    if fingerprint(folder) != arrival.fingerprint:
        raise CouldNot(
            f"The folder {folder.name} changed while it was read.",
            "Wait until the extract has finished writing, then load again.",
        )
    return arrival


def _unknown(file: Path) -> UnreadFile:
    return UnreadFile(
        file.name,
        "Sightline has no record table of that name.",
        "Take the file out of the folder, or name it as the table it holds, "
        "such as children or protection_plans.",
    )


def _read_file(file: Path, table: Table) -> ArrivedTable:
    source, unread_rows = read_rows(file, table.name, table.column_names)
    arrived = typed_table(table, source)
    arrived.unread_rows.extend(unread_rows)
    return arrived
