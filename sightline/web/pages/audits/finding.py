"""Finding the audit or the case that an address names, asking the policy first."""

from django.http import HttpRequest
from django.urls import reverse

from sightline.casework.audits import is_in
from sightline.casework.models import AuditCase, CaseAudit
from sightline.casework.policy import READ_CHILD, SEE_AUDITS, ChildRecord
from sightline.web.pages.listed_children import Crumbs, child_at, crumbs, row_at

SEEN = "audits"
ONE_CASE = "a child's case in an audit"


def audit_at(request: HttpRequest, audit: int, *, to: str = SEE_AUDITS) -> CaseAudit:
    """The audit of this number, for somebody who may do ``to``."""
    rows = CaseAudit.objects.select_related("designed_by")
    return row_at(request, rows, audit, to=to, words=SEEN, missing="There is no such audit.")


def case_at(
    request: HttpRequest, case: int, *, to: str = READ_CHILD
) -> tuple[AuditCase, ChildRecord]:
    """The case of this number and the child's record, for somebody who may read it and do ``to``."""
    rows = AuditCase.objects.select_related("draw__audit", "moderation__by", "again")
    return child_at(request, rows, case, see=SEE_AUDITS, to=to, words=ONE_CASE)


def audit_address(audit: CaseAudit) -> str:
    """The address of an audit's page."""
    return reverse("case-audit", kwargs={"audit": audit.pk})


def case_address(case: AuditCase) -> str:
    """The address of the page of one case."""
    return reverse("audit-case", kwargs={"case": case.pk})


def way_to(case: AuditCase, last: str) -> Crumbs:
    """The way to a page about one case."""
    audit = case.draw.audit
    return crumbs((audit.title, audit_address(audit)), ("Case", case_address(case)), (last, ""))


def state_of(case: AuditCase) -> str:
    """How far a case is, in words that tell nothing of what was answered."""
    gradings = list(case.gradings.all())
    if not gradings:
        return "Nobody audits it yet"
    if not is_in(gradings):
        left = sum(one.given_at is None for one in gradings)
        return (
            f"{left} of {len(gradings)} still to answer" if len(gradings) > 1 else "Being audited"
        )
    if len(gradings) > 1 and not hasattr(case, "moderation"):
        return "To be moderated"
    return "Audited"
