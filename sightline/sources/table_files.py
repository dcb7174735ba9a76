"""Files that hold one table each, Parquet or CSV: their columns as they stand, row by row placed."""

import csv
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from sightline.sources.arrival import UnreadRow
from sightline.sources.typing_rows import SourceRows

ENDINGS = (".parquet", ".csv")


class NotReadable(Exception):
    """A file that cannot be read, with the reason and how to mend it."""

    def __init__(self, reason: str, how_to_mend: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.how_to_mend = how_to_mend


def data_files(folder: Path) -> list[Path]:
    """Data files of the folder, Parquet before CSV, so that the typed one is taken."""
    files = [
        file
        for file in folder.iterdir()
        if file.suffix.lower() in ENDINGS and not file.name.startswith(".") and file.is_file()
    ]
    return sorted(files, key=lambda file: (ENDINGS.index(file.suffix.lower()), file.name))


def table_name(file: Path) -> str:
    """The name of the table a file holds: the file's own, in small letters."""
    return file.stem.strip().lower()


def read_rows(
    file: Path, table: str, column_names: Iterable[str]
) -> tuple[SourceRows, list[UnreadRow]]:
    """The columns of those names, whatever their case, and the rows whose shape is broken.

    ``table`` is the name under which broken rows are listed. Raises NotReadable where the file
    is not what its name says.
    """
    _refuse_what_is_plainly_wrong(file)
    if file.suffix.lower() == ".parquet":
        return _parquet_rows(file, column_names), []
    return _csv_rows(file, table, column_names)


def _refuse_what_is_plainly_wrong(file: Path) -> None:
    with file.open("rb") as content:
        start = content.read(512)
    if not start.strip():
        raise NotReadable(
            "The file is empty.", "Write it again at the source; a table without rows has a header."
        )
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html")):
        raise NotReadable(
            "The file is a web page, not a table.",
            "Fetch it again: the page is often a sign-in or error page saved under the name.",
        )


def _parquet_rows(file: Path, column_names: Iterable[str]) -> SourceRows:
    with file.open("rb") as content:
        head = content.read(4)
        content.seek(max(-4, -file.stat().st_size), 2)
        tail = content.read(4)
    if head != b"PAR1":
        raise NotReadable(
            "The file is not Parquet, whatever its name says.",
            "Write it again as Parquet, or name it .csv where it is text.",
        )
    if tail != b"PAR1":
        raise NotReadable(
            "The file is cut short.", "Copy it again, and check that the copy ran to its end."
        )
    try:
        parquet = pyarrow.parquet.ParquetFile(file)
        columns = _matching_columns(parquet.schema_arrow.names, column_names)
        rows = parquet.read(columns=list(columns.values()))
        length = parquet.metadata.num_rows
    except (pa.ArrowException, OSError, ValueError, KeyError, IndexError) as error:
        raise NotReadable(
            "The file is damaged and cannot be read.", "Write it again at the source."
        ) from error
    numbers = pa.array(np.arange(1, length + 1))
    found = {name: rows.column(rows.schema.names.index(given)) for name, given in columns.items()}
    return SourceRows(found, _same_file(file, length), numbers)


def _csv_rows(
    file: Path, table: str, column_names: Iterable[str]
) -> tuple[SourceRows, list[UnreadRow]]:
    content, encoding = _decodable(file)
    header = _csv_header(content, encoding)
    broken: list[pa.csv.InvalidRow] = []

    def set_aside(row: pa.csv.InvalidRow) -> str:
        broken.append(row)
        return "skip"

    try:
        rows = pyarrow.csv.read_csv(
            pa.py_buffer(content),
            # One thread, since only then does a broken row know its number.
            read_options=pyarrow.csv.ReadOptions(
                use_threads=False, encoding=encoding, column_names=header, skip_rows=1
            ),
            parse_options=pyarrow.csv.ParseOptions(
                invalid_row_handler=set_aside, newlines_in_values=True, ignore_empty_lines=False
            ),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types=dict.fromkeys(header, pa.string()),
                strings_can_be_null=True,
                null_values=[""],
            ),
        )
    except (pa.ArrowException, UnicodeDecodeError) as error:
        raise NotReadable(
            "The file cannot be read as a table of comma-separated values.",
            "Write it again as CSV in UTF-8 with one header line.",
        ) from error
    numbers = _row_numbers(rows.num_rows, broken)
    unread = [_unread_row(table, file, row, len(header)) for row in broken]
    rows, numbers = _without_blank_lines(rows, numbers)
    columns = _matching_columns(header, column_names)
    found = {name: rows.column(header.index(given)) for name, given in columns.items()}
    return SourceRows(found, _same_file(file, rows.num_rows), numbers), unread


def _decodable(file: Path) -> tuple[bytes, str]:
    """Content and encoding: UTF-8 where it is that, otherwise what Excel on Windows writes."""
    content = file.read_bytes()
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return content, "windows-1252"
    return content, "utf8"


def _csv_header(content: bytes, encoding: str) -> list[str]:
    first_line = content.split(b"\n", 1)[0].decode(encoding, errors="replace").rstrip("\r")
    return next(csv.reader([first_line]), [])


def _row_numbers(kept: int, broken: list[pa.csv.InvalidRow]) -> pa.Array:
    """Row numbers as a spreadsheet shows them: the header is row 1."""
    missing = {row.number for row in broken}
    numbers = (number for number in range(2, kept + len(missing) + 2) if number not in missing)
    return pa.array(numbers, pa.int64())


def _without_blank_lines(rows: pa.Table, numbers: pa.Array) -> tuple[pa.Table, pa.Array]:
    is_filled = None
    for column in rows.columns:
        valid = pc.is_valid(column)
        is_filled = valid if is_filled is None else pc.or_(is_filled, valid)
    if is_filled is None:
        return rows, numbers
    return rows.filter(is_filled), numbers.filter(is_filled.combine_chunks())


def _unread_row(table: str, file: Path, row: pa.csv.InvalidRow, columns: int) -> UnreadRow:
    return UnreadRow(
        table,
        file.name,
        row.number,
        f"The row has {row.actual_columns} values where the header has {columns} columns.",
        "Put quotation marks round values that hold commas, or add the missing values.",
    )


def _matching_columns(given_names: Iterable[str], wanted: Iterable[str]) -> dict[str, str]:
    """Declared column names to the names the file gives them, whatever their case."""
    given: dict[str, str] = {}
    for name in given_names:
        given.setdefault(name.strip().lower(), name)
    return {name: given[name] for name in wanted if name in given}


def _same_file(file: Path, length: int) -> pa.Array:
    return pa.repeat(pa.scalar(file.name), length)
