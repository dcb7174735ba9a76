"""The door of every page about one child: whose page an address is, who may open it, that it was read."""

from collections.abc import Callable, Collection
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework import audit
from sightline.casework.policy import READ_CHILD, ChildRecord
from sightline.web import child_addresses, service
from sightline.web.door import require
from sightline.web.pages.shown import shown

CHILDS_PAGE = "a child's page"
NAMED = "named on another child's page"


def child_at(
    request: HttpRequest, token: str, action: str = READ_CHILD, words: str = CHILDS_PAGE
) -> tuple[str, ChildRecord]:
    """The child whose page has this address, and the record as the policy sees it.

    A refusal is kept in the audit trail; ``words`` say there what was asked for and name no child.
    Raises PermissionDenied; Http404 where there is no such page, and the person may do ``action``
    at all.
    """
    workspace = service.current()
    child = child_addresses.child_of(token, workspace.children(), settings.WORKSPACE)
    if child is None:
        # Asked before 404, so that nobody without access learns which addresses exist.
        require(request, action, words=words)
        raise Http404("There is no such page.")
    record = workspace.record_of(child)
    require(request, action, record, words=words, children=[child])
    return child, record


def shown_of_child(
    request: HttpRequest,
    child: str,
    template: str,
    content: Callable[[], dict[str, Any]],
    *,
    words: str = CHILDS_PAGE,
    named: Collection[str] = (),
) -> HttpResponse:
    """The page about a child to whom ``child_at`` opened the door. That it was read is kept, or nothing
    is shown. ``named`` are other children whom it names: that is kept, too."""
    with transaction.atomic():
        if named:
            audit.record(by=request.user, action=READ_CHILD, thing=NAMED, children=list(named))
        audit.record(by=request.user, action=READ_CHILD, thing=words, children=[child])
        return shown(request, template, content())


def address_of(child: str) -> str:
    """The token of the child's pages."""
    return child_addresses.token_of(child, settings.WORKSPACE)
