"""The trackers: what brings a child onto each and off it, and what people of each role see of them."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from sightline.casework.models import AuditEntry, Person, Recording, Restriction
from sightline.web.trackers import TRACKERS, on_now, with_left_of_late

DAY = date(2024, 3, 31)
BORN = {"children": [{"born": date(2010, 5, 6), "died": None}]}
EPISODE = {"started": date(2024, 3, 1), "returned": date(2024, 3, 3), "interview_accepted": None}


def stays(tracker, rows, day=DAY):
    """(since, until) of one made-up child."""
    found = TRACKERS[tracker].stays_of("C001", {**BORN, **rows}, day)
    return [(one.since, one.until) for one in found]


def plan(started, ended=None):
    return {"started": started, "ended": ended}


def care(started, ended=None, legal_status="V2"):
    return {"started": started, "ended": ended, "legal_status": legal_status}


def decided(day, **more):
    empty = dict.fromkeys(
        ("letter_sent", "outcome_agreed", "letter_of_issue_sent", "application_issued")
    )
    return {"decided": day, **empty, **more}


@pytest.mark.parametrize(
    ("interviews", "accepted", "left"),
    [
        ([], None, None),
        ([{"held": date(2024, 3, 5), "declined": None}], True, date(2024, 3, 5)),
        ([{"held": None, "declined": date(2024, 3, 4)}], None, date(2024, 3, 4)),
        # An interview before the return says nothing of this time.
        ([{"held": date(2024, 3, 2), "declined": None}], None, None),
        ([], False, date(2024, 3, 3)),
    ],
)
def test_a_missing_child_stays_until_somebody_talked_with_them(interviews, accepted, left):
    rows = {
        "missing_episodes": [EPISODE | {"interview_accepted": accepted}],
        "return_interviews": interviews,
    }
    assert stays("missing", rows) == [(date(2024, 3, 1), left)]


def test_what_lies_ahead_of_the_day_is_not_known():
    rows = {"missing_episodes": [EPISODE], "return_interviews": [{"held": date(2024, 3, 9), "declined": None}]}  # fmt: skip
    assert stays("missing", rows, date(2024, 3, 8)) == [(date(2024, 3, 1), None)]
    assert stays("missing", rows, date(2024, 2, 29)) == []


def test_pre_proceedings_end_with_the_first_of_outcome_letter_and_application():
    rows = {"pre_proceedings": [decided(date(2023, 9, 1), outcome_agreed=date(2024, 2, 1), application_issued=date(2024, 1, 9))]}  # fmt: skip
    assert stays("pre-proceedings", rows) == [(date(2023, 9, 1), date(2024, 1, 9))]


def test_stepped_down_children_are_in_view_for_six_months_unless_they_come_back():
    first = plan(date(2023, 1, 1), date(2023, 8, 31))
    assert stays("stepped-down", {"protection_plans": [first]}) == [
        (date(2023, 8, 31), date(2024, 2, 29))
    ]
    again = {"protection_plans": [first, plan(date(2023, 11, 5))]}
    assert stays("stepped-down", again) == [(date(2023, 8, 31), date(2023, 11, 5))]
    into_care = {"protection_plans": [first], "care_episodes": [care(date(2023, 8, 30))]}
    assert stays("stepped-down", into_care) == []


def test_care_by_agreement_ends_with_a_court_order_and_changes_of_home_do_not_end_it():
    rows = {"care_episodes": [
        care(date(2023, 1, 1), date(2023, 2, 1)),
        care(date(2023, 2, 1), date(2023, 6, 1)),
        care(date(2023, 6, 1), None, "C1"),
    ]}  # fmt: skip
    assert stays("voluntary-care", rows) == [(date(2023, 1, 1), date(2023, 6, 1))]


def test_exploitation_is_followed_while_the_case_is_open():
    rows = {
        "risk_alerts": [{"kind": "gangs", "raised": date(2023, 5, 1), "ended": None}],
        "exploitation_assessments": [
            {"assessed": date(2023, 6, 1), "kind": "sexual", "level": "high"},
            {"assessed": date(2023, 9, 1), "kind": "criminal", "level": "low"},
        ],
        "referrals": [
            {"received": date(2023, 4, 1), "closed": date(2023, 10, 1), "no_further_action": False}
        ],
    }
    assert stays("exploitation", rows) == [(date(2023, 5, 1), date(2023, 10, 1))]


def test_a_homeless_young_person_is_followed_until_they_have_a_place_and_have_answered():
    row = {"presented": date(2024, 3, 1), "assessed": date(2024, 3, 1), "answered": date(2024, 3, 4), "outcome": None}  # fmt: skip
    assert stays("homeless", {"homeless_young_people": [row]}) == [(date(2024, 3, 1), None)]
    settled = row | {"outcome": "supported lodgings"}
    assert stays("homeless", {"homeless_young_people": [settled]}) == [
        (date(2024, 3, 1), date(2024, 3, 4))
    ]


def test_nobody_is_followed_past_their_18th_birthday():
    rows = {
        "children": [{"born": date(2006, 3, 20), "died": None}],
        "care_episodes": [care(date(2023, 1, 1))],
    }
    assert stays("voluntary-care", rows) == [(date(2023, 1, 1), date(2024, 3, 20))]


def test_who_left_long_ago_is_not_shown():
    found = TRACKERS["voluntary-care"].stays_of(
        "C001", {"care_episodes": [care(date(2023, 1, 1), DAY - timedelta(days=61))]}, DAY
    )
    assert with_left_of_late(found, DAY) == []
    assert on_now(found) == []


def test_a_tracker_lists_the_children_open_to_a_person_and_counts_the_others(holder, at):
    page = holder.get("/trackers/long-plans/").content.decode()
    left = holder.get("/trackers/long-plans/?show=left").content.decode()
    assert "Dan Hill" in page
    assert "Cora Field" not in page
    assert "Fewer than 5 more are counted but not shown." in page
    assert "Ben Marsh" not in page
    assert "Ben Marsh" in left
    entry = AuditEntry.objects.filter(thing__startswith="tracker:").first()
    assert "C004" in str(entry.children)
    assert "C003" not in str(entry.children)


def test_a_restricted_child_is_on_no_list_of_those_not_named(sign_in):
    manager = Person.objects.create(username="other manager", role="service_manager")
    Restriction.objects.create(child="C003", kind="staff_family", why="Made up.", manager=manager, placed_by=manager, placed_at=timezone.now())  # fmt: skip
    leader = sign_in("leader")
    for address in ("/trackers/missing/", "/trackers/missing/children.csv", "/trackers/emergency/", "/trackers/emergency/children.csv"):  # fmt: skip
        told = leader.get(address).content.decode()
        assert "Dan" in told
        assert "Cora" not in told


def test_a_panels_minute_stands_beside_the_child_in_list_and_file(sign_in, at):
    leader = sign_in("leader")
    sent = {
        "held-day": "2", "held-month": "3", "held-year": "2024", "submission": "once",
        "decision": "Go back to court.", "reason": "Nothing changed.", "next_step": "Lawyer by Friday.",
        "comes_back-day": "1", "comes_back-month": "4", "comes_back-year": "2090",
    }  # fmt: skip
    answer = leader.post(at("panel/pre-proceedings/", "C003"), sent)
    assert answer.status_code == 302
    page = leader.get("/trackers/pre-proceedings/").content.decode()
    assert "Go back to court." in page
    assert "back on 1 April 2090" in page
    assert "Go back to court." not in leader.get("/trackers/missing/").content.decode()
    told = leader.get("/trackers/pre-proceedings/children.csv").content.decode()
    assert "Go back to court.,Nothing changed.,Lawyer by Friday.,2090-04-01" in told
    again = leader.get(at("panel/pre-proceedings/", "C003")).content.decode()
    assert "What it decided before" in again
    assert "No letter is recorded." in again


def test_a_minute_without_a_reason_is_not_recorded(sign_in, at):
    leader = sign_in("leader")
    answer = leader.post(at("panel/missing/", "C003"), {"decision": "Wait.", "held-day": "2", "held-month": "3", "held-year": "2024"})  # fmt: skip
    assert "Why is missing" in answer.content.decode()
    assert not Recording.objects.exists()


def test_small_numbers_on_trackers_are_hidden_from_members_who_see_no_list(sign_in):
    member = sign_in("member")
    page = member.get("/trackers/").content.decode()
    assert "Small number, not shown" in page
    assert "/trackers/missing/" not in page
    assert member.get("/trackers/missing/").status_code == 403
    assert member.get("/trackers/emergency/").status_code == 403


def test_a_contact_at_which_the_child_was_seen_takes_them_down_the_emergency_list(sign_in, at):
    leader = sign_in("leader")
    before = leader.get("/trackers/emergency/").content.decode()
    assert before.index("Ada Marsh") < before.index("Ben Marsh")
    today = date.today()
    day = {"contacted-day": today.day, "contacted-month": today.month, "contacted-year": today.year}
    assert leader.post(at("contact/", "C001"), {"how": "by phone", **day}).status_code == 302
    phoned = leader.get("/trackers/emergency/").content.decode()
    assert phoned.index("Ada Marsh") < phoned.index("Ben Marsh")
    assert "Spoken to by phone, not seen" in phoned
    leader.post(at("contact/", "C001"), {"how": "in person", "decision": "Safe with gran.", **day})
    after = leader.get("/trackers/emergency/").content.decode()
    assert after.index("Ada Marsh") > after.index("Ben Marsh")
    assert "Safe with gran." in after


def test_a_practitioner_downloads_no_tracker(holder):
    assert holder.get("/trackers/missing/children.csv").status_code == 403
    assert "Download" not in holder.get("/trackers/missing/").content.decode()
