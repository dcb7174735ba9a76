"""Steps that several rules share, worked out once while many rules are asked.

A step is a function from record tables to a table, such as the plans of a child with overlapping
ones read as one. Asked alone, a rule works its steps out itself. Where many rules are asked in
turn, ``kept`` gives the steps a place: the first rule that needs one keeps its rows there, and
the others read them.

    @shared_step
    def plans_of(plans_as_recorded): ...

    with kept(lambda name, rows: store.keep(backend, name, rows)):
        for rule in RULES.values():
            ask(rule, records)
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec

import ibis.expr.types as ir

Parameters = ParamSpec("Parameters")
Keep = Callable[[str, ir.Table], ir.Table]
"""Keeps the rows of an expression under a name, and gives the table that reads them."""


class _Place:
    """Where the rows of steps are kept, and which are there."""

    def __init__(self, keep: Keep) -> None:
        self._keep = keep
        self._tables: dict[Any, ir.Table] = {}

    def table(self, step: Callable[..., ir.Table], handed: tuple[Any, ...]) -> ir.Table:
        """The rows of ``step``, handed these tables; worked out and kept the first time."""
        key = (step, tuple(_identity(one) for one in handed))
        if key not in self._tables:
            name = f"step_{len(self._tables)}_{step.__name__}"
            self._tables[key] = self._keep(name, step(*handed))
        return self._tables[key]


_PLACE: ContextVar[_Place | None] = ContextVar("place of the steps", default=None)


@contextmanager
def kept(keep: Keep) -> Iterator[None]:
    """While this runs, each shared step is worked out once and its rows kept by ``keep``.

    The records must not change meanwhile.
    """
    before = _PLACE.set(_Place(keep))
    try:
        yield
    finally:
        _PLACE.reset(before)


def shared_step(step: Callable[Parameters, ir.Table]) -> Callable[Parameters, ir.Table]:
    """A step whose rows are kept where there is a place for them; it takes positional arguments."""

    @wraps(step)
    def as_kept(*handed: Parameters.args, **named: Parameters.kwargs) -> ir.Table:
        place = _PLACE.get()
        if place is None or named:
            return step(*handed, **named)
        return place.table(step, handed)

    return as_kept


def _identity(handed: Any) -> Any:
    return handed.op() if isinstance(handed, ir.Expr) else handed
