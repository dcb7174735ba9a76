"""Worked examples: enquiry concluded without the child being seen."""

from sightline.rules.enquiry_and_conference.enquiry_concluded_without_child_seen import (
    ENQUIRY_CONCLUDED_WITHOUT_CHILD_SEEN as RULE,
)


def test_the_child_was_not_seen(worked_example):
    """An enquiry that ended and says the child was not seen opens the concern."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started    | ended      | child_seen
                Asha  | 2021-03-04 | 2021-03-18 | no
                Ben   | 2021-03-04 | 2021-03-18 | yes
                Cai   | 2021-03-04 | 2021-03-18 |
                Dina  | 2021-03-04 |            | no
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": ("open", {"opens": "2021-03-18"}),
            "Ben": "nothing",
            "Cai": "cannot tell",
            "Dina": "nothing",
        },
        why="Cai's enquiry does not say. Dina's still runs.",
    )


def test_seen_afterwards(worked_example):
    """The next visit at which the child is seen closes the concern."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started    | ended      | child_seen
                Asha  | 2021-03-04 | 2021-03-18 | no
                Ben   | 2021-03-04 | 2021-03-18 | no
                Cai   | 2021-03-04 | 2021-03-18 | no
                Dina  | 2021-03-04 | 2021-03-18 | no
            """,
            "protection_visits": """
                child | visited    | child_seen
                Asha  | 2021-04-12 | yes
                Asha  | 2021-04-19 | yes
                Cai   | 2021-04-12 | no
            """,
            "child_in_need_visits": """
                child | visited    | child_seen
                Ben   | 2021-03-19 | yes
                Dina  | 2021-04-12 | no
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": ("closed", {"closes": "2021-04-12"}),
            "Ben": ("closed", {"closes": "2021-03-19"}),
            "Cai": "open",
            "Dina": "open",
        },
    )


def test_seen_on_the_day_it_ended(worked_example):
    """A visit on the day the enquiry ended is enough, one the day before is not."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started    | ended      | child_seen
                Asha  | 2021-03-04 | 2021-03-18 | no
                Ben   | 2021-03-04 | 2021-03-18 | no
            """,
            "child_in_need_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-18 | yes
                Ben   | 2021-03-17 | yes
            """,
        },
        on="2021-04-30",
        shows={"Asha": "nothing", "Ben": "open"},
    )


def test_it_stays_in_view_for_six_months(worked_example):
    """Without a visit the concern closes after six months."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started    | ended      | child_seen
                Asha  | 2021-03-04 | 2021-03-18 | no
                Ben   | 2021-03-04 | 2021-03-19 | no
            """,
        },
        on="2021-09-18",
        shows={"Asha": ("closed", {"closes": "2021-09-18"}), "Ben": "open"},
    )
