"""Record tables drawn as text, and the worked examples captured from the tests that draw them.

A drawing has a line of column names and a line a row, cells divided by ``|``. A cell left empty
is empty in the record. Columns that do not matter are left out and are empty throughout. Dates are
ISO, yes-or-no is ``yes`` or ``no``::

    plan   | child | started    | ended
    Asha 1 | Asha  | 2021-03-04 |
"""

import importlib.util
import inspect
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow as pa

from sightline.engine.check import Check
from sightline.engine.example import DrawnTable, Shown, WorkedExample
from sightline.engine.rule import Rule
from sightline.records.table import DATE, NUMBER, WHOLE_NUMBER, YES_NO, Table
from sightline.records.tables import TABLES

NOTHING = "nothing"
FIXTURES = (("worked_example",), ("worked_check",))
YES_OR_NO = {"yes": True, "no": False}
READERS: dict[str, Callable[[str], Any]] = {
    DATE: date.fromisoformat,
    YES_NO: YES_OR_NO.__getitem__,
    WHOLE_NUMBER: int,
    NUMBER: float,
}


def drawn(text: str) -> DrawnTable:
    """The drawing as columns and rows of text; ValueError for a row with too many or few cells."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    columns, *rows = [tuple(cell.strip() for cell in line.split("|")) for line in lines]
    for row in rows:
        if len(row) != len(columns):
            raise ValueError(
                f"A row has {len(row)} cells and the drawing {len(columns)} columns: {row}"
            )
    return DrawnTable(columns, tuple(rows))


def as_records(name: str, drawing: DrawnTable) -> pa.Table:
    """The drawn record table, typed; KeyError or ValueError says what no record table can hold."""
    if name not in TABLES:
        raise KeyError(f"There is no record table {name!r}. Draw one of: {', '.join(TABLES)}.")
    table = TABLES[name]
    for column in drawing.columns:
        table.column(column)
    rows = [
        {
            column: _cell(table, column, cell)
            for column, cell in zip(drawing.columns, row, strict=True)
        }
        for row in drawing.rows
    ]
    return pa.Table.from_pylist(rows, schema=table.arrow_schema)


def _cell(table: Table, column: str, text: str) -> Any:
    if not text:
        return None
    kind = table.column(column).type
    try:
        return READERS.get(kind, str)(text)
    except (KeyError, ValueError):
        raise ValueError(f"{table.name}.{column}: {text!r} is no {kind}.") from None


def worked_example_of(
    rule: Rule | Check,
    records: Mapping[str, str],
    *,
    on: str,
    shows: Mapping[str, str | tuple[str, Mapping[str, str | None]]],
    title: str,
    why: str = "",
    evidence: Mapping[str, Mapping[str, Any]] | None = None,
    local_standards: Mapping[str, Any] | None = None,
) -> WorkedExample:
    """The worked example as plain values, from what a test passes to its fixture."""
    return WorkedExample(
        rule=rule.name,
        title=title,
        records={name: drawn(text) for name, text in records.items()},
        on=date.fromisoformat(on),
        shows={key: _shown(value) for key, value in shows.items()},
        why=why,
        evidence=evidence or {},
        local_standards=local_standards or {},
    )


def _shown(value: str | tuple[str, Mapping[str, str | None]]) -> Shown:
    status, dates = (value, {}) if isinstance(value, str) else value
    return Shown(
        status, {name: date.fromisoformat(day) if day else None for name, day in dates.items()}
    )


def children_drawn(example: WorkedExample) -> set[str]:
    """Every child that the example's records name."""
    cells = {
        row[drawing.columns.index("child")]
        for drawing in example.records.values()
        if "child" in drawing.columns
        for row in drawing.rows
    }
    return cells - {""}


def title_of(test: Callable[..., Any]) -> str:
    """The title of an example: its test's docstring. ValueError where there is none."""
    title = inspect.getdoc(test)
    if not title:
        raise ValueError(f"{test.__name__} has no docstring: it is the example's title.")
    return " ".join(title.split())


def examples_in(folder: Path) -> list[WorkedExample]:
    """Every worked example under ``folder``, in order of file and line, captured without asking.

    Each ``test_*.py`` is imported and each of its tests that takes ``worked_example`` or
    ``worked_check`` and nothing else is called with a function that keeps what it was given.
    """
    modules = (_module(path) for path in sorted(folder.rglob("test_*.py")))
    return [example for module in modules for example in examples_of_module(module)]


def examples_of_module(module: ModuleType) -> list[WorkedExample]:
    """The worked examples of one file of tests, in the order of its lines."""
    captured: list[WorkedExample] = []
    for name, test in vars(module).items():
        if name.startswith("test_") and tuple(_parameters(test)) in FIXTURES:
            _capture(test, captured)
    return captured


def _capture(test: Callable[..., Any], captured: list[WorkedExample]) -> None:
    def keep(rule: Rule | Check, records: Mapping[str, str], **rest: Any) -> None:
        captured.append(worked_example_of(rule, records, title=title_of(test), **rest))

    (fixture,) = _parameters(test)
    test(**{fixture: keep})


def _parameters(test: Any) -> Mapping[str, Any]:
    return inspect.signature(test).parameters if inspect.isfunction(test) else {}


def _module(path: Path) -> ModuleType:
    specification = importlib.util.spec_from_file_location(f"worked_{path.stem}", path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module
