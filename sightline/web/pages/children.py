"""A child's page: who, what happened, which concerns, on what evidence."""

from django.http import HttpRequest, HttpResponse

from sightline.casework import audit
from sightline.casework.policy import SEE_AUDIT, ChildRecord, may
from sightline.web import journey, service
from sightline.web.charts import journey_drawing
from sightline.web.pages.child_door import child_at, shown_of_child


def child(request: HttpRequest, token: str) -> HttpResponse:
    """One child. Every reading of this page, and every refusal, is kept in the audit trail."""
    wanted, record = child_at(request, token)
    return shown_of_child(request, wanted, "child.html", lambda: _content(request, record))


def _content(request: HttpRequest, record: ChildRecord) -> dict:
    """Everything the page shows."""
    wanted, workspace = record.child, service.current()
    records = workspace.records_of(wanted)
    concerns = workspace.concerns_of(wanted)
    workers = workspace.worker_names()
    today = workspace.authority().day
    stretches = journey.stretches(records, concerns)
    return {
        "who": (records.get("children") or [{"child": wanted}])[0],
        "age": _age(records, today),
        "held_by": [workers.get(worker, worker) for worker in sorted(record.held_by)],
        "workers": workers,
        "open": [one for one in concerns if one.is_open],
        "closed": [one for one in concerns if not one.is_open and one.opens],
        "in_time": [one for one in concerns if not one.is_open and not one.opens],
        "years": journey.happenings(records, workers),
        "stretches": stretches,
        "drawing": journey_drawing.journey(stretches, today),
        "in_words": journey.in_words,
        "reads": audit.reads_of_child(wanted) if may(request.user, SEE_AUDIT) else None,
    }


def _age(records: dict, today) -> str:
    """The child's age on the day the records speak of."""
    born = (records.get("children") or [{}])[0].get("born")
    if not born:
        return "age not known"
    if born > today:
        return "not yet born"
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return f"aged {years}" if years else "under one year old"
