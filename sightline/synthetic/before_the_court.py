"""Before the court: legal planning, letters before proceedings, meetings with parents, and applications."""

from sightline.synthetic.chance import Weighted
from sightline.synthetic.days import (
    due_after,
    working_day_after,
    working_day_before,
    working_day_from,
)
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.protection import CARE
from sightline.synthetic.recurring import done_by, worker_of
from sightline.synthetic.story import Row, Story

SHARE_OF_PLANS_THAT_STEP_DOWN = 0.08
SHARE_WITHOUT_TIME_FOR_A_LETTER = 0.35
SHARE_REPRESENTED = 0.8
# The statuses in which a court has ordered care.
BY_ORDER = {"C1", "C2", "E1"}
GOES_ON, BEGIN, TO_COURT = "A", "B", "C"
GATEWAY_WHERE_NOTHING_BEGINS = Weighted({GOES_ON: 9, "D": 1})
QUESTIONS_OF_THE_LETTER = (
    "to_every_parent",
    "tells_of_free_legal_advice",
    "concerns_plain",
    "what_must_change",
    "help_offered",
    "assessments_named",
    "meeting_named",
    "family_group_offered",
    "family_network_asked",
    "says_what_follows",
    "childs_views",
    "easy_to_read",
)


def work_before_the_court(story: Story) -> None:
    """For plans that go to court, and some that are stepped down from its door."""
    earlier = 0
    for plan in story.rows("protection_plans"):
        to_court = _ordered_care_after(story, plan)
        length = plan["ended"] - plan["started"]
        if not to_court and (
            length < 200 or not story.chance.happens(SHARE_OF_PLANS_THAT_STEP_DOWN)
        ):
            continue
        short = to_court and (length < 60 or story.chance.happens(SHARE_WITHOUT_TIME_FOR_A_LETTER))
        if short:
            _go_to_court_at_once(story, plan)
        else:
            _try_before_the_court(story, plan, earlier, to_court=to_court)
            earlier += 1


def _ordered_care_after(story: Story, plan: Row) -> bool:
    """Whether the plan ended because a court ordered care."""
    if plan["end_reason"] not in (CARE, None):
        return False
    return any(
        row["started"] == row["entered_care"]
        and abs(row["started"] - plan["ended"]) <= 5
        and row["legal_status"] in BY_ORDER
        for row in story.rows("care_episodes")
    )


def _meet_lawyers(story: Story, held: int, outcome: str) -> None:
    story.row(
        "legal_planning_meetings",
        legal_planning_meeting=story.new_id("LM"),
        held=held,
        threshold_met=outcome != GOES_ON,
        outcome=outcome,
        worker=worker_of(story, held),
    )


def _go_to_court_at_once(story: Story, plan: Row) -> None:
    """Danger leaves no time: the lawyers are asked and the court is at once."""
    applied = plan["ended"]
    decided = max(plan["started"], working_day_before(applied, story.chance.between(1, 5)))
    _meet_lawyers(story, decided, TO_COURT)
    story.row(
        "pre_proceedings",
        pre_proceedings=story.new_id("LP"),
        decided=decided,
        gateway_outcome=TO_COURT,
        outcome_agreed=decided,
        outcome="to court",
        protection_plans=1,
        short_notice=True,
        short_notice_reason="A",
        **_in_court(story, applied),
    )


def _in_court(story: Story, applied: int) -> Row:
    """The court's part: twenty-six weeks in time, longer where it drifts."""
    ended = done_by(story, "court work drifts", applied + 60, due_after("PLO-04", applied), 30)
    return {
        "letter_of_issue_sent": applied,
        "application_issued": applied,
        "parents_represented_at_issue": story.chance.happens(SHARE_REPRESENTED),
        "hearings": story.chance.between(2, 6),
        "first_plan": "A",
        "first_plan_approved": story.chance.happens(0.85),
        "proceedings_ended": ended,
        "final_plan": "A",
        "final_plan_approved": story.chance.happens(0.9),
    }


def _try_before_the_court(story: Story, plan: Row, earlier: int, *, to_court: bool) -> None:
    """Pre-proceedings: the letter, the meetings, and what came of them."""
    decided = _day_decided(story, plan, to_court=to_court)
    _meet_lawyers(story, decided, BEGIN)
    if story.chance.happens(0.3) and decided - plan["started"] > 60:
        asked_before = working_day_from(decided - story.chance.between(30, 50))
        _meet_lawyers(story, asked_before, story.chance.weighted(GATEWAY_WHERE_NOTHING_BEGINS))
    late = story.fails("court work drifts", min(decided, EXTRACT_DAY))
    sent = working_day_after(decided, story.chance.between(2, 30 if late else 9))
    agreed = _day_agreed(story, plan, sent, to_court=to_court)
    first = min(working_day_after(sent, story.chance.between(5, 12)), agreed)
    midpoint = done_by(story, "court work drifts", first + 20, due_after("PLO-03", first), 10)
    pre_proceedings = story.new_id("LP")
    represented = story.chance.happens(SHARE_REPRESENTED)
    row = story.row(
        "pre_proceedings",
        pre_proceedings=pre_proceedings,
        decided=decided,
        gateway_outcome=BEGIN,
        letter_sent=sent,
        first_meeting=first,
        midpoint_reviewed=midpoint if midpoint < agreed else None,
        parents_represented=represented,
        review_meetings=int(midpoint < agreed) + 1,
        outcome_agreed=agreed,
        outcome="to court" if to_court else "stepped down",
        protection_plans=1,
        earlier_pre_proceedings=earlier,
    )
    if to_court:
        row.update(short_notice=False, **_in_court(story, max(agreed, plan["ended"])))
    _write_letter(story, pre_proceedings, sent)
    for due, held in ((sent + 14, first), (due_after("PLO-03", first), midpoint)):
        if held <= agreed:
            _write_meeting(story, pre_proceedings, due, held, represented)


def _day_decided(story: Story, plan: Row, *, to_court: bool) -> int:
    """Early enough to end with the plan where it goes to court; some months in where it does not."""
    latest = plan["ended"] - (45 if to_court else 120)
    drifts = story.fails("court work drifts", min(plan["ended"], EXTRACT_DAY))
    days = story.chance.between(130, 220) if drifts else story.chance.between(70, 118)
    return working_day_from(max(plan["started"] + 5, min(plan["ended"] - days, latest)))


def _day_agreed(story: Story, plan: Row, sent: int, *, to_court: bool) -> int:
    """The day it was agreed what comes of it."""
    if to_court:
        return max(sent + 10, working_day_before(plan["ended"], story.chance.between(1, 5)))
    return done_by(story, "court work drifts", sent + 40, due_after("PLO-01", sent), 30)


def _write_letter(story: Story, pre_proceedings: str, sent: int) -> None:
    weak = story.fails("not looked into", min(sent, EXTRACT_DAY))
    story.row(
        "letters_before_proceedings",
        letter=story.new_id("LL"),
        pre_proceedings=pre_proceedings,
        sent=sent,
        **{
            question: not story.chance.happens(0.2 if weak else 0.006)
            for question in QUESTIONS_OF_THE_LETTER
        },
    )


def _write_meeting(
    story: Story, pre_proceedings: str, due: int, held: int, represented: bool
) -> None:
    story.row(
        "pre_proceedings_meetings",
        pre_proceedings_meeting=story.new_id("LX"),
        pre_proceedings=pre_proceedings,
        due=due,
        held=held,
        parents_attended=story.chance.happens(0.86),
        lawyer_attended=represented,
    )
