"""Plain readings of the rules of stage recording: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date

from sightline.records.calendar import working_day_after
from tests.plain.child import ONE_DAY, Records, Row, months_later, one_after_another
from tests.plain.rows import duty, pattern
from tests.plain.social_worker import open_cases, times_on_plan_or_in_care

VISITS = {
    "protection_visits": "visited",
    "child_in_need_visits": "visited",
    "care_visits": "visited",
}
WORK = {
    "assessments": "started",
    "strategy_discussions": "held",
    "initial_conferences": "held",
    "review_conferences": "held",
    "core_groups": "held",
    "child_in_need_reviews": "held",
    "care_reviews": "held",
    "supervision": "held",
    "direct_work": "done",
    "management_decisions": "made",
    **VISITS,
}


def visit_recorded_late(records: Records) -> Iterator[Row]:
    yield from _written_up(records, VISITS, lambda day: working_day_after(day, 2))


def critical_event_recorded_late(records: Records) -> Iterator[Row]:
    events = {"strategy_discussions": "held", "missing_episodes": "started"}
    yield from _written_up(records, events, lambda day: day + ONE_DAY)


def event_recorded_late(records: Records) -> Iterator[Row]:
    events = {
        "core_groups": "held",
        "child_in_need_reviews": "held",
        "care_reviews": "held",
        "supervision": "held",
        "management_decisions": "made",
        "direct_work": "done",
        "return_interviews": "held",
    }
    yield from _written_up(records, events, lambda day: working_day_after(day, 5))


def chronology_not_updated(records: Records) -> Iterator[Row]:
    yield from _updates(records, "chronology_updates")


def case_summary_not_updated(records: Records) -> Iterator[Row]:
    yield from _updates(records, "case_summaries")


def plan_not_updated_after_review(records: Records) -> Iterator[Row]:
    held = {row["held"] for row in records["review_conferences"]}
    held |= {row["held"] for row in records["child_in_need_reviews"]}
    held |= {row["held"] for row in records["care_reviews"] if not row["cancelled"]}
    ends = [time.ended for time in times_on_plan_or_in_care(records) if time.ended]
    for day, next_review in one_after_another(held - {None}):
        updated = [row["updated"] for row in records["plan_updates"] if row["updated"] >= day]
        lapses = [end for end in [*ends, next_review] if end and end >= day]
        met = min(updated, default=None)
        yield duty(day, day, working_day_after(day, 10), met, min(lapses, default=None))


def nothing_recorded(records: Records) -> Iterator[Row]:
    days = {row[column] for table, column in WORK.items() for row in records[table]}
    days |= {row["authorised"] for row in records["assessments"]}
    for case in open_cases(records):
        during = {day for day in days - {None} if case.runs_on(day)}
        for last, following in one_after_another({case.started, *during}):
            opens = months_later(last, 2) + ONE_DAY
            closes = min((day for day in (following, case.ended) if day), default=None)
            if last != case.ended and (closes is None or closes > opens):
                yield pattern(last, opens, closes)


def _written_up(records: Records, events: dict[str, str], due) -> Iterator[Row]:
    """One row per day on which any of these happened, met once all of that day is written up."""
    recorded: dict[date, list[date | None]] = {}
    for table, column in events.items():
        for row in records[table]:
            if row[column] and not row.get("cancelled"):
                recorded.setdefault(row[column], []).append(row["recorded_on"])
    closings = [case.ended for case in open_cases(records) if case.ended]
    for day, written in recorded.items():
        met = None if None in written else max(written)
        closed = min((end for end in closings if end >= day), default=None)
        yield duty(day, day, due(day), met, closed)


def _updates(records: Records, table: str) -> Iterator[Row]:
    updated = {row["updated"] for row in records[table]}
    for case in open_cases(records):
        within = {day for day in updated if case.runs_on(day)}
        for starts, following in one_after_another({case.started, *within}):
            if starts != case.ended:
                yield duty(starts, starts, months_later(starts, 3), following, case.ended)
