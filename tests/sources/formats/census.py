"""What a children in need census holds."""

from collections.abc import Callable
from datetime import date

from tests.sources.formats.rows import Facts, Own, Row, by_then, kept_referral, pick, ran, within

YEAR = (date(2023, 4, 1), date(2024, 3, 31))


def census(own: Own) -> Facts:
    """The children in need census of 2023-24, in the structure of 2026-27."""
    year, day = YEAR, YEAR[1]
    referrals = [
        by_then(row, day, "closed", "closure_reason")
        for row in own["referrals"]
        if ran(row, "received", "closed", year)
        and (not row["no_further_action"] or row["received"] >= year[0])
    ]
    told = {row["referral"] for row in referrals}
    children = {row["child"] for row in referrals}

    def in_episode(table: str, happened: str, suits: Callable[[Row], bool]) -> list[Row]:
        found = []
        for row in own[table]:
            if suits(row):
                named = row.get("referral")
                kept = None if named else kept_referral(own, row["child"], row[happened])
                if (named or (kept and kept["referral"])) in told:
                    found.append(row)
        return found

    assessments = [
        by_then(row, day, "authorised")
        for row in in_episode(
            "assessments", "started", lambda row: ran(row, "started", "authorised", year)
        )
    ]
    authorised = {row["assessment"] for row in assessments if row["authorised"]}
    conferences = [row for row in own["initial_conferences"] if within(row["held"], year)]
    led_to_one = {row["enquiry"] for row in conferences}
    plans = [
        by_then(row, day, "ended", "latest_category")
        for row in own["protection_plans"]
        if ran(row, "started", "ended", year)
    ]
    return {
        "children": pick(
            [_as_known(row, day) for row in own["children"] if row["child"] in children],
            "child", "sex", "born", "expected_birth", "ethnicity", "died", "disabled",
        ),
        "disabilities": pick(
            [row for row in own["disabilities"] if row["child"] in children], "child", "disability"
        ),
        "referrals": pick(
            referrals,
            "child", "received", "source", "primary_need", "no_further_action", "closed",
            "closure_reason",
        ),
        "assessments": pick(assessments, "child", "started", "authorised"),
        "assessment_factors": pick(
            [row for row in own["assessment_factors"] if row["assessment"] in authorised],
            "child", "found", "factor",
        ),
        "child_in_need_plans": pick(
            [
                by_then(row, day, "ended")
                for row in own["child_in_need_plans"]
                if ran(row, "started", "ended", year)
            ],
            "child", "started", "ended",
        ),
        "enquiries": pick(
            [
                by_then(row, day, "ended", "no_further_action")
                for row in own["enquiries"]
                if ran(row, "started", "ended", year) or row["enquiry"] in led_to_one
            ],
            "child", "started", "no_further_action",
        ),
        "initial_conferences": pick(
            [{**row, "due": row["due"] if row["enquiry"] else None} for row in conferences],
            "child", "held", "due",
        ),
        "protection_plans": pick(
            plans, "child", "started", "ended", "initial_category", "latest_category"
        ),
        "review_conferences": pick(
            [row for row in own["review_conferences"] if within(row["held"], year)],
            "child", "held",
        ),
        "pre_proceedings": pick(
            [
                _as_known_before_the_court(row, day)
                for row in own["pre_proceedings"]
                if ran(row, "decided", "outcome_agreed", year)
            ],
            "child", "decided", "letter_sent", "first_meeting", "review_meetings",
            "outcome_agreed", "outcome", "application_issued", "letter_of_issue_sent",
        ),
    }  # fmt: skip


def _as_known(child: Row, day: date) -> Row:
    born = child["born"] is not None and child["born"] <= day
    died = child["died"] is not None and child["died"] <= day
    return {
        **child,
        "sex": child["sex"] if born else "U",
        "born": child["born"] if born else None,
        "expected_birth": None if born else child["expected_birth"],
        "died": child["died"] if died else None,
    }


def _as_known_before_the_court(row: Row, day: date) -> Row:
    days = ("letter_sent", "first_meeting", "application_issued", "letter_of_issue_sent")
    known = by_then(row, day, "outcome_agreed", "outcome", "review_meetings")
    return {
        **known,
        **{name: row[name] if row[name] and row[name] <= day else None for name in days},
    }
