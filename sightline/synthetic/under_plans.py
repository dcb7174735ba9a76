"""What is done under plans: core groups, reviews of need, and what was before those who ended a plan."""

from sightline.synthetic.days import due_after, limit, months_after, working_day_before
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.protection import OTHER, SAFER
from sightline.synthetic.recurring import in_turn, worker_of, written_up
from sightline.synthetic.story import Row, Story

FEWEST_FOR_A_QUORUM = 3
DAYS_UNTIL_HELP_AFTER_A_PLAN = 3


def work_under_plans(story: Story) -> None:
    """Core groups of every protection plan, reviews of every child in need plan, endings, meetings."""
    for plan in story.rows("protection_plans"):
        _hold_core_groups(story, plan)
        _end(story, plan)
    for plan in story.rows("child_in_need_plans"):
        plan["recorded_on"] = written_up(story, plan["started"])
        if plan["ended"] <= EXTRACT_DAY:
            plan["end_reason"] = "needs met" if story.chance.happens(0.7) else "passed on"
        _review_need(story, plan)
    for conference in story.rows("initial_conferences"):
        _fill_conference(story, conference)
    kinds_of_harm = {
        plan["plan"]: plan["latest_category"] for plan in story.rows("protection_plans")
    }
    for review in story.rows("review_conferences"):
        _attend(story, review)
        review["category"] = kinds_of_harm[review["plan"]]
        review["parents_attended"] = story.chance.happens(0.84)
        review["report_shared"] = _shared(story, review["held"], "CPC-02")


def _hold_core_groups(story: Story, plan: Row) -> None:
    """Within ten working days of the conference, then every six weeks."""
    starts = plan["started"]

    def due(clock: int) -> int:
        return due_after("COR-01" if clock == starts else "COR-02", clock)

    for due_by, held in in_turn(story, "core group late", starts, plan["ended"], due, spare=7):
        story.row(
            "core_groups",
            core_group=story.new_id("CG"),
            plan=plan["plan"],
            due=due_by,
            held=held,
            parents_attended=story.chance.happens(0.82),
            agencies_attended=story.chance.between(2, 6),
            plan_reviewed=not story.fails("not looked into", held),
            recorded_on=written_up(story, held),
        )


def _review_need(story: Story, plan: Row) -> None:
    """Six weeks after the start, then every three months; four-weekly at first after protection."""
    starts = plan["started"]
    after_protection = any(
        0 <= starts - ended["ended"] <= DAYS_UNTIL_HELP_AFTER_A_PLAN
        for ended in story.rows("protection_plans")
    )

    def due(clock: int) -> int:
        if after_protection and clock < months_after(starts, limit("CPE-04", starts)):
            return due_after("CPE-05", clock)
        return due_after("CIN-02" if clock == starts else "CIN-03", clock)

    for due_by, held in in_turn(story, "need review late", starts, plan["ended"], due, spare=10):
        story.row(
            "child_in_need_reviews",
            review=story.new_id("NR"),
            plan=plan["plan"],
            due=due_by,
            held=held,
            plan_continues=True,
            family_attended=story.chance.happens(0.85),
            recorded_on=written_up(story, held),
        )


def _end(story: Story, plan: Row) -> None:
    """What those had before them who ended a plan because the child was safer."""
    ended = plan["ended"]
    if ended > EXTRACT_DAY or plan["end_reason"] not in (SAFER, OTHER, None):
        return
    chance = story.chance
    if plan["end_reason"] is None and not chance.happens(0.5):
        return
    held = [row["held"] for row in story.rows("review_conferences") if row["plan"] == plan["plan"]]
    weak = story.fails("not looked into", ended)
    story.row(
        "plan_endings",
        plan_ending=story.new_id("PE"),
        plan=plan["plan"],
        decided=ended,
        grounds=plan["end_reason"],
        decided_at_conference=ended in held,
        worker=worker_of(story, ended),
        exception_reason="the family moved to safety" if len(held) <= 1 and not weak else None,
        change_lasting=not (weak and chance.happens(0.6)),
        change_since=max(plan["started"], ended - chance.between(20, 200)),
        **{
            question: not (weak and chance.happens(0.4))
            for question in (
                "parents_accept",
                "advice_used_anew",
                "worked_with_core_group",
                "harm_gone",
                "category_fits",
                "new_events_considered",
                "agencies_written_views",
                "data_agree",
                "relapse_plan",
                "step_down_agreed",
                "agencies_told",
                "siblings_considered",
                "history_considered",
            )
        },
        work_outstanding=weak and chance.happens(0.3),
        step_down_meets=ended + chance.between(5, 25),
        recorded_on=written_up(story, ended),
    )


def _fill_conference(story: Story, conference: Row) -> None:
    """Who came, what the family had to read, and why it was late where it was."""
    _attend(story, conference)
    held = conference["held"]
    conference["report_shared"] = _shared(story, held, "CPC-01")
    if conference["transfer_in"]:
        conference["move_notified"] = working_day_before(held, story.chance.between(4, 22))
        return
    enquiries = [row for row in story.rows("enquiries") if row["started"] <= held]
    due = due_after("S47-01", enquiries[-1]["started"])
    conference["due"] = due
    if held > due and not story.fails("not looked into", held):
        conference.update(
            late_reason=story.chance.pick(("no quorum", "reports late", "family could not come")),
            interim_safety_plan=story.chance.happens(0.7),
        )


def _attend(story: Story, meeting: Row) -> None:
    """How many agencies came: enough where the meeting was quorate."""
    few = FEWEST_FOR_A_QUORUM
    quorate = meeting["quorate"]
    meeting["agencies_attended"] = story.chance.between(few, 7) if quorate else few - 1


def _shared(story: Story, held: int, standard: str) -> int:
    """The day the family had the report: as long before the meeting as asked, or the day before."""
    allowed = 2 if standard == "CPC-01" else 5
    late = story.fails("not looked into", held)
    return working_day_before(held, 1 if late else allowed + story.chance.between(0, 3))
