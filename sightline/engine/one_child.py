"""Asking the rules of one child while a person waits, compiled and prepared once a process.

rules = OneChild(RULES.values())                      # a few seconds, once
rules.ask({"children": [...], "referrals": [...]})    # this child's rows, all of them
rules.ask(rows, rules.reading({"referrals"}))         # after a referral was recorded
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from threading import Lock
from typing import Any

import ibis
import pyarrow as pa

from sightline.engine import store
from sightline.engine.asking import ASKED_SCHEMA
from sightline.engine.compiled import CompiledRules, Query
from sightline.engine.owner import with_owner
from sightline.engine.rule import Rule
from sightline.engine.status import status_on
from sightline.engine.subjects import KEY, one_row_per_subject
from sightline.records.tables import TABLES

FOUND = "found"


class OneChild:
    """The rules, ready to be asked of one child's rows; threads take turns.

    The rows lie in memory while they are asked about and are taken out again afterwards.
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
        found = store.keep(self._backend, FOUND, ASKED_SCHEMA.empty_table())
        self._merged = store.sql_of(self._backend, one_row_per_subject(found))
        self._laying = {name: laying_statement(self._backend, name) for name in TABLES}
        for step in self._compiled.steps.values():
            store.keep(self._backend, step.name, step.sql)
            self._prepare(step, step.name)
        for rule in self._compiled.rules.values():
            self._prepare(rule, FOUND)

    def reading(self, tables: Set[str]) -> list[str]:
        """The rules that read any of the record ``tables``, themselves or through a step."""
        rules = self._compiled.rules.values()
        return [rule.name for rule in rules if self._compiled.tables_under(rule) & tables]

    def ask(
        self,
        rows: Mapping[str, Sequence[Mapping[str, Any]]],
        rules: Iterable[str] | None = None,
    ) -> pa.Table:
        """What the rules (all, where none are named) say of one child: columns of ``ASKED_SCHEMA``.

        ``rows`` are all the child's rows by record table, and the rows of tables that are of no
        child, such as workers, where a rule needs them. A rule none of whose tables hold any row
        that could make it answer is not asked: its answer is empty. KeyError for a rule or a
        table that is not there.
        """
        filled = {name: some for name, some in rows.items() if some}
        named = self._compiled.rules if rules is None else list(rules)
        steps, asked = self._compiled.worth_asking(filled.keys(), named)
        own = [step for step in steps if self._compiled.tables_under(step)]
        with self._lock:
            try:
                for name, some in filled.items():
                    self._lay(name, some)
                for query in (*own, *asked):
                    self._run(f'EXECUTE "{query.name}"')
                return self._found()
            finally:
                self._empty([*filled, FOUND, *(step.name for step in own)])

    def on(
        self,
        day: date,
        rows: Mapping[str, Sequence[Mapping[str, Any]]],
        rules: Iterable[str] | None = None,
    ) -> list[dict[str, Any]]:
        """What the rules say of one child on a day: rows of ``status_on`` with worker and team."""
        found = status_on(ibis.memtable(self.ask(rows, rules)), day)
        allocations = pa.Table.from_pylist(
            [dict(row) for row in rows.get("allocations", ())],
            schema=TABLES["allocations"].arrow_schema,
        )
        owned = with_owner(found, ibis.memtable(allocations), day)
        with self._lock:
            return self._backend.to_pyarrow(owned).to_pylist()

    def _found(self) -> pa.Table:
        found = self._table(f"FROM temp.{FOUND}")
        subjects = set(zip(*(found[name].to_pylist() for name in KEY), strict=True))
        return found if len(subjects) == len(found) else self._table(self._merged)

    def _table(self, query: str) -> pa.Table:
        return self._backend.con.sql(query).to_arrow_table().cast(ASKED_SCHEMA)

    def _lay(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        columns = TABLES[name].column_names
        values = [[row.get(column) for row in rows] for column in columns]
        self._run(self._laying[name], values)

    def _empty(self, names: Iterable[str]) -> None:
        for name in names:
            self._run(f'DELETE FROM "{name}"')

    def _prepare(self, query: Query, into: str) -> None:
        self._run(f'PREPARE "{query.name}" AS INSERT INTO temp."{into}" BY NAME {query.sql}')

    def _run(self, statement: str, values: Sequence[Any] | None = None) -> None:
        self._backend.con.execute(statement, values)


def laying_statement(backend: Any, name: str) -> str:
    """The statement that adds rows to a record table, handed a list of values for each column."""
    kinds = backend.raw_sql(f'DESCRIBE "{name}"').fetchall()
    columns = (f"unnest(CAST(${at} AS {kind[1]}[]))" for at, kind in enumerate(kinds, 1))
    return f'INSERT INTO "{name}" SELECT {", ".join(columns)}'
