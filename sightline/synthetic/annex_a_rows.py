"""What each list of Annex A says of a made-up authority: one row by heading for each line of a list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sightline.records.codes import CODES
from sightline.sources.headings_of_annex_a import CHILD
from sightline.sources.mapping import months_before
from sightline.synthetic.told_records import (
    Row,
    ToldRecords,
    last_row_by,
    ran_between,
)

YES_NO = {True: "a) Yes", False: "b) No", None: "c) Unknown"}
HARM = {
    "NEG": "a) Neglect",
    "PHY": "b) Physical abuse",
    "SAB": "c) Sexual abuse",
    "EMO": "d) Emotional abuse",
    "MUL": "e) Multiple/not recommended",
}
ELIGIBILITY = {
    "relevant": "a) Relevant",
    "former relevant": "b) Former relevant",
    "qualifying": "c) Qualifying",
    "eligible": "d) Eligible",
    "none": "e) Other",
}
SUITABILITY = {"1": "a) Suitable", "2": "b) Unsuitable"}
GOES_ON = "X1"
MONTHS_COUNTED = 12


@dataclass(frozen=True)
class Period:
    """The time the lists tell of, both days included."""

    since: date
    day: date

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.since <= day <= self.day


def choice(codes: str, code: str | None) -> str | None:
    """A code as a workbook has it: a letter before it, by its place in the list."""
    if code is None:
        return None
    turn, letter = divmod(list(CODES[codes]).index(code), 26)
    return f"{chr(97 + letter)}{turn or ''}) {code}: {CODES[codes][code]}"


def _team_and_worker(row: Row) -> Row:
    return {"Allocated Team": row["team"], "Allocated Worker": row["worker"]}


def _in_a_year(rows: list[Row], happened: str, day: date) -> int:
    """How many happened in the twelve months up to a day."""
    since = months_before(day, MONTHS_COUNTED)
    return len({row[happened] for row in rows if since < row[happened] <= day})


def contacts(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 1."""
    for row in told.rows("contacts"):
        if period.holds(row["received"]):
            yield {
                CHILD: row["child"],
                "Date of Contact": row["received"],
                "Contact Source": choice("referral_source", row["source"]),
            }


