"""How the parts of addresses and the fields of forms are filled in ``test_every_route``.

A new address needs a line here only where it has a part that none before it had. A new form needs
one only where what the page itself offers (``filled_in``) would not get past the first question.
"""

import random
from collections.abc import Callable, Sequence
from datetime import date
from html.parser import HTMLParser
from typing import Protocol

from django.conf import settings
from django.utils import timezone

from sightline.casework.chronology import Entry
from sightline.casework.concern_keys import ConcernKey
from sightline.casework.models import (
    NamedGrant,
    Notice,
    Person,
    Restriction,
    Task,
    TeamMembership,
)
from sightline.web import service
from sightline.web.child_addresses import token_of
from sightline.web.concern_addresses import address_part
from sightline.web.pages.child.chronology_lines import part_of_entry
from tests.web import audit_parts, change_parts, improvement_parts, oversight_parts
from tests.web.conftest import REPORT_SHA
from tests.web.made_up_service import AT_HAND, CONCERNS, LATEST, MEASURES, TEAMS


class HasChildren(Protocol):
    """A drawn world, or as much of one as addresses need."""

    children: Sequence[str]


Fill = Callable[[HasChildren, random.Random], str]


def one_of(*values: str) -> Fill:
    """Any of these."""
    return lambda world, chance: chance.choice(values)


def a_token(world: HasChildren, chance: random.Random) -> str:
    """The address of one of the children, open or not; seldom one that nobody has."""
    if chance.random() < 0.05:
        return "a" * 24
    return token_of(chance.choice(world.children), settings.WORKSPACE)


def an_entry(world: HasChildren, chance: random.Random) -> str:
    """An entry of the records, which every child of the made-up service has."""
    return part_of_entry(Entry(date(2024, 3, 4), "missing_episodes", "begins"))


def a_task(world: HasChildren, chance: random.Random) -> str:
    """A task about one of the children, whoever set it; where there is nobody, there is no task."""
    people = list(Person.objects.all())
    if not people:
        return "1"
    person = chance.choice(people)
    task, _ = Task.objects.get_or_create(
        child=chance.choice(world.children),
        ended_at=None,
        defaults={
            "words": "Ring the made-up school.",
            "owner": person,
            "due": timezone.localdate(),
            "set_by": person,
            "set_at": timezone.now(),
        },
    )
    return str(task.pk)


def a_concern(world: HasChildren, chance: random.Random, token: str) -> str:
    """The key of a concern of the child whose token stands before it."""
    tokens = {token_of(child, settings.WORKSPACE): child for child in world.children}
    rule, subject = chance.choice(CONCERNS)
    return address_part(ConcernKey(rule, tokens.get(token, ""), subject), settings.WORKSPACE)


def some_chosen(world: HasChildren, chance: random.Random) -> dict[str, str]:
    """What a list of concerns sends for one of them, whoever's it is."""
    child, one = chance.choice(world.children), chance.choice(AT_HAND)
    key = ConcernKey(one["rule"], child, one["subject"])
    chosen = f"{token_of(child, settings.WORKSPACE)}.{address_part(key, settings.WORKSPACE)}"
    owner = chance.choice(list(Person.objects.values_list("pk", flat=True)))
    due = {"due-day": "1", "due-month": "1", "due-year": "2090"}
    return chance.choice(
        [
            {"chosen": chosen, "do": "look"},
            {"chosen": chosen, "do": "task"},
            {"chosen": chosen, "do": "task", "task": "See the child.", "owner": str(owner), **due},
        ]
    )


def a_number_of(model) -> Fill:
    """The number of any row of a model; seldom one that nobody has."""

    def fill(world: HasChildren, chance: random.Random) -> str:
        numbers = list(model.objects.values_list("pk", flat=True))
        return str(chance.choice([*numbers, 999_999]))

    return fill


