"""Finding the review or the child of one that an address names, asking the policy first."""

from django.http import HttpRequest
from django.urls import reverse

from sightline.casework.models import LookBack, LookBackChild
from sightline.casework.policy import READ_CHILD, SEE_AUDITS, ChildRecord
from sightline.web.pages.listed_children import Crumbs, child_at, crumbs, row_at

SEEN = "look-back reviews"
ONE_CHILD = "a child of a look-back review"


def review_at(request: HttpRequest, review: int, *, to: str = SEE_AUDITS) -> LookBack:
    """The review of this number, for somebody who may do ``to``."""
    rows = LookBack.objects.select_related("fixed_by", "closed_by")
    return row_at(request, rows, review, to=to, words=SEEN, missing="There is no such review.")


def child_of_review_at(
    request: HttpRequest, one: int, *, to: str = READ_CHILD
) -> tuple[LookBackChild, ChildRecord]:
    """The child of a cohort and the record, for somebody who may read it and do ``to``."""
    rows = LookBackChild.objects.select_related("review", "reviewer", "by", "urgent__owner")
    return child_at(request, rows, one, see=SEE_AUDITS, to=to, words=ONE_CHILD)


def review_address(review: LookBack) -> str:
    """The address of a review's page."""
    return reverse("look-back", kwargs={"review": review.pk})


def child_address(one: LookBackChild) -> str:
    """The address of the page of one child of a review."""
    return reverse("look-back-child", kwargs={"one": one.pk})


def way(*steps: tuple[str, str]) -> Crumbs:
    """The way to a page from the list of reviews."""
    return crumbs(*steps, room=("Look-back reviews", "look-backs"))
