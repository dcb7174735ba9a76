"""A child's journey through the service, told from the first contact to the extract day.

A journey is a chain of cases; a case is a chain of steps, each of which says what comes next.
Steps may run past the extract day: the records are cut to it afterwards.
"""

from collections.abc import Callable

from sightline.synthetic.allocation import allocate
from sightline.synthetic.care import (
    ADOPTION,
    GROWN_UP,
    GUARDIANSHIP,
    care_for,
    early_years_of_the_records,
)
from sightline.synthetic.chance import Weighted
from sightline.synthetic.child_in_need import support
from sightline.synthetic.days import (
    is_working_day,
    limit,
    months_after,
    working_day_after,
    working_day_before,
    working_day_from,
)
from sightline.synthetic.enquiry import (
    Conference,
    day_for_enquiry,
    discuss_without_enquiry,
    enquire,
    transfer_in,
)
from sightline.synthetic.front_door import (
    LONGEST_DECISION,
    assess,
    contact_only,
    receive,
    settle_assessment,
    stop_assessing,
)
from sightline.synthetic.missing import go_missing
from sightline.synthetic.oversight import name_workers, supervise, write_decisions
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.protection import (
    CARE,
    OUTSIDE_A_REVIEW,
    TRANSFER,
    protect,
)
from sightline.synthetic.story import DEATH, Case, Story

ASSESSED_ONLY = "assessed only"
STOPPED = "assessment stopped"
CHILD_IN_NEED = "child in need"
ENQUIRY = "enquiry"
INTO_CARE = "into care"
TRANSFERRED_IN = "transferred in"
CLOSING = "closing"

FIRST_PATHS = Weighted(
    {ASSESSED_ONLY: 49, STOPPED: 2.5, CHILD_IN_NEED: 19, ENQUIRY: 29, TRANSFERRED_IN: 0.5}
)
# Harm to the youngest is enquired into soonest, that of unborn children included.
PATHS_OF_A_BABY = Weighted(
    {ASSESSED_ONLY: 30, STOPPED: 2, CHILD_IN_NEED: 19, ENQUIRY: 48.5, TRANSFERRED_IN: 0.5}
)
PATHS_AFTER_A_PLAN = Weighted({ASSESSED_ONLY: 29, STOPPED: 1, CHILD_IN_NEED: 28, ENQUIRY: 42})

SHARE_STRAIGHT_INTO_CARE = 0.021
SHARE_DISCUSSED_WITHOUT_ENQUIRY = 0.06
SHARE_KNOWN_BY_CONTACT_ONLY = 0.06
SHARE_OTHER_CONTACTS = 0.45
SHARE_STRAIGHT_TO_CARE_AFTER_ENQUIRY = 0.05
SHARE_TO_PLAN_OF_NEED_AFTER_ENQUIRY = 0.34
SHARE_CARE_AFTER_PLAN_OF_NEED = 0.025
SHARE_ENQUIRY_AFTER_PLAN_OF_NEED = 0.09
SHARE_ENQUIRY_SOON_AFTER_A_PLAN = 0.14
TIMES_LIKELIER_AFTER_A_PLAN = 1.35

SHARE_BACK_ON_THE_ANNIVERSARY = 0.05
LEAST_DAYS_BETWEEN_CASES = 12
MEAN_DAYS_UNTIL_REFERRED_AGAIN = 290
LATEST_REFERRAL_BEFORE_EIGHTEEN = 182

ASSESSMENT_OUTCOMES = {
    ASSESSED_ONLY: "no further action",
    CHILD_IN_NEED: "child in need plan",
    ENQUIRY: "strategy discussion",
    INTO_CARE: "care",
}

Step = tuple[str, int]


