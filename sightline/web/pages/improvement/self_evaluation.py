"""Self-evaluation on pages: claims with their evidence, made, changed, tied and withdrawn."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from sightline.casework.policy import SEE_EVIDENCE, SEE_SMALL_NUMBERS, WRITE_IMPROVEMENT
from sightline.improvement import self_evaluation as writing
from sightline.improvement.models import Claim, ClaimTie, Evidence, Plan
from sightline.improvement.self_evaluation import STALE_AFTER
from sightline.records.standards import value_on
from sightline.web import documents
from sightline.web.door import require
from sightline.web.forms import Field
from sightline.web.local_values import local_values
from sightline.web.pages.improvement.asking import ask
from sightline.web.pages.improvement.finding import Crumbs, crumbs, plan_at, shown_of_plan
from sightline.web.pages.improvement.plans import report_of
from sightline.web.theme_labels import theme_labels
from sightline.web.words import day_in_words

WORDS = "the self-evaluation of a plan"
NAMES_NOBODY = "Name no child."


def self_evaluation(request: HttpRequest, plan: int) -> HttpResponse:
    """The claims of a plan, which of them have no evidence or stale evidence, and the last report."""
    found = _plan(request, plan)
    today = timezone.localdate()
    content = {
        "claims": writing.claims_of(found, documents.library().documents, today, local_values()),
        "months": int(value_on(STALE_AFTER, today, local_values())),
        "report": report_of(found),
        "labels": theme_labels(),
        "way": crumbs(found, last="Self-evaluation"),
    }
    return shown_of_plan(request, "self_evaluation.html", found, content)


def claim(request: HttpRequest, plan: int) -> HttpResponse:
    """Make a claim."""
    found = _plan(request, plan, writes=True)
    return ask(
        request,
        found,
        _fields(),
        lambda form: writing.make_claim(
            by=request.user,
            plan=found,
            words=form.values["words"],
            themes=form.values["themes"],
            submission=form.submission,
        ),
        heading="Make a claim",
        way=_way(found, "Make a claim"),
        to=_address(found),
        said="The claim is made. Tie it to evidence.",
    )


def change_claim(request: HttpRequest, claim: int) -> HttpResponse:
    """Reword a claim."""
    found = _claim(request, claim)
    return ask(
        request,
        found.plan,
        (*_fields(), Field(name="why", label="Why", kind="words")),
        lambda form: writing.change_claim(
            by=request.user,
            claim=found,
            seen=form.seen,
            words=form.values["words"],
            themes=form.values["themes"],
            why=form.values["why"] or "",
        ),
        heading="Change a claim",
        way=_way(found.plan, "Change a claim"),
        to=_address(found.plan),
        said="The claim is changed. What it said before is kept.",
        values={"words": found.words, "themes": found.themes},
        seen=found.version,
    )


def tie_claim(request: HttpRequest, claim: int) -> HttpResponse:
    """Tie a claim to evidence kept in the plan."""
    found = _claim(request, claim)
    offered = {str(one.pk): one for one in writing.evidence_to_tie(found)}
    field = Field(
        name="evidence",
        label="Evidence it rests on",
        kind="choices",
        hint="Evidence is kept on the page of an objective or of an action.",
        choices=tuple((key, _words_of(one)) for key, one in offered.items()),
    )
    return ask(
        request,
        found.plan,
        (field,),
        lambda form: writing.tie(
            by=request.user,
            claim=found,
            evidence=[offered[key] for key in form.values["evidence"]],
            submission=form.submission,
        ),
        heading="Tie a claim to evidence",
        way=_way(found.plan, "Tie a claim to evidence"),
        to=_address(found.plan),
        said="The claim is tied to its evidence.",
        words=found.words,
    )


def untie_claim(request: HttpRequest, tied: int) -> HttpResponse:
    """Say that a claim no longer rests on a piece of evidence."""
    require(request, SEE_EVIDENCE, words=WORDS)
    require(request, WRITE_IMPROVEMENT, words=WORDS)
    rows = ClaimTie.objects.select_related("claim__plan", "evidence")
    found = rows.filter(pk=tied).first()
    if found is None:
        raise Http404("There is no such tie.")
    return ask(
        request,
        found.claim.plan,
        (),
        lambda form: writing.untie(by=request.user, tied=found),
        heading="Untie evidence from a claim",
        way=_way(found.claim.plan, "Untie evidence"),
        to=_address(found.claim.plan),
        said="The claim no longer rests on it.",
        button="Untie it",
        words=found.evidence.words or found.claim.words,
    )


def withdraw_claim(request: HttpRequest, claim: int) -> HttpResponse:
    """Say that the service no longer says this."""
    found = _claim(request, claim)
    reason = Field(name="reason", label="Why it is no longer said", kind="words", required=True)
    return ask(
        request,
        found.plan,
        (reason,),
        lambda form: writing.withdraw_claim(
            by=request.user,
            claim=found,
            reason=form.values["reason"],
            submission=form.submission,
        ),
        heading="Withdraw a claim",
        way=_way(found.plan, "Withdraw a claim"),
        to=_address(found.plan),
        said="The claim is withdrawn. It stays known, with your reason.",
        button="Withdraw it",
        words=found.words,
    )


def _fields() -> tuple[Field, ...]:
    return (
        Field(name="words", label="What you say of the service", kind="words", required=True,
              hint=NAMES_NOBODY),
        Field(name="themes", label="Themes", kind="choices",
              choices=tuple(theme_labels().items())),
    )  # fmt: skip


def _plan(request: HttpRequest, plan: int, *, writes: bool = False) -> Plan:
    """The plan, for who may see the evidence behind its claims, small numbers with it."""
    require(request, SEE_EVIDENCE, words=WORDS)
    require(request, SEE_SMALL_NUMBERS, words=WORDS)
    return plan_at(request, plan, **({"to": WRITE_IMPROVEMENT} if writes else {}))


def _claim(request: HttpRequest, claim: int) -> Claim:
    require(request, SEE_EVIDENCE, words=WORDS)
    require(request, WRITE_IMPROVEMENT, words=WORDS)
    found = Claim.objects.select_related("plan").filter(pk=claim, withdrawn_at=None).first()
    if found is None:
        raise Http404("There is no such claim.")
    return found


def _address(plan: Plan) -> str:
    return reverse("self-evaluation", kwargs={"plan": plan.pk})


def _way(plan: Plan, last: str) -> Crumbs:
    steps = crumbs(plan, last=last)
    return [*steps[:-1], ("Self-evaluation", _address(plan)), steps[-1]]


def _words_of(one: Evidence) -> str:
    about = one.measure or one.question
    told = f"{about}: {one.words}" if about and one.words else about or one.words
    return f"{one.get_kind_display()}, {day_in_words(one.on)} (objective {one.objective.number}): {told}"
