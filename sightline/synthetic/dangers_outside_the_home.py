"""Exploitation and neglect looked into with a tool, warnings on the record, and the family's own plan."""

from sightline.synthetic.chance import Weighted
from sightline.synthetic.days import months_after, working_day_after, working_day_from
from sightline.synthetic.enquiry import NO_ENQUIRY
from sightline.synthetic.period import EARLIEST_DAY, EXTRACT_DAY
from sightline.synthetic.recurring import worker_of
from sightline.synthetic.story import Case, Row, Story

EXPLOITATION_TOOL = "exploitation tool"
NEGLECT_TOOL = "neglect tool"
AREAS = ("physical care", "safety", "emotional care", "development")
KINDS = Weighted(
    {"criminal": 50, "sexual": 36, "several": 9, "trafficking or slavery": 4, "radicalisation": 1}
)
LEVELS = Weighted({"low": 34, "medium": 40, "high": 22, "not judged": 4})
ALERTS = {
    "criminal": "criminal exploitation",
    "sexual": "sexual exploitation",
    "several": "criminal exploitation",
    "trafficking or slavery": "trafficking",
    "radicalisation": "radicalisation",
}
AGENCIES_THAT_WARN = Weighted({"police": 46, "social care": 40, "education": 9, "health": 5})
EPISODES_THAT_CALL_FOR_A_LOOK = 3
DAYS_OF_EPISODES = 90
SHARE_OF_TEENAGERS_LOOKED_AT = 0.08
SHARE_WARNED_OF_VIOLENCE = 0.07
SHARE_TRAINED = 0.8
SHARE_LOOKED_INTO_LATE = 0.7
NEGLECT = "NEG"
FACTORS_OF_EXPLOITATION = {"11A", "12A", "13A", "24A"}
DAYS_IN_VIEW = 88
YOUNGEST_TEENAGER = 12


def look_into_exploitation(story: Story) -> None:
    """After signs and repeated missing episodes, and of some older children whose case is open."""
    for day in _repeatedly_missing(story):
        if not story.fails("not looked into", day):
            _talk_together(story, working_day_after(day, story.chance.between(1, 5)))
            _assess_exploitation(story, working_day_after(day, story.chance.between(6, 15)))
    for found in _days_of_signs(story):
        if not story.fails("not looked into", min(found, EXTRACT_DAY)):
            _assess_exploitation(story, working_day_after(found, story.chance.between(1, 10)))
        elif story.chance.happens(SHARE_LOOKED_INTO_LATE):
            _assess_exploitation(story, working_day_after(found, story.chance.between(12, 60)))
    for case in story.cases:
        day = case.received + story.chance.between(10, 40)
        old_enough = story.child.age_on(day) >= YOUNGEST_TEENAGER
        looked_at = old_enough and story.chance.happens(SHARE_OF_TEENAGERS_LOOKED_AT)
        if looked_at and day < min(case.closed, EXTRACT_DAY):
            _assess_exploitation(story, working_day_from(day))
        if story.chance.happens(SHARE_WARNED_OF_VIOLENCE):
            _warn(story, case.received, case.closed, "domestic abuse")


def _days_of_signs(story: Story) -> list[int]:
    """The days on which an assessment found that somebody may be using the child."""
    rows = story.rows("assessment_factors")
    return sorted({row["found"] for row in rows if row["factor"] in FACTORS_OF_EXPLOITATION})


def _talk_together(story: Story, held: int) -> None:
    """A strategy discussion about danger outside the home, which no enquiry follows."""
    story.row(
        "strategy_discussions",
        strategy_discussion=story.new_id("S"),
        held=held,
        outcome=NO_ENQUIRY,
        police_attended=story.chance.happens(0.94),
        health_attended=story.chance.happens(0.78),
    )


def bring_warnings_together(story: Story) -> None:
    """Where a second agency warns within three months, agencies mostly talk about what they know."""
    warned = [(row["raised"], row["agency"]) for row in story.rows("risk_alerts")]
    warned += [(row["received"], row["agency"]) for row in story.rows("notifications")]
    last_talk = 0
    for day, agency in sorted(warned):
        others = any(
            agency != earlier and day - DAYS_IN_VIEW <= before <= day and before > last_talk
            for before, earlier in warned
        )
        if not others or day > EXTRACT_DAY:
            continue
        late = story.fails("not looked into", day)
        if not late or story.chance.happens(SHARE_LOOKED_INTO_LATE):
            waited = story.chance.between(15, 60) if late else story.chance.between(0, 4)
            last_talk = working_day_after(day, waited)
            _talk_together(story, last_talk)


def _repeatedly_missing(story: Story) -> list[int]:
    """The days on which a third episode in ninety days began, one in each such stretch."""
    days = [row["started"] for row in story.rows("missing_episodes")]
    called: list[int] = []
    for place in range(EPISODES_THAT_CALL_FOR_A_LOOK - 1, len(days)):
        first = days[place - EPISODES_THAT_CALL_FOR_A_LOOK + 1]
        near = days[place] - first <= DAYS_OF_EPISODES
        if near and (not called or days[place] - called[-1] > DAYS_OF_EPISODES):
            called.append(days[place])
    return called


