"""Lists 1 to 5: from the first contact to the conference."""

from collections.abc import Iterator
from datetime import date

from sightline.returns.annex_a.choices import WHO_TOLD, YES_NO, YES_OR_NO, choice
from sightline.returns.annex_a.period import MONTHS_COUNTED, Period
from sightline.returns.told_records import Row, ToldRecords, last_row_by, ran_between
from sightline.sources.headings_of_annex_a import CHILD
from sightline.sources.mapping import months_before

NOTHING_NEEDED = "no further action"


def _team_and_worker(row: Row) -> Row:
    return {"Allocated Team": row["team"], "Allocated Worker": row["worker"]}


def days_in_a_year(rows: list[Row], happened: str, day: date) -> set[date]:
    """The days in the twelve months up to a day, that day included, on which something happened."""
    since = months_before(day, MONTHS_COUNTED)
    return {row[happened] for row in rows if row[happened] and since < row[happened] <= day}


def contacts(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 1: contacts received in the period."""
    for row in told.rows("contacts"):
        if period.holds(row["received"]):
            yield {
                CHILD: row["child"],
                "Date of Contact": row["received"],
                "Contact Source": choice(WHO_TOLD, row["source"]),
            }


def early_help(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 2: early help that ran in the period."""
    for row in told.rows("early_help_episodes"):
        if ran_between(row, "started", "ended", period.since, period.day):
            yield {
                CHILD: row["child"],
                "Assessment start date": row["started"],
                "Assessment completion date": row["ended"],
                "Organisation completing assessment": row["organisation"],
            }


def each_referral_once(told: ToldRecords) -> Iterator[tuple[Row, list[Row]]]:
    """Referrals with all of the child's; one typed in twice on a day stands once, as it was kept."""
    for rows in told.by_child("referrals").values():
        by_day: dict[date, Row] = {}
        for row in rows:
            kept = by_day.get(row["received"])
            if kept is None or kept["no_further_action"]:
                by_day[row["received"]] = row
        for row in by_day.values():
            yield row, rows


def referrals(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 3: referrals received in the period, with how many came in the year before each."""
    for row, all_of_child in each_referral_once(told):
        if period.holds(row["received"]):
            in_a_year = days_in_a_year(all_of_child, "received", row["received"])
            yield {
                CHILD: row["child"],
                "Date of referral": row["received"],
                "Referral Source": choice(WHO_TOLD, row["source"]),
                "Referral NFA?": YES_OR_NO.get(row["no_further_action"]),
                "Number of Referrals in Last 12 Months": len(in_a_year - {row["received"]}),
                **_team_and_worker(row),
            }


def assessments(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 4: those that ran in the period. One never finished ends when its case closes."""
    cases = told.by_child("referrals")
    for row in told.rows("assessments"):
        if not ran_between(row, "started", "authorised", period.since, period.day):
            continue
        if row["authorised"] is None and _given_up(row, cases.get(row["child"], []), period):
            continue
        yield {
            CHILD: row["child"],
            "Continuous Assessment Start Date": row["started"],
            "Child Seen During Continuous Assessment": YES_NO[row["child_seen"]],
            "Continuous Assessment Date of Authorisation": row["authorised"],
            "Was the child assessed as requiring LA children's social care support?": _needed(row),
            **_team_and_worker(row),
        }


def _given_up(assessment: Row, cases: list[Row], period: Period) -> bool:
    """Whether an unfinished assessment was cancelled, or its case closed, before the period."""
    if assessment["cancelled"] and assessment["cancelled"] < period.since:
        return True
    case = last_row_by(cases, "received", assessment["started"])
    return bool(case and case["closed"] and case["closed"] < period.since)


def _needed(assessment: Row) -> str | None:
    """Whether support was found to be needed; empty while nobody has said."""
    if assessment["authorised"] is None:
        return None
    if assessment["no_further_action"] is not None:
        return YES_OR_NO[not assessment["no_further_action"]]
    said = assessment["outcome"]
    return None if said is None else YES_OR_NO[said != NOTHING_NEEDED]


def enquiries(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 5: enquiries begun in the period, each with the conference it led to."""
    conferences = told.by_child("initial_conferences")
    for child, of_child in told.by_child("enquiries").items():
        held_of_child = conferences.get(child, [])
        for place, row in enumerate(of_child):
            if not period.holds(row["started"]):
                continue
            following = of_child[place + 1]["started"] if place + 1 < len(of_child) else date.max
            conference = _conference_of(row, following, held_of_child) or {}
            yield {
                CHILD: child,
                "Strategy discussion initiating Section 47 Enquiry Start Date": row["started"],
                "Was an Initial Child Protection Conference deemed unnecessary?": YES_OR_NO.get(
                    row["no_further_action"]
                ),
                "Date of Initial Child Protection Conference": conference.get("held"),
                "Did the Initial Child Protection Conference Result in a Child Protection Plan": (
                    YES_NO[conference["plan_agreed"]] if conference else None
                ),
                "Number of Section 47 Enquiries in the last 12 months": len(
                    days_in_a_year(of_child, "started", row["started"])
                ),
                "Number of ICPCs in the last 12 months": len(
                    days_in_a_year(held_of_child, "held", period.day)
                )
                if told.tells("initial_conferences.held")
                else None,
                **_team_and_worker(row),
            }


def _conference_of(enquiry: Row, following: date, conferences: list[Row]) -> Row | None:
    """The first conference that names the enquiry or, where it names none, lies before the next."""
    for row in conferences:
        nameless = row["enquiry"] is None and not row["transfer_in"]
        named = row["enquiry"] is not None and row["enquiry"] == enquiry["enquiry"]
        if named or (nameless and enquiry["started"] <= row["held"] < following):
            return row
    return None
