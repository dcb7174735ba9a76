"""Whether a visit was written up soon after."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.all_visits import all_visits
from sightline.rules.journey.stretches import cases
from sightline.rules.journey.writing_up import written_up


def visits_written_up(
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    protection_visits: ir.Table,
    child_in_need_visits: ir.Table,
    care_visits: ir.Table,
) -> ir.Table:
    """Every day on which a child was visited, with the day all its visits were written up."""
    visits = all_visits(protection_visits, child_in_need_visits, care_visits)
    open_cases = cases(referrals, protection_plans, child_in_need_plans, care_episodes)
    return written_up(visits.mutate(kind=ibis.literal("visit")), open_cases)


VISIT_RECORDED_LATE = Rule(
    name="visit_recorded_late",
    title="Visit written up late",
    question="Was the visit written up while it was fresh, so that others could read it?",
    stage="recording",
    sources=("REC-02",),
    themes=("recording", "visits_direct_work"),
    one_row_per="visit",
    subject_day=_.day,
    population=visits_written_up,
    clock=Clock(starts=_.day, limit="REC-02", met=_.recorded, lapses=_.closed),
    needs=(
        "protection_visits.visited",
        "protection_visits.recorded_on",
        "child_in_need_visits.recorded_on",
        "care_visits.recorded_on",
    ),
    counted_in="protection_visits",
    evidence={
        "visited": Evidence(value=_.day),
        "written up": Evidence(value=_.recorded),
        "case closed": Evidence(value=_.closed),
    },
    readings=(
        "The limit is the council's own; there is no national one, and without the council's it is two "
        "working days. The day of the visit is day 0 and the due day itself is in time.",
        "Visits of every kind count, attempts included. Several on one day are one, written up once all "
        "of them are.",
        "A visit in the record with no day on which it was written up has not been.",
        "Closing the case lapses the duty. A case is open from the day a referral not closed with no "
        "further action is received until it is closed, and while a plan or care runs.",
    ),
    helps="Write a short note the same day, what you saw and what the child said, and the analysis later. "
    "Ask for time to record to be kept free.",
    cannot_see="How good the record is, and what was added to it afterwards.",
)