def _assess_exploitation(story: Story, assessed: int) -> None:
    chance = story.chance
    kind, level = chance.weighted(KINDS), chance.weighted(LEVELS)
    worried = level in ("medium", "high")
    story.row(
        "exploitation_assessments",
        exploitation_assessment=story.new_id("XA"),
        assessed=assessed,
        tool=EXPLOITATION_TOOL,
        kind=kind,
        level=level,
        worker=worker_of(story, assessed),
        next_due=months_after(assessed, 3) if worried else None,
        panel_held=working_day_after(assessed, chance.between(5, 25))
        if level == "high" and not story.fails("not looked into", min(assessed, EXTRACT_DAY))
        else None,
    )
    if worried and not story.fails("not looked into", min(assessed, EXTRACT_DAY)):
        ends = assessed + 60 + chance.about(200)
        _warn(story, working_day_after(assessed, chance.between(0, 3)), ends, ALERTS[kind])


def _warn(story: Story, raised: int, ended: int, kind: str) -> None:
    story.row(
        "risk_alerts",
        risk_alert=story.new_id("RA"),
        raised=raised,
        ended=ended,
        kind=kind,
        agency=story.chance.weighted(AGENCIES_THAT_WARN),
        worker=worker_of(story, raised),
    )


def look_into_neglect(story: Story) -> None:
    """The tool for neglect, with every protection plan made for it, and again half a year on."""
    for plan in story.rows("protection_plans"):
        if plan["initial_category"] != NEGLECT:
            continue
        day = working_day_after(plan["started"], story.chance.between(5, 30))
        worse = story.chance.between(0, 1)
        while day < min(plan["ended"], EXTRACT_DAY):
            if not story.fails("not looked into", day):
                _grade(story, day, worse)
            day = working_day_from(months_after(day, 6))
            worse = -1


def _grade(story: Story, assessed: int, worse: int) -> None:
    """A grade for each area; the worse the plan is young."""
    worker, trained = worker_of(story, assessed), story.chance.happens(SHARE_TRAINED)
    for area in AREAS:
        story.row(
            "neglect_assessments",
            neglect_assessment=story.new_id("NA"),
            assessed=assessed,
            tool=NEGLECT_TOOL,
            area=area,
            grade=min(5, max(1, story.chance.between(2, 4) + worse)),
            assessor_trained=trained,
            worker=worker,
            next_due=months_after(assessed, 6),
        )


def offer_family_meetings(story: Story) -> None:
    """Family group decision-making: with protection plans, and before letters go to parents."""
    for letter in story.rows("letters_before_proceedings"):
        _offer_meeting(story, letter["sent"], "parents")
    for plan in story.rows("protection_plans"):
        if story.chance.happens(0.4):
            _offer_meeting(story, plan["started"] + story.chance.between(5, 60), "the wider family")


def _offer_meeting(story: Story, day: int, offered_to: str) -> None:
    chance = story.chance
    row: Row = {"family_group_decision": story.new_id("FG")}
    if story.fails("not offered", min(day, EXTRACT_DAY)):
        if chance.happens(0.4):
            row.update(not_offered_on=day, not_offered_reason="not in the child's interest")
            story.row("family_group_decision_making", **row)
        return
    accepted = chance.happens(0.6)
    answered = day + chance.between(2, 20)
    row.update(
        offered=day,
        offered_to=offered_to,
        answered=answered,
        accepted=accepted,
        coordinator=worker_of(story, day),
    )
    if accepted and chance.happens(0.85):
        row.update(held=working_day_after(answered, chance.between(10, 45)))
        row.update(plan_agreed=chance.happens(0.8))
    story.row("family_group_decision_making", **row)


def offer_advocates(story: Story) -> None:
    """Somebody of their own for children at conferences and in care, where they are old enough."""
    wanted = [(row["held"], "a conference") for row in story.rows("initial_conferences")]
    wanted += [(entered + 14, "care") for entered, _ in story.in_care]
    for day, what_for in wanted:
        if story.child.age_on(day) < 5 or story.fails("not offered", min(day, EXTRACT_DAY)):
            continue
        _offer_advocate(story, day + story.chance.between(0, 12), what_for)


def _offer_advocate(story: Story, offered: int, what_for: str) -> None:
    accepted = story.chance.happens(0.42)
    answered = offered + story.chance.between(0, 10)
    started = answered + story.chance.between(2, 21) if accepted else None
    story.row(
        "advocacy",
        advocacy_offer=story.new_id("AD"),
        offered=offered,
        what_for=what_for,
        answered=answered,
        accepted=accepted,
        started=started,
        ended=None if started is None else started + 20 + story.chance.about(120),
        organisation=None if started is None else "Thornmere Voices (made up)",
    )


def help_early(case: Case) -> None:
    """Early help before the referral of some, and after the closing of others."""
    chance = case.chance
    if chance.happens(0.16):
        started = working_day_from(case.received - 30 - chance.about(140))
        if started >= EARLIEST_DAY:
            _write_early_help(case, started, case.received, "passed to social care")
    elif case.closure_reason in ("RC7", "RC8") and chance.happens(0.22):
        started = working_day_from(case.closed) if case.closed <= EXTRACT_DAY else case.closed
        if started <= EXTRACT_DAY:
            _write_early_help(case, started, started + 60 + chance.about(150), "needs met")


def _write_early_help(case: Case, started: int, ended: int, end_reason: str) -> None:
    story = case.story
    story.row(
        "early_help_episodes",
        early_help=story.new_id("EH"),
        started=started,
        ended=ended,
        reason=case.chance.pick(("parenting", "behaviour", "school", "family conflict")),
        end_reason=end_reason,
        organisation=case.chance.pick(("family help", "school", "health visiting")),
        worker=story.place.workforce.duty_worker(started),
    )
