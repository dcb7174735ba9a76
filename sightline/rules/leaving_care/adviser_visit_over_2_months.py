"""The personal adviser's later visits to a home the council provided."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.leaving_care import homes_from_the_council, visits_at_home
from sightline.rules.journey.stretches import clocks_after_the_first, put_together


def visit_clocks(care_leaver_accommodation: ir.Table, care_leaver_contacts: ir.Table) -> ir.Table:
    """One row per clock: it starts at every visit while the council provides the home."""
    housed = put_together(homes_from_the_council(care_leaver_accommodation))
    return clocks_after_the_first(housed, visits_at_home(care_leaver_contacts))


ADVISER_VISIT_OVER_2_MONTHS = Rule(
    name="adviser_visit_over_2_months",
    title="Care leaver not visited at home for two months",
    question="Does the adviser keep visiting the young person where they live?",
    stage="leaving care",
    sources=("PAV-02",),
    themes=("care_leavers", "care_leaver_housing"),
    one_row_per="adviser's visit after",
    subject_day=_.clock_starts,
    population=visit_clocks,
    clock=Clock(starts=_.clock_starts, limit="PAV-02", met=_.next_done, lapses=_.over),
    needs=(
        "care_leaver_accommodation.started",
        "care_leaver_accommodation.ended",
        "care_leaver_accommodation.provided_by_council",
        "care_leaver_contacts.contacted",
        "care_leaver_contacts.home_seen",
    ),
    counted_in="care_leaver_accommodation",
    evidence={
        "last visit": Evidence(value=_.clock_starts),
        "next visit": Evidence(value=_.next_done),
        "in homes from the council since": Evidence(value=_.began),
        "in homes from the council until": Evidence(value=_.over),
    },
    readings=(
        "The clock starts at every visit while the young person lives in a home the council provided. "
        "The first visit is another rule.",
        "Months are calendar months and end where the month does. The due day itself is in time. Many "
        "councils count eight weeks, which is a little less.",
        "A visit is a contact at which the home was seen. Two on one day are one.",
        "Homes that follow one another without a day between are one time. Its end lapses the clock.",
    ),
    helps="Visit. Ask about money, food, friends and sleep before the plan, and look round the home.",
    cannot_see="Contacts by telephone, which keep in touch but see no home, and a young person who asks "
    "to be visited less.",
)
