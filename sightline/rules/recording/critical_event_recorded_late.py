"""Whether an event that others may have to act on was written up by the next day."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.stretches import cases
from sightline.rules.journey.writing_up import happenings_of_kinds, written_up


def critical_events_written_up(
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    strategy_discussions: ir.Table,
    missing_episodes: ir.Table,
) -> ir.Table:
    """Every day of a strategy discussion or on which a child went missing, with its writing up."""
    events = happenings_of_kinds(
        {
            "strategy discussion": (strategy_discussions, "held"),
            "went missing": (missing_episodes, "started"),
        }
    )
    open_cases = cases(referrals, protection_plans, child_in_need_plans, care_episodes)
    return written_up(events, open_cases)


CRITICAL_EVENT_RECORDED_LATE = Rule(
    name="critical_event_recorded_late",
    title="Critical event written up late",
    question="Could the night duty worker have read what happened the day before?",
    stage="recording",
    sources=("REC-01",),
    themes=("recording", "strategy_s47", "missing"),
    one_row_per="critical event",
    subject_day=_.day,
    population=critical_events_written_up,
    clock=Clock(starts=_.day, limit="REC-01", met=_.recorded, lapses=_.closed),
    needs=(
        "strategy_discussions.held",
        "strategy_discussions.recorded_on",
        "missing_episodes.started",
        "missing_episodes.recorded_on",
    ),
    counted_in="strategy_discussions",
    evidence={
        "what happened": Evidence(value=_.first_kind),
        "on": Evidence(value=_.day),
        "written up": Evidence(value=_.recorded),
        "case closed": Evidence(value=_.closed),
    },
    readings=(
        "Critical events here are a strategy discussion and a child going missing: of other events the "
        "records hold no day on which they were written up.",
        "The limit is the council's own; without one it is 24 hours, which in records that hold days is "
        "the next day, weekends included. That day itself is in time.",
        "Two events of one day are one, written up once both are.",
        "An event with no day on which it was written up has not been. Closing the case lapses the duty.",
    ),
    helps="Write what is known now and what must happen next, so that whoever is called tonight can act.",
    cannot_see="The hour, and a telephone call to the night team that made up for the record.",
)
