"""Writing the workbook: eleven lists, then the checks, the counts, a sample and the workers' names."""

import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sightline.returns.annex_a.checks import Fault, faults_of
from sightline.returns.annex_a.counts import Count, counts_of
from sightline.returns.annex_a.filled_from import columns_read
from sightline.returns.annex_a.lists import Lists, Progress, lists_of
from sightline.returns.annex_a.period import Period
from sightline.returns.annex_a.sample import Drawn, sample_of
from sightline.returns.told_records import Row, ToldRecords
from sightline.sources.could_not import CouldNot
from sightline.sources.headings_of_annex_a import HEADINGS

LONGEST_SHEET_NAME = 31
ROWS_NAMED = 20
SEX_INSTEAD_OF_GENDER = date(2026, 4, 1)
ONLY_ITS_OWNER = 0o600
MADE_UP = "Made up: no child, family, worker or council in this file exists"


@dataclass(frozen=True)
class Written:
    """A workbook that was written: where, of which day, what is on it and what its check found."""

    file: Path
    authority: str
    day: date
    made_up: bool
    rows: dict[int, int]
    faults: list[Fault]
    counts: list[Count]
    notes: list[str]

    @property
    def to_mend(self) -> bool:
        """Whether rows are at fault or counts differ; what no source tells is nothing to mend here."""
        return any(not fault.because for fault in self.faults) or not all(
            count.agrees for count in self.counts
        )


def write_annex_a(
    backend: Any,
    out: Path,
    *,
    on: date | None = None,
    seed: int = 1,
    progress: Progress | None = None,
) -> Written:
    """Write the workbook of the ledger on a day to ``out``; by default on the last day it speaks of.

    ``seed`` draws the sample of cases and is written beside it. Only its owner may read the file: it is personal data of every child on it. Raises CouldNot
    for a day the records do not reach and where the file cannot be written.
    """
    told = ToldRecords.of_ledger(backend, on, columns_read())
    lists = lists_of(told, progress)
    faults, counts = faults_of(told, lists), counts_of(told, lists)
    notes = _notes(told)
    extra: dict[str, Sequence[Sequence[Any]]] = {
        "Check": _check_rows(faults, first_row(told)),
        "Counts": _count_rows(counts),
        "Sample": _sample_rows(sample_of(lists, seed), seed),
        "About": [[note] for note in notes],
        "Workers": _workers(told),
    }
    write_lists(told, lists, out, extra)
    return Written(
        out,
        told.authority,
        told.day,
        told.extract.made_up,
        {number: len(rows) for number, rows in lists.items()},
        faults,
        counts,
        notes,
    )


