"""Visits to a privately fostered child in the first year, each due soon after the last."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.private_fostering import arrangements, visits_to_arrangements
from sightline.rules.journey.restarting_clocks import clocks_after_the_first


def visit_clocks_of_the_first_year(
    private_fostering_arrangements: ir.Table, private_fostering_visits: ir.Table, clocks: Clocks
) -> ir.Table:
    """One row per visit of the first year, with the visit after it."""
    visits = visits_to_arrangements(private_fostering_visits, private_fostering_arrangements)
    in_turn = clocks_after_the_first(arrangements(private_fostering_arrangements), visits)
    with_year = clocks.after(in_turn, day="plan_started", standard="PFO-04", into="year_over")
    return with_year.filter(_.clock_starts < _.year_over)


PRIVATE_FOSTERING_VISIT_OVERDUE_IN_FIRST_YEAR = Rule(
    name="private_fostering_visit_overdue_in_first_year",
    title="Privately fostered child not visited for six weeks in the first year",
    question="Is the privately fostered child seen every six weeks in the first year?",
    stage="others to protect",
    sources=("PFO-02", "PFO-04"),
    themes=("private_fostering", "visits_direct_work"),
    one_row_per="private fostering visit after",
    subject_day=_.clock_starts,
    population=visit_clocks_of_the_first_year,
    clock=Clock(starts=_.clock_starts, limit="PFO-02", met=_.next_done, lapses=_.plan_ended),
    needs=(
        "private_fostering_arrangements.notified",
        "private_fostering_visits.visited",
        "private_fostering_visits.child_seen",
    ),
    counted_in="private_fostering_visits",
    evidence={
        "council told": Evidence(value=_.plan_started),
        "visited": Evidence(value=_.clock_starts),
        "visited again": Evidence(value=_.next_done),
        "arrangement ended": Evidence(value=_.plan_ended),
    },
    readings=(
        "The year begins on the day the council was told. A clock starts at every visit before the "
        "anniversary at which the child was seen, and six weeks to the day is in time.",
        "The first visit is a rule of its own; no clock starts with the telling.",
        "The regulation asks the worker to speak to the child alone unless that is not right. A visit "
        "at which the child was seen counts; whether alone is not judged here.",
        "A visit is of the arrangement it names or, naming none, of the one running that day. "
        "Arrangements of one child that share a day are one, and so are visits of one day.",
        "The end of the arrangement lapses the clock.",
    ),
    helps="Visit and speak to the child alone. Write the report that the regulation asks for.",
    cannot_see="Whether the child could speak freely, and whether the report was written.",
)
