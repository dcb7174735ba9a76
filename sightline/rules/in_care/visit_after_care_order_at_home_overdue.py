"""The visit after a care order is made for a child who lives with a parent."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.records.codes_in_care import CARE_ORDER, WITH_PARENTS
from sightline.rules.journey.periods_of_care import times_under
from sightline.rules.journey.placements import placements_in_care
from sightline.rules.journey.visits_in_care import visits_child_seen


def orders_made_at_home(
    placements: ir.Table, care_episodes: ir.Table, care_visits: ir.Table
) -> ir.Table:
    """Every full care order made while the child was placed with a parent, with the next visit."""
    at_home = placements_in_care(placements, care_episodes).filter(_.type == WITH_PARENTS)
    orders = times_under(care_episodes, CARE_ORDER).select("child", order_made="since")
    made_at_home = at_home.inner_join(orders, "child").filter(
        _.order_made > _.placement_started, _.order_made < _.left_or_never
    )
    next_seen = (
        made_at_home.select("child", "order_made", "left_or_never")
        .inner_join(visits_child_seen(care_visits), "child")
        .filter(_.seen.between(_.order_made, _.left_or_never))
        .group_by("child", "order_made")
        .agg(next_seen=_.seen.min())
    )
    return made_at_home.left_join(next_seen, ["child", "order_made"])


VISIT_AFTER_CARE_ORDER_AT_HOME_OVERDUE = Rule(
    name="visit_after_care_order_at_home_overdue",
    title="Child at home not seen within a week of the care order",
    question="Was the child who stays with a parent seen within a week of the care order?",
    stage="in care",
    sources=("CLA-08",),
    themes=("visits_direct_work", "entry_to_care"),
    one_row_per="care order",
    subject_day=_.order_made,
    population=orders_made_at_home,
    clock=Clock(starts=_.order_made, limit="CLA-08", met=_.next_seen, lapses=_.left),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "care_episodes.legal_status",
        "placements.started",
        "placements.ended",
        "placements.type",
        "care_visits.visited",
        "care_visits.child_seen",
    ),
    counted_in="care_episodes",
    evidence={
        "care order made": Evidence(value=_.order_made),
        "child seen": Evidence(value=_.next_seen),
        "placement started": Evidence(value=_.placement_started),
        "left the placement": Evidence(value=_.left),
    },
    readings=(
        "The care order is made on the day the child's legal status becomes a full care order. "
        "Episodes that follow under the same order make no new one.",
        "It applies where the child was placed with a parent before that day and still is. An order "
        "made on the day the placement began is asked about as a first visit.",
        "A visit on the day of the order counts, and the due day itself is in time.",
        "A visit by video, and one that does not say whether the child was seen, do not count.",
        "Leaving the placement, or care, lapses the duty.",
    ),
    helps="See the child at home and explain the order in words they understand: what changes, what "
    "does not, and who decides now.",
    cannot_see="An order written into the record late, and children at home whose placement is not "
    "recorded as being with parents.",
)
