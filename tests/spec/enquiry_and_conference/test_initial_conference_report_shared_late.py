"""Worked examples: report to an initial conference shared late."""

from sightline.rules.enquiry_and_conference.initial_conference_report_shared_late import (
    INITIAL_CONFERENCE_REPORT_SHARED_LATE as RULE,
)


def test_the_last_day_is_in_time(worked_example):
    """The second working day before the conference is in time, a day later is not."""
    worked_example(
        RULE,
        {
            "initial_conferences": """
                child | report_shared | held
                Asha  | 2021-03-23    | 2021-03-25
                Ben   | 2021-03-24    | 2021-03-25
            """,
        },
        on="2021-03-31",
        shows={"Asha": "nothing", "Ben": ("open", {"opens": "2021-03-25"})},
        evidence={"Ben": {"report to be shared by": "2021-03-23", "report shared": "2021-03-24"}},
    )


def test_not_shared_at_all(worked_example):
    """A report with no day of sharing was not shared."""
    worked_example(
        RULE,
        {
            "initial_conferences": """
                child | report_shared | held
                Asha  |               | 2021-03-25
                Ben   | 2021-03-01    | 2021-03-25
            """,
        },
        on="2021-03-31",
        shows={"Asha": "open", "Ben": "nothing"},
    )


def test_sharing_it_afterwards(worked_example):
    """Sharing the report after the conference does not close the concern."""
    worked_example(
        RULE,
        {
            "initial_conferences": """
                child | report_shared | held
                Asha  | 2021-04-01    | 2021-03-25
            """,
        },
        on="2021-04-30",
        shows={"Asha": ("open", {"closes": None})},
        evidence={"Asha": {"report shared": "2021-04-01"}},
    )


def test_it_stays_in_view_for_six_months(worked_example):
    """The concern closes six months after the conference."""
    worked_example(
        RULE,
        {
            "initial_conferences": """
                child | report_shared | held
                Asha  |               | 2021-03-25
                Ben   |               | 2021-03-26
            """,
        },
        on="2021-09-25",
        shows={"Asha": ("closed", {"closes": "2021-09-25"}), "Ben": "open"},
    )
