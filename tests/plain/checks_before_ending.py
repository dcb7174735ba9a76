"""A plain reading of each check: one child's records as known on the day asked, the plan's first day, the day.

Each gives yes, no, or None where there is no evidence. Nothing is built the way the checks are.
"""

from datetime import date

from sightline.records.calendar import working_day_before
from sightline.records.table import DATE
from sightline.records.tables import TABLES
from tests.plain.child import Records, Row

Answer = bool | None
READ = [
    "plan_endings",
    "protection_plans",
    "review_conferences",
    "decision_makers",
    "plan_outcomes",
    "plan_actions",
    "core_groups",
    "protection_visits",
    "direct_work",
    "assessments",
    "enquiries",
    "contacts",
    "referrals",
    "notifications",
    "missing_episodes",
    "neglect_assessments",
    "exploitation_assessments",
    "safety_scales",
    "child_in_need_plans",
]


def known_on(records: Records, day: date) -> Records:
    """The child's records that the checks ask about, as anybody could have known them on the day."""
    return {
        name: [row for one in records[name] if (row := _row_known_on(name, one, day)) is not None]
        for name in READ
    }


def _row_known_on(name: str, row: Row, day: date) -> Row | None:
    table = TABLES[name]
    if not table.happened:
        return row
    dates = [column.name for column in table.columns if column.type == DATE and not column.planned]
    row_day = row[table.happened] or min((row[one] for one in dates if row[one]), default=None)
    if row_day and row_day > day:
        return None
    known = dict(row)
    for column in table.columns:
        known_by = table.known_by(column)
        later = known_by not in ("", table.happened)
        if later and (row[known_by] is None or row[known_by] > day):
            known[column.name] = None
    return known


def _of_plan(records: Records, rows: list[Row], day: str, start: date, on: date) -> list[Row]:
    """Rows of the plan: they name one of its records, or none, and lie between its start and the day."""
    names = {p["plan"] for p in records["protection_plans"] if start <= p["started"] <= on}
    return [
        row
        for row in rows
        if row[day] and start <= row[day] <= on and (row["plan"] is None or row["plan"] in names)
    ]


def _decision(records: Records, start: date, on: date) -> Row:
    """What was written at the latest decision to end the plan; nothing in every field where none was."""
    decisions = _of_plan(records, records["plan_endings"], "decided", start, on)
    nothing = dict.fromkeys(TABLES["plan_endings"].column_names)
    return max(decisions, key=lambda row: (row["decided"], row["plan_ending"]), default=nothing)


def _reviews(records: Records, start: date, on: date) -> list[Row]:
    reviews = _of_plan(records, records["review_conferences"], "held", start, on)
    return sorted(reviews, key=lambda row: (row["held"], row["review"]))


def _at_last_review(records: Records, start: date, on: date) -> list[Row]:
    reviews = _reviews(records, start, on)
    return [
        row
        for row in records["decision_makers"]
        if reviews
        and row["meeting_kind"] == "review conference"
        and row["held"] == reviews[-1]["held"]
    ]


def quorate_conference_decided(records: Records, start: date, on: date) -> Answer:
    reviews = _reviews(records, start, on)
    last = reviews[-1] if reviews else {"plan_continues": None, "quorate": None}
    if _decision(records, start, on)["decided_at_conference"] is False or last["plan_continues"]:
        return False
    if last["quorate"] is not None:
        return last["quorate"]
    there = [row for row in _at_last_review(records, start, on) if row["attended"]]
    agencies = {
        row["agency"]
        for row in there
        if row["agency"] and (row["knows_the_child"] or row["agency"] == "social care")
    }
    if len(agencies) < 3 and there:
        return False
    named = [row["agency"] for row in there if row["agency"]]
    return "social care" in named if named else None


def not_at_the_first_review(records: Records, start: date, on: date) -> Answer:
    reviews = _reviews(records, start, on)
    if (
        any(row["held"] < on for row in reviews)
        or _decision(records, start, on)["exception_reason"]
    ):
        return True
    return False if reviews else None


def each_harm_has_a_finding(records: Records, start: date, on: date) -> Answer:
    outcomes = _of_plan(records, records["plan_outcomes"], "agreed", start, on)
    if not outcomes:
        return None
    answered = {row["harm"] for row in outcomes if row["measure"] and row["found"]}
    first = [p["initial_category"] for p in records["protection_plans"] if p["started"] == start]
    category = min((one for one in first if one), default="MUL")
    harms = {row["harm"] for row in outcomes}
    return harms == answered and (category == "MUL" or category in harms)


def every_action_done(records: Records, start: date, on: date) -> Answer:
    of_kind = [row for row in records["plan_actions"] if row["plan_kind"] == "protection plan"]
    actions = _of_plan(records, of_kind, "agreed", start, on)
    if not actions:
        return None
    return all(row["done"] or (row["dropped"] and row["dropped_reason"]) for row in actions)


def no_work_outstanding(records: Records, start: date, on: date) -> Answer:
    said = _decision(records, start, on)["work_outstanding"]
    unfinished = [
        row for row in records["assessments"] if not row["authorised"] and not row["cancelled"]
    ]
    unfinished += [row for row in records["enquiries"] if not row["ended"]]
    if said or unfinished:
        return False
    return True if said is False else None


