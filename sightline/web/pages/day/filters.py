"""What a list is narrowed to: read from the address, said in words, and kept to row by row.

Nothing personal stands in the address: a worker or a team is named by a keyed hash of its name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from sightline.casework.concern_keys import ConcernKey
from sightline.engine.rule import STAGES
from sightline.engine.status import DUTY_STATUSES, PATTERN_STATUSES, STILL_IN_TIME
from sightline.measures.at_hand import NOBODY
from sightline.rules import RULES
from sightline.web.pages.day.rows import Row
from sightline.web.records_for_policy import CHILD_IN_NEED_PLAN, IN_CARE, PROTECTION_PLAN

OPEN, DUE, NEW, DECIDED, BEFORE, ENDED = "open", "due", "new", "decided", "before", "ended"
SHOWS = (OPEN, DUE, NEW, DECIDED, BEFORE, ENDED)
BY_CHILD, BY_DUTY, BY_WORKER = "child", "duty", "worker"
DUTY, PATTERN = "duty", "pattern"
NIGHT, WEEK = "night", "week"
SINCE_DAYS = {NIGHT: 1, WEEK: 7}
WITHIN = (7, 14, 28, 60)
STATUSES = tuple(dict.fromkeys((*DUTY_STATUSES, *PATTERN_STATUSES)))
PLANS = (PROTECTION_PLAN, CHILD_IN_NEED_PLAN, IN_CARE)
NO_PLAN = "no plan"
PLAN_WORDS = {
    PROTECTION_PLAN: "children on a child protection plan",
    CHILD_IN_NEED_PLAN: "children on a child in need plan",
    IN_CARE: "children in care",
    NO_PLAN: "children on no plan and not in care",
}

DEFAULTS = {"by": BY_CHILD, "show": OPEN, "within": "14", "since": WEEK}
NARROWING = ("kind", "stage", "status", "plan", "rule", "team", "worker")
HIDDEN = ("team", "worker")


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What is shown, and how it is put together.

    ``show``    one of ``SHOWS``. ``within``: days ahead that count as due soon. ``since``: how far
                back something counts as new or ended of late, "night" or "week".
    ``team`` and ``worker`` are as the records know them, "nobody" for a concern that nobody holds;
    the address holds ``hidden`` in their place.
    """

    by: str = BY_CHILD
    show: str = OPEN
    within: int = 14
    since: str = WEEK
    kind: str = ""
    stage: str = ""
    status: str = ""
    plan: str = ""
    rule: str = ""
    team: str = ""
    worker: str = ""
    hidden: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything narrows what is shown."""
        return any(getattr(self, name) for name in NARROWING)

    def address(self, **changes: object) -> str:
        """What stands behind the "?" for these filters with some changed; "" narrows no more."""
        open_names = [name for name in (*DEFAULTS, *NARROWING) if name not in HIDDEN]
        here = {name: str(getattr(self, name)) for name in open_names} | dict(self.hidden)
        here.update({name: str(value) for name, value in changes.items()})
        return urlencode(
            {name: value for name, value in here.items() if value and value != DEFAULTS.get(name)}
        )

    def only(self, show: str) -> "Filters":
        """The same filters on another part of what is at hand."""
        return replace(self, show=show)

    def without_narrowing(self) -> "Filters":
        """The same part, not narrowed."""
        return replace(self, hidden={}, **dict.fromkeys(NARROWING, ""))


def filters_from(
    query: Mapping[str, str], teams: Mapping[str, str], workers: Mapping[str, str]
) -> Filters:
    """The filters of an address. ``teams`` and ``workers`` give each name by its keyed hash.

    What is not known is left out: an old address shows more, never an error.
    """

    def one_of(name: str, known: Sequence[str]) -> str:
        asked = query.get(name, "")
        return asked if asked in known else DEFAULTS.get(name, "")

    return Filters(
        by=one_of("by", (BY_CHILD, BY_DUTY, BY_WORKER)),
        show=one_of("show", SHOWS),
        within=int(one_of("within", [str(days) for days in WITHIN])),
        since=one_of("since", tuple(SINCE_DAYS)),
        kind=one_of("kind", (DUTY, PATTERN)),
        stage=one_of("stage", STAGES),
        status=one_of("status", STATUSES),
        plan=one_of("plan", (*PLANS, NO_PLAN)),
        rule=one_of("rule", tuple(RULES)),
        team=teams.get(query.get("team", ""), ""),
        worker=workers.get(query.get("worker", ""), ""),
        hidden={
            name: query[name]
            for name, known in (("team", teams), ("worker", workers))
            if query.get(name, "") in known
        },
    )


def is_in_part(row: Row, filters: Filters, day: date, decided: Mapping[ConcernKey, object]) -> bool:
    """Whether a row belongs to the part of what is at hand that ``filters.show`` names."""
    one, since = row.concern, day - timedelta(days=SINCE_DAYS[filters.since])
    if filters.show == DUE:
        soon = day + timedelta(days=filters.within)
        return one.status == STILL_IN_TIME and one.due is not None and one.due <= soon
    if filters.show == ENDED:
        return one.closes is not None and one.closes > since
    if filters.show == NEW:
        return not row.before and one.found_on is not None and one.found_on > since
    if filters.show == BEFORE:
        return row.is_open and bool(row.before)
    if filters.show == DECIDED:
        return row.is_open and row.key in decided
    return row.is_open and not row.before


def is_wanted(row: Row, filters: Filters) -> bool:
    """Whether a row has everything the filters narrow to."""
    one, rule = row.concern, row.rule
    return (
        (not filters.kind or (filters.kind == DUTY) == rule.is_duty)
        and (not filters.stage or filters.stage == rule.stage)
        and (not filters.status or filters.status == one.status)
        and (not filters.plan or _lives_under(row, filters.plan))
        and (not filters.rule or filters.rule == one.rule)
        and (not filters.team or filters.team == (one.team or NOBODY))
        and (not filters.worker or filters.worker == (one.worker or NOBODY))
    )


def _lives_under(row: Row, plan: str) -> bool:
    if plan == NO_PLAN:
        return not row.record.circumstances & frozenset(PLANS)
    return plan in row.record.circumstances


def part_in_words(filters: Filters, day_words: str) -> str:
    """What the part is, as the heading of a list says it."""
    since = "since last night" if filters.since == NIGHT else "in the last 7 days"
    return {
        OPEN: "Overdue or open",
        DUE: f"Due within {filters.within} days of {day_words}",
        NEW: f"Newly opened {since}",
        DECIDED: "Open, with a decision",
        BEFORE: "Open from before",
        ENDED: f"Closed {since}",
    }[filters.show]


def narrowing_in_words(filters: Filters, workers: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each filter that narrows the list: its name, and what it keeps, in words."""
    said = {
        "kind": {DUTY: "duties only", PATTERN: "patterns only"}.get(filters.kind, ""),
        "stage": f"stage of the journey: {filters.stage}",
        "status": f"status: {filters.status}",
        "plan": PLAN_WORDS.get(filters.plan, ""),
        "rule": f"rule: {RULES[filters.rule].title}" if filters.rule else "",
        "team": "with no team" if filters.team == NOBODY else f"team: {filters.team}",
        "worker": "with no worker"
        if filters.worker == NOBODY
        else f"worker: {workers.get(filters.worker, filters.worker)}",
    }
    return [(name, said[name]) for name in NARROWING if getattr(filters, name)]
