"""All trackers on one page: how many children are on each."""

from django.http import HttpRequest, HttpResponse

from sightline.casework.policy import LIST_CHILDREN, SEE_FIGURES, SEE_SMALL_NUMBERS, may
from sightline.engine.small_numbers import is_small
from sightline.web import service
from sightline.web.door import require
from sightline.web.pages.shown import shown
from sightline.web.pages.trackers.finding import cannot_tell
from sightline.web.trackers import IN_ORDER, on_now


def all_trackers(request: HttpRequest) -> HttpResponse:
    """Each tracker with how many are on it and how many left of late; small numbers as they may be seen."""
    require(request, SEE_FIGURES, words="all trackers")
    workspace = service.current()
    sees_small = bool(may(request.user, SEE_SMALL_NUMBERS))

    def number(count: int) -> int | None:
        return count if sees_small or not is_small(count, 0) else None

    lines = []
    for one in IN_ORDER:
        because = cannot_tell(workspace, one)
        stays = [] if because else workspace.stays(one.name)
        now = len(on_now(stays))
        lines.append((one, because, number(now), number(len(stays) - now)))
    content = {"lines": lines, "may_list": bool(may(request.user, LIST_CHILDREN))}
    return shown(request, "trackers/trackers.html", content)
