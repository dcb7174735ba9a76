"""Measures whose rows the made-up world does not hold, or whose reading needs a closer look."""

from datetime import date

import ibis
import pyarrow as pa
import pytest

from sightline.engine import store
from sightline.engine.asking import handed
from sightline.engine.clocks import Clocks
from sightline.engine.measure_rows import rows_counted
from sightline.measures import MEASURES
from sightline.records.tables import TABLES


@pytest.fixture
def rows():
    """The rows that a measure of the records counts, from drawn tables."""

    def of(measure, local=None, **tables):
        records = {
            name: ibis.memtable(
                pa.Table.from_pylist(tables.get(name, []), schema=table.arrow_schema)
            )
            for name, table in TABLES.items()
        }
        clocks = Clocks(local)
        counted = rows_counted(
            MEASURES[measure],
            None,
            None,
            lambda function: handed(function, records, clocks, of=measure),
        )
        return store.open_memory(threads=1).to_pyarrow(counted).to_pylist()

    return of


def counted(rows, *columns):
    return sorted(tuple(row[name] for name in columns) for row in rows)


def referral(received, **others):
    return {"referral": f"{received}", "child": "Asha", "received": received, **others}


def test_a_referral_on_the_anniversary_is_a_rereferral_and_the_day_after_is_none(rows):
    for second, is_one in ((date(2022, 3, 1), True), (date(2022, 3, 2), False)):
        found = rows(
            "rereferrals_within_12_months",
            referrals=[referral(date(2021, 3, 1)), referral(second)],
        )
        assert counted(found, "begins", "in_numerator") == [
            (date(2021, 3, 1), False),
            (second, is_one),
        ]


def test_a_rereferral_is_told_from_the_referral_before_and_not_from_the_first(rows):
    days = (date(2021, 3, 1), date(2021, 12, 1), date(2022, 9, 1))
    found = rows("rereferrals_within_12_months", referrals=[referral(day) for day in days])
    assert [is_one for _, is_one in counted(found, "begins", "in_numerator")] == [False, True, True]


def test_a_referral_is_counted_once_its_45_working_days_are_over(rows):
    found = rows(
        "referrals_that_led_to_assessment",
        referrals=[
            referral(date(2021, 3, 1), source="6"),
            referral(date(2021, 9, 1), source="3E", no_further_action=True),
        ],
        assessments=[{"assessment": "1", "child": "Asha", "started": date(2021, 3, 3),
                      "referral": "2021-03-01"}],
    )  # fmt: skip
    assert counted(found, "subject", "begins", "in_numerator", "split") == [
        ("referral 2021-03-01", date(2021, 5, 6), True, "police"),
        ("referral 2021-09-01", date(2021, 11, 3), False, "health"),
    ]


def test_a_contact_counts_on_the_day_it_was_decided(rows):
    contact = {"child": "Asha", "received": date(2021, 3, 1), "decided": date(2021, 3, 2)}
    found = rows(
        "contacts_that_became_referrals",
        contacts=[
            {**contact, "contact": "1", "outcome": "Referral to social care", "source": "2A"},
            {**contact, "contact": "2", "child": "Ben", "outcome": "advice", "source": None},
            {**contact, "contact": "3", "child": "Cai", "outcome": None, "source": "9"},
            {"contact": "4", "child": "Dev", "received": date(2021, 3, 1)},
        ],
    )
    assert counted(found, "child", "begins", "in_numerator", "split") == [
        ("Asha", date(2021, 3, 2), True, "school or education"),
        ("Ben", date(2021, 3, 2), False, "not recorded"),
        ("Cai", date(2021, 3, 2), False, "anonymous"),
    ]


def test_an_enquiry_is_counted_when_it_is_answered(rows):
    def enquiry(child, **others):
        return {"enquiry": child, "child": child, "started": date(2021, 3, 1), **others}

    found = rows(
        "enquiries_that_led_to_conference",
        enquiries=[
            enquiry("Asha", ended=date(2021, 3, 9), no_further_action=False),
            enquiry("Ben", ended=date(2021, 3, 10), no_further_action=True),
            enquiry("Cai"),
        ],
        initial_conferences=[{"conference": "1", "child": "Asha", "enquiry": "Asha",
                              "held": date(2021, 3, 19)}],
    )  # fmt: skip
    assert counted(found, "child", "begins", "in_numerator") == [
        ("Asha", date(2021, 3, 19), True),
        ("Ben", date(2021, 3, 10), False),
    ]


def test_a_plan_is_counted_as_a_return_once_its_12_months_are_over(rows):
    plan = {"started": date(2020, 1, 6), "ended": date(2021, 3, 1)}
    safe = {"end_reason": "no longer at risk of significant harm"}
    found = rows(
        "returns_after_protection_plan",
        children=[{"child": "Asha"}, {"child": "Ben"}],
        protection_plans=[
            {"plan": "1", "child": "Asha", **plan, **safe},
            {"plan": "2", "child": "Ben", **plan, **safe},
        ],
        enquiries=[{"enquiry": "1", "child": "Ben", "started": date(2022, 3, 1)}],
    )
    assert counted(found, "child", "begins", "in_numerator") == [
        ("Asha", date(2022, 3, 1), False),
        ("Ben", date(2022, 3, 1), True),
    ]


def post(started, **others):
    return {"post_record": f"{started} {others}", "started": started, "case_holding": True} | others