def parents_accept_the_concern(records: Records, start: date, on: date) -> Answer:
    return _decision(records, start, on)["parents_accept"]


def change_is_lasting(records: Records, start: date, on: date) -> Answer:
    decision = _decision(records, start, on)
    if not decision["change_lasting"]:
        return decision["change_lasting"]
    since = decision["change_since"]
    return bool(since) and (
        len({row["held"] for row in _reviews(records, start, on) if row["held"] >= since}) >= 2
    )


def advice_used_in_a_new_situation(records: Records, start: date, on: date) -> Answer:
    return _decision(records, start, on)["advice_used_anew"]


def parents_worked_with_core_group(records: Records, start: date, on: date) -> Answer:
    said = _decision(records, start, on)["worked_with_core_group"]
    groups = _of_plan(records, records["core_groups"], "held", start, on)
    if said is not None or not groups:
        return said
    return max(groups, key=lambda row: (row["held"], row["core_group"]))["parents_attended"]


def source_of_harm_gone(records: Records, start: date, on: date) -> Answer:
    return _decision(records, start, on)["harm_gone"]


def child_seen_alone_and_heard(records: Records, start: date, on: date) -> Answer:
    first = working_day_before(on, 20)
    visits = _of_plan(records, records["protection_visits"], "visited", start, on)
    seen = [row for row in visits if row["child_seen"] and row["visited"] >= first]
    if not seen:
        return False if visits else None
    words = [row["childs_words"] for row in records["direct_work"] if row["done"] >= first]
    both = [_any_says([row["seen_alone"] for row in seen]), _any_says(words)]
    return False if False in both else None if None in both else True


def _any_says(said: list[Answer]) -> Answer:
    known = [one for one in said if one is not None]
    return any(known) if known else None


def new_events_considered(records: Records, start: date, on: date) -> Answer:
    before = [row["held"] for row in _reviews(records, start, on) if row["held"] < on]
    since = max(before, default=start)
    days = [row["received"] for row in records["contacts"] + records["referrals"]]
    days += [row["received"] for row in records["notifications"]]
    days += [row["started"] for row in records["enquiries"] + records["missing_episodes"]]
    if not any(day > since for day in days):
        return True
    return _decision(records, start, on)["new_events_considered"]


def tool_results_have_moved(records: Records, start: date, on: date) -> Answer:
    told: dict[tuple, list[tuple[date, int]]] = {}
    for row in records["neglect_assessments"]:
        if row["tool"] and row["area"] and row["grade"] is not None:
            told.setdefault((row["tool"], row["area"]), []).append((row["assessed"], row["grade"]))
    levels = ["low", "medium", "high"]
    for row in records["exploitation_assessments"]:
        if row["tool"] and row["kind"] and row["level"] in levels:
            worry = levels.index(row["level"])
            told.setdefault((row["tool"], row["kind"]), []).append((row["assessed"], worry))
    scales = [row for row in records["safety_scales"] if row["scored"] >= start and row["scorer"]]
    if len({row["scorer"] for row in scales}) >= 2:
        for row in scales:
            if row["score"] is not None:
                told.setdefault((row["scorer"],), []).append((row["scored"], -row["score"]))
    moves = []
    for results in told.values():
        during = [one for one in results if one[0] >= start]
        days = {day for day, _ in during}
        if len(days) > 1:
            first = max(worry for day, worry in during if day == min(days))
            moves.append(max(worry for day, worry in during if day == max(days)) - first)
    return min(moves) < 0 and max(moves) <= 0 if moves else None


def health_school_and_development_agree(records: Records, start: date, on: date) -> Answer:
    return _decision(records, start, on)["data_agree"]


def agencies_views_in_writing(records: Records, start: date, on: date) -> Answer:
    said = _decision(records, start, on)["agencies_written_views"]
    listed = [
        row
        for row in _at_last_review(records, start, on)
        if row["agency"] and row["agency"] != "family"
    ]
    if said is not None or not listed:
        return said
    return all(row["view"] for row in listed)


def category_still_fits(records: Records, start: date, on: date) -> Answer:
    return _decision(records, start, on)["category_fits"]


def relapse_plan_written(records: Records, start: date, on: date) -> Answer:
    return _decision(records, start, on)["relapse_plan"]


def step_down_agreed(records: Records, start: date, on: date) -> Answer:
    decision = _decision(records, start, on)
    if decision["step_down_agreed"] is not None:
        return decision["step_down_agreed"] and decision["step_down_meets"] is not None
    return True if any(not row["ended"] for row in records["child_in_need_plans"]) else None


def agencies_told(records: Records, start: date, on: date) -> Answer:
    return _decision(records, start, on)["agencies_told"]


def siblings_considered(records: Records, start: date, on: date) -> Answer:
    return _decision(records, start, on)["siblings_considered"]


def history_considered(records: Records, start: date, on: date) -> Answer:
    return _decision(records, start, on)["history_considered"]
