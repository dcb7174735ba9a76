"""Plain readings of the rules of stage in care: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date, timedelta

from sightline.records.calendar import working_day_after
from tests.plain.care import (
    HEALTH,
    Home,
    birthday,
    checks,
    clocks_in_care,
    days_seen,
    earliest,
    entries,
    first_in,
    homes,
    in_force_from,
    merged,
    periods,
    permanence_days,
    placement_rows,
    reviews,
    times_under,
    too_many,
)
from tests.plain.child import ONE_DAY, Records, Row, months_later, one_after_another, sound
from tests.plain.rows import duty, pattern


def weeks_later(day: date, weeks: int) -> date:
    return day + timedelta(weeks=weeks)


def first_visit_in_placement_overdue(records: Records) -> Iterator[Row]:
    for home in homes(records):
        seen = min((day for day in days_seen(records) if home.holds(day)), default=None)
        yield duty(home.started, home.started, weeks_later(home.started, 1), seen, home.left)


def _visits(records: Records) -> Iterator[tuple[Home, date, date | None]]:
    for home in homes(records):
        in_home = {day for day in days_seen(records) if home.holds(day)}
        for seen, again in one_after_another(in_home):
            if seen != home.left:
                yield home, seen, again


def _closely(records: Records, home: Home, day: date) -> bool:
    approved, decided = home.first("temporary_approval"), home.first("full_approval_decided")
    for_now = approved and approved <= day and (decided is None or decided > day)
    orders = [
        row
        for row in sound(records["care_episodes"], "started", "ended")
        if row["legal_status"] == "C1"
        and row["started"] <= day
        and (row["ended"] is None or row["ended"] > day)
    ]
    return bool(for_now or (home.first("type") == "P1" and orders))


def _less_often(home: Home, day: date) -> bool:
    agreed = home.first("long_term_agreed")
    lasting = home.first("type") in ("U1", "U4") or (agreed is not None and agreed <= day)
    return lasting and day >= months_later(home.started, 12)


@merged
def care_visit_overdue(records: Records) -> Iterator[Row]:
    for home, seen, again in _visits(records):
        if not _closely(records, home, seen) and not _less_often(home, seen):
            yield duty(seen, seen, weeks_later(seen, 6), again, home.left)


@merged
def visit_in_lasting_placement_overdue(records: Records) -> Iterator[Row]:
    for home, seen, again in _visits(records):
        if not _closely(records, home, seen) and _less_often(home, seen):
            yield duty(seen, seen, months_later(seen, 3), again, home.left)


def _first_review(records: Records, home: Home) -> date | None:
    return first_in(home.period, [row["held"] for row in reviews(records)])


@merged
def weekly_visit_before_first_review_overdue(records: Records) -> Iterator[Row]:
    for home, seen, again in _visits(records):
        reviewed = _first_review(records, home)
        if _closely(records, home, seen) and (reviewed is None or reviewed > seen):
            yield duty(seen, seen, weeks_later(seen, 1), again, home.left)


@merged
def four_weekly_visit_overdue(records: Records) -> Iterator[Row]:
    for home, seen, again in _visits(records):
        reviewed = _first_review(records, home)
        if _closely(records, home, seen) and reviewed and reviewed <= seen:
            yield duty(seen, seen, weeks_later(seen, 4), again, home.left)


def visit_after_care_order_at_home_overdue(records: Records) -> Iterator[Row]:
    rows: dict[date, list[tuple[date | None, date | None]]] = {}
    for home in homes(records):
        for order in times_under(records, "C2"):
            made = order.started
            at_home = home.first("type") == "P1" and home.started < made
            if at_home and home.holds(made) and made != home.left:
                after = [day for day in days_seen(records) if day >= made and home.holds(day)]
                rows.setdefault(made, []).append((min(after, default=None), home.left))
    for made, of_homes in rows.items():
        left = [end for _, end in of_homes]
        last = None if None in left else max(end for end in left if end)
        yield duty(made, made, weeks_later(made, 1), earliest(*(s for s, _ in of_homes)), last)


def first_care_review_overdue(records: Records) -> Iterator[Row]:
    for entry in entries(records):
        first = first_in(entry, [row["held"] for row in reviews(records)])
        due = working_day_after(entry.started, 20)
        yield duty(entry.started, entry.started, due, first, entry.ended)


def second_care_review_overdue(records: Records) -> Iterator[Row]:
    for entry in entries(records):
        held = {row["held"] for row in reviews(records) if entry.holds(row["held"])}
        for first, second in one_after_another(held)[:1]:
            if first != entry.ended:
                yield duty(first, first, months_later(first, 3), second, entry.ended)


def later_care_review_overdue(records: Records) -> Iterator[Row]:
    for period in periods(records):
        held = {row["held"] for row in reviews(records) if period.holds(row["held"])}
        begins = 1 if period.begins_in_the_records else 0
        for review, following in one_after_another(held)[begins:]:
            if review != period.ended:
                yield duty(review, review, months_later(review, 6), following, period.ended)


def care_plan_not_made(records: Records) -> Iterator[Row]:
    for entry in entries(records):
        made = [
            max(plan["started"], entry.started)
            for plan in sound(
                [row for row in records["care_plans"] if row["started"]], "started", "ended"
            )
            if (plan["ended"] is None or plan["ended"] >= entry.started)
            and (entry.ended is None or plan["started"] <= entry.ended)
        ]
        due = working_day_after(entry.started, 10)
        yield duty(entry.started, entry.started, due, min(made, default=None), entry.ended)


def placement_plan_not_agreed(records: Records) -> Iterator[Row]:
    for home in homes(records):
        due = working_day_after(home.started, 5)
        yield duty(home.started, home.started, due, home.first("plan_agreed"), home.left)


def connected_carer_not_decided(records: Records) -> Iterator[Row]:
    for home in homes(records):
        if approved := home.first("temporary_approval"):
            decided = home.first("full_approval_decided")
            yield duty(home.started, approved, weeks_later(approved, 16), decided, home.left)


def first_health_assessment_overdue(records: Records) -> Iterator[Row]:
    for entry in entries(records):
        first = first_in(entry, checks(records, HEALTH))
        due = working_day_after(entry.started, 20)
        yield duty(entry.started, entry.started, due, first, entry.ended)


def _health_reviews(records: Records, months: int) -> Iterator[Row]:
    (child,) = records["children"]
    assessments, born = checks(records, HEALTH), child["born"]
    for period, done, again in clocks_in_care(records, assessments, from_entry=False):
        five_years_before = months_later(months_later(done, 6), -5 * 12)
        half_yearly = born is not None and five_years_before < born <= done
        if half_yearly == (months == 6):
            yield duty(done, done, months_later(done, months), again, period.ended)


def health_review_under_five_overdue(records: Records) -> Iterator[Row]:
    yield from _health_reviews(records, 6)


def health_review_overdue(records: Records) -> Iterator[Row]:
    yield from _health_reviews(records, 12)


@in_force_from(date(2018, 1, 1))
def dental_check_overdue(records: Records) -> Iterator[Row]:
    done = checks(records, {"dental check"})
    for period, starts, again in clocks_in_care(records, done, from_entry=True):
        yield duty(starts, starts, months_later(starts, 12), again, period.ended)


def strengths_and_difficulties_overdue(records: Records) -> Iterator[Row]:
    done = [
        row["completed"]
        for row in records["strengths_and_difficulties"]
        if row["score"] is not None or row["no_score_reason"]
    ]
    first, last = birthday(records, 4), birthday(records, 17)
    for period, starts, again in clocks_in_care(records, done, from_entry=True):
        due = months_later(starts, 12)
        if first and last and first <= due < last:
            yield duty(starts, starts, due, again, earliest(period.ended, last))


@in_force_from(date(2018, 2, 26))
def personal_education_plan_not_begun(records: Records) -> Iterator[Row]:
    first, last = birthday(records, 5), birthday(records, 16)
    for entry in entries(records):
        if first and last and first <= entry.started < last:
            begun = first_in(
                entry, [row["initiated"] for row in records["personal_education_plans"]]
            )
            due = working_day_after(entry.started, 10)
            yield duty(entry.started, entry.started, due, begun, earliest(entry.ended, last))


def personal_education_plan_not_renewed(records: Records) -> Iterator[Row]:
    done = [row["completed"] for row in records["personal_education_plans"]]
    last = birthday(records, 16)
    for period, starts, again in clocks_in_care(records, done, from_entry=False):
        due = months_later(starts, 5)
        if last is None or due < last:
            yield duty(starts, starts, due, again, earliest(period.ended, last))


def three_placements_in_a_year(records: Records) -> Iterator[Row]:
    for period in periods(records):
        rows = [row for row, of_period in placement_rows(records) if of_period == period]
        arrivals: set[date] = set()
        rows.sort(key=lambda row: (row["started"], _end(row, period), row["change_reason"] or "~"))
        for before, row in zip([None, *rows], rows, strict=False):
            stayed = before and before["change_reason"] == "PLACE"
            if not (stayed and before["ended"] and before["ended"] <= row["started"]):
                arrivals.add(row["started"])
        for opens, closes in too_many(arrivals, period):
            yield pattern(opens, opens, closes)


def _end(row: Row, period) -> date:
    return earliest(row["ended"], period.ended) or date.max


def three_workers_in_a_year(records: Records) -> Iterator[Row]:
    own: dict[date, str] = {}
    for row in records["allocations"]:
        if row["worker"] and row["role"] == "social worker":
            own[row["started"]] = min(row["worker"], own.get(row["started"], row["worker"]))
    days = sorted(own)
    changes = {
        day for place, day in enumerate(days) if place == 0 or own[days[place - 1]] != own[day]
    }
    for period in periods(records):
        for opens, closes in too_many({day for day in changes if period.holds(day)}, period):
            yield pattern(opens, opens, closes)


def permanence_plan_not_agreed(records: Records) -> Iterator[Row]:
    for entry in entries(records):
        agreed = first_in(entry, permanence_days(records))
        due = months_later(entry.started, 4)
        yield duty(entry.started, entry.started, due, agreed, entry.ended)


def agreed_care_without_permanence(records: Records) -> Iterator[Row]:
    for time in times_under(records, "V2"):
        opens = months_later(time.started, 12) + ONE_DAY
        closes = earliest(time.ended, first_in(time, permanence_days(records)))
        if closes is None or closes > opens:
            yield pattern(time.started, opens, closes)


def agreement_not_asked_again(records: Records) -> Iterator[Row]:
    for time in times_under(records, "V2"):
        held = [row for row in reviews(records) if time.holds(row["held"])]
        days = {row["held"] for row in held if row["held"] != time.ended}
        for day, following in one_after_another(days):
            said = [row["agreement_confirmed"] for row in held if row["held"] == day]
            if True not in said:
                row = pattern(day, day, earliest(following, time.ended))
                yield row | {"opens": None} if None in said else row


def reviewing_officer_not_in_touch(records: Records) -> Iterator[Row]:
    spoke = [
        row["contacted"]
        for row in records["reviewing_officer_contacts"]
        if row["mode"] != "attempted"
    ]
    for period, starts, again in clocks_in_care(records, spoke, from_entry=True):
        yield duty(starts, starts, months_later(starts, 6), again, period.ended)


def placed_far_away(records: Records) -> Iterator[Row]:
    for home in homes(records):
        miles = home.first("miles_from_home")
        if miles is None or miles > 20:
            row = pattern(home.started, home.started, home.left)
            yield row | {"opens": None} if miles is None else row


def home_not_registered(records: Records) -> Iterator[Row]:
    for home in homes(records):
        registered = home.first("registered")
        to_check = home.first("type") in ("K1", "K2", "H5", "Z1")
        if registered is False or (registered is None and to_check):
            row = pattern(home.started, home.started, home.left)
            yield row | {"opens": None} if registered is None else row


def child_missing_from_care(records: Records) -> Iterator[Row]:
    rows = sound(records["missing_episodes"], "started", "returned")
    for started in sorted({row["started"] for row in rows}):
        backs = [row["returned"] for row in rows if row["started"] == started]
        back = None if None in backs else max(backs)
        for period in periods(records):
            closes = earliest(back, period.ended)
            if period.holds(started) and (closes is None or closes > started):
                yield pattern(started, started, closes)


def high_score_not_answered(records: Records) -> Iterator[Row]:
    high = {
        row["completed"]
        for row in records["strengths_and_difficulties"]
        if row["completed"] and row["score"] is not None and row["score"] >= 17
    }
    asked_for = sound(records["emotional_wellbeing"], "referred", "ended")
    for day in sorted(high):
        for period in periods(records):
            if period.holds(day) and day != period.ended:
                answers = [
                    max(row["referred"], day)
                    for row in asked_for
                    if (row["ended"] is None or row["ended"] >= day)
                    and (period.ended is None or row["referred"] <= period.ended)
                ]
                due = working_day_after(day, 20)
                yield duty(day, day, due, min(answers, default=None), period.ended)


def wellbeing_help_not_begun(records: Records) -> Iterator[Row]:
    sent = sound(records["emotional_wellbeing"], "referred", "ended")
    for day in sorted({row["referred"] for row in sent}):
        for period in periods(records):
            if period.holds(day):
                of_day = [row for row in sent if row["referred"] == day]
                over = [
                    earliest(
                        None if row["accepted"] or row["accepted"] is None else row["answered"],
                        row["ended"],
                        period.ended,
                    )
                    for row in of_day
                ]
                last = None if None in over else max(end for end in over if end)
                seen = earliest(*(row["first_seen"] for row in of_day))
                yield duty(day, day, weeks_later(day, 4), seen, last)
