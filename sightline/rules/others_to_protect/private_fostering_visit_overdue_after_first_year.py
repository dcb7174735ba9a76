"""Visits to a privately fostered child after the first year."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.private_fostering import visit_clocks


def visit_clocks_after_the_first_year(
    private_fostering_arrangements: ir.Table, private_fostering_visits: ir.Table, clocks: Clocks
) -> ir.Table:
    """One row per visit from the anniversary on, with the visit after it."""
    in_turn = visit_clocks(private_fostering_arrangements, private_fostering_visits)
    with_year = clocks.after(in_turn, day="notified", standard="PFO-04", into="year_over")
    return with_year.filter(_.visited >= _.year_over)


PRIVATE_FOSTERING_VISIT_OVERDUE_AFTER_FIRST_YEAR = Rule(
    name="private_fostering_visit_overdue_after_first_year",
    title="Privately fostered child not visited for twelve weeks after the first year",
    question="Is the privately fostered child still seen, every twelve weeks, after the first year?",
    stage="others to protect",
    sources=("PFO-03", "PFO-04"),
    themes=("private_fostering", "visits_direct_work"),
    one_row_per="private fostering visit after",
    subject_day=_.visited,
    population=visit_clocks_after_the_first_year,
    clock=Clock(starts=_.visited, limit="PFO-03", met=_.visited_again, lapses=_.ended),
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
        "The year begins on the day the council was told. A clock starts at every visit from the "
        "anniversary on at which the child was seen, and twelve weeks to the day is in time.",
        "A visit is of the arrangement it names or, naming none, of every one running that day. Two "
        "visits on one day are one.",
        "A visit at which the child was seen counts; whether alone is not judged here.",
        "The end of the arrangement lapses the clock.",
    ),
    helps="Visit and speak to the child alone. Ask whether this home is still where the child should be.",
    cannot_see="Whether the child could speak freely, and whether the report was written.",
)
