"""Everything held of one person, for them to be given once somebody has looked at it.

Open files and one page to read. Values that may speak of somebody else are marked, never taken out:
what is left out before it is given is a person's decision, and the law's. Only what could lead from
one identity of an adopted child to the other is withheld, and the page says that it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from sightline.ledger.duplicates.deciding import decisions_table
from sightline.ledger.keeping.adoption import with_signs_of_adoption
from sightline.ledger.keeping.earlier_ledger import refuse_an_earlier_ledger
from sightline.ledger.keeping.third_parties import (
    ANOTHER_CHILD,
    FREE_TEXT,
    WORKER,
    leads_to_another_id,
    speaks_of,
)
from sightline.ledger.reading import child_records, extract_of
from sightline.ledger.unborn import find_births
from sightline.ledger.workspace import Workspace
from sightline.records.open_files import write_table
from sightline.records.table import Column, Table
from sightline.records.tables import TABLES
from sightline.sources.could_not import CouldNot

LOOK_AT = "look_at_before_giving"
WITHHELD = "withheld"

# What of the ledger's own tables speaks of somebody else, by column.
_OWN_MARKS = {
    "worker": WORKER,
    "team": WORKER,
    "evidence": FREE_TEXT,
    "row_values": FREE_TEXT,
    "stands": FREE_TEXT,
    "other": FREE_TEXT,
}


@dataclass
class Part:
    """Rows of one table as they are given; ``marks`` says by column of whom else they may speak."""

    folder: str
    name: str
    meaning: str
    rows: list[dict[str, Any]]
    columns: list[str]
    marks: dict[str, str]
    declared: Table | None = None


@dataclass
class Held:
    """Everything held of one person.

    ``withheld``  how many values were left out because they could lead across an adoption.
    """

    child: str
    made_on: date
    authority: str
    made_up: bool
    parts: list[Part] = field(default_factory=list)
    withheld: int = 0

    @property
    def rows(self) -> int:
        """Rows over all parts."""
        return sum(len(part.rows) for part in self.parts)

    @property
    def to_look_at(self) -> int:
        """Values that may speak of somebody else."""
        return sum(len(marked(part, row)) for part in self.parts for row in part.rows)


Beside = Callable[[Sequence[str]], list[Part]]


def marked(part: Part, row: dict[str, Any]) -> dict[str, str]:
    """The columns of a row whose value may speak of somebody else, and of whom."""
    return {name: whom for name, whom in part.marks.items() if row.get(name) is not None}


def nothing_beside(ids: Sequence[str]) -> list[Part]:
    """What is held beside the ledger where nothing is."""
    return []


def export_of(
    workspace: Workspace,
    child: str,
    out: Path,
    *,
    on: date | None = None,
    beside: Beside = nothing_beside,
) -> Held:
    """Write everything held of ``child`` to the folder ``out``.

    ``beside`` gives what is held outside the ledger under the ids it is asked for: those which the
    ledger itself reads as this person's, and never one across an adoption.

    Raises CouldNot where nothing is held, or where ``out`` holds files already: two people's
    records must not lie together. No message repeats the id.
    """
    from sightline.ledger.keeping.subject_access_page import page

    if out.exists() and any(out.iterdir()):
        raise CouldNot(
            f"The folder {out} is not empty.", "Give a new folder, so that records do not mix."
        )
    with workspace.reading() as backend:
        held = gather(backend, child, on or date.today(), beside)
    out.mkdir(parents=True, exist_ok=True, mode=0o700)
    for part in held.parts:
        write_table(_as_table(part), out / part.folder, part.name)
    write_table(_to_look_at(held), out, "to_look_at")
    (out / "read_me_first.html").write_text(page(held), encoding="utf-8")
    return held


def gather(backend: Any, child: str, on: date, beside: Beside = nothing_beside) -> Held:
    """Everything held of ``child``, in the ledger and beside it. Raises CouldNot where that is nothing."""
    connection = backend.con
    refuse_an_earlier_ledger(connection)
    extract = extract_of(backend)
    held = Held(child, on, extract.authority, extract.made_up)
    signs = with_signs_of_adoption(connection)
    for name, rows in child_records(backend, child).items():
        held.parts.append(_records(name, rows))
    ids = [child] if child in signs else [child, *_ids_before_birth(connection, child)]
    held.parts += _history(connection, ids)
    held.parts += _ledgers_own(connection, ids)
    held.parts += _other_ids(connection, child)
    held.parts += beside(ids)
    if not held.parts:
        raise CouldNot(
            "Nothing is held under that id.",
            "Check the id. Where the records were destroyed, sightline retention register says when.",
        )
    for part in held.parts:
        _withhold(held, part, signs)
    return held


def _records(name: str, rows: list[dict[str, Any]]) -> Part:
    table = TABLES[name]
    marks = marks_of(table)
    return Part("records", name, table.meaning, rows, list(table.column_names), marks, table)


def _ids_before_birth(connection: Any, child: str) -> list[str]:
    if not find_births(connection, "TRUE"):
        return []
    rows = connection.execute("SELECT unborn FROM born_as WHERE child = ?", [child]).fetchall()
    return [unborn for (unborn,) in rows]


def _history(connection: Any, ids: list[str]) -> list[Part]:
    """Every version of every row that any source ever told of the child."""
    parts = []
    for table in TABLES.values():
        if "child" not in table.column_names:
            continue
        names = ["known_from", "known_to", "told_by", *table.column_names]
        rows = connection.execute(
            f"""
            SELECT first.loaded_on, last.loaded_on, told.told_by,
                {", ".join(f"told.{name}" for name in table.column_names)}
            FROM history.{table.name} AS told
            LEFT JOIN load.loads AS first ON first.load = told.known_from
            LEFT JOIN load.loads AS last ON last.load = told.known_to
            WHERE told.child IN (SELECT unnest(?)) ORDER BY told.history_row
            """,
            [ids],
        ).fetchall()
        if rows:
            found = [dict(zip(names, row, strict=True)) for row in rows]
            marks = marks_of(table)
            meaning = f"Every version ever told. {table.meaning}"
            parts.append(Part("history", table.name, meaning, found, names, marks, table))
    return parts


def _ledgers_own(connection: Any, ids: list[str]) -> list[Part]:
    """Answers of rules, rows set aside and disagreements: every table beside that has the child."""
    tables = connection.execute(
        """
        SELECT schema_name, table_name, list(column_name ORDER BY column_index)
        FROM duckdb_columns() WHERE schema_name IN ('answers', 'found', 'load')
        GROUP BY ALL HAVING bool_or(column_name = 'child') ORDER BY ALL
        """
    ).fetchall()
    parts = []
    for schema, name, names in tables:
        rows = connection.execute(
            f'SELECT * FROM {schema}."{name}" WHERE child IN (SELECT unnest(?))', [ids]
        ).fetchall()
        if rows:
            found = [dict(zip(names, row, strict=True)) for row in rows]
            meaning = f"What Sightline worked out or noticed: {name.replace('_', ' ')}."
            parts.append(Part(schema, name, meaning, found, names, _OWN_MARKS))
    return parts


def _other_ids(connection: Any, child: str) -> list[Part]:
    """What people decided about this id and another: the other's records are asked for apart."""
    table, _ = decisions_table(connection)
    rows = [row for row in table.to_pylist() if child in (row["child"], row["other_child"])]
    if not rows:
        return []
    meaning = "Whether another id is the same person's: if it is, write what is held of it too."
    marks = {
        "child": ANOTHER_CHILD,
        "other_child": ANOTHER_CHILD,
        "reason": FREE_TEXT,
        "decided_by": WORKER,
    }
    return [Part("decisions", "same_person", meaning, rows, table.column_names, marks)]


