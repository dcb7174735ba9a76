"""Deciding about a concern, one at a time and with a reason of its own.

A concern is looked at, answered, disputed or passed on. It is never hidden: its status comes from
the records alone. A duty that law or guidance sets can be explained, never accepted away; a
standard the council set for itself may be accepted until a day.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from sightline.casework.concern_keys import ConcernKey
from sightline.casework.models import ConcernDecision, Notice, Person
from sightline.casework.policy import DECIDE, READ_CHILD, ChildRecord, may
from sightline.casework.tasks import new_task
from sightline.casework.writing import NotRecorded, said, write

Kind = ConcernDecision.Kind


def act(
    *,
    by: Person,
    record: ChildRecord,
    concern: ConcernKey,
    reason: str,
    task: str,
    owner: Person,
    due: date,
    submission: str = "",
) -> ConcernDecision:
    """Say what will be done, by whom and by when. The task stands on the owner's list."""

    def more(decision: ConcernDecision, at: datetime) -> None:
        new_task(by, record, task, owner, due, at, decision=decision)

    return _decide(by, record, concern, Kind.ACT, reason, submission, more)


def done_not_recorded(
    *,
    by: Person,
    record: ChildRecord,
    concern: ConcernKey,
    reason: str,
    on: date,
    submission: str = "",
) -> ConcernDecision:
    """Say that it was done on a day, though the record does not show it yet."""
    _not_after_today(on)
    return _decide(by, record, concern, Kind.DONE_NOT_RECORDED, reason, submission, on=on)


def attempted(
    *,
    by: Person,
    record: ChildRecord,
    concern: ConcernKey,
    reason: str,
    on: date,
    submission: str = "",
) -> ConcernDecision:
    """Say that it was tried on a day, and what happened."""
    _not_after_today(on)
    return _decide(by, record, concern, Kind.ATTEMPTED, reason, submission, on=on)


def explain(
    *, by: Person, record: ChildRecord, concern: ConcernKey, reason: str, submission: str = ""
) -> ConcernDecision:
    """Say why it is as it is."""
    return _decide(by, record, concern, Kind.EXPLAIN, reason, submission)


def accept(
    *,
    by: Person,
    record: ChildRecord,
    concern: ConcernKey,
    reason: str,
    until: date,
    submission: str = "",
) -> ConcernDecision:
    """Accept until a day that a standard the council set for itself is not met for this child.

    Raises NotRecorded where the rule rests on anything but local standards.
    """
    if not rests_on_local_standards(concern.rule):
        raise NotRecorded(
            "This rule does not rest on local standards alone, so it cannot be accepted away.",
            "Explain it, or say what will be done.",
        )
    _not_before_today(until)
    return _decide(by, record, concern, Kind.ACCEPT, reason, submission, until=until)


def dispute(
    *, by: Person, record: ChildRecord, concern: ConcernKey, reason: str, submission: str = ""
) -> ConcernDecision:
    """Say that the records are wrong. It stands in data quality until somebody settles it."""
    return _decide(by, record, concern, Kind.DISPUTE, reason, submission)


def settle(
    *, by: Person, record: ChildRecord, disputed: ConcernDecision, reason: str, submission: str = ""
) -> ConcernDecision:
    """Say what was found about a dispute: the record was mended, or it was right."""

    def first() -> None:
        if not open_disputes().filter(pk=disputed.pk, child=record.child).exists():
            raise NotRecorded("This is no dispute that stands open.", "Look at its history.")

    concern = ConcernKey(disputed.rule, disputed.child, disputed.subject)
    return _decide(
        by, record, concern, Kind.SETTLE, reason, submission, first=first, answers=disputed
    )


def escalate(
    *,
    by: Person,
    record: ChildRecord,
    concern: ConcernKey,
    reason: str,
    to: Person,
    submission: str = "",
) -> ConcernDecision:
    """Pass it on to somebody named, who is told at once."""

    def more(decision: ConcernDecision, at: datetime) -> None:
        if not may(to, READ_CHILD, record):
            raise NotRecorded(
                "That person may not read this child's record.",
                "Choose somebody who may, or have them named for the record first.",
            )
        Notice.objects.create(
            to=to,
            kind="concern escalated",
            words=decision.reason,
            child=record.child,
            about=by,
            sent_at=at,
        )

    return _decide(by, record, concern, Kind.ESCALATE, reason, submission, more, to=to)


def open_disputes():
    """Disputes that nobody has settled, the oldest first. Ask the policy of each before showing it."""
    disputes = ConcernDecision.objects.filter(kind=Kind.DISPUTE, concerndecision=None)
    return disputes.order_by("at", "pk")


def rests_on_local_standards(rule: str) -> bool:
    """Whether every standard behind a rule is one that the council set for itself."""
    # Imported here: the rule book and its engine take seconds that signing in does not need.
    from sightline.records.standards import STANDARDS
    from sightline.rules import RULES

    if rule not in RULES:
        raise NotRecorded("There is no rule of that name.", "Open the concern again.")
    sources = RULES[rule].sources
    return bool(sources) and all(STANDARDS[source].tier == "local" for source in sources)


def _decide(
    by: Person,
    record: ChildRecord,
    concern: ConcernKey,
    kind: str,
    reason: str,
    submission: str,
    more: Callable[[ConcernDecision, datetime], None] | None = None,
    first: Callable[[], None] | None = None,
    **columns: Any,
) -> ConcernDecision:
    """Write one decision, after what is looked at ``first``, and ``more`` that follows from it."""
    if concern.child != record.child:
        raise NotRecorded("The concern is another child's.", "Open the concern again.")

    def work(at: datetime) -> ConcernDecision:
        if first:
            first()
        decision = ConcernDecision.objects.create(
            rule=concern.rule,
            child=concern.child,
            subject=concern.subject,
            kind=kind,
            reason=said(reason, "reason"),
            by=by,
            at=at,
            **columns,
        )
        if more:
            more(decision, at)
        return decision

    thing = f"{kind}: {concern.rule}"
    return write(by=by, action=DECIDE, thing=thing, record=record, work=work, submission=submission)


def _not_before_today(day: date) -> None:
    if day < timezone.localdate():
        raise NotRecorded("The day lies in the past.", "Give today or a later day.")


def _not_after_today(day: date) -> None:
    if day > timezone.localdate():
        raise NotRecorded("The day lies ahead.", "Give the day it happened.")