def test_a_vacant_post_is_counted_until_the_day_after_its_last(rows):
    found = rows(
        "vacant_posts",
        posts=[
            post(date(2021, 3, 1), ended=date(2021, 3, 31), vacant=True),
            post(date(2021, 4, 1), vacant=False, worker="Worker 1"),
            post(date(2021, 3, 1), vacant=True, case_holding=False),
        ],
    )
    assert counted(found, "child", "begins", "over", "in_numerator") == [
        (None, date(2021, 3, 1), date(2021, 4, 1), True),
        (None, date(2021, 4, 1), None, False),
    ]


def test_agency_staff_are_told_of_the_posts_that_somebody_holds(rows):
    found = rows(
        "posts_held_by_agency_staff",
        posts=[
            post(date(2021, 3, 1), vacant=True, agency=True),
            post(date(2021, 3, 2), worker="Worker 1", agency=False),
            post(date(2021, 3, 3), vacant=True),
        ],
    )
    assert counted(found, "begins", "in_numerator") == [
        (date(2021, 3, 1), True),
        (date(2021, 3, 2), False),
    ]


def test_a_worker_who_leaves_on_the_last_day_of_a_month_left_in_it(rows):
    worker = {"worker": "Worker 1", "started": date(2021, 1, 15), "ended": date(2021, 3, 31)}
    found = rows("workers_who_left", workers=[worker])
    assert counted(found, "subject", "in_numerator") == [
        ("worker in 2021-02-28", False),
        ("worker in 2021-03-31", True),
    ]


def held(child, **others):
    return {
        "allocation": child,
        "child": child,
        "worker": "Worker 1",
        "role": "social worker",
        "started": date(2021, 3, 1),
        "ended": date(2021, 3, 31),
    } | others


def test_a_child_on_a_plan_or_in_care_weighs_more_and_no_worker_is_named(rows):
    tables = {
        "allocations": [held("Asha"), held("Ben"), held("Cai", ended=date(2021, 3, 30))],
        "protection_plans": [{"plan": "1", "child": "Asha", "started": date(2021, 3, 31)}],
        "care_episodes": [{"episode": "1", "child": "Asha", "started": date(2021, 3, 1)}],
    }
    (row,) = rows("weighted_caseload", **tables)
    assert (row["begins"], row["length"], row["child"]) == (date(2021, 3, 31), 2.5, None)
    assert "Worker 1" not in str(row)
    (row,) = rows("weighted_caseload", local={"CAS-03": 2}, **tables)
    assert row["length"] == 3


def test_referrals_are_set_beside_the_workers_who_hold_cases(rows):
    found = rows(
        "referrals_for_each_worker",
        referrals=[referral(date(2021, 3, 1)), referral(date(2021, 3, 2))],
        allocations=[held("Asha"), held("Ben"), held("Cai", role="reviewing officer")],
    )
    assert sum(row["in_numerator"] for row in found) == 2
    assert sum(row["in_denominator"] for row in found) == 1


def test_a_care_leaver_is_told_of_from_one_record_to_the_next(rows):
    def known(day, **others):
        return {"care_leaver": f"{day}", "child": "Asha", "as_of": day, **others}

    found = rows(
        "care_leavers_in_suitable_accommodation",
        care_leavers=[
            known(date(2021, 3, 1), accommodation_suitable="1"),
            known(date(2021, 9, 1), accommodation_suitable="2"),
            known(date(2022, 3, 1)),
            known(date(2022, 9, 1), accommodation_suitable="1", eligibility="none"),
        ],
    )
    assert counted(found, "begins", "over", "in_numerator") == [
        (date(2021, 3, 1), date(2021, 9, 1), True),
        (date(2021, 9, 1), date(2022, 3, 1), False),
    ]


def test_signs_that_faded_with_nothing_done_have_no_length(rows):
    def enquiry(child, day):
        return {"enquiry": f"{child} {day}", "child": child, "started": day}

    found = rows(
        "first_sign_to_conference_length",
        enquiries=[
            enquiry("Asha", date(2021, 3, 1)),
            enquiry("Asha", date(2021, 9, 1)),
            enquiry("Ben", date(2021, 3, 1)),
        ],
        initial_conferences=[
            {"conference": "1", "child": "Asha", "held": date(2021, 9, 27)},
            {"conference": "2", "child": "Ben", "held": date(2022, 9, 1)},
        ],
    )
    assert counted(found, "child", "begins", "length") == [("Asha", date(2021, 9, 27), 210.0)]


def test_a_plan_is_as_long_as_its_days_when_it_ends(rows):
    plans = [
        {"plan": "1", "child": "Asha", "started": date(2021, 3, 1), "ended": date(2021, 3, 31)},
        {"plan": "2", "child": "Ben", "started": date(2021, 3, 1)},
    ]
    found = rows("protection_plan_length", protection_plans=plans)
    assert counted(found, "child", "begins", "length") == [("Asha", date(2021, 3, 31), 30.0)]


def test_an_assessment_that_says_nothing_of_the_child_is_not_counted(rows):
    day = date(2021, 3, 1)
    found = rows(
        "children_seen_in_assessments",
        assessments=[
            {"assessment": "1", "child": "Asha", "authorised": day, "child_seen": True},
            {"assessment": "2", "child": "Ben", "authorised": day, "child_seen": False},
            {"assessment": "3", "child": "Cai", "authorised": day},
            {"assessment": "4", "child": "Dev", "authorised": day, "child_seen_on": day},
        ],
    )
    assert counted(found, "child", "in_numerator") == [
        ("Asha", True),
        ("Ben", False),
        ("Dev", True),
    ]
