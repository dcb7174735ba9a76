"""What was known of a protection plan on the day somebody decides about it.

The steps here work on moments (``sightline.engine.check``): the child, the day the plan started
(``subject_day``) and the day asked on (``asked_on``), and on record tables beside them.
"""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT
from sightline.engine.steps import shared_step

HOW_THE_DECISION_IS_FOUND = (
    "The answer is the one written down where the decision to end the plan was recorded. Of several "
    "decisions about one plan the latest counts.",
    "A decision is of the plan it names or, where it names none, of the plan running that day.",
)


def beside(moments: ir.Table, found: ir.Table) -> ir.Table:
    """The moments with the columns of ``found``, which has at most one row for each."""
    joined = moments.left_join(found, list(MOMENT))
    return joined.drop(*(f"{name}_right" for name in MOMENT))


def of_the_plan(rows: ir.Table, day: str, protection_plans: ir.Table) -> ir.Table:
    """Rows that belong to the plan decided about: they name it, or name none and lie within it.

    Every record of a plan begun from its first day to the day asked on is part of it: records of
    one child that overlap are one plan.
    """
    in_its_time = rows.filter(rows[day].between(rows.subject_day, rows.asked_on))
    records_of_plan = protection_plans.filter(_.started.between(_.subject_day, _.asked_on))
    names = records_of_plan.select(*MOMENT, "plan")
    naming_it = in_its_time.semi_join(names, [*MOMENT, "plan"])
    return naming_it.union(in_its_time.filter(_.plan.isnull()))


def last_of_each(rows: ir.Table, *order: str) -> ir.Table:
    """Of the rows of each moment the last in that order."""
    backwards = ibis.window(
        group_by=list(MOMENT), order_by=[ibis.desc(rows[name]) for name in order]
    )
    numbered = rows.mutate(from_the_last=ibis.row_number().over(backwards))
    return numbered.filter(_.from_the_last == 0).drop("from_the_last")


@shared_step
def beside_the_decision(
    moments: ir.Table, plan_endings: ir.Table, protection_plans: ir.Table
) -> ir.Table:
    """The moments with what was recorded where the plan's end was decided, empty where nothing was."""
    decisions = of_the_plan(plan_endings, "decided", protection_plans)
    return beside(moments, last_of_each(decisions, "decided", "plan_ending"))


@shared_step
def reviews_of_the_plan(review_conferences: ir.Table, protection_plans: ir.Table) -> ir.Table:
    """The review conferences of the plan that had been held."""
    return of_the_plan(review_conferences, "held", protection_plans)


def part_of_reviews(decision_makers: ir.Table, reviews: ir.Table) -> ir.Table:
    """Who took part in the last review of each plan, by its day: several may share a day."""
    last_day = reviews.group_by(*MOMENT).agg(held=_.held.max())
    at_reviews = decision_makers.filter(_.meeting_kind == "review conference")
    return at_reviews.semi_join(last_day, [*MOMENT, "held"])
