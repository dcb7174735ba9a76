"""An open case that no worker holds."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.open_cases import ONE_DAY, open_times, times_with_worker


def times_without_worker(
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    allocations: ir.Table,
) -> ir.Table:
    """Every stretch of days on which a case was open and no case-holding worker had the child."""
    cases = open_times(referrals, protection_plans, child_in_need_plans, care_episodes)
    return _days_of_change(cases, times_with_worker(allocations)).pipe(_stretches_without_worker)


def _days_of_change(cases: ir.Table, with_worker: ir.Table) -> ir.Table:
    """One row per child and day on which a case or an allocation began or was over.

    ``cases_open`` and ``workers`` count what runs from that day until the next such day.
    """
    changes = ibis.union(
        _changes(cases, in_cases=1, in_workers=0), _changes(with_worker, in_cases=0, in_workers=1)
    )
    by_day = changes.group_by("child", "day").agg(
        case_change=_.in_cases.sum(),
        worker_change=_.in_workers.sum(),
        worker_left=_.worker_left.max(),
    )
    so_far = ibis.window(group_by="child", order_by="day", rows=(None, 0))
    return by_day.mutate(
        cases_open=_.case_change.sum().over(so_far),
        workers=_.worker_change.sum().over(so_far),
        last_worker_left=_.worker_left.max().over(so_far),
    )


def _changes(times: ir.Table, *, in_cases: int, in_workers: int) -> ir.Table:
    """Times as changes of two counts: up on the day each begins, down on the day it is over."""
    beginnings = times.select(
        "child",
        day="begins",
        in_cases=ibis.literal(in_cases),
        in_workers=ibis.literal(in_workers),
        worker_left=ibis.null("date"),
    )
    endings = times.filter(_.over.notnull()).select(
        "child",
        day="over",
        in_cases=ibis.literal(-in_cases),
        in_workers=ibis.literal(-in_workers),
        worker_left=_.over if in_workers else ibis.null("date"),
    )
    return beginnings.union(endings)


def _stretches_without_worker(days: ir.Table) -> ir.Table:
    """From each day on which the case came to be without a worker until it no longer was."""
    before = days.mutate(
        cases_before=_.cases_open - _.case_change, workers_before=_.workers - _.worker_change
    )
    judged = before.mutate(
        opened=ibis.ifelse((_.cases_open > 0) & (_.cases_before == 0), _.day, ibis.null("date")),
        without=(_.cases_open > 0) & (_.workers == 0),
        was_without=(_.cases_before > 0) & (_.workers_before == 0),
    )
    turns = judged.filter(_.opened.notnull() | (_.without != _.was_without))
    so_far = ibis.window(group_by="child", order_by="day", rows=(None, 0))
    in_turn = ibis.window(group_by="child", order_by="day")
    in_order = turns.mutate(
        case_open_since=_.opened.max().over(so_far), next_change=_.day.lead().over(in_turn)
    )
    return in_order.filter(_.without)


CHILD_WITHOUT_WORKER = Rule(
    name="child_without_worker",
    title="Open case with no allocated worker",
    question="Does every child whose case is open have a worker of their own?",
    stage="oversight",
    sources=("ALL-01",),
    themes=("supervision_mgmt_oversight", "workforce_caseloads"),
    one_row_per="time without a worker",
    subject_day=_.day,
    population=times_without_worker,
    span=Span(opens=_.day, closes=_.next_change),
    needs=(
        "referrals.received",
        "referrals.no_further_action",
        "referrals.closed",
        "allocations.started",
        "allocations.worker",
        "allocations.role",
    ),
    counted_in="referrals",
    evidence={
        "case open since": Evidence(value=_.case_open_since),
        "last day with a worker": Evidence(value=_.last_worker_left - ONE_DAY),
        "allocated again or closed": Evidence(value=_.next_change),
    },
    readings=(
        "A case is open from the day a referral not closed with no further action is received until "
        "the day it is closed, and while a protection plan, a child in need plan or an episode of "
        "care runs. The closing day itself needs no worker.",
        "The concern opens the day after the last day with a case-holding worker, with no grace. A "
        "case that never had one opens it on the day the case opened.",
        "The last day of an allocation is a day with a worker.",
        "A team, a reviewing officer or a duty worker does not hold a case. A manager named as "
        "holding it does.",
        "The concern closes on allocation or when the case is closed.",
        "A day on which one worker leaves and the next has not begun is a day without, also at a weekend.",
    ),
    helps="Name a worker today, and tell the family who it is. Where cases wait, say who looks at "
    "them each day and what would move one up.",
    cannot_see="Whether the worker knows the child. A worker on long leave still counts as holding the "
    "case, and a duty worker who does the work does not.",
)
