"""Finding many children at once: the part of ``WorkspaceService`` that audits and look-back reviews ask."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sightline.web.finding_children import Found

REFERRED = """
    SELECT child FROM records.referrals WHERE received BETWEEN ? AND ?
    GROUP BY child HAVING count(DISTINCT received) >= ?
"""
# On the day it closes a concern is closed.
OPEN_BETWEEN = """
    SELECT DISTINCT child FROM answers.concern_rows
    WHERE rule = ? AND child IS NOT NULL AND opens <= ? AND (closes IS NULL OR closes > ?)
"""


class CohortAnswers:
    """Answers about which children there are, from the ledger that ``_rows`` asks."""

    _every_child: tuple[Found, ...]

    def _rows(self, question: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
        raise NotImplementedError

    def births(self) -> Mapping[str, date | None]:
        """By child the day of birth; None where it is not recorded."""
        return {one.child: one.born for one in self._every_child}

    def children_with(self, rule: str, since: date, until: date) -> set[str]:
        """The children for whom a rule's concern was open on any day of these, both counted."""
        return {child for (child,) in self._rows(OPEN_BETWEEN, [rule, until, since])}

    def children_referred(self, times: int, since: date, until: date) -> set[str]:
        """The children referred on that many different days or more, both days counted."""
        return {child for (child,) in self._rows(REFERRED, [since, until, times])}
