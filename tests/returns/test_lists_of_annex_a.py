"""What each list of Annex A says, on children drawn by hand."""

from datetime import date

import pytest

from sightline.returns.annex_a.filled_from import (
    BY_LIST,
    NOT_REQUIRED,
    columns_read,
    filled_from,
    why_empty,
)
from sightline.returns.annex_a.lists import age
from sightline.sources.headings_of_annex_a import CHILD, HEADINGS
from tests.returns.records_drawn import ASHA, DAY, rows_of, told

CASE = {"child": "C1", "received": date(2024, 1, 8), "no_further_action": False}
SEEN_ALONE, LAST_VISIT = "Was the Child Seen Alone?", "Date of the Last Statutory Visit"
MISSING = (
    "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months"
)
EMERGENCY = "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)"
AGAIN = "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)"


def test_who_the_child_is_in_the_words_of_annex_a():
    (row,) = rows_of(1, contacts=[{"child": "C1", "received": DAY, "source": "5D"}])
    assert row["Gender"] == "b) Female"
    assert row["Ethnicity"] == "d) WOTH"
    assert row["Age of Child (Years)"] == 8
    assert row["Does the Child have a Disability"] == "b) No"
    assert row["Contact Source"] == "p1) 5D: LA services"


def test_a_child_not_yet_born_has_its_expected_birth_and_no_age():
    unborn = {"child": "C1", "expected_birth": date(2024, 8, 1)}
    (row,) = rows_of(1, children=[unborn], contacts=[{"child": "C1", "received": DAY}])
    assert (row["Date of Birth"], row["Age of Child (Years)"]) == (date(2024, 8, 1), -1)
    assert row["Ethnicity"] is None, "nobody said it: it is no code for unknown"
    assert row["Does the Child have a Disability"] == "c) Unknown"


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(2015, 4, 30), DAY, 9),
        (date(2015, 5, 1), DAY, 8),
        (date(2016, 2, 29), date(2024, 2, 28), 7),
        (date(2016, 2, 29), date(2025, 2, 28), 8),
        (date(2016, 2, 29), date(2025, 3, 1), 9),
    ],
)
def test_age_in_whole_years(born, day, years):
    assert age(born, day) == years


def test_contacts_of_six_months_both_days_included():
    days = [date(2023, 10, 29), date(2023, 10, 30), DAY, date(2024, 5, 1)]
    rows = rows_of(1, contacts=[{"child": "C1", "received": day} for day in days])
    assert [row["Date of Contact"] for row in rows] == [date(2023, 10, 30), DAY]


def test_earlier_referrals_are_counted_back_from_each_referral():
    days = [date(2022, 11, 1), date(2023, 1, 9), date(2023, 11, 1), date(2024, 1, 8)]
    rows = rows_of(3, referrals=[{**CASE, "received": day} for day in days])
    counted = {
        row["Date of referral"]: row["Number of Referrals in Last 12 Months"] for row in rows
    }
    assert counted == {date(2023, 11, 1): 1, date(2024, 1, 8): 2}


def test_two_referrals_of_one_day_stand_once_as_the_one_taken_on():
    refused = {**CASE, "no_further_action": True}
    (row,) = rows_of(3, referrals=[refused, CASE])
    assert row["Referral NFA?"] == "b) No"


def test_whether_a_referral_was_taken_on_stays_empty_where_nobody_said():
    (row,) = rows_of(3, referrals=[{**CASE, "no_further_action": None}])
    assert row["Referral NFA?"] is None


def test_an_assessment_says_what_it_found_only_once_it_is_authorised():
    support = "Was the child assessed as requiring LA children's social care support?"
    begun = {"child": "C1", "started": date(2024, 1, 9), "child_seen": False}
    done = {**begun, "authorised": date(2024, 2, 9), "outcome": "no further action"}
    open_one, closed = rows_of(4, assessments=[begun, done])
    assert (open_one[support], closed[support]) == (None, "b) No")
    assert closed["Child Seen During Continuous Assessment"] == "b) No"


