"""Plans: all of them, beginning one, one of them, and one on a page."""

import hashlib
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from sightline.casework.policy import SEE_IMPROVEMENT, WRITE_IMPROVEMENT
from sightline.improvement import plans as writing
from sightline.improvement.after import later_events
from sightline.improvement.line_of_sight import RECOMMENDATION, Sentence, everything_wanting
from sightline.improvement.models import Objective, Plan
from sightline.improvement.reading import PlanRead, read_plan
from sightline.improvement.replaced import standing_of
from sightline.inspections.facts import Event
from sightline.web import documents, service
from sightline.web.door import require
from sightline.web.forms import Field
from sightline.web.local_values import local_values
from sightline.web.pages.improvement.asking import ask
from sightline.web.pages.improvement.finding import address_of, crumbs, plan_at, shown_of_plan
from sightline.web.theme_labels import theme_labels

State = Objective.State
BASELINE_HINT = (
    "Change is asked since this day. It is the inspection's last day unless you say otherwise."
)


def plans(request: HttpRequest) -> HttpResponse:
    """Every plan, the latest first."""
    require(request, SEE_IMPROVEMENT, words="list of improvement plans")
    told = [
        (plan, plan.objectives.exclude(state__in=(State.MERGED, State.SPLIT)).count())
        for plan in Plan.objects.order_by("-begun_at")
    ]
    return shown_of_plan(request, "plans.html", None, {"plans": told, "kinds": documents.KINDS})


def begin(request: HttpRequest) -> HttpResponse:
    """The reports a plan may begin from, of one authority; or a plan that rests on none."""
    require(request, WRITE_IMPROVEMENT, words="begin an improvement plan")
    library = documents.library()
    names = sorted({event.authority for event in library.readable() if event.authority})
    chosen = request.GET.get("authority", names[0] if len(names) == 1 else "")
    reports = [event for event in library.readable() if chosen and event.authority == chosen]
    return shown_of_plan(
        request,
        "begin.html",
        None,
        {
            "names": names,
            "chosen": chosen,
            "reports": [(one, len(library.recommendations.get(one.file, []))) for one in reports],
            "kinds": documents.KINDS,
            "day_of": documents.day_of,
            "report_address": documents.address_of,
            "way": crumbs(last="Begin a plan"),
        },
    )


def begin_from(request: HttpRequest, report: str) -> HttpResponse:
    """Begin a plan from one report: which of its sentences become draft objectives."""
    require(request, WRITE_IMPROVEMENT, words="begin an improvement plan")
    library = documents.library()
    event = library.by_address.get(report)
    if event is None or event.unreadable_because:
        raise Http404("There is no such document.")
    found = everything_wanting(
        library.recommendations.get(event.file, []), library.findings.get(event.file, [])
    )
    by_key = {_key(one): one for one in found}
    first = [key for key, one in by_key.items() if one.kind == RECOMMENDATION] or list(by_key)
    fields = (
        Field(name="title", label="Title of the plan", required=True),
        Field(name="baseline", label="Baseline", kind="day", hint=BASELINE_HINT, required=True),
        Field(
            name="sentences",
            label="Sentences that become draft objectives",
            kind="choices",
            choices=tuple((key, one.text) for key, one in by_key.items()),
        ),
    )
    return ask(
        request,
        None,
        fields,
        lambda form: writing.begin_plan(
            by=request.user,
            title=form.values["title"],
            baseline=form.values["baseline"],
            event=event,
            sentences=[by_key[key] for key in by_key if key in form.values["sentences"]],
            submission=form.submission,
        ),
        heading="Begin a plan from this report",
        way=crumbs(last="Begin a plan"),
        to=address_of,
        said="The plan is begun. Its objectives are drafts.",
        button="Begin the plan",
        values={"title": _title(event), "baseline": event.ends or event.starts or event.published,
                "sentences": first},
        template="begin_from.html",
        event=event,
        report=report,
        sentences=by_key,
        kinds=documents.KINDS,
        by_kind=_by_kind(by_key),
        labels=theme_labels(),
        published_only=True,
    )  # fmt: skip


