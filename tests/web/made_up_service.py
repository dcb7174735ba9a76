"""A small made-up service in the shape pages ask for: six children, three measures."""

from datetime import date
from math import sqrt

from sightline.casework.policy import ChildRecord
from sightline.engine.control_chart import p_chart
from sightline.ledger.local_standards import LocalStandards
from sightline.ledger.told import ToldRow
from sightline.measures.at_hand import ConcernAtHand
from sightline.web.finding_children import Found, like
from sightline.web.quality_shown import CannotTell, SetAside
from sightline.web.records_for_policy import ByWhatBringsTogether
from sightline.web.service import (
    Authority,
    Concern,
    Figure,
    FigureOfGroup,
    MeasureShown,
    RowBehind,
)
from tests.web.made_up_changes import MadeUpChanges
from tests.web.made_up_oversight import MadeUpOversight
from tests.web.made_up_quality import MadeUpQuality
from tests.web.made_up_teams import MadeUpTeams

EXTRACT_DAY = date(2024, 3, 31)
LATEST = "2024-03"

INTERVIEWS = MeasureShown(
    name="return_interview_in_72_hours",
    title="Return interviews held within 72 hours",
    themes=("missing",),
    kind="share",
    numerator_words="interviews held within 72 hours",
    denominator_words="returns of missing children",
    definition="Of the missing children who came back in the month, how many were interviewed in time.",
    better="higher",
    rule="return_interview_not_in_72_hours",
)
ENDED_EARLY = MeasureShown(
    name="protection_plan_ended_early",
    title="Protection plans ended at or before the first review",
    themes=("plans_cp", "step_down_closure"),
    kind="share",
    numerator_words="plans ended at or before their first review",
    denominator_words="plans that ended",
    better="lower",
    rule="protection_plan_ended_early",
)
WITHOUT_WORKER = MeasureShown(
    name="children_without_worker",
    title="Open children with no allocated worker",
    themes=("workforce_caseloads", "supervision_mgmt_oversight"),
    kind="standing",
    numerator_words="children with no allocated worker at the end of the month",
    denominator_words="open children",
    better="lower",
    rule="child_without_worker",
)
MEASURES = [INTERVIEWS, ENDED_EARLY, WITHOUT_WORKER]

NAMES = {
    "C001": ("Ada", "Marsh"),
    "C002": ("Ben", "Marsh"),
    "C003": ("Cora", "Field"),
    "C004": ("Dan", "Hill"),
    "C005": ("=1+1", "Brook"),
    "C006": ("Eve", "Wood"),
}
TEAMS = ["Assessment North", "Assessment South"]
WORKERS = {"W1": "Rowan Ash", "W2": "Jo Birch"}


def hand(rule, subject, status, opens, *, found_on=None, from_before=False, **dates):
    """One concern at hand, without its child."""
    return {
        "rule": rule, "subject": subject, "status": status, "opens": opens, "found_on": found_on,
        "from_before": from_before, "starts": None, "due": None, "met": None, "closes": None,
        "worker": "W1", "team": "Assessment North", **dates,
    }  # fmt: skip


AT_HAND = (
    hand("return_interview_not_in_72_hours", "missing episode 2024-03-04", "overdue", date(2024, 3, 9),
         found_on=date(2024, 3, 9), starts=date(2024, 3, 5), due=date(2024, 3, 8)),
    hand("protection_visit_overdue", "protection visit after 2024-03-22", "still in time", None,
         starts=date(2024, 3, 22), due=date(2024, 4, 5)),
    hand("third_referral_without_plan", "referral 2024-03-30", "open", date(2024, 3, 30),
         found_on=date(2024, 3, 31), starts=date(2024, 3, 30), team="Assessment South"),
    hand("child_without_worker", "time without a worker 2023-01-09", "open", date(2023, 1, 9),
         found_on=date(2024, 2, 1), from_before=True, starts=date(2023, 1, 9), worker=None, team=None),
    hand("assessment_over_45_days_from_start", "assessment 2024-01-03", "late", date(2024, 3, 8),
         found_on=date(2024, 3, 8), starts=date(2024, 1, 3), due=date(2024, 3, 7),
         met=date(2024, 3, 28), closes=date(2024, 3, 28)),
    hand("conference_over_15_days", "enquiry 2024-02-01", "late", date(2024, 2, 23),
         found_on=date(2024, 2, 23), starts=date(2024, 2, 1), due=date(2024, 2, 22),
         met=date(2024, 3, 1), closes=date(2024, 3, 1)),
)  # fmt: skip

