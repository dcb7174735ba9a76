"""What people decided about two ids: the same person, different people, or not now.

A decision changes no row and merges nothing; it is kept beside both ids and can be undone. None can
be made about an id with a sign of adoption, and one made before that sign came is no longer shown.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from sightline.ledger.keeping.adoption import with_signs_of_adoption
from sightline.ledger.keeping.earlier_ledger import refuse_an_earlier_ledger
from sightline.ledger.workspace import Workspace
from sightline.sources.could_not import CouldNot

SAME, DIFFERENT, NOT_NOW = "same person", "different", "not now"
DECISIONS = (SAME, DIFFERENT, NOT_NOW)
COLUMNS = ("child", "other_child", "decision", "decided_by", "reason")
ADOPTION, NOT_ON_FILE = "not to be compared", "an id that is not on file"


@dataclass(frozen=True)
class Pair:
    """What a named person decided about two ids."""

    child: str
    other_child: str
    decision: str
    decided_by: str
    reason: str


@dataclass
class Decided:
    """``kept`` decisions by kind; ``refused`` by reason; ``set_aside`` by line of the file."""

    kept: dict[str, int] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)
    set_aside: dict[int, str] = field(default_factory=dict)


def read_decisions(file: Path) -> tuple[list[Pair], dict[int, str]]:
    """The list of proposals as it comes back; lines that are no decision by number, with the reason.

    A line without a decision is passed over. Raises CouldNot where the file is no such list.
    """
    pairs, set_aside = [], {}
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.DictReader(opened)
            if not set(COLUMNS) <= set(reader.fieldnames or ()):
                raise CouldNot(
                    f"{file.name} is not the list that sightline duplicates propose writes.",
                    f"It needs the columns {', '.join(COLUMNS)}.",
                )
            for row in reader:
                said = Pair(*((row[name] or "").strip() for name in COLUMNS))
                if not said.decision:
                    continue
                if why := _why_no_decision(said):
                    set_aside[reader.line_num] = why
                else:
                    pairs.append(said)
    except (UnicodeDecodeError, csv.Error) as error:
        raise CouldNot(
            f"{file.name} cannot be read as CSV.",
            "Save it as CSV in UTF-8 (in Excel: CSV UTF-8) and run this again.",
        ) from error
    return pairs, set_aside


def decide(workspace: Workspace, pairs: Iterable[Pair], *, on: date | None = None) -> Decided:
    """Keep decisions. One about a pair that was decided before takes the earlier one's place."""
    done, pairs = Decided(), list(pairs)
    with workspace.reading() as backend:
        going = _sort(backend.con, pairs, done)
    if not going:
        return done
    with workspace.writing() as backend:
        connection = backend.con
        make_decision_table(connection)
        for one in going:
            first, second = sorted((one.child, one.other_child))
            _undo(connection, "child = ? AND other_child = ?", [first, second], one, on)
            connection.execute(
                "INSERT INTO keeping.same_person SELECT coalesce(max(number), 0) + 1, "
                "?, ?, ?, ?, ?, ?, NULL, NULL, NULL FROM keeping.same_person",
                [first, second, one.decision, one.decided_by, one.reason, on or date.today()],
            )
            done.kept[one.decision] = done.kept.get(one.decision, 0) + 1
    return done


def undo(
    workspace: Workspace, number: int, *, by: str, reason: str, on: date | None = None
) -> None:
    """Undo a decision; that it was made stays on file. Raises CouldNot where none such stands."""
    if not by.strip() or not reason.strip():
        raise CouldNot(
            "Somebody must answer for this by name and say why.", "Give both --by and --reason."
        )
    with workspace.reading() as backend:
        rows = decisions_table(backend.con)[0].to_pylist()
    if not any(row["number"] == number and row["undone_on"] is None for row in rows):
        raise CouldNot(
            f"There is no decision {number} to be undone.",
            "See which there are: sightline duplicates list.",
        )
    said = Pair("", "", "", by.strip(), reason.strip())
    with workspace.writing() as backend:
        _undo(backend.con, "number = ?", [number], said, on)


