"""Writing the made-up authority: rows to typed tables, cut to the extract day, to Parquet."""

from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from sightline.records.table import DATE, Table
from sightline.records.tables import TABLES
from sightline.synthetic.faults import PlantedFault
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.story import Row

TRUTH_SCHEMA = pa.schema(
    [
        ("rule", pa.string()),
        ("child", pa.string()),
        ("subject", pa.string()),
        ("opens", pa.date32()),
    ]
)
FAULTS_SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("table", "key", "child", "fault", "becomes")]
)
_DAY_NUMBER = pa.int32()

# What this authority tells of. A file without rows would say that the service has none of what it
# holds, which is another thing than not telling: a rule that needs it must say it cannot tell.
TOLD = (
    "extract",
    "children",
    "disabilities",
    "immigration_statuses",
    "pre_birth_plans",
    "contacts",
    "notifications",
    "risk_alerts",
    "early_help_episodes",
    "family_group_decision_making",
    "referrals",
    "assessments",
    "assessment_factors",
    "neglect_assessments",
    "exploitation_assessments",
    "strategy_discussions",
    "enquiries",
    "initial_conferences",
    "protection_plans",
    "review_conferences",
    "core_groups",
    "protection_visits",
    "plan_endings",
    "child_in_need_plans",
    "child_in_need_reviews",
    "child_in_need_visits",
    "legal_planning_meetings",
    "pre_proceedings",
    "pre_proceedings_meetings",
    "letters_before_proceedings",
    "care_episodes",
    "placements",
    "care_plans",
    "care_visits",
    "care_reviews",
    "reviewing_officer_contacts",
    "health_checks",
    "immunisations",
    "substance_misuse",
    "strengths_and_difficulties",
    "emotional_wellbeing",
    "convictions",
    "previous_permanence",
    "permanence",
    "prospective_adopters",
    "missing_episodes",
    "return_interviews",
    "care_leavers",
    "pathway_needs_assessments",
    "pathway_plans",
    "pathway_plan_reviews",
    "care_leaver_contacts",
    "care_leaver_accommodation",
    "homeless_young_people",
    "private_fostering_arrangements",
    "private_fostering_visits",
    "allegations",
    "advocacy",
    "school_attendance",
    "missing_education",
    "elective_home_education",
    "exclusions",
    "personal_education_plans",
    "case_summaries",
    "chronology_updates",
    "plan_updates",
    "direct_work",
    "allocations",
    "workers",
    "teams",
    "posts",
    "training",
    "supervision",
    "management_decisions",
)


MADE_UP = {"made_up": "yes: no child, family, worker or council in this file exists"}
"""Stands in every file written, where tools that show a Parquet file's metadata show it."""


class Writers:
    """One Parquet file per table told of, written batch after batch as children are told."""

    def __init__(self, out: Path) -> None:
        out.mkdir(parents=True, exist_ok=True)
        self._out = out
        self._open = {
            name: pq.ParquetWriter(
                out / f"{name}.parquet",
                TABLES[name].arrow_schema.with_metadata(MADE_UP),
                compression="zstd",
            )
            for name in TOLD
        }
        self.written = dict.fromkeys(TOLD, 0)

    def write(self, rows: dict[str, list[Row]], cut: bool = True) -> None:
        """Write a batch of rows, table by table, as they were known on the extract day.

        Without ``cut`` also what lies after it: only a fault of recording does.
        """
        for name, of_table in rows.items():
            if of_table:
                columns = typed(TABLES[name], of_table)
                table = known(TABLES[name], columns) if cut else pa.table(columns)
                table = table.cast(TABLES[name].arrow_schema)
                self.written[name] += table.num_rows
                self._open[name].write_table(table)

    def write_truth(self, truth: list[tuple[str, str, str, int]]) -> None:
        """Write what was planted, in the order of rule, child and subject."""
        self._write_beside("truth", TRUTH_SCHEMA, truth)

    def write_faults(self, faults: list[PlantedFault]) -> None:
        """Write which faults of recording were planted, and what should become of each."""
        self._write_beside("planted_faults", FAULTS_SCHEMA, faults)

    def _write_beside(self, name: str, schema: pa.Schema, rows: list[Any]) -> None:
        by_column = zip(*sorted(rows, key=str), strict=True) if rows else [()] * len(schema)
        columns = [
            pa.array(values, _DAY_NUMBER).view(field.type)
            if pa.types.is_date32(field.type)
            else pa.array(values, field.type)
            for values, field in zip(by_column, schema, strict=True)
        ]
        table = pa.table(columns, schema=schema.with_metadata(MADE_UP))
        pq.write_table(table, self._out / f"{name}.parquet", compression="zstd")

    def close(self) -> None:
        """Finish every file."""
        for writer in self._open.values():
            writer.close()


def typed(table: Table, rows: list[Row]) -> dict[str, pa.Array]:
    """The rows as columns, days still as whole numbers."""
    unknown = set(chain.from_iterable(rows)) - set(table.column_names)
    if unknown:
        raise KeyError(f"{table.name} has no column {', '.join(sorted(unknown))}.")
    return {
        column.name: pa.array(
            [row.get(column.name) for row in rows],
            _DAY_NUMBER if column.type == DATE else table.arrow_schema.field(column.name).type,
        )
        for column in table.columns
    }


def known(table: Table, columns: dict[str, pa.Array]) -> pa.Table:
    """The columns as a table, without what was only known after the extract day."""
    as_known = pa.table({name: _as_known(table, name, columns) for name in columns})
    if not table.happened:
        return as_known
    in_time = pc.less_equal(_day_known(table, columns), EXTRACT_DAY)
    return as_known.filter(pc.fill_null(in_time, True))


def _day_known(table: Table, columns: dict[str, pa.Array]) -> pa.Array:
    """The day each row is known by: when it happened, else its earliest date not planned ahead."""
    happened = columns[table.happened]
    if happened.null_count == 0:
        return happened
    others = [
        columns[column.name]
        for column in table.columns
        if column.type == DATE and not column.planned and column.name != table.happened
    ]
    return pc.coalesce(happened, pc.min_element_wise(*others)) if others else happened


def _as_known(table: Table, name: str, columns: dict[str, pa.Array]) -> pa.Array:
    """A column, blank where its value was only known after the extract day or not at all."""
    known_by = table.known_by(table.column(name))
    if known_by in ("", table.happened):
        return columns[name]
    is_known = pc.fill_null(pc.less_equal(columns[known_by], EXTRACT_DAY), False)
    return pc.if_else(is_known, columns[name], pa.scalar(None, columns[name].type))
