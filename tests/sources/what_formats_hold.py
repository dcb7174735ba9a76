"""What each format can hold of an authority, said apart from the doors and the writers.

Each function takes the authority's own rows by table and gives the facts that a file of that format
must bring in, as rows of the columns it can hold. They are a second reading of what the formats
are, so that a fault of a writer or a door shows as a difference.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

Row = dict[str, Any]
Own = dict[str, list[Row]]
# By table: the columns held, and the rows.
Facts = dict[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]]

CENSUS_YEAR = (date(2023, 4, 1), date(2024, 3, 31))
RETURN_YEARS = ((date(2022, 4, 1), date(2023, 3, 31)), CENSUS_YEAR)
HALF_YEAR = (date(2023, 10, 30), date(2024, 4, 30))


def pick(rows: Iterable[Row], *columns: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Those columns of the rows; a column that a row lacks is empty."""
    return columns, [tuple(row.get(column) for column in columns) for row in rows]


def ran(row: Row, starts: str, ends: str, span: tuple[date, date]) -> bool:
    """Whether something ran on a day of a span."""
    return row[starts] <= span[1] and (row[ends] is None or row[ends] >= span[0])


def within(day: date | None, span: tuple[date, date]) -> bool:
    """Whether a day lies in a span."""
    return day is not None and span[0] <= day <= span[1]


def by_then(row: Row, day: date, end: str, *with_it: str) -> Row:
    """The row as known on a day."""
    if row[end] is not None and row[end] > day:
        return {**row, end: None, **dict.fromkeys(with_it)}
    return row


def last_of(rows: Iterable[Row], happened: str, since: date, until: date) -> Row | None:
    """The last of the rows that happened between two days."""
    between = [row for row in rows if row[happened] and since <= row[happened] <= until]
    return max(between, key=lambda row: row[happened], default=None)


def of_child(own: Own, table: str, child: str) -> list[Row]:
    """A child's rows of a table."""
    return [row for row in own[table] if row["child"] == child]


def kept_referral(own: Own, child: str, day: date) -> Row | None:
    """The referral whose case was the child's last by a day."""
    kept = [row for row in of_child(own, "referrals", child) if not row["no_further_action"]]
    return last_of(kept, "received", date.min, day)


def census(own: Own) -> Facts:
    """The children in need census of 2023-24, in the structure of 2026-27."""
    year, day = CENSUS_YEAR, CENSUS_YEAR[1]
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


def annex_a(own: Own) -> Facts:
    """The workbook of the six months up to the extract day."""
    span = HALF_YEAR
    referrals = _referrals_of_annex_a(own)
    enquiries = [row for row in own["enquiries"] if within(row["started"], span)]
    plans = [row for row in own["protection_plans"] if ran(row, "started", "ended", span)]
    periods = _periods_of_care(own, span)
    facts = {
        "contacts": pick(
            [row for row in own["contacts"] if within(row["received"], span)],
            "child", "received", "source",
        ),
        "referrals": referrals,
        "assessments": pick(
            [row for row in own["assessments"] if _assessment_runs(own, row)],
            "child", "started", "authorised", "child_seen", "team", "worker",
        ),
        "enquiries": pick(enquiries, "child", "started", "no_further_action", "team", "worker"),
        "initial_conferences": pick(
            [
                conference
                for conference in own["initial_conferences"]
                if any(_led_to(own, enquiry, conference) for enquiry in enquiries)
            ],
            "child", "held", "plan_agreed",
        ),
        "protection_plans": pick(
            plans, "child", "started", "ended", "initial_category", "latest_category"
        ),
        "protection_visits": pick(
            _latest_under_plans(own, plans, "protection_visits", "visited"),
            "child", "visited", "seen_alone",
        ),
        "review_conferences": pick(
            _latest_under_plans(own, plans, "review_conferences", "held"), "child", "held"
        ),
        "care_episodes": pick(
            [{**period, "started": period["entered_care"]} for period in periods],
            "child", "entered_care", "started", "ended", "legal_status", "end_reason",
        ),
        "placements": pick(
            _latest_in_care(own, periods, "placements", "started"),
            "child", "started", "type", "provider", "home_urn",
        ),
        "care_visits": pick(
            _latest_in_care(own, periods, "care_visits", "visited", lambda row: row["child_seen"]),
            "child", "visited", "child_seen",
        ),
        "care_reviews": pick(
            _latest_in_care(own, periods, "care_reviews", "held", lambda row: not row["cancelled"]),
            "child", "held",
        ),
        "reviewing_officer_contacts": pick(
            _latest_in_care(own, periods, "reviewing_officer_contacts", "contacted"),
            "child", "contacted",
        ),
        "health_checks": pick(_latest_checks(own, periods), "child", "checked", "kind", "status"),
        "care_leavers": pick(
            own["care_leavers"],
            "child", "eligibility", "in_touch", "latest_contact", "pathway_plan_reviewed",
            "accommodation", "accommodation_suitable", "activity", "personal_adviser", "team",
            "worker",
        ),
        "permanence": pick(
            [
                row
                for row in own["permanence"]
                if not (over := row["order_made"] or row["decision_reversed"]) or over >= span[0]
            ],
            "child", "decided", "placement_order", "matched", "placed_for_adoption", "order_made",
            "decision_reversed", "reversal_reason", "placed_fostering_for_adoption",
        ),
        "prospective_adopters": pick(
            [
                {**row, "children_placed": row["children_placed"]}
                for row in own["prospective_adopters"]
                if ran(row, "enquired", "left_on", span)
            ],
            "adopter", "adopting_family", "sex", "ethnicity", "disabled",
            "fostering_for_adoption", "enquired", "stage_one_started", "stage_one_ended",
            "stage_two_started", "stage_two_ended", "applied", "approved", "matched",
            "child_placed", "children_placed", "order_made", "left_on", "leaving_reason",
        ),
    }  # fmt: skip
    named: set[str] = set()
    for name, (columns, rows) in facts.items():
        if name != "prospective_adopters":
            named |= {row[columns.index("child")] for row in rows}
    facts["children"] = pick(
        [
            {**row, "born": row["born"] or row["expected_birth"]}
            for row in own["children"]
            if row["child"] in named
        ],
        "child", "sex", "ethnicity", "born",
    )  # fmt: skip
    return facts


