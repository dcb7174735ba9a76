"""The functions of expressions, and running them on a few rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa

from sightline.engine.few_rows.joining import Index
from sightline.engine.few_rows.relations import written
from sightline.engine.few_rows.values import Constants
from sightline.engine.few_rows.written import indented

Rows = list[tuple[Any, ...]]
"""Rows in the order of a schema, a date as its day's number."""


class FewRows:
    """Expressions written out as Python. Once compiled, several threads may run them at once.

    engine.keep("plans", plans)            # tables called plans stand for these rows from now on
    number = engine.add(expression)
    engine.compile()
    rows, = engine.run([number], {"referrals": tuples_of(schema, referrals)})
    """

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}
        self._parents: list[tuple[int, ...]] = []
        self._functions: list[Callable[..., Rows] | None] = []
        self._tables: dict[str, int] = {}
        self._kept: dict[str, int] = {}
        self._fixed: dict[int, Rows] = {}
        self._indexes: dict[tuple[int, tuple[int, ...]], Index] = {}
        self._orders: dict[tuple[int, ...], list[int]] = {}
        self._constants = Constants()
        self._text: list[str] = []

    def keep(self, name: str, rows: ir.Table) -> None:
        """Let the table ``name`` in expressions added later stand for these rows."""
        self._kept[name] = self.add(rows)

    def add(self, rows: ir.Table) -> int:
        """Write an expression out, to be run by the number given.

        NotUnderstood names the operation this engine has not been taught.
        """
        return self._number(rows.op())

    def compile(self) -> None:
        """Make functions of all that was added since."""
        text, self._text = "\n".join(self._text), []
        names = self._constants.names
        exec(compile(text, "<few rows>", "exec"), names)
        for number, known in enumerate(self._functions):
            self._functions[number] = known or names.get(f"rows_{number}")

    def tables_under(self, number: int) -> frozenset[str]:
        """The names of the tables, of those given to ``run``, that an expression reads."""
        under = set(self._in_order((number,)))
        return frozenset(name for name, table in self._tables.items() if table in under)

    def run(self, numbers: Sequence[int], tables: Mapping[str, Rows]) -> list[Rows]:
        """The rows of each expression, told the rows of tables; a table not told has none."""
        found: list[Any] = [None] * len(self._parents)
        for number, rows in self._fixed.items():
            found[number] = rows
        for name, number in self._tables.items():
            found[number] = tables.get(name, [])
        for number in self._in_order(tuple(numbers)):
            if found[number] is None:
                parents = [found[parent] for parent in self._parents[number]]
                found[number] = self._functions[number](*parents)  # type: ignore[misc]
        return [found[number] for number in numbers]

    def _in_order(self, numbers: tuple[int, ...]) -> list[int]:
        """The numbers of all that must be known first, and these; parents have lower numbers."""
        if numbers not in self._orders:
            under: set[int] = set()
            look = list(numbers)
            while look:
                number = look.pop()
                if number not in under:
                    under.add(number)
                    look.extend(self._parents[number])
            self._orders[numbers] = sorted(under)
        return self._orders[numbers]

    def _number(self, relation: Any) -> int:
        if relation not in self._numbers:
            self._numbers[relation] = self._numbered(relation)
        return self._numbers[relation]

    def _numbered(self, relation: Any) -> int:
        if isinstance(relation, ops.JoinReference | ops.SelfReference):
            return self._number(relation.parent)
        if isinstance(relation, ops.InMemoryTable):
            return self._fix(relation)
        if isinstance(relation, ops.PhysicalTable):
            if relation.name in self._kept:
                return self._kept[relation.name]
            if relation.name not in self._tables:
                self._tables[relation.name] = self._next(())
            return self._tables[relation.name]
        function = written(relation, self._constants, self._index_of)
        parents = tuple(self._number(parent) for parent in function.parents)
        number = self._next(parents)
        names = ", ".join(f"r{at}" for at in range(len(parents)))
        self._text += [f"def rows_{number}({names}):", *indented(function.lines)]
        return number

    def _next(self, parents: tuple[int, ...]) -> int:
        self._parents.append(parents)
        self._functions.append(None)
        return len(self._parents) - 1

    def _fix(self, relation: Any) -> int:
        """Rows that lie in the expression itself."""
        rows = relation.data.to_pyarrow(relation.schema).to_pylist()
        number = self._next(())
        self._fixed[number] = tuples_of(list(relation.schema), rows)
        return number

    def _index_of(self, relation: Any, places: tuple[int, ...]) -> Index | None:
        """The rows by key of a relation that never changes; None for another."""
        number = self._number(relation)
        if number not in self._fixed:
            return None
        if (number, places) not in self._indexes:
            index: Index = {}
            for row in self._fixed[number]:
                key = tuple(row[place] for place in places)
                if None not in key:
                    index.setdefault(key[0] if len(key) == 1 else key, []).append(row)
            self._indexes[number, places] = index
        return self._indexes[number, places]


def tuples_of(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Rows:
    """Rows as this engine takes them; a column that a row does not have is not known."""
    return [tuple([_number_of(row.get(name)) for name in columns]) for row in rows]


def dicts_of(schema: pa.Schema, rows: Rows) -> list[dict[str, Any]]:
    """Rows of this engine as dicts by the columns of ``schema``, which says where dates are."""
    columns = [(field.name, pa.types.is_date(field.type)) for field in schema]
    return [
        {
            name: date.fromordinal(value) if is_date and value is not None else value
            for (name, is_date), value in zip(columns, row, strict=True)
        }
        for row in rows
    ]


def _number_of(value: Any) -> Any:
    return value.toordinal() if isinstance(value, date) else value
