"""From the Dataset's tables to record tables: which field goes where is declared in the records.

``sightline.records.ssd_fields`` says where each field goes. Here are the adapters: words in place
of codes, outcomes in JSON, workers known by their staff number, and what the Dataset keeps in
another table than the records do (``filled_from_elsewhere``).
"""

from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from sightline.records.ssd_fields import SSD_FIELDS, SSD_TABLES
from sightline.records.table import TEXT, YES_NO, Column
from sightline.records.tables import TABLES
from sightline.sources.arrival import FILE, ROW, Arrival, ArrivedTable, UnreadRow, typed_schema
from sightline.sources.mapping import latest_day, months_before
from sightline.sources.ssd import outcomes
from sightline.sources.ssd.as_they_stand import TablesAsTheyStand
from sightline.sources.ssd.columns import as_texts, looked_up, translated
from sightline.sources.ssd.filled_from_elsewhere import fill_from_elsewhere
from sightline.sources.ssd.words import into_code, into_yes_no
from sightline.sources.typing_rows import SourceRows, typed_table

# The scripts keep what ended within six years.
MONTHS_TOLD = 72

_READ_AS: dict[str, Callable[[str], str | None]] = {
    "cont_contact_outcome_json": outcomes.outcome,
    "cine_referral_outcome_json": outcomes.outcome,
    "cina_assessment_outcome_json": outcomes.outcome,
    "s47e_s47_outcome_json": outcomes.outcome,
    "icpc_icpc_outcome_json": outcomes.outcome,
    "lacp_cla_care_plan_json": outcomes.chosen,
    "addr_address_json": outcomes.address,
}
# Taken apart into rows, once it is known which assessment they belong to.
_LEFT_AS_IT_STANDS = frozenset({"cinf_assessment_factors_json"})
_MORE_FIELDS = {("ssd_cin_visits", "cinv_cin_plan_id"): "plan"}

Loose = dict[str, SourceRows]
"""Record tables by name, their columns not typed yet."""


def record_table(table: str) -> str:
    """The record table that a table of the Dataset becomes."""
    return next(field.ours[0][0] for field in SSD_FIELDS if field.table == table and field.ours)


RECORD_OF = {table: record_table(table) for table in SSD_TABLES}


def into_records(source: TablesAsTheyStand) -> Arrival:
    """Everything the source tells, as record tables.

    A table without a row that says something is left out: a script that cannot fill a table
    leaves it empty, and none is not the same as not told.
    """
    loose = _loose(source)
    _name_workers(loose)
    _name_teams(loose)
    notes = [*source.notes, *_say_empty(source), *fill_from_elsewhere(loose)]
    tables = {
        name: typed_table(TABLES[name], rows) for name, rows in loose.items() if name in TABLES
    }
    for table, unread in source.unread_rows.items():
        if RECORD_OF[table] in tables:
            tables[RECORD_OF[table]].unread_rows.extend(_about_records(unread, RECORD_OF[table]))
    tables["extract"], said = _extract(source, tables)
    unread_tables = frozenset(RECORD_OF[table] for table in source.unread_tables)
    return Arrival(
        source.kind,
        {name: tables[name] for name in TABLES if name in tables},
        unread_files=source.unread_files,
        unread_tables=unread_tables - tables.keys(),
        notes=[*notes, *said],
    )


def _loose(source: TablesAsTheyStand) -> Loose:
    loose: Loose = {}
    for table in SSD_TABLES:
        rows = source.tables.get(table)
        if rows is None:
            continue
        if not len(rows.row_numbers):
            source.empty.append(table)
            continue
        loose[RECORD_OF[table]] = _columns_of(table, rows)
    return loose


