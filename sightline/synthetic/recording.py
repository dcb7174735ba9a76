"""What else stands on rows that the journey told: how a visit was made, when it was written up, by whom."""

from sightline.synthetic.days import day_of, due_after, working_day_from
from sightline.synthetic.oversight import worker_on
from sightline.synthetic.period import EARLIEST_DAY, EXTRACT_DAY, NOT_YET
from sightline.synthetic.recurring import worker_of, written_up
from sightline.synthetic.story import Case, Story
from sightline.synthetic.workforce import DUTY_TEAM

PLANS_AND_REVIEWS = (
    ("protection_plans", "review_conferences", "protection plan"),
    ("child_in_need_plans", "child_in_need_reviews", "child in need plan"),
)
SHARE_OUT_OF_HOURS = 0.14
SHARE_OF_CONSENT = 0.78
SHARE_ATTEMPTED_BY_VIDEO = 0.15
THRESHOLD = "likely to need help to be safe and well"
ACTIONS = "see the child, speak with school, bring the plan up to date"
SOCIAL_CARE = "social care"
LONGEST_UNTIL_GIVEN_UP = 45
DAYS_BETWEEN_SUMMARIES = (60, 150)
DAYS_BETWEEN_TIMES_TOGETHER = (45, 160)
# Reading a chronology and telling what events meant for the child was asked for from here on.
IMPACT_FROM = day_of(2014, 1, 1)


def fill_in(story: Story) -> None:
    """Fill the columns of the journey's own rows that say how well things were done and written up."""
    _fill_contacts(story)
    for referral in story.rows("referrals"):
        referral["decided_by"] = story.place.workforce.manager(DUTY_TEAM, referral["decided"])
        stopped = referral["no_further_action"]
        referral["outcome"] = "no further action" if stopped else "assessment"
    _fill_assessments(story)
    for meeting in story.rows("strategy_discussions"):
        held = meeting["held"]
        late = story.fails("not looked into", min(held, EXTRACT_DAY))
        waited = story.chance.between(2, 6) if late else story.chance.between(0, 1)
        meeting.update(
            other_agencies_attended=story.chance.happens(0.62),
            recorded_on=written_up(story, held),
            needed_since=max(held - waited, EARLIEST_DAY),
        )
    for enquiry in story.rows("enquiries"):
        enquiry["seen_alone"] = bool(enquiry["child_seen"]) and story.chance.happens(0.72)
    _fill_visits(story)
    _fill_missing(story)
    _fill_oversight(story)


def _fill_contacts(story: Story) -> None:
    for contact in story.rows("contacts"):
        decided = contact["decided"]
        spare = 24 * (decided - contact["received"])
        contact.update(
            received_out_of_hours=story.chance.happens(SHARE_OUT_OF_HOURS),
            hours_to_decision=float(spare + story.chance.between(1, 20)),
            parents_consent=story.chance.happens(SHARE_OF_CONSENT),
            team=DUTY_TEAM,
            worker=story.place.workforce.manager(DUTY_TEAM, decided),
            agency=SOCIAL_CARE,
        )


def _fill_assessments(story: Story) -> None:
    for assessment in story.rows("assessments"):
        started, authorised = assessment["started"], assessment.get("authorised")
        assessment["kind"] = "single assessment"
        if authorised is not None:
            assessment["no_further_action"] = assessment["outcome"] == "no further action"
        latest = min(authorised or EXTRACT_DAY, EXTRACT_DAY)
        if assessment["child_seen"]:
            seen = started + story.chance.between(1, 12)
            assessment["child_seen_on"] = min(seen, max(started, latest))
        if not story.fails("supervision missed", min(started, EXTRACT_DAY)):
            looked = due_after("ASM-03", started) - story.chance.between(0, 3)
            if started <= looked <= latest:
                assessment["manager_looked"] = looked
    for case in story.cases:
        unfinished = case.assessment if case.authorised is None else None
        # One that drifts for longer is never given up: nobody looks at it any more.
        if unfinished and case.closed - case.received <= LONGEST_UNTIL_GIVEN_UP:
            unfinished["cancelled"] = case.closed


def _fill_visits(story: Story) -> None:
    for table in ("protection_visits", "child_in_need_visits"):
        for visit in story.rows(table):
            video = story.chance.happens(SHARE_ATTEMPTED_BY_VIDEO)
            not_seen = "virtual" if video else "attempted"
            visit["mode"] = "in person" if visit["child_seen"] else not_seen
            visit["recorded_on"] = written_up(story, visit["visited"])
    for visit in story.rows("child_in_need_visits"):
        visit["bedroom_seen"] = bool(visit["child_seen"]) and story.chance.happens(0.4)


