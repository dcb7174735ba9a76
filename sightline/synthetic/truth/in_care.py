"""What went wrong in care: plans and reviews late, homes not visited, health not looked at."""

from sightline.synthetic.care_planning import PeriodOfCare, periods_of_care
from sightline.synthetic.period import NOT_YET
from sightline.synthetic.story import Row, Story
from sightline.synthetic.truth.care_visits import days_seen, plant_visits
from sightline.synthetic.truth.duties import first_from, plant_clocks, plant_duty

ENTRY = "entry to care"
DENTIST, DONE = "dental check", "completed"
HEALTH_ASSESSMENTS = {"initial health assessment", "health assessment"}


def plant_in_care(story: Story) -> None:
    """Every failing in every period of care."""
    for period in periods_of_care(story):
        _plant_reviews(story, period)
        _plant_from_entry(story, period)
        moved = [row["started"] for row in period.placements]
        for row, left in zip(period.placements, [*moved[1:], period.ended], strict=True):
            _plant_placement(story, row, left)
            plant_visits(story, period, row, left)
        _plant_again_and_again(story, period)
        _plant_wellbeing(story, period)
        _plant_missing(story, period)


def _plant_reviews(story: Story, period: PeriodOfCare) -> None:
    entered, ended = period.entered, period.ended
    held = sorted(
        {
            row["held"]
            for row in story.rows("care_reviews")
            if row["period_of_care"] == period.id and not row["cancelled"]
        }
    )
    first = min(held, default=NOT_YET)
    plant_duty(story, "first_care_review_overdue", ENTRY, "CLA-09", entered, first, ended)
    if held and first < ended:
        second = min(held[1:], default=NOT_YET)
        rule = "second_care_review_overdue"
        plant_duty(story, rule, "first review", "CLA-10", first, second, ended)
    rule = "later_care_review_overdue"
    plant_clocks(story, rule, "review after", "CLA-11", held[1:], ended)


def _plant_from_entry(story: Story, period: PeriodOfCare) -> None:
    """What is owed once from the day the child came into care."""
    entered, ended = period.entered, period.ended
    plans = (row["started"] for row in story.rows("care_plans"))
    made = first_from(entered, plans)
    plant_duty(story, "care_plan_not_made", ENTRY, "CLA-12", entered, made, ended)
    checked = first_from(
        entered,
        (
            row["checked"]
            for row in story.rows("health_checks")
            if row["kind"] in HEALTH_ASSESSMENTS and row["status"] == DONE
        ),
    )
    rule = "first_health_assessment_overdue"
    plant_duty(story, rule, ENTRY, "CLA-15", entered, checked, ended)


def _plant_again_and_again(story: Story, period: PeriodOfCare) -> None:
    """What is owed anew each time it was done, from entry on: the dentist, the officer's calls."""
    checks = story.rows("health_checks")
    seen = {row["checked"] for row in checks if row["kind"] == DENTIST and row["status"] == DONE}
    calls = {row["contacted"] for row in story.rows("reviewing_officer_contacts")}
    for rule, subject, standard, days in (
        ("dental_check_overdue", "dental check after", "CLA-22", seen),
        ("reviewing_officer_not_in_touch", "contact after", "IRO-01", calls),
    ):
        within = {day for day in days if period.entered <= day <= period.ended}
        clocks = {period.entered, *within}
        plant_clocks(story, rule, subject, standard, clocks, period.ended)


def _plant_placement(story: Story, row: Row, left: int) -> None:
    """The plan of a placement, the first visit in it, and the decision about a relative."""
    started = row["started"]
    agreed = row.get("plan_agreed")
    rule = "placement_plan_not_agreed"
    plant_duty(story, rule, "placement", "CLA-13", started, agreed, left)
    seen = first_from(started, days_seen(story))
    rule = "first_visit_in_placement_overdue"
    plant_duty(story, rule, "placement", "CLA-01", started, seen, left)
    if row.get("temporary_approval") is not None:
        decided = row["full_approval_decided"]
        rule = "connected_carer_not_decided"
        plant_duty(story, rule, "placement", "CLA-14", started, decided, left)


def _plant_wellbeing(story: Story, period: PeriodOfCare) -> None:
    for row in story.rows("emotional_wellbeing"):
        referred = row["referred"]
        if period.entered <= referred < period.ended:
            refused = None if row["accepted"] else row["answered"]
            rule, subject = "wellbeing_help_not_begun", "referral for wellbeing"
            ends = (row["first_seen"], refused, row["ended"], period.ended)
            plant_duty(story, rule, subject, "CLA-39", referred, *ends)


def _plant_missing(story: Story, period: PeriodOfCare) -> None:
    for row in story.rows("missing_episodes"):
        started, back = row["started"], row["returned"]
        over = period.ended if back is None else min(back, period.ended)
        if period.entered <= started <= period.ended and over > started:
            story.plant("child_missing_from_care", "missing episode", started, started)
