"""Lists 9 to 11: care leavers, children with a plan for adoption, and people who want to adopt."""

from collections.abc import Iterator

from sightline.returns.annex_a.case_on_a_day import latest
from sightline.returns.annex_a.choices import (
    ACCOMMODATION,
    ACTIVITY,
    ELIGIBILITY,
    ETHNICITY,
    IN_TOUCH,
    REVERSAL,
    SEX,
    SUITABILITY,
    YES_NO,
    YES_OR_NO,
    choice,
)
from sightline.returns.annex_a.period import Period
from sightline.returns.told_records import Row, ToldRecords, ran_between
from sightline.sources.headings_of_annex_a import CHILD


def care_leavers(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 9: every young person recorded as a care leaver, as last known."""
    for child, records in told.by_child("care_leavers").items():
        row = records[-1]
        yield {
            CHILD: child,
            "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)": (
                YES_OR_NO.get(told.children.get(child, {}).get("unaccompanied"))
            ),
            "Allocated Personal Advisor": row["personal_adviser"],
            "Eligibility Category": choice(ELIGIBILITY, row["eligibility"]),
            "Latest Pathway Plan Review Date": row["pathway_plan_reviewed"],
            "LA in Touch": choice(IN_TOUCH, row["in_touch"]),
            "Latest Date of Contact": row["latest_contact"],
            "Type of Accommodation": choice(ACCOMMODATION, row["accommodation"]),
            "Suitability of Accommodation": choice(SUITABILITY, row["accommodation_suitable"]),
            "Activity Status": choice(ACTIVITY, row["activity"]),
            "Allocated Team": row["team"],
            "Allocated Worker": row["worker"],
        }


def children_for_adoption(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 10: those with a decision for adoption that still stood in the period."""
    episodes = told.by_child("care_episodes")
    for row in told.rows("permanence"):
        over = row["order_made"] or row["decision_reversed"]
        if row["decided"] is None or (over and over < period.since_of_adoption):
            continue
        care = latest(episodes, row["child"], "started", row["decided"])
        yield {
            CHILD: row["child"],
            "Date the Child Entered Care": care and care["entered_care"],
            "Date of Decision that Child Should be Placed for Adoption": row["decided"],
            "Date of Placement Order": row["placement_order"],
            "Date of Matching Child and Prospective Adopters": row["matched"],
            "Date Placed for Adoption": row["placed_for_adoption"],
            "Date of Adoption Order": row["order_made"],
            "Date of Decision that Child Should No Longer be Placed for Adoption": row[
                "decision_reversed"
            ],
            "Reason Why Child No Longer Placed for Adoption": choice(
                REVERSAL, row["reversal_reason"]
            ),
            "Date the child was placed for fostering in FFA or concurrent planning placement": row[
                "placed_fostering_for_adoption"
            ],
        }


def adopters(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 11: adults who were in the process in the period. No child is named beside them."""
    for row in told.rows("prospective_adopters"):
        if not ran_between(row, "enquired", "left_on", period.since_of_adoption, period.day):
            continue
        yield {
            "Individual adopter identifier": row["adopter"],
            "Family identifier": row["adopting_family"],
            "Gender": choice(SEX, row["sex"]),
            "Ethnicity": choice(ETHNICITY, row["ethnicity"]),
            "Disability": YES_NO[row["disabled"]],
            "Is the (prospective) adopter fostering for adoption?": YES_OR_NO.get(
                row["fostering_for_adoption"]
            ),
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
