"""Who is around a child: brothers and sisters as recorded, and the professionals at work."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.casework.access import access_of
from sightline.casework.policy import READ_CHILD, may
from sightline.web.pages.child.frame import ChildPage
from sightline.web.pages.child.identity import running
from sightline.web.pages.child_door import address_of


@dataclass(frozen=True, kw_only=True)
class Professional:
    """Somebody at work with the child on the day asked about."""

    role: str
    name: str
    team: str
    agency: str
    since: date


@dataclass(frozen=True, kw_only=True)
class Relative:
    """Another child of the family whose record this person may read."""

    child: str
    name: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Around:
    """Everybody around a child, and what the records do not hold."""

    professionals: list[Professional]
    relatives: list[Relative]
    family_is_recorded: bool


def people_around(page: ChildPage) -> Around:
    """Who is around the child, as far as the records say and this person may know."""
    return Around(
        professionals=[_professional(page, row) for row in _at_work(page)],
        relatives=relatives_of(page),
        family_is_recorded="family_members.family" in page.workspace.filled(),
    )


def relatives_of(page: ChildPage) -> list[Relative]:
    """Children of the same family, those alone whose records this person may read.

    Of the others nothing is said, not even how many: a restricted record must not show here.
    """
    access = access_of(page.request.user)
    readable = [
        child
        for child in page.workspace.family_of(page.child)
        if may(page.request.user, READ_CHILD, page.workspace.record_of(child), access)
    ]
    names = page.workspace.names_of(set(readable)) if readable else {}
    return [
        Relative(
            child=child,
            name=" ".join(filter(None, names.get(child, ()))) or "Name not recorded",
            address=address_of(child),
        )
        for child in sorted(readable)
    ]


def _at_work(page: ChildPage) -> list[dict[str, Any]]:
    return [dict(row) for row in running(page.records, "allocations", page.day)]


def _professional(page: ChildPage, row: dict[str, Any]) -> Professional:
    return Professional(
        role=row.get("role") or "role not recorded",
        name=page.workers.get(row["worker"], row["worker"]) if row.get("worker") else "",
        team=row.get("team") or "",
        agency=row.get("agency") or "",
        since=row["started"],
    )
