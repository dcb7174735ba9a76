"""The Dataset's tables as a source gives them: found by name whatever the case, nothing typed yet."""

import re
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from sightline.records.ssd_fields import SSD_FIELDS, SSD_TABLES
from sightline.sources.arrival import UnreadFile, UnreadRow
from sightline.sources.typing_rows import SourceRows

# Fields that a shipped script calls otherwise, or has beyond the Dataset (Mosaic).
OTHER_NAMES = {
    "ssd_cin_plans": {"cin_plan_id": "cinp_cin_plan_id"},
    "ssd_cla_care_plan": {"lacp_cla_care_plan_id": "lacp_table_id"},
    "ssd_person": {"pers_common_child_id": "pers_single_unique_id"},
}
BEYOND = {"ssd_cin_visits": ("cinv_cin_plan_id",)}

# Text that says nothing, beyond what every door takes for nothing.
SAYS_NOTHING = ("", "-1", "SSD_PH", "PLACEHOLDER_DATA", "NULL")

# What some scripts write for a date nobody knows.
NO_DAY = "1900-01-01"


@dataclass
class TablesAsTheyStand:
    """What a source of the Dataset holds.

    ``tables``   by the Dataset's name, each field under the Dataset's name.
    ``extract``  what the source says of itself, where a file called ``extract`` lies beside it.
    ``empty``    tables that are there and say nothing.
    """

    kind: str
    name: str
    tables: dict[str, SourceRows] = field(default_factory=dict)
    extract: SourceRows | None = None
    empty: list[str] = field(default_factory=list)
    unread_rows: dict[str, list[UnreadRow]] = field(default_factory=dict)
    unread_files: list[UnreadFile] = field(default_factory=list)
    unread_tables: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def ssd_table(name: str) -> str | None:
    """The Dataset's table a name stands for: any case, schema or brackets before it, # in front."""
    plain = re.sub(r"[\[\]\"#\s]", "", name).lower().rpartition(".")[2]
    return plain if plain in SSD_TABLES else None


def names_wanted(table: str) -> tuple[str, ...]:
    """Every name a field of the table may have in a source."""
    own = tuple(field.field for field in SSD_FIELDS if field.table == table)
    return (*own, *OTHER_NAMES.get(table, ()), *BEYOND.get(table, ()))


def under_own_names(table: str, rows: SourceRows) -> SourceRows:
    """The fields under the Dataset's names, with what says nothing read as nothing.

    A row that says nothing at all, as some scripts write for a table they cannot fill, is dropped.
    """
    columns: dict[str, pa.Array] = {}
    for name, values in rows.columns.items():
        own = OTHER_NAMES.get(table, {}).get(name, name)
        if own not in columns or columns[own].null_count == len(columns[own]):
            columns[own] = _without_stand_ins(values)
    return _without_rows_that_say_nothing(SourceRows(columns, rows.files, rows.row_numbers))


def _without_stand_ins(values: pa.Array | pa.ChunkedArray) -> pa.Array:
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    if pa.types.is_dictionary(values.type) or pa.types.is_large_string(values.type):
        values = values.cast(pa.string())
    if not pa.types.is_string(values.type):
        return values
    trimmed = pc.utf8_trim_whitespace(values)
    nothing = pc.is_in(trimmed, pa.array(SAYS_NOTHING))
    return pc.if_else(nothing, pa.scalar(None, pa.string()), trimmed)


def _without_rows_that_say_nothing(rows: SourceRows) -> SourceRows:
    says = None
    for values in rows.columns.values():
        filled = pc.is_valid(values)
        if pa.types.is_string(values.type):
            filled = pc.and_(filled, pc.invert(pc.starts_with(pc.fill_null(values, ""), NO_DAY)))
        says = filled if says is None else pc.or_(says, filled)
    if says is None or pc.all(says).as_py() is not False:
        return rows
    return SourceRows(
        {name: values.filter(says) for name, values in rows.columns.items()},
        rows.files.filter(says),
        rows.row_numbers.filter(says),
    )
