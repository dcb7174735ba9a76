"""What somebody was told, and marking it as seen."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from sightline.casework import notices as told_to
from sightline.casework.access import Access, access_of
from sightline.casework.models import Notice
from sightline.casework.policy import READ_CHILD, SEE_NOTICES, may
from sightline.web import service
from sightline.web.door import require
from sightline.web.forms import done
from sightline.web.pages.child_door import address_of
from sightline.web.pages.shown import shown

LATEST = 100
NOT_YOURS_NOW = "The record this is about is not open to you now."


@dataclass(frozen=True, kw_only=True)
class Told:
    """One notice as its reader may see it: its words, and the child's page where it is open to them."""

    notice: Notice
    words: str
    address: str


def notices(request: HttpRequest) -> HttpResponse:
    """What I was told: what I have not seen first, then the latest."""
    require(request, SEE_NOTICES, words="notices")
    access = access_of(request.user)
    told = [_told(request, one, access) for one in told_to.notices_of(request.user)[:LATEST]]
    content = {
        "not_seen": [one for one in told if one.notice.read_at is None],
        "seen": [one for one in told if one.notice.read_at],
    }
    return shown(request, "access/notices.html", content)


@require_POST
def mark_seen(request: HttpRequest, notice: int) -> HttpResponse:
    """Mark one as seen."""
    require(request, SEE_NOTICES, words="notices")
    found = Notice.objects.filter(pk=notice, to=request.user).first()
    if found is None:
        raise Http404("There is no such page.")
    told_to.mark_seen(by=request.user, notice=found)
    return done(request, "Marked as seen.", to=reverse("notices"))


def _told(request: HttpRequest, notice: Notice, access: Access) -> Told:
    """A reason may say something of the child, so of a restricted record it is shown to those alone who
    may read it. A manager is told the reason whether the child is theirs or not."""
    if not notice.child:
        return Told(notice=notice, words=notice.words, address="")
    record = service.current().record_of(notice.child)
    if may(request.user, READ_CHILD, record, access):
        address = reverse("child", kwargs={"token": address_of(notice.child)})
        return Told(notice=notice, words=notice.words, address=address)
    closed = notice.child in access.restricted
    return Told(notice=notice, words=NOT_YOURS_NOW if closed else notice.words, address="")