def _referrals_of_annex_a(own: Own):
    """Received in the period, or with a case open in it: the two lists tell different things."""
    rows = []
    for row in own["referrals"]:
        twice = [
            other
            for other in own["referrals"]
            if (other["child"], other["received"]) == (row["child"], row["received"])
            and other is not row
            and row["no_further_action"]
            and not other["no_further_action"]
        ]
        received = within(row["received"], HALF_YEAR) and not twice
        is_open = not row["no_further_action"] and ran(row, "received", "closed", HALF_YEAR)
        if not (received or is_open):
            continue
        on_list_3 = ("source", "no_further_action", "team", "worker")
        on_list_6 = ("primary_need", "closed", "closure_reason")
        rows.append(
            {
                "child": row["child"],
                "received": row["received"],
                **({name: row[name] for name in on_list_3} if received else {}),
                **({name: row[name] for name in on_list_6} if is_open else {}),
            }
        )
    return pick(
        rows,
        "child", "received", "source", "no_further_action", "team", "worker", "primary_need",
        "closed", "closure_reason",
    )  # fmt: skip


def _assessment_runs(own: Own, row: Row) -> bool:
    case = last_of(of_child(own, "referrals", row["child"]), "received", date.min, row["started"])
    given_up = row["authorised"] is None and case and case["closed"]
    if given_up and case["closed"] < HALF_YEAR[0]:
        return False
    return ran(row, "started", "authorised", HALF_YEAR)


def _led_to(own: Own, enquiry: Row, conference: Row) -> bool:
    """Whether the conference is the enquiry's: it names it or, naming none, came before the next."""
    if conference["enquiry"] is not None:
        return conference["enquiry"] == enquiry["enquiry"]
    if conference["transfer_in"] or conference["child"] != enquiry["child"]:
        return False
    earlier = [
        row["started"]
        for row in of_child(own, "enquiries", enquiry["child"])
        if row["started"] <= conference["held"]
    ]
    return enquiry["started"] == max(earlier, default=None)


def _latest_under_plans(own: Own, plans: list[Row], table: str, happened: str) -> list[Row]:
    found = []
    for plan in plans:
        rows = [
            row
            for row in of_child(own, table, plan["child"])
            if table != "protection_visits" or row["child_seen"]
        ]
        until = plan["ended"] or HALF_YEAR[1]
        found.append(last_of(rows, happened, plan["started"], until))
    return [row for row in found if row]


def _periods_of_care(own: Own, span: tuple[date, date]) -> list[Row]:
    """Each period of care that ran in a span, as its last episode has it."""
    last: dict[tuple[str, date], Row] = {}
    for row in own["care_episodes"]:
        key = (row["child"], row["entered_care"])
        if key not in last or last[key]["started"] < row["started"]:
            last[key] = row
    periods = [
        {**row, "ended": None, "end_reason": None} if row["end_reason"] in (None, "X1") else row
        for row in last.values()
    ]
    return [row for row in periods if ran(row, "entered_care", "ended", span)]


