"""Worked examples: allegation against somebody in a position of trust reported late."""

from sightline.rules.others_to_protect.allegation_reported_late import (
    ALLEGATION_REPORTED_LATE as RULE,
)


def test_later_than_a_working_day(worked_example):
    """Reported on the next working day leaves nothing; a day later it opens."""
    worked_example(
        RULE,
        {
            "allegations": """
                allegation | child | employer_aware | reported   | agency
                Asha a     | Asha  | 2021-09-03     | 2021-09-06 | education
                Ben a      | Ben   | 2021-09-03     | 2021-09-07 | education
            """
        },
        on="2021-09-07",
        shows={"Asha": "nothing", "Ben": ("open", {"opens": "2021-09-07", "closes": None})},
        evidence={
            "Ben": {
                "employer aware": "2021-09-03",
                "reported": "2021-09-07",
                "kind of agency": "education",
            }
        },
        why="The working day after Friday 3 September is Monday 6 September.",
    )


def test_closes_when_concluded(worked_example):
    """It closes when the allegation is concluded; one concluded on the day of the report leaves none."""
    worked_example(
        RULE,
        {
            "allegations": """
                allegation | child | employer_aware | reported   | concluded
                Asha a     | Asha  | 2021-09-01     | 2021-09-06 | 2021-11-01
                Ben a      | Ben   | 2021-09-01     | 2021-09-06 | 2021-09-06
                Cai a      | Cai   | 2021-09-01     | 2021-09-06 | 2021-09-07
            """
        },
        on="2021-12-31",
        shows={
            "Asha": ("closed", {"closes": "2021-11-01"}),
            "Ben": "nothing",
            "Cai": ("closed", {"closes": "2021-09-07"}),
        },
        evidence={"Asha": {"concluded": "2021-11-01"}},
    )


def test_since_when_the_employer_knew_is_not_recorded(worked_example):
    """Where that is empty, or later than the report, the records cannot tell."""
    worked_example(
        RULE,
        {
            "allegations": """
                allegation | child | employer_aware | reported
                Asha a     | Asha  |                | 2021-09-06
                Ben a      | Ben   | 2021-09-07     | 2021-09-06
                Cai a      | Cai   | 2021-09-06     | 2021-09-06
                Dev a      | Dev   | 2021-09-01     |
            """
        },
        on="2021-12-31",
        shows={"Asha": "cannot tell", "Ben": "cannot tell", "Cai": "nothing", "Dev": "nothing"},
        evidence={"Ben": {"employer aware": None}},
        why="Dev's was never reported; of that nobody here would know.",
    )


def test_an_allegation_that_names_no_child(worked_example):
    """An allegation that names no child is not asked about: a rule asks of a child."""
    worked_example(
        RULE,
        {
            "allegations": """
                allegation | child | employer_aware | reported
                Asha a     | Asha  | 2021-09-01     | 2021-09-06
                nameless   |       | 2021-09-01     | 2021-09-06
            """
        },
        on="2021-12-31",
        shows={"Asha": "open"},
    )
