"""Made-up inspection documents about a council that does not exist, in the known layouts.

They stand in for the real ones in tests and in the demonstration, so that no sentence of an
inspectorate is in this repository. Each is a Typst file beside this module; every page says that
it is made up. One council, failing in 2018 and good by 2023, as the made-up records tell it too.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path

import typst

AUTHORITY = "Thornmere"
URN = "99001"
"""No real authority has this number."""


@dataclass(frozen=True, slots=True)
class MadeUpReport:
    """One made-up document: the Typst file it comes from and the day it is said to be published."""

    source: str
    published: date

    @property
    def file(self) -> str:
        """The name of the PDF, formed as downloads are: number, authority, day of publication."""
        return f"{URN}-{AUTHORITY.lower()}-{self.published.isoformat()}.pdf"


REPORTS = (
    MadeUpReport("thornmere_2018_sif.typ", date(2018, 5, 15)),
    MadeUpReport("thornmere_2018_monitoring_visit.typ", date(2018, 10, 10)),
    MadeUpReport("thornmere_2020_ilacs.typ", date(2020, 3, 9)),
    MadeUpReport("thornmere_2023_ilacs.typ", date(2023, 6, 26)),
)


def make_example_documents(out: Path) -> list[Path]:
    """Write the PDFs and their ``index.csv`` to a folder; the same bytes each time."""
    out.mkdir(parents=True, exist_ok=True)
    written = []
    with resources.as_file(resources.files(__package__)) as folder:
        for report in REPORTS:
            path = out / report.file
            path.write_bytes(typst.compile(str(folder / report.source)))
            written.append(path)
    with (out / "index.csv").open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(("file", "urn", "authority", "published"))
        for report in REPORTS:
            writer.writerow((report.file, URN, AUTHORITY, report.published.isoformat()))
    return written
