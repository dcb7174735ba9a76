"""The chronology people keep of a child: what mattered, in order, with what it meant for the child."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework import chronology as kept
from sightline.casework.chronology import Entry
from sightline.casework.policy import RECORD
from sightline.web import journey
from sightline.web.forms import Field, Filled, done, keep_draft, open_form, told
from sightline.web.forms.fields import WORDS, YES_OR_NO
from sightline.web.forms.sending import DraftOf
from sightline.web.pages.child.chronology_lines import (
    Line,
    address_part,
    lines_of_records,
    own_lines,
    silences,
)
from sightline.web.pages.child.frame import ChildPage, opened, shown_tab

FROM_RECORDS, OWN = "records", "people"
READING, CHOOSING = "a child's chronology", "a form to choose what stands in a chronology"


def chronology(request: HttpRequest, token: str) -> HttpResponse:
    """The chronology as people keep it, filtered by year and by where it is from."""
    page = opened(request, token, tables=journey.TABLES_OF_JOURNEY, words=READING)
    return shown_tab(page, "child/chronology.html", lambda: _content(page), words=READING)


def choose(request: HttpRequest, token: str) -> HttpResponse:
    """Every entry of the records, to be put in or taken out."""
    page = opened(request, token, action=RECORD, tables=journey.TABLES_OF_JOURNEY, words=CHOOSING)
    form = open_form(request, ())
    lines = lines_of_records(page)
    if request.method == "POST":
        chosen = _changes(request, lines)
        with told(form):
            kept.choose(
                by=request.user, child=page.record, chosen=chosen, submission=form.submission
            )
            return done(request, "The chronology is changed.", to=page.address("child-chronology"))
    by_year: dict[int, list[Line]] = {}
    for line in lines:
        by_year.setdefault(line.day.year, []).append(line)
    content = {"form": form, "by_year": by_year, "address_part": address_part}
    return shown_tab(page, "child/choose_entries.html", lambda: content, words=CHOOSING)


def what_it_meant(request: HttpRequest, token: str, entry: str) -> HttpResponse:
    """What one entry of the records meant for the child, in somebody's words."""
    page = opened(request, token, action=RECORD, tables=journey.TABLES_OF_JOURNEY, words=CHOOSING)
    line = next((one for one in lines_of_records(page) if address_part(one) == entry), None)
    if line is None or line.entry is None:
        raise Http404("There is no such entry.")
    form = _meaning_form(page, line)
    back = page.address("child-chronology")
    if draft := keep_draft(request, form, to=back):
        return draft
    if request.method == "POST" and form.is_right:
        with told(form):
            kept.say_what_it_meant(
                by=request.user,
                child=page.record,
                entry=line.entry,
                stands=form.values["stands"],
                impact_on_child=form.values["impact_on_child"] or "",
                seen=form.seen or 0,
                submission=form.submission,
            )
            return done(request, "The chronology is changed.", to=back, form=form)
    content = {"form": form, "line": line}
    return shown_tab(page, "child/what_it_meant.html", lambda: content, words=CHOOSING)


def _meaning_form(page: ChildPage, line: Line) -> Filled:
    fields = (
        Field(
            name="impact_on_child",
            label="What did it mean for the child?",
            hint="As fact, and in the child's own words where there are any.",
            kind=WORDS,
        ),
        Field(
            name="stands", label="Does it stand in the chronology?", kind=YES_OR_NO, required=True
        ),
    )
    choice = kept.choices_of(page.child).get(line.entry)
    return open_form(
        page.request,
        fields,
        values={"impact_on_child": line.impact_on_child, "stands": line.stands},
        seen=choice.version.recording.version if choice else 0,
        draft=DraftOf(form="chronology", child=page.record, about=address_part(line)),
    )


def _content(page: ChildPage) -> dict[str, Any]:
    lines = [one for one in lines_of_records(page) if one.stands] + own_lines(page)
    lines.sort(key=lambda one: one.day)
    years = sorted({one.day.year for one in lines})
    chosen = _filters(page.request, years)
    shown_lines = [one for one in lines if _is_wanted(one, chosen)]
    return {
        "lines": shown_lines,
        "silences": {} if any(chosen.values()) else silences(lines),
        "years": years,
        "chosen": chosen,
        "is_filtered": any(chosen.values()),
        "address_part": address_part,
        "without_meaning": sum(not one.impact_on_child for one in shown_lines),
    }


def _filters(request: HttpRequest, years: list[int]) -> dict[str, str]:
    """What is asked for, as far as there is such a thing."""
    first, last = request.GET.get("from", ""), request.GET.get("to", "")
    known = {str(year) for year in years}
    whose = request.GET.get("of", "")
    return {
        "from": first if first in known else "",
        "to": last if last in known else "",
        "of": whose if whose in (FROM_RECORDS, OWN) else "",
    }


def _is_wanted(line: Line, chosen: dict[str, str]) -> bool:
    return (
        (not chosen["from"] or line.day.year >= int(chosen["from"]))
        and (not chosen["to"] or line.day.year <= int(chosen["to"]))
        and (not chosen["of"] or (line.entry is not None) == (chosen["of"] == FROM_RECORDS))
    )


def _changes(request: HttpRequest, lines: list[Line]) -> dict[Entry, bool]:
    """The entries whose mark differs from what stands, of those that the page sent had shown."""
    offered, marked = set(request.POST.getlist("offered")), set(request.POST.getlist("stands"))
    return {
        line.entry: address_part(line) in marked
        for line in lines
        if address_part(line) in offered and (address_part(line) in marked) != line.stands
    }