def _latest_in_care(
    own: Own,
    periods: list[Row],
    table: str,
    happened: str,
    suits: Callable[[Row], bool] = lambda row: True,
) -> list[Row]:
    found = []
    for period in periods:
        rows = [row for row in of_child(own, table, period["child"]) if suits(row)]
        until = period["ended"] or HALF_YEAR[1]
        found.append(last_of(rows, happened, period["entered_care"], until))
    return [row for row in found if row]


def _latest_checks(own: Own, periods: list[Row]) -> list[Row]:
    """The workbook does not tell the first health assessment from later ones."""
    found = []
    for ending in ("health assessment", "dental check"):
        for row in _latest_in_care(
            own,
            periods,
            "health_checks",
            "checked",
            lambda row, ending=ending: (
                row["kind"].endswith(ending) and row["status"] == "completed"
            ),
        ):
            found.append({**row, "kind": ending})
    return found


def return_on_care(own: Own) -> Facts:
    """The return on children looked after of 2022-23 and 2023-24, two years together."""
    both, day = (RETURN_YEARS[0][0], RETURN_YEARS[1][1]), RETURN_YEARS[1][1]
    episodes = [row for row in own["care_episodes"] if ran(row, "started", "ended", both)]
    in_care = {
        year: {row["child"] for row in episodes if ran(row, "started", "ended", year)}
        for year in RETURN_YEARS
    }

    def about_them(
        table: str, suits: Callable[[Row, tuple[date, date]], bool], *ends: str
    ) -> list[Row]:
        """Rows of a table as known at the end of the last year in which each is told."""
        found = []
        for row in own[table]:
            told = [
                year for year in RETURN_YEARS if row["child"] in in_care[year] and suits(row, year)
            ]
            if told:
                found.append(by_then(row, told[-1][1], *ends) if ends else row)
        return found

    return {
        "children": pick(
            [row for row in own["children"] if any(row["child"] in some for some in in_care.values())],
            "child", "sex", "born", "ethnicity",
        ),
        "care_episodes": pick(
            [by_then(row, day, "ended", "end_reason") for row in episodes],
            "child", "started", "ended", "legal_status", "start_reason", "end_reason",
            "primary_need",
        ),
        "placements": pick(
            [by_then(row, day, "ended", "change_reason") for row in _placements_told(own, episodes)],
            "child", "started", "ended", "type", "provider", "change_reason", "home_urn",
        ),
        "missing_episodes": pick(
            about_them(
                "missing_episodes",
                lambda row, year: ran(row, "started", "returned", year),
                "returned",
            ),
            "child", "started", "returned", "type",
        ),
        "care_reviews": pick(
            [
                row
                for row in about_them("care_reviews", lambda row, year: within(row["held"], year))
                if not row["cancelled"]
            ],
            "child", "held", "participation",
        ),
        "allocations": pick(
            [
                row
                for row in about_them(
                    "allocations",
                    lambda row, year: ran(row, "started", "ended", year),
                    "ended",
                    "change_reason",
                )
                if row["role"] == "social worker"
            ],
            "child", "worker", "started", "ended", "change_reason",
        ),
        "previous_permanence": pick(
            about_them("previous_permanence", lambda row, year: True),
            "child", "ordered", "option", "council",
        ),
        "permanence": pick(
            [
                _adoption_of_the_return(row)
                for row in about_them(
                    "permanence",
                    lambda row, year: ran(row, "decided", "order_made", year),
                    "decision_reversed",
                    "reversal_reason",
                )
            ],
            "child", "decided", "decision_reversed", "reversal_reason", "matched",
            "adopted_by_carer", "adopters", "adopter_sex", "adopter_status",
        ),
    }  # fmt: skip


def _placements_told(own: Own, episodes: list[Row]) -> list[Row]:
    """Placements of the episodes told.

    One whose first episode ended before the two years shows only from its next change of legal
    status on: the return does not say when it began.
    """
    found = []
    for row in own["placements"]:
        told = [
            episode["started"]
            for episode in episodes
            if episode["child"] == row["child"]
            and row["started"] <= episode["started"]
            and (row["ended"] is None or episode["started"] < row["ended"])
        ]
        if told:
            found.append({**row, "started": min(told)})
    return found


def _adoption_of_the_return(row: Row) -> Row:
    """Matching and adopters are told of those adopted in one of the two years."""
    if any(within(row["order_made"], year) for year in RETURN_YEARS):
        return row
    only_adopted = ("matched", "adopted_by_carer", "adopters", "adopter_sex", "adopter_status")
    return {**row, **dict.fromkeys(only_adopted)}
