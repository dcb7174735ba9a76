"""Worked examples: open case with nothing recorded."""

from sightline.rules.recording.nothing_recorded import NOTHING_RECORDED as RULE


def test_open_from_the_day_after_two_months(worked_example):
    """Open from the day after two months with nothing, counted from the last record or the opening."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed
                Asha  | 2021-03-01 |
                Ben   | 2021-03-02 |
                Cai   | 2021-03-01 |
            """,
            "assessments": """
                child | started    | authorised
                Cai   | 2021-03-05 |
            """,
        },
        on="2021-05-02",
        shows={
            "Asha": ("open", {"opens": "2021-05-02", "closes": None}),
            "Ben": "nothing",
            "Cai": "nothing",
        },
        evidence={"Asha": {"last recorded, or case opened": "2021-03-01"}},
    )


def test_closes_when_something_is_recorded(worked_example):
    """Closes when something is recorded; what comes by the day itself opens nothing."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed
                Asha  | 2021-03-01 |
                Ben   | 2021-03-01 |
                Cai   | 2021-03-01 |
            """,
            "child_in_need_visits": """
                child | visited
                Asha  | 2021-05-10
                Ben   | 2021-05-02
                Cai   | 2021-05-03
            """,
        },
        on="2021-06-01",
        shows={
            "Asha": ("closed", {"opens": "2021-05-02", "closes": "2021-05-10"}),
            "Ben": "nothing",
            "Cai": ("closed", {"opens": "2021-05-02", "closes": "2021-05-03"}),
        },
        evidence={"Asha": {"next recorded": "2021-05-10"}},
    )


def test_closing_the_case(worked_example):
    """Closing the case closes the concern, and what comes after belongs to the next case."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed
                Asha  | 2021-03-01 | 2021-05-20
                Asha  | 2021-06-01 |
                Ben   | 2021-03-01 | 2021-05-02
                Cai   | 2021-03-01 | 2021-04-15
            """,
            "direct_work": """
                child | done
                Asha  | 2021-06-10
                Cai   | 2021-06-30
            """,
        },
        on="2021-07-01",
        shows={
            "Asha": ("closed", {"opens": "2021-05-02", "closes": "2021-05-20"}),
            "Ben": "nothing",
            "Cai": "nothing",
        },
        why="Cai's case was closed long before two months were over.",
    )


def test_what_counts(worked_example):
    """Every kind of record counts by the day it happened."""
    day = "2021-04-30"
    held = f"child | held\n{{}} | {day}"
    visited = f"child | visited\n{{}} | {day}"
    drawn = {
        "strategy_discussions": held.format("Ada"),
        "initial_conferences": held.format("Bea"),
        "review_conferences": held.format("Cal"),
        "core_groups": held.format("Dan"),
        "child_in_need_reviews": held.format("Eli"),
        "care_reviews": held.format("Fay"),
        "supervision": held.format("Gus"),
        "protection_visits": visited.format("Hal"),
        "care_visits": visited.format("Ida"),
        "direct_work": f"child | done\nJon | {day}",
        "management_decisions": f"child | made\nKit | {day}",
        "assessments": f"child | started | authorised\nLea | 2021-03-01 | {day}",
    }
    children = [text.splitlines()[1].split(" | ")[0] for text in drawn.values()]
    referrals = "\n".join(f"{child} | 2021-03-01 |" for child in [*children, "Mia"])
    worked_example(
        RULE,
        {
            **drawn,
            "case_summaries": f"child | updated\nMia | {day}",
            "referrals": f"child | received | closed\n{referrals}",
        },
        on="2021-05-02",
        shows={**dict.fromkeys(children, "nothing"), "Mia": "open"},
        why="A summary written again is no work with the child: Mia's case stood still.",
    )


def test_the_councils_own_limit(worked_example):
    """A council that asks for something every month is judged by its own limit."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed
                Asha  | 2021-03-01 |
            """,
        },
        on="2021-04-02",
        shows={"Asha": ("open", {"opens": "2021-04-02"})},
        local_standards={"REC-07": 1},
    )
