"""Which meetings and visits belong to which plan of a child, and how long the child went unseen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sightline.records.tables import TABLES
from sightline.web.journey import in_words

Row = Mapping[str, Any]
Rows = Mapping[str, Sequence[Row]]

ATTEMPTED = "attempted"
BEFORE_A_PLAN = timedelta(days=31)
"""A conference so long before a plan, and not after its start, is the one that agreed it."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of plan: its table, its name, and the tables of its meetings and visits.

    ``told`` are the columns shown with the plan itself.
    """

    table: str
    title: str
    visits: str
    meetings: tuple[tuple[str, str], ...]
    told: tuple[str, ...] = ()


KINDS = (
    Kind(
        table="protection_plans",
        title="Child protection plan",
        visits="protection_visits",
        meetings=(
            ("initial_conferences", "Initial conference"),
            ("review_conferences", "Review conference"),
            ("core_groups", "Core group"),
        ),
        told=("initial_category", "latest_category", "end_reason"),
    ),
    Kind(
        table="child_in_need_plans",
        title="Child in need plan",
        visits="child_in_need_visits",
        meetings=(("child_in_need_reviews", "Review"),),
        told=("end_reason",),
    ),
    Kind(
        table="care_episodes",
        title="In care",
        visits="care_visits",
        meetings=(("care_reviews", "Care review"), ("care_plans", "Care plan made")),
        told=("legal_status",),
    ),
)
OTHER_MEETINGS = (
    ("strategy_discussions", "Strategy discussion"),
    ("legal_planning_meetings", "Legal planning meeting"),
    ("pre_proceedings_meetings", "Pre-proceedings meeting"),
    ("family_group_decision_making", "Family group decision-making"),
)
# Columns of a meeting that are told beside its day, where they say anything.
TOLD_OF_MEETINGS = ("outcome", "plan_agreed", "plan_continues", "quorate", "participation",
                    "parents_attended", "family_attended", "agencies_attended", "plan_reviewed",
                    "police_attended", "health_attended", "threshold_met", "permanence_plan",
                    "accepted")  # fmt: skip

TABLES_OF_PLANS = frozenset(
    name
    for kind in KINDS
    for name in (kind.table, kind.visits, *(table for table, _ in kind.meetings))
) | {table for table, _ in OTHER_MEETINGS}


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """One meeting: ``held`` is empty where it was planned and not held."""

    table: str
    words: str
    held: date | None
    due: date | None
    told: tuple[tuple[str, object], ...]

    @property
    def day(self) -> date:
        """The day it stands under."""
        return self.held or self.due


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One visit. ``days_unseen``: since the child was seen last under the same plan, or it began."""

    table: str
    day: date
    seen: bool | None
    alone: bool | None
    bedroom: bool | None
    mode: str
    worker: str
    days_unseen: int | None


@dataclass(kw_only=True)
class Plan:
    """A plan, or a period of care, with what belongs to it; the latest first."""

    title: str
    starts: date
    ends: date | None
    days: int
    told: tuple[tuple[str, object], ...]
    meetings: list[Meeting] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)


def plans_of(records: Rows, day: date) -> tuple[list[Plan], Plan]:
    """The child's plans, the latest first, and what belongs to none of them."""
    plans: list[Plan] = []
    meetings = [one for table, words in OTHER_MEETINGS for one in _meetings(records, table, words)]
    unplaced: list[tuple[str, Row]] = []
    for kind in KINDS:
        own = [_plan(kind, rows, day) for rows in _stretches(records, kind)]
        for table, words in kind.meetings:
            for meeting in _meetings(records, table, words):
                holder = _holder(own, meeting.day) or _agreed_by(own, table, meeting.day)
                (holder.meetings if holder else meetings).append(meeting)
        visits: dict[int, list[Row]] = {}
        for row in _happened(records, kind.visits):
            holder = _holder(own, row["visited"])
            if holder:
                visits.setdefault(id(holder), []).append(row)
            else:
                unplaced.append((kind.visits, row))
        for plan in own:
            plan.visits = _visits(kind.visits, visits.get(id(plan), []), plan.starts)
            plan.meetings.sort(key=lambda one: one.day, reverse=True)
        plans += own
    plans.sort(key=lambda plan: plan.starts, reverse=True)
    return plans, _others(meetings, unplaced, day)


