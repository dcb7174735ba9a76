"""How each table of casework holds a child, and what becomes of it when the child's records are let go.

Declared once for every model that names a child or leads to one that does. Retention and subject
access read it; a test refuses a model that is not here.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Model, QuerySet

from sightline.casework.attendance_file import DRAFT
from sightline.casework.models import (
    AffectedChild,
    AllocationDecision,
    AskedAgain,
    AuditAction,
    AuditCase,
    AuditedChild,
    AuditEntry,
    ConcernDecision,
    ConcernLook,
    Destination,
    Draft,
    Grading,
    LookBackChild,
    Moderation,
    MovedConcern,
    NamedGrant,
    Notice,
    ReasonedAccess,
    Recording,
    RecordingVersion,
    Restriction,
    Submission,
    Task,
)


@dataclass(frozen=True, kw_only=True)
class Holding:
    """How one model holds a child.

    ``words``       what its rows are, as people call them.
    ``by``          the lookup that leads from a row to the council's id of the child.
    ``of_itself``   a column that names another row of the same model, let go before the rows are.
    ``kept_for``    why the rows stay when the child's records are destroyed; "" where they go too.
    """

    model: type[Model]
    words: str
    by: str = "child"
    of_itself: str = ""
    kept_for: str = ""

    def of(self, children: Collection[str]) -> QuerySet[Any]:
        """The rows about these children, in the order they were written."""
        found = self.model._default_manager.filter(**{f"{self.by}__in": list(children)})
        return found.order_by("pk").distinct()


IN_THE_TRAIL = (
    "The trail of who read and did what is chained by hash: an entry taken out or altered would "
    "make the whole of it worthless as proof. It holds the id and the kind of thing, no word of it."
)

# A row stands before those it names, so that each can be removed in this order.
HOLDINGS = (
    Holding(model=Submission, words="notes of forms that were sent"),
    Holding(model=Draft, words="drafts"),
    Holding(model=AuditAction, words="ties of an audit to a task", by="case__child"),
    Holding(model=Moderation, words="moderations of audits", by="case__child"),
    Holding(model=Grading, words="gradings of audits", by="case__child"),
    Holding(model=Destination, words="destinations in a change of service", by="affected__child"),
    Holding(model=AffectedChild, words="places in a change of service"),
    Holding(model=AuditCase, words="cases of audits", of_itself="again"),
    Holding(model=LookBackChild, words="outcomes of look-back reviews"),
    Holding(model=Task, words="tasks"),
    Holding(model=ConcernDecision, words="decisions about concerns", of_itself="answers"),
    Holding(model=ConcernLook, words="looks at concerns"),
    Holding(model=MovedConcern, words="moves of concerns to a corrected date"),
    Holding(model=RecordingVersion, words="versions of recordings", by="recording__child"),
    Holding(model=Recording, words="recordings", of_itself="part_of"),
    Holding(model=AllocationDecision, words="decisions about who holds the case"),
    Holding(model=NamedGrant, words="grants of access"),
    Holding(model=ReasonedAccess, words="openings by a reason"),
    Holding(model=Restriction, words="restrictions"),
    Holding(model=Notice, words="notices"),
    Holding(model=AskedAgain, words="answers asked again"),
    Holding(
        model=AuditedChild, words="places in the index of the audit trail", kept_for=IN_THE_TRAIL
    ),
    Holding(
        model=AuditEntry,
        words="entries of the audit trail",
        by="auditedchild__child",
        kept_for=IN_THE_TRAIL,
    ),
)


def destroyed_holdings() -> Iterator[Holding]:
    """Those whose rows go with the child's records, in the order in which they can be removed."""
    return (one for one in HOLDINGS if not one.kept_for)


def children_held() -> set[str]:
    """The council's id of every child of whom casework holds anything but the audit trail."""
    found = {child for _, rows in attendance_drafts() for child, _ in rows}
    for one in destroyed_holdings():
        told = one.model._default_manager.values_list(F(one.by), flat=True)
        found |= set(told.order_by().distinct())
    return found - {""}


def attendance_drafts() -> Iterator[tuple[Draft, list[tuple[str, Any]]]]:
    """Files of school attendance that were looked at and not yet recorded: each draft names many
    children, with the rows of each."""
    for draft in Draft.objects.filter(form=DRAFT, child=""):
        yield draft, [(child, row) for child, row in draft.content["rows"]]
