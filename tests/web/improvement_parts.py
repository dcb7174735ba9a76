"""What stands in the addresses of improvement plans, for ``route_parts``."""

import random
from collections.abc import Callable
from typing import Any

from django.apps import apps

from sightline.casework.models import Person
from sightline.web.pages.improvement.urls import urlpatterns
from tests.web.plans_on_pages import filled_by


def of_a_plan(name: str) -> Callable[[Any, random.Random], str]:
    """The number of a row of a made-up plan, which is begun where there is none yet."""

    def fill(world: Any, chance: random.Random) -> str:
        model = apps.get_model("improvement", name)
        if not model.objects.exists():
            leaders = Person.objects.filter(role="leader", is_active=True, access_until=None)
            filled_by(leaders.first() or Person.objects.create(username="planner", role="leader"))
        return str(chance.choice(model.objects.values_list("pk", flat=True)))

    return fill


PARTS = {
    **{f"{one.name}:plan": of_a_plan("Plan") for one in urlpatterns},
    "objective": of_a_plan("Objective"),
    "action": of_a_plan("Action"),
    "chosen": of_a_plan("ChosenMeasure"),
    "drop-question:chosen": of_a_plan("ChosenQuestion"),
    "dependency": of_a_plan("Dependency"),
    "evidence": of_a_plan("Evidence"),
    "money": of_a_plan("Money"),
    "plan-paper:kind": lambda world, chance: chance.choice(
        ["board", "members", "one-page", "self-evaluation", "x"]
    ),
    "claim": of_a_plan("Claim"),
    "tied": of_a_plan("ClaimTie"),
    "form": lambda world, chance: chance.choice(["docx", "pdf"]),
    "stored": lambda world, chance: "0" * 32,
    "way": lambda world, chance: chance.choice(["met", "unmet", "carry", "reopen"]),
    "keep-evidence:kind": lambda world, chance: chance.choice(
        ["figure", "audit-made-here", "audit", "words", "document"]
    ),
}