def _fill_missing(story: Story) -> None:
    for episode in story.rows("missing_episodes"):
        started = episode["started"]
        in_care = any(entered <= started <= ended for entered, ended in story.in_care)
        episode.update(
            missing_from="care" if in_care else "home",
            police_told=_police_told(story, started),
            recorded_on=written_up(story, started),
        )
    for interview in story.rows("return_interviews"):
        interview["agency"] = "voluntary" if interview["independent"] else SOCIAL_CARE
        if interview["held"] is not None:
            interview["recorded_on"] = written_up(story, interview["held"])


def _police_told(story: Story, started: int) -> int | None:
    """Mostly on the day itself; late or not at all where practice fails."""
    if not story.fails("not looked into", started):
        return started
    return None if story.chance.happens(0.3) else started + story.chance.between(1, 4)


def _fill_oversight(story: Story) -> None:
    for session in story.rows("supervision"):
        weak = story.fails("not looked into", session["held"])
        session.update(
            kind="group" if story.chance.happens(0.12) else "alone",
            plan_considered=not weak,
            actions_reviewed=not weak or story.chance.happens(0.3),
            actions_agreed=None if weak and story.chance.happens(0.5) else ACTIONS,
            recorded_on=written_up(story, session["held"]),
        )
    for decision in story.rows("management_decisions"):
        decision.update(
            agency=SOCIAL_CARE,
            threshold=THRESHOLD,
            actions_agreed=ACTIONS,
            recorded_on=written_up(story, decision["made"]),
        )
    for allocation in story.rows("allocations"):
        allocation["agency"] = SOCIAL_CARE


def keep_the_record(story: Story) -> None:
    """Summaries, chronologies and time with the child, while a plan or care runs."""
    for case in story.cases:
        spans = [
            span for span in _spans_with_a_plan(story) if case.received <= span[0] <= case.closed
        ]
        if spans:
            _write_record(case, spans[0][0], max(last for _, last in spans))


def _spans_with_a_plan(story: Story) -> list[tuple[int, int]]:
    plans = [
        (row["started"], row["ended"])
        for table in ("protection_plans", "child_in_need_plans")
        for row in story.rows(table)
    ]
    return sorted([*plans, *story.in_care])


def _write_record(case: Case, first: int, last: int) -> None:
    story, last = case.story, min(last, EXTRACT_DAY)
    day = first + story.chance.between(5, 30)
    while day < last:
        if not story.fails("written up late", day):
            worker = worker_on(case, day)[0]
            story.row("case_summaries", case_summary=story.new_id("CS"), updated=day, worker=worker)
            told = day >= IMPACT_FROM and not story.fails("not looked into", day)
            story.row(
                "chronology_updates",
                chronology_update=story.new_id("CH"),
                updated=day,
                impact_told=told,
                worker=worker,
            )
        day += story.chance.between(*DAYS_BETWEEN_SUMMARIES)
    _spend_time(case, first, last)


def _spend_time(case: Case, first: int, last: int) -> None:
    story = case.story
    day = first + story.chance.between(10, 60)
    while day < last:
        done = working_day_from(day)
        if story.child.age_on(done) >= 3 and not story.fails("not looked into", day):
            story.row(
                "direct_work",
                direct_work=story.new_id("DW"),
                done=done,
                kind=story.chance.pick(("drawing", "play", "a walk", "talking")),
                childs_words=story.chance.happens(0.75),
                recorded_on=written_up(story, done),
                worker=worker_of(story, done),
            )
        day += story.chance.between(*DAYS_BETWEEN_TIMES_TOGETHER)


def write_plans(story: Story) -> None:
    """The plan as the family holds it: written at its start, and again after every review."""
    for plans, reviews, kind in PLANS_AND_REVIEWS:
        for plan in story.rows(plans):
            _write_plan(story, kind, plan["started"] + story.chance.between(1, 12), plan["ended"])
            for review in story.rows(reviews):
                if review["plan"] == plan["plan"] and review["held"] < plan["ended"]:
                    _write_plan(story, kind, _written_after(story, review["held"]), plan["ended"])
    for review in story.rows("care_reviews"):
        if not review["cancelled"]:
            _write_plan(story, "care plan", _written_after(story, review["held"]), NOT_YET)


def _written_after(story: Story, review: int) -> int:
    """The day the plan says what a review decided: within ten working days, or late."""
    due = due_after("REC-06", review)
    if story.fails("written up late", review):
        return due + 1 + story.chance.about(30)
    return due - story.chance.between(0, due - review - 1)


def _write_plan(story: Story, kind: str, day: int, ended: int) -> None:
    if day >= min(ended, EXTRACT_DAY):
        return
    late = story.fails("written up late", day)
    story.row(
        "plan_updates",
        plan_update=story.new_id("PU"),
        plan_kind=kind,
        updated=day,
        shared=None if late and story.chance.happens(0.4) else day + 1 + 8 * late,
        worker=worker_of(story, day),
    )
