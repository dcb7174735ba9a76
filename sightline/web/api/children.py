"""One child: found by the council's id, read, recorded for. Each goes through the door of the pages."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest
from ninja import Path, Router

from sightline.casework import audit, recording
from sightline.casework.models import Recording
from sightline.casework.policy import READ_CHILD, RECORD, SEARCH_CHILDREN
from sightline.casework.recorded_tables import RECORDABLE
from sightline.records.tables import TABLES
from sightline.web import service
from sightline.web.api.figures import FAULTS
from sightline.web.api.shapes import (
    ChildFound,
    ConcernShown,
    Recorded,
    Said,
    ToCorrect,
    ToRecord,
    WantedChild,
)
from sightline.web.door import require
from sightline.web.pages.child_door import address_of, child_at

router = Router(tags=["children"])
WORDS = "a child's record, by a program"
Table = Path(..., max_length=60, description="A record table, such as return_interviews.")
Token = Path(..., pattern=r"^[a-z0-9]{1,64}$", description="The address that find gave.")


@router.post(
    "/find", response={200: ChildFound, **FAULTS}, summary="Find a child by the council's id"
)
def find(request: HttpRequest, wanted: WantedChild):
    """The address of the child's record, where it is open to this program; otherwise nothing is there."""
    require(request, SEARCH_CHILDREN, words="a search for a child, by a program")
    workspace = service.current()
    if wanted.child not in workspace.records_for_policy():
        raise Http404("There is no such child.")
    try:
        require(
            request,
            READ_CHILD,
            workspace.record_of(wanted.child),
            words=WORDS,
            children=[wanted.child],
        )
    except PermissionDenied as refused:
        # The same answer as to an id that nobody has; the refusal is kept all the same.
        raise Http404("There is no such child.") from refused
    return ChildFound(address=address_of(wanted.child))


@router.get(
    "/{token}/concerns", response={200: list[ConcernShown], **FAULTS}, summary="A child's concerns"
)
def concerns(request: HttpRequest, token: str = Token):
    """Every concern of the child, as it stands on the day."""
    child, _ = child_at(request, token, READ_CHILD, WORDS)
    with transaction.atomic():
        _read(request, child)
        return [
            ConcernShown(
                **{
                    name: getattr(one, name)
                    for name in ConcernShown.model_fields
                    if name != "evidence"
                },
                evidence=dict(one.evidence),
            )
            for one in service.current().concerns_of(child)
        ]


@router.get(
    "/{token}/records/{table}",
    response={200: list[dict[str, Any]], **FAULTS},
    summary="A child's rows of one record table",
)
def records(request: HttpRequest, table: str = Table, token: str = Token):
    """The rows as the ledger holds them, with what was recorded here."""
    child, _ = child_at(request, token, READ_CHILD, WORDS)
    if table not in TABLES:
        raise Http404("There is no such table.")
    with transaction.atomic():
        _read(request, child)
        return service.current().records_of(child).get(table, [])


@router.get(
    "/{token}/recorded/{table}",
    response={200: list[Recorded], **FAULTS},
    summary="What was recorded here for a child in one table",
)
def recorded(request: HttpRequest, table: str = Table, token: str = Token):
    """What stands recorded here, the latest first."""
    child, _ = child_at(request, token, READ_CHILD, WORDS)
    if table not in RECORDABLE:
        raise Http404("There is no such table.")
    with transaction.atomic():
        _read(request, child)
        return [_shown(one) for one in recording.recorded_for(child, table)]


@router.post(
    "/{token}/recorded",
    response={201: Recorded, 409: Said, **FAULTS},
    summary="Record a row for a child",
)
def record(request: HttpRequest, row: ToRecord, token: str = Token):
    """Record one row: a return interview, a core group, a visit from another system."""
    _, known = child_at(request, token, RECORD, WORDS)
    made = recording.record(
        by=request.user, child=known, table=row.table, given=row.content, submission=row.submission
    )
    return 201, _shown(made)


@router.put(
    "/{token}/corrections/{number}",
    response={200: Recorded, 409: Said, **FAULTS},
    summary="Correct what was recorded here",
)
def correct(request: HttpRequest, number: int, row: ToCorrect, token: str = Token):
    """Write a new version over the one seen; 409 where another stands by now, with its words."""
    child, known = child_at(request, token, RECORD, WORDS)
    standing = Recording.objects.filter(pk=number, child=child).first()
    if standing is None:
        raise Http404("There is no such recording.")
    return _shown(
        recording.correct(
            by=request.user,
            child=known,
            recording=standing,
            seen=row.seen,
            given=row.content,
            why=row.why,
            submission=row.submission,
        )
    )


def _read(request: HttpRequest, child: str) -> None:
    audit.record(by=request.user, action=READ_CHILD, thing=WORDS, children=[child])


def _shown(one: Recording) -> Recorded:
    standing = recording.standing_version(one)
    return Recorded(
        recording=one.pk, table=one.table, version=one.version, content=standing.content
    )
