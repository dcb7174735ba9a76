"""All doors in, and which of them a source belongs to."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sightline.sources import annex_a, cin_census, parquet_folder, recorded_here, ssda903
from sightline.sources.arrival import Arrival
from sightline.sources.could_not import CouldNot
from sightline.sources.ssd import database as ssd_database
from sightline.sources.ssd import folder as ssd_folder

SOURCES = {
    "ssd": "the Standard Safeguarding Dataset",
    "sightline": "the Sightline folder",
    "recorded-here": "what is recorded here",
    "annex-a": "Annex A",
    "cin-census": "the children in need census",
    "ssda903": "the return on children looked after",
}
"""What may stand side by side in one workspace, in the order in which it stands for the rules.

The case system's own extract comes first: it is whole, made every night, and where a council mends
its records. What people record here fills what that system lacks and never overrules it unseen.
Returns come last: each is a copy of a year or of some months, put into the words of a form.
"""


@dataclass(frozen=True)
class Door:
    """One way in.

    ``source``           which of ``SOURCES`` comes in by it: a Dataset in a database goes on where
                         one in a folder left off.
    ``looks_like_this``  tells by looking whether a path is of this kind.
    ``fingerprint``      the same for the same content.
    ``read``             gives an ``Arrival``; its second argument hears progress (done, of how many).
    """

    name: str
    source: str
    kind: str
    looks_like_this: Callable[[Path], bool]
    fingerprint: Callable[[Path], str]
    read: Callable[[Path, Callable[[int, int], None] | None], Arrival]


DOORS = (
    Door(
        "ssd-database",
        "ssd",
        ssd_database.KIND,
        ssd_database.looks_like_this,
        ssd_database.fingerprint,
        ssd_database.read,
    ),
    # Before Sightline's own folder, since both may hold a file called extract.
    Door(
        "ssd",
        "ssd",
        ssd_folder.KIND,
        ssd_folder.looks_like_this,
        ssd_folder.fingerprint,
        ssd_folder.read,
    ),
    Door(
        "sightline",
        "sightline",
        parquet_folder.KIND,
        parquet_folder.looks_like_this,
        parquet_folder.fingerprint,
        parquet_folder.read,
    ),
    Door(
        "annex-a",
        "annex-a",
        annex_a.KIND,
        annex_a.looks_like_this,
        annex_a.fingerprint,
        annex_a.read,
    ),
    Door(
        "cin-census",
        "cin-census",
        cin_census.KIND,
        cin_census.looks_like_this,
        cin_census.fingerprint,
        cin_census.read,
    ),
    Door(
        "ssda903",
        "ssda903",
        ssda903.KIND,
        ssda903.looks_like_this,
        ssda903.fingerprint,
        ssda903.read,
    ),
    # After the Dataset: an address of PostgreSQL is taken for that unless --as says otherwise.
    Door(
        "recorded-here",
        "recorded-here",
        recorded_here.KIND,
        recorded_here.looks_like_this,
        recorded_here.fingerprint,
        recorded_here.read,
    ),
)


def source_of_kind(kind: str) -> str:
    """Which of ``SOURCES`` a kind of source is, by the words a load is stored with."""
    return next(door.source for door in DOORS if door.kind == kind)


def name_of(source: Path) -> str:
    """What a report calls a source: the file's or database's name, never a sign-in to it."""
    if ssd_database.looks_like_this(source):
        return ssd_database.name_of(source)
    return source.name


def _is_there(source: Path) -> bool:
    """True for an address, which only its server can answer for, and for what lies on the disk."""
    return (
        ssd_database.looks_like_this(source) or recorded_here.is_address(source) or source.exists()
    )


@contextlib.contextmanager
def refusals_said(source: Path) -> Iterator[None]:
    """A disk that refuses a source, or loses a part of it meanwhile, said in a sentence."""
    try:
        yield
    except FileNotFoundError as error:
        raise CouldNot(
            f"A file of {name_of(source)} vanished while it was read.",
            "Wait until the extract has finished writing, then load again.",
        ) from error
    except PermissionError as error:
        raise CouldNot(
            f"{name_of(source)} cannot be read: permission denied.",
            "Ask for read access to it and to every file in it.",
        ) from error
    except OSError as error:
        said = (error.strerror or "the operating system refused").lower()
        raise CouldNot(
            f"{name_of(source)} cannot be read: {said}.",
            "Check that its disk or share can be reached, then load again.",
        ) from error


def door_for(source: Path, told: str = "") -> Door:
    """The door that ``source`` belongs to: the one of the name ``told``, or else found by looking.

    Raises CouldNot where none fits.
    """
    if not _is_there(source):
        raise CouldNot(
            f"There is no folder or file called {source}.", "Check the path and give it again."
        )
    with refusals_said(source):
        for door in DOORS:
            if (not told or door.name == told) and door.looks_like_this(source):
                return door
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
        "need census, the files of the return on children looked after, or the casework database.",
    )
