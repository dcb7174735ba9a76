"""Every figure of every indicator, from the files in use.

A declared indicator takes its published figure, and its counts for an interval; where only counts
are published it is worked out of them, and the page says so. Any other column is an indicator too.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from sightline.comparisons.areas import keys_of, year_of
from sightline.comparisons.indicators import (
    HIGHER,
    INDICATORS,
    LOWER,
    TABLE,
    Filters,
    Indicator,
)
from sightline.comparisons.marks import NO_BASE, are_marks, are_numbers, read_cells
from sightline.comparisons.published_files import PublishedFile

PLACE_COLUMNS = frozenset(
    (
        "time_period",
        "time_identifier",
        "geographic_level",
        "country_code",
        "country_name",
        "region_code",
        "region_name",
        "old_la_code",
        "la_name",
        "new_la_code",
    )
)
BETTER_IN_FILES = {"low": LOWER, "high": HIGHER}
FIGURES = pa.schema(
    [
        ("indicator", pa.string()),
        ("area", pa.string()),
        ("year", pa.int32()),
        ("value", pa.float64()),
        ("numerator", pa.float64()),
        ("denominator", pa.float64()),
        ("mark", pa.string()),
    ]
)


class Cell(NamedTuple):
    """What stands for one area and year: a number, or the mark in its place."""

    value: float | None
    mark: str | None


@dataclass(frozen=True)
class Shown:
    """An indicator with where its figures come from, as the register keeps it.

    ``is_worked_out``  whether the figure is Sightline's sum on published counts.
    ``is_declared``    whether it is one of the indicators Sightline knows, not a column as it is.
    """

    indicator: Indicator
    source: str
    is_worked_out: bool
    is_declared: bool = True


@dataclass
class WorkedOut:
    """All figures, the indicators they are of, and what was set aside of each file with its reason."""

    figures: pa.Table
    indicators: list[Shown]
    set_aside: dict[str, list[str]]


class Sheet:
    """The rows of one data set that can be placed, by the words in its filter columns."""

    def __init__(self, file: PublishedFile) -> None:
        self.file = file
        self.set_aside: list[str] = []
        keys, kinds = keys_of(file)
        years = [year_of(text) for text in file.column("time_period").to_pylist()]
        values = [name for name in file.rows.column_names if name not in PLACE_COLUMNS]
        self.filters, self.values = _apart(file.rows, values)
        placed = pa.array(
            [bool(k and kind and y) for k, kind, y in zip(keys, kinds, years, strict=True)],
            pa.bool_(),
        )
        rows = file.rows.append_column("key", pa.array(keys, pa.string()))
        rows = rows.append_column("year", pa.array(years, pa.int32())).filter(placed)
        self._count(
            file.rows.num_rows - rows.num_rows,
            "no council, region or country with a code, or no year",
        )
        self.rows = self._told_once(rows)
        self._parts: dict[Filters, pa.Table] = {}

    def _count(self, number: int, reason: str) -> None:
        if number:
            self.set_aside.append(f"{number:,} rows set aside: {reason}")

    def _told_once(self, rows: pa.Table) -> pa.Table:
        """Rows that say the same area and year twice cannot be told apart: the first is kept."""
        numbered = rows.append_column("row", pa.array(range(rows.num_rows), pa.int64()))
        first = numbered.group_by(["key", "year", *self.filters]).aggregate([("row", "min")])
        self._count(
            rows.num_rows - first.num_rows,
            "the same area, year and group as an earlier row of the file",
        )
        return rows.take(first["row_min"])

    def groups(self) -> list[Filters]:
        """Every combination of words in the filter columns."""
        if not self.filters:
            return [()]
        found = self.rows.select(self.filters).group_by(self.filters).aggregate([])
        return [tuple(row.items()) for row in found.to_pylist()]

    def part(self, filters: Filters) -> pa.Table:
        """The rows with these words in these columns."""
        if filters not in self._parts:
            rows = self.rows
            for column, words in filters:
                if column in rows.column_names:
                    rows = rows.filter(pc.equal(rows[column], words))
            self._parts[filters] = rows
        return self._parts[filters]

    def cells(self, filters: Filters, column: str) -> dict[tuple[str, int], Cell]:
        """What stands in a column by area and year; of columns joined by +, the sum."""
        part = self.part(filters)
        names = column.split("+")
        if any(name not in part.column_names for name in names):
            return {}
        places = list(zip(part["key"].to_pylist(), part["year"].to_pylist(), strict=True))
        read = []
        for name in names:
            numbers, marks = read_cells(part[name])
            read.append(zip(numbers.to_pylist(), marks.to_pylist(), strict=True))
        return {
            place: _added(cells)
            for place, cells in zip(places, zip(*read, strict=True), strict=True)
        }


def _added(cells: tuple[tuple[float | None, str | None], ...]) -> Cell:
    for value, mark in cells:
        if value is None:
            return Cell(None, mark)
    return Cell(sum(value for value, _ in cells if value is not None), None)


def _apart(rows: pa.Table, columns: list[str]) -> tuple[list[str], list[str]]:
    """The columns that say which group a row is of, and those that hold figures.

    Published files put the first before the second; a column of figures is one where most cells
    are numbers or known marks, so that one odd cell does not make it something else.
    """
    last = -1
    for place, name in enumerate(columns):
        readable = pc.or_(are_numbers(rows[name]), are_marks(rows[name]))
        if rows.num_rows and 2 * (pc.sum(readable).as_py() or 0) < rows.num_rows:
            last = place
    return columns[: last + 1], columns[last + 1 :]


def work_out(
    files: Mapping[str, PublishedFile],
    tables: Sequence[PublishedFile] = (),
    catalogue: PublishedFile | None = None,
) -> WorkedOut:
    """Every figure of the files in use.

    ``files`` are data sets by subject; ``tables`` tables of indicators, of which a later one holds
    where two tell the same; ``catalogue`` a list of indicators that says which way is better.
    """
    sheets = {subject: Sheet(file) for subject, file in files.items()}
    told = {name: one for table in tables for name, one in _told_by(table).items()}
    shown: list[Shown] = []
    parts: list[pa.Table] = []
    for indicator in INDICATORS.values():
        found = _declared(indicator, sheets, told.get(indicator.table_id))
        if found:
            shown.append(found[0])
            parts.append(found[1])
    for one, figures in (*_rest_of_tables(told, catalogue), *_columns_as_they_are(sheets)):
        shown.append(one)
        parts.append(figures)
    figures = pa.concat_tables(parts) if parts else FIGURES.empty_table()
    set_aside = {sheet.file.name: sheet.set_aside for sheet in sheets.values() if sheet.set_aside}
    return WorkedOut(figures, shown, set_aside)


def _declared(
    indicator: Indicator, sheets: Mapping[str, Sheet], told: "Told | None"
) -> tuple[Shown, pa.Table] | None:
    """A declared indicator from the source it prefers, or from the other; None where neither is there."""
    needed = [one for one in (indicator.dataset, indicator.base_dataset) if one]
    can_be_published = bool(needed) and all(one in sheets for one in needed)
    if told and (indicator.prefers == TABLE or not can_be_published):
        figures = _renamed(told.figures, indicator.key)
        return Shown(indicator, told.file, is_worked_out=False), figures
    if not can_be_published:
        return None
    rows = _figures(indicator, sheets)
    if not any(row["value"] is not None for row in rows):
        return None
    names = dict.fromkeys(sheets[one].file.name for one in needed)
    shown = Shown(indicator, " and ".join(names), is_worked_out=not indicator.value)
    return shown, pa.Table.from_pylist(rows, schema=FIGURES)


def _figures(indicator: Indicator, sheets: Mapping[str, Sheet]) -> list[dict[str, object]]:
    """The rows of one declared indicator."""
    sheet = sheets[indicator.dataset]
    counted = sheet.cells(indicator.filters, indicator.numerator) if indicator.numerator else {}
    based = _bases(indicator, sheets)
    if indicator.value:
        values = sheet.cells(indicator.filters, indicator.value)
    else:
        values = {
            place: _divided(cell, based.get(place), indicator.per)
            for place, cell in counted.items()
        }
    nothing = Cell(None, None)
    return [
        {
            "indicator": indicator.key,
            "area": area,
            "year": year,
            "value": cell.value,
            "numerator": counted.get((area, year), nothing).value,
            "denominator": based.get((area, year), nothing).value,
            "mark": cell.mark,
        }
        for (area, year), cell in values.items()
    ]


def _bases(indicator: Indicator, sheets: Mapping[str, Sheet]) -> dict[tuple[str, int], Cell]:
    """The denominators by area and year of the figure."""
    if not indicator.denominator:
        return {}
    elsewhere = bool(indicator.base_dataset)
    sheet = sheets[indicator.base_dataset or indicator.dataset]
    found = sheet.cells(
        indicator.base_filters if elsewhere else indicator.filters, indicator.denominator
    )
    later = indicator.base_years_earlier
    return {(area, year + later): cell for (area, year), cell in found.items()}


def _divided(count: Cell, base: Cell | None, per: int) -> Cell:
    """A figure of its counts; where either is a mark, that mark."""
    if count.value is None:
        return Cell(None, count.mark)
    if base is None or base.value is None:
        return Cell(None, base.mark if base else "x")
    return Cell(per * count.value / base.value, None) if base.value else Cell(None, NO_BASE)


class Told(NamedTuple):
    """What a table of indicators tells of one: the file, the indicator's words, its figures."""

    file: str
    label: str
    figures: pa.Table


