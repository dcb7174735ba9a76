"""Worked examples: protection plan ended at or before its first review."""

from sightline.rules.protection_plan.protection_plan_ended_early import (
    PROTECTION_PLAN_ENDED_EARLY as RULE,
)


def test_ended_before_on_or_after_the_first_review(worked_example):
    """A plan that ended with no review, or on the day of its first, ended early."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2021-03-01 | 2021-04-20 | no longer at risk of significant harm
                Ben 1  | Ben   | 2021-03-01 | 2021-05-25 | no longer at risk of significant harm
                Cai 1  | Cai   | 2021-03-01 | 2021-05-26 | no longer at risk of significant harm
            """,
            "review_conferences": """
                review | child | plan  | held
                Ben r1 | Ben   | Ben 1 | 2021-05-25
                Cai r1 | Cai   | Cai 1 | 2021-05-25
            """,
        },
        on="2021-06-30",
        shows={
            "Asha": ("open", {"opens": "2021-04-20", "closes": None}),
            "Ben": ("open", {"opens": "2021-05-25"}),
            "Cai": "nothing",
        },
        evidence={
            "Asha": {
                "plan started": "2021-03-01",
                "plan ended": "2021-04-20",
                "review on the day it ended": None,
                "reason it ended": "no longer at risk of significant harm",
                "how the reason was read": "as recorded",
            },
            "Ben": {"review on the day it ended": "2021-05-25"},
        },
        why="One review on an earlier day is enough, even if the plan ended the next day.",
    )


def test_a_plan_that_runs_is_no_concern(worked_example):
    """A plan that still runs has not ended early, however long it waits for its review."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 |
            """
        },
        on="2021-12-31",
        shows={"Asha": "nothing"},
    )


def test_the_first_review_is_the_one_that_counts(worked_example):
    """A plan with an early review and another on the day it ended did not end early."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-11-15
            """,
            "review_conferences": """
                review | child | plan   | held
                Asha r1| Asha  | Asha 1 | 2021-05-25
                Asha r2| Asha  | Asha 1 | 2021-11-15
            """,
        },
        on="2021-12-31",
        shows={"Asha": "nothing"},
    )


def test_endings_that_are_no_judgement_are_left_out(worked_example):
    """Endings by care, transfer, 18th birthday, death or leaving the country are left out."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2021-03-01 | 2021-04-20 | entered care
                Ben 1  | Ben   | 2021-03-01 | 2021-04-20 | transferred to another council
                Cai 1  | Cai   | 2021-03-01 | 2021-04-20 | turned 18
                Dev 1  | Dev   | 2021-03-01 | 2021-04-20 | died
                Ewa 1  | Ewa   | 2021-03-01 | 2021-04-20 | left the United Kingdom
                Finn 1 | Finn  | 2021-03-01 | 2021-04-20 | other
            """
        },
        on="2021-06-30",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": "nothing",
            "Dev": "nothing",
            "Ewa": "nothing",
            "Finn": "open",
        },
        why="Another reason, given in the source, may be a judgement: it is asked about.",
    )


def test_no_reason_recorded_care_is_read_from_the_records(worked_example):
    """Where no reason is recorded, a child in care on the day the plan ended is left out."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-04-20
                Ben 1  | Ben   | 2021-03-01 | 2021-04-20
                Cai 1  | Cai   | 2021-03-01 | 2021-04-20
                Dev 1  | Dev   | 2021-03-01 | 2021-04-20
            """,
            "care_episodes": """
                child | entered_care | started    | ended
                Asha  | 2021-04-20   | 2021-04-20 |
                Ben   | 2021-02-01   | 2021-02-01 | 2021-04-20
                Cai   | 2021-02-01   | 2021-02-01 | 2021-04-19
            """,
        },
        on="2021-06-30",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": "open", "Dev": "open"},
        evidence={
            "Dev": {
                "reason it ended": None,
                "how the reason was read": (
                    "no reason recorded: not in care, under 18 and alive by the other records"
                ),
            }
        },
        why="The last day of an episode of care is a day in care. Cai had left care the day before.",
    )


