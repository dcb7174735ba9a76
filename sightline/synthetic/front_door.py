"""Contacts, referrals and assessments: how a child comes to notice and what is found out."""

from sightline.synthetic.chance import Weighted
from sightline.synthetic.days import limit, working_day_after, working_day_from
from sightline.synthetic.period import NOT_YET
from sightline.synthetic.story import DEATH, EIGHTEEN, Case, Row, Story
from sightline.synthetic.workforce import DUTY_TEAM

SOURCES = Weighted(
    {
        "1A": 4, "1B": 4, "1D": 2, "2A": 17, "2B": 3, "3A": 4, "3C": 3, "3D": 5, "3F": 3,
        "4": 1.5, "5A": 2, "5B": 3.5, "5C": 2, "6": 29, "7": 4, "8": 2.5, "9": 3, "10": 2,
    }
)  # fmt: skip
NEEDS = Weighted(
    {"N1": 56, "N2": 8, "N3": 3, "N4": 9, "N5": 14, "N6": 2.5, "N7": 0.5, "N8": 3, "N9": 4}
)
CONTACT_REASONS = (
    "worried about home life",
    "domestic abuse call to police",
    "asking for help",
    "injury or disclosure",
    "missing from home",
    "school attendance",
)
FACTORS = Weighted(
    {
        "3B": 30, "4B": 26, "17A": 18, "16A": 16, "2B": 14, "1B": 13, "4A": 13, "15A": 11,
        "3A": 12, "18B": 4, "18C": 3, "13A": 3, "5A": 8, "6A": 9, "14A": 4, "11A": 3, "2A": 4,
        "1A": 3, "12A": 2, "23A": 3, "24A": 2, "9A": 1, "21": 6, "20": 5,
    }
)  # fmt: skip

SHARE_NO_FURTHER_ACTION = 0.09
SHARE_DECIDED_IN_A_DAY = 0.8
SHARE_WITHOUT_CLOSING_DATE = 0.3
SHARE_ASSESSMENT_NAMES_NO_REFERRAL = 0.05
SHARE_ON_THE_LAST_DAY = 0.04
SHARE_ASSESSED_AGAIN = 0.15
SHARE_LATE_FROM_REFERRAL_ONLY = 0.5
SHARE_RECORDED_TWICE = 0.004
LIFE_LOST_IN_A_CASE = 0.0006
# Days; no decision takes longer, not even one that waits for the end of the Christmas holidays.
LONGEST_DECISION = 5


def contact_only(story: Story, day: int) -> None:
    """A contact that does not become a referral."""
    story.row(
        "contacts",
        contact=story.new_id("C"),
        received=day,
        source=story.chance.weighted(SOURCES),
        reason=story.chance.pick(CONTACT_REASONS),
        decided=working_day_from(day) + story.chance.between(0, 1),
        outcome=story.chance.pick(("early help", "advice", "no further action")),
    )


def receive(story: Story, received: int) -> Case | None:
    """Take a referral: the open case, or None where it is closed with no further action."""
    chance = story.chance
    story.notice_referral(received)
    source = chance.weighted(SOURCES)
    _contact_before(story, received, source)
    in_time = chance.happens(SHARE_DECIDED_IN_A_DAY)
    decided = working_day_after(received, 1) if in_time else received + LONGEST_DECISION
    referral = story.new_id("R")
    no_further_action = story.conference_wanted is None and chance.happens(SHARE_NO_FURTHER_ACTION)
    row = story.row(
        "referrals",
        referral=referral,
        received=received,
        source=source,
        primary_need=chance.weighted(NEEDS),
        decided=decided,
        no_further_action=no_further_action,
        team=DUTY_TEAM,
        worker=story.place.workforce.duty_worker(received),
    )
    if no_further_action:
        if not chance.happens(SHARE_WITHOUT_CLOSING_DATE):
            row.update(closed=decided, closure_reason="RC8")
        return None
    if chance.happens(SHARE_RECORDED_TWICE):
        _record_twice(story, row)
    case = _open_case(story, row)
    case.decide(decided, "referral", "assess the child's needs", "threshold for help is met")
    return case


def _contact_before(story: Story, received: int, source: str) -> None:
    """The contact that became this referral."""
    story.row(
        "contacts",
        contact=story.new_id("C"),
        received=received,
        source=source,
        reason=story.chance.pick(CONTACT_REASONS),
        decided=received,
        outcome="referral",
    )


def _record_twice(story: Story, row: Row) -> None:
    """The same referral typed in a second time and closed at once. It is still one referral."""
    story.row(
        "referrals",
        **{
            **row,
            "referral": story.new_id("R"),
            "no_further_action": True,
            "closed": row["received"],
            "closure_reason": "RC8",
        },
    )


def _open_case(story: Story, row: Row) -> Case:
    """The case that this referral opens, with the day by which it must be over.

    That is the eighteenth birthday or, seldom, the day the child dies, if the case runs so long.
    """
    received = row["received"]
    birthday = story.child.eighteenth_birthday
    case = Case(
        story=story,
        referral_row=row,
        referral=row["referral"],
        received=received,
        limit=birthday,
        limit_reason=EIGHTEEN,
    )
    if story.chance.happens(LIFE_LOST_IN_A_CASE):
        died = max(received, story.child.born) + story.chance.between(20, 400)
        if died < birthday:
            case.limit, case.limit_reason = died, DEATH
    return case


