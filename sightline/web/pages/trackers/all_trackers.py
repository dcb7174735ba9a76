"""All trackers on one page: how many children are on each."""

from django.http import HttpRequest, HttpResponse

from sightline.casework.policy import LIST_CHILDREN, SEE_FIGURES, SEE_SMALL_NUMBERS, may
from sightline.engine.small_numbers import is_small
from sightline.web import service
from sightline.web.door import require
from sightline.web.lists import open_to
from sightline.web.pages.shown import shown
from sightline.web.pages.trackers.finding import cannot_tell
from sightline.web.trackers import IN_ORDER, Stay, on_now


def all_trackers(request: HttpRequest) -> HttpResponse:
    """Each tracker with how many are on it and how many left of late; small numbers as they may be seen."""
    require(request, SEE_FIGURES, words="all trackers")
    workspace = service.current()
    sees_small = bool(may(request.user, SEE_SMALL_NUMBERS))
    records = workspace.records_for_policy()

    def number(stays: list[Stay]) -> int | None:
        """How many; None of a few, where this person may not see few or not all of these children."""
        if not is_small(len(stays), 0):
            return len(stays)
        theirs = sees_small and len(open_to(request.user, stays, records)) == len(stays)
        return len(stays) if theirs else None

    lines = []
    for one in IN_ORDER:
        because = cannot_tell(workspace, one)
        stays = [] if because else workspace.stays(one.name)
        left = [stay for stay in stays if stay.until is not None]
        lines.append((one, because, number(on_now(stays)), number(left)))
    content = {"lines": lines, "may_list": bool(may(request.user, LIST_CHILDREN))}
    return shown(request, "trackers/trackers.html", content)