def _told_by(table: PublishedFile) -> dict[str, Told]:
    """What a table of indicators tells, by its own names of them."""
    keys, _ = keys_of(table)
    numbers, marks = read_cells(table.column("value"))
    flags = table.column("flag")
    figures = pa.table(
        {
            "indicator": table.column("indicator_id"),
            "area": pa.array(keys, pa.string()),
            "year": pa.array(
                [year_of(text) for text in table.column("year_end", "year").to_pylist()], pa.int32()
            ),
            "value": numbers,
            "numerator": read_cells(table.column("numerator"))[0],
            "denominator": read_cells(table.column("denominator"))[0],
            "mark": pc.if_else(pc.and_(pc.is_valid(marks), pc.not_equal(flags, "")), flags, marks),
        },
        schema=FIGURES,
    )
    is_placed = pc.and_(pc.not_equal(figures["area"], ""), pc.greater(figures["year"], 0))
    figures = figures.filter(is_placed)
    ids = table.column("indicator_id").to_pylist()
    labels = dict(zip(ids, table.column("indicator_name").to_pylist(), strict=True))
    return {
        name: Told(table.name, labels[name], figures.filter(pc.equal(figures["indicator"], name)))
        for name in pc.unique(figures["indicator"]).to_pylist()
    }


def _renamed(figures: pa.Table, key: str) -> pa.Table:
    column = pa.array([key] * figures.num_rows, pa.string())
    return figures.set_column(0, "indicator", column)


