"""The made-up authority written as whatever a council may have: a folder, a database, a return."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from sightline.sources.could_not import CouldNot
from sightline.synthetic.annex_a_workbook import write_annex_a
from sightline.synthetic.cin_census_file import write_cin_census
from sightline.synthetic.ssd_database import write_ssd_database
from sightline.synthetic.ssd_folder import AS_SPECIFIED, write_ssd_folder
from sightline.synthetic.ssda903_files import write_ssda903

Progress = Callable[[int, int], None]

SIGHTLINE, SSD, CIN_CENSUS, ANNEX_A, SSDA903 = KINDS = (
    "sightline",
    "ssd",
    "cin-census",
    "annex-a",
    "ssda903",
)
"""The names by which ``sightline load --as`` knows the same kinds."""


def write_as(
    kind: str,
    records: Path,
    out: Path,
    *,
    flavour: str = AS_SPECIFIED,
    structure: str = "",
    progress: Progress | None = None,
) -> Path:
    """Write the record tables in ``records`` to the folder ``out`` as one kind; gives what to load.

    ``flavour``    of the Dataset: how a case system fills and words it.
    ``structure``  of the census: the year whose elements it uses.
    """
    out.mkdir(parents=True, exist_ok=True)
    if kind == SSD:
        write_ssd_folder(records, out, flavour=flavour, progress=progress)
    elif kind == CIN_CENSUS:
        write_cin_census(records, out / "cin-census.xml", structure=structure, progress=progress)
        return out / "cin-census.xml"
    elif kind == ANNEX_A:
        write_annex_a(records, out / "annex-a.xlsx", progress)
        return out / "annex-a.xlsx"
    elif kind == SSDA903:
        write_ssda903(records, out, progress)
    else:
        raise CouldNot(
            f"An authority cannot be written as {kind}.", f"Use one of {', '.join(KINDS)}."
        )
    return out


def write_to_database(
    records: Path, address: str, *, flavour: str = AS_SPECIFIED, progress: Progress | None = None
) -> str:
    """Put the record tables in ``records`` into a database as the Dataset; gives the address to load."""
    with tempfile.TemporaryDirectory() as folder:
        write_ssd_folder(records, Path(folder), flavour=flavour)
        return write_ssd_database(Path(folder), address, progress=progress)