def test_an_unfinished_assessment_ends_with_its_case():
    begun = {"child": "C1", "started": date(2023, 5, 1)}
    case = {**CASE, "received": date(2023, 5, 1), "closed": date(2023, 10, 1)}
    assert rows_of(4, assessments=[begun], referrals=[case]) == []
    assert len(rows_of(4, assessments=[begun], referrals=[{**case, "closed": None}])) == 1


def test_a_conference_stands_beside_the_enquiry_it_names_or_the_last_before_it():
    first = {"child": "C1", "enquiry": "E1", "started": date(2024, 1, 1)}
    second = {"child": "C1", "enquiry": "E2", "started": date(2024, 3, 1)}
    held = {"child": "C1", "held": date(2024, 3, 10), "plan_agreed": True}
    beside = "Date of Initial Child Protection Conference"

    def conferences(**names):
        rows = rows_of(5, enquiries=[first, second], initial_conferences=[{**held, **names}])
        return [row[beside] for row in rows]

    assert conferences(enquiry="E1") == [date(2024, 3, 10), None]
    assert conferences() == [None, date(2024, 3, 10)]
    assert conferences(transfer_in=True) == [None, None]


def test_conferences_are_not_counted_as_none_where_no_source_tells_of_any():
    enquiry = {"child": "C1", "enquiry": "E1", "started": date(2024, 1, 1)}
    counted = "Number of ICPCs in the last 12 months"
    (row,) = rows_of(5, enquiries=[enquiry])
    (untold,) = rows_of(5, lambda column: "conference" not in column, enquiries=[enquiry])
    assert (row[counted], untold[counted]) == (0, None)


@pytest.mark.parametrize(
    ("others", "status"),
    [
        ({}, None),
        ({"assessments": [{"child": "C1", "started": date(2024, 1, 9)}]}, "d) Open assessment"),
        (
            {
                "assessments": [
                    {"child": "C1", "started": date(2024, 1, 9), "cancelled": date(2024, 1, 10)}
                ]
            },
            None,
        ),
        (
            {
                "assessments": [{"child": "C1", "started": date(2024, 1, 9)}],
                "child_in_need_plans": [{"child": "C1", "started": date(2024, 2, 1)}],
            },
            "c) Child in need plan",
        ),
        (
            {
                "child_in_need_plans": [{"child": "C1", "started": date(2024, 2, 1)}],
                "protection_plans": [{"child": "C1", "started": date(2024, 2, 1)}],
            },
            "b) Child Protection plan",
        ),
        (
            {
                "protection_plans": [{"child": "C1", "started": date(2024, 2, 1)}],
                "care_episodes": [{"child": "C1", "started": date(2024, 2, 1)}],
            },
            "a) Looked after child",
        ),
        ({"protection_plans": [{"child": "C1", "started": date(2024, 2, 1), "ended": DAY}]}, None),
    ],
)
def test_an_open_case_is_of_its_weightiest_kind_or_of_none(others, status):
    (row,) = rows_of(6, referrals=[CASE], **others)
    assert row["Case Status"] == status


def test_a_closed_case_says_so_and_who_held_it_last():
    held = {"child": "C1", "role": "social worker", "started": date(2024, 1, 9)}
    (row,) = rows_of(
        6,
        referrals=[{**CASE, "closed": date(2024, 3, 1), "closure_reason": "RC8"}],
        allocations=[
            {**held, "worker": "W1", "team": "North", "ended": date(2024, 2, 1)},
            {**held, "worker": "W2", "team": "South", "started": date(2024, 2, 1)}
            | {"ended": date(2024, 3, 1)},
            {**held, "worker": "W3", "role": "personal adviser"},
        ],
    )
    assert row["Case Status"] == "e) Closed episode"
    assert row["Reason for Closure"] == "RC8 - Case closed after assessment, no further action"
    assert (row["Allocated Worker"], row["Allocated Team"]) == ("W2", "South")


