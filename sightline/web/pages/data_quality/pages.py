"""Data quality: the overview, the list of one kind, and the list as a file."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework import audit
from sightline.casework.policy import DECIDE, EXPORT_CHILDREN, LIST_CHILDREN, may
from sightline.sources.could_not import CouldNot
from sightline.web import quality_shown, service
from sightline.web.door import require
from sightline.web.lists import csv_file, in_pages, kept_back_in_words
from sightline.web.pages.child_door import address_of
from sightline.web.pages.data_quality.asked import (
    asked_for,
    counted_by,
    hidden_name,
    manages,
    open_rows,
)
from sightline.web.pages.data_quality.to_mend import KINDS, Kind, ToMend, in_words
from sightline.web.pages.shown import shown

WORDS = "data quality"
COLUMNS = ("child", "given_name", "family_name", "what", "why", "how_to_mend", "where", "day",
           "workers", "teams")  # fmt: skip


def overview(request: HttpRequest) -> HttpResponse:
    """What wants mending, counted: of the children open to this person, and by team for managers."""
    require(request, LIST_CHILDREN, words=WORDS)
    workspace = service.current()
    found = {slug: open_rows(request.user, workspace, kind) for slug, kind in KINDS.items()}
    rows = {slug: one.rows for slug, one in found.items()}
    asked = asked_for(request, [row for of_kind in rows.values() for row in of_kind])
    wanted = {slug: [row for row in of_kind if asked.wants(row)] for slug, of_kind in rows.items()}
    answers_for_others = manages(request.user)
    by_team = counted_by(rows, "teams") if answers_for_others else []
    one_team = asked.team or len(by_team) == 1
    content = {
        "kinds": KINDS,
        "asked": asked,
        "counts": {slug: len(of_kind) for slug, of_kind in wanted.items()},
        "kept_back": {
            slug: kept_back_in_words(one.counted - len(one.rows)) for slug, one in found.items()
        },
        "by_team": by_team,
        "by_worker": counted_by(wanted, "workers") if answers_for_others and one_team else [],
        "faults": workspace.faults(),
        "cannot_tell": _cannot_tell(workspace),
        "workers": workspace.worker_names(),
        "hidden_name": hidden_name,
        "in_words": in_words,
        "query": urlencode(asked.hidden),
    }
    with transaction.atomic():
        audit.record(by=request.user, action=LIST_CHILDREN, thing=WORDS, children=[])
        return shown(request, "data_quality/overview.html", content)


def _cannot_tell(workspace: service.Service) -> list[quality_shown.CannotTell]:
    """The rules that abstained; none where no rule was asked yet."""
    try:
        return workspace.cannot_tell()
    except CouldNot:
        return []


def of_kind(request: HttpRequest, to_mend: str) -> HttpResponse:
    """The rows of one kind. That the list was read, and whose names stand on it, is kept."""
    wanted = _kind(request, to_mend, LIST_CHILDREN)
    workspace = service.current()
    found = open_rows(request.user, workspace, wanted)
    asked = asked_for(request, found.rows)
    rows = [row for row in found.rows if asked.wants(row)]
    page = in_pages(request, rows, len(rows) + found.counted - len(found.rows))
    known = set(workspace.children())
    children = sorted({row.child for row in page.rows} & known)
    content = {
        "kind": wanted,
        "asked": asked,
        "page_of_list": page,
        "teams": sorted({team for row in found.rows for team in row.teams}),
        "workers_there": sorted({worker for row in found.rows for worker in row.workers}),
        "names": workspace.names_of(set(children)),
        "known": known,
        "workers": workspace.worker_names(),
        "address_of": address_of,
        "hidden_name": hidden_name,
        "query": urlencode(asked.hidden),
        "may_export": bool(may(request.user, EXPORT_CHILDREN)),
        "may_decide": bool(may(request.user, DECIDE)),
    }
    with transaction.atomic():
        audit.record(by=request.user, action=LIST_CHILDREN, thing=_words(wanted), children=children)
        return shown(request, "data_quality/of_kind.html", content)


def file_of_kind(request: HttpRequest, to_mend: str) -> HttpResponse:
    """The same list, whole, as a file."""
    wanted = _kind(request, to_mend, EXPORT_CHILDREN)
    workspace = service.current()
    found = open_rows(request.user, workspace, wanted).rows
    asked = asked_for(request, found)
    rows = [row for row in found if asked.wants(row)]
    children = sorted({row.child for row in rows} & set(workspace.children()))
    with transaction.atomic():
        audit.record(
            by=request.user,
            action=EXPORT_CHILDREN,
            thing=f"file of {_words(wanted)}",
            children=children,
        )
        return csv_file(
            f"data-quality-{wanted.slug}",
            workspace.authority(),
            COLUMNS,
            _cells(rows, workspace, workspace.names_of(set(children))),
        )


def _kind(request: HttpRequest, slug: str, action: str) -> Kind:
    """The kind an address names, once the policy has said yes; Http404 where there is none."""
    wanted = KINDS.get(slug)
    require(request, action, words=_words(wanted) if wanted else WORDS)
    if wanted is None:
        raise Http404("There is no such page.")
    return wanted


def _words(kind: Kind) -> str:
    return f"{WORDS}: {kind.title.lower()}"


def _cells(
    rows: list[ToMend], workspace: service.Service, names: dict[str, Any]
) -> Iterator[tuple[object, ...]]:
    """The file's rows, whose they are apart."""
    workers = workspace.worker_names()
    for row in rows:
        held = "; ".join(sorted(workers.get(worker, worker) for worker in row.workers))
        yield (row.child, *names.get(row.child, ("", "")), row.what, row.why, row.to_mend,
               row.where, row.day, held, "; ".join(sorted(row.teams)))  # fmt: skip