def tell(story: Story) -> None:
    """The whole journey of one child."""
    day: int | None = story.child.first_noticed
    if story.chance.happens(SHARE_KNOWN_BY_CONTACT_ONLY):
        contact_only(story, story.child.first_noticed)
        day = None
    latest = story.child.eighteenth_birthday - LATEST_REFERRAL_BEFORE_EIGHTEEN
    while day is not None and day <= min(EXTRACT_DAY, latest):
        over = _referral(story, day)
        if story.ended_for_good or over > EXTRACT_DAY:
            break
        if story.chance.happens(SHARE_OTHER_CONTACTS):
            contact_only(story, over + story.chance.between(2, 10))
        day = _referred_again(story, over)
    go_missing(story)


def _referral(story: Story, received: int) -> int:
    """One referral and what came of it. Returns the day it was over."""
    case = receive(story, received)
    if case is None:
        return received + LONGEST_DECISION
    path = _path(case)
    assessed = assess(case)
    if path == STOPPED:
        stop_assessing(case)
    else:
        step, day = _first_step(case, path, assessed)
        while step != CLOSING and day < case.limit and day <= EXTRACT_DAY:
            step, day = STEPS[step](case, day)
        _close(case, step, day)
    _settle(case, path)
    return case.closed


def _path(case: Case) -> str:
    """Where the referral leads first."""
    story = case.story
    if story.conference_wanted is not None:
        return ENQUIRY
    into_care = SHARE_STRAIGHT_INTO_CARE * early_years_of_the_records(case.received)
    if case.chance.happens(into_care):
        return INTO_CARE
    if story.plans:
        return case.chance.weighted(PATHS_AFTER_A_PLAN)
    baby = story.child.age_on(case.received) < 1
    return case.chance.weighted(PATHS_OF_A_BABY if baby else FIRST_PATHS)


def _first_step(case: Case, path: str, assessed: int) -> Step:
    chance = case.chance
    if path == ENQUIRY:
        return ENQUIRY, day_for_enquiry(case, case.received)
    if path == INTO_CARE:
        return INTO_CARE, case.received + chance.between(1, 25)
    if path == TRANSFERRED_IN:
        return TRANSFERRED_IN, case.received
    if chance.happens(SHARE_DISCUSSED_WITHOUT_ENQUIRY):
        discuss_without_enquiry(case, working_day_after(case.received, chance.between(1, 5)))
    if path == CHILD_IN_NEED:
        return CHILD_IN_NEED, working_day_from(assessed + chance.between(0, 10))
    return CLOSING, assessed


def _enquiry(case: Case, day: int) -> Step:
    conference, settled = enquire(case, day)
    if conference is not None:
        return _plan(case, conference, transferred_in=False)
    if case.chance.happens(SHARE_STRAIGHT_TO_CARE_AFTER_ENQUIRY):
        return INTO_CARE, settled + case.chance.between(1, 10)
    if case.chance.happens(SHARE_TO_PLAN_OF_NEED_AFTER_ENQUIRY):
        return CHILD_IN_NEED, working_day_from(settled + 1)
    return CLOSING, settled


def _taken_over(case: Case, day: int) -> Step:
    return _plan(case, transfer_in(case), transferred_in=True)


def _plan(case: Case, conference: Conference, *, transferred_in: bool) -> Step:
    name, held = conference
    ending = protect(case, name, held, transferred_in=transferred_in)
    chance, ended = case.chance, ending.ended
    if ending.reason == CARE:
        return INTO_CARE, ended - chance.pick((0, 0, 0, 1, 4))
    if ending.reason in OUTSIDE_A_REVIEW:
        case.story.ended_for_good = True
        case.closure_reason = "RC5" if ending.reason == TRANSFER else "RC7"
        return CLOSING, ended
    if case.fails("stepped down without help", min(ended, EXTRACT_DAY)):
        return CLOSING, ended + chance.between(3, 40)
    return CHILD_IN_NEED, ended + chance.between(0, 3)


def _child_in_need(case: Case, day: int) -> Step:
    ended = support(case, day)
    after_a_plan = case.story.plans > 0
    if case.chance.happens(
        SHARE_ENQUIRY_SOON_AFTER_A_PLAN if after_a_plan else SHARE_ENQUIRY_AFTER_PLAN_OF_NEED
    ):
        return ENQUIRY, ended if ended > EXTRACT_DAY else day_for_enquiry(case, ended)
    if case.chance.happens(SHARE_CARE_AFTER_PLAN_OF_NEED):
        return INTO_CARE, ended + case.chance.between(0, 10)
    return CLOSING, ended