def write_lists(
    told: ToldRecords,
    lists: Lists,
    out: Path,
    extra: dict[str, Sequence[Sequence[Any]]] | None = None,
) -> None:
    """Write lists, and ``extra`` sheets after them, as a workbook that only its owner may read."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        # A name of its own until it is whole: nobody finds half a workbook, or one open to others.
        handle, name = tempfile.mkstemp(prefix=".", suffix=".xlsx", dir=out.parent)
        os.close(handle)
    except OSError as error:
        raise CouldNot(
            f"{out} cannot be written: {(error.strerror or 'refused').lower()}.",
            "Give another place with --out, or ask for write access to that folder.",
        ) from error
    unfinished = Path(name)
    try:
        _write(told, lists, unfinished, extra or {})
        unfinished.chmod(ONLY_ITS_OWNER)
        os.replace(unfinished, out)
    finally:
        unfinished.unlink(missing_ok=True)


def first_row(told: ToldRecords) -> int:
    """Number of the first row below the headings, as a spreadsheet counts."""
    return 3 if told.extract.made_up else 2


def _write(
    told: ToldRecords, lists: Lists, out: Path, extra: dict[str, Sequence[Sequence[Any]]]
) -> None:
    import xlsxwriter

    options = {
        "constant_memory": True,
        "default_date_format": "dd/mm/yyyy",
        # A worker or team whose name begins with "=" is text, never a formula.
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(out, options) as workbook:
        if told.extract.made_up:
            workbook.set_properties({"comments": MADE_UP})
        for number, (name, headings) in HEADINGS.items():
            sheet = workbook.add_worksheet(f"List {number} {name}"[:LONGEST_SHEET_NAME])
            rows = ([row.get(heading) for heading in headings] for row in lists[number])
            _fill(sheet, told, [_as_worded_on(told.day, headings), *rows])
        for name, table in extra.items():
            _fill(workbook.add_worksheet(name), told, table)


def _fill(sheet: Any, told: ToldRecords, rows: Iterable[Sequence[object]]) -> None:
    place = 0
    if told.extract.made_up:
        sheet.write_row(0, 0, [MADE_UP])
        place = 1
    for row in rows:
        sheet.write_row(place, 0, row)
        place += 1


def _as_worded_on(day: date, headings: Sequence[str]) -> list[str]:
    if day < SEX_INSTEAD_OF_GENDER:
        return list(headings)
    return ["Sex" if heading == "Gender" else heading for heading in headings]


def _check_rows(faults: list[Fault], first: int) -> list[list[Any]]:
    heads: list[Any] = ["List", "Column", "Kind", "What", "Why", "Rows", "The first of them"]
    return [
        heads,
        *(
            [
                fault.number,
                fault.heading,
                fault.kind,
                fault.what,
                fault.because,
                len(fault.rows),
                ", ".join(str(place + first) for place in fault.rows[:ROWS_NAMED]),
            ]
            for fault in faults
        ),
    ]


def _count_rows(counts: list[Count]) -> list[list[Any]]:
    heads: list[Any] = [
        "List",
        "Counted",
        "Definition",
        "On the list",
        "In the records",
        "Agree",
        "Figure",
    ]
    return [
        heads,
        *(
            [
                one.number,
                one.what,
                one.definition,
                one.on_the_list,
                one.in_the_records,
                "yes" if one.agrees else "no",
                one.figure,
            ]
            for one in counts
        ),
    ]


def _sample_rows(drawn: list[Drawn], seed: int) -> list[list[Any]]:
    """The sample of cases. Its heading for children is not that of a list, so that no door takes it for one."""
    heads: list[Any] = ["Kind of case", "List", "Child", "Team", "Age", "Seed"]
    return [heads, *([one.kind, one.number, one.child, one.team, one.ages, seed] for one in drawn)]


def _workers(told: ToldRecords) -> list[list[Any]]:
    """The lists hold workers' ids; their names stand here, where the ledger has them."""
    named: list[Row] = [row for row in told.rows("workers") if row["name"]]
    rows = sorted([row["worker"], row["name"]] for row in named)
    return [["Id of the worker", "Name"], *rows]


def _notes(told: ToldRecords) -> list[str]:
    period = Period(told.day)
    notes = [
        f"Annex A of {told.authority} on {told.day}.",
        f"Lists 1 to 5 hold what happened or ran from {period.since} to {told.day}; lists 6 to 8 "
        "what runs on the day or ended in that time; list 9 every care leaver recorded; lists 10 "
        f"and 11 what ran from {period.since_of_adoption}.",
        "Headings and words follow the specification that the London councils share. They were not "
        "checked against Ofsted's own workbook of 2026.",
        "Lists hold workers by their id. Names stand on the sheet Workers, where the records have them.",
    ]
    earliest = told.extract.earliest_day
    if earliest and earliest > period.a_year_ago:
        notes.append(
            f"The records begin on {earliest}: lists and counts that reach further back are not whole."
        )
    if told.extract.extract_day and told.day < told.extract.extract_day:
        notes.append(
            f"The records reach to {told.extract.extract_day}. What happened after {told.day} was "
            "left out, but what was written up late is in."
        )
    return notes