def begin_without(request: HttpRequest) -> HttpResponse:
    """Begin a plan that rests on no report: a peer review, or one's own knowledge."""
    require(request, WRITE_IMPROVEMENT, words="begin an improvement plan")
    fields = (
        Field(name="title", label="Title of the plan", required=True),
        Field(name="authority", label="Authority it is about"),
        Field(name="baseline", label="Baseline", kind="day", required=True,
              hint="Change is asked since this day.", not_ahead=True),
    )  # fmt: skip
    return ask(
        request,
        None,
        fields,
        lambda form: writing.begin_plan(
            by=request.user,
            title=form.values["title"],
            authority=form.values["authority"] or "",
            baseline=form.values["baseline"],
            submission=form.submission,
        ),
        heading="Begin a plan without a report",
        way=crumbs(last="Begin a plan"),
        to=address_of,
        said="The plan is begun. Add its objectives.",
        button="Begin the plan",
    )


def _title(event: Event) -> str:
    day = documents.day_of(event)
    return f"Improvement plan: {event.authority}, {day:%B %Y}" if day else "Improvement plan"


def _by_kind(by_key: dict[str, Sentence]) -> dict[str, list[tuple[str, Sentence]]]:
    found: dict[str, list[tuple[str, Sentence]]] = {}
    for key, one in by_key.items():
        found.setdefault(one.kind, []).append((key, one))
    return found


def plan(request: HttpRequest, plan: int) -> HttpResponse:
    """One plan: its objectives with both colours, its posts and money, and what came after."""
    found = plan_at(request, plan)
    library = documents.library()
    return shown_of_plan(
        request,
        "plan.html",
        found,
        {
            "read": _read(found),
            "measure_titles": {one.name: one.title for one in service.current().measures()},
            "kinds": documents.KINDS,
            "report": report_of(found),
            "standing": standing_of(library.documents, found),
            "later": [
                (event, documents.address_of(event))
                for event in later_events(library.documents, found)
            ],
            "day_of": documents.day_of,
            "way": crumbs(found),
        },
    )


def on_a_page(request: HttpRequest, plan: int) -> HttpResponse:
    """The plan on one page, to print."""
    found = plan_at(request, plan)
    content = {
        "read": _read(found),
        "today": timezone.localdate(),
        "way": crumbs(found, last="On a page"),
    }
    return shown_of_plan(request, "on_a_page.html", found, content)  # fmt: skip


def change(request: HttpRequest, plan: int) -> HttpResponse:
    """Give a plan another title or baseline."""
    found = plan_at(request, plan, to=WRITE_IMPROVEMENT)
    fields = (
        Field(name="title", label="Title of the plan", required=True),
        Field(name="baseline", label="Baseline", kind="day", required=True,
              hint="Measures chosen already keep the baseline they have."),
        Field(name="why", label="Why", kind="words"),
    )  # fmt: skip
    return ask(
        request,
        found,
        fields,
        lambda form: writing.change_plan(
            by=request.user,
            plan=found,
            seen=form.seen,
            title=form.values["title"],
            baseline=form.values["baseline"],
            why=form.values["why"] or "",
        ),
        heading="Change the plan",
        way=crumbs(found, last="Change"),
        to=address_of(found),
        said="The plan is changed. What it said before is kept.",
        values={"title": found.title, "baseline": found.baseline},
        seen=found.version,
    )


def document(request: HttpRequest, plan: int) -> HttpResponse:
    """Another document of the plan's inspection, sentence by sentence beside the plan's own."""
    found = plan_at(request, plan)
    library = documents.library()
    standing = standing_of(library.documents, found)
    if standing is None or standing.other is None:
        raise Http404("No other document of this inspection has been read.")
    return shown_of_plan(
        request,
        "document_replaced.html",
        found,
        {
            "standing": standing,
            "other": documents.address_of(standing.other),
            "own": report_of(found),
            "way": crumbs(found, last="The document was replaced"),
        },
    )


def _read(plan: Plan) -> PlanRead:
    today: date = timezone.localdate()
    return read_plan(plan, service.current(), today, local_values())


def report_of(plan: Plan) -> str:
    """The address of the very document the plan began from; "" where it is no longer among those read."""
    event = documents.library().by_address.get(plan.document_sha[:16])
    return plan.document_sha[:16] if event and event.sha256 == plan.document_sha else ""


def _key(sentence: Sentence) -> str:
    """A name for a sentence in a form: the same however the report is read again."""
    said = f"{sentence.kind} {sentence.number} {sentence.page} {sentence.text}"
    return hashlib.sha256(said.encode()).hexdigest()[:12]
