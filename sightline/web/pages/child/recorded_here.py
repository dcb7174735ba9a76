"""Everything people recorded here for one child, version by version; correcting and withdrawing it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework import recording
from sightline.casework.models import Draft, Recording, RecordingVersion
from sightline.casework.policy import RECORD
from sightline.casework.recorded_tables import RECORDABLE, columns_of
from sightline.records.codes import CODES
from sightline.web import live_child
from sightline.web.forms import Field, Filled, done, keep_draft, open_form, told
from sightline.web.forms.fields import WORDS
from sightline.web.forms.sending import DraftOf
from sightline.web.pages.child.asking import fields_for
from sightline.web.pages.child.frame import ChildPage, opened, shown_tab
from sightline.web.pages.child.record import tables_named_by, thing_to_record
from sightline.web.pages.child.several import address_with
from sightline.web.pages.child.what_to_record import TO_RECORD, ToRecord
from sightline.web.words import cell_in_words

PAGE_OF = {"plan_endings": "ending-record"}
"""By table the page that shows a recording with all its parts, and where it is corrected as a whole."""

CORRECTING, WITHDRAWING = "a form to correct what was recorded", "a form to withdraw it"

WHY = Field(
    name="why",
    label="Why do you correct it?",
    hint="It stays with the version before.",
    kind=WORDS,
    required=True,
    group="The correction",
)
WHY_WITHDRAWN = replace(
    WHY,
    label="Why was it recorded in error?",
    hint="What was recorded stays to be seen, with your reason. No rule reads it any more.",
    group="",
)


# The address of the form a draft is of, by the first word of its name.
FORMS = {
    "record": lambda page, table, about: page.address("child-record-form", table=table),
    "correct": lambda page, table, about: page.address("child-correct", number=int(about)),
    "several": lambda page, table, about: address_with(page, table, about.split()),
}


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One recording as the page shows it: its title, what stands, and every version. ``whole_at`` is the
    page that shows it with its parts, "" where it has none."""

    recording: Recording
    title: str
    standing: list[tuple[str, str]]
    versions: list[tuple[RecordingVersion, list[tuple[str, str]]]]
    can_be_corrected: bool
    whole_at: str = ""


def recorded_here(request: HttpRequest, token: str) -> HttpResponse:
    """Everything recorded here, the latest first."""
    page = opened(request, token)
    return shown_tab(page, "child/recorded_here.html", lambda: _content(page))


def correct(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Correct one recording: the version before stays, and a stale correction shows both."""
    page, found, what = _one(request, token, number, CORRECTING)
    form = _correction(page, found, what)
    if kept := keep_draft(request, form, to=page.address("child-recorded")):
        return kept
    if request.method == "POST" and form.is_right:
        with told(form):
            _correct(page, found, form)
            return done(
                request, f"Corrected: {what.title}.", to=page.address("child-recorded"), form=form
            )
    content = {"what": what, "form": form, "recording": found}
    return shown_tab(page, "child/correct.html", lambda: content, words=CORRECTING)


def withdraw(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Withdraw what was recorded in error, with the reason."""
    page, found, what = _one(request, token, number, WITHDRAWING)
    form = open_form(request, (WHY_WITHDRAWN,), seen=found.version)
    if request.method == "POST" and form.is_right:
        with told(form):
            _withdraw(page, found, form)
            return done(request, f"Withdrawn: {what.title}.", to=page.address("child-recorded"))
    latest = in_words(found.table, recording_content(found))
    content = {"what": what, "form": form, "latest": latest}
    return shown_tab(page, "child/withdraw.html", lambda: content, words=WITHDRAWING)


def recording_content(found: Recording) -> dict[str, Any]:
    """What a recording says now."""
    return recording.standing_version(found).content


def in_words(table: str, content: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The labels and values of one version, in the order and words of its form."""
    asks = {one.column: one.label for one in TO_RECORD[table].asks} if table in TO_RECORD else {}
    columns = {column.name: column for column in columns_of(RECORDABLE[table])}
    told = []
    for name in (*asks, *(one for one in columns if one not in asks)):
        if content.get(name) is not None:
            codes = CODES.get(columns[name].codes, {})
            value = codes.get(content[name], content[name])
            told.append((asks.get(name) or _words(name), cell_in_words(value)))
    return told


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _content(page: ChildPage) -> dict[str, Any]:
    found = [one for one in recording.all_recorded_for(page.child) if one.part_of_id is None]
    return {
        "shown_here": [_shown(one, page) for one in found],
        "drafts": _drafts(page),
    }


def _shown(one: Recording, page: ChildPage) -> Shown:
    return Shown(
        recording=one,
        title=TO_RECORD[one.table].title if one.table in TO_RECORD else _words(one.table),
        standing=in_words(one.table, one.kept_versions[0].content),
        versions=[(version, in_words(one.table, version.content)) for version in one.kept_versions],
        can_be_corrected=one.table in TO_RECORD and not one.is_withdrawn,
        whole_at=page.address(PAGE_OF[one.table], recording=one.pk) if one.table in PAGE_OF else "",
    )


def _drafts(page: ChildPage) -> list[tuple[str, str, Draft]]:
    """The person's own drafts about this child: title, address of the form, the draft."""
    found = Draft.objects.filter(person=page.request.user, child=page.child)
    told = []
    for draft in found.order_by("-saved_at"):
        kind, _, table = draft.form.partition(" ")
        if table in TO_RECORD and kind in FORMS:
            told.append((TO_RECORD[table].title, FORMS[kind](page, table, draft.about), draft))
    return told


def _one(
    request: HttpRequest, token: str, number: int, words: str
) -> tuple[ChildPage, Recording, ToRecord]:
    """One recording of this child that can be corrected. Raises Http404 where there is none."""
    page = opened(request, token, action=RECORD, words=words)
    found = Recording.objects.filter(pk=number, child=page.child).first()
    if found is None:
        raise Http404("There is nothing recorded at this address.")
    what = thing_to_record(found.table)
    page.read_also(tables_named_by(found.table))
    return page, found, what


def _correction(page: ChildPage, found: Recording, what: ToRecord) -> Filled:
    content = recording_content(found)
    return open_form(
        page.request,
        (*fields_for(page, what, content), WHY),
        values=content,
        seen=found.version,
        draft=DraftOf(form=f"correct {found.table}", child=page.record, about=str(found.pk)),
    )


def _correct(page: ChildPage, found: Recording, form: Filled) -> None:
    given = {name: value for name, value in form.values.items() if name != WHY.name}
    recording.correct(
        by=page.request.user,
        child=page.record,
        recording=found,
        seen=form.seen or found.version,
        given=given,
        why=form.values[WHY.name],
        submission=form.submission,
    )
    live_child.ask_again(page.child)


def _withdraw(page: ChildPage, found: Recording, form: Filled) -> None:
    recording.withdraw(
        by=page.request.user,
        child=page.record,
        recording=found,
        seen=form.seen or found.version,
        why=form.values[WHY.name],
    )
    live_child.ask_again(page.child)
