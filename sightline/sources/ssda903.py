"""The door for the return on children looked after (SSDA903): its CSV files, of one year or more.

Each file is known by its headings, whatever it is called. Files of two years, beside each other or
in a folder each, are read together: an episode that was open at the end of one year and has ended
in the next is one episode.
"""

import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from sightline.records.tables import TABLES
from sightline.sources.arrival import FILE, ROW, Arrival, ArrivedTable, UnreadFile, typed_schema
from sightline.sources.could_not import CouldNot
from sightline.sources.files_of_ssda903 import (
    BIRTHDAY,
    FILES,
    HEADINGS,
    NOT_TAKEN,
    SAME_THING,
    TAKEN_IN_PART,
    YEAR_END,
)
from sightline.sources.fingerprint import content_fingerprint
from sightline.sources.mapping import (
    Fill,
    SourceList,
    fill,
    latest_day,
    months_before,
    one_row_each,
    plain,
    together,
)
from sightline.sources.ssd.columns import days
from sightline.sources.table_files import NotReadable, read_rows

KIND = "Return on children looked after (SSDA903)"
# The year in the name of a file or its folder: 2023-24, 2023_24, 2023-2024.
YEAR_IN_A_NAME = re.compile(r"(20\d\d)[-_/ ]?(?:20)?(\d\d)(?!\d)")


def looks_like_this(folder: Path) -> bool:
    """True for a folder with the file of episodes, or of who the children are."""
    return folder.is_dir() and any(
        _kind_of(_headings(file)) in ("episodes", "header") for file in _files(folder)
    )


def fingerprint(folder: Path) -> str:
    """The same for the same files with the same content."""
    return content_fingerprint(_files(folder))


def read(folder: Path, progress: Callable[[int, int], None] | None = None) -> Arrival:
    """Read every file of the return; one that cannot be read is listed and the others go on."""
    arrival = Arrival(KIND, {}, fingerprint=fingerprint(folder))
    files = list(_files(folder))
    parts: list[ArrivedTable] = []
    for done, file in enumerate(files):
        if progress:
            progress(done, len(files))
        try:
            parts.extend(_of_file(folder, file, arrival))
        except NotReadable as fault:
            name = str(file.relative_to(folder))
            arrival.unread_files.append(UnreadFile(name, fault.reason, fault.how_to_mend))
    if fingerprint(folder) != arrival.fingerprint:
        raise CouldNot(
            f"The folder {folder.name} changed while it was read.",
            "Wait until the files have been written, then load again.",
        )
    tables = together(parts)
    arrival.tables = {name: one_row_each(table, SAME_THING[name]) for name, table in tables.items()}
    if "care_episodes" in arrival.tables:
        episodes = arrival.tables["care_episodes"]
        arrival.tables["care_episodes"] = _with_entry_to_care(episodes)
        arrival.tables["placements"] = _without_mere_changes_of_status(
            arrival.tables["placements"], episodes
        )
    arrival.tables["extract"] = _extract(folder.name, arrival.tables.values())
    return arrival


def _files(folder: Path) -> list[Path]:
    """CSV files here and one folder down, the last name first: a later year knows more."""
    return sorted([*folder.glob("*.[cC][sS][vV]"), *folder.glob("*/*.[cC][sS][vV]")], reverse=True)


def _headings(file: Path) -> set[str]:
    with file.open("rb") as content:
        line = content.readline(65_536).decode("utf-8-sig", errors="replace")
    return {name.strip().upper() for name in next(csv.reader([line]), [])}


def _kind_of(headings: set[str]) -> str | None:
    if "CHILD" not in headings:
        return None
    for distinctive, (kind, _) in FILES.items():
        if headings.issuperset(distinctive):
            return kind
    return None


def _of_file(folder: Path, file: Path, arrival: Arrival) -> Iterable[ArrivedTable]:
    headings, name = _headings(file), str(file.relative_to(folder))
    kind = _kind_of(headings)
    if kind is None:
        for distinctive, what in NOT_TAKEN.items():
            if distinctive in headings:
                arrival.notes.append(f"{name}: {what} has no place in the records yet.")
                return
    rows, unread = read_rows(file, TABLE_OF.get(kind or "", ""), [one.lower() for one in HEADINGS])
    if kind is None:
        raise NotReadable(
            "Its headings are those of no file of the return.",
            "Give the CSV files as they are sent to the Department for Education.",
        )
    source = SourceList(
        name,
        {plain(column): values.to_pylist() for column, values in rows.columns.items()},
        rows.row_numbers.to_pylist(),
    )
    if any(take.names[0] in (YEAR_END, BIRTHDAY) for one in _fills(kind) for take in one.takes):
        _add_days_of_the_year(source, _year_end(file))
    if kind in TAKEN_IN_PART:
        arrival.notes.append(f"{name}, {kind}: {TAKEN_IN_PART[kind]}.")
    parts = [fill(one, source) for one in _fills(kind)]
    parts[-1].unread_rows.extend(unread)
    yield from parts


