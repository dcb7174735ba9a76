"""The index of a folder of fetched reports: what each file is and where it came from.

``index.csv`` has the columns file, urn, authority and published that `sightline inspections read
--index` takes, and then title, address and sha256, by which a report is known to be here.
"""

import csv
import hashlib
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path


@dataclass(frozen=True)
class Fetched:
    """One fetched report; ``published`` is an ISO date or empty."""

    file: str
    urn: str
    authority: str
    published: str
    title: str
    address: str
    sha256: str


COLUMNS = tuple(field.name for field in fields(Fetched))


def read_index(folder: Path) -> list[Fetched]:
    """The reports that the folder's index names; an index of another maker may lack the last columns."""
    path = folder / "index.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return [
            Fetched(**{name: row.get(name) or "" for name in COLUMNS})
            for row in csv.DictReader(handle)
        ]


def write_index(folder: Path, reports: list[Fetched]) -> None:
    """Write the index whole, then put it in place at once: a killed fetch leaves the old or the new."""
    unfinished = folder / "index.csv.part"
    with unfinished.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS)
        writer.writeheader()
        writer.writerows(asdict(report) for report in sorted(reports, key=lambda each: each.file))
    os.replace(unfinished, folder / "index.csv")


def sha256_of(path: Path) -> str:
    """The file's SHA-256 as hexadecimal text."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def is_here(folder: Path, report: Fetched) -> bool:
    """Whether the report lies in the folder, unaltered."""
    path = folder / report.file
    return path.exists() and (not report.sha256 or sha256_of(path) == report.sha256)
