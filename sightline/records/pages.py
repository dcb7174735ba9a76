"""The page of all record tables, ``docs/records.md``, made from their declarations."""

from sightline.records.codes import CODES, ENDINGS_OUTSIDE_A_REVIEW
from sightline.records.ssd_fields import (
    CASE_SYSTEMS,
    SSD_FIELDS,
    case_systems_that_fill,
    fields_that_fill,
)
from sightline.records.table import Column, Table
from sightline.records.tables import TABLES

INTRODUCTION = """\
# Records

Made from `sightline/records/tables` by `./run docs`: edit the declarations, not this page.

What the service knows, in practitioners' words. Every row belongs to one source load; a source's
own id of a row joins rows inside that load and nothing else. **Trap** says where a column misleads.
**SSD** is the field of the Standard Safeguarding Dataset (Data to Insight) that fills it, with its
item reference, where one does. **Filled by** says which case systems' extracts of the Dataset fill
it, read from the scripts shipped for SystemC, Mosaic and Eclipse; a council may have changed its
own. A column with no such field comes from Sightline's own folder or from what is recorded here.
**Known from** is the day from which a value may be used when the past is asked about: a day
before it, the value is blank.
"""

NOT_TAKEN = """\
## Fields of the Dataset that are not taken

Every other field of its 46 core tables fills a column above.
"""

CODES_INTRODUCTION = """\
## Code lists

Codes of returns are those of the Department for Education's children in need census and return on
children looked after; the meanings are in our own words. Lists whose codes are words, such as
`plan_end_reason`, `allocation_role` and `visit_mode`, are Sightline's own.
"""


def records_page() -> str:
    """The page as Markdown."""
    parts = [INTRODUCTION, _contents(), *map(_table_section, TABLES.values())]
    parts += [_not_taken_section(), CODES_INTRODUCTION, *map(_codes_section, CODES)]
    return "\n".join(parts)


def _contents() -> str:
    rows = [
        [f"[{table.name}](#{table.name})", table.one_row_per, table.meaning]
        for table in TABLES.values()
    ]
    return _grid(["table", "one row per", "what it is"], rows)


def _table_section(table: Table) -> str:
    headings = ["column", "type", "meaning", "trap", "SSD", "filled by", "known from"]
    rows = [_column_row(table, column) for column in table.columns]
    return "\n".join([f"## {table.name}\n", _facts(table), _grid(headings, rows)])


def _column_row(table: Table, column: Column) -> list[str]:
    return [
        f"`{column.name}`",
        column.type,
        _meaning(column),
        column.trap,
        _fields(table, column),
        _filled_by(table, column),
        _known_from(table, column),
    ]


def _fields(table: Table, column: Column) -> str:
    """The Dataset's fields behind a column, each with its item reference."""
    fields = fields_that_fill(table.name, column.name)
    return ", ".join(f"`{field.field}` ({field.item})" for field in fields)


def _filled_by(table: Table, column: Column) -> str:
    """The case systems whose extracts fill a column; "" where the Dataset has no field for it."""
    if not fields_that_fill(table.name, column.name):
        return ""
    filling = case_systems_that_fill(table.name, column.name)
    if len(filling) == len(CASE_SYSTEMS):
        return "all"
    return ", ".join(label for key, label in CASE_SYSTEMS.items() if key in filling) or "none"


def _not_taken_section() -> str:
    rows = [
        [f"`{field.table}.{field.field}`", field.item, field.not_taken_because]
        for field in SSD_FIELDS
        if not field.ours
    ]
    return NOT_TAKEN + "\n" + _grid(["field", "item", "why not"], rows)


def _facts(table: Table) -> str:
    """What the table is, what tells its rows apart and what a row cannot do without."""
    lines = [table.meaning, "", f"- One row per {table.one_row_per}."]
    if table.key:
        lines.append(f"- Told apart by `{table.key}`.")
    if table.required:
        lines.append(f"- A row without {_listed(table.required)} is set aside.")
    if table.happened:
        lines.append(f"- A row is known from `{table.happened}`.")
    else:
        lines.append("- A row is known from the beginning.")
    return "\n".join([*lines, ""])


def _listed(names: tuple[str, ...]) -> str:
    return " or ".join(f"`{name}`" for name in names)


def _meaning(column: Column) -> str:
    text = column.meaning
    if column.refers_to:
        text += f" A row of [{column.refers_to}](#{column.refers_to})."
    if column.codes:
        text += f" Codes: [{column.codes}](#{column.codes})."
    return text


def _known_from(table: Table, column: Column) -> str:
    known_by = table.known_by(column)
    if known_by == column.name:
        return "that day"
    return f"`{known_by}`" if known_by else "the beginning"


def _codes_section(name: str) -> str:
    rows = [[f"`{code}`", what] for code, what in CODES[name].items()]
    section = f"### {name}\n\n{_grid(['code', 'meaning'], rows)}"
    if name == "plan_end_reason":
        outside = ", ".join(ENDINGS_OUTSIDE_A_REVIEW)
        section += f"\nRules about plans that ended too soon leave out: {outside}.\n"
    return section


def _grid(headings: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)