def _columns_of(table: str, rows: SourceRows) -> SourceRows:
    """The columns of the record table that the table's own fields fill."""
    record = RECORD_OF[table]
    columns: dict[str, pa.Array | pa.ChunkedArray] = {}
    for field in SSD_FIELDS:
        if field.table != table or field.field not in rows.columns:
            continue
        for to_table, to_column in field.ours:
            if to_table == record:
                declared = TABLES[record].column(to_column)
                columns[to_column] = _read(declared, field.field, rows.columns[field.field])
    for (of_table, name), to_column in _MORE_FIELDS.items():
        if of_table == table and name in rows.columns:
            columns[to_column] = as_texts(rows.columns[name])
    return SourceRows(columns, rows.files, rows.row_numbers)


def _read(column: Column, field: str, values: pa.Array) -> pa.Array:
    """A field's values with the words of case systems put into ours."""
    if field in _LEFT_AS_IT_STANDS:
        return as_texts(values)
    if field in _READ_AS:
        return translated(values, _READ_AS[field])
    if column.codes:
        return translated(values, into_code(column.codes))
    if column.type == YES_NO and not pa.types.is_boolean(values.type):
        return translated(values, into_yes_no)
    return as_texts(values) if column.type == TEXT else values


def _name_workers(loose: Loose) -> None:
    """Workers by one id everywhere: Mosaic gives no worker's id, and staff numbers elsewhere."""
    workers = loose.get("workers")
    if workers is None:
        return
    nothing = pa.nulls(len(workers.row_numbers), pa.string())
    staff = workers.columns.get("staff_number", nothing)
    ids = workers.columns.get("worker", nothing)
    workers.columns["worker"] = named = pa.array(
        [one or other for one, other in zip(ids.to_pylist(), staff.to_pylist(), strict=True)],
        pa.string(),
    )
    by_any_name = pa.concat_arrays([named, staff])
    for name, rows in loose.items():
        for column in TABLES[name].columns:
            if column.refers_to == "workers" and column.name in rows.columns:
                given = as_texts(rows.columns[column.name])
                known = looked_up(given, by_any_name, pa.concat_arrays([named, named]))
                rows.columns[column.name] = _first_there(known, given)


def _name_teams(loose: Loose) -> None:
    """Teams by their name everywhere: the Dataset gives the id of a team, and its name once."""
    teams = loose.get("teams")
    if teams is None or "team_code" not in teams.columns:
        return
    code = as_texts(teams.columns["team_code"])
    teams.columns["team"] = label = _first_there(teams.columns.get("team", code), code)
    for name, rows in loose.items():
        if name != "teams" and "team" in rows.columns:
            given = as_texts(rows.columns["team"])
            rows.columns["team"] = _first_there(looked_up(given, code, label), given)


def _first_there(first: pa.Array, second: pa.Array) -> pa.Array:
    return pc.coalesce(as_texts(first), as_texts(second))


def _say_empty(source: TablesAsTheyStand) -> list[str]:
    if not source.empty:
        return []
    return [
        "Without a row, and so counted as not told rather than as none: "
        f"{', '.join(sorted(source.empty))}."
    ]


def _about_records(unread: list[UnreadRow], record: str) -> list[UnreadRow]:
    return [UnreadRow(record, row.file, row.row, row.reason, row.how_to_mend) for row in unread]


def _extract(
    source: TablesAsTheyStand, tables: dict[str, ArrivedTable]
) -> tuple[ArrivedTable, list[str]]:
    """What the source says of itself, or what can be told where it says nothing."""
    if source.extract is not None:
        return typed_table(TABLES["extract"], source.extract), []
    day = latest_day(tables.values())
    earliest = months_before(day, MONTHS_TOLD) if day else None
    rows = pa.Table.from_pylist(
        [{"extract_day": day, "earliest_day": earliest, FILE: source.name, ROW: 0}],
        typed_schema(TABLES["extract"]),
    )
    return ArrivedTable(TABLES["extract"], rows, frozenset({"extract_day", "earliest_day"})), [
        f"The Dataset does not say its day; {day} is taken, the latest day any record tells of, "
        f"and the {MONTHS_TOLD // 12} years before it as the time it tells of."
    ]
