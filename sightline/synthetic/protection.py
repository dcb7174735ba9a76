"""Child protection plans and their reviews: how long a plan lasts and why it ends."""

from dataclasses import dataclass
from itertools import pairwise

from sightline.synthetic.chance import Weighted
from sightline.synthetic.days import (
    due_after,
    is_in_force,
    limit,
    months_after,
    working_day_after,
    working_day_before,
    working_day_from,
)
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.story import DEATH, EIGHTEEN, Case
from sightline.synthetic.visits import visit_under_plan
from sightline.synthetic.workforce import PROTECTION

SAFER = "no longer at risk of significant harm"
CARE = "entered care"
TRANSFER = "transferred to another council"
TURNED_18 = "turned 18"
DIED = "died"
LEFT_COUNTRY = "left the United Kingdom"
OTHER = "other"
# Endings that no review decided; nobody can say they came too soon.
OUTSIDE_A_REVIEW = {CARE, TRANSFER, TURNED_18, DIED, LEFT_COUNTRY}

# Endings that other records can show where the plan gives no reason for its end.
SHOWN_BY_OTHER_RECORDS = {CARE, TURNED_18, DIED, SAFER, OTHER}
SHARE_WITHOUT_END_REASON = 0.08

HOW_PLANS_END = Weighted({"review": 80, CARE: 16, TRANSFER: 3.4, LEFT_COUNTRY: 0.6})
HOW_EARLY = Weighted({"at the first review": 60, "before it": 30, "no review held": 10})
REVIEWS_OF_A_LASTING_PLAN = Weighted({2: 60, 3: 26, 4: 9, 5: 3, 6: 2})
CATEGORIES = Weighted({"NEG": 49, "EMO": 36, "PHY": 7, "SAB": 4, "MUL": 4})

SHARE_REVIEWS_LATE = 0.08
# The review decided, and the ending was recorded the next day: the plan outlived its review.
SHARE_ENDED_THE_DAY_AFTER_THE_FIRST_REVIEW = 0.02


@dataclass(slots=True)
class Ending:
    """When and why a plan ends, the reviews before it, and whether it came too early."""

    ended: int
    reason: str
    reviews: list[int]
    early: bool = False


def protect(case: Case, conference: str, started: int, *, transferred_in: bool) -> Ending:
    """A protection plan from its start to its end, with its reviews and visits."""
    story = case.story
    _plant_repeat(case, started)
    if story.plans:
        story.plant("second_protection_plan", "protection plan", started, started)
    story.notice_plan_or_conference()
    case.held_by(PROTECTION, started)
    ending = _ending(case, started)
    story.plans += 1
    story.last_plan_ended = ending.ended
    plan = story.new_id("P")
    category = case.chance.weighted(CATEGORIES)
    case.row(
        "protection_plans",
        plan=plan,
        conference=conference,
        started=started,
        ended=ending.ended,
        end_reason=_recorded_reason(case, ending.reason),
        initial_category=category,
        latest_category=category if case.chance.happens(0.9) else case.chance.weighted(CATEGORIES),
        transferred_in=transferred_in,
    )
    case.reviewing_from.append((started, ending.ended))
    _write_reviews(case, plan, started, ending)
    _plant_length(case, started, ending.ended)
    _plant_late_reviews(case, started, ending)
    if ending.early:
        story.plant("protection_plan_ended_early", "protection plan", started, ending.ended)
    judged = ending.reason not in OUTSIDE_A_REVIEW
    visit_under_plan(case, plan, started, ending.ended, may_be_judged=judged)
    case.decide(ending.ended, "step down", "end the protection plan", ending.reason)
    return ending


def _plant_repeat(case: Case, started: int) -> None:
    """A plan within 24 months of an earlier one's end is a repeat, meant so or not."""
    before = case.story.last_plan_ended
    if before is not None and started <= months_after(before, limit("CPE-07", started)):
        case.story.plant("repeat_protection_plan", "protection plan", started, started)


def _plant_length(case: Case, started: int, ended: int) -> None:
    """A plan that runs on after fifteen months, and one that runs on its second anniversary."""
    story = case.story
    long = months_after(started, limit("CPE-01", started)) + 1
    longest = months_after(started, limit("CPE-02", started))
    if long < ended and is_in_force("CPE-01", started):
        story.plant("protection_plan_over_15_months", "protection plan", started, long)
    if longest < ended and is_in_force("CPE-02", started):
        story.plant("protection_plan_over_two_years", "protection plan", started, longest)


