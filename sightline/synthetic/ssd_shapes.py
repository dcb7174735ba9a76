"""Record tables in the shape in which the Dataset keeps the same things.

Factors in one list an assessment, legal
statuses apart from episodes, periods of care with an id, teams by number, words beside codes.
"""

import json
from collections.abc import Iterable
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from sightline.records.codes import CODES
from sightline.records.tables import TABLES
from sightline.sources.ssd.columns import looked_up, translated

Records = dict[str, pa.Table]


def into_the_datasets_shape(records: Records, *, plan_always: bool = False) -> Records:
    """The record tables that the Dataset's tables are written from.

    ``plan_always`` names a visit's plan where the record names only the child: a system that gives
    no child cannot do without.
    """
    shaped = dict(records)
    if plan_always:
        visits = records["protection_visits"]
        shaped["protection_visits"] = _with_plan(visits, records["protection_plans"])
    shaped["assessment_factors"] = _factors(records["assessment_factors"])
    shaped["legal_statuses"] = _legal_statuses(records["care_episodes"])
    shaped["placements"] = _with_period(records["placements"], records["care_episodes"])
    shaped["care_episodes"] = _with_period(records["care_episodes"], records["care_episodes"])
    shaped["allocations"] = _with_referral(records["allocations"], records["referrals"])
    shaped["workers"] = _set(records["workers"], "staff_number", records["workers"]["worker"])
    for name in ("contacts", "referrals"):
        meanings = translated(records[name]["source"], CODES["referral_source"].get)
        shaped[name] = _set(records[name], "source_words", meanings)
    return _with_team_numbers(shaped)


def _rows(table: str, rows: Iterable[dict[str, object]]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), TABLES[table].arrow_schema)


def _set(rows: pa.Table, column: str, values: pa.Array | pa.ChunkedArray) -> pa.Table:
    return rows.set_column(rows.column_names.index(column), column, values)


def _factors(factors: pa.Table) -> pa.Table:
    """One row an assessment, its factors as a JSON list."""
    lists: dict[str, list[str]] = {}
    for assessment, factor in zip(
        factors["assessment"].to_pylist(), factors["factor"].to_pylist(), strict=True
    ):
        lists.setdefault(assessment, []).append(factor)
    return _rows(
        "assessment_factors",
        (
            {
                "factors_record": f"{assessment}-Z",
                "assessment": assessment,
                "factor": json.dumps(codes),
            }
            for assessment, codes in lists.items()
        ),
    )


def _legal_statuses(episodes: pa.Table) -> pa.Table:
    """Statuses from episode to episode, those that follow each other alike made one."""
    statuses: list[dict[str, object]] = []
    for row in episodes.sort_by([("child", "ascending"), ("started", "ascending")]).to_pylist():
        last = statuses[-1] if statuses else {}
        if (last.get("child"), last.get("legal_status"), last.get("ended")) == (
            row["child"],
            row["legal_status"],
            row["started"],
        ):
            last["ended"] = row["ended"]
            continue
        statuses.append(
            {
                "legal_status_record": f"{row['episode']}-Q",
                **{name: row[name] for name in ("child", "legal_status", "started", "ended")},
            }
        )
    return _rows("legal_statuses", statuses)


def _with_period(rows: pa.Table, episodes: pa.Table) -> pa.Table:
    """An id for the period of care that each row began in."""
    entries: dict[str, list[date]] = {}
    for child, entered in zip(
        episodes["child"].to_pylist(), episodes["entered_care"].to_pylist(), strict=True
    ):
        entries.setdefault(child, []).append(entered)
    periods = [
        f"{child}-C{max(entered for entered in entries[child] if entered <= started)}"
        for child, started in zip(
            rows["child"].to_pylist(), rows["started"].to_pylist(), strict=True
        )
    ]
    return _set(rows, "period_of_care", pa.array(periods, pa.string()))


def _with_referral(allocations: pa.Table, referrals: pa.Table) -> pa.Table:
    """The latest referral of the child received by the day the allocation began."""
    received: dict[str, list[tuple[date, str]]] = {}
    for child, day, referral in zip(
        *(referrals[name].to_pylist() for name in ("child", "received", "referral")), strict=True
    ):
        received.setdefault(child, []).append((day, referral))
    named = []
    for child, started in zip(
        allocations["child"].to_pylist(), allocations["started"].to_pylist(), strict=True
    ):
        before = [one for one in received.get(child, ()) if one[0] <= started]
        named.append(max(before)[1] if before else None)
    return _set(allocations, "referral", pa.array(named, pa.string()))


def _with_plan(visits: pa.Table, plans: pa.Table) -> pa.Table:
    """The plan each visit names, or else the child's plan begun last by then."""
    begun: dict[str, list[tuple[date, str]]] = {}
    for child, day, plan in zip(
        *(plans[name].to_pylist() for name in ("child", "started", "plan")), strict=True
    ):
        begun.setdefault(child, []).append((day, plan))
    named = [
        plan or max(one for one in begun[child] if one[0] <= day)[1]
        for child, day, plan in zip(
            *(visits[name].to_pylist() for name in ("child", "visited", "plan")), strict=True
        )
    ]
    return _set(visits, "plan", pa.array(named, pa.string()))


def _with_team_numbers(records: Records) -> Records:
    """Teams by their number, and the table that says what each number is called today.

    A worker's department is a name in the Dataset too.
    """
    today = records["teams"].filter(pc.is_null(records["teams"]["ended"]))
    labels, codes = (today[name].combine_chunks() for name in ("team", "team_code"))
    numbered = {
        name: _set(rows, "team", looked_up(rows["team"].combine_chunks(), labels, codes))
        if "team" in rows.column_names and name != "workers"
        else rows
        for name, rows in records.items()
    }
    numbered["teams"] = today
    return numbered