def test_last_seen_is_the_last_visit_of_any_kind_at_which_the_child_was_seen():
    (row,) = rows_of(
        6,
        referrals=[CASE],
        protection_visits=[
            {"child": "C1", "visited": date(2024, 3, 1), "child_seen": True},
            {"child": "C1", "visited": date(2024, 4, 1), "child_seen": False},
        ],
        child_in_need_visits=[{"child": "C1", "visited": date(2024, 3, 9), "child_seen": True}],
        care_visits=[{"child": "C1", "visited": date(2023, 3, 9), "child_seen": True}],
    )
    assert row["Date Child Was Last Seen"] == date(2024, 3, 9)


def test_a_plan_has_its_own_last_visit_and_the_plans_before_it():
    earlier = {"child": "C1", "started": date(2020, 1, 1), "ended": date(2020, 9, 1)}
    running = {"child": "C1", "started": date(2024, 1, 10), "initial_category": "NEG"}
    visit = {"child": "C1", "child_seen": True, "seen_alone": True}
    (row,) = rows_of(
        7,
        protection_plans=[earlier, running],
        protection_visits=[
            {**visit, "visited": date(2024, 1, 5)},
            {**visit, "visited": date(2024, 2, 5), "seen_alone": None},
        ],
        care_episodes=[
            {"child": "C1", "legal_status": "L1"}
            | {"started": date(2023, 10, 29), "ended": date(2023, 10, 30)}
        ],
    )
    assert row["Number of Previous Child Protection Plans"] == 1
    assert row["Initial Category of Abuse"] == "a) Neglect"
    assert (row[LAST_VISIT], row[SEEN_ALONE]) == (date(2024, 2, 5), "c) Unknown")
    assert row[EMERGENCY] == "a) Yes", "police protection ran on the first day of the six months"


def test_no_order_is_said_only_where_legal_statuses_are_told():
    plan = {"child": "C1", "started": date(2024, 1, 10)}
    (told_of,) = rows_of(7, protection_plans=[plan])
    (untold,) = rows_of(7, lambda column: False, protection_plans=[plan])
    assert (told_of[EMERGENCY], untold[EMERGENCY]) == ("b) No", None)


EPISODE = {"child": "C1", "entered_care": date(2023, 6, 1), "started": date(2023, 6, 1)}


def test_a_period_of_care_is_as_its_last_episode_has_it():
    moved = {"ended": date(2023, 9, 1), "end_reason": "X1", "legal_status": "V2"}
    (row,) = rows_of(
        8,
        care_episodes=[
            {**EPISODE, **moved},
            {**EPISODE, "started": date(2023, 9, 1), "legal_status": "C1"}
            | {"ended": date(2023, 12, 1), "end_reason": "X1"},
            {**EPISODE, "started": date(2023, 12, 1), "legal_status": "C1"},
        ],
        placements=[
            {"child": "C1", "started": date(2023, 6, 1), "ended": date(2023, 12, 1)},
            {"child": "C1", "started": date(2023, 12, 1), "type": "U4", "provider": "PR1"},
        ],
        care_plans=[{"child": "C1", "started": date(2024, 1, 1), "permanence_plan": "LTFOST18"}],
    )
    assert row["Date Started to be Looked After"] == date(2023, 6, 1)
    assert row["Start date of current legal status"] == date(2023, 9, 1)
    assert (row["Child's Legal Status"], row["Date Ceased to be Looked After"]) == ("C1", None)
    assert (row["Placement Type"], row["Number of Placements in the Last 12 months"]) == ("U4", 2)
    assert row["What is the permanence plan for this child?"] == "f) Long-term fostering"
    assert row[AGAIN] == "b) No"


def test_care_that_ended_and_began_again_within_a_year():
    first = {**EPISODE, "ended": date(2023, 8, 1), "end_reason": "E4A"}
    second = {**EPISODE, "entered_care": date(2023, 11, 1), "started": date(2023, 11, 1)}
    (row,) = rows_of(8, care_episodes=[first, second])
    assert (row["Date Started to be Looked After"], row[AGAIN]) == (date(2023, 11, 1), "a) Yes")