CONCERNS = (
    ("return_interview_not_in_72_hours", "missing episode 2024-03-04"),
    ("assessment_over_45_days_from_start", "assessment 2022-02-03"),
)
"""Rule and subject of every concern that ``concerns_of`` gives."""


def interval(numerator: int, denominator: int) -> tuple[float, float]:
    """The Wilson interval, 95%."""
    z, share = 1.96, numerator / denominator
    middle = (share + z * z / 2 / denominator) / (1 + z * z / denominator)
    half = z * sqrt(share * (1 - share) / denominator + z * z / 4 / denominator**2)
    half /= 1 + z * z / denominator
    return max(0.0, middle - half), min(1.0, middle + half)


def figure(measure: MeasureShown, year: int, month: int) -> Figure:
    """A figure that falls and recovers by a simple sum."""
    index = (year - 2014) * 12 + month
    denominator = 30 + index % 11
    numerator = min(denominator, 6 + abs(60 - index) // 4 + index % 5)
    low, high = interval(numerator, denominator)
    return Figure(
        period=f"{year}-{month:02d}",
        period_words=f"{date(year, month, 1):%B %Y}",
        day=date(year, month, 1),
        numerator=numerator,
        denominator=denominator,
        value=numerator / denominator if measure.is_share else float(numerator),
        low=low if measure.is_share else None,
        high=high if measure.is_share else None,
    )


class MadeUpService(MadeUpOversight, MadeUpQuality, MadeUpTeams, MadeUpChanges):
    """Answers every question of a page from the rows above."""

    def __init__(self, made_up: bool = True, names: dict[str, tuple[str, str]] | None = None):
        self.made_up = made_up
        self.names = names or NAMES
        self.local = LocalStandards()

    def authority(self):
        return Authority("Sandbourne", self.made_up, EXTRACT_DAY, date(2013, 4, 1))

    def measures(self):
        return MEASURES

    def figure(self, measure, period=""):
        found = [one for one in self.months(measure) if one.period == (period or LATEST)]
        return found[0] if found else None

    def months(self, measure):
        wanted = next(one for one in MEASURES if one.name == measure)
        months = [(year, month) for year in range(2014, 2025) for month in range(1, 13)]
        return [figure(wanted, *month) for month in months if month <= (2024, 3)]

    def years(self, measure):
        return []

    def series(self, measure, grain, team=""):
        if grain == "month":
            return self.months(measure)
        return [self.months(measure)[-1]] if grain == "year" else self.months(measure)[2::3]

    def teams(self, measure):
        return TEAMS

    def control_chart(self, measure, team=""):
        months = self.months(measure)
        return p_chart(
            [month.numerator for month in months], [month.denominator for month in months]
        )

    def groups(self, measure, kind, year):
        told = self.months(measure)[-1]
        return [
            FigureOfGroup("White", told),
            FigureOfGroup("Black", None),
            FigureOfGroup("Asian", None),
        ]

    def filled(self):
        return frozenset(
            {"contacts.received", "children.child", "children.sex", "family_members.family"}
        )

    def local_standards(self):
        return self.local

    def rows_behind(self, measure, period, team=""):
        return [
            RowBehind(
                child=child,
                subject="missing episode 2024-03-04",
                in_numerator=place < 4,
                worker="W1" if place % 2 else "W2",
                team="Assessment North",
                due=date(2024, 3, 8),
                met=date(2024, 3, 7) if place < 4 else None,
            )
            for place, child in enumerate(self.names)
        ]

    def children_to_look_at(self, measure, period):
        wanted = next(one for one in MEASURES if one.name == measure)
        return sum(wanted.is_to_look_at(row) for row in self.rows_behind(measure, period))

    def children(self):
        return list(self.names)

    def records_of(self, child, tables=()):
        told = self.every_record_of(child)
        return {name: told[name] for name in told if not tables or name in tables}

    def every_record_of(self, child):
        given, family = self.names[child]
        return {
            "children": [{"child": child, "given_name": given, "family_name": family,
                          "born": date(2011, 5, 6), "expected_birth": None, "sex": "F"}],
            "referrals": [
                {"child": child, "received": date(2016, 2, 1), "closed": date(2016, 8, 9),
                 "no_further_action": False, "source": None, "primary_need": "N1"},
                {"child": child, "received": date(2022, 2, 1), "closed": None,
                 "no_further_action": False, "source": None, "primary_need": "N1"},
            ],
            "assessments": [{"child": child, "started": date(2022, 2, 3),
                             "authorised": date(2022, 4, 28), "child_seen": True, "outcome": None}],
            "protection_plans": [{"child": child, "started": date(2022, 5, 1), "ended": date(2023, 3, 1),
                                  "initial_category": "NEG", "end_reason": None}],
            "protection_visits": [
                {"child": child, "visited": date(2022, month, 9), "child_seen": month % 3 > 0, "seen_alone": True}
                for month in range(5, 13)
            ],
            "missing_episodes": [{"child": child, "started": date(2024, 3, 4), "returned": date(2024, 3, 5),
                                  "type": "M", "interview_offered": True, "interview_accepted": True}],
            "allocations": [{"child": child, "started": date(2022, 2, 2), "ended": None, "role": None,
                             "worker": "W1", "team": "Assessment North", "change_reason": None}],
        }  # fmt: skip

    def asked_again(self, child):
        return None

    def changed_since_last_night(self, children):
        return {}

    def concerns_of(self, child):
        return [
            Concern(
                rule="return_interview_not_in_72_hours",
                title="Return interview not held within 72 hours",
                subject="missing episode 2024-03-04",
                status="overdue",
                is_open=True,
                starts=date(2024, 3, 5),
                due=date(2024, 3, 8),
                met=None,
                opens=date(2024, 3, 9),
                closes=None,
                evidence=(
                    ("went_missing", "2024-03-04"),
                    ("returned", "2024-03-05"),
                    ("interview_accepted", True),
                ),
                worker="W1",
                team="Assessment North",
            ),
            Concern(
                rule="assessment_over_45_days_from_start",
                title="Assessment beyond 45 working days from its start",
                subject="assessment 2022-02-03",
                status="late",
                is_open=False,
                starts=date(2022, 2, 3),
                due=date(2022, 4, 7),
                met=date(2022, 4, 28),
                opens=date(2022, 4, 8),
                closes=date(2022, 4, 28),
                evidence=(("started", "2022-02-03"), ("authorised", "2022-04-28")),
                worker="W1",
                team="Assessment North",
            ),
        ]

    def at_hand(self, children=None, *, rule="", team="", worker=""):
        """Of each child the same six: what is overdue, what is new, due soon, from before, and over."""
        return [
            ConcernAtHand(child=child, **one)
            for child in sorted(self.names)
            if children is None or child in children
            for one in AT_HAND
            if rule in ("", one["rule"])
            if team in ("", one["team"] or "nobody")
            if worker in ("", one["worker"] or "nobody")
        ]

    def children_within(self, reach):
        return ByWhatBringsTogether(self.records_for_policy()).within(reach)

    def team_names(self):
        return ByWhatBringsTogether(self.records_for_policy()).team_names

    def told_rows(self, child, tables):
        return [
            ToldRow(table, row, "the Sightline folder", EXTRACT_DAY)
            for table in tables
            for row in self.records_of(child).get(table, [])
        ]

    def record_of(self, child):
        return self.records_for_policy().get(child) or ChildRecord(child=child)

    def records_for_policy(self):
        return {
            child: ChildRecord(
                child=child,
                held_by=frozenset({"W1" if place % 2 else "W2"}),
                others_at_work=frozenset({"W9"} if place == 0 else ()),
                teams=frozenset({TEAMS[place % 2]}),
                circumstances=frozenset({"protection plan"} if place < 2 else ()),
            )
            for place, child in enumerate(self.names)
        }

    def births(self):
        return dict.fromkeys(self.names, date(2011, 5, 6))

    def children_with(self, rule, since, until):
        return set(self.names)

    def children_referred(self, times, since, until):
        return set(self.names) if times <= 2 else set()

    def children_like(self, asked):
        everybody = [
            Found(child=child, given=given, family=family, born=date(2011, 5, 6))
            for child, (given, family) in self.names.items()
        ]
        return like(everybody, asked)

    def names_of(self, children):
        return {child: self.names[child] for child in children}

    def family_of(self, child):
        """The first three are one family."""
        family = list(self.names)[:3]
        return tuple(other for other in family if child in family and other != child)

    def worker_names(self):
        return WORKERS

    def cannot_tell(self):
        return [CannotTell("return_interview_not_in_72_hours", "Return interview not held within 72 hours",
                           "The source gives no day on which an interview was held.", 41)]  # fmt: skip

    def set_aside(self):
        return [
            SetAside(
                "protection_plans", "The plan ends before it starts.", "Correct the end date.", 3
            )
        ]
