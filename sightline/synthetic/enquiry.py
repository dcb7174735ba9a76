"""Strategy discussions, section 47 enquiries and initial conferences."""

from sightline.synthetic.chance import Weighted
from sightline.synthetic.days import (
    limit,
    working_day_after,
    working_day_before,
    working_day_from,
)
from sightline.synthetic.period import NOT_YET
from sightline.synthetic.story import Case, Row
from sightline.synthetic.workforce import PROTECTION

SECTION_47 = "section 47 enquiry"
NO_ENQUIRY = "no further action under child protection procedures"
NOT_SUBSTANTIATED = "concerns not substantiated"
SUBSTANTIATED = "concerns substantiated, child judged at risk of significant harm"
NO_CONFERENCE_NEEDED = "concerns substantiated, child not judged at continuing risk"

SHARE_TO_CONFERENCE = 0.33
SHARE_TO_CONFERENCE_AFTER_A_PLAN = 0.56
SHARE_WITH_PLAN = 0.87
SHARE_CONFERENCE_NAMES_NO_ENQUIRY = 0.04
SHARE_ON_THE_LAST_DAY = 0.06

OUTCOMES_WITHOUT_CONFERENCE = Weighted({NOT_SUBSTANTIATED: 7, NO_CONFERENCE_NEEDED: 3})

# Its id and the day it was held.
Conference = tuple[str, int]


def enquire(case: Case, started: int) -> tuple[Conference | None, int]:
    """A strategy discussion and the enquiry it began.

    Returns the conference that agreed a plan, or None, and the day the matter was settled.
    """
    _discuss(case, started, SECTION_47)
    enquiry = case.story.new_id("E")
    row = case.row(
        "enquiries",
        enquiry=enquiry,
        started=started,
        child_seen=not case.fails("child not seen", started),
        team=None,
    )
    case.to_be_named.append((row, started))
    wanted = case.story.conference_wanted
    after_a_plan = case.story.plans > 0
    share = SHARE_TO_CONFERENCE_AFTER_A_PLAN if after_a_plan else SHARE_TO_CONFERENCE
    if wanted is None and not case.chance.happens(share):
        return None, _end_without_conference(case, row, started)
    return _end_with_conference(case, row, started)


def transfer_in(case: Case) -> Conference:
    """A conference that takes over another council's plan. No enquiry of ours led to it."""
    held = working_day_after(case.received, case.chance.between(5, 15))
    return _confer(case, held, None, plan_agreed=True, transfer_in=True), held


def discuss_without_enquiry(case: Case, held: int) -> None:
    """A strategy discussion that decides that no enquiry is needed."""
    _discuss(case, held, NO_ENQUIRY)


def _discuss(case: Case, held: int, outcome: str) -> None:
    case.row(
        "strategy_discussions",
        strategy_discussion=case.story.new_id("S"),
        held=held,
        outcome=outcome,
        police_attended=case.chance.happens(0.94),
        health_attended=case.chance.happens(0.78),
    )


def _end_without_conference(case: Case, row: Row, started: int) -> int:
    """The enquiry ends with no further action: in time, or left open beyond the due day."""
    chance = case.chance
    due = _due(started)
    if case.fails("enquiry drifts", started):
        ended = working_day_after(due, 1 + chance.about(8))
    elif chance.happens(SHARE_ON_THE_LAST_DAY):
        ended = due
    else:
        ended = working_day_after(started, chance.between(2, limit("S47-01", started)))
    ended = min(ended, case.limit)
    row.update(
        ended=ended,
        no_further_action=True,
        outcome=chance.weighted(OUTCOMES_WITHOUT_CONFERENCE),
    )
    _plant_if_over(case, started, ended)
    case.decide(ended, "enquiry", "no conference", "risk can be managed without a plan")
    return ended


def _end_with_conference(case: Case, row: Row, started: int) -> tuple[Conference | None, int]:
    """The enquiry calls for a conference: in time, late, or never held at all."""
    held = _day_of_conference(case, started)
    if held is not None and held >= case.limit:
        case.story.conference_wanted = None
        return None, _end_without_conference(case, row, started)
    settled = working_day_after(started, case.chance.between(3, 9)) if held is None else held
    ended = min(working_day_before(settled, 1), case.limit)
    row.update(ended=ended, no_further_action=False, outcome=SUBSTANTIATED)
    _plant_if_over(case, started, held or NOT_YET)
    case.decide(ended, "enquiry", "hold a conference", "child judged at risk of significant harm")
    if held is None:
        return None, working_day_after(settled, 5)
    named = not case.chance.happens(SHARE_CONFERENCE_NAMES_NO_ENQUIRY)
    agreed = case.story.conference_wanted is not None or case.chance.happens(SHARE_WITH_PLAN)
    enquiry = row["enquiry"] if named else None
    conference = _confer(case, held, enquiry, plan_agreed=agreed, transfer_in=False)
    case.story.conference_wanted = None
    return ((conference, held) if agreed else None), held


def _day_of_conference(case: Case, started: int) -> int | None:
    """When the conference is held; None where practice forgets it."""
    chance = case.chance
    wanted = case.story.conference_wanted
    if wanted is not None and wanted > started:
        return wanted
    case.story.conference_wanted = None
    if case.fails("conference never", started):
        return None
    allowed = limit("S47-01", started)
    if case.fails("conference late", started):
        over = 1 if chance.happens(SHARE_ON_THE_LAST_DAY) else 1 + chance.about(6)
        return working_day_after(started, allowed + min(over, 45))
    if chance.happens(SHARE_ON_THE_LAST_DAY):
        return _due(started)
    return working_day_after(started, chance.between(7, allowed))


def _confer(
    case: Case, held: int, enquiry: str | None, *, plan_agreed: bool, transfer_in: bool
) -> str:
    conference = case.story.new_id("F")
    case.row(
        "initial_conferences",
        conference=conference,
        enquiry=enquiry,
        held=held,
        plan_agreed=plan_agreed,
        transfer_in=transfer_in,
        quorate=case.chance.happens(0.95),
    )
    case.story.notice_plan_or_conference()
    case.held_by(PROTECTION, held)
    return conference


def _due(started: int) -> int:
    return working_day_after(started, limit("S47-01", started))


def _plant_if_over(case: Case, started: int, rested: int) -> None:
    case.story.plant_if_late(
        "conference_over_15_days", "enquiry", "S47-01", (started, _due(started)), rested
    )


def day_for_enquiry(case: Case, earliest: int) -> int:
    """The day an enquiry begins: mostly a day people work, sometimes a weekend."""
    day = earliest + case.chance.between(0, 9)
    return day if case.chance.happens(0.12) else working_day_from(day)
