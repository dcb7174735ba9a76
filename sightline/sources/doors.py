"""All doors in, and which of them a source belongs to."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sightline.sources import annex_a, cin_census, parquet_folder, ssda903
from sightline.sources.arrival import Arrival
from sightline.sources.could_not import CouldNot
from sightline.sources.ssd import database as ssd_database
from sightline.sources.ssd import folder as ssd_folder


@dataclass(frozen=True)
class Door:
    """One kind of source.

    ``looks_like_this``  tells by looking whether a path is of this kind.
    ``fingerprint``      the same for the same content.
    ``read``             gives an ``Arrival``; its second argument hears progress (done, of how many).
    """

    name: str
    kind: str
    looks_like_this: Callable[[Path], bool]
    fingerprint: Callable[[Path], str]
    read: Callable[[Path, Callable[[int, int], None] | None], Arrival]


DOORS = (
    Door(
        "ssd-database",
        ssd_database.KIND,
        ssd_database.looks_like_this,
        ssd_database.fingerprint,
        ssd_database.read,
    ),
    # Before Sightline's own folder, since both may hold a file called extract.
    Door(
        "ssd",
        ssd_folder.KIND,
        ssd_folder.looks_like_this,
        ssd_folder.fingerprint,
        ssd_folder.read,
    ),
    Door(
        "sightline",
        parquet_folder.KIND,
        parquet_folder.looks_like_this,
        parquet_folder.fingerprint,
        parquet_folder.read,
    ),
    Door("annex-a", annex_a.KIND, annex_a.looks_like_this, annex_a.fingerprint, annex_a.read),
    Door(
        "cin-census",
        cin_census.KIND,
        cin_census.looks_like_this,
        cin_census.fingerprint,
        cin_census.read,
    ),
    Door("ssda903", ssda903.KIND, ssda903.looks_like_this, ssda903.fingerprint, ssda903.read),
)


def name_of(source: Path) -> str:
    """What a report calls a source: the file's or database's name, never a sign-in to it."""
    if ssd_database.looks_like_this(source):
        return ssd_database.name_of(source)
    return source.name


def door_for(source: Path, told: str = "") -> Door:
    """The door that ``source`` belongs to: the one of the name ``told``, or else found by looking.

    Raises CouldNot where none fits.
    """
    if not (ssd_database.looks_like_this(source) or source.exists()):
        raise CouldNot(
            f"There is no folder or file called {source}.", "Check the path and give it again."
        )
    try:
        for door in DOORS:
            if (not told or door.name == told) and door.looks_like_this(source):
                return door
    except PermissionError as error:
        raise CouldNot(
            f"{source} cannot be read: permission denied.", "Ask for read access to it."
        ) from error
    if told:
        kind = next(door.kind for door in DOORS if door.name == told)
        raise CouldNot(
            f"{name_of(source)} is no {kind}.",
            "Leave out --as to have it told by looking, or correct it.",
        )
    raise CouldNot(
        f"{source} is no source that Sightline knows.",
        "Give the folder that sightline synthesise wrote, a folder with one Parquet or CSV file "
        "per record table (children.parquet) or per table of the Standard Safeguarding Dataset "
        "(ssd_person.parquet), the address of its database, an Annex A workbook, a children in "
        "need census or the files of the return on children looked after.",
    )