# Part of an address -> what stands in it. A part that means something else in one address is
# written "name of the address:part".
PARTS: dict[str, Fill] = {
    "token": a_token,
    "report": one_of(REPORT_SHA[:16]),
    "page": one_of("1"),
    "measure": one_of(*(measure.name for measure in MEASURES)),
    "period": one_of(LATEST, "2023-11"),
    "size": one_of("wide", "narrow"),
    "name": one_of("child_without_worker"),
    "urn": one_of("99999"),
    "theme": one_of("missing"),
    "indicator": one_of("repeat_plans"),
    "chart": one_of("grades"),
    "table": one_of("return_interviews", "what_went_well", "neglect_assessments", "core_groups"),
    "number": one_of("1", "2"),
    "uidb64": one_of("MQ", "nobody"),
    "set-password:token": one_of("set-password", "c0ffee-0123456789abcdef0123456789abcdef"),
    "provider_id": one_of("council"),
    "person": a_number_of(Person),
    "notice": a_number_of(Notice),
    "grant": a_number_of(NamedGrant),
    "membership": a_number_of(TeamMembership),
    "restriction": a_number_of(Restriction),
    "entry": an_entry,
    "task": a_task,
    **oversight_parts.PARTS,
    **improvement_parts.PARTS,
    **audit_parts.PARTS,
    **change_parts.PARTS,
    "kind": one_of("act", "explain", "accept", "dispute", "settle", "escalate", "attempted"),
}

# Part of an address -> what stands in it, from the part that stands before it.
PARTS_AFTER: dict[str, Callable[[HasChildren, random.Random, str], str]] = {
    "concern": a_concern,
    **oversight_parts.PARTS_AFTER,
}

# Name of an address -> what may stand behind the "?"; nothing where it is not listed.
QUERIES: dict[str, tuple[dict[str, str], ...]] = {
    "children-behind": ({}, {"team": TEAMS[0]}),
    "audit-trail": ({}, {"check": "yes"}),
    "search": ({}, {"words": "children"}),
    **oversight_parts.QUERIES,
    **audit_parts.QUERIES,
    **change_parts.QUERIES,
    "my-day": (
        {},
        {"show": "before", "by": "duty"},
        {"show": "new", "by": "worker"},
        {"rule": "third_referral_without_plan"},
        {"plan": "no plan", "kind": "duty"},
    ),
}


def looking_for_a_child(world: HasChildren, chance: random.Random) -> dict[str, str]:
    """What is typed at the front door: part of a name, the whole with the day of birth, or the id."""
    child = chance.choice(world.children)
    ((given, family),) = service.current().names_of({child}).values()
    day = {"born-day": "6", "born-month": "5", "born-year": "2011"}
    asked = chance.choice(
        [
            {"name": given},
            {"name": f"{given} {family}", **day},
            {"name": family[:4]},
            {"council_id": child},
            {"council_id": f"{child}9"},
        ]
    )
    return {**asked, "why": chance.choice(["", "A made-up reason."])}


# Name of an address -> the fields of its form, where what the page offers is not enough.
BODIES: dict[str, Callable[[HasChildren, random.Random], dict[str, str]]] = {
    "several": some_chosen,
    **oversight_parts.BODIES,
    "find-child": looking_for_a_child,
    "find-child-open": looking_for_a_child,
}


class _Fields(HTMLParser):
    """The fields of the forms on a page, each with what may be put in it."""

    def __init__(self) -> None:
        super().__init__()
        self.offered: dict[str, list[str]] = {}
        self._select = ""

    def handle_starttag(self, tag, attributes) -> None:
        field = dict(attributes)
        name, value = field.get("name") or "", field.get("value") or ""
        if tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            self.offered.setdefault(self._select, []).append(value)
        elif tag == "textarea" and name:
            self.offered.setdefault(name, []).append("Some made-up words.")
        elif tag in ("input", "button") and name:
            typed = field.get("type", "text") in ("text", "search", "password", "number")
            self.offered.setdefault(name, []).append(value or ("7" if typed else "yes"))


def filled_in(page: str, chance: random.Random) -> dict[str, str]:
    """What somebody who fills in every field of the page would send."""
    fields = _Fields()
    fields.feed(page)
    return {name: chance.choice(values) for name, values in fields.offered.items()}
