"""One child's records with what people recorded since the last load laid over them, in memory.

What was recorded here is laid beside what the other sources told by the very steps of a load
(``laying_together``), on the rows of one child: what the ledger has folded in already is not doubled,
what was corrected or withdrawn since shows as it stands. Nothing is written to the ledger.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from threading import local
from typing import Any

import pyarrow as pa

from sightline.engine.store import open_memory
from sightline.ledger.history import STANDS, TOLD_BY, standing_rows
from sightline.ledger.laying_together import write_laid_together
from sightline.ledger.local_words import in_our_words
from sightline.ledger.reading import child_records
from sightline.ledger.same_thing import leads_to
from sightline.ledger.settings import Settings
from sightline.ledger.sides import RECORDED_HERE, Asked, Sides
from sightline.ledger.unborn import find_births
from sightline.records.table import Table
from sightline.records.tables import TABLES
from sightline.sources.doors import SOURCES

Rows = dict[str, list[dict[str, Any]]]
KEPT_WITH_A_ROW = ("history_row", "known_from", "known_to", TOLD_BY)
# Numbers above those of any row of history, for rows that no load has numbered yet.
FIRST_NUMBER = 1 << 60


@dataclass(frozen=True)
class RecordedNow:
    """What stands recorded here.

    ``tables`` the record tables that people fill here.
    ``rows``   of one child, by record table, as the door for what is recorded here reads them.
    ``up_to``  the last day on which anything was recorded for any child.
    ``fills``  every "table.column" in which anything stands recorded for any child.
    """

    tables: frozenset[str]
    rows: Mapping[str, pa.Table] = field(default_factory=dict)
    up_to: date | None = None
    fills: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Ground:
    """What is the same for every child of one ledger file.

    ``order``     the sources that tell of it, in the order in which they stand for the rules.
    ``born_as``   by the id before birth the child who was born.
    ``folded_in`` record tables in which rows recorded here stand in the ledger.
    """

    order: tuple[str, ...]
    born_as: Mapping[str, str]
    folded_in: frozenset[str]

    def ids_of(self, child: str) -> list[str]:
        """The child's id, and those before birth."""
        return [child, *(unborn for unborn, born in self.born_as.items() if born == child)]


def ground_of(backend: Any) -> Ground:
    """Read it once for each ledger file."""
    rows = standing_rows(backend.con)
    present = {told_by for one in rows.values() for told_by in one}
    born_as = {}
    if find_births(backend.con, STANDS):
        born_as = dict(backend.con.execute("SELECT unborn, child FROM born_as").fetchall())
    return Ground(
        tuple(source for source in SOURCES if source in present),
        born_as,
        frozenset(name for name, one in rows.items() if RECORDED_HERE in one),
    )


def laid_over(
    backend: Any, ground: Ground, child: str, recorded: RecordedNow, settings: Settings
) -> tuple[Rows, frozenset[str]]:
    """The child's records as a load of what is recorded now would leave them, and the tables that
    say something else than the ledger."""
    stand = child_records(backend, child)
    names = {name for name, rows in recorded.rows.items() if rows.num_rows}
    names |= _folded_in(backend.con, ground, child, recorded.tables)
    if not names:
        return stand, frozenset()
    told = {name: in_our_words(name, rows, settings) for name, rows in recorded.rows.items()}
    laying = _Laying(backend.con, ground, child, replace(recorded, rows=told), names)
    laid = laying.rows(stand)
    differ = frozenset(name for name in names if _told(laid.get(name)) != _told(stand.get(name)))
    return {name: laid[name] for name in TABLES if laid.get(name)}, differ


def _folded_in(connection: Any, ground: Ground, child: str, tables: frozenset[str]) -> set[str]:
    """The tables in which a load has put what was recorded here for the child."""
    if not ground.folded_in & tables:
        return set()
    ids = ground.ids_of(child)
    asked = " UNION ALL ".join(
        f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM history.{name} WHERE {STANDS} "
        f"AND {TOLD_BY} = '{RECORDED_HERE}' AND list_contains($1, child))"
        for name in sorted(ground.folded_in & tables)
    )
    return {name for (name,) in connection.execute(asked, [ids]).fetchall()}


