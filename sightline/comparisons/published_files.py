"""Reads a file of statistics and tells, by its headings, which sort it is.

Every cell is read as text: what a mark means, and what is a number, is decided where it is used.
"""

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.csv

from sightline.comparisons.could_not import CouldNotCompare
from sightline.comparisons.indicators import DATASETS

DATASET, TABLE_OF_INDICATORS = "data set", "table of indicators"
NEIGHBOURS, COUNCILS, CATALOGUE = "statistical neighbours", "councils", "list of indicators"

HEADINGS_OF: dict[str, tuple[tuple[str, ...], ...]] = {
    DATASET: (("time_period",), ("geographic_level",)),
    TABLE_OF_INDICATORS: (("indicator_id",), ("year_end", "year"), ("value",)),
    NEIGHBOURS: (
        ("old_la_code", "code"),
        ("neighbour_old_code", "neighbour"),
        ("rank",),
        ("model", "model version"),
    ),
    COUNCILS: (("old_la_code",), ("new_la_code",), ("la_name",), ("abolished_on",)),
    CATALOGUE: (("indicator_id",), ("indicator_name",), ("polarity",)),
}
"""The headings by which each sort of file is known; of several in one place, any one."""

_YEARS_IN_NAME = re.compile(r"[_ -]*(?:19|20)\d\d(?:[_ -]*(?:to|-|_)[_ -]*(?:19|20)\d\d)?")
_LATIN = "cp1252"


@dataclass
class PublishedFile:
    """A file as it was read. ``subject`` is what it is a file of: two files of one subject are editions."""

    name: str
    sort: str
    subject: str
    rows: pa.Table
    faults: list[str] = field(default_factory=list)

    def column(self, *names: str) -> pa.ChunkedArray:
        """The first of these columns that the file has; blank cells where it has none."""
        for name in names:
            if name in self.rows.column_names:
                return self.rows[name]
        return pa.chunked_array([pa.array([""] * self.rows.num_rows, pa.string())])


def read_published(path: Path) -> PublishedFile:
    """Read one CSV file. Raises CouldNotCompare where it cannot be read or is of no sort known here."""
    headings, encoding = _headings(path)
    sort = _sort_of(headings)
    if not sort:
        raise CouldNotCompare(
            f"{path.name} is no file of statistics that Sightline knows by its headings.",
            "`sightline statistics load --help` names the sorts of file it takes.",
        )
    twice = sorted({one for one in headings if headings.count(one) > 1})
    if twice:
        raise CouldNotCompare(
            f"{path.name} has the heading {', '.join(twice)} twice.",
            "Download it again, or take one of the two columns out.",
        )
    faults: list[str] = []
    table = _rows(path, headings, encoding, faults)
    return PublishedFile(path.name, sort, _subject_of(path, sort, headings), table, faults)


def _headings(path: Path) -> tuple[list[str], str]:
    """The first line, and the encoding it can be read in."""
    for encoding in ("utf-8-sig", _LATIN):
        try:
            with path.open(encoding=encoding, newline="") as handle:
                line = next(csv.reader(handle), [])
                if encoding != _LATIN:
                    for _ in iter(lambda: handle.read(1 << 20), ""):
                        pass
            return [heading.strip() for heading in line], encoding
        except UnicodeDecodeError:
            continue
        except csv.Error as error:
            raise CouldNotCompare(
                f"{path.name} is no CSV file.", "Download it again as CSV."
            ) from error
    raise CouldNotCompare(f"{path.name} is no text.", "Download it again as CSV.")


def _sort_of(headings: list[str]) -> str:
    for sort, needed in HEADINGS_OF.items():
        if all(any(one in headings for one in choice) for choice in needed):
            return sort
    return ""


def _subject_of(path: Path, sort: str, headings: list[str]) -> str:
    """A data set by the headings that tell it; one that nobody declared by its name without years."""
    if sort != DATASET:
        return sort
    for key, dataset in DATASETS.items():
        if all(heading in headings for heading in dataset.told_by):
            return key
    stem = _YEARS_IN_NAME.sub("", path.stem)
    return re.sub(r"[^a-z0-9]+", "_", stem.lower()).strip("_") or "unnamed"


def _rows(path: Path, headings: list[str], encoding: str, faults: list[str]) -> pa.Table:
    """Every row as text. A row with too few or too many cells is left out and said."""
    broken = 0

    def leave_out(row: pyarrow.csv.InvalidRow) -> str:
        nonlocal broken
        broken += 1
        return "skip"

    try:
        table = pyarrow.csv.read_csv(
            path,
            read_options=pyarrow.csv.ReadOptions(
                column_names=headings,
                skip_rows=1,
                encoding="utf8" if encoding != _LATIN else _LATIN,
            ),
            parse_options=pyarrow.csv.ParseOptions(invalid_row_handler=leave_out),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types=dict.fromkeys(headings, pa.string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid as error:
        raise CouldNotCompare(
            f"{path.name} cannot be read as CSV.", "Download it again as CSV."
        ) from error
    if broken:
        faults.append(f"{broken:,} rows do not have as many cells as the headings: left out")
    if not table.num_rows:
        faults.append("the file has headings and no rows")
    return table.rename_columns(headings)