def test_where_no_episode_says_when_care_began_touching_episodes_are_one_period():
    untold = {"entered_care": None}
    (row,) = rows_of(
        8,
        care_episodes=[
            {**EPISODE, **untold, "ended": date(2023, 9, 1), "end_reason": "X1"},
            {**EPISODE, **untold, "started": date(2023, 9, 1)},
        ],
    )
    assert row["Date Started to be Looked After"] == date(2023, 6, 1)


def test_times_missing_are_counted_and_never_nought_where_nobody_tells():
    gone = {"child": "C1", "type": "M", "started": date(2024, 2, 1), "interview_offered": True}
    before = {**gone, "started": date(2023, 4, 30)}
    away = {**gone, "type": "A", "started": date(2024, 3, 1), "interview_offered": False}
    (row,) = rows_of(8, care_episodes=[EPISODE], missing_episodes=[before, gone, away])
    assert row[MISSING] == 1
    offered = "Was the child offered a Return Interview after their last missing episode (Y/N)?"
    assert row[offered] == "a) Yes"
    (never,) = rows_of(8, care_episodes=[EPISODE])
    (untold,) = rows_of(8, lambda column: "missing" not in column, care_episodes=[EPISODE])
    assert (never[MISSING], untold.get(MISSING)) == (0, None)


def test_each_care_leaver_stands_once_as_last_known():
    known = {"child": "C1", "eligibility": "former relevant", "in_touch": "NO"}
    (row,) = rows_of(
        9,
        care_leavers=[
            {**known, "as_of": date(2024, 2, 1), "in_touch": "RHOM", "activity": "F3"},
            {**known, "as_of": date(2023, 2, 1)},
        ],
    )
    assert (row["Eligibility Category"], row["LA in Touch"]) == ("b) Former relevant", "f) Rhom")
    assert row["Activity Status"] == "F3", "a retired code has no word: it stays, and is a fault"


def test_plans_for_adoption_stand_for_a_year_after_they_are_over():
    decided = {"child": "C1", "decided": date(2022, 1, 1)}
    over = [date(2023, 4, 29), date(2023, 4, 30), None]
    rows = rows_of(
        10,
        permanence=[
            *({**decided, "decision_reversed": day} for day in over),
            {"child": "C1", "order_made": DAY},
        ],
        care_episodes=[{**EPISODE, "entered_care": date(2021, 5, 1), "started": date(2021, 9, 1)}],
    )
    assert len(rows) == 2
    assert {row["Date the Child Entered Care"] for row in rows} == {date(2021, 5, 1)}


def test_people_who_want_to_adopt_stand_beside_no_child():
    (row,) = rows_of(
        11,
        prospective_adopters=[
            {"adopter": "A1", "enquired": date(2023, 1, 1), "sex": "F", "disabled": None},
            {"adopter": "A2", "enquired": date(2020, 1, 1), "left_on": date(2023, 4, 29)},
            {"adopter": "A3"},
        ],
    )
    assert (row["Individual adopter identifier"], row["Disability"]) == ("A1", "c) Unknown")
    assert CHILD not in row


def test_every_heading_says_where_it_comes_from_and_no_other_is_filled():
    read = columns_read()
    for number, (_, headings) in HEADINGS.items():
        assert set(BY_LIST[number]) <= set(headings)
        assert NOT_REQUIRED[number] <= set(headings)
        for heading in headings:
            places = filled_from(number, heading)
            for place in () if isinstance(places, str) else places:
                table, column = place.split(".")
                assert column in read[table]


def test_a_column_that_no_source_fills_says_which_record_would():
    untold = told(lambda column: False)
    assert "placements.postcode" in why_empty(untold.tells, 8, "Placement postcode")
    assert why_empty(told().tells, 8, "Placement postcode") == ""
    assert "never linked" in why_empty(told().tells, 10, "Family identifier")
    assert ASHA["child"] not in why_empty(untold.tells, 8, "Placement postcode")
