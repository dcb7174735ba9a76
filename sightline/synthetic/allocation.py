"""Who held the case: workers one after another, the days between them, and those who oversee."""

from sightline.synthetic.chance import Weighted
from sightline.synthetic.days import day_of
from sightline.synthetic.period import EXTRACT_DAY, NOT_YET
from sightline.synthetic.story import Case
from sightline.synthetic.workforce import DUTY_TEAM, REVIEWING_TEAM, Desk

SHORTEST_STAY_WITH_A_CASE = 20
MEAN_STAY_WITH_A_CASE = 420
MEAN_GAP = 9
SHARE_OF_GAPS_HELD_BY_A_TEAM = 0.5
SHARE_OF_GAPS_SEEN_BY_DUTY = 0.2
SHARE_HANDED_OVER_TOGETHER = 0.25
SHARE_ENDED_THE_DAY_BEFORE_CLOSING = 0.15
SHARE_NEVER_HELD_WHERE_NONE_AT_FIRST = 0.06

HOLDING_ROLES = Weighted({"social worker": 97, "manager": 3})
HOLDING_ROLES_LATER = Weighted({"social worker": 85, "family help lead": 12, "manager": 3})
# Family help leads hold cases from the year of the pathfinder reforms on.
FAMILY_HELP_FROM = day_of(2023, 7, 1)
# Somebody beside the worker, who does not hold the case even where nobody else does.
SHARE_WITH_FAMILY_SUPPORT = 0.12

LEFT = "worker left"
TEAM_CHANGED = "case moved to another team"
WORKER_CHANGED = "case moved to another worker"


def allocate(case: Case) -> None:
    """Give the case its workers from the day it opens until it closes, and plant the gaps."""
    day = case.received
    if case.fails("no worker at first", day):
        day = _wait_for_first_worker(case)
    put_down = _day_put_down(case)
    desk: Desk | None = None
    desk_kind = ""
    while day < case.closed and day <= EXTRACT_DAY:
        kind, stage_ends = case.team_kind_on(day)
        if desk is None or kind != desk_kind or case.chance.happens(0.5):
            desk, desk_kind = case.story.place.workforce.desk(kind, case.chance), kind
        last = _hold(case, desk, day, min(stage_ends, max(day, put_down)))
        if last >= case.closed - 1:
            break
        if last >= put_down:
            _leave_without_worker(case, last + 1, case.closed)
            break
        day = _next_begins(case, day, last)
    _write_those_beside(case)


def _wait_for_first_worker(case: Case) -> int:
    """The day the first worker begins, where nobody took the case up at once."""
    begins = NOT_YET
    if not case.chance.happens(SHARE_NEVER_HELD_WHERE_NONE_AT_FIRST):
        begins = case.received + 1 + case.chance.about(MEAN_GAP)
    _leave_without_worker(case, case.received, begins)
    return begins


def _day_put_down(case: Case) -> int:
    """The last day of the last worker: the closing day, the day before, or, failing, earlier.

    The closing day itself needs no worker, so ending the day before leaves no gap.
    """
    if case.fails("case put down early", min(case.closed, EXTRACT_DAY)):
        return case.closed - 2 - case.chance.about(12)
    return case.closed - case.chance.happens(SHARE_ENDED_THE_DAY_BEFORE_CLOSING)


def _hold(case: Case, desk: Desk, day: int, latest: int) -> int:
    """One worker's time with the case, at most until ``latest``. Returns its last day."""
    holder = desk.holder_on(day)
    stay = SHORTEST_STAY_WITH_A_CASE + case.chance.about(MEAN_STAY_WITH_A_CASE)
    leaves = max(holder.until, day)
    last = min(latest, leaves, day + stay)
    if last >= case.closed - 1:
        reason = "case closed"
    elif last == leaves:
        reason = LEFT
    else:
        reason = TEAM_CHANGED if last == latest else WORKER_CHANGED
    role = case.chance.weighted(HOLDING_ROLES if day < FAMILY_HELP_FROM else HOLDING_ROLES_LATER)
    _write_role(case, role, holder.worker, desk.team, day, last, reason)
    case.spells.append((day, last, holder.worker, desk.team))
    return last


def _next_begins(case: Case, day: int, last: int) -> int:
    """When the next worker takes over: at once, beside the one before, or after a gap."""
    if case.fails("gap between workers", last):
        begins = last + 2 + case.chance.about(MEAN_GAP)
        _leave_without_worker(case, last + 1, begins)
        return begins
    together = last > day and case.chance.happens(SHARE_HANDED_OVER_TOGETHER)
    return last if together else last + 1


def _leave_without_worker(case: Case, first: int, begins: int) -> None:
    """Plant the days without a worker. A team or a duty worker is no worker of the child."""
    case.story.plant("child_without_worker", "time without a worker", first, first)
    last = min(begins, case.closed) - 1
    kind, _ = case.team_kind_on(first)
    if case.chance.happens(SHARE_OF_GAPS_HELD_BY_A_TEAM):
        desk = case.story.place.workforce.desk(kind, case.chance)
        _write_role(case, "team", None, desk.team, first, last)
    if case.chance.happens(SHARE_OF_GAPS_SEEN_BY_DUTY):
        worker = case.story.place.workforce.duty_worker(first)
        _write_role(case, "duty worker", worker, DUTY_TEAM, first, first)


def _write_those_beside(case: Case) -> None:
    """Family support workers and reviewing officers, who do not hold the case."""
    if case.chance.happens(SHARE_WITH_FAMILY_SUPPORT):
        started = case.received + case.chance.between(0, 20)
        ended = min(case.closed, started + 20 + case.chance.about(90))
        if started <= min(ended, EXTRACT_DAY):
            worker = case.story.place.workforce.duty_worker(started)
            _write_role(case, "family support worker", worker, DUTY_TEAM, started, ended)
    for started, ended in case.reviewing_from:
        if started > EXTRACT_DAY:
            continue
        desk = case.story.place.workforce.officer(case.chance)
        day = started
        while day <= min(ended, EXTRACT_DAY):
            holder = desk.holder_on(day)
            last = min(ended, max(holder.until, day))
            role = "independent reviewing officer"
            _write_role(case, role, holder.worker, REVIEWING_TEAM, day, last)
            day = last + 1


def _write_role(
    case: Case,
    role: str,
    worker: str | None,
    team: str,
    started: int,
    ended: int,
    change_reason: str | None = None,
) -> None:
    case.story.row(
        "allocations",
        allocation=case.story.new_id("G"),
        worker=worker,
        team=team,
        role=role,
        started=started,
        ended=ended,
        change_reason=change_reason,
    )
