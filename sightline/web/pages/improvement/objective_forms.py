"""What is done to an objective: added, changed, taken up, left out, merged and split."""

from django.http import HttpRequest, HttpResponse

from sightline.casework.policy import WRITE_IMPROVEMENT
from sightline.improvement import objectives as writing
from sightline.improvement.models import Objective
from sightline.web.forms import Field
from sightline.web.pages.improvement.asking import MEMBERS_READ_THIS, ask, person_field, person_of
from sightline.web.pages.improvement.finding import address_of, crumbs, objective_at, plan_at
from sightline.web.theme_labels import theme_labels

State = Objective.State
MOST_PARTS = 4
THEMES_HINT = "They tie the objective to measures, audit questions and what other reports say."


def themes_field() -> Field:
    """The themes of an objective."""
    choices = tuple(theme_labels().items())
    return Field(name="themes", label="Themes", kind="choices", hint=THEMES_HINT, choices=choices)


def add(request: HttpRequest, plan: int) -> HttpResponse:
    """Add an objective in one's own words."""
    found = plan_at(request, plan, to=WRITE_IMPROVEMENT)
    fields = (
        Field(name="words", label="The objective", kind="words", required=True, hint=MEMBERS_READ_THIS),
        themes_field(),
    )  # fmt: skip
    return ask(
        request,
        found,
        fields,
        lambda form: writing.add_objective(
            by=request.user,
            plan=found,
            words=form.values["words"],
            themes=form.values["themes"],
            submission=form.submission,
        ),
        heading="Add an objective",
        way=crumbs(found, last="Add an objective"),
        to=address_of,
        said="The objective is added, as a draft.",
        button="Add it",
    )


def change(request: HttpRequest, objective: int) -> HttpResponse:
    """Reword an objective; set its outcome, owner, sponsor, day and themes."""
    found = objective_at(request, objective, to=WRITE_IMPROVEMENT)
    outside = "Or a name outside, where they do not sign in here."
    fields = (
        Field(name="words", label="The objective", kind="words", required=True,
              hint="The inspectors' own words are kept and shown whatever you write here."),
        Field(name="outcome", label="What will be different for children", kind="words",
              hint=MEMBERS_READ_THIS),
        person_field("owner", "Owner"),
        Field(name="owner_elsewhere", label="Owner outside", hint=outside),
        person_field("sponsor", "Sponsor"),
        Field(name="sponsor_elsewhere", label="Sponsor outside", hint=outside),
        Field(name="due", label="To be met by", kind="day"),
        Field(name="why", label="Why it is changed", kind="words"),
        themes_field(),
    )  # fmt: skip
    return ask(
        request,
        found.plan,
        fields,
        lambda form: writing.change_objective(
            by=request.user,
            objective=found,
            seen=form.seen,
            words=form.values["words"],
            outcome=form.values["outcome"] or "",
            themes=form.values["themes"],
            owner=person_of(form.values["owner"]),
            owner_elsewhere=form.values["owner_elsewhere"] or "",
            sponsor=person_of(form.values["sponsor"]),
            sponsor_elsewhere=form.values["sponsor_elsewhere"] or "",
            due=form.values["due"],
            why=form.values["why"] or "",
        ),
        heading=f"Change objective {found.number}",
        way=crumbs(found.plan, found, last="Change"),
        to=address_of(found),
        said="The objective is changed. What it said before is kept.",
        values={
            "words": found.words,
            "outcome": found.outcome,
            "owner": found.owner_id,
            "owner_elsewhere": found.owner_elsewhere,
            "sponsor": found.sponsor_id,
            "sponsor_elsewhere": found.sponsor_elsewhere,
            "due": found.due,
            "themes": found.themes,
        },
        seen=found.version,
        sentences=found.sentences.order_by("pk"),
    )


def take_up(request: HttpRequest, objective: int) -> HttpResponse:
    """Make a draft part of the plan."""
    found = objective_at(request, objective, to=WRITE_IMPROVEMENT)
    return ask(
        request,
        found.plan,
        (),
        lambda form: writing.take_up(by=request.user, objective=found),
        heading=f"Take up objective {found.number}",
        way=crumbs(found.plan, found, last="Take up"),
        to=address_of(found),
        said="The objective is part of the plan.",
        button="Take it up",
        sentences=found.sentences.order_by("pk"),
        words=found.words,
    )


