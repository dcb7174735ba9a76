"""A folder of the Dataset: one CSV or Parquet file for each ``ssd_`` table."""

from collections.abc import Callable
from pathlib import Path

from sightline.records.tables import TABLES
from sightline.sources.arrival import Arrival, UnreadFile
from sightline.sources.could_not import CouldNot
from sightline.sources.fingerprint import content_fingerprint
from sightline.sources.ssd.as_they_stand import (
    TablesAsTheyStand,
    names_wanted,
    ssd_table,
    under_own_names,
)
from sightline.sources.ssd.into_records import into_records
from sightline.sources.table_files import NotReadable, data_files, read_rows, table_name

KIND = "Standard Safeguarding Dataset, folder"
# Beside the Dataset, in Sightline's own shape: whose records these are, up to which day, since when.
EXTRACT = "extract"
# Tables of the Dataset's scripts that hold no records.
HELPERS = frozenset(
    {"ssd_version_log", "ssd_api_data_staging", "ssd_api_data_staging_anon", "ssd_cohort"}
    | {"ssd_dim_date", "ssd_pre_cla_care_plan"}
)


def looks_like_this(folder: Path) -> bool:
    """True for a folder with at least one file named as a table of the Dataset."""
    return folder.is_dir() and any(ssd_table(table_name(file)) for file in data_files(folder))


def fingerprint(folder: Path) -> str:
    """The same for the same files with the same content."""
    return content_fingerprint(data_files(folder))


def read(folder: Path, progress: Callable[[int, int], None] | None = None) -> Arrival:
    """Read every table of the Dataset in ``folder`` into record tables.

    A file that cannot be read is listed and the others go on. Raises CouldNot where the folder
    holds no table of the Dataset, or changes while it is read.
    """
    before = fingerprint(folder)
    source = TablesAsTheyStand(KIND, folder.name)
    files = data_files(folder)
    for done, file in enumerate(files):
        if progress:
            progress(done, len(files))
        _take(file, source)
    if not (source.tables or source.unread_files):
        raise CouldNot(
            f"The folder {folder.name} holds no table of the Standard Safeguarding Dataset.",
            "Give a folder with files such as ssd_person.csv or ssd_person.parquet.",
        )
    arrival = into_records(source)
    if fingerprint(folder) != before:
        raise CouldNot(
            f"The folder {folder.name} changed while it was read.",
            "Wait until the extract has finished writing, then load again.",
        )
    arrival.fingerprint = before
    return arrival


def _take(file: Path, source: TablesAsTheyStand) -> None:
    """Put one file's table where it belongs, or say why it was left."""
    name = table_name(file)
    table = ssd_table(name)
    if name in HELPERS:
        return
    if table is None and name != EXTRACT:
        source.unread_files.append(
            UnreadFile(
                file.name,
                "The Dataset has no table of that name.",
                "Take the file out of the folder, or name it as the table it holds.",
            )
        )
        return
    if table in source.tables or (name == EXTRACT and source.extract is not None):
        source.notes.append(f"{file.name} was left unread: the Parquet file was taken instead.")
        return
    try:
        if table is None:
            source.extract, _ = read_rows(file, EXTRACT, TABLES[EXTRACT].column_names)
            return
        rows, unread = read_rows(file, table, names_wanted(table))
    except NotReadable as fault:
        if table:
            source.unread_tables.append(table)
        source.unread_files.append(UnreadFile(file.name, fault.reason, fault.how_to_mend))
        return
    source.tables[table] = under_own_names(table, rows)
    source.unread_rows[table] = unread
