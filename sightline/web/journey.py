"""A child's journey in words: what happened and when, from every record of the child."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.records.codes import CODES
from sightline.records.tables import TABLES
from sightline.web.charts.journey_drawing import Stretch
from sightline.web.service import Concern

# Only what is named here is told. Addresses, identifiers, allegations and adoption are not: who may
# see them is narrower than who may see the rest of the record.
# Table, the words for its beginning, the words for its end, the columns told with it.
HAPPENINGS = {
    "contacts": ("Contact", "", ("source", "reason", "outcome")),
    "referrals": ("Referral received", "Case closed", ("source", "primary_need", "no_further_action")),
    "assessments": ("Assessment began", "Assessment authorised", ("outcome", "child_seen")),
    "strategy_discussions": ("Strategy discussion", "", ("outcome",)),
    "enquiries": ("Section 47 enquiry began", "Section 47 enquiry concluded", ("outcome", "no_further_action")),
    "initial_conferences": ("Initial child protection conference", "", ("outcome",)),
    "protection_plans": ("Child protection plan started", "Child protection plan ended", ("initial_category", "end_reason")),
    "review_conferences": ("Review conference", "", ("plan_continues",)),
    "protection_visits": ("Child protection visit", "", ("child_seen", "seen_alone")),
    "child_in_need_plans": ("Child in need plan started", "Child in need plan ended", ()),
    "child_in_need_visits": ("Child in need visit", "", ("child_seen", "seen_alone")),
    "care_episodes": ("Episode of care began", "Episode of care ended", ("legal_status", "start_reason", "end_reason")),
    "placements": ("Placement began", "Placement ended", ("type", "change_reason")),
    "missing_episodes": ("Went missing", "Returned", ("type", "interview_offered", "interview_accepted")),
    "return_interviews": ("Return interview", "", ("held", "declined", "independent")),
    "allocations": ("Worker allocated", "Worker's last day", ("role", "worker", "team", "change_reason")),
    "early_help_episodes": ("Early help began", "Early help ended", ("reason", "end_reason")),
    "core_groups": ("Core group", "", ("parents_attended", "plan_reviewed")),
    "child_in_need_reviews": ("Child in need plan reviewed", "", ("plan_continues",)),
    "plan_endings": ("Decision to end a protection plan", "", ("grounds", "exception_reason")),
    "family_group_decision_making": ("Family offered to make the plan", "", ("accepted", "held")),
    "neglect_assessments": ("Neglect assessed", "", ("area", "grade")),
    "exploitation_assessments": ("Exploitation assessed", "", ("kind", "level")),
    "legal_planning_meetings": ("Legal planning meeting", "", ("threshold_met", "outcome")),
    "pre_proceedings": ("Pre-proceedings decided", "Pre-proceedings ended", ("outcome",)),
    "care_visits": ("Visit in care", "", ("child_seen", "seen_alone")),
    "care_reviews": ("Care review", "", ("participation",)),
    "health_checks": ("Health check", "", ("kind",)),
    "pathway_plans": ("Pathway plan agreed", "Pathway plan ended", ("young_person_agreed",)),
    "homeless_young_people": ("Came to the council homeless", "", ("outcome",)),
    "direct_work": ("Direct work", "", ("kind",)),
    "pre_proceedings_meetings": ("Pre-proceedings meeting", "", ("parents_attended", "lawyer_attended")),
    "letters_before_proceedings": ("Letter before proceedings sent", "", ()),
    "risk_alerts": ("Warning put on the record", "Warning taken off", ("kind",)),
    "notifications": ("Another agency told of something", "", ("agency", "kind", "outcome")),
    "safety_scales": ("How safe the child is, in one person's view", "", ("scorer", "score")),
    "exclusions": ("Sent away from school", "", ("kind", "days")),
    "missing_education": ("Missing education began", "At school again", ()),
    "elective_home_education": ("Taught at home", "Teaching at home ended", ()),
    "supervision": ("Discussed in supervision", "", ()),
    "management_decisions": ("Management decision", "", ("turning_point", "decision", "reason")),
}  # fmt: skip

# That a referral led to something is told by what followed.
TOLD_WHERE_TRUE = frozenset({"no_further_action"})

ENDS = {"assessments": "authorised"}

LANES = {
    "referrals": "Case open",
    "assessments": "Assessment",
    "enquiries": "Section 47 enquiry",
    "child_in_need_plans": "Child in need plan",
    "protection_plans": "Protection plan",
    "protection_visits": "Protection visits",
    "care_episodes": "In care",
    "missing_episodes": "Missing",
}
# A referral that led to nothing may carry no closing day: it is a moment, not an open case.
MOMENTS = {"protection_visits"}


BEGINS, ENDED = "begins", "ends"


@dataclass(frozen=True)
class Happening:
    """One thing that happened on a day: ``moment`` says which end of a row of ``table`` it is."""

    day: date
    words: str
    details: tuple[tuple[str, object], ...] = ()
    table: str = ""
    moment: str = BEGINS


TABLES_OF_JOURNEY = frozenset(HAPPENINGS) | frozenset(LANES)


def told_in_order(
    records: dict[str, list[dict[str, Any]]], workers: dict[str, str]
) -> list[Happening]:
    """Everything that happened to the child, the first first."""
    told = [
        happening
        for table, (begins, ends, columns) in HAPPENINGS.items()
        for row in records.get(table, [])
        for happening in _of_row(table, row, begins, ends, columns, workers)
    ]
    return sorted(told, key=lambda happening: happening.day)


def happenings(
    records: dict[str, list[dict[str, Any]]], workers: dict[str, str]
) -> dict[int, list[Happening]]:
    """Everything that happened to the child, by year, newest first."""
    by_year: dict[int, list[Happening]] = {}
    # Turned round after sorting, so that on one day, too, what came last stands first.
    for happening in reversed(told_in_order(records, workers)):
        by_year.setdefault(happening.day.year, []).append(happening)
    return by_year


def _of_row(table: str, row: dict, begins: str, ends: str, columns: tuple, workers: dict):
    """One or two happenings of a record: its beginning and its end."""
    end = row.get(ENDS.get(table, TABLES[table].ends)) if ends else None
    known_at_end = (
        {column for column in columns if TABLES[table].column(column).known_by} if ends else set()
    )
    start = _first_day(table, row)
    if start:
        first = [column for column in columns if column not in known_at_end]
        yield Happening(start, begins, _details(table, row, first, workers), table)
    if end:
        last = [column for column in columns if column in known_at_end]
        yield Happening(end, ends, _details(table, row, last, workers), table, ENDED)


def _first_day(table: str, row: dict) -> date | None:
    """The day a record is told under."""
    if table == "return_interviews":
        return row.get("held") or row.get("declined") or row.get("offered")
    return row.get(TABLES[table].happened)


def _details(table: str, row: dict, columns, workers: dict) -> tuple[tuple[str, object], ...]:
    """What is told with a happening, codes in words."""
    told = []
    for name in columns:
        value = row.get(name)
        if value in (None, "") or (name in TOLD_WHERE_TRUE and not value):
            continue
        if name == "worker":
            value = workers.get(value, value)
        told.append((name.replace("_", " "), in_words(table, name, value)))
    return tuple(told)


def in_words(table: str, column: str, value: object) -> object:
    """A code as its meaning, anything else as it is."""
    codes = TABLES[table].column(column).codes
    return CODES.get(codes, {}).get(value, value) if codes else value


def stretches(records: dict[str, list[dict[str, Any]]], concerns: list[Concern]) -> list[Stretch]:
    """What is drawn: the main parts of the journey, and the days each concern was open."""
    drawn = [
        Stretch(lane=lane, words=lane, starts=row[TABLES[table].happened], ends=_end(table, row))
        for table, lane in LANES.items()
        for row in records.get(table, [])
        if row.get(TABLES[table].happened)
    ]
    drawn += [
        Stretch(lane=one.title, words=one.title, starts=one.opens, ends=one.closes, is_concern=True)
        for one in concerns
        if one.opens
    ]
    return drawn


def _end(table: str, row: dict) -> date | None:
    """The last day of a stretch; a moment ends as it begins."""
    if table in MOMENTS or (table == "referrals" and row.get("no_further_action")):
        return row[TABLES[table].happened]
    return row.get(ENDS.get(table, TABLES[table].ends))
