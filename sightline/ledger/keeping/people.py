"""What retention needs to know of each person, from everything the ledger ever held of them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from sightline.ledger.duplicates.deciding import said_to_be_one
from sightline.ledger.keeping.adoption import (
    ADOPTED_ENDS,
    CLOSED_AS_ADOPTED,
    HELP_AFTER_ADOPTION,
)
from sightline.ledger.keeping.earlier_ledger import refuse_an_earlier_ledger
from sightline.ledger.unborn import find_births
from sightline.records.table import DATE, Table
from sightline.records.tables import TABLES

IN_CARE = (
    "care_episodes",
    "legal_statuses",
    "placements",
    "placement_costs",
    "care_plans",
    "care_visits",
    "care_reviews",
    "reviewing_officer_contacts",
    "health_checks",
    "previous_permanence",
    "permanence",
    "care_leavers",
    "pathway_needs_assessments",
    "pathway_plans",
    "pathway_plan_reviews",
    "care_leaver_contacts",
    "care_leaver_accommodation",
)
PROTECTION = (
    "strategy_discussions",
    "enquiries",
    "initial_conferences",
    "protection_plans",
    "review_conferences",
    "core_groups",
    "protection_visits",
    "plan_outcomes",
    "plan_endings",
)
WHILE_IT_RUNS_THE_CASE_IS_OPEN = (
    "early_help_episodes",
    "referrals",
    "enquiries",
    "protection_plans",
    "child_in_need_plans",
    "pre_proceedings",
    "care_episodes",
    "placements",
    "pathway_plans",
    "private_fostering_arrangements",
    "allocations",
)
LEFT_OPEN_OR_UPHELD = "outcome IS NULL OR outcome IN ('substantiated', 'unsubstantiated')"


@dataclass(frozen=True)
class Person:
    """One person of whom the ledger holds anything.

    ``ids``         the ids their records stand under: two where one was given before
                    birth, or where somebody decided that two ids are one person.
    ``born``        date of birth, the latest told; ``died`` likewise.
    ``adopted``     True where an adoption is told; ``adoption_order`` is the day of the latest.
    ``allegation``  True where an allegation that was upheld or left open names them.
    ``open``        True where anything of their case still runs.
    ``last_day``    the last day anything is dated.
    """

    child: str
    ids: tuple[str, ...]
    born: date | None
    died: date | None
    adopted: bool
    adoption_order: date | None
    in_care: bool
    protection: bool
    allegation: bool
    open: bool
    last_day: date | None


def tables_about_a_child() -> list[Table]:
    """Record tables whose rows are each about a child."""
    return [table for table in TABLES.values() if "child" in table.column_names]


def people_of(connection: Any) -> list[Person]:
    """Everybody of whom history holds a row, in the order of their ids.

    Raises CouldNot where an earlier Sightline made the ledger. Writes temporary tables only.
    """
    refuse_an_earlier_ledger(connection)
    _say_who_is_one_person(connection)
    found = connection.execute(
        f"""
        WITH marked AS ({" UNION ALL ".join(_marks())})
        SELECT coalesce(became.child, marked.child) AS person,
            list(DISTINCT marked.child ORDER BY marked.child), max(born), max(died),
            bool_or(adopted), max(adoption_order), bool_or(in_care), bool_or(protection),
            bool_or(allegation), bool_or(running), max(last_day)
        FROM marked LEFT JOIN became ON became.unborn = marked.child
        WHERE marked.child IS NOT NULL GROUP BY person ORDER BY person
        """
    ).fetchall()
    return [Person(row[0], tuple(row[1]), *row[2:]) for row in found]


def _say_who_is_one_person(connection: Any) -> None:
    """Make ``became`` (unborn, child): every id that is read as part of another's person.

    Ids before birth that are surely joined, as ever told, and ids that somebody decided are one.
    """
    pairs: list[tuple[str, str]] = []
    if find_births(connection, "TRUE"):
        pairs += connection.execute("SELECT child, unborn FROM born_as").fetchall()
    pairs += said_to_be_one(connection)
    first: dict[str, str] = {}
    for one, other in pairs:
        kept, gone = _first_of(first, one), _first_of(first, other)
        if kept != gone:
            first[gone] = kept
    rows = [{"unborn": one, "child": _first_of(first, one)} for one in first]
    schema = pa.schema([("unborn", pa.string()), ("child", pa.string())])
    connection.register("read_as", pa.Table.from_pylist(rows, schema))
    connection.execute("CREATE OR REPLACE TEMP TABLE became AS SELECT * FROM read_as")
    connection.unregister("read_as")


def _first_of(first: dict[str, str], child: str) -> str:
    while child in first:
        child = first[child]
    return child


def _marks() -> list[str]:
    """For each table, SQL that marks what its rows say of each child."""
    parts = []
    for table in tables_about_a_child():
        name = table.name
        marks = {
            "born": "max(born)" if name == "children" else "NULL::DATE",
            "died": "max(died)" if name == "children" else "NULL::DATE",
            "adopted": f"coalesce(bool_or({_adopted(name)}), FALSE)",
            "adoption_order": _order_day(name),
            "in_care": str(name in IN_CARE),
            "protection": str(name in PROTECTION),
            "allegation": f"coalesce(bool_or({LEFT_OPEN_OR_UPHELD}), FALSE)"
            if name == "allegations"
            else "FALSE",
            "running": "FALSE",
            "last_day": _last_day(table),
        }
        says = ", ".join(f"{sql} AS {mark}" for mark, sql in marks.items())
        parts.append(f"SELECT child, {says} FROM history.{name} GROUP BY child")
    return [*parts, *_running()]


def _adopted(name: str) -> str:
    return {
        # An order of a kind nobody told is taken for an adoption: that keeps the record longest.
        "permanence": "order_made IS NOT NULL AND coalesce(order_kind, 'adoption') = 'adoption'",
        "care_episodes": f"end_reason IN {ADOPTED_ENDS}",
        "referrals": f"closure_reason = '{CLOSED_AS_ADOPTED}' "
        f"OR primary_need = '{HELP_AFTER_ADOPTION}'",
    }.get(name, "FALSE")


def _order_day(name: str) -> str:
    day = {"permanence": "order_made", "care_episodes": "ended"}.get(name)
    return f"max({day}) FILTER (WHERE {_adopted(name)})" if day else "NULL::DATE"


def _last_day(table: Table) -> str:
    days = [column.name for column in table.columns if column.type == DATE and not column.planned]
    return f"max(greatest({', '.join(days)}))" if days else "NULL::DATE"


def _running() -> list[str]:
    """What runs is asked of the records that stand: an earlier version of a row ran once, too."""
    nothing = "NULL::DATE, NULL::DATE, FALSE, NULL::DATE, FALSE, FALSE, FALSE"
    parts = []
    for name in WHILE_IT_RUNS_THE_CASE_IS_OPEN:
        runs = f"{TABLES[name].ends} IS NULL"
        if name in ("referrals", "enquiries"):
            runs += " AND no_further_action IS NOT TRUE"
        parts.append(
            f"SELECT child, {nothing}, TRUE, NULL::DATE FROM records.{name} WHERE {runs} "
            "GROUP BY child"
        )
    return parts
