"""The worked examples of one rule, laid side by side so that the rule is asked about them all at once.

Children and ids of each example carry its number, so that no example knows of another.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute as pc
from ibis import _

from sightline.engine.example import WorkedExample
from sightline.engine.status import status_on
from sightline.records.known import as_known_on
from sightline.records.table import Table
from sightline.records.tables import TABLES
from tests.spec.drawing import as_records

ON = "on_the_day_of_the_example"


def by_own_values(examples: Iterable[WorkedExample]) -> list[list[WorkedExample]]:
    """The examples in groups that count by the same values, which are asked about together."""
    groups: dict[str, list[WorkedExample]] = {}
    for example in examples:
        groups.setdefault(str(sorted(example.local_standards.items())), []).append(example)
    return list(groups.values())


def side_by_side(examples: list[WorkedExample], first: int = 0) -> dict[str, pa.Table]:
    """The records of all the examples, which are numbered from ``first``."""
    parts: dict[str, list[pa.Table]] = {}
    for number, example in enumerate(examples, first):
        for name, drawing in example.records.items():
            rows = named(TABLES[name], as_records(name, drawing), str(number))
            parts.setdefault(name, []).append(rows)
    return {name: pa.concat_tables(tables) for name, tables in parts.items()}


def whole_and_cut(examples: list[WorkedExample], backend: Any) -> dict[str, pa.Table]:
    """The records of all the examples, and once more, under the numbers that follow, as each
    example's were known on the day it asks about."""
    days = {str(number): example.on for number, example in enumerate(examples, len(examples))}
    again = side_by_side(examples, len(examples))
    known = {name: _cut(name, rows, days, backend) for name, rows in again.items()}
    whole = side_by_side(examples)
    return {name: pa.concat_tables([whole[name], known[name]]) for name in whole}


def _cut(name: str, rows: pa.Table, days: Mapping[str, date], backend: Any) -> pa.Table:
    if not TABLES[name].happened:
        return rows
    # An allegation may name no child: its own id then tells the example.
    keys = rows[TABLES[name].key or "child"].to_pylist()
    ids = zip(rows["child"].to_pylist(), keys, strict=True)
    of_each = [days[(child or own).partition(":")[0]] for child, own in ids]
    beside = ibis.memtable(rows.append_column(ON, pa.array(of_each, pa.date32())))
    known = as_known_on(TABLES[name], beside, _[ON]).drop(ON)
    return backend.to_pyarrow(known).cast(rows.schema)


def named(table: Table, rows: pa.Table, label: str) -> pa.Table:
    """The rows, their children and ids carrying a label."""
    for at, column in enumerate(table.columns):
        if column.name in ("child", table.key) or column.refers_to:
            carrying = pc.binary_join_element_wise(label, rows[column.name], ":")
            rows = rows.set_column(at, column.name, carrying)
    return rows


def of_example(rows: pa.Table, number: int) -> pa.Table:
    """The rows of one example, its children under their own names again."""
    mine = rows.filter(pc.starts_with(rows["child"], f"{number}:"))
    names = pc.replace_substring_regex(mine["child"], "^[0-9]+:", "")
    return mine.set_column(mine.column_names.index("child"), "child", names)


def on_its_day(rows: pa.Table, example: WorkedExample, backend: Any) -> list[dict[str, Any]]:
    """A rule's rows of one example as they stood on the day it asks about, in order."""
    found = backend.to_pyarrow(status_on(ibis.memtable(rows), example.on)).to_pylist()
    return sorted(found, key=lambda row: (row["child"], row["subject"]))


def evidence_of(row: Mapping[str, Any], entries: Iterable[str]) -> dict[str, Any]:
    """The values of the entries that an example speaks of, as the row shows them."""
    shown = {name: entry["value"] for name, entry in json.loads(row["evidence"]).items()}
    return {name: shown.get(name) for name in entries}