def seen_last(records: Rows, day: date) -> Visit | None:
    """The last visit by ``day`` at which somebody saw the child, under whichever plan."""
    seen = [
        one
        for kind in KINDS
        for one in _visits(kind.visits, _happened(records, kind.visits), None)
        if one.seen and one.mode != ATTEMPTED and one.day <= day
    ]
    return max(seen, key=lambda one: one.day, default=None)


def _others(meetings: list[Meeting], unplaced: Iterable[tuple[str, Row]], day: date) -> Plan:
    visits = [one for table, row in unplaced for one in _visits(table, [row], None)]
    return Plan(
        title="Under no plan",
        starts=day,
        ends=None,
        days=0,
        told=(),
        meetings=sorted(meetings, key=lambda one: one.day, reverse=True),
        visits=sorted(visits, key=lambda one: one.day, reverse=True),
    )


def _happened(records: Rows, table: str) -> list[Row]:
    happened = TABLES[table].happened
    rows = [row for row in records.get(table, ()) if row.get(happened)]
    return sorted(rows, key=lambda row: row[happened])


def _stretches(records: Rows, kind: Kind) -> list[list[Row]]:
    """The rows of each plan: one; of each period of care: its episodes, the first first."""
    rows = _happened(records, kind.table)
    if kind.table != "care_episodes":
        return [[row] for row in rows]
    periods: dict[Any, list[Row]] = {}
    for row in rows:
        periods.setdefault(row.get("entered_care") or row["started"], []).append(row)
    return list(periods.values())


def _plan(kind: Kind, rows: list[Row], day: date) -> Plan:
    last = rows[-1]
    starts, ends = rows[0]["started"], last.get("ended")
    return Plan(
        title=kind.title,
        starts=starts,
        ends=ends,
        days=(min(ends or day, day) - starts).days + 1,
        told=_told(kind.table, last, kind.told),
    )


def _told(table: str, row: Row, columns: Iterable[str]) -> tuple[tuple[str, object], ...]:
    known = TABLES[table].column_names
    return tuple(
        (name.replace("_", " "), in_words(table, name, row[name]))
        for name in columns
        if name in known and row.get(name) not in (None, "")
    )


def _meetings(records: Rows, table: str, words: str) -> list[Meeting]:
    """The meetings of a table, held or planned; one without either day is passed over."""
    # An offer to a family that never met is told in the timeline: it is no meeting.
    held = "held" if "held" in TABLES[table].column_names else TABLES[table].happened
    return [
        Meeting(
            table=table,
            words=words,
            held=row.get(held),
            due=row.get("due"),
            told=_told(table, row, TOLD_OF_MEETINGS),
        )
        for row in records.get(table, ())
        if row.get(held) or row.get("due")
    ]


def _holder(plans: list[Plan], day: date) -> Plan | None:
    """The plan that ran on a day, the latest begun."""
    running = [one for one in plans if one.starts <= day and (one.ends is None or day <= one.ends)]
    return max(running, key=lambda one: one.starts, default=None)


def _agreed_by(plans: list[Plan], table: str, day: date) -> Plan | None:
    """The plan an initial conference agreed, where the plan began some days after."""
    if table != "initial_conferences":
        return None
    after = [one for one in plans if day <= one.starts <= day + BEFORE_A_PLAN]
    return min(after, key=lambda one: one.starts, default=None)


def _visits(table: str, rows: Iterable[Row], since: date | None) -> list[Visit]:
    """The visits, the latest first, each with the days since the child was seen last."""
    seen, found = since, []
    for row in rows:
        was_seen = row.get("child_seen") and row.get("mode") != ATTEMPTED
        found.append(
            Visit(
                table=table,
                day=row["visited"],
                seen=row.get("child_seen"),
                alone=row.get("seen_alone"),
                bedroom=row.get("bedroom_seen"),
                mode=row.get("mode") or "",
                worker=row.get("worker") or "",
                days_unseen=(row["visited"] - seen).days if seen else None,
            )
        )
        seen = row["visited"] if was_seen else seen
    return found[::-1]
