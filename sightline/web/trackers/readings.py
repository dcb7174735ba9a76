"""How one child's rows are read as times on a tracker: (since, until, in a few words).

``until`` is the first day the child is no longer on it. Days after the one asked about are cut by
whoever calls.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from sightline.records.codes import CODES
from sightline.records.codes_in_care import BY_AGREEMENT
from sightline.web.trackers.tracker import Rows
from sightline.web.words import day_in_words

Span = tuple[date, date | None]
Time = tuple[date, date | None, str]

SIGNS = frozenset({"sexual exploitation", "criminal exploitation", "trafficking", "gangs"})
WORRYING = ("medium", "high")
SETTLED = "low"
MONTHS_IN_VIEW = 6


def in_pre_proceedings(rows: Rows) -> Iterator[Time]:
    """From the decision to the agreed outcome, the letter of issue or the application."""
    letters = [row["sent"] for row in rows.get("letters_before_proceedings", ()) if row["sent"]]
    for row in rows.get("pre_proceedings", ()):
        if not row["decided"]:
            continue
        sent = _first(row["letter_sent"], *(day for day in letters if day >= row["decided"]))
        words = f"letter sent {day_in_words(sent)}" if sent else "no letter recorded"
        ended = _first(
            row["outcome_agreed"], row["letter_of_issue_sent"], row["application_issued"]
        )
        yield row["decided"], ended, words


def missing_or_not_interviewed(rows: Rows) -> Iterator[Time]:
    """From going missing until an interview after the return is held, or is not wanted."""
    answers = [
        day
        for row in rows.get("return_interviews", ())
        if (day := _first(row["held"], row["declined"]))
    ]
    for row in rows.get("missing_episodes", ()):
        back = row["returned"]
        if not row["started"] or (back and back < row["started"]):
            continue
        if back is None:
            yield row["started"], None, "not back"
            continue
        answered = _first(*(day for day in answers if day >= back))
        if answered is None and row["interview_accepted"] is False:
            answered = back
        # On the day of the return the child is still on it: somebody has to talk with them.
        said = f"answered {day_in_words(answered)}" if answered else "no interview recorded"
        yield row["started"], answered, f"back {day_in_words(back)}, {said}"


def with_signs_of_exploitation(rows: Rows) -> Iterator[Time]:
    """While the case is open and an alert of exploitation stands, or an assessment saw signs of it."""
    open_times = _open_times(rows)
    for since, until, words in _signs(rows):
        for begins, over in open_times:
            first, last = max(since, begins), _first(until, over)
            if last is None or first < last:
                yield first, last, words


def _signs(rows: Rows) -> Iterator[Time]:
    """Alerts until they are taken off; assessments of medium or high until a later one of the same
    kind says low."""
    for row in rows.get("risk_alerts", ()):
        if row["kind"] in SIGNS and row["raised"]:
            yield row["raised"], row["ended"], f"alert: {CODES['alert_kind'][row['kind']]}"
    assessments = sorted(
        (row for row in rows.get("exploitation_assessments", ()) if row["assessed"]),
        key=lambda row: row["assessed"],
    )
    for place, row in enumerate(assessments):
        if row["level"] in WORRYING:
            settled = (
                later["assessed"]
                for later in assessments[place + 1 :]
                if later["level"] == SETTLED and later["kind"] == row["kind"]
            )
            yield row["assessed"], next(settled, None), f"assessed as {row['level']}"


def stepped_down(rows: Rows) -> Iterator[Time]:
    """Six months from the end of a plan that did not end in care, unless the child comes back sooner."""
    plans = _plans(rows)
    care = [row for row in rows.get("care_episodes", ()) if row["started"]]
    for place, (_, ended) in enumerate(plans):
        if ended is None or any(_runs_on(row, ended) for row in care):
            continue
        back = plans[place + 1][0] if place + 1 < len(plans) else None
        into_care = _first(*(row["started"] for row in care if row["started"] > ended))
        until = _first(_months_after(ended, MONTHS_IN_VIEW), back, into_care)
        yield ended, until, f"plan ended {day_in_words(ended)}"


def homeless(rows: Rows) -> Iterator[Time]:
    """From asking for help until assessed, with where they live then and their answer on care."""
    for row in rows.get("homeless_young_people", ()):
        if not row["presented"]:
            continue
        settled = None
        if row["assessed"] and row["outcome"]:
            settled = max(row["assessed"], row["answered"] or row["assessed"])
        if row["assessed"] is None:
            words = "not yet assessed"
        elif row["outcome"]:
            words = row["outcome"]
        else:
            words = f"assessed {day_in_words(row['assessed'])}, no place recorded"
        yield row["presented"], _after(settled, row["presented"]), words


def in_voluntary_care(rows: Rows) -> Iterator[Time]:
    """While an episode of care by the parents' agreement runs."""
    for row in rows.get("care_episodes", ()):
        if row["legal_status"] == BY_AGREEMENT and row["started"]:
            yield row["started"], row["ended"], "in care by agreement"


def _plans(rows: Rows) -> list[Span]:
    """The protection plans, overlapping ones as one."""
    return _together(
        (row["started"], row["ended"]) for row in rows.get("protection_plans", ()) if row["started"]
    )


def _open_times(rows: Rows) -> list[Span]:
    """The times the child's case was open, as the rules read them."""
    taken_on = (
        (row["received"], row["closed"])
        for row in rows.get("referrals", ())
        if row["received"] and not row["no_further_action"]
    )
    others = (
        (row["started"], row["ended"])
        for table in ("protection_plans", "child_in_need_plans", "care_episodes")
        for row in rows.get(table, ())
        if row["started"]
    )
    return _together([*taken_on, *others])


def _together(spans: Iterable[Span]) -> list[Span]:
    """Times in order, those that touch or overlap as one; one that ends before it starts is none."""
    together: list[Span] = []
    right = (one for one in spans if one[1] is None or one[0] <= one[1])
    for begins, ends in sorted(right, key=lambda one: (one[0], one[1] or date.max)):
        if together and begins <= (together[-1][1] or date.max):
            before_begins, before_ends = together[-1]
            last = None if ends is None or before_ends is None else max(ends, before_ends)
            together[-1] = (before_begins, last)
        else:
            together.append((begins, ends))
    return together


def _runs_on(row: Mapping[str, Any], day: date) -> bool:
    """Whether an episode of care had begun by the day and went on after it."""
    return row["started"] <= day and (row["ended"] is None or row["ended"] > day)


def _first(*days: date | None) -> date | None:
    """The earliest of the days that are there."""
    return min((day for day in days if day), default=None)


def _after(day: date | None, first: date) -> date | None:
    """The day somebody left; whoever comes and is helped on one day was on it that day alone."""
    return None if day is None else max(day, first + timedelta(days=1))


def _months_after(day: date, months: int) -> date:
    """The same day so many months on; months end where the month does."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