def assess(case: Case) -> int:
    """Begin the case's assessment. Returns the day on which it ends, or would have ended.

    Whether it will be in time, from which day counted, is decided here; the truth is noted when
    the case closes, because closing the case ends the duty.
    """
    if case.fails("assessment abandoned", case.received):
        return _drift(case)
    start_delay, ends = _timing(case)
    started = case.received if start_delay == 0 else working_day_after(case.received, start_delay)
    _write_assessment(case, started)
    case.authorised = ends
    return ends


def _timing(case: Case) -> tuple[int, int]:
    """How many working days until it starts, and the day on which it is signed off."""
    chance, received = case.chance, case.received
    allowed = limit("ASM-01", received)
    if case.fails("assessment started late", received):
        delay = chance.between(6, 25)
    else:
        delay = chance.pick((0, 0, 0, 1, 1, 2, 3))
    if case.fails("assessment late", received):
        over = 1 if chance.happens(SHARE_ON_THE_LAST_DAY) else 1 + chance.about(14)
        return delay, working_day_after(_start(received, delay), allowed + min(over, 120))
    if delay >= 6 and chance.happens(SHARE_LATE_FROM_REFERRAL_ONLY):
        taken = allowed - chance.between(0, delay - 1)
        return delay, working_day_after(_start(received, delay), taken)
    if chance.happens(SHARE_ON_THE_LAST_DAY):
        return delay, working_day_after(received, allowed)
    quick = chance.happens(0.3)
    taken = chance.between(delay + 1, delay + 14) if quick else chance.between(delay + 8, allowed)
    return delay, working_day_after(received, taken)


def _start(received: int, delay: int) -> int:
    return received if delay == 0 else working_day_after(received, delay)


def _drift(case: Case) -> int:
    """An assessment nobody finishes, or nobody begins, until the case is closed months later."""
    if case.chance.happens(0.7):
        _write_assessment(case, working_day_after(case.received, case.chance.between(1, 10)))
    return working_day_after(case.received, case.chance.between(50, 140))


def _write_assessment(case: Case, started: int) -> None:
    named = not case.chance.happens(SHARE_ASSESSMENT_NAMES_NO_REFERRAL)
    row = case.story.row(
        "assessments",
        assessment=case.story.new_id("A"),
        referral=case.referral if named else None,
        started=started,
        child_seen=not case.fails("child not seen", started),
        team=None,
    )
    case.assessment = row
    case.to_be_named.append((row, started))


def assess_again(case: Case, earliest: int, latest: int) -> None:
    """Bring the assessment up to date while the case runs: in time, and never the first of its case."""
    first = case.assessment
    if first is None or not case.chance.happens(SHARE_ASSESSED_AGAIN):
        return
    started = working_day_from(earliest + case.chance.between(20, 60))
    taken = case.chance.between(10, limit("ASM-01", started) - 5)
    authorised = working_day_after(started, taken)
    if started <= first["started"] + 30 or authorised >= latest:
        return
    row = case.story.row(
        "assessments",
        assessment=case.story.new_id("A"),
        referral=first["referral"],
        started=started,
        authorised=authorised,
        child_seen=not case.fails("child not seen", started),
        outcome="help under a plan",
        team=None,
    )
    case.to_be_named.append((row, started))
    _find_factors(case, row["assessment"], authorised)


def stop_assessing(case: Case) -> None:
    """The family moves or declines: the case closes in time, the assessment unfinished."""
    case.authorised = None
    taken = case.chance.between(12, 30)
    closed = working_day_after(case.received, taken)
    started = case.assessment["started"] if case.assessment else case.received
    case.closed = max(closed, working_day_from(started + 1))


def settle_assessment(case: Case, outcome: str) -> None:
    """At the end of the case: sign the assessment off, and plant what was late.

    The duty rests when the assessment was signed off or the case closed, whichever came first.
    """
    if case.authorised is not None and case.authorised > case.closed:
        case.authorised = None
    rested = min(case.authorised or NOT_YET, case.closed)
    _plant_if_over(case, "from_referral", "referral", case.received, rested)
    if case.assessment is None:
        return
    started = case.assessment["started"]
    _plant_if_over(case, "from_start", "assessment", started, rested)
    if case.authorised is not None:
        case.assessment.update(authorised=case.authorised, outcome=outcome)
        _find_factors(case, case.assessment["assessment"], case.authorised)


def _find_factors(case: Case, assessment: str, found: int) -> None:
    """What the assessment found at its end: one factor or several."""
    factors = {case.chance.weighted(FACTORS) for _ in range(1 + case.chance.about(1.3))}
    for factor in sorted(factors):
        case.story.row("assessment_factors", assessment=assessment, found=found, factor=factor)


def _plant_if_over(case: Case, clock: str, subject: str, starts: int, rested: int) -> None:
    due = working_day_after(starts, limit("ASM-01", starts))
    rule = f"assessment_over_45_days_{clock}"
    case.story.plant_if_late(rule, subject, "ASM-01", (starts, due), rested)
