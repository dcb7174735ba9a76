"""Recording one thing for several children at once: what they share once, each child's own part for each.

Each child's file stands alone: it holds the whole, and names no other child.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework import recording
from sightline.casework.access import access_of
from sightline.casework.policy import RECORD, may
from sightline.casework.recorded_tables import RECORDABLE, checked
from sightline.casework.writing import NotRecorded
from sightline.web import live_child
from sightline.web.forms import Field, Filled, done, keep_draft, open_form, told
from sightline.web.forms.sending import DraftOf
from sightline.web.pages.child.around import relatives_of
from sightline.web.pages.child.asking import ABOUT_NO_ROW, fields_for, first_values
from sightline.web.pages.child.frame import ChildPage, opened, shown_tab
from sightline.web.pages.child.record import tables_named_by, thing_to_record
from sightline.web.pages.child.what_to_record import ToRecord
from sightline.web.pages.child_door import address_of

WITH = "with"
WORDS = "a form to record for several children"
MOST_OTHERS = 7
"""So many children beside the first: a family, a group. Their tokens are what a draft is found by."""

LONGEST_KEY = 56  # record_for_several puts the place of each child behind it


@dataclass(frozen=True, kw_only=True)
class ToChoose:
    """A child who can be chosen: ``why`` says why they are offered."""

    child: str
    name: str
    token: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """One child's own part of the form."""

    page: ChildPage
    form: Filled

    @property
    def name(self) -> str:
        """The child's name."""
        return self.page.identity.name


def for_several(request: HttpRequest, token: str, table: str) -> HttpResponse:
    """First the choice of children, then the form with a part for each."""
    what = _what(table)
    page = opened(request, token, action=RECORD, tables=tables_named_by(table), words=WORDS)
    others = [
        opened(request, one, action=RECORD, tables=tables_named_by(table), words=WORDS)
        for one in sorted(set(request.GET.getlist(WITH)) - {token})[:MOST_OTHERS]
    ]
    if not others:
        return _choice(page, what)
    return _form(page, [page, *others], what)


def address_with(page: ChildPage, table: str, tokens: Sequence[str]) -> str:
    """The form for this child and the children behind these tokens."""
    address = page.address("child-record-several", table=table)
    return f"{address}?{urlencode([(WITH, one) for one in tokens])}"


def _what(table: str) -> ToRecord:
    what = thing_to_record(table)
    if not what.own:
        raise Http404("This is recorded for one child at a time.")
    return what


def _choice(page: ChildPage, what: ToRecord) -> HttpResponse:
    offered = list(children_to_choose(page))
    content = {"what": what, "offered": offered, "most": MOST_OTHERS, "asked": WITH}
    named = [one.child for one in offered]
    return shown_tab(page, "child/choose_children.html", lambda: content, words=WORDS, named=named)


def children_to_choose(page: ChildPage) -> Iterator[ToChoose]:
    """The family, then the other children the person holds: those for whom they may record."""
    person, access = page.request.user, access_of(page.request.user)
    records = page.workspace.records_for_policy()
    seen = {page.child}
    for one in relatives_of(page):
        seen.add(one.child)
        if may(person, RECORD, page.workspace.record_of(one.child), access):
            yield ToChoose(
                child=one.child, name=one.name, token=address_of(one.child), why="the same family"
            )
    held = [
        child
        for child, record in records.items()
        if person.worker and person.worker in record.held_by and child not in seen
    ]
    held = [child for child in held if may(person, RECORD, records[child], access)]
    names = page.workspace.names_of(set(held)) if held else {}
    for child in sorted(held, key=lambda one: names.get(one, ("", ""))[::-1]):
        name = " ".join(filter(None, names.get(child, ()))) or "Name not recorded"
        yield ToChoose(child=child, name=name, token=address_of(child), why="you hold the case")


def _form(page: ChildPage, pages: list[ChildPage], what: ToRecord) -> HttpResponse:
    request = page.request
    draft = DraftOf(
        form=f"several {what.table}",
        child=page.record,
        about=" ".join(one.token for one in pages[1:]),
    )
    fields = fields_for(page, what)
    shared = [one for one in fields if one.name not in _own_columns(what)]
    form = open_form(request, shared, values=first_values(page, what, shared), draft=draft)
    parts = [_part(one, what, place, draft) for place, one in enumerate(pages)]
    if kept := keep_draft(request, form, to=page.address("child-recorded")):
        return kept
    if request.method == "POST" and all(one.is_right for one in (form, *_forms(parts))):
        with told(form):
            if _record(request, what, form, parts):
                words = f"Recorded for {len(parts)} children: {what.title}."
                return done(request, words, to=page.address("child-recorded"), form=form)
    content = {"what": what, "form": form, "own_parts": parts, "own_forms": _forms(parts)}
    named = [one.child for one in pages[1:]]
    return shown_tab(page, "child/record_several.html", lambda: content, words=WORDS, named=named)


def _own_columns(what: ToRecord) -> set[str]:
    """What is asked of each child: its own part, and which of its own rows it belongs to."""
    rows = {
        column.name
        for column in RECORDABLE[what.table].columns
        if column.refers_to not in ABOUT_NO_ROW
    }
    return rows | set(what.own)


def _part(page: ChildPage, what: ToRecord, place: int, draft: DraftOf) -> Part:
    own = [_required(one, what) for one in fields_for(page, what) if one.name in _own_columns(what)]
    values = first_values(page, what, own)
    form = open_form(page.request, own, values=values, draft=draft, prefix=f"child-{place + 1}-")
    return Part(page=page, form=form)


def _required(field: Field, what: ToRecord) -> Field:
    """The first of a child's own part must be answered, and stands under no heading of the form."""
    return replace(field, required=field.required or field.name == what.own[0], group="")


def _forms(parts: Sequence[Part]) -> list[Filled]:
    return [one.form for one in parts]


def _record(request: HttpRequest, what: ToRecord, form: Filled, parts: Sequence[Part]) -> list[Any]:
    """Record it for each; nothing where a child's part cannot be recorded, which is said there."""
    given = [{**form.values, **part.form.values} for part in parts]
    # Each is looked at, so that every fault is said at once.
    can_be = [_can_be(what, part, one) for part, one in zip(parts, given, strict=True)]
    if not all(can_be):
        return []
    recorded = recording.record_for_several(
        by=request.user,
        table=what.table,
        parts=[(part.page.record, one) for part, one in zip(parts, given, strict=True)],
        submission=form.submission[:LONGEST_KEY],
    )
    for part in parts:
        live_child.ask_again(part.page.child)
    return recorded


def _can_be(what: ToRecord, part: Part, given: Mapping[str, Any]) -> bool:
    """Whether one child's row can be recorded; what is wrong is said at the child's part."""
    try:
        checked(what.table, given)
    except NotRecorded as fault:
        part.form.blame(what.own[0], f"{part.name}: {fault.fault} {fault.next_step}")
    return part.form.is_right
