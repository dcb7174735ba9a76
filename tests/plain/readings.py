"""A plain reading of each rule's question: the child's records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date, timedelta

from sightline.records.calendar import working_day_after, working_day_before
from tests.plain.child import (
    HORIZON,
    ONE_DAY,
    Records,
    Row,
    days_between,
    decided_endings,
    ending_leaves_view,
    entries_to_care,
    months_later,
    of_plan,
    one_after_another,
    plans,
    sound,
    stretches,
)

CASE_HOLDERS = {
    "social worker",
    "manager",
    "family help lead",
    "lead child protection practitioner",
    "personal adviser",
}


def duty(subject: date, starts: date, due: date, met: date | None, lapses: date | None) -> Row:
    """A duty's row: it opens the day after due if unmet, and closes when met or lapsed."""
    over = min((day for day in (met, lapses) if day), default=None)
    in_time = over is not None and over <= due
    return {
        "subject": subject,
        "starts": starts,
        "due": due,
        "met": met,
        "lapses": lapses,
        "opens": None if in_time else due + ONE_DAY,
        "closes": None if in_time else over,
    }


def pattern(subject: date, opens: date, closes: date | None) -> Row:
    return {
        "subject": subject,
        "starts": opens,
        "due": None,
        "met": None,
        "lapses": None,
        "opens": opens,
        "closes": closes,
    }


def protection_plan_ended_early(records: Records) -> Iterator[Row]:
    for plan in decided_endings(records):
        reviews = of_plan(plan, records["review_conferences"], "held")
        closes = ending_leaves_view(plan, records)
        if closes and not any(review["held"] < plan.ended for review in reviews):
            yield pattern(plan.started, plan.ended, closes)


def protection_plan_ended_without_recent_visit(records: Records) -> Iterator[Row]:
    for plan in decided_endings(records):
        visits = of_plan(plan, records["protection_visits"], "visited")
        window = working_day_before(plan.ended, 20)
        closes = ending_leaves_view(plan, records)
        recent = [v for v in visits if v["child_seen"] and v["visited"] >= window]
        if closes and not recent:
            yield pattern(plan.started, plan.ended, closes)


def repeat_protection_plan(records: Records) -> Iterator[Row]:
    earlier = None
    for plan in plans(records):
        is_repeat = earlier and plan.started <= months_later(earlier.ended, 24)
        if is_repeat and plan.ended != plan.started:
            yield pattern(plan.started, plan.started, plan.ended)
        earlier = plan


