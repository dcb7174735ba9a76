"""School attendance of many children as a file: looked at first, then recorded."""

import contextlib

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from sightline.casework import attendance_file, audit
from sightline.casework.policy import READ_CHILD, RECORD, ChildRecord
from sightline.web import service
from sightline.web.door import require
from sightline.web.forms import Field, Filled, done, open_form, told
from sightline.web.forms.fields import FILE
from sightline.web.pages.child_door import address_of
from sightline.web.pages.shown import shown

WORDS, RECORD_IT = "a file of school attendance", "record"
FILE_FIELD = Field(
    name="file",
    label="The file",
    hint=f"A CSV file of up to {attendance_file.MOST_ROWS:,} lines and "
    f"{attendance_file.MOST_BYTES // 1000:,} kB. Nothing is recorded before you have seen what it would do.",
    kind=FILE,
    required=True,
)


def attendance(request: HttpRequest) -> HttpResponse:
    """Choose a file, see what it would do, record it."""
    require(request, RECORD, words=WORDS)
    if RECORD_IT in request.POST:
        return _record(request)
    form = open_form(request, (FILE_FIELD,))
    looked = None
    if request.method == "POST" and form.is_right:
        with told(form):
            looked = attendance_file.look_at(
                by=request.user, content=_content(form), record_of=_record_of()
            )
            attendance_file.keep_for_recording(by=request.user, looked=looked)
    return _shown(request, form, looked)


def _content(form: Filled) -> bytes:
    """What the file holds, as far as it is read at all."""
    return form.values["file"].read(attendance_file.MOST_BYTES + 1)


def _record_of():
    """Gives the record of a child whom the service knows."""
    workspace = service.current()
    known = frozenset(workspace.children())

    def record_of(child: str) -> ChildRecord | None:
        return workspace.record_of(child) if child in known else None

    return record_of


def _record(request: HttpRequest) -> HttpResponse:
    form = open_form(request, ())
    with told(form):
        children = attendance_file.record_kept(
            by=request.user,
            record_of=_record_of(),
            submission=form.submission[:48],
        )
        return done(
            request,
            f"Recorded: school attendance of {children:,} "
            f"{'child' if children == 1 else 'children'}.",
            to=reverse("attendance-file"),
        )
    again = open_form(request, (FILE_FIELD,))
    again.faults = form.faults
    return _shown(request, again, None)


def _shown(
    request: HttpRequest, form: Filled, looked: attendance_file.Looked | None
) -> HttpResponse:
    """The page; the children named on it are kept in the audit trail."""
    children = looked.children if looked else []
    with transaction.atomic() if children else contextlib.nullcontext():
        if children:
            audit.record(by=request.user, action=READ_CHILD, thing=WORDS, children=children)
        return shown(
            request,
            "child/attendance.html",
            {
                "form": form,
                "looked": looked,
                "listed": attendance_file.listed(looked.set_aside) if looked else [],
                "names": service.current().names_of(set(children)) if children else {},
                "address_of": address_of,
                "columns": attendance_file.COLUMNS,
                "needed": attendance_file.NEEDED,
            },
        )
