"""A child's page: who, what happened, which concerns, on what evidence."""

from functools import lru_cache

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework import audit
from sightline.casework.policy import READ_CHILD, SEE_AUDIT, ChildRecord, may
from sightline.web import child_addresses, journey, service
from sightline.web.charts import journey_drawing
from sightline.web.door import require
from sightline.web.pages.shown import shown

WORDS = "a child's page"


def child(request: HttpRequest, token: str) -> HttpResponse:
    """One child. Every reading of this page, and every refusal, is kept in the audit trail."""
    workspace = service.current()
    wanted = _child_at(workspace, token)
    if wanted is None:
        # Asked before 404, so that nobody without access learns which addresses exist.
        require(request, READ_CHILD, words=WORDS)
        raise Http404("There is no such page.")
    held_by = workspace.held_by_all().get(wanted, frozenset())
    record = ChildRecord(child=wanted, held_by=held_by)
    require(request, READ_CHILD, record, words=WORDS, children=[wanted])
    with transaction.atomic():
        audit.record(by=request.user, action=READ_CHILD, thing=WORDS, children=[wanted])
        return shown(request, "child.html", _content(request, workspace, wanted, held_by))


def _content(request, workspace: service.Service, wanted: str, held_by: frozenset[str]) -> dict:
    """Everything the page shows."""
    records = workspace.records_of(wanted)
    concerns = workspace.concerns_of(wanted)
    workers = workspace.worker_names()
    today = workspace.authority().day
    stretches = journey.stretches(records, concerns)
    return {
        "who": (records.get("children") or [{"child": wanted}])[0],
        "age": _age(records, today),
        "held_by": [workers.get(worker, worker) for worker in sorted(held_by)],
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


def _child_at(workspace: service.Service, token: str) -> str | None:
    """The child whose page has this address."""
    return _children_by_token(settings.WORKSPACE, tuple(workspace.children())).get(token)


@lru_cache(maxsize=2)
def _children_by_token(workspace, children: tuple[str, ...]) -> dict[str, str]:
    """Every child by address; made once for each ledger."""
    return child_addresses.tokens_of(children, workspace)