def take_up_several(request: HttpRequest, plan: int) -> HttpResponse:
    """Give several drafts one owner and day, and make them part of the plan."""
    found = plan_at(request, plan, to=WRITE_IMPROVEMENT)
    by_key = {str(one.pk): one for one in found.objectives.filter(state=State.DRAFT)}
    fields = (
        Field(name="drafts", label="Drafts to take up", kind="choices", required=True,
              choices=tuple((key, f"{one.number}. {one.words}") for key, one in by_key.items())),
        person_field("owner", "Owner of each"),
        Field(name="owner_elsewhere", label="Owner outside",
              hint="Or a name outside, where they do not sign in here."),
        Field(name="due", label="To be met by", kind="day", required=True),
    )  # fmt: skip
    return ask(
        request,
        found,
        fields,
        lambda form: writing.take_up_several(
            by=request.user,
            objectives=[by_key[key] for key in form.values["drafts"]],
            owner=person_of(form.values["owner"]),
            owner_elsewhere=form.values["owner_elsewhere"] or "",
            due=form.values["due"],
            submission=form.submission,
        ),
        heading="Take up drafts",
        way=crumbs(found, last="Take up drafts"),
        to=address_of(found),
        said="The drafts are part of the plan.",
        button="Take them up",
    )


def leave_out(request: HttpRequest, objective: int) -> HttpResponse:
    """Leave a draft out of the plan, and say why."""
    found = objective_at(request, objective, to=WRITE_IMPROVEMENT)
    return ask(
        request,
        found.plan,
        (_reason("Why it is left out of the plan"),),
        lambda form: writing.leave_out(
            by=request.user, objective=found, reason=form.values["reason"]
        ),
        heading=f"Leave out objective {found.number}",
        way=crumbs(found.plan, found, last="Leave out"),
        to=address_of(found.plan),
        said="The objective is left out. Its sentence stays in the plan, with your reason.",
        button="Leave it out",
        sentences=found.sentences.order_by("pk"),
        words=found.words,
    )


def merge(request: HttpRequest, objective: int) -> HttpResponse:
    """Take other objectives of the plan into this one."""
    found = objective_at(request, objective, to=WRITE_IMPROVEMENT)
    others = found.plan.objectives.filter(state__in=(State.DRAFT, State.OPEN)).exclude(pk=found.pk)
    by_key = {str(one.pk): one for one in others}
    fields = (
        Field(
            name="others",
            label="Objectives to take in",
            kind="choices",
            required=True,
            hint="This one then answers their sentences too, and has their actions and measures.",
            choices=tuple((key, f"{one.number}. {one.words}") for key, one in by_key.items()),
        ),
        _reason("Why they are one"),
    )
    return ask(
        request,
        found.plan,
        fields,
        lambda form: writing.merge(
            by=request.user,
            into=found,
            others=[by_key[key] for key in form.values["others"]],
            reason=form.values["reason"],
            submission=form.submission,
        ),
        heading=f"Merge others into objective {found.number}",
        way=crumbs(found.plan, found, last="Merge"),
        to=address_of(found),
        said="The objectives are merged. Every sentence is kept.",
        button="Merge them",
        words=found.words,
    )


def split(request: HttpRequest, objective: int) -> HttpResponse:
    """Make several objectives of this one."""
    found = objective_at(request, objective, to=WRITE_IMPROVEMENT)
    parts = tuple(
        Field(name=f"part_{number}", label=f"Part {number}", kind="words", required=number <= 2)
        for number in range(1, MOST_PARTS + 1)
    )
    return ask(
        request,
        found.plan,
        (*parts, _reason("Why it is split")),
        lambda form: writing.split(
            by=request.user,
            objective=found,
            parts=[form.values[one.name] or "" for one in parts],
            reason=form.values["reason"],
            submission=form.submission,
        ),
        heading=f"Split objective {found.number}",
        way=crumbs(found.plan, found, last="Split"),
        to=address_of(found.plan),
        said="The objective is split. Each part answers its sentences; the first has its actions.",
        button="Split it",
        values={"part_1": found.words},
        sentences=found.sentences.order_by("pk"),
        words=found.words,
    )


def _reason(label: str) -> Field:
    return Field(name="reason", label=label, kind="words", required=True, hint=MEMBERS_READ_THIS)
