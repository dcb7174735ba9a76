"""Which meetings and visits belong to which plan of a child, and how long the child went unseen."""

from datetime import date

from sightline.web.pages.child.plan_rows import plans_of, seen_last
from sightline.web.pages.child.plans_and_visits import in_short

DAY = date(2024, 3, 31)
PLAN = {"started": date(2024, 1, 1), "ended": None, "initial_category": "NEG"}


def visit(day: date, *, seen: bool = True, mode: str = "in person") -> dict:
    return {"visited": day, "child_seen": seen, "seen_alone": seen, "mode": mode}


def test_an_offer_to_a_family_that_never_met_is_no_meeting_and_breaks_nothing():
    offer = {"offered": date(2024, 1, 5), "held": None, "accepted": False}
    records = {"family_group_decision_making": [offer, dict(offer)]}
    plans, others = plans_of(records, DAY)
    assert (plans, others.meetings) == ([], [])


def test_meetings_stand_with_their_plan_planned_ones_too():
    records = {
        "protection_plans": [PLAN],
        "initial_conferences": [{"held": date(2023, 12, 20)}, {"held": date(2020, 1, 1)}],
        "core_groups": [{"held": None, "due": date(2024, 4, 5)}, {"held": None, "due": None}],
    }
    (plan,), others = plans_of(records, DAY)
    assert [(one.words, one.day, one.held is None) for one in plan.meetings] == [
        ("Core group", date(2024, 4, 5), True),
        ("Initial conference", date(2023, 12, 20), False),
    ]
    assert [one.day for one in others.meetings] == [date(2020, 1, 1)]


def test_days_unseen_run_over_visits_at_which_nobody_saw_the_child():
    visits = [
        visit(date(2024, 1, 11)),
        visit(date(2024, 1, 21), seen=False),
        visit(date(2024, 1, 31), mode="attempted"),
        visit(date(2024, 2, 10)),
        visit(date(2023, 6, 1)),
    ]
    (plan,), others = plans_of({"protection_plans": [PLAN], "protection_visits": visits}, DAY)
    assert [one.days_unseen for one in plan.visits] == [30, 20, 10, 10]
    assert [one.day for one in others.visits] == [date(2023, 6, 1)]
    assert "The longest time between was 30 days." in in_short(plan)
    assert "3 visits (1 more attempted)" in in_short(plan)
    assert seen_last({"protection_visits": visits}, DAY).day == date(2024, 2, 10)
