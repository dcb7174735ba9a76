"""The door for the return on children looked after (SSDA903): its CSV files, of one year or more.

Each file is known by its headings, whatever it is called. Files of two years, beside each other or
in a folder each, are read together: an episode that was open at the end of one year and has ended
in the next is one episode.
"""

import csv
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from sightline.records.tables import TABLES
from sightline.sources.arrival import FILE, ROW, Arrival, ArrivedTable, UnreadFile, typed_schema
from sightline.sources.could_not import CouldNot
from sightline.sources.fingerprint import content_fingerprint
from sightline.sources.mapping import (
    Fill,
    SourceList,
    Take,
    fill,
    latest_day,
    one_row_each,
    plain,
    together,
)
from sightline.sources.table_files import NotReadable, read_rows
from sightline.sources.words import code, sex

KIND = "Return on children looked after (SSDA903)"
ONLY_ADOPTED = "the return tells it only of children adopted in the year"
ONLY_IN_CARE = "the return tells workers of children in care only"

CHILD = Take("child", ("CHILD",))
WHO = Fill(
    "children",
    (
        CHILD,
        Take("born", ("DOB",)),
        Take("sex", ("SEX",), sex),
        Take("ethnicity", ("ETHNIC",), code("ethnicity")),
        Take("pupil_number", ("UPN",)),
    ),
)

# By headings that only this file has: its name and what it tells.
FILES: dict[tuple[str, ...], tuple[str, tuple[Fill, ...]]] = {
    ("ETHNIC",): ("header", (WHO,)),
    ("DECOM", "RNE"): (
        "episodes",
        (
            Fill(
                "care_episodes",
                (
                    CHILD,
                    Take("started", ("DECOM",)),
                    Take("ended", ("DEC",)),
                    Take("start_reason", ("RNE",)),
                    Take("end_reason", ("REC",)),
                    Take("legal_status", ("LS",)),
                    Take("primary_need", ("CIN",)),
                ),
            ),
            Fill(
                "placements",
                (
                    CHILD,
                    Take("started", ("DECOM",)),
                    Take("ended", ("DEC",)),
                    Take("type", ("PLACE",)),
                    Take("provider", ("PLACE_PROVIDER",)),
                    Take("change_reason", ("REASON_PLACE_CHANGE",)),
                    Take("home_urn", ("URN",)),
                    Take("postcode", ("PL_POST",)),
                ),
            ),
        ),
    ),
    ("MIS_START",): (
        "missing",
        (
            WHO,
            Fill(
                "missing_episodes",
                (
                    CHILD,
                    Take("started", ("MIS_START",)),
                    Take("returned", ("MIS_END",)),
                    Take("type", ("MISSING",)),
                ),
            ),
        ),
    ),
    ("REVIEW", "REVIEW_CODE"): (
        "reviews",
        (
            WHO,
            Fill(
                "care_reviews",
                (CHILD, Take("held", ("REVIEW",)), Take("participation", ("REVIEW_CODE",))),
            ),
        ),
    ),
    ("DUC",): ("UASC", (replace(WHO, always={"unaccompanied": "yes"}),)),
    ("SW_DECOM",): (
        "social worker",
        (
            WHO,
            Fill(
                "allocations",
                (
                    CHILD,
                    Take("worker", ("SW_ID",)),
                    Take("started", ("SW_DECOM",)),
                    Take("ended", ("SW_DEC",)),
                    Take("change_reason", ("SW_REASON",)),
                ),
                always={"role": "social worker"},
                partly={"started": ONLY_IN_CARE},
            ),
        ),
    ),
    ("PREV_PERM",): (
        "previous permanence",
        (
            WHO,
            Fill(
                "previous_permanence",
                (
                    CHILD,
                    Take("ordered", ("DATE_PERM",)),
                    Take("option", ("PREV_PERM",)),
                    Take("council", ("LA_PERM",)),
                ),
                only_where="option",
            ),
        ),
    ),
    ("DATE_MATCH",): (
        "adoption (AD1)",
        (
            WHO,
            Fill(
                "permanence",
                (
                    CHILD,
                    Take("decided", ("DATE_INT",)),
                    Take("matched", ("DATE_MATCH",)),
                    Take("adopted_by_carer", ("FOSTER_CARE",)),
                    Take("adopters", ("NB_ADOPTR",)),
                    Take("adopter_sex", ("SEX_ADOPTR",)),
                    Take("adopter_status", ("LS_ADOPTR",)),
                ),
                partly=dict.fromkeys(
                    ("matched", "adopted_by_carer", "adopters", "adopter_sex", "adopter_status"),
                    ONLY_ADOPTED,
                ),
            ),
        ),
    ),
    ("DATE_PLACED",): (
        "placed for adoption",
        (
            WHO,
            Fill(
                "permanence",
                (
                    CHILD,
                    Take("decided", ("DATE_PLACED",)),
                    Take("decision_reversed", ("DATE_PLACED_CEASED",)),
                    Take("reversal_reason", ("REASON_PLACED_CEASED",)),
                ),
            ),
        ),
    ),
}
# Known, and not taken: what they tell has no day of its own.
NOT_TAKEN = {
    "SDQ_SCORE": "OC2 (health)",
    "ACCOM": "OC3 (care leavers)",
    "DOLO_START": "deprivation of liberty",
}
SAME_THING = {
    "children": ("child",),
    "care_episodes": ("child", "started"),
    "placements": ("child", "started"),
    "missing_episodes": ("child", "started"),
    "care_reviews": ("child", "held"),
    "allocations": ("child", "worker", "started"),
    "previous_permanence": ("child", "option"),
    "permanence": ("child", "decided"),
}
HEADINGS = {name for names in FILES for name in names} | {
    name
    for _, fills in FILES.values()
    for one in fills
    for take in one.takes
    for name in take.names
}


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
    parts = [fill(one, source) for one in _fills(kind)]
    parts[-1].unread_rows.extend(unread)
    yield from parts


def _fills(kind: str) -> tuple[Fill, ...]:
    return next(fills for name, fills in FILES.values() if name == kind)


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
    year_end = None if day is None else date(day.year + (day > date(day.year, 3, 31)), 3, 31)
    table = TABLES["extract"]
    row = {"extract_day": year_end, FILE: source, ROW: 0}
    rows = pa.Table.from_pylist([row], typed_schema(table))
    return ArrivedTable(table, rows, frozenset({"extract_day"}))
