"""All changes to services, and one: how far it is prepared, and its children, those not ready first."""

from django.http import HttpRequest, HttpResponse

from sightline.casework import service_changes
from sightline.casework.models import AffectedChild, Destination, ServiceChange
from sightline.casework.policy import (
    LEAD_SERVICE_CHANGES,
    SEE_SERVICE_CHANGES,
    SUPERVISE,
    may,
)
from sightline.casework.readers import name_of
from sightline.web import service
from sightline.web.door import require
from sightline.web.lists import in_pages, on_one_page, open_to
from sightline.web.pages.listed_children import listing, names_of
from sightline.web.pages.service_change.finding import SEEN, change_at, way
from sightline.web.pages.shown import shown

LISTED = "children of a change to services"


def all_changes(request: HttpRequest) -> HttpResponse:
    """Every change, the one that comes last first, with how many children are not ready."""
    require(request, SEE_SERVICE_CHANGES, words=SEEN)
    rows = ServiceChange.objects.select_related("led_by").order_by("-planned", "-pk")
    content = {
        "rows": [(one, service_changes.readiness_of(one)) for one in rows],
        "leads": bool(may(request.user, LEAD_SERVICE_CHANGES)),
        "name_of": name_of,
    }
    return shown(request, "service_change/all.html", content)


def change(request: HttpRequest, change: int) -> HttpResponse:
    """One change: who is not ready comes first; children are named to those who may read them."""
    found = change_at(request, change)
    every = list(found.children.all())
    stands = service_changes.destinations_of(found)
    mine = open_to(request.user, every, service.current().records_for_policy())
    names = names_of({one.child for one in mine})
    mine.sort(key=lambda one: (_place_of(stands.get(one.child)), names[one.child].casefold()))
    whole = request.GET.get("whole") == "yes"
    page = on_one_page(mine, len(every)) if whole else in_pages(request, mine, len(every))
    leads = bool(may(request.user, LEAD_SERVICE_CHANGES))
    content = {
        "change": found,
        "readiness": service_changes.readiness_of(found),
        "page_of_list": page,
        "whole_is_offered": page.pages > 1,
        "names": names,
        "stands": stands,
        "responsible_for": service_changes.responsible_for,
        "leads": leads and found.stands_open,
        "decides": bool(may(request.user, SUPERVISE)) and not found.called_off_at,
        "come_since": len(come_since(found, every)) if leads and found.stands_open else 0,
        "name_of": name_of,
        "way": way((found.name, "")),
    }
    return listing(request, "service_change/change.html", content, page.rows, LISTED)


def come_since(found: ServiceChange, listed: list[AffectedChild]) -> set[str]:
    """The children whom the change touches today and who are not on its list."""
    now = service.current().children_affected(found.kind, found.concerns, found.since)
    return now - {one.child for one in listed}


def _place_of(stands: Destination | None) -> int:
    """Children without a destination first, then those without somebody responsible."""
    if stands is None:
        return 0
    return 1 if service_changes.responsible_for(stands) is None else 2
