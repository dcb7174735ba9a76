"""What wants mending in the records, kind by kind, as rows that pages list."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from sightline.casework.decisions import open_disputes
from sightline.casework.models import ConcernDecision
from sightline.casework.policy import ChildRecord
from sightline.casework.readers import name_of
from sightline.records.tables import TABLES
from sightline.rules import RULES
from sightline.sources.could_not import CouldNot
from sightline.web import quality_shown, service
from sightline.web.words import subject_in_words

NO_WORKER = "child_without_worker"
ID_OF_A_CHILD = "another id, not shown here"


@dataclass(frozen=True, kw_only=True)
class ToMend:
    """One thing to mend. ``child`` is "" where the row does not say whose it is.

    ``where``  the place it came from. ``workers`` and ``teams`` work with the child today.
    """

    child: str
    what: str
    why: str
    to_mend: str
    where: str = ""
    day: date | None = None
    dispute: ConcernDecision | None = None
    workers: frozenset[str] = field(default_factory=frozenset)
    teams: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Kind:
    """One kind of thing to mend: its part of the address, its words, and what finds the rows."""

    slug: str
    title: str
    about: str
    rows: Callable[[service.Service], Iterable[ToMend]]


def everything(workspace: service.Service, kind: Kind) -> list[ToMend]:
    """Every row of a kind, whoever may read it, with who works with the child today."""
    records = workspace.records_for_policy()
    return [_with_people(row, records) for row in kind.rows(workspace)]


def _with_people(row: ToMend, records: Mapping[str, ChildRecord]) -> ToMend:
    record = records.get(row.child)
    if record is None:
        return row
    return ToMend(**(row.__dict__ | {"workers": record.held_by, "teams": record.teams}))


def _set_aside(workspace: service.Service) -> Iterable[ToMend]:
    for row in workspace.rows_set_aside():
        place = f"{row.file}, row {row.row:,}" if row.file and row.row else row.file
        yield ToMend(
            child=row.child,
            what=in_words(row.table),
            why=row.reason,
            to_mend=row.to_mend,
            where=", ".join(words for words in (row.source, place) if words),
        )


def _disagreements(workspace: service.Service) -> Iterable[ToMend]:
    workers = workspace.worker_names()
    for one in workspace.disagreements():
        stands, other = (_value(one, value, workers) for value in (one.stands, one.other))
        yield ToMend(
            child=one.child,
            what=f"{in_words(one.table)}: {one.column.replace('_', ' ')}",
            why=_both(stands, one.stands_from, other, one.other_from),
            to_mend=one.to_mend,
            day=one.happened,
        )


def _both(stands: str, stands_from: str, other: str, other_from: str) -> str:
    """What each source says, that which stands first."""
    first = f"{stands_from or 'One source'} says {stands or 'nothing'}, which stands"
    second = f"{other_from or 'another'} says {other or 'nothing'}"
    return f"{first[:1].upper()}{first[1:]}; {second}."


def _value(one: quality_shown.Disagreement, value: str, workers: Mapping[str, str]) -> str:
    """A value as a page may show it: never the id of a child, who may be another."""
    column = next((c for c in TABLES[one.table].columns if c.name == one.column), None)
    if value and (one.column == "unborn_id" or (column and column.refers_to == "children")):
        return ID_OF_A_CHILD
    return workers.get(value, value) if column and column.refers_to == "workers" else value


def _disputes(workspace: service.Service) -> Iterable[ToMend]:
    for one in open_disputes().select_related("by"):
        title = RULES[one.rule].title if one.rule in RULES else one.rule
        yield ToMend(
            child=one.child,
            what=f"{title}: {subject_in_words(one.subject)}",
            why=f"{name_of(one.by)}: {one.reason}",
            to_mend="Find out who is right, mend the record where it is kept, then settle it here.",
            where="the case system, or what is recorded here",
            day=timezone.localtime(one.at).date(),
            dispute=one,
        )


def _nobodys(workspace: service.Service) -> Iterable[ToMend]:
    seen = set()
    for one in _open_without_worker(workspace):
        if one.child not in seen:
            seen.add(one.child)
            yield ToMend(
                child=one.child,
                what="No worker holds the case",
                why="The case is open, and no worker who holds cases is named for it.",
                to_mend="Name the worker and the team in the case system.",
                where="allocations",
                day=one.opens,
            )
    for child, record in sorted(workspace.records_for_policy().items()):
        if (record.held_by or record.others_at_work) and not record.teams:
            yield ToMend(
                child=child,
                what="No team is named",
                why="A worker is named for the child, and no team: no manager’s list shows it.",
                to_mend="Name the team of the allocation in the case system.",
                where="allocations",
            )


def _open_without_worker(workspace: service.Service):
    try:
        found = workspace.at_hand(rule=NO_WORKER)
    except CouldNot:  # the rules have not been asked yet: nothing is known of it
        return []
    return [one for one in found if one.opens is not None and one.closes is None]


def in_words(table: str) -> str:
    """A table of records as people name it."""
    return table.replace("_", " ").capitalize()


KINDS = {
    kind.slug: kind
    for kind in (
        Kind(
            "set-aside",
            "Rows set aside",
            "Rows that make no sense are left out when records are loaded. No rule sees them until they are mended.",
            _set_aside,
        ),
        Kind(
            "disagreements",
            "Disagreements between sources",
            "Two sources say different things of one child. Both are kept; the one that stands is what rules see.",
            _disagreements,
        ),
        Kind(
            "disputes",
            "Disputes",
            "Somebody said that the record behind a concern is wrong. The concern stays until the record is mended.",
            _disputes,
        ),
        Kind(
            "without-worker",
            "Children without a worker or a team",
            "Open cases that nobody holds by name, and children whose worker has no team in the records.",
            _nobodys,
        ),
    )
}