def decisions_table(connection: Any) -> tuple[pa.Table, int]:
    """Every decision, undone ones too, and how many are not shown for a sign of adoption."""
    refuse_an_earlier_ledger(connection)
    if not _is_there(connection):
        return _SCHEMA.empty_table(), 0
    rows = connection.sql("SELECT * FROM keeping.same_person ORDER BY number").to_arrow_table()
    signs = with_signs_of_adoption(connection)
    shown = [row for row in rows.to_pylist() if not signs & {row["child"], row["other_child"]}]
    return pa.Table.from_pylist(shown, _SCHEMA), rows.num_rows - len(shown)


def decided_pairs(connection: Any) -> set[frozenset[str]]:
    """Pairs that need not be proposed: somebody said that they are, or are not, one person."""
    if not _is_there(connection):
        return set()
    rows = connection.execute(
        "SELECT child, other_child FROM keeping.same_person "
        "WHERE undone_on IS NULL AND decision <> ?",
        [NOT_NOW],
    ).fetchall()
    return {frozenset(row) for row in rows}


def said_to_be_one(connection: Any) -> list[tuple[str, str]]:
    """Pairs of ids that somebody decided are one person, none with a sign of adoption."""
    rows = decisions_table(connection)[0].to_pylist()
    return [
        (row["child"], row["other_child"])
        for row in rows
        if row["decision"] == SAME and row["undone_on"] is None
    ]


def forget_in_decisions(connection: Any) -> None:
    """Take out decisions about the ids in the table ``gone``."""
    if _is_there(connection):
        connection.execute(
            "DELETE FROM keeping.same_person WHERE child IN (SELECT id FROM gone) "
            "OR other_child IN (SELECT id FROM gone)"
        )


_SCHEMA = pa.schema(
    [
        ("number", pa.int64()),
        *((name, pa.string()) for name in COLUMNS),
        ("decided_on", pa.date32()),
        ("undone_on", pa.date32()),
        ("undone_by", pa.string()),
        ("undone_because", pa.string()),
    ]
)


def make_decision_table(connection: Any) -> None:
    """The table of decisions, where it is not there yet."""
    kinds = {pa.int64(): "BIGINT", pa.string(): "VARCHAR", pa.date32(): "DATE"}
    columns = ", ".join(f"{one.name} {kinds[one.type]}" for one in _SCHEMA)
    connection.execute("CREATE SCHEMA IF NOT EXISTS keeping")
    connection.execute(f"CREATE TABLE IF NOT EXISTS keeping.same_person ({columns})")


def _why_no_decision(said: Pair) -> str:
    if not said.child or not said.other_child or said.child == said.other_child:
        return "It does not name two ids."
    if said.decision.lower() not in DECISIONS:
        return f"Its decision is none of: {', '.join(DECISIONS)}."
    if not said.decided_by or not said.reason:
        return "It lacks the name of who decided, or the reason."
    return ""


def _sort(connection: Any, pairs: list[Pair], done: Decided) -> list[Pair]:
    refuse_an_earlier_ledger(connection)
    signs = with_signs_of_adoption(connection)
    on_file = {
        child for (child,) in connection.execute("SELECT child FROM records.children").fetchall()
    }
    going = []
    for one in pairs:
        both = {one.child, one.other_child}
        why = ADOPTION if both & signs else "" if both <= on_file else NOT_ON_FILE
        if why:
            done.refused[why] = done.refused.get(why, 0) + 1
        else:
            decision = one.decision.lower()
            going.append(Pair(one.child, one.other_child, decision, one.decided_by, one.reason))
    return going


def _undo(connection: Any, where: str, values: list[Any], said: Pair, on: date | None) -> None:
    connection.execute(
        "UPDATE keeping.same_person SET undone_on = ?, undone_by = ?, undone_because = ? "
        f"WHERE undone_on IS NULL AND {where}",
        [on or date.today(), said.decided_by, said.reason, *values],
    )


def _is_there(connection: Any) -> bool:
    return bool(
        connection.execute(
            "SELECT 1 FROM duckdb_tables() "
            "WHERE schema_name = 'keeping' AND table_name = 'same_person'"
        ).fetchall()
    )
