"""Whether what happened since the last review was weighed."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT, Check
from sightline.rules.journey.plan_decisions import (
    beside,
    beside_the_decision,
    reviews_of_the_plan,
)


def with_new_events(
    moments: ir.Table,
    plan_endings: ir.Table,
    protection_plans: ir.Table,
    review_conferences: ir.Table,
    contacts: ir.Table,
    referrals: ir.Table,
    notifications: ir.Table,
    enquiries: ir.Table,
    missing_episodes: ir.Table,
) -> ir.Table:
    """Beside each moment the decision, and what the records hold since the plan's last review."""
    reviews = reviews_of_the_plan(review_conferences, protection_plans)
    before = reviews.filter(_.held < _.asked_on)
    last_review = before.group_by(*MOMENT).agg(last_review=_.held.max())
    decision = beside_the_decision(moments, plan_endings, protection_plans)
    since = beside(decision, last_review).mutate(since=ibis.coalesce(_.last_review, _.subject_day))
    days = {
        "received": (contacts, referrals, notifications),
        "started": (enquiries, missing_episodes),
    }
    events = ibis.union(
        *(rows.select(*MOMENT, day=day) for day, tables in days.items() for rows in tables)
    )
    new = events.inner_join(since.select(*MOMENT, "since"), list(MOMENT))
    counted = new.filter(_.day > _.since).group_by(*MOMENT)
    return beside(since, counted.agg(new_events=_.count(), latest_event=_.day.max()))


NEW_EVENTS_CONSIDERED = Check(
    name="new_events_considered",
    title="Nothing new since the last review, or each event was weighed",
    question="Was everything that happened since the last review weighed before the plan ended?",
    asked_by="Sightline's own question; a council's own procedure comes first",
    themes=("plans_cp", "step_down_closure"),
    one_row_per="protection plan",
    judged=with_new_events,
    met=ibis.cases((_.new_events.isnull(), True), else_=_.new_events_considered),
    evidence={
        "last review before": _.last_review,
        "events since": _.new_events,
        "latest event": _.latest_event,
        "recorded as weighed": _.new_events_considered,
    },
    needs=("referrals.received", "missing_episodes.started", "review_conferences.held"),
    readings=(
        "Events are contacts, referrals, notifications by other agencies, enquiries and missing "
        "episodes, later than the last review before the day asked; where there was none, later than "
        "the day the plan started.",
        "Where there is no event it is met. Where there is one, the answer is what was written at the "
        "decision to end the plan, and without that there is no evidence.",
    ),
    helps="Read each event since the last review aloud at the conference, and write down what it means.",
    cannot_see="Events that other agencies did not tell of, such as an injury the school saw.",
)
