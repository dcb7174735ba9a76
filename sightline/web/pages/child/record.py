"""Recording for one child what no extract holds: what to record, and the form of each."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework import recording
from sightline.casework.policy import RECORD
from sightline.casework.recorded_tables import RECORDABLE
from sightline.web import live_child
from sightline.web.forms import Filled, done, keep_draft, open_form, told
from sightline.web.forms.sending import DraftOf
from sightline.web.pages.child.asking import ABOUT_NO_ROW, fields_for, first_values
from sightline.web.pages.child.frame import ChildPage, opened, shown_tab
from sightline.web.pages.child.rows_each import fields_of_rows, rows_given
from sightline.web.pages.child.what_to_record import BY_PART, TO_RECORD, ToRecord

WORDS = "a form to record for a child"


def record_something(request: HttpRequest, token: str) -> HttpResponse:
    """Everything that can be recorded here, by part of the work."""
    page = opened(request, token, action=RECORD, words=WORDS)
    return shown_tab(page, "child/record.html", lambda: {"parts_of_work": BY_PART}, words=WORDS)


def record_form(request: HttpRequest, token: str, table: str) -> HttpResponse:
    """The form of one thing to record: empty, as left in a draft, or as sent."""
    what = thing_to_record(table)
    page = opened(request, token, action=RECORD, tables=tables_named_by(table), words=WORDS)
    form = _open(page, what)
    if kept := keep_draft(request, form, to=page.address("child-recorded")):
        return kept
    if request.method == "POST" and form.is_right:
        with told(form):
            _record(page, what, form)
            return done(
                request, f"Recorded: {what.title}.", to=page.address("child-recorded"), form=form
            )
    return shown_tab(
        page, "child/record_form.html", lambda: {"what": what, "form": form}, words=WORDS
    )


def thing_to_record(table: str) -> ToRecord:
    """What is recorded in a table. Raises Http404 where nothing is, or not here."""
    if table not in TO_RECORD:
        raise Http404("This is not recorded here.")
    return TO_RECORD[table]


def tables_named_by(table: str) -> set[str]:
    """The tables whose rows a row of this one may belong to."""
    return {
        column.refers_to
        for column in RECORDABLE[table].columns
        if column.refers_to not in ABOUT_NO_ROW
    }


def _open(page: ChildPage, what: ToRecord) -> Filled:
    fields = fields_for(page, what)
    first = first_values(page, what, fields)
    return open_form(
        page.request,
        fields_of_rows(what, fields),
        values=first,
        draft=DraftOf(form=f"record {what.table}", child=page.record),
    )


def _record(page: ChildPage, what: ToRecord, form: Filled) -> None:
    rows: list[dict[str, Any]] = rows_given(what, form.values)
    recording.record_rows(
        by=page.request.user,
        child=page.record,
        table=what.table,
        rows=rows,
        submission=form.submission,
    )
    live_child.ask_again(page.child)
