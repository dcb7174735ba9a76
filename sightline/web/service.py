"""What pages show of a workspace, in the pages' own words, and where it is read from.

``current()`` is the only way pages reach the workspace. It is made of plain rows, so that a test
can put a small made-up service in its place.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from sightline.casework.policy import ChildRecord
from sightline.casework.reach import Reach
from sightline.engine.control_chart import ControlChart
from sightline.engine.measure import SHARE, STANDING
from sightline.ledger.local_standards import LocalStandards
from sightline.ledger.told import ToldRow
from sightline.measures.at_hand import ConcernAtHand
from sightline.measures.endings import Ending, Wanted
from sightline.web.finding_children import Asked, Found
from sightline.web.quality_shown import CannotTell, Disagreement, Fault, RowSetAside, SetAside
from sightline.web.trackers import LastSeen, Stay

HIGHER = "higher"


@dataclass(frozen=True)
class Authority:
    """Whose records these are, and the day asked about: every status and figure is as of that day."""

    name: str
    made_up: bool
    day: date
    earliest_day: date | None = None

    @property
    def named(self) -> str:
        """The authority as captions, charts and files name it."""
        return f"made-up authority: {self.name}" if self.made_up else self.name


@dataclass(frozen=True)
class MeasureShown:
    """A measure as pages name it.

    ``kind``  what its figure is: one of ``sightline.engine.measure.FIGURE_KINDS``.
    ``rule``  the rule it counts, "" where it counts records.
    ``is_number``  True where a figure is a plain number, beside nothing it is out of.
    ``split_by``, ``unit_of_length``, ``of_children``  as in ``sightline.engine.measure.Measure``.
    """

    name: str
    title: str
    themes: tuple[str, ...]
    kind: str
    numerator_words: str
    denominator_words: str
    definition: str = ""
    better: str = ""
    published: str = ""
    rule: str = ""
    is_number: bool = False
    split_by: str = ""
    unit_of_length: str = "days"
    of_children: bool = True

    @property
    def is_share(self) -> bool:
        """Whether its figure is a share of events in a period."""
        return self.kind == SHARE

    @property
    def at_end(self) -> bool:
        """Whether its figure is of the last day of a period."""
        return self.kind == STANDING

    def is_to_look_at(self, row: "RowBehind") -> bool:
        """Whether a row is one that a service would look at: counted, where fewer are better;
        not counted, where more are better."""
        return row.in_numerator != (self.better == HIGHER)


@dataclass(frozen=True)
class Figure:
    """A measure in one period. ``hidden`` where the numbers are too small for this person to see.

    ``value`` is the share, the rate or the middle length, and otherwise the number itself.
    """

    period: str
    period_words: str
    day: date
    numerator: int | None
    denominator: int | None
    value: float | None
    low: float | None = None
    high: float | None = None
    hidden: bool = False
    slowest_tenth: float | None = None


@dataclass(frozen=True)
class FigureOfGroup:
    """A yearly figure of one group of children; ``figure`` is None where it is hidden."""

    group: str
    figure: Figure | None


@dataclass(frozen=True)
class RowBehind:
    """One row behind a figure: what was counted, and the child; "" where it is of no child."""

    child: str
    subject: str
    in_numerator: bool
    since: date | None = None
    worker: str = ""
    team: str = ""
    due: date | None = None
    met: date | None = None


@dataclass(frozen=True)
class Concern:
    """What a rule found for one child, as it stood on the day asked about."""

    rule: str
    title: str
    subject: str
    status: str
    is_open: bool
    starts: date | None
    due: date | None
    met: date | None
    opens: date | None
    closes: date | None
    evidence: tuple[tuple[str, object], ...]
    worker: str = ""
    team: str = ""


@dataclass(frozen=True)
class AskedAgain:
    """A child for whom something was recorded here that the ledger does not hold yet.

    ``on`` is the day as of which the rules were asked again, and ``concerns`` what they said;
    ``on`` is None where they could not be asked yet: the concerns are then those of the last night.
    """

    on: date | None
    concerns: tuple[Concern, ...]


@dataclass(frozen=True)
class Held:
    """A case held on the day asked about: by a worker of a team, or by a team alone (worker "")."""

    child: str
    worker: str
    team: str
    since: date


@dataclass(frozen=True)
class CheckAnswer:
    """What one check says of one child's plan: met, not met or no evidence, and the rows behind it.

    ``because`` says why the source cannot answer it at all, "" where it can.
    """

    answer: str
    evidence: tuple[tuple[str, object], ...] = ()
    because: str = ""


class Service(Protocol):
    """What pages may ask of a workspace."""

    def authority(self) -> Authority | None:
        """Whose records these are; None before the first load."""

    def measures(self) -> list[MeasureShown]:
        """Every measure there is."""

    def figure(self, measure: str, period: str = "") -> Figure | None:
        """The measure in one period, by default the latest whole one; None where nobody can tell."""

    def months(self, measure: str) -> list[Figure]:
        """The measure by month, oldest first."""

    def years(self, measure: str) -> list[Figure]:
        """The measure by whole year (April to March), oldest first; empty for what stands."""

    def series(self, measure: str, grain: str, team: str = "") -> list[Figure]:
        """The measure by month, quarter or year, oldest first, of the service or of one team."""

    def teams(self, measure: str) -> list[str]:
        """The teams of which the measure is told."""

    def control_chart(self, measure: str, team: str = "") -> ControlChart | None:
        """Its limits and signals by whole month; None where there are too few months."""

    def groups(self, measure: str, kind: str, year: str) -> list[FigureOfGroup]:
        """The measure in one year by group of children, or by what it is split by."""

    def rows_behind(self, measure: str, period: str, team: str = "") -> list[RowBehind]:
        """The rows counted in the measure in that period, of the service or of one team."""

    def children_to_look_at(self, measure: str, period: str) -> int:
        """How many different children are behind the rows that a service would look at."""

    def children(self) -> list[str]:
        """The council ids of all children."""

    def records_of(
        self, child: str, tables: Collection[str] = ()
    ) -> dict[str, list[dict[str, Any]]]:
        """Every record of one child, by table, or those of ``tables`` alone, with what was recorded
        here this moment."""

    def concerns_of(self, child: str) -> list[Concern]:
        """Every concern of one child: as of the last night, or asked again (``asked_again``)."""

    def asked_again(self, child: str) -> AskedAgain | None:
        """The answers of a child for whom something was recorded here since; None where those of the
        last night stand."""

    def changed_since_last_night(self, children: Collection[str]) -> dict[str, list[Concern]]:
        """Of the ``children`` those asked again, with all their concerns, for lists of the last night."""

    def at_hand(
        self,
        children: Collection[str] | None = None,
        *,
        rule: str = "",
        team: str = "",
        worker: str = "",
    ) -> list[ConcernAtHand]:
        """What is open, due soon, or was opened or closed of late: of these children (None: of all),
        of one rule, team or worker where given."""

    def team_names(self) -> list[str]:
        """The teams that have to do with children on that day, in order of name."""

    def children_within(self, reach: Reach) -> set[str] | None:
        """The children among whom those open to a person are; None where it can be any child."""

    def told_rows(self, child: str, tables: Collection[str]) -> list[ToldRow]:
        """The rows of these tables about a child as each source tells them, with where they came from."""

    def checks_before_ending(
        self,
        child: str,
        plan_started: date,
        on: date,
        also: Mapping[str, list[dict[str, Any]]] | None = None,
        in_place_of: Collection[str] = (),
    ) -> dict[str, CheckAnswer]:
        """By name every check before this plan ends, asked on a day. ``also`` are rows about to be
        recorded; ``in_place_of`` the ids of rows they correct."""

    def checks_at_endings_of(self, child: str) -> dict[str, dict[str, CheckAnswer]]:
        """By plan ("protection plan 2021-03-04") and check, what the plans of a child ended on."""

    def endings(self, wanted: Wanted) -> list[Ending]:
        """The plans that somebody decided to end, the latest first, and what came after each."""

    def answers_at_endings(self, wanted: Wanted) -> dict[str, dict[str, int]]:
        """By check and answer, how many of these plans ended with it."""

    def checks_nobody_can_answer(self) -> dict[str, str]:
        """By check why the source cannot answer it."""

    def teams_of_endings(self) -> list[str]:
        """The teams that held a case on the day a plan ended."""

    def stays(self, tracker: str) -> list[Stay]:
        """Who is on a tracker now, and who left it of late."""

    def open_children(self) -> list[LastSeen]:
        """Every child whose case is open, and when they were last seen."""

    def record_of(self, child: str) -> ChildRecord:
        """The child's record as the policy sees it on that day: who works with the child, and where."""

    def records_for_policy(self) -> Mapping[str, ChildRecord]:
        """``record_of`` of every child at once, for lists."""

    def births(self) -> Mapping[str, date | None]:
        """By child the day of birth; None where it is not recorded."""

    def children_with(self, rule: str, since: date, until: date) -> set[str]:
        """The children for whom a rule's concern was open on any day of these, both counted."""

    def children_referred(self, times: int, since: date, until: date) -> set[str]:
        """The children referred on that many different days or more, both days counted."""

    def children_affected(self, kind: str, concerns: str, since: date | None = None) -> set[str]:
        """The children whom a change to services touches on the day asked about."""

    def services_in_the_records(self) -> list[tuple[str, str]]:
        """The services that help a child on that day, as key and words."""

    def came_by(
        self, children: Collection[str], since: date, day: date
    ) -> Mapping[str, frozenset[str] | None]:
        """By outcome which of the children it came to after ``since``, by ``day``; None: cannot tell."""

    def children_like(self, asked: Asked) -> list[Found]:
        """The children who may be the one asked for at the front door, whoever may read them."""

    def names_of(self, children: set[str]) -> dict[str, tuple[str, str]]:
        """Given name and family name of these children."""

    def family_of(self, child: str) -> tuple[str, ...]:
        """The other children that the records count to the child's family, never across an adoption."""

    def worker_names(self) -> dict[str, str]:
        """The name of each worker by id."""

    def cannot_tell(self) -> list[CannotTell]:
        """The rules that abstained."""

    def local_standards(self) -> LocalStandards:
        """Where the council differs from the national standards, as its settings stand now."""

    def set_aside(self) -> list[SetAside]:
        """What was not loaded, counted."""

    def rows_set_aside(self) -> Sequence[RowSetAside]:
        """What was not loaded, row by row, whoever may read them."""

    def faults(self) -> Sequence[Fault]:
        """What was wrong in rows that were kept, counted by column and fault."""

    def disagreements(self) -> Sequence[Disagreement]:
        """Where sources say different things, whoever may read of it."""

    def held_today(self) -> Sequence[Held]:
        """Each case held on the day asked about, whoever may read the child's record."""

    def last_visits(self, children: Collection[str]) -> dict[str, date]:
        """The day of the last visit to each of these children; those never visited are left out."""

    def filled(self) -> frozenset[str]:
        """The columns of the records that some source fills, such as "placements.postcode"."""


class NothingLoaded(Exception):
    """There is no workspace, or nothing has been loaded into it."""


def current() -> Service:
    """The workspace this process serves."""
    # Imported here: the workspace's reader makes the rows that are declared above.
    from sightline.web import workspace_service

    return workspace_service.current()
