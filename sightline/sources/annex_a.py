"""The door for Annex A, the workbook of lists a council gives inspectors.

Each list is found by its headings, whatever its sheet is called and wherever its headings stand.
Lists tell about six months and often only the latest of a kind (the last visit, the latest
review): those are kept for people to see, and no rule takes them for the whole.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow.compute as pc

from sightline.sources.arrival import Arrival, ArrivedTable, UnreadFile
from sightline.sources.could_not import CouldNot
from sightline.sources.fingerprint import content_fingerprint
from sightline.sources.headings_of_annex_a import CHILD
from sightline.sources.lists_of_annex_a import LISTS
from sightline.sources.mapping import (
    SourceList,
    fill,
    latest_day,
    one_row_each,
    plain,
    said_of_itself,
    together,
)
from sightline.sources.words import without_choice

KIND = "Annex A workbook"
ENDINGS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
HEADINGS_WITHIN = 20  # rows: some councils put a title and notes above the headings
FEWEST_HEADINGS = 4
MONTHS_TOLD = 6


def looks_like_this(path: Path) -> bool:
    """True for a workbook. What it holds shows on reading."""
    return path.is_file() and path.suffix.lower() in ENDINGS


def fingerprint(path: Path) -> str:
    """The same for the same workbook."""
    return content_fingerprint([path])


def read(path: Path, progress: Callable[[int, int], None] | None = None) -> Arrival:
    """Read every list of the workbook that has a place in the records.

    Raises CouldNot where the file is no workbook, or holds none of the lists.
    """
    arrival = Arrival(KIND, {}, fingerprint=fingerprint(path))
    sheets = _sheets(path)
    parts: list[ArrivedTable] = []
    for done, (name, rows) in enumerate(sheets):
        if progress:
            progress(done, len(sheets))
        parts.extend(_of_sheet(path, name, rows, arrival))
    if not parts:
        raise CouldNot(
            f"{path.name} holds none of the lists of Annex A.",
            "Give the workbook with the lists, each with its headings as Ofsted words them.",
        )
    if fingerprint(path) != arrival.fingerprint:
        raise CouldNot(
            f"The workbook {path.name} changed while it was read.",
            "Wait until it has been saved, then load again.",
        )
    arrival.tables = together(parts)
    for name, by in {
        "children": ("child",),
        "referrals": ("child", "received"),
        "initial_conferences": ("child", "held"),
    }.items():
        if name in arrival.tables:
            arrival.tables[name] = one_row_each(arrival.tables[name], by)
    if "care_leavers" in arrival.tables:
        arrival.tables["care_leavers"] = _as_last_known(arrival.tables["care_leavers"])
    day = latest_day(arrival.tables.values())
    arrival.tables["extract"] = said_of_itself(path.name, day, MONTHS_TOLD)
    arrival.notes.append(
        f"The workbook does not say its day; {day} is taken, the latest day on any list, "
        f"and the {MONTHS_TOLD} months before it as the time it tells of."
    )
    return arrival


def _as_last_known(leavers: ArrivedTable) -> ArrivedTable:
    """Care leavers as they were on the later of the last contact and the last review of the plan."""
    known = pc.max_element_wise(
        leavers.rows["latest_contact"], leavers.rows["pathway_plan_reviewed"]
    )
    place = leavers.rows.column_names.index("as_of")
    rows = leavers.rows.set_column(place, "as_of", known)
    return replace(leavers, rows=rows, filled=leavers.filled | {"as_of"})


def _sheets(path: Path) -> list[tuple[str, list[list[object]]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_path(path)
        return [(name, _rows(workbook.get_sheet_by_name(name))) for name in workbook.sheet_names]
    except (CalamineError, OSError, ValueError) as error:
        raise CouldNot(
            f"{path.name} is no workbook that can be read.",
            "Open it in a spreadsheet, save it as .xlsx without a password, and load that.",
        ) from error


def _rows(sheet: Any) -> list[list[object]]:
    return sheet.to_python(skip_empty_area=False)


def _of_sheet(
    path: Path, sheet: str, rows: list[list[object]], arrival: Arrival
) -> Iterator[ArrivedTable]:
    found = _headings(rows)
    if found is None:
        if any(cell not in ("", None) for row in rows for cell in row):
            arrival.notes.append(f"The sheet {sheet} holds no list and was left unread.")
        return
    at, headings = found
    for distinctive, (list_name, fills) in LISTS.items():
        if plain(distinctive) in headings:
            source = _source_list(f"{path.name}, {list_name}", at, headings, rows)
            yield from (fill(one, source) for one in fills)
            return
    arrival.unread_files.append(
        UnreadFile(
            f"{path.name}, {sheet}",
            "Its headings are those of no list of Annex A.",
            "Use the headings as Ofsted words them.",
        )
    )


def _headings(rows: list[list[object]]) -> tuple[int, list[str]] | None:
    """Where the headings stand, and the headings without case and signs."""
    child = {plain(CHILD), plain("Individual adopter identifier")}
    for at, row in enumerate(rows[:HEADINGS_WITHIN]):
        headings = [plain(without_choice(str(cell or ""))) for cell in row]
        if child & set(headings) and len([one for one in headings if one]) >= FEWEST_HEADINGS:
            return at, headings
    return None


def _source_list(file: str, at: int, headings: list[str], rows: list[list[object]]) -> SourceList:
    filled = [
        (number, row)
        for number, row in enumerate(rows[at + 1 :], start=at + 2)
        if any(cell not in ("", None) for cell in row)
    ]
    columns: dict[str, list[str | None]] = {}
    for place, heading in enumerate(headings):
        if heading and heading not in columns:
            columns[heading] = [
                _text(row[place]) if place < len(row) else None for _, row in filled
            ]
    return SourceList(file, columns, [number for number, _ in filled])


def _text(cell: object) -> str | None:
    """A cell as text: days ISO, whole numbers without a decimal point, nothing as None."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