def test_no_reason_recorded_age_and_death_are_read_from_the_records(worked_example):
    """Where no reason is recorded, the 18th birthday and death on or before the day are left out."""
    worked_example(
        RULE,
        {
            "children": """
                child | born       | died
                Asha  | 2003-04-20 |
                Ben   | 2003-04-21 |
                Cai   | 2015-01-01 | 2021-04-20
                Dev   | 2015-01-01 | 2021-04-21
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-04-20
                Ben 1  | Ben   | 2021-03-01 | 2021-04-20
                Cai 1  | Cai   | 2021-03-01 | 2021-04-20
                Dev 1  | Dev   | 2021-03-01 | 2021-04-20
            """,
        },
        on="2021-06-30",
        shows={"Asha": "nothing", "Ben": "open", "Cai": "nothing", "Dev": "open"},
        why="Asha turned 18 on the day her plan ended, Ben a day later.",
    )


def test_a_recorded_reason_is_believed(worked_example):
    """A recorded reason is believed, also where the child was in care or 18 on that day."""
    worked_example(
        RULE,
        {
            "children": """
                child | born       | died
                Ben   | 2003-01-01 |
            """,
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2021-03-01 | 2021-04-20 | no longer at risk of significant harm
                Ben 1  | Ben   | 2021-03-01 | 2021-04-20 | no longer at risk of significant harm
            """,
            "care_episodes": """
                child | entered_care | started    | ended
                Asha  | 2021-04-01   | 2021-04-01 |
            """,
        },
        on="2021-06-30",
        shows={"Asha": "open", "Ben": "open"},
    )


def test_closes_after_twelve_months(worked_example):
    """The concern closes twelve months after the plan ended."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-04-20
                Ben 1  | Ben   | 2021-03-01 | 2021-04-21
            """
        },
        on="2022-04-20",
        shows={
            "Asha": ("closed", {"closes": "2022-04-20"}),
            "Ben": ("open", {"opens": "2021-04-21", "closes": None}),
        },
    )


def test_closes_on_a_new_plan_or_entry_to_care(worked_example):
    """The concern closes sooner on a new plan or on entry to care."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-04-20
                Asha 2 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-03-01 | 2021-04-20
            """,
            "care_episodes": """
                child | entered_care | started    | ended
                Ben   | 2019-01-01   | 2019-01-01 | 2019-06-01
                Ben   | 2021-10-04   | 2021-10-04 | 2021-11-01
                Ben   | 2021-10-04   | 2021-11-01 |
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("closed", {"closes": "2021-09-06"}),
            "Ben": ("closed", {"closes": "2021-10-04"}),
        },
        evidence={
            "Asha": {"next plan started": "2021-09-06"},
            "Ben": {"entered care": "2021-10-04"},
        },
    )


