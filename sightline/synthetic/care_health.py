"""Health, feelings and learning of children in care."""

from sightline.synthetic.care_planning import PeriodOfCare
from sightline.synthetic.chance import Weighted
from sightline.synthetic.days import due_after, months_after
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.recurring import done_by, in_turn
from sightline.synthetic.story import Story

QUALITY = Weighted({"good": 62, "partly": 28, "poor": 10})
OFFENCES = ("criminal damage", "theft", "assault", "public order")
SUBSTANCES = ("cannabis", "alcohol")

SHARE_REFUSED = 0.05
SHARE_IMMUNISED = 0.84
SHARE_WITHOUT_SCORE = 0.05
SHARE_REFERRED_FOR_WELLBEING = 0.1
HIGH_SCORE = 17
SHARE_TAKEN_ON = 0.72
SHARE_MISUSING = 0.04
SHARE_CONVICTED = 0.03
MEAN_SCORE = 14
MONTHS_OF_A_TERM = 4
SCHOOL_AGES = (3, 18)
QUESTIONNAIRE_AGES = (4, 17)


def look_after_health(story: Story, period: PeriodOfCare) -> None:
    """Health assessments, dentist, questionnaires, immunisations and what else was found."""
    _assess_health(story, period)
    _see_dentist(story, period)
    _fill_in_questionnaires(story, period)
    if story.chance.happens(SHARE_REFERRED_FOR_WELLBEING):
        _refer_for_wellbeing(story, period, period.entered + story.chance.between(30, 500))
    _find_trouble(story, period)


def immunise(story: Story) -> None:
    """Whether immunisations are up to date, as last known: one row for a child."""
    entered, ended = story.in_care[-1]
    known = min(entered + 60, ended - 1, EXTRACT_DAY)
    if known >= entered:
        story.row("immunisations", up_to_date=story.chance.happens(SHARE_IMMUNISED), as_of=known)


def _assess_health(story: Story, period: PeriodOfCare) -> None:
    """The first within twenty working days, then twice a year under five and once a year above."""
    first_due = due_after("CLA-15", period.entered)
    first = done_by(story, "health check late", period.entered + 3, first_due, 14)
    if first >= period.ended or first > EXTRACT_DAY:
        return
    _write_check(story, "initial health assessment", first, asked=period.entered + 3)

    def due(clock: int) -> int:
        return due_after("CLA-16" if story.child.age_on(clock) < 5 else "CLA-17", clock)

    for _, checked in in_turn(story, "health check late", first, period.ended, due, spare=25):
        _write_check(story, "health assessment", checked, asked=checked - 30)


def _write_check(story: Story, kind: str, checked: int, asked: int | None = None) -> None:
    refused = story.child.age_on(checked) >= 13 and story.chance.happens(SHARE_REFUSED)
    story.row(
        "health_checks",
        health_check=story.new_id("H"),
        kind=kind,
        checked=checked,
        status="refused" if refused else "completed",
        requested=asked,
        report_received=None if asked is None or refused else checked + story.chance.between(1, 12),
    )


def _see_dentist(story: Story, period: PeriodOfCare) -> None:
    starts = max(period.entered, months_after(story.child.born, 12))

    def due(clock: int) -> int:
        return due_after("CLA-22", clock) if clock > starts else clock + 120

    for _, checked in in_turn(story, "health check late", starts, period.ended, due, spare=40):
        _write_check(story, "dental check", checked)


def _fill_in_questionnaires(story: Story, period: PeriodOfCare) -> None:
    youngest, oldest = (months_after(story.child.born, 12 * age) for age in QUESTIONNAIRE_AGES)
    starts = max(period.entered, youngest)

    def due(clock: int) -> int:
        return due_after("CLA-18", clock) if clock > starts else clock + 150

    until = min(period.ended, oldest)
    for _, completed in in_turn(story, "health check late", starts, until, due, spare=40):
        scored = not story.chance.happens(SHARE_WITHOUT_SCORE)
        score = min(40, story.chance.about(MEAN_SCORE)) if scored else None
        story.row(
            "strengths_and_difficulties",
            questionnaire=story.new_id("Q"),
            completed=completed,
            score=score,
            no_score_reason=None if scored else story.chance.pick(("SDQ2", "SDQ3", "SDQ5")),
        )
        if score is not None and score >= HIGH_SCORE and not story.fails("not offered", completed):
            _refer_for_wellbeing(story, period, completed + story.chance.between(1, 20))


def _refer_for_wellbeing(story: Story, period: PeriodOfCare, referred: int) -> None:
    """Help with how the child feels: asked for, and mostly begun within weeks, sometimes months."""
    chance = story.chance
    if story.child.age_on(referred) < 5 or referred >= min(period.ended, EXTRACT_DAY):
        return
    answered = referred + chance.between(2, 15)
    taken_on = chance.happens(SHARE_TAKEN_ON)
    waited = 14 + chance.about(70) if story.fails("not offered", referred) else 0
    seen = answered + chance.between(2, 12) + waited if taken_on else None
    story.row(
        "emotional_wellbeing",
        wellbeing_referral=story.new_id("WB"),
        referred=referred,
        service="emotional wellbeing service",
        answered=answered,
        accepted=taken_on,
        refusal_reason=None if taken_on else "below the service's threshold",
        first_seen=seen,
        ended=None if seen is None else seen + 60 + chance.about(160),
    )


def _find_trouble(story: Story, period: PeriodOfCare) -> None:
    """Substances misused, offences: of few, and of older children."""
    chance = story.chance
    starts = max(period.entered, months_after(story.child.born, 12 * 13))
    day = starts + chance.between(20, 400)
    if day >= min(period.ended, EXTRACT_DAY):
        return
    if chance.happens(SHARE_MISUSING):
        story.row(
            "substance_misuse",
            substance_misuse=story.new_id("SM"),
            found=day,
            substance=chance.pick(SUBSTANCES),
            helped=not story.fails("not offered", day),
        )
    if chance.happens(SHARE_CONVICTED):
        story.row(
            "convictions",
            conviction=story.new_id("CO"),
            offended=day,
            offence=chance.pick(OFFENCES),
        )


def plan_education(story: Story, period: PeriodOfCare) -> None:
    """A personal education plan in the first weeks, and a new one every term."""
    youngest, oldest = (months_after(story.child.born, 12 * age) for age in SCHOOL_AGES)
    starts, until = max(period.entered, youngest), min(period.ended, oldest)

    def due(clock: int) -> int:
        return (
            due_after("CLA-09", clock) if clock == starts else months_after(clock, MONTHS_OF_A_TERM)
        )

    for due_by, completed in in_turn(story, "education plan late", starts, until, due, spare=7):
        first = due_by == due(starts)
        begun = done_by(story, "education plan late", starts, due_after("CLA-19", starts), 5)
        story.row(
            "personal_education_plans",
            education_plan=story.new_id("EP"),
            initiated=min(begun, completed) if first else max(starts, completed - 10),
            due=due_by,
            completed=completed,
            quality=story.chance.weighted(QUALITY),
            child_attended=story.chance.happens(0.7),
        )
