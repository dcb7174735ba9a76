"""Visits to a privately fostered child in the first year, each due soon after the last."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.private_fostering import visit_clocks


def visit_clocks_of_the_first_year(
    private_fostering_arrangements: ir.Table, private_fostering_visits: ir.Table, clocks: Clocks
) -> ir.Table:
    """One row per visit of the first year, with the visit after it."""
    in_turn = visit_clocks(private_fostering_arrangements, private_fostering_visits)
    with_year = clocks.after(in_turn, day="notified", standard="PFO-04", into="year_over")
    return with_year.filter(_.visited < _.year_over)


PRIVATE_FOSTERING_VISIT_OVERDUE_IN_FIRST_YEAR = Rule(
    name="private_fostering_visit_overdue_in_first_year",
    title="Privately fostered child not visited for six weeks in the first year",
    question="Is the privately fostered child seen every six weeks in the first year?",
    stage="others to protect",
    sources=("PFO-02", "PFO-04"),
    themes=("private_fostering", "visits_direct_work"),
    one_row_per="private fostering visit after",
    subject_day=_.visited,
    population=visit_clocks_of_the_first_year,
    clock=Clock(starts=_.visited, limit="PFO-02", met=_.visited_again, lapses=_.ended),
    needs=(
        "private_fostering_arrangements.notified",
        "private_fostering_visits.visited",
        "private_fostering_visits.child_seen",
    ),
    counted_in="private_fostering_visits",
    evidence={
        "council told": Evidence(value=_.notified),
        "visited": Evidence(value=_.visited),
        "visited again": Evidence(value=_.visited_again),
        "arrangement ended": Evidence(value=_.ended),
    },
    readings=(
        "The year begins on the day the council was told. A clock starts at every visit before the "
        "anniversary at which the child was seen, and six weeks to the day is in time.",
        "The first visit is a rule of its own; no clock starts with the telling.",
        "The regulation asks the worker to speak to the child alone unless that is not right. A visit "
        "at which the child was seen counts; whether alone is not judged here.",
        "A visit is of the arrangement it names or, naming none, of every one running that day. Two "
        "visits on one day are one.",
        "The end of the arrangement lapses the clock.",
    ),
    helps="Visit and speak to the child alone. Write the report that the regulation asks for.",
    cannot_see="Whether the child could speak freely, and whether the report was written.",
)
