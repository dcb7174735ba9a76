"""Finding the change or the child of one that an address names, asking the policy first."""

from django.http import HttpRequest
from django.urls import reverse

from sightline.casework.models import AffectedChild, ServiceChange
from sightline.casework.policy import READ_CHILD, SEE_SERVICE_CHANGES, ChildRecord
from sightline.web.pages.listed_children import Crumbs, child_at, crumbs, row_at

SEEN = "changes to services"
ONE_CHILD = "a child of a change to services"


def change_at(request: HttpRequest, change: int, *, to: str = SEE_SERVICE_CHANGES) -> ServiceChange:
    """The change of this number, for somebody who may do ``to``."""
    rows = ServiceChange.objects.select_related("led_by", "begun_by", "ended_by")
    return row_at(request, rows, change, to=to, words=SEEN, missing="There is no such change.")


def affected_at(
    request: HttpRequest, affected: int, *, to: str = READ_CHILD
) -> tuple[AffectedChild, ChildRecord]:
    """The child of a change and the record, for somebody who may read it and do ``to``."""
    rows = AffectedChild.objects.select_related("change")
    return child_at(request, rows, affected, see=SEE_SERVICE_CHANGES, to=to, words=ONE_CHILD)


def change_address(change: ServiceChange) -> str:
    """The address of a change's page."""
    return reverse("service-change", kwargs={"change": change.pk})


def affected_address(affected: AffectedChild) -> str:
    """The address of the page of one child of a change."""
    return reverse("affected-child", kwargs={"affected": affected.pk})


def way(*steps: tuple[str, str]) -> Crumbs:
    """The way to a page from the list of changes."""
    return crumbs(*steps, room=("Service changes", "service-changes"))


def way_to(change: ServiceChange, *steps: tuple[str, str]) -> Crumbs:
    """The way to a page of one change."""
    return way((change.name, change_address(change)), *steps)
