"""Whether the parents' agreement to care is asked for again at each review."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Evidence, Rule, Span
from sightline.records.codes_in_care import BY_AGREEMENT
from sightline.rules.journey.periods_of_care import times_under
from sightline.rules.journey.reviews_in_care import reviews_held


def reviews_of_agreed_care(care_episodes: ir.Table, care_reviews: ir.Table) -> ir.Table:
    """Every day of review under section 20 on which agreement was not, or not surely, asked again."""
    times = times_under(care_episodes, BY_AGREEMENT)
    reviews = reviews_held(care_reviews).inner_join(times, "child")
    held = reviews.filter(_.day >= _.since, _.day < _.runs_to)
    by_day = held.group_by("child", "since", "until", "day").agg(
        asked=_.agreement_confirmed.fill_null(False).cast("int64").max(),
        not_said=_.agreement_confirmed.isnull().cast("int64").max(),
    )
    in_turn = ibis.window(group_by=["child", "since"], order_by="day")
    with_next = by_day.mutate(next_review=_.day.lead().over(in_turn)).filter(_.asked == 0)
    return with_next.mutate(
        opens=ibis.ifelse(_.not_said == 0, _.day, ibis.null("date")),
        closes=ibis.least(_.next_review, _.until),
    )


AGREEMENT_NOT_ASKED_AGAIN = Rule(
    name="agreement_not_asked_again",
    title="Agreement to care not asked for again at the review",
    question="Do the parents still agree to their child being in care, and did anyone ask?",
    stage="in care",
    sources=("ICP-01",),
    themes=("entry_to_care", "iro_cp_chairs"),
    one_row_per="review",
    subject_day=_.day,
    population=reviews_of_agreed_care,
    span=Span(opens=_.opens, closes=_.closes, unclear_from=_.day),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "care_episodes.legal_status",
        "care_reviews.held",
        "care_reviews.agreement_confirmed",
    ),
    counted_in="care_reviews",
    evidence={
        "review held": Evidence(value=_.day),
        "in care by agreement since": Evidence(value=_.since),
        "next review": Evidence(value=_.next_review),
        "care by agreement ended": Evidence(value=_.until),
    },
    readings=(
        "It is asked of every review held while the child is in care under section 20, the day it "
        "began included and the day it ended not.",
        "The concern opens on the day of a review at which agreement was not asked for again, and "
        "closes with the next review or when care by agreement ends.",
        "A review that does not say is no evidence either way: the answer is then cannot tell, from "
        "that day on. Of two reviews on one day, one at which it was asked is enough.",
        "A review called off is none.",
    ),
    helps="Ask everybody with parental responsibility, with an interpreter where one is needed, and "
    "write down what they said. They may take the child home at any time.",
    cannot_see="Whether the parents understood what they agreed to, and agreement by a young person of "
    "16 or over for themself.",
)
