"""The rules as queries: built and compiled once, run on whatever the record tables then hold.

Building and compiling a rule takes as long as asking it of a whole service. So who asks many
authorities compiles the rule book once. One child is asked elsewhere (``one_child``).
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir

from sightline.engine import store
from sightline.engine.asking import ASKED_SCHEMA, ask_each
from sightline.engine.rule import Rule
from sightline.engine.steps import kept
from sightline.engine.subjects import KEY, merged, repeated_keys


@dataclass(frozen=True)
class Query:
    """The query of a rule, or of a step that rules share.

    ``reads``  the record tables and steps it reads itself.
    """

    name: str
    sql: str
    reads: frozenset[str]


class CompiledRules:
    """Rules compiled for one DuckDB, with the steps they share.

    ``records`` are tables of the backend; what they hold does not matter. Each step is to be kept
    under its name (``sightline.engine.store.keep``) before what reads it is asked.
    """

    def __init__(
        self,
        backend: Any,
        rules: Iterable[Rule],
        records: Mapping[str, ir.Table],
        *,
        local_standards: Mapping[str, Any] | None = None,
    ) -> None:
        self.steps: dict[str, Query] = {}
        self.rules: dict[str, Query] = {}
        self._backend = backend
        # Lookups lie in memory and are known to DuckDB only while their expressions live.
        self._alive: list[ir.Table] = []
        with collector_paused(), kept(self._step):
            for rule in rules:
                rows = ask_each(rule, records, local_standards=local_standards)
                self.rules[rule.name] = self._query(rule.name, rows)

    def in_turn(self) -> Iterator[tuple[str, list[Query]]]:
        """Every rule, with the steps to be kept before it is asked that no rule before it needed."""
        there: set[str] = set()
        for name, query in self.rules.items():
            wanted = self.steps_under(query)
            yield name, [step for step in wanted if step.name not in there]
            there |= {step.name for step in wanted}

    def ask_all(
        self,
        into: str,
        *,
        database: str | None = None,
        asked: Callable[[], None] = lambda: None,
    ) -> ir.Table:
        """Keep every rule's rows in the table ``into``, one row per subject, and give that table.

        ``asked`` is called after each rule.
        """
        rows = store.keep(self._backend, into, ASKED_SCHEMA.empty_table(), database=database)
        for name, steps in self.in_turn():
            for step in steps:
                store.keep(self._backend, step.name, step.sql)
            store.add(self._backend, into, self.rules[name].sql, database=database)
            asked()
        self._merge_shared_subjects(rows, into, database)
        return rows

    def _merge_shared_subjects(self, rows: ir.Table, into: str, database: str | None) -> None:
        """The few rows that share a subject as one each, for all rules at once."""
        repeated = store.keep(self._backend, "repeated_keys", repeated_keys(rows))
        together = store.keep(self._backend, "merged_rows", merged(rows, repeated))
        store.take_out(self._backend, into, repeated, KEY, database=database)
        store.add(self._backend, into, together, database=database)

    def steps_under(self, query: Query) -> list[Query]:
        """The steps a query reads, directly or through another, in the order they are to be kept."""
        wanted = set(query.reads)
        for name, step in reversed(self.steps.items()):
            if name in wanted:
                wanted |= step.reads
        return [step for name, step in self.steps.items() if name in wanted]

    def tables_under(self, query: Query) -> frozenset[str]:
        """The record tables a query reads, itself or through steps."""
        under = (step.reads for step in self.steps_under(query))
        return query.reads.union(*under) - self.steps.keys()

    def _step(self, name: str, rows: ir.Table) -> ir.Table:
        self.steps[name] = self._query(name, rows)
        return ibis.table(rows.schema(), name=name, catalog="temp", database="main")

    def _query(self, name: str, rows: ir.Table) -> Query:
        self._alive.append(rows)
        tables = rows.op().find((ops.UnboundTable, ops.DatabaseTable))
        sql = store.sql_of(self._backend, rows)
        return Query(name, sql, frozenset(table.name for table in tables))


@contextmanager
def collector_paused() -> Iterator[None]:
    """While this runs nothing looks for garbage: building makes very many objects that all stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
