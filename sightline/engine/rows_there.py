"""Whether an expression can give any row at all, told which tables hold rows.

Most children never came into care or went missing. What asks about care need not be asked of
them: an inner join with an empty table is empty, whatever stands on its other side.
"""

from collections.abc import Callable, Set
from typing import Any

import ibis.expr.operations as ops

Holding = Callable[[Set[str]], bool]
"""Told the names of the tables that hold rows: whether there can be a row. Where it says no there is none."""

WANTS_BOTH = ("inner", "semi")
WANTS_THE_FIRST = ("left", "anti")


def holding(relation: Any) -> Holding:
    """Whether ``relation``, an Ibis operation, can give a row. What is not known here always can."""
    return _holding(relation, {})


def _holding(relation: Any, found: dict[Any, Holding]) -> Holding:
    if relation not in found:
        found[relation] = _of_kind(relation, found)
    return found[relation]


def _of_kind(relation: Any, found: dict[Any, Holding]) -> Holding:
    if isinstance(relation, ops.InMemoryTable):
        there = len(relation.data.to_pyarrow(relation.schema)) > 0
        return lambda tables: there
    if isinstance(relation, ops.PhysicalTable):
        name = relation.name
        return lambda tables: name in tables
    if isinstance(relation, ops.JoinChain):
        return _of_joins(relation, found)
    if isinstance(relation, ops.Union):
        left, right = _holding(relation.left, found), _holding(relation.right, found)
        return lambda tables: left(tables) or right(tables)
    if isinstance(relation, ops.Aggregate) and not relation.groups:
        return lambda tables: True
    if hasattr(relation, "parent"):
        return _holding(relation.parent, found)
    return lambda tables: True


def _of_joins(chain: ops.JoinChain, found: dict[Any, Holding]) -> Holding:
    kinds = {link.how for link in chain.rest}
    if not kinds <= {*WANTS_BOTH, *WANTS_THE_FIRST}:
        return lambda tables: True
    wanted = [_holding(chain.first.parent, found)]
    wanted += [_holding(link.table.parent, found) for link in chain.rest if link.how in WANTS_BOTH]
    return lambda tables: all(one(tables) for one in wanted)
