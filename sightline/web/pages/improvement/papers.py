"""Papers of a plan: which there are, and one of them made and given to be saved."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from sightline.casework import audit
from sightline.casework.policy import SEE_EVIDENCE, SEE_IMPROVEMENT, SEE_SMALL_NUMBERS, may
from sightline.improvement.papers.building import BOARD, MEMBERS, ONE_PAGE, SELF_EVALUATION, TITLES
from sightline.improvement.papers.pdf import as_pdf
from sightline.improvement.papers.word import as_word
from sightline.web.door import require
from sightline.web.pages.improvement.finding import crumbs, plan_at, shown_of_plan
from sightline.web.papers_of_plan import made

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS = {"docx": (as_word, WORD), "pdf": (as_pdf, "application/pdf")}


@dataclass(frozen=True)
class Kind:
    """A kind of paper: what is in it, and what the policy is asked besides seeing plans."""

    name: str
    words: str
    needs: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What it is called."""
        return TITLES[self.name]


KINDS = (
    Kind(
        BOARD,
        "Every open objective with the inspectors' sentence, both colours, figures with charts and "
        "months, evidence and actions. It holds small numbers: it is for the board, not to be published.",
        (SEE_SMALL_NUMBERS, SEE_EVIDENCE),
    ),
    Kind(
        MEMBERS,
        "Figures only: no notes and no names, and no number from one to four.",
    ),
    Kind(
        SELF_EVALUATION,
        "What the service says of itself: each claim with its dated evidence and what inspectors said "
        "last time. It holds small numbers and what families said: it is not to be published.",
        (SEE_SMALL_NUMBERS, SEE_EVIDENCE),
    ),
    Kind(ONE_PAGE, "All objectives with both colours on a page, and who holds the key posts."),
)


def papers(request: HttpRequest, plan: int) -> HttpResponse:
    """The papers that this person may make of the plan."""
    found = plan_at(request, plan)
    content = {
        "kinds": [one for one in KINDS if _may_make(request.user, one)],
        "way": crumbs(found, last="Papers"),
    }
    return shown_of_plan(request, "papers.html", found, content)


def paper(request: HttpRequest, plan: int, kind: str, form: str) -> HttpResponse:
    """One paper, made now and given to be saved. That it was made is kept in the audit trail."""
    found = plan_at(request, plan)
    wanted = next((one for one in KINDS if one.name == kind), None)
    if wanted is None or form not in FORMATS:
        raise Http404("There is no such paper.")
    words = f"a paper of an improvement plan: {wanted.title.lower()}"
    for action in wanted.needs:
        require(request, action, words=words)
    day = timezone.localdate()
    set_as, content_type = FORMATS[form]
    content = set_as(made(kind, found, day))
    audit.record(by=request.user, action=SEE_IMPROVEMENT, thing=f"{words}, as {form}")
    response = HttpResponse(content, content_type=content_type)
    name = f"plan-{found.pk}-{kind}-{day.isoformat()}.{form}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _may_make(person: object, kind: Kind) -> bool:
    return all(may(person, action) for action in kind.needs)
