"""DuckDB as Ibis speaks to it, giving a date where a date and an interval are added.

DuckDB's date plus interval is a TIMESTAMP that Ibis takes for a date, so that a cast to date is
dropped as needless and a time of day leaks out. Here the sum is made a date where it is written.
"""

from typing import Any

import ibis.expr.datatypes as dt
from ibis.backends.duckdb import Backend
from ibis.backends.sql.compilers.duckdb import DuckDBCompiler


class _TrueDatesCompiler(DuckDBCompiler):
    """Ibis' own compiler, but for sums and differences of a date and an interval."""

    __slots__ = ()

    def visit_DateAdd(self, op: Any, *, left: Any, right: Any) -> Any:
        return self.cast(super().visit_DateAdd(op, left=left, right=right), dt.date)

    def visit_DateSub(self, op: Any, *, left: Any, right: Any) -> Any:
        return self.cast(super().visit_DateSub(op, left=left, right=right), dt.date)


class TrueDatesBackend(Backend):
    """The Ibis backend of DuckDB, its dates true."""

    compiler = _TrueDatesCompiler()