def test_entry_to_care_where_the_source_names_no_period(worked_example):
    """Where no entry to care is recorded, it is the first episode that none ran up to."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2021-03-01 | 2021-04-20 | other
                Ben 1  | Ben   | 2021-03-01 | 2021-04-20 | other
                Cai 1  | Cai   | 2021-03-01 | 2021-04-20 | other
                Dev 1  | Dev   | 2021-03-01 | 2021-04-20 | other
            """,
            "care_episodes": """
                child | entered_care | started    | ended
                Asha  |              | 2021-04-01 | 2021-05-04
                Asha  |              | 2021-05-04 | 2021-06-01
                Ben   |              | 2021-05-04 | 2021-06-01
                Ben   |              | 2021-09-06 |
                Cai   |              | 2019-01-07 | 2019-06-03
                Cai   |              | 2021-05-04 |
                Dev   |              | 2021-04-01 | 2021-08-02
                Dev   |              | 2021-04-06 | 2021-04-12
                Dev   |              | 2021-05-04 |
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("open", {"closes": None}),
            "Ben": ("closed", {"closes": "2021-05-04"}),
            "Cai": ("closed", {"closes": "2021-05-04"}),
            "Dev": ("open", {"closes": None}),
        },
        why="Asha and Dev were in care already when their later episodes began.",
    )


def test_followed_on_the_same_day(worked_example):
    """An ending that entry to care follows on the very day was never in view."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2021-03-01 | 2021-04-20 | other
            """,
            "care_episodes": """
                child | entered_care | started    | ended
                Asha  | 2021-04-20   | 2021-04-20 |
            """,
        },
        on="2021-12-31",
        shows={"Asha": "nothing"},
    )


def test_which_plan_a_review_belongs_to(worked_example):
    """A review is of the plan it names or, where it names none, of the plan running that day."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-06-30
                Ben 1  | Ben   | 2021-03-01 | 2021-06-30
                Cai 1  | Cai   | 2020-01-06 | 2020-11-02
                Cai 2  | Cai   | 2021-03-01 | 2021-06-30
            """,
            "review_conferences": """
                review | child | plan  | held
                Asha r | Asha  |       | 2021-05-25
                Ben r  | Ben   |       | 2021-07-01
                Cai r1 | Cai   | Cai 1 | 2020-03-24
                Cai r2 | Cai   | Cai 1 | 2021-05-25
            """,
        },
        on="2021-07-31",
        shows={"Asha": "nothing", "Ben": "open", "Cai": "open"},
        why="Ben's review was held after his plan had ended; Cai's second names an earlier plan.",
    )


def test_overlapping_plans_are_one_plan(worked_example):
    """Overlapping plans are one plan, which ends when the last of them does."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2021-03-01 | 2021-04-20 | no longer at risk of significant harm
                Asha 2 | Asha  | 2021-04-12 |            |
                Ben 1  | Ben   | 2021-03-01 | 2021-04-20 | no longer at risk of significant harm
                Ben 2  | Ben   | 2021-04-20 | 2021-06-30 | entered care
            """
        },
        on="2021-07-31",
        shows={"Asha": "nothing", "Ben": "nothing"},
        why="Asha is still on a plan. Ben's plan goes on the day it ended, and ends by entry to care.",
    )


def test_the_overlap_is_shown(worked_example):
    """An overlap is a fault in the data, and the evidence shows it."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-04-20
                Asha 2 | Asha  | 2021-04-12 | 2021-04-30
                Asha 3 | Asha  | 2021-04-19 | 2021-04-23
            """
        },
        on="2021-07-31",
        shows={"Asha 2021-03-01": ("open", {"opens": "2021-04-30"})},
        evidence={"Asha 2021-03-01": {"second record of the plan from": "2021-04-12"}},
    )


def test_two_records_of_one_plan_with_two_reasons(worked_example):
    """Where two records end a plan on one day, a reason that is no judgement of a review counts."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2021-03-01 | 2021-04-20 | turned 18
                Asha 2 | Asha  | 2021-04-12 | 2021-04-20 | other
                Ben 1  | Ben   | 2021-03-01 | 2021-04-20 | other
                Ben 2  | Ben   | 2021-04-12 | 2021-04-20 |
            """
        },
        on="2021-07-31",
        shows={"Asha": "nothing", "Ben": "open"},
        evidence={"Ben": {"reason it ended": "other"}},
    )


def test_a_plan_of_one_day(worked_example):
    """A plan that ended on the day it started ended early."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-03-01
            """
        },
        on="2021-07-31",
        shows={"Asha": ("open", {"opens": "2021-03-01"})},
    )


def test_a_plan_that_ends_before_it_starts_is_not_judged(worked_example):
    """A plan recorded as ending before it started is a fault, not an early ending."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-02-01
            """
        },
        on="2021-07-31",
        shows={"Asha": "nothing"},
    )


def test_an_unborn_child_is_judged_like_any_other(worked_example):
    """The plan of an unborn child can end too early as well."""
    worked_example(
        RULE,
        {
            "children": """
                child | born | expected_birth
                Asha  |      | 2021-06-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-04-20
            """,
        },
        on="2021-07-31",
        shows={"Asha": "open"},
    )
