"""What went wrong in first answers: referrals, assessments, discussions, enquiries, missing episodes, events."""

from itertools import pairwise

from sightline.synthetic.days import (
    due_after,
    limit,
    months_after,
)
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.story import Story
from sightline.synthetic.truth.duties import childhood_ends, first_from, plant_duty

GRAVE_NOTIFICATIONS = {"custody", "hospital"}
AWAY_WITHOUT_LEAVE = "A"


def plant_first_answers(story: Story) -> None:
    """Every failing between the first contact and a plan, and after something grave."""
    _plant_contacts(story)
    _plant_referrals(story)
    _plant_discussions(story)
    _plant_enquiries(story)
    _plant_missing(story)
    _plant_events(story)


def _plant_contacts(story: Story) -> None:
    """Contacts on which nobody decided in time and that were no referral by then."""
    contacts = story.rows("contacts")
    referred = [row["received"] for row in story.rows("referrals")]
    for received in {row["received"] for row in contacts}:
        decided = (row["decided"] for row in contacts if row["received"] == received)
        rule, follows = "contact_not_decided_in_time", first_from(received, referred)
        plant_duty(story, rule, "contact", "CON-01", received, *decided, follows)


def _plant_referrals(story: Story) -> None:
    referrals = story.rows("referrals")
    for row in referrals:
        plant_duty(
            story,
            "referral_not_decided_in_a_working_day",
            "referral",
            "REF-01",
            row["received"],
            row["decided"],
            row.get("closed"),
        )
    for earlier, received in pairwise(sorted({row["received"] for row in referrals})):
        if received <= months_after(earlier, limit("REF-02", received)):
            story.plant("rereferral_within_12_months", "referral", received, received)


def _plant_discussions(story: Story) -> None:
    late, without = set(), set()
    for row in story.rows("strategy_discussions"):
        held = row["held"]
        if held > due_after("STR-01", row["needed_since"]):
            late.add(held)
        if not (row["police_attended"] and row["health_attended"]):
            without.add(held)
    for held in late:
        story.plant("strategy_discussion_held_late", "strategy discussion", held, held)
    for held in without:
        rule = "strategy_discussion_without_police_or_health"
        story.plant(rule, "strategy discussion", held, held)


def _plant_enquiries(story: Story) -> None:
    """Enquiries that ended before anybody saw the child, on a visit of that very day at the latest."""
    visits = (*story.rows("protection_visits"), *story.rows("child_in_need_visits"))
    seen = {visit["visited"] for visit in visits if visit["child_seen"]}
    for row in story.rows("enquiries"):
        if not row["child_seen"] and row["ended"] not in seen:
            rule = "enquiry_concluded_without_child_seen"
            story.plant(rule, "enquiry", row["started"], row["ended"])


def _plant_missing(story: Story) -> None:
    for row in story.rows("missing_episodes"):
        if row["type"] != AWAY_WITHOUT_LEAVE:
            plant_duty(
                story,
                "missing_child_not_reported_to_police",
                "missing episode",
                "MIS-03",
                row["started"],
                row["police_told"],
                row["returned"],
            )
    interviews = [row for row in story.rows("return_interviews") if row["held"] is not None]
    independent = {row["held"] for row in interviews if row["independent"]}
    for held in {row["held"] for row in interviews} - independent:
        story.plant("return_interview_not_independent", "return interview", held, held)


def _plant_events(story: Story) -> None:
    """Days of something grave that no manager's decision followed in time."""
    ends, made = childhood_ends(story), {row["made"] for row in story.rows("management_decisions")}
    for day in _days_of_something_grave(story):
        if day < ends:
            decided = first_from(day, made)
            rule = "no_decision_after_high_risk_event"
            plant_duty(story, rule, "event of high risk", "OVS-02", day, decided, ends)


def _days_of_something_grave(story: Story) -> set[int]:
    days = {row["started"] for row in story.rows("enquiries")}
    days |= {row["started"] for row in story.rows("missing_episodes")}
    days |= {row["raised"] for row in story.rows("risk_alerts")}
    days |= {
        row["received"] for row in story.rows("notifications") if row["kind"] in GRAVE_NOTIFICATIONS
    }
    return {day for day in days if day <= EXTRACT_DAY}
