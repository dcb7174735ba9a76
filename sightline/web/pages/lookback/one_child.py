"""One child of a look-back review: the record beside, who reviews it, the outcome."""

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework import look_backs
from sightline.casework.models import LookBackChild
from sightline.casework.policy import AUDIT_CASES, DESIGN_AUDITS, may
from sightline.casework.readers import name_of
from sightline.web.forms import Field, done, open_form, told
from sightline.web.forms.fields import CHOICE, DAY, WORDS
from sightline.web.pages.child_door import shown_of_child
from sightline.web.pages.listed_children import asked, beside, independent_people, owners, person_of
from sightline.web.pages.lookback.finding import (
    ONE_CHILD,
    child_address,
    child_of_review_at,
    review_address,
    way,
)


def one_child(request: HttpRequest, one: int) -> HttpResponse:
    """The child, with the outcome where there is one."""
    found, record = child_of_review_at(request, one)

    def content() -> dict:
        return {
            "one": found,
            "review": found.review,
            "designs": not found.outcome and bool(may(request.user, DESIGN_AUDITS, record)),
            "answers": not found.outcome and found.reviewer_id == request.user.pk,
            "name_of": name_of,
            "way": way((found.review.title, review_address(found.review)), ("Child", "")),
            **beside(found.child),
        }

    return shown_of_child(request, found.child, "lookback/child.html", content, words=ONE_CHILD)


def assign(request: HttpRequest, one: int) -> HttpResponse:
    """Give the child to a reviewer who has no part in the case."""
    found, record = child_of_review_at(request, one, to=DESIGN_AUDITS)
    reviewer = Field(
        name="reviewer",
        label="Reviewer",
        hint="Listed are people who may read the record and have no part in the case.",
        kind=CHOICE,
        choices=independent_people(record),
        as_list=True,
        required=True,
    )
    return asked(
        request,
        (reviewer,),
        lambda form: look_backs.assign_reviewer(
            by=request.user,
            one=found,
            record=record,
            reviewer=person_of(form.values["reviewer"]),
            submission=form.submission,
        ),
        heading="Who reviews this child?",
        way=_way_to(found, "Reviewer"),
        to=child_address(found),
        said="The child is given to the reviewer.",
    )


def outcome(request: HttpRequest, one: int) -> HttpResponse:
    """Say what was found, and what cannot wait."""
    found, record = child_of_review_at(request, one, to=AUDIT_CASES)
    if found.outcome or found.reviewer_id != request.user.pk:
        raise Http404("There is nothing for you to answer.")
    fields = (
        Field(name="outcome", label="What did you find?", kind=CHOICE, required=True,
              choices=tuple(LookBackChild.Outcome.choices)),
        Field(name="words", label="How do you know?", kind=WORDS, required=True,
              hint="What in the record says so."),
        Field(name="urgent", label="What must be done at once?", kind=WORDS,
              hint="Leave it empty where nothing must. It becomes a task, and the child’s manager is told at once."),
        Field(name="owner", label="By whom?", kind=CHOICE, choices=owners(record), as_list=True),
        Field(name="due", label="By when?", kind=DAY),
    )  # fmt: skip
    form = open_form(request, fields)
    if request.method == "POST" and form.is_right:
        with told(form):
            look_backs.record_outcome(
                by=request.user,
                one=found,
                record=record,
                outcome=form.values["outcome"],
                words=form.values["words"],
                urgent=form.values["urgent"] or "",
                owner=person_of(form.values["owner"]),
                due=form.values["due"],
                submission=form.submission,
            )
            return done(request, "The outcome is recorded.", to=review_address(found.review))

    def content() -> dict:
        return {
            "form": form,
            "review": found.review,
            "way": _way_to(found, "Outcome"),
            **beside(found.child),
        }

    return shown_of_child(request, found.child, "lookback/outcome.html", content, words=ONE_CHILD)


def _way_to(one: LookBackChild, last: str) -> list[tuple[str, str]]:
    review = (one.review.title, review_address(one.review))
    return way(review, ("Child", child_address(one)), (last, ""))
