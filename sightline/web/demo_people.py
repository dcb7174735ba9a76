"""People to try Sightline as, one of each role, where the records are made up and nowhere else.

Those who work with children are workers of the records, with the teams they work in. Passwords are
made once for each workspace, never fixed in code. They are kept in the workspace, readable by its
owner only, so that they can be printed each time the application is started.
"""

import json
import secrets
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from sightline.ledger.reading import extract_of
from sightline.ledger.workspace import Workspace
from sightline.web import keys

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
INSPECTORS_STAY = timedelta(days=14)
MOST_TEAMS = 4

AT_WORK = """
    SELECT role, worker, mode(team), count(DISTINCT child) AS children FROM records.allocations
    WHERE worker IS NOT NULL AND started <= ? AND (ended IS NULL OR ended >= ?)
    GROUP BY role, worker ORDER BY children DESC, worker
"""
TEAM_MANAGERS = """
    SELECT worker, team FROM records.workers
    WHERE job_title = 'Team manager' AND team IS NOT NULL AND (ended IS NULL OR ended >= ?)
    ORDER BY worker
"""
NAMES = "SELECT worker, name FROM records.workers WHERE worker IS NOT NULL"


@dataclass(frozen=True)
class DemoPerson:
    """Somebody to try Sightline as. ``manager`` is who is told when they open a record by a reason."""

    name: str
    role: str
    manager: str = ""
    worker: str = ""
    teams: tuple[str, ...] = ()
    full_name: str = ""


@dataclass
class Work:
    """Who works where in the records: worker and team by the role they work in, the busiest first."""

    by_role: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    managers: list[tuple[str, str]] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    def busiest(self, *roles: str, but: tuple[str, ...] = ()) -> tuple[str, str]:
        """The worker with most children in the first of these roles that anybody works in, and their
        team; empty where there is none."""
        found = (one for role in roles for one in self.by_role.get(role, []) if one[0] not in but)
        return next(found, ("", ""))

    def manager_of(self, team: str) -> str:
        """The worker who manages a team today."""
        return next((worker for worker, its in self.managers if its == team), "")

    def teams(self) -> tuple[str, ...]:
        """The teams of those who hold cases."""
        found = [team for _, team in self.by_role.get("social worker", []) if team]
        return tuple(dict.fromkeys(found))[:MOST_TEAMS]


def records_are_made_up(workspace: Path) -> bool:
    """Whether records are loaded and every child in them is invented."""
    house = Workspace(workspace)
    if house.current_number() == 0:
        return False
    with house.reading() as backend:
        return bool(extract_of(backend).made_up)


def make(workspace: Path) -> list[tuple[DemoPerson, str]]:
    """Everybody with their password; made where missing, and brought into step with the records."""
    from django.contrib.auth import get_user_model

    passwords = _passwords(workspace)
    people = everybody(_work(workspace))
    for one in people:
        person, is_new = get_user_model().objects.get_or_create(username=one.name)
        _bring_into_step(person, one)
        if is_new or not person.check_password(passwords[one.name]):
            person.set_password(passwords[one.name])
        person.save()
    _put_together(people)
    return [(one, passwords[one.name]) for one in people]


def close(workspace: Path) -> None:
    """Real records have taken the place of made-up ones: nobody signs in as these any more."""
    from django.contrib.auth import get_user_model

    if (workspace / "keys" / PASSWORDS).is_file():
        names = list(_passwords(workspace))
        get_user_model().objects.filter(username__in=names, is_active=True).update(is_active=False)


def everybody(work: Work) -> list[DemoPerson]:
    """One person of each role, as the workers of these records."""
    holder, team = work.busiest("social worker")
    family_help, family_team = work.busiest("family help lead", but=(holder,))
    lead, lead_team = work.busiest(
        "lead child protection practitioner", "social worker", but=(holder, family_help)
    )
    duty, _ = work.busiest("duty worker")
    officer, _ = work.busiest("independent reviewing officer")
    adviser, _ = work.busiest("personal adviser")
    people = [
        DemoPerson("practitioner", "practitioner", "team-manager", holder, (team,)),
        DemoPerson("team-manager", "team_manager", "service-manager", work.manager_of(team), (team,)),
        DemoPerson("service-manager", "service_manager", "leader", "", work.teams()),
        DemoPerson("conference-chair", "conference_chair", "service-manager"),
        DemoPerson("quality-assurance", "quality_assurance", "leader"),
        DemoPerson("duty", "duty", "service-manager", duty),
        DemoPerson("reviewing-officer", "reviewing_officer", "service-manager", officer),
        DemoPerson("personal-adviser", "personal_adviser", "service-manager", adviser),
        DemoPerson("virtual-school", "virtual_school", "leader"),
        DemoPerson("family-help-lead", "family_help_lead", "service-manager", family_help, (family_team,)),
        DemoPerson("lead-practitioner", "lead_practitioner", "service-manager", lead, (lead_team,)),
        DemoPerson("leader", "leader"),
        DemoPerson("analyst", "analyst", "leader"),
        DemoPerson("member", "member"),
        DemoPerson("inspector", "inspector"),
        DemoPerson("administrator", "administrator"),
    ]  # fmt: skip
    return [
        DemoPerson(one.name, one.role, one.manager, one.worker,
                   tuple(team for team in one.teams if team), work.names.get(one.worker, ""))
        for one in people
    ]  # fmt: skip


def _work(workspace: Path) -> Work:
    """Who works where on the day the records speak of."""
    with Workspace(workspace).reading() as backend:
        day: date = extract_of(backend).extract_day
        work = Work(
            managers=backend.con.execute(TEAM_MANAGERS, [day]).fetchall(),
            names=dict(backend.con.execute(NAMES).fetchall()),
        )
        for role, worker, team, _ in backend.con.execute(AT_WORK, [day, day]).fetchall():
            work.by_role.setdefault(role, []).append((worker, team or ""))
    return work


def _bring_into_step(person, one: DemoPerson) -> None:
    """Role, worker, name and end of one person."""
    from django.utils import timezone

    person.role, person.worker, person.is_active = one.role, one.worker, True
    person.first_name, _, person.last_name = one.full_name.partition(" ")
    person.access_until = timezone.now() + INSPECTORS_STAY if one.role == "inspector" else None


def _put_together(people: list[DemoPerson]) -> None:
    """Managers and teams, once everybody is there."""
    from django.contrib.auth import get_user_model
    from django.utils import timezone

    from sightline.casework.models import TeamMembership

    by_name = {person.username: person for person in get_user_model().objects.all()}
    now, by = timezone.now(), by_name["administrator"]
    for one in people:
        person = by_name[one.name]
        person.manager = by_name.get(one.manager)
        person.save(update_fields=["manager"])
        standing = TeamMembership.objects.filter(person=person, ended_at=None)
        standing.exclude(team__in=one.teams).update(ended_by=by, ended_at=now)
        for team in one.teams:
            TeamMembership.objects.get_or_create(
                person=person, team=team, ended_at=None, defaults={"given_by": by, "given_at": now}
            )


PASSWORDS = "demo_people"


def _passwords(workspace: Path) -> dict[str, str]:
    """The passwords of this workspace."""
    names = [one.name for one in everybody(Work())]
    made = keys.kept_secret(
        workspace, PASSWORDS, lambda: json.dumps({name: _password() for name in names})
    )
    return json.loads(made)


def _password() -> str:
    """Twelve letters that are easy to copy, about 59 bits."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(12))
    return "-".join((letters[:4], letters[4:8], letters[8:]))
