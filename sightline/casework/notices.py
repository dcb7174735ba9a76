"""What somebody was told: records opened by giving a reason, concerns passed on, changes to their sign-in."""

from datetime import datetime

from django.db.models import Q, QuerySet

from sightline.casework.models import Notice, Person
from sightline.casework.policy import SEE_NOTICES
from sightline.casework.writing import NotRecorded, write


def notices_of(person: Person) -> QuerySet[Notice]:
    """Everything this person was told, what they have not seen first, then the latest."""
    told = Notice.objects.filter(to=person).select_related("about")
    return told.annotate(is_seen=Q(read_at__isnull=False)).order_by("is_seen", "-sent_at", "-pk")


def number_not_seen(person: Person) -> int:
    """How many this person has not marked as seen."""
    return Notice.objects.filter(to=person, read_at=None).count()


def mark_seen(*, by: Person, notice: Notice) -> Notice:
    """Mark as seen what one was told oneself. It stays to be found."""

    def work(at: datetime) -> Notice:
        told = Notice.objects.select_for_update().filter(pk=notice.pk, to=by).first()
        if told is None:
            raise NotRecorded("That was told to somebody else.", "Go back to your own notices.")
        if told.read_at is None:
            told.read_at = at
            told.save(update_fields=["read_at"])
        return told

    return write(by=by, action=SEE_NOTICES, thing=f"a notice is seen: {notice.kind}", work=work)
