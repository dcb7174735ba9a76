"""List 8: children in care."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sightline.returns.annex_a.case_on_a_day import CaseOnADay, latest
from sightline.returns.annex_a.choices import (
    END_REASON,
    LEGAL_STATUS,
    PERMANENCE_PLAN,
    PLACEMENT_TYPE,
    PRIMARY_NEED,
    PROVIDER,
    YES_NO,
    YES_OR_NO,
    choice,
)
from sightline.returns.annex_a.period import Period
from sightline.returns.told_records import Row, RowsByChild, ToldRecords, last_between, ran_between
from sightline.sources.headings_of_annex_a import CHILD

GOES_ON = "X1"
MISSING, ABSENT = "M", "A"


@dataclass(frozen=True)
class PeriodOfCare:
    """Episodes of one child from entering care to leaving it, in order."""

    entered: date
    episodes: list[Row]

    @property
    def last(self) -> Row:
        """The episode that says how things are now, or were at the end."""
        return self.episodes[-1]

    @property
    def ended(self) -> date | None:
        """The day care ended; None while it runs. An end without a reason ended nothing."""
        return self.last["ended"] if self.last["end_reason"] not in (None, GOES_ON) else None

    @property
    def under_this_status_since(self) -> date:
        """The start of the first of the last episodes that share the legal status."""
        since = self.last["started"]
        for row in reversed(self.episodes):
            if row["legal_status"] != self.last["legal_status"]:
                break
            since = row["started"]
        return since


def periods_of_care(episodes: list[Row]) -> list[PeriodOfCare]:
    """Periods by the day care was entered; where no episode says it, by episodes that touch."""
    found: dict[date, list[Row]] = {}
    entered: date | None = None
    until: date | None = None
    for row in episodes:
        goes_on = until is not None and row["started"] <= until
        entered = row["entered_care"] or (entered if goes_on and entered else row["started"])
        until = (
            max(row["ended"] or date.max, until) if goes_on and until else row["ended"] or date.max
        )
        found.setdefault(entered, []).append(row)
    return [PeriodOfCare(day, rows) for day, rows in sorted(found.items())]


def children_in_care(told: ToldRecords, period: Period) -> Iterator[Row]:
    """List 8: periods of care that ran in the period, as they were last. Short breaks are there too."""
    case, last_of, missing = CaseOnADay(told), LatestInCare(told), MissingFromCare(told, period)
    for child, episodes in told.by_child("care_episodes").items():
        all_periods = periods_of_care(episodes)
        for number, care in enumerate(all_periods):
            if care.entered > period.day or (care.ended and care.ended < period.since):
                continue
            came_back = any(
                earlier.ended and earlier.ended > period.a_year_ago
                for earlier in all_periods[:number]
            )
            yield {
                CHILD: child,
                "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)": (
                    YES_OR_NO.get(told.children.get(child, {}).get("unaccompanied"))
                ),
                "Date Started to be Looked After": care.entered,
                "Child's Category of Need": choice(PRIMARY_NEED, care.last["primary_need"]),
                "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)": (
                    YES_OR_NO[came_back]
                ),
                "Start date of current legal status": care.under_this_status_since,
                "Child's Legal Status": choice(LEGAL_STATUS, care.last["legal_status"]),
                "Date Ceased to be Looked After": care.ended,
                "Reason Ceased to be Looked After": care.ended
                and choice(END_REASON, care.last["end_reason"]),
                **last_of.row(child, care, period),
                **missing.row(child),
                **case.team_and_worker(child, care.ended, period.day),
            }


class LatestInCare:
    """The latest of everything that the list tells of a child in care."""

    def __init__(self, told: ToldRecords) -> None:
        self._told = told
        self._placements = told.by_child("placements")
        self._plans = told.by_child("care_plans")
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

    def row(self, child: str, care: PeriodOfCare, period: Period) -> Row:
        """What was last of a child in a period of care."""
        until = care.ended or period.day
        row: Row = {}
        for heading, (rows, happened) in self._happened.items():
            last = last_between(rows.get(child, []), happened, care.entered, until)
            row[heading] = last and last[happened]
        plan = last_between(self._plans.get(child, []), "started", care.entered, until)
        row["What is the permanence plan for this child?"] = plan and choice(
            PERMANENCE_PLAN, plan["permanence_plan"]
        )
        return {**row, **self._placement(child, care.entered, until, period)}

    def _placement(self, child: str, entered: date, until: date, period: Period) -> Row:
        homes = [row for row in self._placements.get(child, []) if row["started"] >= entered]
        home = last_between(homes, "started", entered, until)
        if home is None:
            return {}
        in_a_year = [
            row for row in homes if ran_between(row, "started", "ended", period.a_year_ago, until)
        ]
        return {
            "Number of Placements in the Last 12 months": len(in_a_year),
            "Start Date of Most Recent Placement": home["started"],
            "Placement Type": choice(PLACEMENT_TYPE, home["type"]),
            "Placement Provider": choice(PROVIDER, home["provider"]),
            "Placement postcode": home["postcode"],
            "URN of Placement": home["home_urn"],
            "LA of Placement": home["council"],
        }


def _checks(told: ToldRecords, kind: str) -> RowsByChild:
    return told.by_child(
        "health_checks",
        lambda row: (row["kind"] or "").endswith(kind) and row["status"] == "completed",
    )


class MissingFromCare:
    """Times a child was missing in the last year, and what followed the last of them."""

    def __init__(self, told: ToldRecords, period: Period) -> None:
        self._tells = told.tells("missing_episodes.started")
        self._told = told
        self._period = period
        self._episodes = told.by_child("missing_episodes")

    def row(self, child: str) -> Row:
        """Empty, not nought, where the source tells of no missing episodes at all."""
        if not self._tells:
            return {}
        in_a_year = [
            row
            for row in self._episodes.get(child, [])
            if self._period.a_year_ago < row["started"] <= self._period.day
        ]
        missing = [row for row in in_a_year if row["type"] == MISSING]
        last = latest({child: missing}, child, "started", self._period.day)
        numbers: Row = {}
        if self._told.tells("missing_episodes.type"):
            numbers = {
                "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months": len(
                    missing
                ),
                "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months": sum(
                    row["type"] == ABSENT for row in in_a_year
                ),
            }
        return {
            **numbers,
            "Was the child offered a Return Interview after their last missing episode (Y/N)?": (
                last and YES_NO[last["interview_offered"]]
            ),
            "Did the child accept a Return Interview after their last missing episode (Y/N)?": (
                last and YES_NO[last["interview_accepted"]]
            ),
        }
