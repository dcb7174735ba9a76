"""Drawing the sample of an audit: who may be drawn, who is left out, and by what seed."""

import secrets
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from sightline.casework import audits
from sightline.casework.audit_samples import Candidate
from sightline.casework.models import AuditDraw
from sightline.casework.policy import DESIGN_AUDITS, ChildRecord
from sightline.web import service
from sightline.web.forms import Field, Filled
from sightline.web.forms.fields import CHOICES, WHOLE, WORDS
from sightline.web.pages.audits.finding import audit_address, audit_at
from sightline.web.pages.listed_children import asked, crumbs
from sightline.web.records_for_policy import CHILD_IN_NEED_PLAN, IN_CARE, PROTECTION_PLAN

OPEN_WITHOUT_PLAN = "open, no plan"
KINDS = (PROTECTION_PLAN, IN_CARE, CHILD_IN_NEED_PLAN, OPEN_WITHOUT_PLAN)
AGES = ((5, "0 to 4"), (10, "5 to 9"), (16, "10 to 15"))
OLDEST, NOT_KNOWN = "16 and over", "not known"
ALL_AGES = (*(words for _, words in AGES), OLDEST, NOT_KNOWN)
NO_TEAM = "no team"
MOST_DAYS = 36_500


def draw(request: HttpRequest, audit: int) -> HttpResponse:
    """Draw by lot; or draw again, with the reason."""
    found = audit_at(request, audit, to=DESIGN_AUDITS)
    before = audits.standing_draw(found)
    why = Field(name="why", label="Why is it drawn again?", kind=WORDS, required=True)
    fields = (*_fields(), *((why,) if before else ()))

    def record(form: Filled) -> AuditDraw:
        candidates, left_out = population(form.values)
        return audits.draw(
            by=request.user,
            audit=found,
            candidates=candidates,
            size=form.values["size"],
            seed=secrets.randbelow(1_000_000_000)
            if form.values["seed"] is None
            else form.values["seed"],
            records_of=service.current().authority().day,
            asked_for=_in_words(form.values),
            left_out=left_out,
            why=form.values.get("why") or "",
            submission=form.submission,
        )

    return asked(
        request,
        fields,
        record,
        heading="Draw the sample again" if before else "Draw the sample",
        way=crumbs((found.title, audit_address(found)), ("Draw the sample", "")),
        to=audit_address(found),
        said="The sample is drawn.",
        button="Draw by lot",
        words="Children are drawn by lot and spread over kinds of plan, teams and ages, as evenly as "
        "there are children. Records that you may not read are counted and never drawn.",
        values={"size": 10, "days": 180},
    )


def _fields() -> tuple[Field, ...]:
    teams = tuple((team, team) for team in service.current().team_names())
    anybody = "Choose none to draw from all."
    return (
        Field(name="size", label="How many children?", kind=WHOLE, required=True),
        Field(
            name="kinds",
            label="Only children with these",
            kind=CHOICES,
            choices=tuple((one, one[0].upper() + one[1:]) for one in KINDS),
            hint=anybody,
        ),
        Field(name="teams", label="Only children of these teams", kind=CHOICES, choices=teams, hint=anybody),
        Field(
            name="ages",
            label="Only children of these ages",
            kind=CHOICES,
            choices=tuple((one, one) for one in ALL_AGES),
            hint=anybody,
        ),
        Field(
            name="days",
            label="Leave out children audited of late: in how many days?",
            kind=WHOLE,
            hint="Such as 180. Leave it empty to leave out nobody.",
        ),
        Field(
            name="ids",
            label="Leave out these children",
            kind=WORDS,
            hint="Council ids, one on each line. How many are left out is shown, not who.",
        ),
        Field(
            name="seed",
            label="Seed",
            kind=WHOLE,
            hint="Leave it empty to have one made. The same seed, records and choices draw the same children.",
        ),
    )  # fmt: skip


def population(values: Mapping[str, Any]) -> tuple[list[Candidate], dict[str, int]]:
    """Who may be drawn by what was asked for, and how many were left out by each reason."""
    workspace = service.current()
    day, births = workspace.authority().day, workspace.births()
    since = timezone.localdate() - timedelta(days=min(values["days"] or 0, MOST_DAYS))
    audited = audits.audited_since(since) if values["days"] else set()
    named = set((values["ids"] or "").split())
    candidates: list[Candidate] = []
    left_out: dict[str, int] = {}
    for record in workspace.records_for_policy().values():
        one = _candidate(record, births.get(record.child), day)
        if not record.teams and not record.held_by and not record.circumstances:
            continue  # nobody works with the child on that day
        if not _asked_for(one, values):
            continue
        because = (
            "named to be left out"
            if record.child in named
            else "audited of late"
            if record.child in audited
            else ""
        )
        if because:
            left_out[because] = left_out.get(because, 0) + 1
        else:
            candidates.append(one)
    return candidates, left_out


def _candidate(record: ChildRecord, born: date | None, day: date) -> Candidate:
    kind = next((one for one in KINDS if one in record.circumstances), OPEN_WITHOUT_PLAN)
    return Candidate(
        record=record, kind=kind, team=min(record.teams, default=NO_TEAM), ages=_ages(born, day)
    )


def _ages(born: date | None, day: date) -> str:
    if born is None:
        return NOT_KNOWN
    age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return next((words for below, words in AGES if age < below), OLDEST)


def _asked_for(one: Candidate, values: Mapping[str, Any]) -> bool:
    """Whether the child is of the kinds, teams and ages asked for; of none asked for, all are."""
    teams = set(values["teams"])
    return (
        (not values["kinds"] or one.kind in values["kinds"])
        and (not teams or bool(teams & one.record.teams))
        and (not values["ages"] or one.ages in values["ages"])
    )


def _in_words(values: Mapping[str, Any]) -> list[str]:
    """What narrowed the population, as the audit's page says it."""
    told = [
        f"{label}: {', '.join(values[name])}"
        for name, label in (("kinds", "Only"), ("teams", "Teams"), ("ages", "Ages"))
        if values[name]
    ]
    if values["days"]:
        told.append(f"Not audited in the last {values['days']} days")
    return told or ["All children somebody works with"]
