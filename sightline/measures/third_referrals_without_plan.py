"""Third referrals with nothing lasting done since the first."""

from sightline.engine.measure import LOWER, Measure, ShareOfEvents
from sightline.measures.spans import days_of_referral

THIRD_REFERRALS_WITHOUT_PLAN = Measure(
    name="third_referrals_without_plan",
    title="Third referrals in two years with no plan and no conference",
    definition=(
        "Of the referrals received in the period, the share that were the third within 24 months "
        "of a child for whom no plan was made and no conference held since the first. Two "
        "referrals of one child on one day are one."
    ),
    themes=("front_door_thresholds", "step_down_closure"),
    rule="third_referral_without_plan",
    unit="referrals",
    better=LOWER,
    counts=ShareOfEvents(events=days_of_referral),
    numerator_words="third referrals without a plan",
    denominator_words="referrals received",
    looks_back="REF-03",
)
