"""A case that a manager holds in place of a worker for too long."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.records.codes import CASE_HOLDING_ROLES
from sightline.rules.journey.days import day_after, in_right_order
from sightline.rules.journey.responses import first_response, while_running

MANAGER = "manager"


def held_too_long(allocations: ir.Table, clocks: Clocks) -> ir.Table:
    """Every time a manager held the case beyond the limit before a worker did."""
    holding = allocations.filter(_.worker.notnull(), _.role.isin(CASE_HOLDING_ROLES))
    managers = in_right_order(holding.filter(_.role == MANAGER), "started", "ended")
    by_manager = managers.select("child", "ended", since="started")
    workers = while_running(holding.filter(_.role != MANAGER))
    limited = clocks.after(by_manager, day="since", standard="OVS-04", into="limit_day")
    beside = first_response(limited, "since", workers)
    over = beside.mutate(
        opens=day_after(_.limit_day), over=ibis.least(day_after(_.ended), _.responded)
    )
    return over.filter((_.over > _.opens).fill_null(True))


HELD_BY_A_MANAGER = Rule(
    name="held_by_a_manager",
    title="Case held by a manager for too long",
    question="Does the child have a worker, or only a manager's name on the file?",
    stage="oversight",
    sources=("OVS-04",),
    themes=("workforce_caseloads", "supervision_mgmt_oversight"),
    one_row_per="case held by a manager from",
    subject_day=_.since,
    population=held_too_long,
    span=Span(opens=_.opens, closes=_.over),
    needs=(
        "allocations.started",
        "allocations.ended",
        "allocations.worker",
        "allocations.role",
    ),
    counted_in="allocations",
    evidence={
        "manager allocated": Evidence(value=_.since),
        "manager's last day": Evidence(value=_.ended),
        "worker held the case from": Evidence(value=_.responded),
    },
    readings=(
        "The concern opens the day after the limit, counted from the day the manager was allocated, and "
        "closes when a worker in another role that holds cases does so, or the day after the manager's last.",
        "A manager allocated while such a worker holds the case opens no concern, also when the worker "
        "leaves later.",
        "Two managers one after the other are two times, each with its own limit.",
    ),
    helps="Name a worker and introduce them to the child. Until then say who visits and who answers the "
    "family's calls.",
    cannot_see="Managers who do hold cases by agreement, and workers who do the work under a manager's name.",
)
