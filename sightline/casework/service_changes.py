"""Changes to services: a team closes, a threshold moves, a service ends.

Every child affected is listed before it happens, with where each goes and who is responsible.
Nothing here moves a child or changes who may read a record: the case system does.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from sightline.casework.models import AffectedChild, Destination, Notice, Person, ServiceChange
from sightline.casework.policy import LEAD_SERVICE_CHANGES, RECORD, SUPERVISE, ChildRecord, may
from sightline.casework.writing import NotRecorded, said, write

MOST_CHILDREN = 5_000
RESPONSIBLE = "responsible in a change to services"
NEEDS_A_NAME = frozenset({Destination.Where.TEAM, Destination.Where.SERVICE})


@dataclass(frozen=True)
class Readiness:
    """How far a change is prepared: children without a destination, and children who have one and
    nobody responsible. Somebody who may no longer work here is nobody.
    """

    children: int
    without_destination: int
    without_responsible: int

    @property
    def not_ready(self) -> int:
        """How many children are without the one or the other."""
        return self.without_destination + self.without_responsible


def begin(
    *,
    by: Person,
    name: str,
    kind: str,
    concerns: str,
    since: date | None,
    found_by: str,
    why: str,
    planned: date,
    led_by: Person | None,
    on: date,
    children: Collection[str],
    submission: str = "",
) -> ServiceChange:
    """Say what is to change, and list every child affected in the records of the day ``on``.

    All of them are listed, also those whom ``by`` may not read: who sees which is asked of each.
    """

    def work(at: datetime) -> ServiceChange:
        if kind not in ServiceChange.Kind.values:
            raise NotRecorded("That is no kind of change.", "Choose one of those on the page.")
        if led_by is None or not may(led_by, LEAD_SERVICE_CHANGES):
            raise NotRecorded(
                "Nobody leads the change.", "Choose somebody who may prepare a change to services."
            )
        if not children:
            raise NotRecorded(
                "No child was found.", "Ask of another team, threshold, service or day."
            )
        change = ServiceChange.objects.create(
            name=said(name, "name")[:200],
            kind=kind,
            concerns=concerns,
            since=since,
            found_by=found_by,
            why=said(why, "reason for the change"),
            planned=planned,
            led_by=led_by,
            begun_by=by,
            begun_at=at,
        )
        _list(change, children, on)
        return change

    return write(
        by=by,
        action=LEAD_SERVICE_CHANGES,
        thing="a change to services is begun and its children are listed",
        work=work,
        submission=submission,
    )


def take_in(
    *, by: Person, change: ServiceChange, on: date, children: Collection[str], submission: str = ""
) -> ServiceChange:
    """List the children who have come since, in the records of the day ``on``. Nobody leaves the list."""

    def work(at: datetime) -> ServiceChange:
        standing = _open_change(change)
        listed = set(standing.children.values_list("child", flat=True))
        more = set(children) - listed
        if not more:
            raise NotRecorded("Nobody has come since.", "The list is as the records have it.")
        _list(standing, more, on)
        return standing

    return write(
        by=by,
        action=LEAD_SERVICE_CHANGES,
        thing="children who have come since are listed in a change to services",
        work=work,
        submission=submission,
    )


def decide_destination(
    *,
    by: Person,
    affected: AffectedChild,
    record: ChildRecord,
    where: str,
    to: str,
    reason: str,
    responsible: Person | None,
    submission: str = "",
) -> Destination:
    """Decide where one child goes and who is responsible. What was decided before is kept."""

    def work(at: datetime) -> Destination:
        if affected.child != record.child:
            raise NotRecorded("That is another child.", "Open the child of the change again.")
        change = ServiceChange.objects.get(pk=affected.change_id)
        if change.called_off_at:
            raise NotRecorded("The change was called off.", "Nobody goes anywhere because of it.")
        if where not in Destination.Where.values:
            raise NotRecorded("That is no destination.", "Choose one of those on the page.")
        if where in NEEDS_A_NAME and not to.strip():
            raise NotRecorded("The team or service is not named.", "Write which one.")
        if responsible is not None and not may(responsible, RECORD):
            raise NotRecorded(
                "That person does not work with children here.", "Choose somebody else."
            )
        if responsible is not None and responsible != by:
            _tell(by, responsible, change, record, at)
        return Destination.objects.create(
            affected=affected,
            where=where,
            to=to.strip()[:200],
            reason=said(reason, "reason"),
            responsible=responsible,
            by=by,
            at=at,
        )

    return write(
        by=by,
        action=SUPERVISE,
        thing="where a child goes in a change to services is decided",
        record=record,
        work=work,
        submission=submission,
    )


def go_ahead(
    *, by: Person, change: ServiceChange, on: date, because: str, submission: str = ""
) -> ServiceChange:
    """Say that the change has happened on a day. With children not ready it needs a reason, which stays."""

    def work(at: datetime) -> ServiceChange:
        standing = _open_change(change)
        if on > timezone.localdate():
            raise NotRecorded("That day has not come.", "Say so once the change has happened.")
        left = readiness_of(standing).not_ready
        if left and not because.strip():
            words = "1 child is" if left == 1 else f"{left:,} children are"
            raise NotRecorded(
                f"{words} not ready.", "Decide for each of them, or say why it went ahead."
            )
        standing.happened_on, standing.not_ready = on, left
        standing.ended_by, standing.because = by, because.strip()
        standing.save(update_fields=["happened_on", "not_ready", "ended_by", "because"])
        return standing

    return write(
        by=by,
        action=LEAD_SERVICE_CHANGES,
        thing="a change to services has happened",
        work=work,
        submission=submission,
    )


def call_off(
    *, by: Person, change: ServiceChange, because: str, submission: str = ""
) -> ServiceChange:
    """Call a change off, with the reason. What was decided for its children stays to be read."""

    def work(at: datetime) -> ServiceChange:
        standing = _open_change(change)
        standing.called_off_at, standing.ended_by = at, by
        standing.because = said(because, "reason")
        standing.save(update_fields=["called_off_at", "ended_by", "because"])
        return standing

    return write(
        by=by,
        action=LEAD_SERVICE_CHANGES,
        thing="a change to services is called off",
        work=work,
        submission=submission,
    )


def destinations_of(change: ServiceChange) -> dict[str, Destination]:
    """By child what stands: the latest decision. Ask the policy of each child."""
    rows = Destination.objects.filter(affected__change=change)
    rows = rows.select_related("affected", "responsible", "by").order_by("at", "pk")
    return {one.affected.child: one for one in rows}


def responsible_for(found: Destination | None) -> Person | None:
    """Who is responsible now; None where nobody was named, or they may no longer work here."""
    person = found.responsible if found else None
    return person if person is not None and may(person, RECORD) else None


def readiness_of(change: ServiceChange) -> Readiness:
    """How many children are listed, and how many of them are without what they need."""
    stands = destinations_of(change)
    children = change.children.count()
    return Readiness(
        children=children,
        without_destination=children - len(stands),
        without_responsible=sum(responsible_for(one) is None for one in stands.values()),
    )


def _tell(by: Person, to: Person, change: ServiceChange, record: ChildRecord, at: datetime) -> None:
    """Tell somebody that a child of a change is theirs; the record opens to them as to anybody."""
    words = f"You are responsible for a child in a change to services: {change.name}"
    Notice.objects.create(
        to=to, kind=RESPONSIBLE, words=words, child=record.child, about=by, sent_at=at
    )


def _list(change: ServiceChange, children: Collection[str], on: date) -> None:
    """Put the children on the list of a change. Raises NotRecorded where they are too many."""
    if len(children) > MOST_CHILDREN:
        raise NotRecorded(
            f"{len(children):,} children were found.",
            f"Prepare the change in parts of up to {MOST_CHILDREN:,}.",
        )
    AffectedChild.objects.bulk_create(
        AffectedChild(change=change, child=child, found_on=on) for child in sorted(set(children))
    )


def _open_change(change: ServiceChange) -> ServiceChange:
    """The change as it stands. Raises NotRecorded once it has happened or was called off."""
    standing = ServiceChange.objects.select_for_update().get(pk=change.pk)
    if not standing.stands_open:
        raise NotRecorded("The change is over.", "Look at its page: it stands as it was recorded.")
    return standing
