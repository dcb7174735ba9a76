"""The made-up authority as an Annex A workbook: eleven lists of the last six months."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from sightline.sources.annex_a import MONTHS_TOLD
from sightline.sources.headings_of_annex_a import CHILD, HEADINGS
from sightline.sources.mapping import months_before
from sightline.synthetic.annex_a_rows import LISTS, YES_NO, Period, choice
from sightline.synthetic.told_records import Row, ToldRecords
from sightline.synthetic.writing import MADE_UP

SEXES = {"M": "a) Male", "F": "b) Female", "U": "c) Not stated/recorded (or unborn)"}
DAYS_IN_A_YEAR = 365.25
LONGEST_SHEET_NAME = 31


def write_annex_a(
    records: Path, out: Path, progress: Callable[[int, int], None] | None = None
) -> dict[str, int]:
    """Write the record tables in ``records`` as the workbook ``out``; gives rows by list.

    Every list tells the six months up to the extract day, and often only the latest of a kind.
    """
    import xlsxwriter

    told = ToldRecords(records)
    day = told.extract_day
    period = Period(months_before(day, MONTHS_TOLD), day)
    out.parent.mkdir(parents=True, exist_ok=True)
    options = {"constant_memory": True, "default_date_format": "dd/mm/yyyy"}
    written = {}
    with xlsxwriter.Workbook(out, options) as workbook:
        workbook.set_properties({"comments": MADE_UP["made_up"]})
        for number, (name, headings) in HEADINGS.items():
            if progress:
                progress(number - 1, len(HEADINGS))
            sheet = workbook.add_worksheet(f"List {number} {name}"[:LONGEST_SHEET_NAME])
            rows = list(LISTS[number](told, period))
            _write(sheet, headings, (_with_who(told, row, day) for row in rows))
            written[f"List {number}"] = len(rows)
    return written


def _write(sheet, headings: tuple[str, ...], rows: Iterable[Row]) -> None:
    sheet.write_row(0, 0, [f"Made up: {MADE_UP['made_up'].removeprefix('yes: ')}"])
    sheet.write_row(1, 0, headings)
    for place, row in enumerate(rows, start=2):
        sheet.write_row(place, 0, [row.get(heading) for heading in headings])


def _with_who(told: ToldRecords, row: Row, day: date) -> Row:
    """The row with who the child is; a row about an adult stays as it is."""
    child = told.children.get(row.get(CHILD, ""))
    if child is None:
        return row
    born = child["born"] or child["expected_birth"]
    return {
        **row,
        "Gender": SEXES[child["sex"]],
        "Ethnicity": choice("ethnicity", child["ethnicity"]),
        "Date of Birth": born,
        "Age of Child (Years)": int((day - born).days / DAYS_IN_A_YEAR) if child["born"] else -1,
        "Does the Child have a Disability": YES_NO[child["disabled"]],
    }
