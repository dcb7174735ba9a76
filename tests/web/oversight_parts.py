"""What stands in the addresses and forms of oversight, for ``route_parts``."""

import random
from typing import Any

from django.conf import settings
from django.utils import timezone

from sightline.casework.models import ConcernDecision, Person
from sightline.web import service
from sightline.web.child_addresses import token_of
from sightline.web.concern_addresses import opaque
from sightline.web.trackers import TRACKERS
from tests.casework.recorded import recorded_ending

MEASURE, LATEST = "return_interview_in_72_hours", "2024-03"


def the_ending(world: Any, chance: random.Random, token: str) -> str:
    """The recording of the end of a plan of the child whose token stands before it, seldom another's."""
    tokens = {token_of(child, settings.WORKSPACE): child for child in world.children}
    other = chance.choice(world.children)
    child = tokens.get(token, other) if chance.random() < 0.9 else other
    return str(recorded_ending(child).pk)


def a_dispute(world: Any, chance: random.Random) -> str:
    """A dispute about one of the children, whoever raised it; where there is nobody, there is none."""
    people = list(Person.objects.all())
    if not people:
        return "1"
    one, _ = ConcernDecision.objects.get_or_create(
        rule="child_without_worker",
        child=chance.choice(world.children),
        subject="time without a worker 2023-01-09",
        kind=ConcernDecision.Kind.DISPUTE,
        defaults={"reason": "Made-up words.", "by": people[0], "at": timezone.now()},
    )
    return str(one.pk)


PARTS = {
    "plan": lambda world, chance: chance.choice("1112"),
    "to_mend": lambda world, chance: chance.choice(
        ["set-aside", "disagreements", "disputes", "without-worker"]
    ),
    "dispute": a_dispute,
    "tracker": lambda world, chance: chance.choice([*TRACKERS, "no-such-tracker"]),
    "team": lambda world, chance: opaque(
        "team", chance.choice(service.current().team_names()), settings.WORKSPACE
    ),
    "worker": lambda world, chance: opaque(
        "worker",
        chance.choice(
            ["W1", "W2", *(one.worker for one in service.current().held_today()), "nobody"]
        ),
        settings.WORKSPACE,
    ),
}
PARTS_AFTER = {"recording": the_ending}
QUERIES: dict[str, tuple[dict[str, str], ...]] = {
    "endings": ({}, {"period": "all"}, {"period": "2022-2023", "team": "Assessment North"}),
    "children-of-endings": ({}, {"came": "next_enquiry_started"}, {"page": "2"}),
    "tracker": ({}, {"show": "left"}, {"team": "Assessment North"}),
    "tracker-file": ({}, {"show": "left"}),
    "emergency": ({}, {"whole": "yes"}, {"team": "Assessment South"}),
    "children-of-endings-file": ({}, {"period": "all"}),
    "teams": ({}, {"measure": MEASURE}),
    "team": ({}, {"measure": MEASURE, "period": LATEST}),
    "team-worker": ({}, {"measure": MEASURE, "period": LATEST}),
    "data-quality-kind": ({}, {"page": "2"}, {"team": "nobody", "worker": "nobody"}),
}
BODIES = {
    "end-plan": lambda world, chance: {
        "decided-day": "1", "decided-month": "3", "decided-year": "2024",
        "decision": "Some made-up words.", "seen": chance.choice(["", "1"]), "why": "More to say.",
    },
}  # fmt: skip