def _told(rows: Iterable[Mapping[str, Any]] | None) -> list[str]:
    """What rows say, in whatever order."""
    return sorted(repr(sorted(row.items())) for row in rows or ())


class _Laying:
    """Laying together the tables ``names`` of one child, in a database of its own."""

    def __init__(
        self,
        ledger: Any,
        ground: Ground,
        child: str,
        recorded: RecordedNow,
        names: set[str],
    ) -> None:
        self._ledger, self._child = ledger, child
        self._ids, self._recorded = ground.ids_of(child), recorded
        order = [one for one in SOURCES if one in {*ground.order, RECORDED_HERE}]
        self._own_ids_of = ground.order[0] if ground.order else RECORDED_HERE
        self._order, self._births = order, ground.born_as
        # Where a source comes after, its rows may go by the id of what was recorded here.
        later = order[order.index(RECORDED_HERE) + 1 :]
        self._names = names | (_referring_to(names) if later else set())
        self._targets = _led_to_from(self._names) - self._names
        self._several = len(order) > 2

    def rows(self, stand: Rows) -> Rows:
        """All rows of the child: those of the tables laid together anew, the others as they stand."""
        with _a_database() as connection:
            anew = self._names | (self._targets if self._several else set())
            counts = {
                name: self._lay_out(connection, TABLES[name])
                for name in self._names | self._targets
            }
            for name in self._targets - anew:
                _put(connection, f"records.{name}", _arrow(TABLES[name], stand.get(name, [])))
            self._say_how_far_sources_tell(connection)
            connection.register("births", _births(self._births))
            connection.execute("CREATE OR REPLACE TEMP TABLE born_as AS SELECT * FROM births")
            asked = Asked(STANDS, lambda name: f"records.{name}", load=0)
            sides = Sides(
                asked, counts, self._order, bool(self._births), own_ids_of=self._own_ids_of
            )
            write_laid_together(connection, sides, anew)
            return stand | {name: self._read(connection, TABLES[name]) for name in self._names}

    def _lay_out(self, connection: Any, table: Table) -> dict[str, int]:
        """Put what each source tells of the child into ``history`` of the child's own database."""
        columns = [*table.column_names, *KEPT_WITH_A_ROW]
        told = self._ledger.sql(
            f"SELECT {', '.join(columns)} FROM history.{table.name} "
            f"WHERE {STANDS} AND {TOLD_BY} <> ? AND list_contains(?, child)",
            params=[RECORDED_HERE, self._ids],
        ).to_arrow_table()
        _put(connection, f"history.{table.name}", told)
        recorded = self._recorded.rows.get(table.name)
        if recorded is not None and recorded.num_rows:
            self._lay_out_recorded(connection, table, recorded)
        counted = connection.execute(
            f"SELECT {TOLD_BY}, count(*) FROM history.{table.name} GROUP BY {TOLD_BY}"
        ).fetchall()
        return dict(counted)

    def _lay_out_recorded(self, connection: Any, table: Table, recorded: pa.Table) -> None:
        """What stands recorded now, each row by its number where a load has numbered it: of two
        things alike, the one that came first is laid together with what another source tells."""
        numbered = self._ledger.sql(
            f"SELECT {', '.join(table.column_names)}, history_row FROM history.{table.name} "
            f"WHERE {STANDS} AND {TOLD_BY} = ? AND list_contains(?, child)",
            params=[RECORDED_HERE, self._ids],
        ).to_arrow_table()
        same = " AND ".join(
            f"now.{name} IS NOT DISTINCT FROM numbered.{name}" for name in table.column_names
        )
        connection.register("recorded", recorded)
        connection.register("numbered", numbered)
        connection.execute(
            f"INSERT INTO history.{table.name} BY NAME "
            f"SELECT {', '.join(f'now.{name}' for name in table.column_names)}, "
            f"0 AS known_from, '{RECORDED_HERE}' AS {TOLD_BY}, "
            f"coalesce(numbered.history_row, {FIRST_NUMBER} + now.place) AS history_row "
            "FROM (SELECT *, row_number() OVER () AS place FROM recorded) AS now "
            f"LEFT JOIN numbered ON {same}"
        )
        connection.unregister("numbered")
        connection.unregister("recorded")

    def _say_how_far_sources_tell(self, connection: Any) -> None:
        """For tables whose rows end: who fills the end, and up to which day each source speaks."""
        ends = {name: TABLES[name].ends for name in self._names if TABLES[name].ends}
        connection.execute(
            f"CREATE TABLE history.extract (extract_day DATE, {TOLD_BY} VARCHAR, known_to BIGINT);"
            f"CREATE TABLE load.coverage_by_source (load BIGINT, {TOLD_BY} VARCHAR, "
            '"table" VARCHAR, "column" VARCHAR, filled BOOLEAN)'
        )
        if not ends:
            return
        days = self._ledger.execute(
            f"SELECT {TOLD_BY}, extract_day FROM history.extract WHERE {STANDS} AND {TOLD_BY} <> ?",
            [RECORDED_HERE],
        ).fetchall()
        fills = self._ledger.execute(
            f'SELECT {TOLD_BY}, "table", "column", arg_max(filled, load) '
            f"FROM load.coverage_by_source WHERE {TOLD_BY} <> ? "
            'AND list_contains(?, "table" || \'.\' || "column") GROUP BY ALL',
            [RECORDED_HERE, [f"{name}.{end}" for name, end in ends.items()]],
        ).fetchall()
        days.append((RECORDED_HERE, self._recorded.up_to))
        fills += [
            (RECORDED_HERE, name, end, f"{name}.{end}" in self._recorded.fills)
            for name, end in ends.items()
        ]
        connection.executemany("INSERT INTO history.extract VALUES ($2, $1, NULL)", days)
        connection.executemany(
            "INSERT INTO load.coverage_by_source VALUES (0, $1, $2, $3, $4)", fills
        )

    def _read(self, connection: Any, table: Table) -> list[dict[str, Any]]:
        order = f" ORDER BY {table.happened} NULLS FIRST" if table.happened else ""
        rows = connection.execute(
            f"SELECT {', '.join(table.column_names)} FROM records.{table.name} "
            f"WHERE child = ?{order}",
            [self._child],
        ).fetchall()
        return [dict(zip(table.column_names, row, strict=True)) for row in rows]


