"""The workbook's own check and counts."""

from datetime import date

from sightline.returns.annex_a.checks import ELSEWHERE, IMPOSSIBLE, MISSING, NOT_ALLOWED, faults_of
from sightline.returns.annex_a.lists import lists_of
from tests.returns.records_drawn import ASHA, DAY, told

CASE = {"child": "C1", "received": date(2024, 1, 8), "no_further_action": False}


def found(kind, **tables):
    records = told(**tables)
    return {
        (fault.number, fault.heading): fault
        for fault in faults_of(records, lists_of(records))
        if fault.kind == kind
    }


def test_a_required_column_that_some_rows_leave_empty_names_the_rows():
    sent = {"child": "C1", "received": DAY}
    faults = found(MISSING, contacts=[{**sent, "source": "6"}, sent])
    assert faults[1, "Contact Source"].rows == (1,)
    assert (1, "Date of Birth") not in faults, "it is not required, and filled"


def test_a_column_that_may_be_empty_is_no_fault_unless_nothing_can_fill_it():
    faults = found(MISSING, care_episodes=[{"child": "C1", "started": DAY}])
    assert (8, "Date of Last Dental Check") not in faults
    assert "no sure way" in faults[8, "Placement Location"].because


def test_a_code_that_annex_a_has_no_word_for():
    leaver = {"child": "C1", "as_of": DAY, "eligibility": "relevant", "activity": "F3"}
    faults = found(NOT_ALLOWED, care_leavers=[leaver])
    assert list(faults) == [(9, "Activity Status")]


def test_dates_that_lie_in_an_order_that_cannot_be():
    plan = {"child": "C1", "started": date(2024, 1, 10), "ended": date(2024, 1, 9)}
    whole = {"child": "C1", "started": date(2024, 1, 10), "ended": date(2024, 1, 10)}
    faults = found(IMPOSSIBLE, protection_plans=[whole, plan])
    (fault,) = faults.values()
    assert (fault.heading, fault.rows) == ("Child Protection Plan End Date", (1,))


def test_care_cannot_begin_before_birth_though_a_referral_can():
    early = date(2024, 1, 8)
    faults = found(
        IMPOSSIBLE,
        children=[{**ASHA, "born": date(2024, 2, 1)}],
        referrals=[CASE],
        care_episodes=[{"child": "C1", "started": early, "entered_care": early}],
    )
    assert list(faults) == [(8, "Date Started to be Looked After")]


def test_nothing_lies_after_the_day_of_the_workbook_but_an_expected_birth():
    unborn = {"child": "C1", "expected_birth": date(2024, 8, 1)}
    plan = {"child": "C1", "started": date(2024, 1, 10), "ended": date(2024, 5, 1)}
    faults = found(IMPOSSIBLE, children=[unborn], protection_plans=[plan])
    assert list(faults) == [(7, "Child Protection Plan End Date")]


def test_a_child_on_a_plan_must_have_an_open_case():
    plan = {"child": "C1", "started": date(2024, 1, 10)}
    alone = found(ELSEWHERE, protection_plans=[plan])
    assert "no open case" in alone[7, "Child Unique ID"].what
    assert found(ELSEWHERE, protection_plans=[plan], referrals=[CASE]) == {}


def test_a_referral_taken_on_must_be_a_case_and_a_conference_that_agreed_a_plan_a_plan():
    enquiry = {"child": "C1", "enquiry": "E1", "started": date(2024, 2, 1)}
    held = {"child": "C1", "held": date(2024, 2, 12), "plan_agreed": True, "enquiry": "E1"}
    faults = found(ELSEWHERE, referrals=[CASE], enquiries=[enquiry], initial_conferences=[held])
    assert list(faults) == [(5, "Child Unique ID")]
    plan = {"child": "C1", "started": date(2024, 2, 12)}
    assert not found(
        ELSEWHERE,
        referrals=[CASE],
        enquiries=[enquiry],
        initial_conferences=[held],
        protection_plans=[plan],
    )


def test_a_plan_for_adoption_that_stands_is_of_a_child_in_care():
    decided = {"child": "C1", "decided": date(2024, 1, 1)}
    episode = {"child": "C1", "started": date(2023, 1, 1), "entered_care": date(2023, 1, 1)}
    assert (10, "Child Unique ID") in found(ELSEWHERE, permanence=[decided])
    assert not found(ELSEWHERE, permanence=[decided], care_episodes=[episode], referrals=[CASE])
    over = {**decided, "order_made": date(2024, 4, 1)}
    assert not found(ELSEWHERE, permanence=[over])
