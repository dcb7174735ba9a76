"""Editions of published files: every one that was loaded is kept, and the newest is used.

A corrected file is known by its headings, whatever it is called. Editions are never joined: what
only the older one held is said, and stays in its file.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Edition:
    """One loaded file.

    ``subject``      what it is a file of; of one subject, one edition is in use.
    ``loaded_on``, ``load``  the day it came in and the number of that load.
    ``dated``        the day the file itself was last written, as its folder tells it.
    ``years``        the years it has rows for.
    ``replaced_by``  the file used in its place, "" where it is in use.
    ``only_here``    what it holds that the one used does not: years and headings.
    ``new_headings`` headings that the edition before it lacked.
    """

    file: str
    sha256: str
    sort: str
    subject: str
    rows: int
    years: tuple[int, ...]
    headings: tuple[str, ...]
    loaded_on: date
    load: int
    dated: date
    faults: tuple[str, ...] = ()
    replaced_by: str = ""
    only_here: tuple[str, ...] = ()
    new_headings: tuple[str, ...] = ()

    @property
    def in_use(self) -> bool:
        """Whether its figures are the ones shown."""
        return not self.replaced_by

    @property
    def missing_years(self) -> tuple[int, ...]:
        """Years between its first and its last for which it has no row."""
        whole = range(self.years[0], self.years[-1]) if self.years else ()
        return tuple(year for year in whole if year not in self.years)

    def as_json(self) -> dict[str, Any]:
        """Plain values, dates as text."""
        return {
            **asdict(self),
            "loaded_on": self.loaded_on.isoformat(),
            "dated": self.dated.isoformat(),
        }


def edition_from(row: dict[str, Any]) -> Edition:
    """The edition that ``as_json`` wrote."""
    several = ("years", "headings", "faults", "only_here", "new_headings")
    days = ("loaded_on", "dated")
    return Edition(
        **{
            **row,
            **{name: tuple(row[name]) for name in several},
            **{name: date.fromisoformat(row[name]) for name in days},
        }
    )


def _newness(edition: Edition) -> tuple[int, int, date, str]:
    """The last year it covers, then when it was loaded, then the file's own date."""
    last = edition.years[-1] if edition.years else 0
    return last, edition.load, edition.dated, edition.file


def settled(editions: Iterable[Edition]) -> list[Edition]:
    """All editions, oldest first, each told whether it is in use and what differs from the next."""
    subjects: dict[str, list[Edition]] = {}
    for edition in sorted(editions, key=_newness):
        subjects.setdefault(edition.subject, []).append(edition)
    return [one for some in subjects.values() for one in _of_one_subject(some)]


def _of_one_subject(editions: list[Edition]) -> list[Edition]:
    used = editions[-1]
    found = []
    for before, edition in zip([None, *editions], editions, strict=False):
        new = () if before is None else _lacking(edition.headings, before.headings)
        is_used = edition is used
        found.append(
            replace(
                edition,
                replaced_by="" if is_used else used.file,
                only_here=() if is_used else _only_in(edition, used),
                new_headings=new,
            )
        )
    return found


def _only_in(older: Edition, used: Edition) -> tuple[str, ...]:
    years = [str(year) for year in older.years if year not in used.years]
    return (*years, *_lacking(older.headings, used.headings))


def _lacking(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in some if one not in others)
