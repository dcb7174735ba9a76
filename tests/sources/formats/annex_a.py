"""What an Annex A workbook holds."""

from collections.abc import Callable
from datetime import date

from tests.sources.formats.rows import Facts, Own, Row, last_of, of_child, pick, ran, within

HALF_YEAR = (date(2023, 10, 30), date(2024, 4, 30))
YEAR = (date(2023, 4, 30), date(2024, 4, 30))  # of adoption


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
        "early_help_episodes": pick(
            [row for row in own["early_help_episodes"] if ran(row, "started", "ended", span)],
            "child", "started", "ended", "organisation",
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
                if not (over := row["order_made"] or row["decision_reversed"]) or over >= YEAR[0]
            ],
            "child", "decided", "placement_order", "matched", "placed_for_adoption", "order_made",
            "decision_reversed", "reversal_reason", "placed_fostering_for_adoption",
        ),
        "prospective_adopters": pick(
            [
                {**row, "children_placed": row["children_placed"]}
                for row in own["prospective_adopters"]
                if ran(row, "enquired", "left_on", YEAR)
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