def early_help(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 2."""
    for row in told.rows("early_help_episodes"):
        if ran_between(row, "started", "ended", period.since, period.day):
            yield {
                CHILD: row["child"],
                "Assessment start date": row["started"],
                "Assessment completion date": row["ended"],
                "Organisation completing assessment": row["organisation"],
            }


def _each_referral_once(told: ToldRecords) -> Iterator[tuple[Row, list[Row]]]:
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
    """List 3."""
    for row, all_of_child in _each_referral_once(told):
        if period.holds(row["received"]):
            yield {
                CHILD: row["child"],
                "Date of referral": row["received"],
                "Referral Source": choice("referral_source", row["source"]),
                "Referral NFA?": YES_NO[row["no_further_action"]],
                "Number of Referrals in Last 12 Months": _in_a_year(
                    all_of_child, "received", row["received"]
                ),
                **_team_and_worker(row),
            }


def assessments(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 4: those that ran in the period. One never finished ends when its case closes."""
    cases = told.by_child("referrals")
    for row in told.rows("assessments"):
        if not ran_between(row, "started", "authorised", period.since, period.day):
            continue
        case = last_row_by(cases[row["child"]], "received", row["started"])
        closed = case and case["closed"]
        if row["authorised"] is None and closed and closed < period.since:
            continue
        yield {
            CHILD: row["child"],
            "Continuous Assessment Start Date": row["started"],
            "Child Seen During Continuous Assessment": YES_NO[row["child_seen"]],
            "Continuous Assessment Date of Authorisation": row["authorised"],
            "Was the child assessed as requiring LA children's social care support?": YES_NO[
                None if row["authorised"] is None else row["outcome"] != "no further action"
            ],
            **_team_and_worker(row),
        }


def enquiries(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 5: enquiries begun in the period, each with the conference it led to."""
    conferences = told.by_child("initial_conferences")
    for of_child in told.by_child("enquiries").values():
        held_of_child = conferences.get(of_child[0]["child"], [])
        for place, row in enumerate(of_child):
            if not period.holds(row["started"]):
                continue
            following = of_child[place + 1]["started"] if place + 1 < len(of_child) else date.max
            conference = conference_of(row, following, held_of_child)
            yield {
                CHILD: row["child"],
                "Strategy discussion initiating Section 47 Enquiry Start Date": row["started"],
                "Was an Initial Child Protection Conference deemed unnecessary?": YES_NO[
                    row["no_further_action"]
                ],
                "Date of Initial Child Protection Conference": conference and conference["held"],
                "Did the Initial Child Protection Conference Result in a Child Protection Plan": (
                    conference and YES_NO[conference["plan_agreed"]]
                ),
                "Number of Section 47 Enquiries in the last 12 months": _in_a_year(
                    of_child, "started", row["started"]
                ),
                "Number of ICPCs in the last 12 months": _in_a_year(
                    held_of_child, "held", period.day
                ),
                **_team_and_worker(row),
            }


def conference_of(enquiry: Row, following: date, conferences: list[Row]) -> Row | None:
    """The first conference that names the enquiry or, where it names none, lies before the next."""
    for row in conferences:
        nameless = row["enquiry"] is None and not row["transfer_in"]
        if row["enquiry"] == enquiry["enquiry"] or (
            nameless and enquiry["started"] <= row["held"] < following
        ):
            return row
    return None


def children_in_need(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 6: cases open in the period."""
    for row, _ in _each_referral_once(told):
        if row["no_further_action"]:
            continue
        if not ran_between(row, "received", "closed", period.since, period.day):
            continue
        yield {
            CHILD: row["child"],
            "CIN Start Date": row["received"],
            "Primary Need Code": choice("primary_need", row["primary_need"]),
            "CIN Closure Date": row["closed"],
            "Reason for Closure": choice("closure_reason", row["closure_reason"]),
            "Case Status": "e) Closed episode" if row["closed"] else "c) Child in need plan",
            **_team_and_worker(row),
        }


def protection_plans(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 7: plans that ran in the period, with the last visit and the latest review of each."""
    visits = told.by_child("protection_visits", lambda row: row["child_seen"])
    reviews = told.by_child("review_conferences")
    for plans in told.by_child("protection_plans").values():
        for number, row in enumerate(plans):
            if not ran_between(row, "started", "ended", period.since, period.day):
                continue
            child, until = row["child"], row["ended"] or period.day
            visit = _last_between(visits.get(child, []), "visited", row["started"], until)
            review = _last_between(reviews.get(child, []), "held", row["started"], until)
            yield {
                CHILD: child,
                "Child Protection Plan Start Date": row["started"],
                "Initial Category of Abuse": HARM[row["initial_category"]],
                "Latest Category of Abuse": HARM.get(row["latest_category"]),
                "Date of the Last Statutory Visit": visit and visit["visited"],
                "Was the Child Seen Alone?": visit and YES_NO[visit["seen_alone"]],
                "Date of latest review conference": review and review["held"],
                "Child Protection Plan End Date": row["ended"],
                "Number of Previous Child Protection Plans": number,
            }


def _last_between(rows: list[Row], happened: str, since: date, until: date) -> Row | None:
    row = last_row_by(rows, happened, until)
    return row if row and row[happened] >= since else None


def children_in_care(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 8: periods of care that ran in the period, as they were last."""
    latest_of = LatestInCare(told)
    for episodes in told.by_child("care_episodes").values():
        for entered in sorted({row["entered_care"] for row in episodes}):
            of_period = [row for row in episodes if row["entered_care"] == entered]
            last = of_period[-1]
            ended = last["ended"] if last["end_reason"] not in (None, GOES_ON) else None
            if ended and ended < period.since:
                continue
            yield {
                CHILD: last["child"],
                "Date Started to be Looked After": entered,
                "Start date of current legal status": last["started"],
                "Child's Legal Status": last["legal_status"],
                "Date Ceased to be Looked After": ended,
                "Reason Ceased to be Looked After": ended
                and choice("episode_end_reason", last["end_reason"]),
                **latest_of.row(last["child"], entered, ended or period.day),
            }


class LatestInCare:
    """The latest of everything that a list tells of a child in care."""

    def __init__(self, told: ToldRecords) -> None:
        self._placements = told.by_child("placements")
        self._happened = {
            "Date of Latest Statutory Review": (
                told.by_child("care_reviews", lambda row: not row["cancelled"]),
                "held",
            ),
            "Date of Last Social Work Visit": (
                told.by_child("care_visits", lambda row: row["child_seen"]),
                "visited",
            ),
            "Date of Last IRO Visit / Contact to the Child": (
                told.by_child("reviewing_officer_contacts"),
                "contacted",
            ),
            "Date of Last Health Assessment": (_checks(told, "health assessment"), "checked"),
            "Date of Last Dental Check": (_checks(told, "dental check"), "checked"),
        }

    def row(self, child: str, entered: date, until: date) -> Row:
        """What was last of a child in a period of care."""
        row: Row = {}
        for heading, (rows, happened) in self._happened.items():
            last = _last_between(rows.get(child, []), happened, entered, until)
            row[heading] = last and last[happened]
        placement = _last_between(self._placements.get(child, []), "started", entered, until)
        if placement:
            row.update(
                {
                    "Start Date of Most Recent Placement": placement["started"],
                    "Placement Type": choice("placement_type", placement["type"]),
                    "Placement Provider": choice("placement_provider", placement["provider"]),
                    "URN of Placement": placement["home_urn"],
                }
            )
        return row


def _checks(told: ToldRecords, kind: str) -> dict[str, list[Row]]:
    return told.by_child(
        "health_checks",
        lambda row: row["kind"].endswith(kind) and row["status"] == "completed",
    )


def care_leavers(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 9."""
    for row in told.rows("care_leavers"):
        yield {
            CHILD: row["child"],
            "Allocated Personal Advisor": row["personal_adviser"],
            "Eligibility Category": ELIGIBILITY[row["eligibility"]],
            "Latest Pathway Plan Review Date": row["pathway_plan_reviewed"],
            "LA in Touch": choice("in_touch", row["in_touch"]),
            "Latest Date of Contact": row["latest_contact"],
            "Type of Accommodation": choice("accommodation", row["accommodation"]),
            "Suitability of Accommodation": SUITABILITY.get(row["accommodation_suitable"]),
            "Activity Status": choice("activity", row["activity"]),
            **_team_and_worker(row),
        }


def children_for_adoption(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 10: those with a decision for adoption that still stood in the period."""
    for row in told.rows("permanence"):
        over = row["order_made"] or row["decision_reversed"]
        if over and over < period.since:
            continue
        yield {
            CHILD: row["child"],
            "Date of Decision that Child Should be Placed for Adoption": row["decided"],
            "Date of Placement Order": row["placement_order"],
            "Date of Matching Child and Prospective Adopters": row["matched"],
            "Date Placed for Adoption": row["placed_for_adoption"],
            "Date of Adoption Order": row["order_made"],
            "Date of Decision that Child Should No Longer be Placed for Adoption": row[
                "decision_reversed"
            ],
            "Reason Why Child No Longer Placed for Adoption": choice(
                "adoption_reversal", row["reversal_reason"]
            ),
            "Date the child was placed for fostering in FFA or concurrent planning placement": row[
                "placed_fostering_for_adoption"
            ],
        }


def adopters(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 11: adults. No child is named beside them."""
    for row in told.rows("prospective_adopters"):
        if not ran_between(row, "enquired", "left_on", period.since, period.day):
            continue
        yield {
            "Individual adopter identifier": row["adopter"],
            "Family identifier": row["adopting_family"],
            "Gender": {"M": "a) Male", "F": "b) Female"}[row["sex"]],
            "Ethnicity": choice("ethnicity", row["ethnicity"]),
            "Disability": YES_NO[row["disabled"]],
            "Is the (prospective) adopter fostering for adoption?": YES_NO[
                row["fostering_for_adoption"]
            ],
            "Date enquiry received": row["enquired"],
            "Date Stage 1 started": row["stage_one_started"],
            "Date Stage 1 ended": row["stage_one_ended"],
            "Date Stage 2 started": row["stage_two_started"],
            "Date Stage 2 ended": row["stage_two_ended"],
            "Date application submitted": row["applied"],
            "Date application approved": row["approved"],
            "Date adopter matched with child(ren)": row["matched"],
            "Date child/children placed with adopter(s)": row["child_placed"],
            "No. of children placed": row["children_placed"],
            "Date of Adoption Order": row["order_made"],
            "Date of leaving adoption process": row["left_on"],
            "Reason for leaving adoption process": row["leaving_reason"],
        }


LISTS: dict[int, Callable[[ToldRecords, Period], Iterator[Row]]] = {
    1: contacts,
    2: early_help,
    3: referrals,
    4: assessments,
    5: enquiries,
    6: children_in_need,
    7: protection_plans,
    8: children_in_care,
    9: care_leavers,
    10: children_for_adoption,
    11: adopters,
}
