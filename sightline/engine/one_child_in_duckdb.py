"""What the engine for few rows was not taught, asked of one child's rows in DuckDB."""

from collections.abc import Iterable, Mapping, Sequence, Set
from threading import Lock
from typing import Any

from sightline.engine import store
from sightline.engine.compiled import CompiledRules
from sightline.engine.rule import Rule
from sightline.records.tables import TABLES

RecordRows = Mapping[str, Sequence[Mapping[str, Any]]]


class InDuckDB:
    """Rules compiled for a database in memory. The answers are the night's; each takes milliseconds.

    The rows lie there while they are asked about and are taken out again; threads take turns.
    """

    def __init__(
        self, rules: Iterable[Rule], *, local_standards: Mapping[str, Any] | None = None
    ) -> None:
        self._lock = Lock()
        self._backend = store.open_memory(threads=1)
        empty = {name: table.arrow_schema.empty_table() for name, table in TABLES.items()}
        records = store.load_tables(self._backend, empty)
        self._compiled = CompiledRules(
            self._backend, rules, records, local_standards=local_standards
        )
        self._laying = {name: laying_statement(self._backend, name) for name in TABLES}

    def reading(self, tables: Set[str]) -> list[str]:
        """The rules that read any of the record ``tables``, themselves or through a step."""
        rules = self._compiled.rules.values()
        return [rule.name for rule in rules if self._compiled.tables_under(rule) & tables]

    def ask(self, rows: RecordRows, rules: Iterable[str]) -> list[dict[str, Any]]:
        """The rows of these rules, in the columns of ``ASKED_SCHEMA``; subjects may be repeated."""
        asked = [self._compiled.rules[name] for name in rules]
        wanted = {step.name for query in asked for step in self._compiled.steps_under(query)}
        with self._lock:
            try:
                for name, some in rows.items():
                    self._lay(name, some)
                for step in self._compiled.steps.values():
                    if step.name in wanted:
                        store.keep(self._backend, step.name, step.sql)
                return [row for query in asked for row in self._rows_of(query.sql)]
            finally:
                for name in rows:
                    self._backend.con.execute(f'DELETE FROM "{name}"')

    def _rows_of(self, query: str) -> list[dict[str, Any]]:
        return self._backend.con.sql(query).to_arrow_table().to_pylist()

    def _lay(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        columns = TABLES[name].column_names
        values = [[row.get(column) for row in rows] for column in columns]
        self._backend.con.execute(self._laying[name], values)


def laying_statement(backend: Any, name: str) -> str:
    """The statement that adds rows to a record table, handed a list of values for each column."""
    kinds = backend.raw_sql(f'DESCRIBE "{name}"').fetchall()
    columns = (f"unnest(CAST(${at} AS {kind[1]}[]))" for at, kind in enumerate(kinds, 1))
    return f'INSERT INTO "{name}" SELECT {", ".join(columns)}'
