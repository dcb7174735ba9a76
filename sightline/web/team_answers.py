"""What the pages of teams ask of a workspace: who works with whom today, and when each child was seen."""

from collections.abc import Collection, Iterable
from datetime import date
from functools import cached_property
from typing import Any

from sightline.records.codes import CASE_HOLDING_ROLES
from sightline.web import service
from sightline.web.service import Authority

VISITS = ("protection_visits", "child_in_need_visits", "care_visits")
# The last day of an allocation is still a day with it.
TODAY = """
    SELECT child, coalesce(worker, ''), team, min(started) FROM records.allocations
    WHERE started <= ? AND (ended IS NULL OR ended >= ?) AND team IS NOT NULL
    AND (worker IS NULL OR list_contains(?, role))
    GROUP BY ALL ORDER BY team, 2, child
"""
LAST_VISITS = " UNION ALL ".join(
    f"SELECT child, max(visited) AS visited FROM records.{table} "
    "WHERE child IN (SELECT unnest($children)) AND visited <= $day GROUP BY child"
    for table in VISITS
)


class TeamAnswers:
    """Answers about teams, from the ledger that ``_rows`` asks."""

    def authority(self) -> Authority | None:
        """Whose records these are, and the day asked about."""
        raise NotImplementedError

    def _rows(self, question: str, values: Any = None) -> Iterable[tuple[Any, ...]]:
        raise NotImplementedError

    def held_today(self) -> tuple[service.Held, ...]:
        """Each case held on the day asked about: by a worker of a team, or by a team alone."""
        return self._held_today

    def last_visits(self, children: Collection[str]) -> dict[str, date]:
        """The day of the last visit to each of these children; those never visited are left out."""
        authority = self.authority()
        if authority is None or not children:
            return {}
        question = f"SELECT child, max(visited) FROM ({LAST_VISITS}) GROUP BY child"
        values = {"children": sorted(children), "day": authority.day}
        return dict(self._rows(question, values))

    @cached_property
    def _held_today(self) -> tuple[service.Held, ...]:
        authority = self.authority()
        if authority is None:
            return ()
        rows = self._rows(TODAY, [authority.day, authority.day, list(CASE_HOLDING_ROLES)])
        return tuple(service.Held(*row) for row in rows)