def _fills(kind: str) -> tuple[Fill, ...]:
    return next(fills for name, fills in FILES.values() if name == kind)


def _year_end(file: Path) -> date:
    """The 31 March that ends the year a file is of, by its name, its folder's, or the episodes beside it."""
    for name in (file.stem, file.parent.name):
        for first, last in YEAR_IN_A_NAME.findall(name):
            if (int(first) + 1) % 100 == int(last):
                return date(int(first) + 1, 3, 31)
    beside = [one for one in _files(file.parent) if one.parent == file.parent]
    episodes = [one for one in beside if _kind_of(_headings(one)) == "episodes"]
    latest = _latest_of_episodes(episodes[0]) if len(episodes) == 1 else None
    if latest is None:
        raise NotReadable(
            "Nothing says of which year it is.",
            "Put the files of each year into a folder named after it, such as 2023-24.",
        )
    return _end_of_year(latest)


def _latest_of_episodes(file: Path) -> date | None:
    rows, _ = read_rows(file, "care_episodes", ["decom", "dec"])
    found = [pc.max(days(values)).as_py() for values in rows.columns.values()]
    return max((day for day in found if day and day <= date.today()), default=None)


def _end_of_year(day: date) -> date:
    return date(day.year + (day > date(day.year, 3, 31)), 3, 31)


def _add_days_of_the_year(source: SourceList, year_end: date) -> None:
    """Two columns: the end of the year, and the child's birthday in it where the birth is told."""
    born = days(pa.array(source.columns.get("dob", [None] * len(source.rows)), pa.string()))
    source.columns[plain(YEAR_END)] = [year_end.isoformat()] * len(source.rows)
    source.columns[plain(BIRTHDAY)] = [
        (_birthday(one, year_end) if one else year_end).isoformat() for one in born.to_pylist()
    ]


def _birthday(born: date, year_end: date) -> date:
    """The birthday in the year that ends on a 31 March; in years without one, 28 February."""
    year = year_end.year - (born.month > year_end.month)
    return months_before(born, (born.year - year) * 12)


TABLE_OF = {kind: fills[-1].table for kind, fills in FILES.values()}


def _with_entry_to_care(episodes: ArrivedTable) -> ArrivedTable:
    """The day a period of care began is the start of its episode with reason S, where that is told."""
    began: dict[Any, date | None] = {}
    rows = sorted(episodes.rows.to_pylist(), key=_child_and_day)
    for row in rows:
        if row["start_reason"] == "S":
            began[row["child"]] = row["started"]
        row["entered_care"] = began.get(row["child"])
        if row["end_reason"] not in (None, "X1"):
            began.pop(row["child"], None)
    told = pa.Table.from_pylist(rows, episodes.rows.schema)
    return replace(episodes, rows=told, filled=episodes.filled | {"entered_care"})


def _without_mere_changes_of_status(
    placements: ArrivedTable, episodes: ArrivedTable
) -> ArrivedTable:
    """An episode that began with a new legal status only (L) goes on in the same placement."""
    mere = {
        (row["child"], row["started"])
        for row in episodes.rows.to_pylist()
        if row["start_reason"] == "L"
    }
    kept: list[dict[str, Any]] = []
    for row in sorted(placements.rows.to_pylist(), key=_child_and_day):
        goes_on = kept and kept[-1]["child"] == row["child"] and kept[-1]["ended"] == row["started"]
        if goes_on and (row["child"], row["started"]) in mere:
            kept[-1]["ended"], kept[-1]["change_reason"] = row["ended"], row["change_reason"]
        else:
            kept.append(row)
    return replace(placements, rows=pa.Table.from_pylist(kept, placements.rows.schema))


def _child_and_day(row: dict[str, Any]) -> tuple[str, date]:
    return row["child"] or "", row["started"] or date.min


def _extract(source: str, tables: Iterable[ArrivedTable]) -> ArrivedTable:
    """The return speaks up to the 31 March after its latest day."""
    day = latest_day(tables)
    year_end = None if day is None else _end_of_year(day)
    table = TABLES["extract"]
    row = {"extract_day": year_end, FILE: source, ROW: 0}
    rows = pa.Table.from_pylist([row], typed_schema(table))
    return ArrivedTable(table, rows, frozenset({"extract_day"}))
