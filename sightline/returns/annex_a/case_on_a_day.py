"""How a child's case stood on a day: who held it, what kind of case it was, when the child was seen."""

from datetime import date, timedelta

from sightline.records.codes import CASE_HOLDING_ROLES
from sightline.returns.annex_a.choices import ASSESSMENT, IN_CARE, IN_NEED, PROTECTION
from sightline.returns.told_records import Row, RowsByChild, ToldRecords, last_row_by

# Where a case is told of without one of these, nothing fits: the status stays empty and is counted.
KINDS_OF_CASE = (
    (IN_CARE, "care_episodes", "started", "ended"),
    (PROTECTION, "protection_plans", "started", "ended"),
    (IN_NEED, "child_in_need_plans", "started", "ended"),
    (ASSESSMENT, "assessments", "started", "authorised"),
)
VISITS = ("protection_visits", "child_in_need_visits", "care_visits")


class CaseOnADay:
    """Answers of one child on one day, from tables read once."""

    def __init__(self, told: ToldRecords) -> None:
        self._held = told.by_child("allocations", lambda row: row["role"] in CASE_HOLDING_ROLES)
        self._kinds = [
            (status, starts, ends, told.by_child(table))
            for status, table, starts, ends in KINDS_OF_CASE
        ]
        self._seen: dict[str, set[date]] = {}
        for table in VISITS:
            self._add_days_seen(told.by_child(table, lambda row: row["child_seen"]))

    def _add_days_seen(self, visits: RowsByChild) -> None:
        for child, rows in visits.items():
            self._seen.setdefault(child, set()).update(row["visited"] for row in rows)

    def team_and_worker(self, child: str, ended: date | None, day: date) -> Row:
        """Who held the case on a day or, where it had ended, on the day before it did."""
        until = min(ended - timedelta(days=1), day) if ended else day
        running = [
            row
            for row in self._held.get(child, [])
            if row["started"] <= until and (row["ended"] is None or row["ended"] > until)
        ]
        last = running[-1] if running else None
        return {
            "Allocated Team": last and last["team"],
            "Allocated Worker": last and last["worker"],
        }

    def status(self, child: str, day: date) -> str | None:
        """The kind of an open case, the weightiest first; None where none of them fits."""
        for status, starts, ends, rows in self._kinds:
            for row in rows.get(child, []):
                if row.get("cancelled") and row["cancelled"] <= day:
                    continue
                if row[starts] <= day and (row[ends] is None or row[ends] > day):
                    return status
        return None

    def last_seen(self, child: str, since: date, until: date) -> date | None:
        """The last day in between on which a visit saw the child."""
        days = [day for day in self._seen.get(child, ()) if since <= day <= until]
        return max(days, default=None)


def latest(rows: RowsByChild, child: str, happened: str, day: date) -> Row | None:
    """The last row of a child by a day."""
    return last_row_by(rows.get(child, []), happened, day)
