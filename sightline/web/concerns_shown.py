"""Concerns as pages show them, from what the rules found and from what was kept of a child asked again."""

from datetime import date
from typing import Any

from sightline.measures import answers
from sightline.rules import RULES
from sightline.web import service

DATES = ("starts", "due", "met", "opens", "closes")


def shown(found: answers.Concern) -> service.Concern:
    """A concern as pages show it."""
    return service.Concern(
        rule=found.rule,
        title=RULES[found.rule].title,
        subject=found.subject,
        status=found.status,
        is_open=found.opens is not None and found.closes is None,
        starts=found.starts,
        due=found.due,
        met=found.met,
        opens=found.opens,
        closes=found.closes,
        evidence=tuple((name, entry["value"]) for name, entry in found.evidence.items()),
        worker=found.worker or "",
        team=found.team or "",
    )


def to_keep(concern: service.Concern) -> dict[str, Any]:
    """The concern as JSON can hold it."""
    row = dict(vars(concern))
    return row | {name: row[name] and row[name].isoformat() for name in DATES}


def from_kept(row: dict[str, Any]) -> service.Concern:
    """The concern that ``to_keep`` gave."""
    dates = {name: date.fromisoformat(row[name]) if row[name] else None for name in DATES}
    evidence = tuple((name, value) for name, value in row["evidence"])
    return service.Concern(**row | dates | {"evidence": evidence})
