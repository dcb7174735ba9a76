"""What went wrong under plans: core groups, reviews of need, visits, conferences, and who spoke for the child."""

from sightline.synthetic.days import (
    due_after,
    limit,
    months_after,
    working_day_after,
)
from sightline.synthetic.story import Row, Story
from sightline.synthetic.truth.duties import first_from, plant_clocks, plant_duty

FEWEST_FOR_A_QUORUM = 3


def plant_under_plans(story: Story) -> None:
    """Every failing under the child's plans and at conferences."""
    for plan in story.rows("protection_plans"):
        _plant_core_groups(story, plan)
        _plant_advocate(story, plan)
    for plan in story.rows("child_in_need_plans"):
        _plant_plan_of_need(story, plan)
    _plant_conferences(story)
    _plant_long_plans(story)


def _plant_long_plans(story: Story) -> None:
    """Plans that ran on for a year without anybody asking a lawyer."""
    asked = [row["held"] for row in story.rows("legal_planning_meetings")]
    asked += [row["decided"] for row in story.rows("pre_proceedings")]
    for plan in story.rows("protection_plans"):
        started = plan["started"]
        long = months_after(started, limit("PLO-08", started)) + 1
        if min(first_from(started, asked), plan["ended"]) > long:
            story.plant("long_plan_without_legal_planning", "protection plan", started, long)


def _plant_core_groups(story: Story, plan: Row) -> None:
    held = _days(story, "core_groups", "held", plan)
    started, ended = plan["started"], plan["ended"]
    first = first_from(started, held)
    rule = "first_core_group_over_10_days"
    plant_duty(story, rule, "protection plan", "COR-01", started, first, ended)
    rule = "later_core_group_over_6_weeks"
    plant_clocks(story, rule, "core group after", "COR-02", held, ended)


def _plant_plan_of_need(story: Story, plan: Row) -> None:
    started, ended = plan["started"], plan["ended"]
    held = _days(story, "child_in_need_reviews", "held", plan)
    rule = "first_child_in_need_review_over_6_weeks"
    first = first_from(started, held)
    plant_duty(story, rule, "child in need plan", "CIN-02", started, first, ended)
    rule = "later_child_in_need_review_over_3_months"
    plant_clocks(story, rule, "child in need review after", "CIN-03", held, ended)
    seen = _days(story, "child_in_need_visits", "visited", plan, only="child_seen")
    rule = "child_in_need_visit_overdue"
    plant_clocks(story, rule, "child in need visit after", "CIN-01", {started, *seen}, ended)
    long = months_after(started, limit("CIN-04", started)) + 1
    if long < ended:
        story.plant("child_in_need_plan_over_9_months", "child in need plan", started, long)


def _days(story: Story, table: str, day: str, plan: Row, only: str | None = None) -> set[int]:
    """The days of a plan's rows; of those alone for which ``only`` is yes, where it is named."""
    rows = (row for row in story.rows(table) if row["plan"] == plan["plan"])
    return {row[day] for row in rows if only is None or row[only]}


def _plant_advocate(story: Story, plan: Row) -> None:
    """Plans of children old enough for an advocate whom nobody offered one in time."""
    started = plan["started"]
    if months_after(story.child.born, 12 * limit("ADV-02", started)) > started:
        return
    offers = story.rows("advocacy")
    at_work = any(
        row["started"] is not None and row["started"] <= started <= row["ended"] for row in offers
    )
    offered = started if at_work else first_from(started, (row["offered"] for row in offers))
    rule = "protected_child_not_offered_advocate"
    plant_duty(story, rule, "protection plan", "ADV-01", started, offered, plan["ended"])


def _plant_conferences(story: Story) -> None:
    first, reviews = story.rows("initial_conferences"), story.rows("review_conferences")
    for row in (*first, *reviews):
        if row["agencies_attended"] < FEWEST_FOR_A_QUORUM:
            story.plant("conference_not_quorate", "conference", row["held"], row["held"])
    _plant_reports(story, "initial_conference_report_shared_late", "initial conference", "CPC-01")
    _plant_reports(story, "review_conference_report_shared_late", "review conference", "CPC-02")
    for row in first:
        notified = row.get("move_notified")
        if notified is not None and row["held"] > due_after("TRF-01", notified):
            rule = "transfer_conference_held_late"
            story.plant(rule, "transfer conference", row["held"], row["held"])


def _plant_reports(story: Story, rule: str, subject: str, standard: str) -> None:
    """Reports that the family had later than so many working days before the conference."""
    for row in story.rows(f"{subject}s".replace(" ", "_")):
        held, shared = row["held"], row["report_shared"]
        if working_day_after(shared, limit(standard, held)) > held:
            story.plant(rule, subject, held, held)
