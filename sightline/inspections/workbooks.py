"""Workbooks: every table of what was read, and the latest inspection of each authority.

The second has the columns that existing dashboards of children's services inspections take, so
that they can be fed from it: one row an authority, names and order as those dashboards know them.
"""

from datetime import date
from pathlib import Path

import xlsxwriter

from sightline.inspections.authorities import authorities
from sightline.inspections.comparing.grades import day_of, grades_of, placed_on
from sightline.inspections.facts import TABLES, Documents, Event
from sightline.inspections.tables import table_of

GRADED = ("ilacs_inspection", "sif_inspection", "sif_reinspection")

LATEST_COLUMNS = (
    "urn",
    "la_code",
    "ltla23cd",
    "local_authority",
    "overall_effectiveness_grade",
    "inspection_framework",
    "inspector_name",
    "inspection_start_date",
    "inspection_end_date",
    "publication_date",
    "impact_of_leaders_grade",
    "help_and_protection_grade",
    "in_care_grade",
    "care_leavers_grade",
    "file",
    "note",
)

_CELL_LIMIT = 32_767  # characters that a workbook's cell can hold


def write_all_tables(documents: Documents, path: Path) -> None:
    """Every table as a sheet of one workbook, with a header row that stays in sight."""
    with xlsxwriter.Workbook(path, _OPTIONS) as book:
        for name in TABLES:
            table = table_of(documents, name)
            _sheet(book, name, table.column_names, (row.values() for row in table.to_pylist()))


def write_latest_inspections(documents: Documents, path: Path) -> int:
    """The latest graded inspection of each authority; returns how many rows were written."""
    rows = latest_inspections(documents)
    with xlsxwriter.Workbook(path, _OPTIONS) as book:
        _sheet(book, "latest inspections", LATEST_COLUMNS, (row.values() for row in rows))
    return len(rows)


def latest_inspections(documents: Documents) -> list[dict[str, object]]:
    """One row an authority, in order of name, of its latest graded whole-service inspection."""
    latest: dict[str, Event] = {}
    for event in documents.events:
        if event.kind in GRADED and event.urn and day_of(event):
            held = latest.get(event.urn)
            if held is None or placed_on(event) > placed_on(held):
                latest[event.urn] = event
    return [_row(documents, event) for event in sorted(latest.values(), key=lambda e: e.authority)]


def _row(documents: Documents, event: Event) -> dict[str, object]:
    grades = grades_of(documents, event)
    codes = {each.urn: each for each in authorities()}.get(event.urn)
    care, note = _care_grade(grades)
    values = (
        event.urn,
        codes.code if codes else "",
        codes.ons_code if codes else "",
        event.authority,
        grades.get("overall_effectiveness", ""),
        " ".join(filter(None, (event.framework, event.length))),
        event.lead_inspector,
        event.starts,
        event.ends,
        event.published,
        grades.get("leadership", ""),
        grades.get("help_and_protection", ""),
        care,
        grades.get("care_leavers", ""),
        event.file,
        note,
    )
    return dict(zip(LATEST_COLUMNS, values, strict=True))


def _care_grade(grades: dict[str, str]) -> tuple[str, str]:
    """The grade for the in-care column, and a note where the framework's area was a wider one."""
    for area, note in (
        ("children_in_care", ""),
        ("children_in_care_and_care_leavers", "in care: graded together with care leavers"),
        ("children_looked_after_and_permanence", "in care: graded with adoption and care leavers"),
    ):
        if area in grades:
            return grades[area], note
    return "", ""


_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}


def _sheet(book, name: str, columns, rows) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True})
    iso = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(tuple(columns)) - 1, 18)
    for column, title in enumerate(columns):
        sheet.write_string(0, column, title, bold)
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            _write(sheet, last, column, value, iso)
    sheet.autofilter(0, 0, last, len(tuple(columns)) - 1)


def _write(sheet, row: int, column: int, value: object, iso) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, iso)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    else:
        sheet.write_string(row, column, str(value)[:_CELL_LIMIT])
