"""The first visit to a privately fostered child."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.private_fostering import arrangements, visits_to_arrangements


def arrangements_with_first_visit(
    private_fostering_arrangements: ir.Table, private_fostering_visits: ir.Table
) -> ir.Table:
    """Every arrangement the council was told of, with the first visit to it."""
    visits = visits_to_arrangements(private_fostering_arrangements, private_fostering_visits)
    first = visits.group_by("child", "arrangement").agg(first_visit=_.visited.min())
    told = arrangements(private_fostering_arrangements)
    return told.left_join(first, ["child", "arrangement"])


PRIVATE_FOSTERING_FIRST_VISIT_LATE = Rule(
    name="private_fostering_first_visit_late",
    title="Privately fostered child not visited within seven working days",
    question="Once the council was told, did somebody soon go and see the child and the home?",
    stage="others to protect",
    sources=("PFO-01",),
    themes=("private_fostering", "visits_direct_work"),
    one_row_per="private fostering arrangement",
    subject_day=_.notified,
    population=arrangements_with_first_visit,
    clock=Clock(starts=_.notified, limit="PFO-01", met=_.first_visit, lapses=_.ended),
    needs=(
        "private_fostering_arrangements.notified",
        "private_fostering_visits.visited",
        "private_fostering_visits.child_seen",
    ),
    counted_in="private_fostering_arrangements",
    evidence={
        "council told": Evidence(value=_.notified),
        "first visit": Evidence(value=_.first_visit),
        "arrangement ended": Evidence(value=_.ended),
    },
    readings=(
        "The clock runs from the day the council was told. The day itself is day 0 and the due day is "
        "in time.",
        "Only a visit at which the child was seen counts, from the day the council was told on.",
        "A visit is of the arrangement it names or, naming none, of every one running that day. Two "
        "arrangements of one child the council was told of on one day are one.",
        "The end of the arrangement lapses the duty.",
    ),
    helps="Visit, see the child alone and the home, and speak with carer and parents about what was "
    "agreed.",
    cannot_see="Whether carer and parents were spoken to, and arrangements nobody told the council of.",
)