_of_thread = local()


@contextmanager
def _a_database() -> Iterator[Any]:
    """An empty database in memory, in the shape of a ledger file; this thread's, emptied again."""
    if not hasattr(_of_thread, "backend"):
        _of_thread.backend = open_memory(threads=1)
    connection = _of_thread.backend.con
    schemas = ("history", "records", "load")
    connection.execute("; ".join(f"CREATE SCHEMA {name}" for name in schemas))
    try:
        yield connection
    finally:
        connection.execute("; ".join(f"DROP SCHEMA {name} CASCADE" for name in schemas))


def _referring_to(names: Iterable[str]) -> set[str]:
    """Tables of which a row may name a row of ``names``, which may go by another id now."""
    wanted = set(names)
    return {
        table.name
        for table in TABLES.values()
        if "child" in table.column_names
        and any(wanted & set(leads_to(table, column)) for column in table.column_names)
    }


def _led_to_from(names: Iterable[str]) -> set[str]:
    """Tables whose rows a row of ``names`` may name."""
    return {
        target
        for name in names
        for column in TABLES[name].column_names
        for target in leads_to(TABLES[name], column)
    }


def _arrow(table: Table, rows: list[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=table.arrow_schema)


def _births(born_as: Mapping[str, str]) -> pa.Table:
    return pa.table(
        {
            "unborn": pa.array(born_as.keys(), pa.string()),
            "child": pa.array(born_as.values(), pa.string()),
        }
    )


def _put(connection: Any, place: str, rows: pa.Table) -> None:
    connection.register("rows_of_one_child", rows)
    connection.execute(f"CREATE TABLE {place} AS SELECT * FROM rows_of_one_child")
    connection.unregister("rows_of_one_child")