def protection_visit_overdue(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        visits = of_plan(plan, records["protection_visits"], "visited")
        seen = {visit["visited"] for visit in visits if visit["child_seen"]}
        for starts, next_seen in one_after_another({plan.started, *seen}):
            if starts != plan.ended:
                yield duty(starts, starts, working_day_after(starts, 10), next_seen, plan.ended)


def _referrals_taken_on(records: Records) -> dict[date, list[Row]]:
    """By day received, the referrals of that day that were not closed with no further action."""
    by_day: dict[date, list[Row]] = {}
    for referral in records["referrals"]:
        if not referral["no_further_action"]:
            by_day.setdefault(referral["received"], []).append(referral)
    return by_day


def _closed(referrals: list[Row]) -> date | None:
    days = [referral["closed"] for referral in referrals]
    return None if None in days else max(days)


def _first_assessment(received: date, referrals: list[Row], records: Records) -> Row | None:
    names = {referral["referral"] for referral in referrals}
    closed = _closed(referrals) or HORIZON
    own = [
        assessment
        for assessment in records["assessments"]
        if assessment["referral"] in names
        or (assessment["referral"] is None and received <= assessment["started"] <= closed)
    ]
    return min(own, key=lambda one: (one["started"], one["authorised"] or HORIZON), default=None)


def assessment_over_45_days_from_referral(records: Records) -> Iterator[Row]:
    for received, referrals in _referrals_taken_on(records).items():
        first = _first_assessment(received, referrals, records)
        authorised = first["authorised"] if first else None
        due = working_day_after(received, 45)
        yield duty(received, received, due, authorised, _closed(referrals))


def assessment_over_45_days_from_start(records: Records) -> Iterator[Row]:
    by_start: dict[date, list[tuple[Row, date | None]]] = {}
    for received, referrals in _referrals_taken_on(records).items():
        first = _first_assessment(received, referrals, records)
        if first:
            by_start.setdefault(first["started"], []).append((first, _closed(referrals)))
    for started, of_day in by_start.items():
        authorised = min((a["authorised"] for a, _ in of_day if a["authorised"]), default=None)
        closings = [closed for _, closed in of_day]
        closed = None if None in closings else max(closings)
        yield duty(started, started, working_day_after(started, 45), authorised, closed)


def conference_over_15_days(records: Records) -> Iterator[Row]:
    enquiries = records["enquiries"]
    starts = {enquiry["started"] for enquiry in enquiries}
    for started, next_started in one_after_another(starts):
        of_day = [enquiry for enquiry in enquiries if enquiry["started"] == started]
        names = {enquiry["enquiry"] for enquiry in of_day}
        held = [
            conference["held"]
            for conference in records["initial_conferences"]
            if conference["enquiry"] in names
            or (
                conference["enquiry"] is None
                and started <= conference["held"] < (next_started or HORIZON)
            )
        ]
        not_needed = [one["ended"] if one["no_further_action"] else None for one in of_day]
        lapses = None if None in not_needed else max(not_needed)
        due = working_day_after(started, 15)
        yield duty(started, started, due, min(held, default=None), lapses)


def return_interview_not_in_72_hours(records: Records) -> Iterator[Row]:
    episodes = records["missing_episodes"]
    back: list[tuple[date, date, list[Row]]] = []
    for started in {episode["started"] for episode in episodes}:
        of_day = [episode for episode in episodes if episode["started"] == started]
        returns = [episode["returned"] for episode in of_day]
        if None not in returns:
            back.append((max(returns), started, of_day))
    back.sort(key=lambda one: one[:2])
    for returned, started, of_day in back:
        names = {episode["missing_episode"] for episode in of_day}

        def first(answer: str, names=names, started=started) -> date | None:
            """The first interview of this return that was offered, held or declined."""
            days = []
            for interview in records["return_interviews"]:
                day = interview[answer]
                if day is None:
                    continue
                if interview["missing_episode"] in names:
                    days.append(day)
                elif interview["missing_episode"] is None:
                    by_then = [one for one in back if one[0] <= day]
                    if by_then and by_then[-1][1] == started:
                        days.append(day)
            return min(days, default=None)

        refused = all(episode["interview_accepted"] is False for episode in of_day)
        offered = first("offered")
        lapses = [day for day in [first("declined")] if day]
        if refused and not (offered and offered <= returned):
            lapses.append(returned)
        due = returned + timedelta(days=3)
        yield duty(started, returned, due, first("held"), min(lapses, default=None))


def child_without_worker(records: Records) -> Iterator[Row]:
    taken_on = [row for row in records["referrals"] if not row["no_further_action"]]
    open_days: set[date] = set()
    for row in sound(taken_on, "received", "closed"):
        open_days |= days_between(row["received"], row["closed"] or HORIZON)
    for table in ("protection_plans", "child_in_need_plans", "care_episodes"):
        for row in sound(records[table], "started", "ended"):
            open_days |= days_between(row["started"], row["ended"] or HORIZON)
    held_days: set[date] = set()
    for row in sound(records["allocations"], "started", "ended"):
        if row["worker"] and row["role"] in CASE_HOLDERS:
            last = row["ended"] or HORIZON
            held_days |= days_between(row["started"], last + ONE_DAY)
    for opens, closes in stretches(open_days - held_days):
        yield pattern(opens, opens, None if closes >= HORIZON else closes)


def third_referral_without_plan(records: Records) -> Iterator[Row]:
    answers = []
    for table in ("protection_plans", "child_in_need_plans"):
        for row in sound(records[table], "started", "ended"):
            answers.append((row["started"], row["ended"] or HORIZON))
    answers += [(row["held"], row["held"]) for row in records["initial_conferences"]]
    closing_days = [first for first, _ in answers] + entries_to_care(records)
    days = sorted({referral["received"] for referral in records["referrals"]})
    open_until = date.min
    for first, third in zip(days, days[2:], strict=False):
        acted = any(begins <= third and ends >= first for begins, ends in answers)
        if third > months_later(first, 24) or acted or third <= open_until:
            continue
        closes = min((day for day in closing_days if day >= third), default=None)
        open_until = closes or HORIZON
        if closes != third:
            yield pattern(third, third, closes)


def referral_not_decided_in_a_working_day(records: Records) -> Iterator[Row]:
    referrals = records["referrals"]
    for received in {referral["received"] for referral in referrals}:
        of_day = [referral for referral in referrals if referral["received"] == received]
        decided = min((one["decided"] for one in of_day if one["decided"]), default=None)
        yield duty(received, received, working_day_after(received, 1), decided, _closed(of_day))


def first_review_over_3_months(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        reviews = of_plan(plan, records["review_conferences"], "held")
        first = min((review["held"] for review in reviews), default=None)
        yield duty(plan.started, plan.started, months_later(plan.started, 3), first, plan.ended)


def later_review_over_6_months(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        reviews = of_plan(plan, records["review_conferences"], "held")
        for held, following in one_after_another({review["held"] for review in reviews}):
            if held != plan.ended:
                yield duty(held, held, months_later(held, 6), following, plan.ended)


def protection_plan_over_15_months(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        opens = months_later(plan.started, 15) + ONE_DAY
        if plan.ended is None or plan.ended > opens:
            yield pattern(plan.started, opens, plan.ended)


def protection_plan_over_two_years(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        opens = months_later(plan.started, 24)
        if plan.ended is None or plan.ended > opens:
            yield pattern(plan.started, opens, plan.ended)


def second_protection_plan(records: Records) -> Iterator[Row]:
    for plan in plans(records)[1:]:
        if plan.ended != plan.started:
            yield pattern(plan.started, plan.started, plan.ended)


def child_in_need_plan_over_9_months(records: Records) -> Iterator[Row]:
    for plan in plans(records, "child_in_need_plans"):
        opens = months_later(plan.started, 9) + ONE_DAY
        if plan.ended is None or plan.ended > opens:
            yield pattern(plan.started, opens, plan.ended)


def child_in_need_visit_overdue(records: Records) -> Iterator[Row]:
    for plan in plans(records, "child_in_need_plans"):
        visits = of_plan(plan, records["child_in_need_visits"], "visited")
        seen = {visit["visited"] for visit in visits if visit["child_seen"]}
        for starts, next_seen in one_after_another({plan.started, *seen}):
            if starts != plan.ended:
                yield duty(starts, starts, working_day_after(starts, 20), next_seen, plan.ended)


def protected_child_not_in_supervision(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        held = {session["held"] for session in records["supervision"]}
        during = {day for day in held if plan.runs_on(day)}
        for starts, following in one_after_another({plan.started, *during}):
            if starts != plan.ended:
                yield duty(starts, starts, months_later(starts, 2), following, plan.ended)


READINGS = {
    reading.__name__: reading
    for reading in (
        referral_not_decided_in_a_working_day,
        first_review_over_3_months,
        later_review_over_6_months,
        protection_plan_over_15_months,
        protection_plan_over_two_years,
        second_protection_plan,
        child_in_need_plan_over_9_months,
        child_in_need_visit_overdue,
        protected_child_not_in_supervision,
        third_referral_without_plan,
        assessment_over_45_days_from_referral,
        assessment_over_45_days_from_start,
        conference_over_15_days,
        protection_plan_ended_early,
        protection_plan_ended_without_recent_visit,
        protection_visit_overdue,
        repeat_protection_plan,
        return_interview_not_in_72_hours,
        child_without_worker,
    )
}
