"""Look-back reviews: a cohort fixed once, independent reviewers, an outcome for every child.

A review cannot be closed while one child of it has no outcome.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from sightline.casework.access import access_of
from sightline.casework.independence import right_judge
from sightline.casework.models import LookBack, LookBackChild, Notice, Person, Role, TeamMembership
from sightline.casework.policy import AUDIT_CASES, DESIGN_AUDITS, READ_CHILD, ChildRecord, may
from sightline.casework.tasks import new_task
from sightline.casework.writing import NotRecorded, said, write

MOST_CHILDREN = 5_000
URGENT = "urgent action from a look-back review"
Outcome = LookBackChild.Outcome


@dataclass(frozen=True)
class Progress:
    """How far a review is: ``done`` of ``children`` have an outcome, ``given`` have a reviewer."""

    children: int
    given: int
    done: int
    outcomes: dict[str, int]

    @property
    def left(self) -> int:
        """How many children have no outcome."""
        return self.children - self.done


def fix_cohort(
    *,
    by: Person,
    title: str,
    question: str,
    found_by: str,
    on: date,
    records: Sequence[ChildRecord],
    submission: str = "",
) -> LookBack:
    """Fix which children are looked at. Nobody joins or leaves them afterwards.

    ``found_by`` says in words how they were found. Records that whoever fixes the cohort may not
    read are counted and left to people named for them.
    """

    def work(at: datetime) -> LookBack:
        access = access_of(by)
        found = {one.child: one for one in records}
        children = [one for one in found.values() if may(by, READ_CHILD, one, access)]
        if not children:
            raise NotRecorded("No child was found.", "Ask another question, or of another day.")
        if len(children) > MOST_CHILDREN:
            raise NotRecorded(
                f"{len(children):,} children were found.",
                f"Ask a question that finds up to {MOST_CHILDREN:,}.",
            )
        review = LookBack.objects.create(
            title=said(title, "title")[:200],
            question=said(question, "question"),
            found_by=said(found_by, "way they were found"),
            on=on,
            kept_out=len(found) - len(children),
            fixed_by=by,
            fixed_at=at,
        )
        LookBackChild.objects.bulk_create(
            LookBackChild(review=review, child=one.child) for one in children
        )
        return review

    return write(
        by=by,
        action=DESIGN_AUDITS,
        thing="the cohort of a look-back review is fixed",
        work=work,
        submission=submission,
    )


def assign_reviewer(
    *, by: Person, one: LookBackChild, record: ChildRecord, reviewer: Person, submission: str = ""
) -> LookBackChild:
    """Give one child to a reviewer who has no part in the case."""

    def work(at: datetime) -> LookBackChild:
        standing = _standing(one, record)
        right_judge(reviewer, record)
        standing.reviewer, standing.assigned_at = reviewer, at
        standing.save(update_fields=["reviewer", "assigned_at"])
        return standing

    return write(
        by=by,
        action=DESIGN_AUDITS,
        thing="a child is given to a reviewer",
        record=record,
        work=work,
        submission=submission,
    )


def record_outcome(
    *,
    by: Person,
    one: LookBackChild,
    record: ChildRecord,
    outcome: str,
    words: str,
    urgent: str = "",
    owner: Person | None = None,
    due: date | None = None,
    submission: str = "",
) -> LookBackChild:
    """Say what was found for one child. What is ``urgent`` becomes a task, and the managers are told at once."""

    def work(at: datetime) -> LookBackChild:
        standing = _standing(one, record)
        if standing.reviewer_id != by.pk:
            raise NotRecorded("This child was given to somebody else.", "Review your own children.")
        right_judge(by, record)
        if outcome not in Outcome.values:
            raise NotRecorded("That is no outcome.", "Choose one of those on the page.")
        standing.outcome, standing.words = outcome, said(words, "reason for the outcome")
        standing.by, standing.at = by, at
        if urgent.strip():
            if owner is None or due is None:
                raise NotRecorded(
                    "An urgent action needs an owner and a day.", "Give both, or no action."
                )
            standing.urgent = new_task(by, record, urgent, owner, due, at)
            _tell(by, standing, record, owner, at)
        standing.save(update_fields=["outcome", "words", "urgent", "by", "at"])
        return standing

    return write(
        by=by,
        action=AUDIT_CASES,
        thing="the outcome of a look-back review for a child",
        record=record,
        work=work,
        submission=submission,
    )


def close(*, by: Person, review: LookBack, learned: str, submission: str = "") -> LookBack:
    """Close a review with what was learned. Not while one child has no outcome."""

    def work(at: datetime) -> LookBack:
        standing = LookBack.objects.select_for_update().get(pk=review.pk)
        if standing.closed_at:
            raise NotRecorded("The review is closed.", "Look at its report.")
        if left := progress_of(standing).left:
            words = "1 child has" if left == 1 else f"{left:,} children have"
            raise NotRecorded(
                f"{words} no outcome yet.", "Record the outcome of every child before you close it."
            )
        standing.closed_by, standing.closed_at = by, at
        standing.learned = said(learned, "words on what was learned")
        standing.save(update_fields=["closed_by", "closed_at", "learned"])
        return standing

    return write(
        by=by,
        action=DESIGN_AUDITS,
        thing="a look-back review is closed",
        work=work,
        submission=submission,
    )


def progress_of(review: LookBack) -> Progress:
    """How far the review is, down to the last child."""
    rows = list(review.children.values_list("reviewer", "outcome"))
    told = {label: sum(row[1] == key for row in rows) for key, label in Outcome.choices}
    return Progress(
        children=len(rows),
        given=sum(reviewer is not None for reviewer, _ in rows),
        done=sum(bool(outcome) for _, outcome in rows),
        outcomes=told,
    )


def waiting_for(person: Person) -> list[LookBackChild]:
    """The children a person was given to review and has not. Ask the policy of each."""
    rows = LookBackChild.objects.filter(reviewer=person, outcome="").select_related("review")
    return list(rows.order_by("assigned_at", "pk"))


def managers_of(record: ChildRecord) -> list[Person]:
    """Who answers for the work with a child: the workers' managers, and the managers of the teams."""
    workers = Person.objects.filter(worker__in=record.held_by).exclude(worker="")
    teams = TeamMembership.objects.filter(ended_at=None, team__in=record.teams)
    people = Person.objects.filter(
        Q(pk__in=workers.values("manager"))
        | Q(pk__in=teams.values("person"), role=Role.TEAM_MANAGER)
    )
    return [one for one in people.distinct().order_by("pk") if may(one, READ_CHILD, record)]


def _tell(by: Person, one: LookBackChild, record: ChildRecord, owner: Person, at: datetime) -> None:
    """Tell the owner, and the managers, or where there are none whoever fixed the cohort."""
    managers = managers_of(record) or [one.review.fixed_by]
    for person in {each.pk: each for each in (*managers, owner)}.values():
        Notice.objects.create(
            to=person, kind=URGENT, words=one.urgent.words, child=record.child, about=by, sent_at=at
        )


def _standing(one: LookBackChild, record: ChildRecord) -> LookBackChild:
    """The child of the cohort as it is now. Raises NotRecorded where there is an outcome."""
    if one.child != record.child:
        raise NotRecorded("That is another child.", "Open the child of the review again.")
    standing = LookBackChild.objects.select_for_update().select_related("review").get(pk=one.pk)
    if standing.outcome:
        raise NotRecorded("The outcome of this child is recorded.", "It stands as it was given.")
    return standing
