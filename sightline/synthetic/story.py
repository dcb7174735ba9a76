"""One child's story while it is told: the rows written so far and the failings planted."""

from dataclasses import dataclass, field
from typing import Any

from sightline.synthetic.chance import Chance
from sightline.synthetic.days import is_in_force, iso, limit, months_after
from sightline.synthetic.people import Child
from sightline.synthetic.period import EXTRACT_DAY, NOT_YET
from sightline.synthetic.practice import Practice
from sightline.synthetic.workforce import ASSESSMENT, Workforce

EIGHTEEN = "eighteen"
DEATH = "death"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """The authority around a child: its practice over time and its workers."""

    practice: Practice
    workforce: Workforce


@dataclass(slots=True)
class Pages:
    """What a batch of stories has written: rows by record table, and what was planted."""

    rows: dict[str, list[Row]]
    truth: list[tuple[str, str, str, int]] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """A child, their luck, and what later steps must remember of earlier ones."""

    place: Place
    pages: Pages
    child: Child
    chance: Chance
    plans: int = 0
    last_plan_ended: int | None = None
    referrals_without_plan: list[int] = field(default_factory=list)
    third_referral_open: bool = False
    ended_for_good: bool = False
    # A day on which a conference is to be held, to try the anniversary of a plan's end.
    conference_wanted: int | None = None
    in_care: list[tuple[int, int]] = field(default_factory=list)
    known_open: list[tuple[int, int]] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    # What the child's own story has written so far, and the cases it ran through.
    written: dict[str, list[Row]] = field(default_factory=dict)
    cases: list["Case"] = field(default_factory=list)

    def row(self, table: str, **values: Any) -> Row:
        """Write one row of a record table about this child."""
        values["child"] = self.child.child
        self.pages.rows[table].append(values)
        self.written.setdefault(table, []).append(values)
        return values

    def rows(self, table: str) -> list[Row]:
        """What the child's own story has written to a table so far."""
        return self.written.get(table, [])

    def new_id(self, letter: str) -> str:
        """A source system's id: the child's, a letter for the table, a number."""
        number = self.numbers.get(letter, 0) + 1
        self.numbers[letter] = number
        return f"{self.child.child}-{letter}{number}"

    def fails(self, course: str, day: int) -> bool:
        """Whether practice of that kind fails this child on that day."""
        return self.chance.happens(self.place.practice.share(course, day))

    def plant(self, rule: str, subject: str, subject_day: int, opens: int) -> None:
        """Note a failing in the truth. One that only opens after the extract day is not yet one."""
        if opens <= EXTRACT_DAY:
            self.pages.truth.append(
                (rule, self.child.child, f"{subject} {iso(subject_day)}", opens)
            )

    def plant_if_late(
        self,
        rule: str,
        subject: str,
        standard: str,
        clock: tuple[int, int],
        rested: int,
        subject_day: int | None = None,
    ) -> None:
        """Plant a duty that was not at rest by its due day.

        ``clock`` is the day it starts and the day it is due; ``rested`` is the day it was met or
        lapsed, whichever came first. A duty that no standard yet asked for cannot be late.
        """
        starts, due = clock
        if rested > due and is_in_force(standard, starts):
            self.plant(rule, subject, starts if subject_day is None else subject_day, due + 1)

    def notice_referral(self, received: int) -> None:
        """Count a referral, and plant the third in 24 months that brought no plan."""
        waiting = self.referrals_without_plan
        waiting.append(received)
        if self.third_referral_open or len(waiting) < 3:
            return
        if received <= months_after(waiting[-3], limit("REF-03", received)):
            self.plant("third_referral_without_plan", "referral", received, received)
            self.third_referral_open = True

    def notice_plan_or_conference(self) -> None:
        """A plan or an initial conference answers the referrals before it."""
        self.referrals_without_plan.clear()
        self.third_referral_open = False


@dataclass(slots=True)
class Case:
    """One time the child's case is open, from a referral to its closing."""

    story: Story
    referral: str
    received: int
    limit: int
    limit_reason: str
    closed: int = NOT_YET
    closure_reason: str = "RC7"
    # From which day which kind of team holds the case.
    stages: list[tuple[int, str]] = field(default_factory=list)
    spells: list[tuple[int, int, str, str]] = field(default_factory=list)
    reviewing_from: list[tuple[int, int]] = field(default_factory=list)
    # Rows that name the worker or team of a day, once it is known who held the case.
    to_be_named: list[tuple[Row, int]] = field(default_factory=list)
    decisions: list[tuple[int, str, str, str]] = field(default_factory=list)
    assessment: Row | None = None
    authorised: int | None = None
    referral_row: Row = field(default_factory=dict)

    @property
    def chance(self) -> Chance:
        """The child's luck."""
        return self.story.chance

    def fails(self, course: str, day: int) -> bool:
        """Whether practice of that kind fails this child on that day."""
        return self.story.fails(course, day)

    def row(self, table: str, **values: Any) -> Row:
        """Write one row that belongs to this case's referral."""
        return self.story.row(table, referral=self.referral, **values)

    def held_by(self, kind: str, day: int) -> None:
        """From this day the case is for that kind of team."""
        if not self.stages or self.stages[-1][1] != kind:
            self.stages.append((day, kind))

    def decide(self, day: int, turning_point: str, decision: str, reason: str) -> None:
        """Note what a manager decided, to be written once the team is known."""
        self.decisions.append((day, turning_point, decision, reason))

    def team_kind_on(self, day: int) -> tuple[str, int]:
        """The kind of team that holds the case on a day, and the last day it does."""
        kind, until = ASSESSMENT, NOT_YET
        for since, stage in self.stages:
            if since > day:
                until = since - 1
                break
            kind = stage
        return kind, until