def _rest_of_tables(
    told: Mapping[str, Told], catalogue: PublishedFile | None
) -> Iterable[tuple[Shown, pa.Table]]:
    """What tables of indicators tell beyond the declared ones, with a list of indicators' words."""
    known = {indicator.table_id for indicator in INDICATORS.values()}
    listed = {row["indicator_id"]: row for row in catalogue.rows.to_pylist()} if catalogue else {}
    for name, one in told.items():
        if name in known:
            continue
        row = listed.get(name, {})
        indicator = Indicator(
            key=re.sub(r"[^A-Za-z0-9_-]", "_", name),
            label=row.get("indicator_name") or one.label or name,
            unit=row.get("unit", ""),
            better=BETTER_IN_FILES.get(row.get("polarity", "").lower(), ""),
            table_id=name,
        )
        shown = Shown(indicator, one.file, is_worked_out=False, is_declared=False)
        yield shown, _renamed(one.figures, indicator.key)


def _columns_as_they_are(sheets: Mapping[str, Sheet]) -> Iterable[tuple[Shown, pa.Table]]:
    """Every column of figures that no declared indicator shows, for every group of its file."""
    declared = {(one.dataset, one.value, tuple(sorted(one.filters))) for one in INDICATORS.values()}
    for subject, sheet in sheets.items():
        varying = [name for name in sheet.filters if len(pc.unique(sheet.rows[name])) > 1]
        for number, filters in enumerate(sorted(sheet.groups())):
            told = tuple(pair for pair in filters if pair[0] in varying)
            part = sheet.part(filters)
            for place, column in enumerate(sheet.values):
                if (subject, column, tuple(sorted(told))) in declared:
                    continue
                key = f"{subject}-{number}-{place}"
                words = "; ".join(words for _, words in told)
                label = f"{column}, {words}" if words else column
                indicator = Indicator(
                    key=key,
                    label=label,
                    unit="",
                    better="",
                    dataset=subject,
                    filters=told,
                    value=column,
                )
                figures = _column(part, column, key)
                yield (
                    Shown(indicator, sheet.file.name, is_worked_out=False, is_declared=False),
                    figures,
                )


def _column(part: pa.Table, column: str, key: str) -> pa.Table:
    numbers, marks = read_cells(part[column])
    nothing = pa.nulls(part.num_rows, pa.float64())
    return pa.table(
        [
            pa.array([key] * part.num_rows, pa.string()),
            part["key"],
            part["year"],
            numbers,
            nothing,
            nothing,
            marks,
        ],
        schema=FIGURES,
    )
