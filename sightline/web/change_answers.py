"""Whom a change to services touches: the part of ``WorkspaceService`` that its pages ask.

``THRESHOLDS`` and ``SERVICES`` are what the records can answer, and no more.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.casework.models import ServiceChange
from sightline.web.service import Authority

Kind = ServiceChange.Kind


@dataclass(frozen=True)
class Threshold:
    """Children whom a threshold is about. ``needs_since`` where they are those of a time, not of a day."""

    words: str
    question: str
    needs_since: bool = False


def running(table: str, *more: str) -> str:
    """The children for whom a row of the table runs on ``$day``, and ``more`` columns of the row. On
    its last day it is over."""
    columns = ", ".join(("child", *more))
    return (
        f"SELECT {columns} FROM records.{table} "
        "WHERE started <= $day AND (ended IS NULL OR ended > $day)"
    )


def _latest_in(table: str) -> str:
    """The children whose latest row of the table came from ``$since`` on."""
    return (
        f"SELECT child FROM records.{table} WHERE received <= $day "
        "GROUP BY child HAVING max(received) >= $since"
    )


THRESHOLDS = {
    "contact": Threshold(
        "Contact: children whose latest contact came since a day", _latest_in("contacts"), True
    ),
    "referral": Threshold(
        "Referral: children whose latest referral came since a day", _latest_in("referrals"), True
    ),
    "early_help": Threshold(
        "Early help: children whom it helps now", running("early_help_episodes")
    ),
    "child_in_need": Threshold(
        "Child in need: children on a plan now", running("child_in_need_plans")
    ),
    "protection": Threshold(
        "Child protection: children on a plan now", running("protection_plans")
    ),
    "care": Threshold("Care: children in care now", running("care_episodes")),
}

SERVICES = {
    "early_help": (
        "Early help by",
        running("early_help_episodes", "organisation AS service"),
    ),
    "advocacy": (
        "Advocacy by",
        running("advocacy", "organisation AS service"),
    ),
    "wellbeing": (
        "Emotional wellbeing:",
        "SELECT child, service FROM records.emotional_wellbeing "
        "WHERE referred <= $day AND (ended IS NULL OR ended > $day) AND accepted IS NOT FALSE",
    ),
}

# Work that stands in a team's name is the team's where no other team holds the child's case: those
# nobody was given to are the first to be lost when a team closes.
OF_TEAM = f"""
    WITH today AS (
        SELECT child, team FROM records.allocations
        WHERE started <= $day AND (ended IS NULL OR ended >= $day) AND team IS NOT NULL
    ), work AS (
        SELECT child, team FROM records.referrals WHERE received <= $day
        AND NOT coalesce(no_further_action, false) AND (closed IS NULL OR closed > $day)
        UNION SELECT child, team FROM records.assessments WHERE started <= $day
        AND (authorised IS NULL OR authorised > $day) AND (cancelled IS NULL OR cancelled > $day)
        UNION {running("child_in_need_plans", "team")}
        UNION SELECT child, arg_max(team, as_of) FROM records.care_leavers WHERE as_of <= $day
        GROUP BY child
    )
    SELECT child FROM today WHERE team = $team
    UNION SELECT child FROM work WHERE team = $team AND child NOT IN (SELECT child FROM today)
"""


class ChangeAnswers:
    """Answers about changes to services, from the ledger that ``_rows`` asks."""

    def authority(self) -> Authority | None:
        """Whose records these are, and the day asked about."""
        raise NotImplementedError

    def _rows(self, question: str, values: Any = None) -> list[tuple[Any, ...]]:
        raise NotImplementedError

    def children_affected(self, kind: str, concerns: str, since: date | None = None) -> set[str]:
        """The children whom a change to services touches on the day asked about."""
        question, values = _question(kind, concerns, since)
        rows = self._rows(question, {"day": self._asked_on(), **values})
        return {child for (child,) in rows if child}

    def services_in_the_records(self) -> list[tuple[str, str]]:
        """The services that help a child on the day asked about, as key and words."""
        return [
            (f"{key}:{service}", f"{words} {service}")
            for key, (words, question) in SERVICES.items()
            for (service,) in self._rows(
                f"SELECT DISTINCT service FROM ({question}) WHERE service IS NOT NULL ORDER BY service",
                {"day": self._asked_on()},
            )
        ]

    def _asked_on(self) -> date:
        authority = self.authority()
        return authority.day if authority else date.min


def _question(kind: str, concerns: str, since: date | None) -> tuple[str, dict[str, Any]]:
    """The question in SQL and its values, beside the day."""
    if kind == Kind.TEAM_CLOSES:
        return OF_TEAM, {"team": concerns}
    if kind == Kind.THRESHOLD_MOVES:
        wanted = THRESHOLDS[concerns]
        return wanted.question, {"since": since} if wanted.needs_since else {}
    key, _, service = concerns.partition(":")
    return f"SELECT child FROM ({SERVICES[key][1]}) WHERE service = $service", {"service": service}
