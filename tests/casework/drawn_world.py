"""A world of people, teams, grants, reasons and restrictions drawn by chance, and its plain reading.

The plain reading goes from the world as it was drawn, never through the code it judges.
"""

import random
from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone

from sightline.casework.models import (
    NamedGrant,
    Notice,
    Person,
    ReasonedAccess,
    Restriction,
    Role,
    TeamMembership,
)
from sightline.casework.policy import ChildRecord

TEAMS = ("North", "South", "East", "Help")
CHILDREN = tuple(f"C{number}" for number in range(24))
SEES_ALL = {"quality_assurance", "leader", "analyst", "inspector"}
ANSWERS_FOR_TEAMS = {"team_manager", "service_manager", "family_help_lead", "lead_practitioner"}
READS_NO_CHILD = {"member", "administrator"}
HOUR = timedelta(hours=1)
PEOPLE = 32


class World:
    """People and children drawn by chance, kept in the database and, plainly, here."""

    def __init__(self, seed: int, children: Sequence[str] = CHILDREN) -> None:
        self.children = tuple(children)
        self.chance = random.Random(seed)
        self.now = timezone.now()
        self.people = [self._person(number) for number in range(PEOPLE)]
        self.records = [self._record(child) for child in self.children]
        self.teams: set[tuple[int, str]] = set()
        self.named: set[tuple[int, str]] = set()
        self.reasons: set[tuple[int, str]] = set()
        self.closed: dict[str, int] = {}
        for _ in range(40):
            self._membership()
            self._grant()
            self._reason()
            self._notice()
        for child in self.chance.sample(self.children, len(self.children) * 7 // 24):
            self._restriction(child)

    def _person(self, number: int) -> Person:
        role = Role.values[number % len(Role.values)]
        is_over = self.chance.random() < 0.1
        until = self.now + HOUR * (-1 if is_over else 1) if is_over or role == "inspector" else None
        return Person.objects.create(
            username=f"person {number}",
            role=role,
            worker=self.chance.choice(["", f"W{number % 6}", f"W{number % 9}"]),
            access_until=until,
            is_active=self.chance.random() > 0.05,
        )

    def _record(self, child: str) -> ChildRecord:
        some = lambda pool, most: frozenset(  # noqa: E731
            self.chance.sample(pool, self.chance.randint(0, most))
        )
        workers = [f"W{number}" for number in range(9)]
        return ChildRecord(
            child=child,
            held_by=some(workers, 2),
            others_at_work=some(workers, 2),
            teams=some(TEAMS, 2),
            circumstances=some(["in care", "protection plan", "care leaver"], 2),
        )

    def _one(self) -> Person:
        return self.chance.choice(self.people)

    def _membership(self) -> None:
        person, team, stands = self._one(), self.chance.choice(TEAMS), self.chance.random() < 0.7
        if (person.pk, team) in self.teams:
            return
        ended = {} if stands else {"ended_by": person, "ended_at": self.now}
        TeamMembership.objects.create(
            person=person, team=team, given_by=self.people[0], given_at=self.now - HOUR, **ended
        )
        if stands:
            self.teams.add((person.pk, team))

    def _grant(self) -> None:
        person, child = self._one(), self.chance.choice(self.children)
        state = self.chance.choice(["stands", "over", "withdrawn", "stands"])
        withdrawn = {"withdrawn_by": person, "withdrawn_at": self.now}
        NamedGrant.objects.create(
            person=person,
            child=child,
            until=self.now + (-HOUR if state == "over" else HOUR),
            why="made up",
            given_by=self.people[0],
            given_at=self.now - 2 * HOUR,
            **(withdrawn if state == "withdrawn" else {}),
        )
        if state == "stands":
            self.named.add((person.pk, child))

    def _reason(self) -> None:
        person, child, stands = (
            self._one(),
            self.chance.choice(self.children),
            self.chance.random() < 0.5,
        )
        ReasonedAccess.objects.create(
            person=person,
            child=child,
            why="made up",
            opened_at=self.now - 2 * HOUR,
            until=self.now + (HOUR if stands else -HOUR),
        )
        if stands:
            self.reasons.add((person.pk, child))

    def _notice(self) -> None:
        Notice.objects.create(
            to=self._one(),
            kind="made up",
            words="Made-up words.",
            child=self.chance.choice(["", *self.children]),
            about=self._one(),
            sent_at=self.now - HOUR,
        )

    def _restriction(self, child: str) -> None:
        stands, manager = self.chance.random() < 0.8, self._one()
        lifted = {} if stands else {"lifted_by": manager, "lifted_at": self.now}
        Restriction.objects.create(
            child=child,
            kind="other",
            why="made up",
            manager=manager,
            placed_by=manager,
            placed_at=self.now - HOUR,
            **lifted,
        )
        if stands:
            self.closed[child] = manager.pk

    def plainly(self, person: Person, record: ChildRecord) -> bool:
        """Whether this person may read this record, as one would say it aloud."""
        if not person.is_active or (person.access_until and person.access_until <= self.now):
            return False
        if person.role in READS_NO_CHILD:
            return False
        is_named = (person.pk, record.child) in self.named
        if record.child in self.closed:
            return is_named or self.closed[record.child] == person.pk
        if is_named or person.role in SEES_ALL or (person.pk, record.child) in self.reasons:
            return True
        if person.worker != "" and (
            person.worker in record.held_by or person.worker in record.others_at_work
        ):
            return True
        if person.role in ANSWERS_FOR_TEAMS:
            return any((person.pk, team) in self.teams for team in record.teams)
        if person.role == "conference_chair":
            return "protection plan" in record.circumstances
        return person.role == "virtual_school" and "in care" in record.circumstances