def _plant_late_reviews(case: Case, started: int, ending: Ending) -> None:
    """The first review and each one after; the end of the plan, too, ends the waiting."""
    plant, reviews, ended = case.story.plant_if_late, ending.reviews, ending.ended
    first_due = months_after(started, limit("RCP-01", started))
    first = min([*reviews[:1], ended])
    plant("first_review_over_3_months", "protection plan", "RCP-01", (started, first_due), first)
    for held, following in pairwise([*reviews, ended]):
        if held < ended:
            due = months_after(held, limit("RCP-02", held))
            rested = min(following, ended)
            plant("later_review_over_6_months", "review after", "RCP-02", (held, due), rested)


def _ending(case: Case, started: int) -> Ending:
    how = case.chance.weighted(HOW_PLANS_END)
    reviews = _review_days(case, started)
    if how != "review":
        ended = working_day_from(started + 20 + case.chance.about(150))
        ending = Ending(ended, how, [held for held in reviews if held < ended])
    elif case.fails("plan ended early", started + 60):
        ending = _early(case, started, reviews[0])
    else:
        ending = _lasting(case, reviews)
    return _within_the_childs_time(case, ending)


def _review_days(case: Case, started: int) -> list[int]:
    """The days on which reviews would be held for as long as any plan lasts."""
    first_due = months_after(started, limit("RCP-01", started))
    held = [_held(case, _soon_after_birth(case, started, first_due), started)]
    while len(held) < 6:
        due = months_after(held[-1], limit("RCP-02", started))
        held.append(_held(case, _soon_after_birth(case, held[-1], due), held[-1]))
    return held


def _soon_after_birth(case: Case, after: int, due: int) -> int:
    """When a review is due; sooner where the child is born meanwhile and practice does not fail."""
    born = case.story.child.born
    if after < born < due and not case.fails("need review late", min(born, EXTRACT_DAY)):
        return min(due, due_after("PRB-01", born))
    return due


def _held(case: Case, due: int, after: int) -> int:
    if case.chance.happens(SHARE_REVIEWS_LATE):
        return working_day_from(due + case.chance.between(1, 40))
    return max(working_day_after(after, 15), working_day_before(due, case.chance.between(1, 10)))


def _early(case: Case, started: int, first_review: int) -> Ending:
    """The plan ends at its first review, before it, or without any review ever held."""
    how = case.chance.weighted(HOW_EARLY)
    reason = OTHER if case.chance.happens(0.1) else SAFER
    if how == "at the first review":
        return Ending(first_review, reason, [first_review], early=True)
    if how == "before it":
        ended = working_day_after(started, case.chance.between(12, 45))
        return Ending(min(ended, working_day_before(first_review, 1)), reason, [], early=True)
    return Ending(working_day_after(started, case.chance.between(75, 150)), reason, [], early=True)


def _lasting(case: Case, reviews: list[int]) -> Ending:
    """The plan ends at a later review, which shows that the child has been safer for a while."""
    if case.chance.happens(SHARE_ENDED_THE_DAY_AFTER_THE_FIRST_REVIEW):
        return Ending(working_day_after(reviews[0], 1), SAFER, reviews[:1])
    count = case.chance.weighted(REVIEWS_OF_A_LASTING_PLAN)
    return Ending(reviews[count - 1], SAFER, reviews[:count])


def _within_the_childs_time(case: Case, ending: Ending) -> Ending:
    """No plan outlives the child's eighteenth birthday, or the child."""
    if ending.ended < case.limit:
        return ending
    reason = {EIGHTEEN: TURNED_18, DEATH: DIED}[case.limit_reason]
    held = [review for review in ending.reviews if review < case.limit]
    return Ending(case.limit, reason, held)


def _recorded_reason(case: Case, reason: str) -> str | None:
    """The reason as recorded: sometimes nothing, where the other records show it."""
    if reason in SHOWN_BY_OTHER_RECORDS and case.chance.happens(SHARE_WITHOUT_END_REASON):
        return None
    return reason


def _write_reviews(case: Case, plan: str, started: int, ending: Ending) -> None:
    due = months_after(started, limit("RCP-01", started))
    for held in ending.reviews:
        # Ended the day after its review: that review, too, decided it.
        last = held == ending.reviews[-1] and ending.ended - held <= 5
        case.story.row(
            "review_conferences",
            review=case.story.new_id("V"),
            plan=plan,
            due=due,
            held=held,
            plan_continues=not last,
            quorate=case.chance.happens(0.93),
        )
        due = months_after(held, limit("RCP-02", held))
