"""The personal adviser's first visit to a home the council provided."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.leaving_care import homes_from_the_council, visits_at_home
from sightline.rules.journey.responses import first_from


def moves_with_visit(
    care_leaver_accommodation: ir.Table, care_leaver_contacts: ir.Table
) -> ir.Table:
    """Every move into a home from the council, with the first visit there from then on."""
    visits = visits_at_home(care_leaver_contacts).select("child", happened="day")
    return first_from(
        homes_from_the_council(care_leaver_accommodation), "begins", visits, "visited"
    )


ADVISER_NOT_VISITED_NEW_HOME = Rule(
    name="adviser_not_visited_new_home",
    title="Personal adviser did not visit the new home within a week",
    question="Did the adviser see within a week where the young person now lives?",
    stage="leaving care",
    sources=("PAV-01",),
    themes=("care_leavers", "care_leaver_housing"),
    one_row_per="home from",
    subject_day=_.begins,
    population=moves_with_visit,
    clock=Clock(starts=_.begins, limit="PAV-01", met=_.visited, lapses=_.over),
    needs=(
        "care_leaver_accommodation.started",
        "care_leaver_accommodation.ended",
        "care_leaver_accommodation.provided_by_council",
        "care_leaver_contacts.contacted",
        "care_leaver_contacts.home_seen",
    ),
    counted_in="care_leaver_accommodation",
    evidence={
        "moved in": Evidence(value=_.begins),
        "home visited": Evidence(value=_.visited),
        "moved out": Evidence(value=_.over),
    },
    readings=(
        "Only homes the council provided count. Two begun on one day are one.",
        "The day of the move is day 0 and the seventh day after is in time.",
        "A visit is a contact at which the home was seen. A contact that does not say so is no visit "
        "to the home.",
        "Moving out lapses the duty.",
    ),
    helps="Go and see the home this week. Check that the door locks, the heating works and the young "
    "person knows whom to call at night.",
    cannot_see="Who visited: a visit by another worker counts like one by the adviser.",
)
