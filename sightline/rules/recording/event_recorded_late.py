"""Whether reviews, decisions and other events of a case were written up within the week."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.stretches import cases
from sightline.rules.journey.writing_up import happenings_of_kinds, written_up


def events_written_up(
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    core_groups: ir.Table,
    child_in_need_reviews: ir.Table,
    care_reviews: ir.Table,
    supervision: ir.Table,
    management_decisions: ir.Table,
    direct_work: ir.Table,
    return_interviews: ir.Table,
) -> ir.Table:
    """Every day on which one of these happened, with the day all of it was written up."""
    events = happenings_of_kinds(
        {
            "core group": (core_groups, "held"),
            "child in need review": (child_in_need_reviews, "held"),
            "review of a child in care": (
                care_reviews.filter(~_.cancelled.fill_null(False)),
                "held",
            ),
            "supervision": (supervision, "held"),
            "management decision": (management_decisions, "made"),
            "direct work": (direct_work, "done"),
            "return interview": (return_interviews, "held"),
        }
    )
    open_cases = cases(referrals, protection_plans, child_in_need_plans, care_episodes)
    return written_up(events, open_cases)


EVENT_RECORDED_LATE = Rule(
    name="event_recorded_late",
    title="Meeting, decision or piece of work written up late",
    question="Were meetings, decisions and work with the child written up within the week?",
    stage="recording",
    sources=("REC-03",),
    themes=("recording",),
    one_row_per="events of",
    subject_day=_.day,
    population=events_written_up,
    clock=Clock(starts=_.day, limit="REC-03", met=_.recorded, lapses=_.closed),
    needs=(
        "core_groups.recorded_on",
        "child_in_need_reviews.recorded_on",
        "care_reviews.recorded_on",
        "supervision.recorded_on",
        "management_decisions.recorded_on",
        "direct_work.recorded_on",
        "return_interviews.recorded_on",
    ),
    counted_in="management_decisions",
    evidence={
        "what happened": Evidence(value=_.first_kind),
        "on": Evidence(value=_.day),
        "written up": Evidence(value=_.recorded),
        "case closed": Evidence(value=_.closed),
    },
    readings=(
        "Core groups, reviews of a child in need plan and of a child in care, supervision, decisions of "
        "managers, direct work and return interviews are asked about here; visits and critical events "
        "are rules of their own.",
        "The limit is the council's own; without one it is five working days. The due day is in time.",
        "All that happened on one day is one, written up once all of it is; one of the kinds is named.",
        "What has no day on which it was written up has not been. Closing the case lapses the duty.",
    ),
    helps="Write up the decision and the reason first: they are what the next person needs.",
    cannot_see="Minutes kept elsewhere, and records finished in time but put in the system later.",
)
