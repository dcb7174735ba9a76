"""The made-up authority's teams and workers: who sits at which desk, from which day to which.

A desk is a share of a team's cases. One worker after another holds it, so that the worker of a
case is in post on every day they hold it, and a worker who leaves is a change for every child.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from sightline.synthetic.chance import Chance
from sightline.synthetic.days import day_of
from sightline.synthetic.names import FAMILY_NAMES, GIVEN_NAMES
from sightline.synthetic.period import EARLIEST_DAY, EXTRACT_DAY

ASSESSMENT = "assessment"
PROTECTION = "protection"
CARE = "care"

TEAM_PLACES = (
    "Alder", "Birch", "Cedar", "Damson", "Elder", "Fern", "Gorse", "Hazel", "Ivy", "Juniper",
    "Larch", "Maple", "Nettle", "Oak", "Pine", "Rowan", "Sorrel", "Thorn", "Willow", "Yew",
)  # fmt: skip
TEAM_WORK = {
    ASSESSMENT: "Assessment",
    PROTECTION: "Family Safeguarding",
    CARE: "Children in Care",
}
REVIEWING_TEAM = "Reviewing Service"
DUTY_TEAM = "Front Door"
LEAVING_CARE_TEAM = "Leaving Care"

# Known children (over the thirteen years of the records) for each desk at one time. It gives
# each worker about 16 open cases, near the national average of 15 to 18.
KNOWN_CHILDREN_PER_DESK = {ASSESSMENT: 720, PROTECTION: 500, CARE: 900}
DESKS_PER_TEAM = 6
KNOWN_CHILDREN_PER_REVIEWING_OFFICER = 1500
KNOWN_CHILDREN_PER_ADVISER = 1600

STEADY_STAY = 1300
MEAN_DAYS_QUALIFIED = 2200
RESTLESS_STAY = 620
RESTLESS_FROM = day_of(2014, 3, 1)
RESTLESS_UNTIL = day_of(2019, 6, 1)
LAST_NEEDED_DAY = EXTRACT_DAY + 1200


@dataclass(frozen=True, slots=True)
class Holder:
    """A worker at a desk, from their first day there to their last."""

    worker: str
    since: int
    until: int


@dataclass(slots=True)
class Desk:
    """One desk of a team and its holders, one straight after another."""

    team: str
    holders: list[Holder]
    _since: list[int]

    def holder_on(self, day: int) -> Holder:
        """Who sits there on a day."""
        return self.holders[max(0, bisect_right(self._since, day) - 1)]


class Workforce:
    """Every team, desk and worker of the authority over the whole of the records."""

    def __init__(self, children: int, seed: int) -> None:
        self._chance = Chance(seed, "workforce")
        self._qualifying = Chance(seed, "qualified")
        self.workers: list[dict[str, Any]] = []
        # The number of the desk that each worker sits at.
        self.desk_of: dict[str, int] = {}
        self._desks_made = 0
        self._managers: dict[str, Desk] = {}
        self._desks = {kind: self._desks_of(kind, children) for kind in TEAM_WORK}
        officers = max(1, round(children / KNOWN_CHILDREN_PER_REVIEWING_OFFICER))
        self._officers = [
            self._desk(REVIEWING_TEAM, "Independent reviewing officer") for _ in range(officers)
        ]
        self._managers[DUTY_TEAM] = self._desk(DUTY_TEAM, "Team manager")
        self._duty_desk = self._desk(DUTY_TEAM, "Duty social worker")
        advisers = max(1, round(children / KNOWN_CHILDREN_PER_ADVISER))
        self._managers[LEAVING_CARE_TEAM] = self._desk(LEAVING_CARE_TEAM, "Team manager")
        self._advisers = [
            self._desk(LEAVING_CARE_TEAM, "Personal adviser") for _ in range(advisers)
        ]

    def desk(self, kind: str, chance: Chance) -> Desk:
        """A desk of that kind of team for a case that needs one."""
        return chance.pick(self._desks[kind])

    def officer(self, chance: Chance) -> Desk:
        """The desk of a reviewing officer."""
        return chance.pick(self._officers)

    def adviser(self, chance: Chance) -> Desk:
        """The desk of a personal adviser of care leavers."""
        return chance.pick(self._advisers)

    def duty_worker(self, day: int) -> str:
        """Who is on duty on a day."""
        return self._duty_desk.holder_on(day).worker

    @property
    def teams(self) -> list[str]:
        """Every team's name, in the order in which its first worker was employed."""
        return list(dict.fromkeys(worker["team"] for worker in self.workers))

    def manager_if_any(self, team: str, day: int) -> str | None:
        """Who manages a team on a day; None for a team without a manager of its own."""
        return self.manager(team, day) if team in self._managers else None

    def manager(self, team: str, day: int) -> str:
        """Who manages a team on a day."""
        return self._managers[team].holder_on(day).worker

    def _desks_of(self, kind: str, children: int) -> list[Desk]:
        count = max(1, round(children / KNOWN_CHILDREN_PER_DESK[kind]))
        desks = []
        for place in range(count):
            team = f"{TEAM_PLACES[(place // DESKS_PER_TEAM) % len(TEAM_PLACES)]} {TEAM_WORK[kind]}"
            if team not in self._managers:
                self._managers[team] = self._desk(team, "Team manager")
            desks.append(self._desk(team, "Social worker"))
        return desks

    def _desk(self, team: str, job_title: str) -> Desk:
        """A desk with its chain of holders, from before the records to after them."""
        holders = []
        self._desks_made += 1
        day = EARLIEST_DAY - self._chance.between(30, 1500)
        while day <= LAST_NEEDED_DAY:
            restless = RESTLESS_FROM <= day < RESTLESS_UNTIL
            stay = 60 + self._chance.about(RESTLESS_STAY if restless else STEADY_STAY)
            until = max(day + stay, EARLIEST_DAY)
            if day <= EXTRACT_DAY:
                self._employ(team, job_title, day, until, restless)
            # Nobody is named who comes after the records end.
            holders.append(Holder(self.workers[-1]["worker"], day, until))
            day = until + 1
        return Desk(team, holders, [holder.since for holder in holders])

    def _employ(self, team: str, job_title: str, since: int, until: int, restless: bool) -> None:
        number = len(self.workers) + 1
        worker = f"W{number:05d}"
        self.desk_of[worker] = self._desks_made
        chance = self._chance
        self.workers.append(
            {
                "worker": worker,
                "name": f"{chance.pick(GIVEN_NAMES)} {chance.pick(FAMILY_NAMES)}",
                # Real registration numbers do not begin with zeros.
                "registration_number": f"SW00{number:05d}",
                "job_title": job_title,
                "team": team,
                "agency": chance.happens(0.30 if restless else 0.15),
                "full_time_equivalent": chance.pick(("1", "1", "1", "1", "0.8", "0.6")),
                "started": since,
                "ended": until,
                "qualified": since - 30 - self._qualifying.about(MEAN_DAYS_QUALIFIED),
            }
        )
