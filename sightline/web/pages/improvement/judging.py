"""By what an objective is judged: measures with their tie, and audit questions."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from sightline.casework.policy import WRITE_IMPROVEMENT
from sightline.engine.measure import HIGHER, LOWER
from sightline.improvement import choosing
from sightline.improvement.models import ChosenMeasure, ChosenQuestion, Objective
from sightline.improvement.proposing import proposed_measures, proposed_questions
from sightline.records.standards import value_on
from sightline.web import service
from sightline.web.forms import Field
from sightline.web.local_values import local_values
from sightline.web.pages.improvement.asking import ask
from sightline.web.pages.improvement.finding import address_of, crumbs, objective_at
from sightline.web.pages.measures import measure_named

HELD_FOR = "IMP-02"
DIRECT = ChosenMeasure.Tie.DIRECT
TIE_WORDS = {ChosenMeasure.Tie.DIRECT: "direct", ChosenMeasure.Tie.PROXY: "a proxy"}
TIES = (
    (ChosenMeasure.Tie.DIRECT.value, "A direct measure: if it moves, the objective is being met"),
    (ChosenMeasure.Tie.PROXY.value, "A proxy: it bears on the same theme and may move for other reasons"),
)  # fmt: skip
WANTED = (("", "The measure's own better direction"), ("higher", "Higher"), ("lower", "Lower"))


def choose_measure(request: HttpRequest, objective: int) -> HttpResponse:
    """Choose a measure: those on the theme first, any other beneath."""
    found = objective_at(request, objective, to=WRITE_IMPROVEMENT)
    workspace = service.current()
    proposed = proposed_measures(found, workspace.measures())
    measure = request.GET.get("measure", "")
    of_it = next((one for one in proposed if one.measure.name == measure), None)
    fields = (
        Field(name="measure", label="Measure", kind="choice", required=True, as_list=True,
              choices=_measures(workspace, proposed), hint="Those on the objective's themes come first."),
        Field(name="tie", label="How strong the tie is", kind="choice", required=True, choices=TIES),
        Field(name="wanted", label="Which way it should go", kind="choice", choices=WANTED),
        *_since_and_held(),
    )  # fmt: skip
    return ask(
        request,
        found.plan,
        fields,
        lambda form: choosing.choose_measure(
            by=request.user,
            objective=found,
            measure=measure_named(workspace, form.values["measure"]),
            tie=form.values["tie"],
            wanted=form.values["wanted"] or "",
            baseline=form.values["baseline"],
            held_months=form.values["held_months"],
            submission=form.submission,
        ),
        heading="Choose a measure",
        way=crumbs(found.plan, found, last="Choose a measure"),
        to=address_of(found),
        said="The measure is chosen.",
        button="Choose it",
        values={
            "measure": measure,
            "tie": of_it.tie if of_it else "",
            **_usual(found),
        },
        sentences=found.sentences.order_by("pk"),
        words=found.words,
    )


def choose_proposed(request: HttpRequest, objective: int) -> HttpResponse:
    """Choose several of the measures proposed from the theme, with the ties they were proposed with."""
    found = objective_at(request, objective, to=WRITE_IMPROVEMENT)
    both_ways = [
        one
        for one in proposed_measures(found, service.current().measures())
        if one.measure.better in (HIGHER, LOWER)
    ]
    by_name = {one.measure.name: one for one in both_ways}
    fields = (
        Field(name="measures", label="Measures proposed from the theme", kind="choices", required=True,
              hint="The direct ones are ticked. A measure of which neither way is better is chosen by itself.",
              choices=tuple((name, f"{one.measure.title}: {TIE_WORDS[one.tie]}")
                            for name, one in by_name.items())),
        *_since_and_held(),
    )  # fmt: skip
    return ask(
        request,
        found.plan,
        fields,
        lambda form: choosing.choose_proposed(
            by=request.user,
            objective=found,
            proposed=[by_name[name] for name in form.values["measures"]],
            baseline=form.values["baseline"],
            held_months=form.values["held_months"],
            submission=form.submission,
        ),
        heading="Choose from the measures proposed",
        way=crumbs(found.plan, found, last="Choose measures"),
        to=address_of(found),
        said="The measures are chosen.",
        button="Choose them",
        values={
            "measures": [name for name, one in by_name.items() if one.tie == DIRECT],
            **_usual(found),
        },
        sentences=found.sentences.order_by("pk"),
        words=found.words,
    )


def _since_and_held() -> tuple[Field, Field]:
    return (
        Field(name="baseline", label="Baseline", kind="day", required=True,
              hint="The day since which it is to have moved."),
        Field(name="held_months", label="Months that the change must hold", kind="whole number",
              required=True),
    )  # fmt: skip


def _usual(objective: Objective) -> dict[str, object]:
    """The plan's baseline, and how long a change holds by the council's own standard."""
    held = value_on(HELD_FOR, timezone.localdate(), local_values())
    return {"baseline": objective.plan.baseline, "held_months": held}


def _measures(workspace: service.Service, proposed) -> tuple[tuple[str, str], ...]:
    first = [one.measure for one in proposed]
    names = {one.name for one in first}
    others = [one for one in workspace.measures() if one.name not in names]
    others.sort(key=lambda one: one.title)
    return tuple((one.name, one.title) for one in [*first, *others])


def drop_measure(request: HttpRequest, objective: int, chosen: int) -> HttpResponse:
    """Stop judging the objective by a measure, and say why."""
    found = objective_at(request, objective, to=WRITE_IMPROVEMENT)
    row = ChosenMeasure.objects.filter(pk=chosen, objective=found, dropped_at=None).first()
    if row is None:
        raise Http404("That measure is not chosen.")
    title = next(
        (one.title for one in service.current().measures() if one.name == row.measure), row.measure
    )
    reason = Field(name="reason", label="Why it no longer counts", kind="words", required=True)
    return ask(
        request,
        found.plan,
        (reason,),
        lambda form: choosing.drop_measure(
            by=request.user, chosen=row, reason=form.values["reason"]
        ),
        heading=f"Drop a measure: {title}",
        way=crumbs(found.plan, found, last="Drop a measure"),
        to=address_of(found),
        said="The measure no longer counts. That it did, and your reason, are kept.",
        button="Drop it",
    )


def choose_questions(request: HttpRequest, objective: int) -> HttpResponse:
    """Choose audit questions on the themes, or write one."""
    found = objective_at(request, objective, to=WRITE_IMPROVEMENT)
    proposed = proposed_questions(found)
    fields = (
        Field(name="keys", label="Questions on its themes", kind="choices",
              choices=tuple((one.key, one.words) for one in proposed)),
        Field(name="words", label="Or a question of your own", kind="words"),
    )  # fmt: skip
    return ask(
        request,
        found.plan,
        fields,
        lambda form: _choose(request, found, form),
        heading="Choose audit questions",
        way=crumbs(found.plan, found, last="Choose audit questions"),
        to=address_of(found),
        said="The questions are chosen.",
        button="Choose them",
        sentences=found.sentences.order_by("pk"),
        words=found.words,
    )


def _choose(request: HttpRequest, objective: Objective, form) -> None:
    """Each question chosen is one entry of the audit trail; a form sent twice writes each once."""
    for key in form.values["keys"]:
        choosing.choose_question(
            by=request.user, objective=objective, key=key, submission=f"{form.submission[:40]}:{key}"[:64]
        )  # fmt: skip
    if form.values["words"] or not form.values["keys"]:
        choosing.choose_question(
            by=request.user,
            objective=objective,
            words=form.values["words"] or "",
            submission=form.submission,
        )


def drop_question(request: HttpRequest, objective: int, chosen: int) -> HttpResponse:
    """Take an audit question off the objective."""
    found = objective_at(request, objective, to=WRITE_IMPROVEMENT)
    row = ChosenQuestion.objects.filter(pk=chosen, objective=found, dropped_at=None).first()
    if row is None:
        raise Http404("That question is not chosen.")
    return ask(
        request,
        found.plan,
        (),
        lambda form: choosing.drop_question(by=request.user, chosen=row),
        heading="Take off an audit question",
        way=crumbs(found.plan, found, last="Take off a question"),
        to=address_of(found),
        said="The question is taken off.",
        button="Take it off",
        words=row.words,
    )
