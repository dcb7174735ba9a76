"""Lists 6 and 7: children in need and protection plans."""

from collections.abc import Iterator

from sightline.returns.annex_a.case_on_a_day import CaseOnADay
from sightline.returns.annex_a.choices import (
    CLOSED,
    CLOSURE_REASON,
    HARM,
    PRIMARY_NEED,
    YES_NO,
    YES_OR_NO,
    choice,
)
from sightline.returns.annex_a.period import Period
from sightline.returns.annex_a.to_the_plan import each_referral_once
from sightline.returns.told_records import Row, ToldRecords, last_between, ran_between
from sightline.sources.headings_of_annex_a import CHILD

POLICE_OR_EMERGENCY = ("L1", "L2")


def children_in_need(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 6: cases open in the period. A referral with no further action opened none."""
    case = CaseOnADay(told)
    for row, _ in each_referral_once(told):
        if row["no_further_action"]:
            continue
        if not ran_between(row, "received", "closed", period.since, period.day):
            continue
        child, closed = row["child"], row["closed"]
        yield {
            CHILD: child,
            "CIN Start Date": row["received"],
            "Primary Need Code": choice(PRIMARY_NEED, row["primary_need"]),
            "Date Child Was Last Seen": case.last_seen(
                child, row["received"], closed or period.day
            ),
            "CIN Closure Date": closed,
            "Reason for Closure": choice(CLOSURE_REASON, row["closure_reason"]),
            "Case Status": CLOSED if closed else case.status(child, period.day),
            **case.team_and_worker(child, closed, period.day),
        }


def protection_plans(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 7: plans that ran in the period, with the last visit and the latest review of each.

    A visit counts where the child was seen. Previous plans are those the records hold.
    """
    case = CaseOnADay(told)
    visits = told.by_child("protection_visits", lambda row: row["child_seen"])
    reviews = told.by_child("review_conferences")
    orders = told.by_child("care_episodes", lambda row: row["legal_status"] in POLICE_OR_EMERGENCY)
    for child, plans in told.by_child("protection_plans").items():
        for number, row in enumerate(plans):
            if not ran_between(row, "started", "ended", period.since, period.day):
                continue
            until = row["ended"] or period.day
            visit = last_between(visits.get(child, []), "visited", row["started"], until)
            review = last_between(reviews.get(child, []), "held", row["started"], until)
            yield {
                CHILD: child,
                "Child Protection Plan Start Date": row["started"],
                "Initial Category of Abuse": choice(HARM, row["initial_category"]),
                "Latest Category of Abuse": choice(HARM, row["latest_category"]),
                "Date of the Last Statutory Visit": visit and visit["visited"],
                "Was the Child Seen Alone?": visit and YES_NO[visit["seen_alone"]],
                "Date of latest review conference": review and review["held"],
                "Child Protection Plan End Date": row["ended"],
                "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)": _protected(
                    told, orders.get(child, []), period
                ),
                "Number of Previous Child Protection Plans": number,
                **case.team_and_worker(child, row["ended"], period.day),
            }


def _protected(told: ToldRecords, orders: list[Row], period: Period) -> str | None:
    """Whether an order ran in the period; empty where the source tells no legal status."""
    if not told.tells("care_episodes.legal_status"):
        return None
    ran = any(ran_between(row, "started", "ended", period.since, period.day) for row in orders)
    return YES_OR_NO[ran]
