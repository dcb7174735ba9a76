"""Asking the rules of one child while a person waits, written out once a process.

rules = OneChild(RULES.values())                      # a few seconds, once
rules.ask({"children": [...], "referrals": [...]})    # this child's rows, all of them
rules.ask(rows, rules.reading({"referrals"}))         # after a referral was recorded
rules.on(today, rows)                                 # as concerns stand on a day, with who holds them
"""

from collections.abc import Iterable, Mapping, Set
from datetime import date
from functools import lru_cache
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from sightline.engine.asking import ASKED_SCHEMA, ask_each
from sightline.engine.compiled import collector_paused
from sightline.engine.few_rows.engine import FewRows, Rows, dicts_of, tuples_of
from sightline.engine.few_rows.values import NotUnderstood
from sightline.engine.one_child_in_duckdb import InDuckDB, RecordRows
from sightline.engine.owner import with_owner
from sightline.engine.rule import Rule
from sightline.engine.status import status_on
from sightline.engine.steps import kept
from sightline.engine.subjects import KEY, one_row_per_subject
from sightline.records.tables import TABLES

FOUND = "found"
DAYS_KEPT = 4


class OneChild:
    """The rules, ready to be asked of one child's rows; several threads may ask at once.

    ``not_taught`` names the rules with an operation that the engine for few rows does not know.
    They are asked in DuckDB, which takes longer and answers the same.
    """

    def __init__(
        self, rules: Iterable[Rule], *, local_standards: Mapping[str, Any] | None = None
    ) -> None:
        self._engine = FewRows()
        self._rules: dict[str, int] = {}
        records = {name: _table(name) for name in TABLES}
        not_taught: dict[str, Rule] = {}
        with collector_paused(), kept(self._step):
            for rule in rules:
                try:
                    rows = ask_each(rule, records, local_standards=local_standards)
                    self._rules[rule.name] = self._engine.add(rows)
                except NotUnderstood:
                    not_taught[rule.name] = rule
            self._merged = self._engine.add(one_row_per_subject(_found()))
            self._engine.compile()
        self.not_taught = frozenset(not_taught)
        self._in_duckdb = (
            InDuckDB(not_taught.values(), local_standards=local_standards) if not_taught else None
        )

    def reading(self, tables: Set[str]) -> list[str]:
        """The rules that read any of the record ``tables``, themselves or through a step."""
        under = self._engine.tables_under
        here = [name for name, number in self._rules.items() if under(number) & tables]
        return here + (self._in_duckdb.reading(tables) if self._in_duckdb else [])

    def ask(self, rows: RecordRows, rules: Iterable[str] | None = None) -> list[dict[str, Any]]:
        """What the rules (all, where none are named) say of one child: rows of ``ASKED_SCHEMA``.

        ``rows`` are all the child's rows by record table. KeyError for a rule or a table that is
        not there.
        """
        return dicts_of(ASKED_SCHEMA, self._asked(rows, _tuples(rows), rules))

    def on(
        self, day: date, rows: RecordRows, rules: Iterable[str] | None = None
    ) -> list[dict[str, Any]]:
        """What the rules say of one child on a day: rows of ``status_on`` with worker and team."""
        tables = _tuples(rows)
        judging = _judging(day)
        found = {
            FOUND: self._asked(rows, tables, rules),
            "allocations": tables.get("allocations", []),
        }
        (judged,) = judging.engine.run([judging.number], found)
        return dicts_of(judging.schema, judged)

    def _asked(
        self, rows: RecordRows, tables: Mapping[str, Rows], rules: Iterable[str] | None
    ) -> Rows:
        named = [*self._rules, *self.not_taught] if rules is None else list(rules)
        here = [self._rules[name] for name in named if name not in self.not_taught]
        found = [row for told in self._engine.run(here, tables) for row in told]
        slowly = self.not_taught.intersection(named)
        if self._in_duckdb and slowly:
            found += tuples_of(ASKED_SCHEMA.names, self._in_duckdb.ask(rows, slowly))
        if len({row[: len(KEY)] for row in found}) < len(found):
            (found,) = self._engine.run([self._merged], {FOUND: found})
        return found

    def _step(self, name: str, rows: ir.Table) -> ir.Table:
        self._engine.keep(name, rows)
        return ibis.table(rows.schema(), name=name)


class _Judging:
    """What becomes of the rules' rows on one day: their status, and who held the case."""

    def __init__(self, day: date) -> None:
        self.engine = FewRows()
        expression = with_owner(status_on(_found(), day), _table("allocations"), day)
        self.schema: pa.Schema = expression.schema().to_pyarrow()
        self.number = self.engine.add(expression)
        self.engine.compile()


@lru_cache(maxsize=DAYS_KEPT)
def _judging(day: date) -> _Judging:
    """The day's, made when first asked for."""
    return _Judging(day)


def _found() -> ir.Table:
    return ibis.table(ibis.Schema.from_pyarrow(ASKED_SCHEMA), name=FOUND)


def _table(name: str) -> ir.Table:
    return ibis.table(ibis.Schema.from_pyarrow(TABLES[name].arrow_schema), name=name)


def _tuples(rows: RecordRows) -> dict[str, Rows]:
    return {name: tuples_of(TABLES[name].column_names, some) for name, some in rows.items()}
