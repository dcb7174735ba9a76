"""Asking checks at one moment while a person decides, compiled and prepared once.

checks = AtOneMoment(CHECKS.values())                               # a second or two, once
checks.ask(rows, "C1", subject_day=date(2023, 1, 9), asked_on=date(2024, 3, 1))
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from threading import Lock
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa

from sightline.engine import store
from sightline.engine.check import CHECKED_SCHEMA, MOMENT, Check, ask_check
from sightline.engine.compiled import collector_paused
from sightline.engine.one_child_in_duckdb import laying_statement
from sightline.engine.steps import kept
from sightline.records.tables import TABLES

MOMENTS = "moments"
MOMENT_SCHEMA = pa.schema(
    [("child", pa.string()), ("subject_day", pa.date32()), ("asked_on", pa.date32())]
)


class AtOneMoment:
    """The checks, ready to be asked of one child's rows at one moment; threads take turns.

    What a source does not fill is not known here: whoever asks says which checks cannot be answered.
    The rows lie in memory while they are asked about and are taken out again afterwards.
    """

    def __init__(
        self, checks: Iterable[Check], *, local_standards: Mapping[str, Any] | None = None
    ) -> None:
        self._lock = Lock()
        self._backend = store.open_memory(threads=1)
        empty = {name: table.arrow_schema.empty_table() for name, table in TABLES.items()}
        records = store.load_tables(self._backend, empty)
        moments = store.keep(self._backend, MOMENTS, MOMENT_SCHEMA.empty_table())
        self._laying = {name: laying_statement(self._backend, name) for name in (*TABLES, MOMENTS)}
        self._checks: list[str] = []
        self._steps: list[str] = []
        # Lookups lie in memory and are known to DuckDB only while their expressions live.
        self._alive: list[ir.Table] = []
        with collector_paused(), kept(self._step):
            for check in checks:
                answers = ask_check(check, moments, records, local_standards=local_standards)
                query = self._query(answers.select(*CHECKED_SCHEMA.names))
                self._run(f'PREPARE "{check.name}" AS {query}')
                self._checks.append(check.name)

    def ask(
        self,
        rows: Mapping[str, Sequence[Mapping[str, Any]]],
        child: str,
        *,
        subject_day: date,
        asked_on: date,
    ) -> list[dict[str, Any]]:
        """Every check's answer, in their order: a row with the columns of ``CHECKED_SCHEMA``.

        ``rows`` are all the child's rows by record table. KeyError for a table that is not there.
        """
        moment = dict(zip(MOMENT, (child, subject_day, asked_on), strict=True))
        filled = {name: some for name, some in rows.items() if some} | {MOMENTS: [moment]}
        with self._lock:
            try:
                for name, some in filled.items():
                    self._lay(name, some)
                for name in self._steps:
                    self._run(f'EXECUTE "{name}"')
                return [self._answer(name) for name in self._checks]
            finally:
                for name in (*filled, *self._steps):
                    self._run(f'DELETE FROM "{name}"')

    def _answer(self, name: str) -> dict[str, Any]:
        (row,) = self._run(f'EXECUTE "{name}"').fetchall()
        return dict(zip(CHECKED_SCHEMA.names, row, strict=True))

    def _lay(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        columns = list(MOMENT) if name == MOMENTS else TABLES[name].column_names
        values = [[row.get(column) for row in rows] for column in columns]
        self._run(self._laying[name], values)

    def _step(self, name: str, rows: ir.Table) -> ir.Table:
        """A table for the rows of a step that checks share, worked out anew for each moment."""
        query = self._query(rows)
        table = store.keep(self._backend, name, query)
        self._run(f'PREPARE "{name}" AS INSERT INTO temp."{name}" BY NAME {query}')
        self._steps.append(name)
        return table

    def _query(self, rows: ir.Table) -> str:
        self._alive.append(rows)
        return store.sql_of(self._backend, rows)

    def _run(self, statement: str, values: Sequence[Any] | None = None) -> Any:
        return self._backend.con.execute(statement, values)
