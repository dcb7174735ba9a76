"""Key posts of a plan, and its money."""

from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.policy import WRITE_IMPROVEMENT
from sightline.improvement import posts_and_money as writing
from sightline.improvement.models import Money, PostHolder
from sightline.web import service
from sightline.web.forms import Field
from sightline.web.pages.improvement.asking import MEMBERS_READ_THIS, ask
from sightline.web.pages.improvement.finding import address_of, crumbs, plan_at

STANDINGS = tuple((one.value, str(one.label)) for one in PostHolder.Standing)


def say_who_holds(request: HttpRequest, plan: int) -> HttpResponse:
    """Say who holds a key post, since when, and how."""
    found = plan_at(request, plan, to=WRITE_IMPROVEMENT)
    fields = (
        Field(name="role", label="Post", required=True, hint="Such as Director of children's services."),
        Field(name="standing", label="How it is held", kind="choice", choices=STANDINGS, required=True),
        Field(name="holder", label="Who holds it"),
        Field(name="since", label="Since", kind="day", required=True, not_ahead=True),
    )  # fmt: skip
    return ask(
        request,
        found,
        fields,
        lambda form: writing.say_who_holds(
            by=request.user,
            plan=found,
            role=form.values["role"],
            standing=form.values["standing"],
            holder=form.values["holder"] or "",
            since=form.values["since"],
            submission=form.submission,
        ),
        heading="Who holds a key post",
        way=crumbs(found, last="Key posts"),
        to=address_of(found),
        said="It is recorded. Who held the post before stays known.",
        values={"role": request.GET.get("post", "")},
    )


def put_money(request: HttpRequest, plan: int) -> HttpResponse:
    """Say how much was put into the plan, for what, and what would show it."""
    found = plan_at(request, plan, to=WRITE_IMPROVEMENT)
    objectives = {str(one.pk): one for one in found.objectives.all()}
    fields = (
        Field(name="amount", label="Amount in pounds", kind="number", required=True),
        Field(name="what_for", label="What it is for", kind="words", required=True,
              hint=MEMBERS_READ_THIS),
        Field(name="since", label="Available from", kind="day", required=True),
        Field(name="objective", label="Objective it serves", kind="choice", as_list=True,
              choices=tuple((key, f"{one.number}. {one.words[:90]}") for key, one in objectives.items())),
        Field(name="measure", label="Measure that would show it worked", kind="choice", as_list=True,
              choices=_measures()),
    )  # fmt: skip
    return ask(
        request,
        found,
        fields,
        lambda form: writing.put_money(
            by=request.user,
            plan=found,
            amount=Decimal(str(form.values["amount"])),
            what_for=form.values["what_for"],
            since=form.values["since"],
            objective=objectives.get(form.values["objective"] or ""),
            measure=form.values["measure"] or "",
            submission=form.submission,
        ),
        heading="Money put into the plan",
        way=crumbs(found, last="Money"),
        to=address_of(found),
        said="It is recorded.",
    )


def _measures() -> tuple[tuple[str, str], ...]:
    return tuple(
        sorted(
            ((one.name, one.title) for one in service.current().measures()), key=lambda one: one[1]
        )
    )


def say_spent(request: HttpRequest, plan: int, money: int) -> HttpResponse:
    """Say how much had been spent in all by a day."""
    found = plan_at(request, plan, to=WRITE_IMPROVEMENT)
    row = Money.objects.filter(pk=money, plan=found).first()
    if row is None:
        raise Http404("There is no such money in this plan.")
    fields = (
        Field(name="spent", label="Spent in all, in pounds", kind="number", required=True),
        Field(name="on", label="By", kind="day", required=True, not_ahead=True),
        Field(name="words", label="On what", kind="words"),
    )
    return ask(
        request,
        found,
        fields,
        lambda form: writing.say_spent(
            by=request.user,
            money=row,
            spent=Decimal(str(form.values["spent"])),
            on=form.values["on"],
            words=form.values["words"] or "",
            submission=form.submission,
        ),
        heading="What was spent",
        way=crumbs(found, last="What was spent"),
        to=address_of(found),
        said="It is recorded.",
        words=f"£{row.amount:,.2f}: {row.what_for}",
    )
