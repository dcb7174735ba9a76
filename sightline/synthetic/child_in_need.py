"""Child in need plans and the visits under them."""

from sightline.synthetic.days import working_day_from
from sightline.synthetic.front_door import assess_again
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.story import Case
from sightline.synthetic.workforce import PROTECTION

SHORTEST_PLAN = 40
MEAN_LENGTH_BEYOND_IT = 150
DAYS_BETWEEN_VISITS = (14, 31)


def support(case: Case, started: int) -> int:
    """A child in need plan with its visits. Returns the day it ended."""
    case.held_by(PROTECTION, started)
    case.story.notice_plan_or_conference()
    length = SHORTEST_PLAN + case.chance.about(MEAN_LENGTH_BEYOND_IT)
    ended = min(working_day_from(started + length), case.limit)
    plan = case.story.new_id("N")
    row = case.row("child_in_need_plans", plan=plan, started=started, ended=ended, team=None)
    case.to_be_named.append((row, started))
    assess_again(case, started, ended)
    day = started + case.chance.between(5, 20)
    while day < ended and day <= EXTRACT_DAY:
        _visit(case, plan, min(working_day_from(day), ended))
        day += case.chance.between(*DAYS_BETWEEN_VISITS)
    return ended


def _visit(case: Case, plan: str, visited: int) -> None:
    seen = not case.fails("child not seen", visited)
    row = case.story.row(
        "child_in_need_visits",
        visit=case.story.new_id("NV"),
        plan=plan,
        visited=visited,
        child_seen=seen,
        seen_alone=seen and case.chance.happens(0.6),
    )
    case.to_be_named.append((row, visited))
