"""Loading: a data check, then one transaction into the next ledger file.

A load that is stopped, at whatever moment, leaves the ledger as it was. The same content loaded
again changes nothing and says so.
"""

import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from sightline import __version__
from sightline.ledger import comparing, history
from sightline.ledger.coverage import store_coverage_of_all
from sightline.ledger.examine import UNNAMED, Examined, examine
from sightline.ledger.keeping.destroyed import Destroyed, destroyed_of
from sightline.ledger.laying_together import lay_together
from sightline.ledger.report import LoadReport
from sightline.ledger.settings import Settings
from sightline.ledger.stored_loads import last_report, make_load_tables, next_load, store_load
from sightline.ledger.workspace import Workspace
from sightline.records.table import Table
from sightline.records.tables import TABLES
from sightline.sources.could_not import CouldNot
from sightline.sources.doors import SOURCES, Door, door_for, name_of, refusals_said

Progress = Callable[[int, int], None]

# Of a hundred steps, how many are reading and checking; writing is the rest.
READING, CHECKING, ALL = 60, 80, 100


def load(
    source: Path,
    workspace: Workspace,
    progress: Progress | None = None,
    *,
    door_name: str = "",
    dry_run: bool = False,
    now: datetime | None = None,
) -> LoadReport:
    """Load ``source`` into the workspace's next ledger file.

    What it is shows by looking, or is told by ``door_name``, a name of ``sightline.sources.doors``.

    The report says what became of every row; its exit code is 0, or 1 where rows were set aside,
    values emptied or files unreadable. ``dry_run`` gives the same report and writes nothing.
    ``now`` is when the load counts as made, by default the moment it is.
    Raises CouldNot where nothing could be loaded; the ledger is then as it was.
    """
    source = Path(source)
    tell = progress or (lambda done, total: None)
    door = door_for(source, door_name)
    with refusals_said(source):
        fingerprint = _fingerprint(door, source, workspace)
    if workspace.current_number():
        with workspace.reading() as backend:
            before = last_report(backend, door.source)
        if before and before.fingerprint == fingerprint:
            return before.as_unchanged()

    destroyed = _destroyed(workspace)
    with refusals_said(source):
        arrival = door.read(source, lambda done, total: tell(READING * done // max(total, 1), ALL))
    tell(READING, ALL)
    examined = examine(arrival, workspace.settings, destroyed=destroyed)
    tell(CHECKING, ALL)
    report = LoadReport.of(
        arrival,
        examined,
        source=name_of(source),
        told_by=door.source,
        fingerprint=fingerprint,
    )
    if dry_run:
        report = _lay_beside(workspace, examined, report)
    else:
        size = sum(table.nbytes for table in examined.tables.values())
        with workspace.writing(expected_bytes=size // 3) as backend:
            _refuse_where_records_were_destroyed_since(backend.con, destroyed)
            report = _write(
                backend.con, examined, report, workspace.settings, now or datetime.now()
            )
    tell(ALL, ALL)
    return report


def _destroyed(workspace: Workspace) -> Destroyed:
    if not workspace.current_number():
        return Destroyed()
    with workspace.reading() as backend:
        return destroyed_of(backend.con)


def _refuse_where_records_were_destroyed_since(connection: Any, destroyed: Destroyed) -> None:
    if destroyed_of(connection) != destroyed:
        raise CouldNot(
            "Records were destroyed while this load was reading its source.",
            "Run the load again: it will leave those children out.",
        )


def _fingerprint(door: Door, source: Path, workspace: Workspace) -> str:
    """Changes with the content, and with whatever else would make the same content load otherwise."""
    shape = [(name, table.column_names) for name, table in TABLES.items()]
    settings = workspace.settings
    words = repr((sorted(settings.roles.items()), sorted(settings.agencies.items())))
    parts = [door.fingerprint(source), settings.authority, words, __version__, repr(shape)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _lay_beside(workspace: Workspace, examined: Examined, report: LoadReport) -> LoadReport:
    """What a load would change, told without writing."""
    if not workspace.current_number():
        first = [history.Changes(one.table, added=one.kept) for one in examined.counts]
        return report.as_dry_run(first)
    with workspace.reading() as backend:
        connection = backend.con
        _refuse_another_authority(connection, workspace.settings, examined)
        ground = comparing.begin_comparing(connection, report.told_by)
        if len(ground.shaped) < len(TABLES):
            raise CouldNot(
                "This ledger was made by an earlier Sightline, which knew fewer records.",
                "Load once without --dry-run; from then on a dry run can be made.",
            )
        compared = _compared(connection, examined, ground)
        return report.as_dry_run([found for _, found in compared if found is not None])


def take_out(source: str, workspace: Workspace, *, now: datetime | None = None) -> LoadReport:
    """Take everything a source told out of the records; history keeps what was known.

    ``source`` is a name of ``sightline.sources.doors.SOURCES``. What other sources told stays as it
    is. Raises CouldNot where nothing of that source stands.
    """
    with workspace.reading() as backend:
        before = last_report(backend, source)
    if before is None or not before.fingerprint:
        raise CouldNot(
            f"Nothing in this workspace comes from {SOURCES[source]}.",
            "Run sightline quality to see which sources there are, in the table loads.",
        )
    with workspace.writing() as backend:
        connection = backend.con
        connection.execute("BEGIN TRANSACTION")
        make_load_tables(connection)
        history.make_history(connection)
        number = next_load(connection)
        changes = history.take_out(connection, number, source)
        taken_out = before.as_taken_out().as_load(number, now or datetime.now(), changes, [])
        store_load(connection, taken_out, None)
        _lay_together(connection, number, {one.table for one in changes})
        connection.execute("COMMIT")
    return taken_out


def _write(
    connection: Any, examined: Examined, report: LoadReport, settings: Settings, now: datetime
) -> LoadReport:
    connection.execute("BEGIN TRANSACTION")
    make_load_tables(connection)
    _refuse_another_authority(connection, settings, examined)
    history.make_history(connection)
    number = next_load(connection)
    ground = comparing.begin_comparing(connection, report.told_by)
    changes, notes = [], []
    for table, found in _compared(connection, examined, ground):
        if found is not None:
            history.apply(connection, table, number, found, ground)
            changes.append(found)
        elif table.name in ground.standing:
            standing = history.standing_of(connection, table, report.told_by)
            notes.append(
                f"The table {table.name} did not come: "
                f"its {standing:,} rows known before stand, and rules do not use them."
            )
    report = report.as_load(number, now, changes, notes)
    store_load(connection, report, examined.coverage)
    changed = {one.table for one in changes if not one.leave_records_as_they_are}
    _lay_together(connection, number, changed)
    connection.execute("COMMIT")
    return report


def _lay_together(connection: Any, number: int, changed: set[str]) -> None:
    """Make the records that stand, say what they fill, and forget the answers about those before."""
    lay_together(connection, number, changed)
    store_coverage_of_all(connection, number, history.standing_rows(connection))
    forget_answers(connection)


def _compared(
    connection: Any, examined: Examined, ground: history.Ground
) -> Iterator[tuple[Table, history.Changes | None]]:
    """Each table with what changes in it, while the comparison stands; None where it did not come.

    A table that did not come keeps the rows that were known: a failed extract is no news of a child.
    """
    earliest_day = examined.tables["extract"].to_pylist()[0]["earliest_day"]
    arrived = {count.table for count in examined.counts} | {"extract"}
    for table in comparing.in_order_of_comparing():
        if table.name not in arrived:
            yield table, None
            continue
        rows = examined.tables[table.name]
        if table.name == "extract":
            rows = _reaching_back(connection, rows, ground.told_by)
        yield table, comparing.compare(connection, table, rows, earliest_day, ground)


def _reaching_back(connection: Any, extract: pa.Table, told_by: str) -> pa.Table:
    """The extract's row, reaching back as far as the ledger remembers of that source."""
    (row,) = extract.to_pylist()
    earlier = connection.execute(
        "SELECT earliest_day FROM history.extract WHERE known_to IS NULL AND told_by = ? "
        "AND earliest_day IS NOT NULL",
        [told_by],
    ).fetchall()
    if earlier and row["earliest_day"]:
        row["earliest_day"] = min(earlier[0][0], row["earliest_day"])
    return pa.Table.from_pylist([row], extract.schema)


def _refuse_another_authority(connection: Any, settings: Settings, examined: Examined) -> None:
    """One workspace is of one authority: two would mix their children."""
    before = _standing_authority(connection)
    (row,) = examined.tables["extract"].to_pylist()
    now = row["authority"]
    if not before or UNNAMED in (before, now) or now == settings.authority:
        return
    if before != now:
        raise CouldNot(
            f"This workspace holds the records of {before}, the source is of {now}.",
            "Load it into a workspace of its own. If the council was renamed, write the new name "
            "as authority into sightline.toml.",
        )


def _standing_authority(connection: Any) -> str:
    if not connection.execute(
        "SELECT 1 FROM duckdb_tables() WHERE schema_name = 'records' AND table_name = 'extract'"
    ).fetchall():
        return ""
    rows = connection.execute("SELECT authority FROM records.extract").fetchall()
    return rows[0][0] if rows else ""


def forget_answers(connection: Any) -> None:
    """Drop the answers of rules and measures: they were about the records before, and would mislead."""
    tables = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'answers'"
    ).fetchall()
    for (name,) in tables:
        connection.execute(f'DROP TABLE answers."{name}"')
