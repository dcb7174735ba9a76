"""What a children in need census says of one child's episodes in a year, block by block."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sightline.returns.told_records import (
    Row,
    RowsByChild,
    ToldRecords,
    known_by,
    last_row_by,
    ran_between,
)

PRE_PROCEEDINGS_FROM = "2026-27"


@dataclass(frozen=True)
class Year:
    """A year of the return, from its first day to its last (31 March)."""

    first: date
    last: date

    @classmethod
    def up_to(cls, day: date) -> "Year":
        """The last year that ended by a day."""
        ends = date(day.year if day >= date(day.year, 3, 31) else day.year - 1, 3, 31)
        return cls(date(ends.year - 1, 4, 1), ends)

    @property
    def name(self) -> str:
        """The year as it is called: 2023-24."""
        return f"{self.first.year}-{self.last.year % 100:02}"

    @property
    def before(self) -> "Year":
        """The year before it."""
        return Year.up_to(self.first - timedelta(days=1))


def text(parent: Any, name: str, value: object) -> None:
    """An element with a value; none where there is no value."""
    if value is None:
        return
    from lxml import etree

    said = {True: "true", False: "false"}.get(value) if isinstance(value, bool) else str(value)
    etree.SubElement(parent, name).text = said


class Census:
    """Everything a census of one year says of an authority, by child and episode."""

    def __init__(self, told: ToldRecords, year: Year, structure: str) -> None:
        self.year = year
        self.structure = structure
        self.disabilities = told.by_child("disabilities")
        self._referrals = told.by_child("referrals", self._ran("received", "closed"))
        self._all_referrals = told.by_child("referrals")
        self._assessments = told.by_child("assessments", self._ran("started", "authorised"))
        self._factors = _by(told.rows("assessment_factors"), "assessment")
        self._plans_of_need = told.by_child("child_in_need_plans", self._ran("started", "ended"))
        self._conferences = told.by_child("initial_conferences", self._within("held"))
        # An enquiry that was over before the year may have led to a conference in it.
        led_to_one = {row["enquiry"] for rows in self._conferences.values() for row in rows}
        ran = self._ran("started", "ended")
        self._enquiries = told.by_child(
            "enquiries", lambda row: ran(row) or row["enquiry"] in led_to_one
        )
        self._plans = told.by_child("protection_plans", self._ran("started", "ended"))
        self._all_plans = told.by_child("protection_plans")
        self._reviews = _by(told.rows("review_conferences"), "plan")
        self._pre_proceedings = told.by_child(
            "pre_proceedings", self._ran("decided", "outcome_agreed")
        )

    def _ran(self, starts: str, ends: str):
        return lambda row: ran_between(row, starts, ends, self.year.first, self.year.last)

    def _within(self, happened: str):
        return lambda row: self.year.first <= row[happened] <= self.year.last

    def episodes_of(self, child: str) -> list[Row]:
        """The child's episodes of need in the year: cases that ran, and referrals that came to nothing."""
        return [
            known_by(row, self.year.last, "closed", "closure_reason")
            for row in self._referrals.get(child, [])
            if not row["no_further_action"] or row["received"] >= self.year.first
        ]

    def write_episode(self, parent: Any, episode: Row) -> None:
        """One episode with all that happened in it in the year."""
        from lxml import etree

        details = etree.SubElement(parent, "CINdetails")
        text(details, "CINreferralDate", episode["received"])
        text(details, "ReferralSource", episode["source"])
        text(details, "PrimaryNeedCode", episode["primary_need"])
        text(details, "CINclosureDate", episode["closed"])
        text(details, "ReasonForClosure", episode["closure_reason"])
        for row in self._of(self._conferences, episode, "held"):
            if row["enquiry"] is None:
                text(details, "DateOfInitialCPC", row["held"])
        text(details, "ReferralNFA", episode["no_further_action"])
        for row in self._of(self._assessments, episode, "started"):
            self._write_assessment(details, known_by(row, self.year.last, "authorised"))
        for row in self._of(self._plans_of_need, episode, "started"):
            row = known_by(row, self.year.last, "ended")
            dates = etree.SubElement(details, "CINPlanDates")
            text(dates, "CINPlanStartDate", row["started"])
            text(dates, "CINPlanEndDate", row["ended"])
        for row in self._of(self._enquiries, episode, "started"):
            self._write_enquiry(
                details, known_by(row, self.year.last, "ended", "no_further_action")
            )
        for row in self._of(self._plans, episode, "started"):
            self._write_plan(details, known_by(row, self.year.last, "ended", "latest_category"))
        if self.structure >= PRE_PROCEEDINGS_FROM:
            for row in self._of(self._pre_proceedings, episode, "decided"):
                self._write_pre_proceedings(details, row)

    def _of(self, rows: RowsByChild, episode: Row, happened: str) -> list[Row]:
        """The child's rows that belong to an episode: those that name it or, naming none, began in it."""
        return [
            row
            for row in rows.get(episode["child"], [])
            if (row.get("referral") or self._open_on(episode["child"], row[happened]))
            == episode["referral"]
        ]

    def _open_on(self, child: str, day: date) -> str | None:
        kept = [row for row in self._all_referrals[child] if not row["no_further_action"]]
        row = last_row_by(kept, "received", day)
        return row["referral"] if row else None

    def _write_assessment(self, parent: Any, row: Row) -> None:
        from lxml import etree

        assessment = etree.SubElement(parent, "Assessments")
        text(assessment, "AssessmentActualStartDate", row["started"])
        text(assessment, "AssessmentAuthorisationDate", row["authorised"])
        factors = self._factors.get(row["assessment"], []) if row["authorised"] else []
        if factors:
            found = etree.SubElement(assessment, "FactorsIdentifiedAtAssessment")
            for factor in factors:
                text(found, "AssessmentFactors", factor["factor"])

    def _write_enquiry(self, parent: Any, row: Row) -> None:
        from lxml import etree

        enquiry = etree.SubElement(parent, "Section47")
        text(enquiry, "S47ActualStartDate", row["started"])
        for conference in self._conferences.get(row["child"], []):
            if conference["enquiry"] == row["enquiry"]:
                text(enquiry, "InitialCPCtarget", conference["due"])
                text(enquiry, "DateOfInitialCPC", conference["held"])
        text(enquiry, "ICPCnotRequired", row["no_further_action"])

    def _write_plan(self, parent: Any, row: Row) -> None:
        from lxml import etree

        plan = etree.SubElement(parent, "ChildProtectionPlans")
        text(plan, "CPPstartDate", row["started"])
        text(plan, "CPPendDate", row["ended"])
        text(plan, "InitialCategoryOfAbuse", row["initial_category"])
        text(plan, "LatestCategoryOfAbuse", row["latest_category"])
        before = [one for one in self._all_plans[row["child"]] if one["started"] < row["started"]]
        text(plan, "NumberOfPreviousCPP", len(before))
        for review in self._reviews.get(row["plan"], []):
            if self.year.first <= review["held"] <= self.year.last:
                text(etree.SubElement(plan, "Reviews"), "CPPreviewDate", review["held"])

    def _write_pre_proceedings(self, parent: Any, row: Row) -> None:
        from lxml import etree

        def by_then(column: str) -> date | None:
            return row[column] if row[column] and row[column] <= self.year.last else None

        agreed = by_then("outcome_agreed")
        block = etree.SubElement(parent, "PreProceedingsandFGDM")
        text(block, "PPStartDate", row["decided"])
        text(block, "LBPSentDate", by_then("letter_sent"))
        text(block, "InitialPPMeetingDate", by_then("first_meeting"))
        text(block, "ReviewMeetingsCount", row["review_meetings"] if agreed else None)
        text(block, "StepDecisionDate", agreed)
        text(block, "PPOutcome", row["outcome"] if agreed else None)
        text(block, "CourtAppDate", by_then("application_issued"))
        text(block, "LetterInitCPDate", by_then("letter_of_issue_sent"))


def _by(rows: list[Row], column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[column], []).append(row)
    return found
