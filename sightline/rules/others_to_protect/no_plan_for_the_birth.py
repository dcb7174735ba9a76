"""An unborn child the service works with, and no plan for the birth."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.referrals import taken_on


def unborn_children_without_plan(
    referrals: ir.Table, children: ir.Table, pre_birth_plans: ir.Table, clocks: Clocks
) -> ir.Table:
    """Referrals of unborn children for whom no plan was agreed by the day it should have been."""
    expected = children.select("child", "expected_birth", "born").filter(_.expected_birth.notnull())
    unborn = taken_on(referrals).inner_join(expected, "child")
    due = clocks.before(unborn, day="expected_birth", standard="UNB-01", into="agreed_by")
    plans = pre_birth_plans.group_by("child").agg(plan_agreed=_.agreed.min())
    beside = due.left_join(plans, "child").mutate(
        opens=ibis.greatest(_.received, _.agreed_by),
        closes=ibis.least(_.plan_agreed, _.born, _.closed),
    )
    # A child born by the day of the referral is left out here too.
    return beside.filter((_.closes > _.opens).fill_null(True))


NO_PLAN_FOR_THE_BIRTH = Rule(
    name="no_plan_for_the_birth",
    title="No plan for the birth eight weeks before it is expected",
    question="Do parents and midwives know, well before the birth, what will happen?",
    stage="others to protect",
    sources=("UNB-01",),
    themes=("pre_birth_infants", "partnership"),
    one_row_per="referral of an unborn child",
    subject_day=_.received,
    population=unborn_children_without_plan,
    span=Span(opens=_.opens, closes=_.closes),
    needs=("children.expected_birth", "referrals.received", "pre_birth_plans.agreed"),
    counted_in="referrals",
    evidence={
        "referral received": Evidence(value=_.received),
        "expected birth": Evidence(value=_.expected_birth, known_by=_.received),
        "plan agreed": Evidence(value=_.plan_agreed),
        "born": Evidence(value=_.born),
        "referral closed": Evidence(value=_.closed),
    },
    readings=(
        "A child is unborn while an expected day of birth is recorded and no birth by the day the "
        "referral was received. A referral closed with no further action is left out.",
        "The concern opens eight weeks before the expected day, or on the day of a later referral. A "
        "council may set its own time.",
        "It closes on the first plan for the birth, on the birth or when the referral is closed. A "
        "plan agreed before it would open leaves none.",
        "Two referrals of one child on one day are one.",
    ),
    helps="Agree the plan with parents and midwives: who is there, where mother and child go, who is "
    "called, and see that the hospital has it.",
    cannot_see="A birth that was never recorded, and a child who got another id once born: the expected "
    "day stays and the concern stays open.",
)
