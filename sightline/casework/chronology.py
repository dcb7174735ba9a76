"""Which entries of the records stand in the chronology people keep of a child, and what they meant.

An entry is one end of a row of a record table. A source's own ids change overnight, so it is known
by its table, its day and which end it is; two rows of a table on one day are one entry.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sightline.casework.models import Person, Recording, RecordingVersion
from sightline.casework.policy import RECORD, ChildRecord
from sightline.casework.recorded_tables import checked
from sightline.casework.recording import Stale, new_recording, new_version, standing_versions
from sightline.casework.writing import NotRecorded, write

TABLE = "chronology_choices"
CHANGED = "Changed in the chronology."


@dataclass(frozen=True, order=True)
class Entry:
    """One entry of the records: ``moment`` is "begins" or "ends"."""

    day: date
    table: str
    moment: str


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What stands chosen about an entry, and since when by whom."""

    stands: bool
    impact_on_child: str
    version: RecordingVersion


def choices_of(child: str) -> dict[Entry, Choice]:
    """What people chose about entries of the records of a child."""
    return {
        entry: Choice(
            stands=version.content["stands"],
            impact_on_child=version.content.get("impact_on_child", ""),
            version=version,
        )
        for entry, version in _standing(child).items()
    }


def choose(
    *,
    by: Person,
    child: ChildRecord,
    chosen: Mapping[Entry, bool],
    submission: str = "",
) -> Recording:
    """Put entries into the chronology (True) or take them out (False): all of it, or nothing.

    What was written about an entry stays with it. Raises NotRecorded where nothing is chosen.
    """

    def work(at: datetime) -> Recording:
        if not chosen:
            raise NotRecorded("Nothing was changed.", "Mark what is to stand, then send it again.")
        standing = _standing(child.child)
        first, *_ = [
            _chosen(by, child, standing.get(entry), entry, at, stands=stands)
            for entry, stands in sorted(chosen.items())
        ]
        return first

    return _written(by, child, work, submission)


def say_what_it_meant(
    *,
    by: Person,
    child: ChildRecord,
    entry: Entry,
    stands: bool,
    impact_on_child: str,
    seen: int,
    submission: str = "",
) -> Recording:
    """Write what an entry meant for the child. ``seen`` is the version read, 0 where there was none.

    Raises Stale where somebody wrote about it meanwhile: nobody's words are lost.
    """
    more = {"impact_on_child": impact_on_child}

    def work(at: datetime) -> Recording:
        earlier = _standing(child.child).get(entry)
        if earlier is not None and earlier.number != seen:
            raise Stale(earlier, more)
        return _chosen(by, child, earlier, entry, at, stands=stands, **more)

    return _written(by, child, work, submission)


def _written(by: Person, child: ChildRecord, work: Any, submission: str) -> Recording:
    return write(
        by=by,
        action=RECORD,
        thing="entries of the chronology chosen",
        record=child,
        work=work,
        submission=submission,
    )


def _chosen(
    by: Person,
    child: ChildRecord,
    earlier: RecordingVersion | None,
    entry: Entry,
    at: datetime,
    **more: Any,
) -> Recording:
    """The row of one choice: a new one, or a new version of what was chosen before."""
    named = {"happened": entry.day, "of_table": entry.table, "moment": entry.moment}
    if earlier is None:
        only_one = f"chronology {entry.table} {entry.moment} {entry.day} {child.child}"
        return new_recording(by, child, TABLE, named | more, at, only_one=only_one)
    content = checked(TABLE, {**earlier.content, **named, **more})
    new_version(earlier.recording, content, by, at, CHANGED)
    return earlier.recording


def _standing(child: str) -> dict[Entry, RecordingVersion]:
    return {
        Entry(
            date.fromisoformat(one.content["happened"]),
            one.content["of_table"],
            one.content["moment"],
        ): one
        for one in standing_versions(child, TABLE)
    }
