"""What stands in the addresses of audits and look-back reviews, for ``route_parts``."""

import random
from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils import timezone

from sightline.casework.models import (
    AuditCase,
    AuditDraw,
    CaseAudit,
    Grading,
    LookBack,
    LookBackChild,
    Person,
)

DAY = date(2024, 3, 31)


def an_audit(children, person) -> CaseAudit:
    """An audit of these children, whoever may read them, each given to somebody and one answered."""
    now, people = timezone.now(), list(Person.objects.order_by("pk"))
    audit = CaseAudit.objects.create(
        title="Made-up audit", themes=["missing"], questions=[["seen", "Was the child seen?"]],
        grades=["Good", "Not good enough"], designed_by=person, designed_at=now,
    )  # fmt: skip
    drawn = AuditDraw.objects.create(
        audit=audit, number=1, seed=7, size=9, asked_for=["All"], population=9,
        left_out={"audited of late": 2}, records_of=DAY, by=person, at=now,
    )  # fmt: skip
    for place, child in enumerate(children):
        case = AuditCase.objects.create(
            draw=drawn, child=child, kind="in care", team="North", ages="5 to 9"
        )
        given = {"answers": {"seen": {"words": "Yes.", "evidence": "Visits."}}, "grade": "Good",
                 "reason": "As it is.", "given_at": now} if place % 3 == 0 else {}  # fmt: skip
        Grading.objects.create(
            case=case, auditor=people[place % len(people)], assigned_by=person, assigned_at=now, **given
        )  # fmt: skip
    return audit


def a_look_back(children, person) -> LookBack:
    """A review of these children, each given to somebody."""
    now, people = timezone.now(), list(Person.objects.order_by("pk"))
    review = LookBack.objects.create(
        title="Made-up review", question="Was a concern missed?", found_by="A list.", on=DAY,
        kept_out=1, fixed_by=person, fixed_at=now,
    )  # fmt: skip
    for place, child in enumerate(children):
        LookBackChild.objects.create(
            review=review, child=child, reviewer=people[place % len(people)], assigned_at=now
        )
    return review


def of(model, make: Callable) -> Callable[[Any, random.Random], str]:
    """The number of a row, which is made where there is none yet."""

    def fill(world: Any, chance: random.Random) -> str:
        if not model.objects.exists():
            person = Person.objects.first() or Person.objects.create(
                username="quality", role="leader"
            )
            make(world.children, person)
        return str(chance.choice([*model.objects.values_list("pk", flat=True)]))

    return fill


PARTS = {
    "audit": of(CaseAudit, an_audit),
    "case": of(AuditCase, an_audit),
    "review": of(LookBack, a_look_back),
    "one": of(LookBackChild, a_look_back),
}
QUERIES: dict[str, tuple[dict[str, str], ...]] = {
    "design-audit": ({}, {"theme": "missing"}),
    "look-back": ({}, {"page": "2"}),
}
