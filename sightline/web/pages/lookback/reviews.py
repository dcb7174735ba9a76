"""All look-back reviews, and one: how far it is, who is left, its report, closing it."""

from django.http import HttpRequest, HttpResponse

from sightline.casework import look_backs
from sightline.casework.models import LookBack
from sightline.casework.policy import AUDIT_CASES, DESIGN_AUDITS, SEE_AUDITS, may
from sightline.casework.readers import name_of
from sightline.casework.writing import NotRecorded
from sightline.web import service
from sightline.web.door import require
from sightline.web.forms import Field, done, open_form, told
from sightline.web.forms.fields import CHOICE, WHOLE, WORDS
from sightline.web.lists import in_pages, open_to
from sightline.web.pages.access.choices import people
from sightline.web.pages.listed_children import asked, listing, names_of, person_of
from sightline.web.pages.lookback.finding import SEEN, review_address, review_at, way
from sightline.web.pages.shown import shown

LISTED = "children of a look-back review"
MOST_AT_ONCE = 100


def all_reviews(request: HttpRequest) -> HttpResponse:
    """Every review, the latest first, and the children the person is to review."""
    require(request, SEE_AUDITS, words=SEEN)
    records = service.current().records_for_policy()
    mine = open_to(request.user, look_backs.waiting_for(request.user), records)
    rows = LookBack.objects.order_by("-fixed_at")
    content = {
        "rows": [(one, look_backs.progress_of(one)) for one in rows],
        "mine": mine,
        "names": names_of({one.child for one in mine}),
        "designs": bool(may(request.user, DESIGN_AUDITS)),
    }
    return listing(request, "lookback/all.html", content, mine, LISTED)


def review(request: HttpRequest, review: int) -> HttpResponse:
    """How far a review is, and its children whom the person may read: those left come first."""
    found = review_at(request, review)
    every = list(found.children.select_related("reviewer", "urgent").order_by("at", "pk"))
    every.sort(key=lambda one: bool(one.outcome))
    rows = open_to(request.user, every, service.current().records_for_policy())
    page = in_pages(request, rows, len(every))
    content = {
        "review": found,
        "progress": look_backs.progress_of(found),
        "page_of_list": page,
        "names": names_of({one.child for one in page.rows}),
        "designs": bool(may(request.user, DESIGN_AUDITS)),
        "name_of": name_of,
        "way": way((found.title, "")),
    }
    return listing(request, "lookback/review.html", content, page.rows, LISTED)


def report(request: HttpRequest, review: int) -> HttpResponse:
    """The report, to print: figures to the last child, and no child's name."""
    found = review_at(request, review)
    urgent = found.children.exclude(urgent=None)
    content = {
        "review": found,
        "progress": look_backs.progress_of(found),
        "urgent": urgent.count(),
        "urgent_done": urgent.filter(urgent__ended_as="done").count(),
        "reviewers": found.children.exclude(by=None).values("by").distinct().count(),
        "name_of": name_of,
        "way": way((found.title, review_address(found)), ("Report", "")),
    }
    return shown(request, "lookback/report.html", content)


def give(request: HttpRequest, review: int) -> HttpResponse:
    """Give children without a reviewer to one, each asked by itself; who is too near is passed over."""
    found = review_at(request, review, to=DESIGN_AUDITS)
    fields = (
        Field(name="reviewer", label="Reviewer", kind=CHOICE, as_list=True, required=True,
              choices=people(who_may=AUDIT_CASES)),
        Field(name="number", label="How many children?", kind=WHOLE, required=True),
    )  # fmt: skip
    form = open_form(request, fields, values={"number": 10})
    if request.method == "POST" and form.is_right:
        with told(form):
            number = form.values["number"]
            if not 1 <= number <= MOST_AT_ONCE:
                raise NotRecorded("So many cannot be given.", f"Give from 1 to {MOST_AT_ONCE}.")
            given, passed_over = _give(request, found, form.values["reviewer"], number)
            said = f"Given: {given}. Passed over, because they have a part in the case or may not read it: {passed_over}."
            return done(request, said, to=review_address(found))
    content = {
        "form": form,
        "heading": "Give children to a reviewer",
        "way": way((found.title, review_address(found)), ("Give out", "")),
        "button": "Give out",
        "words": "Children without a reviewer are given out one by one. A child with whose case the "
        "reviewer has a part is passed over and stays to be given to somebody else.",
    }
    return shown(request, "one_form.html", content)


def close(request: HttpRequest, review: int) -> HttpResponse:
    """Close the review, once every child has an outcome."""
    found = review_at(request, review, to=DESIGN_AUDITS)
    learned = Field(
        name="learned",
        label="What was learned, and what will change?",
        hint="Name no child.",
        kind=WORDS,
        required=True,
    )
    return asked(
        request,
        (learned,),
        lambda form: look_backs.close(
            by=request.user,
            review=found,
            learned=form.values["learned"],
            submission=form.submission,
        ),
        heading="Close the review",
        way=way((found.title, review_address(found)), ("Close", "")),
        to=review_address(found),
        said="The review is closed.",
        button="Close it",
    )


def _give(request: HttpRequest, review: LookBack, reviewer: str, number: int) -> tuple[int, int]:
    """How many children were given to the reviewer, and how many passed over."""
    workspace, person = service.current(), person_of(reviewer)
    free = review.children.filter(reviewer=None, outcome="").order_by("pk")
    given = passed_over = 0
    for one in open_to(request.user, free, workspace.records_for_policy()):
        if given == number:
            break
        try:
            look_backs.assign_reviewer(
                by=request.user, one=one, record=workspace.record_of(one.child), reviewer=person
            )
            given += 1
        except NotRecorded:
            passed_over += 1
    return given, passed_over