def _into_care(case: Case, day: int) -> Step:
    ended, how = care_for(case, day)
    if how in (ADOPTION, GROWN_UP):
        case.story.ended_for_good = True
        case.closure_reason = "RC1" if how == ADOPTION else "RC6"
        return CLOSING, ended
    if how == GUARDIANSHIP:
        case.closure_reason = "RC4"
    # Every child who comes home is helped under a plan at first.
    return CHILD_IN_NEED, ended + case.chance.between(0, 3)


STEPS: dict[str, Callable[[Case, int], Step]] = {
    ENQUIRY: _enquiry,
    TRANSFERRED_IN: _taken_over,
    CHILD_IN_NEED: _child_in_need,
    INTO_CARE: _into_care,
}


def _close(case: Case, step: str, day: int) -> None:
    """Close the case when its steps are done and its assessment signed off; or leave it open."""
    if step != CLOSING and day < case.limit:
        return
    day = max(day, case.authorised or day) + case.chance.between(0, 8)
    if day <= EXTRACT_DAY:
        day = working_day_from(day)
    case.closed = min(day, case.limit)
    if case.closed == case.limit:
        _end_with_childhood(case)


def _end_with_childhood(case: Case) -> None:
    """The case closed because the young person turned eighteen, or because the child died."""
    case.story.ended_for_good = True
    case.closure_reason = "RC6"
    if case.limit_reason == DEATH:
        case.story.child.died = case.limit
        case.closure_reason = "RC2"


def _settle(case: Case, path: str) -> None:
    """Write what is only known once the case has been told to its end."""
    settle_assessment(case, ASSESSMENT_OUTCOMES.get(path, "help under a plan"))
    if path in (ASSESSED_ONLY, STOPPED) and not case.story.ended_for_good:
        case.closure_reason = "RC8"
    case.referral_row.update(closed=case.closed, closure_reason=case.closure_reason)
    case.decide(case.closed, "closure", "close the case", "no further help needed")
    allocate(case)
    name_workers(case)
    supervise(case)
    write_decisions(case)
    case.story.known_open.append((case.received, case.closed))
    case.story.cases.append(case)


def _referred_again(story: Story, over: int) -> int | None:
    """The day of the next referral, if there is one by the extract day."""
    chance = story.chance
    earliest = over + LEAST_DAYS_BETWEEN_CASES
    on_purpose = _on_an_anniversary(story)
    if on_purpose is not None and on_purpose >= earliest:
        return on_purpose
    story.conference_wanted = None
    share = story.place.practice.share("referred again", over)
    if not chance.happens(share * (TIMES_LIKELIER_AFTER_A_PLAN if story.plans else 1)):
        return None
    day = earliest + chance.about(MEAN_DAYS_UNTIL_REFERRED_AGAIN)
    if day > EXTRACT_DAY:
        return None
    return day if chance.happens(0.06) else working_day_from(day)


def _on_an_anniversary(story: Story) -> int | None:
    """Now and then a child comes back just inside a window of 24 months, or just outside it.

    It tries both sides of the anniversary of a plan's end, and of the first of three referrals.
    """
    chance = story.chance
    outside = chance.happens(0.5)
    ended, waiting = story.last_plan_ended, story.referrals_without_plan
    if ended is not None and chance.happens(SHARE_BACK_ON_THE_ANNIVERSARY):
        anniversary = months_after(ended, limit("CPE-07", ended))
        if anniversary > EXTRACT_DAY:
            return None
        inside = is_working_day(anniversary) and not outside
        story.conference_wanted = anniversary if inside else working_day_after(anniversary, 1)
        return working_day_before(story.conference_wanted, 13)
    if len(waiting) >= 2 and chance.happens(SHARE_BACK_ON_THE_ANNIVERSARY):
        return months_after(waiting[-2], limit("REF-03", waiting[-2])) + outside
    return None
