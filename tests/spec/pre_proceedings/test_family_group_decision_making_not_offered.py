"""Worked examples: family not offered to make its own plan before court."""

from sightline.rules.pre_proceedings.family_group_decision_making_not_offered import (
    FAMILY_GROUP_DECISION_MAKING_NOT_OFFERED as RULE,
)


def test_a_letter_that_makes_no_offer(worked_example):
    """A letter without the offer opens a concern; where it does not say, the records cannot tell."""
    worked_example(
        RULE,
        {
            "letters_before_proceedings": """
                letter | child | sent       | family_group_offered
                Asha 1 | Asha  | 2021-09-06 | no
                Ben 1  | Ben   | 2021-09-06 | yes
                Cai 1  | Cai   | 2021-09-06 |
            """
        },
        on="2021-09-06",
        shows={
            "Asha": ("open", {"opens": "2021-09-06", "closes": None}),
            "Ben": "nothing",
            "Cai": "cannot tell",
        },
        evidence={"Asha": {"letter sent": "2021-09-06"}},
    )


def test_an_offer_made_before(worked_example):
    """An offer counts for 12 months, the anniversary inside, and so does a reason not to offer it."""
    worked_example(
        RULE,
        {
            "letters_before_proceedings": """
                letter | child | sent       | family_group_offered
                Asha 1 | Asha  | 2021-09-06 | no
                Ben 1  | Ben   | 2021-09-06 | no
                Cai 1  | Cai   | 2021-09-06 | no
                Dev 1  | Dev   | 2021-09-06 | no
                Ewa 1  | Ewa   | 2021-09-06 | no
                Finn 1 | Finn  | 2021-08-02 | yes
                Finn 2 | Finn  | 2021-09-06 | no
            """,
            "family_group_decision_making": """
                family_group_decision | child | offered    | not_offered_on | not_offered_reason
                Asha f                | Asha  | 2020-09-06 |                |
                Ben f                 | Ben   | 2020-09-05 |                |
                Cai f                 | Cai   |            | 2021-08-02     | a parent is in danger
                Dev f                 | Dev   |            | 2021-08-02     |
                Ewa f                 | Ewa   | 2021-09-06 |                |
            """,
        },
        on="2021-09-30",
        shows={
            "Asha": "nothing",
            "Ben": "open",
            "Cai": "nothing",
            "Dev": "open",
            "Ewa": "nothing",
            "Finn": "nothing",
        },
        evidence={"Ben": {"offered before": "2020-09-05"}},
    )


def test_an_offer_made_later_closes_it(worked_example):
    """It closes on the first offer, reason or letter with the offer that follows."""
    worked_example(
        RULE,
        {
            "letters_before_proceedings": """
                letter | child | sent       | family_group_offered
                Asha 1 | Asha  | 2021-09-06 | no
                Ben 1  | Ben   | 2021-09-06 | no
                Cai 1  | Cai   | 2021-09-06 | no
                Cai 2  | Cai   | 2021-09-20 | yes
            """,
            "family_group_decision_making": """
                family_group_decision | child | offered    | not_offered_on | not_offered_reason
                Asha f1               | Asha  | 2021-10-04 |                |
                Asha f2               | Asha  | 2021-10-11 |                |
                Ben f                 | Ben   |            | 2021-10-05     | a parent is in danger
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("closed", {"closes": "2021-10-04"}),
            "Ben": ("closed", {"closes": "2021-10-05"}),
            "Cai": ("closed", {"closes": "2021-09-20"}),
        },
        evidence={"Asha": {"offered, or decided not to": "2021-10-04"}},
    )


def test_the_end_of_pre_proceedings_closes_it(worked_example):
    """It closes on the day pre-proceedings end or the case goes to court."""
    worked_example(
        RULE,
        {
            "letters_before_proceedings": """
                letter | child | sent       | family_group_offered
                Asha 1 | Asha  | 2021-09-06 | no
                Ben 1  | Ben   | 2021-09-06 | no
                Cai 1  | Cai   | 2021-09-06 | no
            """,
            "pre_proceedings": """
                pre_proceedings | child | decided    | outcome_agreed | letter_of_issue_sent | application_issued
                Asha p          | Asha  | 2021-08-30 | 2021-12-06     | 2021-12-01           |
                Ben p           | Ben   | 2021-08-30 |                | 2021-12-01           | 2021-11-01
                Cai p           | Cai   | 2021-08-30 | 2021-09-06     |                      |
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("closed", {"closes": "2021-12-01"}),
            "Ben": ("closed", {"closes": "2021-11-01"}),
            "Cai": "nothing",
        },
        evidence={"Ben": {"agreed how it ends, or gone to court": "2021-11-01"}},
    )


def test_two_letters_of_one_day(worked_example):
    """Two letters of one day are one: what one of them says is known."""
    worked_example(
        RULE,
        {
            "letters_before_proceedings": """
                letter | child | sent       | family_group_offered
                Asha 1 | Asha  | 2021-09-06 | no
                Asha 2 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-09-06 | no
                Ben 2  | Ben   | 2021-09-06 | yes
            """
        },
        on="2021-09-30",
        shows={"Asha 2021-09-06": "open", "Ben": "nothing"},
    )


def test_the_councils_own_time(worked_example):
    """A council for which an offer counts six months is judged by its own time."""
    worked_example(
        RULE,
        {
            "letters_before_proceedings": """
                letter | child | sent       | family_group_offered
                Asha 1 | Asha  | 2021-09-06 | no
            """,
            "family_group_decision_making": """
                family_group_decision | child | offered
                Asha f                | Asha  | 2021-03-05
            """,
        },
        on="2021-09-30",
        shows={"Asha": "open"},
        local_standards={"PLO-09": 6},
    )
