"""Worked examples: protection plan ended with no visit in the weeks before."""

from sightline.rules.protection_plan.protection_plan_ended_without_recent_visit import (
    PROTECTION_PLAN_ENDED_WITHOUT_RECENT_VISIT as RULE,
)


def test_the_first_day_of_the_window_counts(worked_example):
    """A visit on the twentieth working day before the end is recent enough, the day before is not."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-10-04
                Ben 1  | Ben   | 2021-03-01 | 2021-10-04
                Cai 1  | Cai   | 2021-03-01 | 2021-10-04
                Dev 1  | Dev   | 2021-03-01 | 2021-10-04
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-08-24 | yes
                Asha  | Asha 1 | 2021-09-06 | yes
                Ben   | Ben 1  | 2021-08-24 | yes
                Ben   | Ben 1  | 2021-09-03 | yes
                Cai   | Cai 1  | 2021-10-04 | yes
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": "nothing",
            "Ben": ("open", {"opens": "2021-10-04", "closes": None}),
            "Cai": "nothing",
            "Dev": "open",
        },
        evidence={
            "Ben": {
                "child last seen": "2021-09-03",
                "visit expected from": "2021-09-06",
                "plan ended": "2021-10-04",
            },
            "Dev": {"child last seen": None},
        },
        why="Twenty working days before Monday 4 October is Monday 6 September.",
    )


def test_an_end_on_a_day_nobody_works(worked_example):
    """Before an end on a Saturday the last working day is day 1."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-10-02
                Ben 1  | Ben   | 2021-03-01 | 2021-10-02
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-09-06 | yes
                Ben   | Ben 1  | 2021-09-05 | yes
            """,
        },
        on="2021-10-31",
        shows={"Asha": "nothing", "Ben": "open"},
        why="Friday 1 October is day 1, so day 20 is Monday 6 September.",
    )


def test_the_child_must_have_been_seen(worked_example):
    """A visit at which the child was not seen, or that does not say, counts for nothing."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-10-04
                Ben 1  | Ben   | 2021-03-01 | 2021-10-04
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-09-28 | no
                Ben   | Ben 1  | 2021-09-28 |
            """,
        },
        on="2021-10-31",
        shows={"Asha": "open", "Ben": "open"},
    )


def test_a_short_plan_needs_a_visit_too(worked_example):
    """A plan shorter than the window still needs a visit before it ends."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-27 | 2021-10-04
                Ben 1  | Ben   | 2021-09-27 | 2021-10-04
            """,
            "protection_visits": """
                child | plan  | visited    | child_seen
                Asha  |       | 2021-09-24 | yes
                Ben   | Ben 1 | 2021-09-27 | yes
            """,
        },
        on="2021-10-31",
        shows={"Asha": "open", "Ben": "nothing"},
        why="Asha was seen before her plan started. That is no visit under the plan.",
    )


def test_a_visit_after_the_end_comes_too_late(worked_example):
    """A visit after the plan ended does not help, even if it names the plan."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-10-04
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-10-05 | yes
            """,
        },
        on="2021-10-31",
        shows={"Asha": "open"},
    )


def test_a_plan_that_runs_is_no_concern(worked_example):
    """A plan that still runs has not ended unvisited: visits that are overdue are another rule."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 |
            """
        },
        on="2021-10-31",
        shows={"Asha": "nothing"},
    )


def test_endings_that_are_no_judgement_are_left_out(worked_example):
    """Endings by care, transfer, 18th birthday, death or leaving the country are left out."""
    worked_example(
        RULE,
        {
            "children": """
                child | born       | died
                Finn  | 2003-10-04 |
                Gita  | 2015-01-01 | 2021-10-03
            """,
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2021-03-01 | 2021-10-04 | entered care
                Ben 1  | Ben   | 2021-03-01 | 2021-10-04 | transferred to another council
                Cai 1  | Cai   | 2021-03-01 | 2021-10-04 | turned 18
                Dev 1  | Dev   | 2021-03-01 | 2021-10-04 | died
                Ewa 1  | Ewa   | 2021-03-01 | 2021-10-04 | left the United Kingdom
                Finn 1 | Finn  | 2021-03-01 | 2021-10-04 |
                Gita 1 | Gita  | 2021-03-01 | 2021-10-04 |
                Hugo 1 | Hugo  | 2021-03-01 | 2021-10-04 |
                Ines 1 | Ines  | 2021-03-01 | 2021-10-04 |
            """,
            "care_episodes": """
                child | entered_care | started    | ended
                Hugo  | 2021-10-01   | 2021-10-01 |
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": "nothing",
            "Dev": "nothing",
            "Ewa": "nothing",
            "Finn": "nothing",
            "Gita": "nothing",
            "Hugo": "nothing",
            "Ines": "open",
        },
        evidence={
            "Ines": {
                "how the reason was read": (
                    "no reason recorded: not in care, under 18 and alive by the other records"
                )
            }
        },
        why="Where no reason is recorded, care, age and death are read from the other records.",
    )


def test_closes_after_twelve_months_or_sooner(worked_example):
    """The concern closes after twelve months, or sooner on a new plan or entry to care."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-10-04
                Ben 1  | Ben   | 2021-03-01 | 2021-10-04
                Ben 2  | Ben   | 2022-01-10 |
                Cai 1  | Cai   | 2021-03-01 | 2021-10-04
                Dev 1  | Dev   | 2021-03-01 | 2021-10-05
            """,
            "care_episodes": """
                child | entered_care | started    | ended
                Cai   | 2022-02-07   | 2022-02-07 |
            """,
        },
        on="2022-10-04",
        shows={
            "Asha": ("closed", {"closes": "2022-10-04"}),
            "Ben": ("closed", {"closes": "2022-01-10"}),
            "Cai": ("closed", {"closes": "2022-02-07"}),
            "Dev": ("open", {"closes": None}),
        },
    )


def test_which_plan_a_visit_belongs_to(worked_example):
    """A visit is of the plan it names or, where it names none, of the plan running that day."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-10-04
                Ben 1  | Ben   | 2020-03-02 | 2020-10-05
                Ben 2  | Ben   | 2021-03-01 | 2021-10-04
            """,
            "protection_visits": """
                child | plan  | visited    | child_seen
                Asha  |       | 2021-09-28 | yes
                Ben   | Ben 1 | 2020-09-28 | yes
                Ben   | Ben 1 | 2021-09-28 | yes
            """,
        },
        on="2021-10-31",
        shows={"Asha": "nothing", "Ben 2021-03-01": "open"},
    )


def test_overlapping_plans_are_one_plan(worked_example):
    """A visit under one of two overlapping plans is a visit to the child on the plan."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-09-20
                Asha 2 | Asha  | 2021-09-13 | 2021-10-04
                Ben 1  | Ben   | 2021-03-01 | 2021-09-20
                Ben 2  | Ben   | 2021-09-13 | 2021-10-04
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-09-15 | yes
            """,
        },
        on="2021-10-31",
        shows={"Asha": "nothing", "Ben 2021-03-01": ("open", {"opens": "2021-10-04"})},
        evidence={"Ben 2021-03-01": {"second record of the plan from": "2021-09-13"}},
    )


def test_the_councils_own_window(worked_example):
    """A council may set its own window."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-10-04
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-09-06 | yes
            """,
        },
        on="2021-10-31",
        shows={"Asha": "open"},
        local_standards={"CPE-06": 10},
    )