def marks_of(table: Table) -> dict[str, str]:
    """By column of whom else a row of the table may speak."""
    marks = {column.name: speaks_of(table, column) for column in table.columns}
    return {name: whom for name, whom in marks.items() if whom}


def _withhold(held: Held, part: Part, signs: set[str]) -> None:
    """Blank what could lead to the other identity of an adopted child."""
    adopted = held.child in signs
    for row in part.rows:
        for name in part.columns:
            value = row[name]
            if value is None or not _may_lead_across(part, name, row):
                continue
            if adopted or value in signs:
                row[name] = None
                held.withheld += 1


def _may_lead_across(part: Part, name: str, row: dict[str, Any]) -> bool:
    if part.declared is not None:
        return declared_column(part, name) is not None and leads_to_another_id(part.declared, name)
    # A whole row as text may hold any of them.
    if name == "row_values":
        return row.get("table") in ("children", "linked_identifiers", "mothers")
    return name in ("stands", "other") and row.get("column") in ("older_id", "unborn_id")


def _as_table(part: Part) -> pa.Table:
    """The rows with, in the last column, what to look at before they are given."""
    look_at = [
        "; ".join(f"{name}: {whom}" for name, whom in marked(part, row).items()) or None
        for row in part.rows
    ]
    columns = {}
    for name in part.columns:
        kind = _kind(part, name)
        columns[name] = pa.array([row[name] for row in part.rows], kind)
    return pa.table({**columns, LOOK_AT: pa.array(look_at, pa.string())})


def _kind(part: Part, name: str) -> pa.DataType | None:
    names = part.declared.column_names if part.declared else ()
    return part.declared.arrow_schema.field(name).type if name in names else None  # type: ignore[union-attr]


def _to_look_at(held: Held) -> pa.Table:
    """A line for each value that may speak of somebody else: where it stands, and of whom."""
    names = ("file", "row", "column", "may_speak_of")
    rows = [
        (f"{part.folder}/{part.name}", at, name, whom)
        for part in held.parts
        for at, row in enumerate(part.rows, start=1)
        for name, whom in marked(part, row).items()
    ]
    kinds = (pa.string(), pa.int64(), pa.string(), pa.string())
    schema = pa.schema(list(zip(names, kinds, strict=True)))
    return pa.Table.from_pylist([dict(zip(names, row, strict=True)) for row in rows], schema)


def declared_column(part: Part, name: str) -> Column | None:
    """The column as it is declared; None for one of the ledger's own."""
    if part.declared is None or name not in part.declared.column_names:
        return None
    return part.declared.column(name)
