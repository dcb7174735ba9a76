"""Homes for good: children on the way to adoption, homes that did not last, and those who adopt."""

from sightline.synthetic.care_planning import PeriodOfCare
from sightline.synthetic.chance import Chance, Weighted
from sightline.synthetic.days import working_day_from
from sightline.synthetic.period import EARLIEST_DAY, EXTRACT_DAY
from sightline.synthetic.story import Row, Story

ADOPTED = {"E11", "E12"}
YOUNGEST_NOT_PLACED = 7
SHARE_PLANNED_AND_NOT_PLACED = 0.12
SHARE_CAME_BACK_INTO_CARE = 0.02
SHARE_OF_FOSTERING_FOR_ADOPTION = 0.12
REVERSED_BECAUSE = Weighted({"RD1": 40, "RD2": 15, "RD3": 35, "RD4": 10})
OPTIONS_BEFORE = Weighted({"P1": 30, "P2": 50, "P3": 20})
ADOPTERS = Weighted(
    {("MF", "L11", 2): 70, ("F1", "L0", 1): 14, ("MM", "L12", 2): 10, ("FF", "L2", 2): 6}
)
ANOTHER_COUNCIL = "another council"
KNOWN_CHILDREN_PER_ADOPTER = 260
LEAVING_REASONS = ("changed their mind", "adopted", "not approved")


def plan_for_good(story: Story, period: PeriodOfCare) -> None:
    """The plan for adoption of a child who was adopted, and of a few who were not."""
    adopted = any(
        row["entered_care"] == period.entered and row["end_reason"] in ADOPTED
        for row in story.rows("care_episodes")
    )
    if adopted:
        _adopt(story, period)
        return
    young = story.child.age_on(period.entered) < YOUNGEST_NOT_PLACED
    long = period.ended - period.entered > 500
    if young and long and story.chance.happens(SHARE_PLANNED_AND_NOT_PLACED):
        _plan_and_reverse(story, period)


def _adopt(story: Story, period: PeriodOfCare) -> None:
    """From the decision to the order, on which care ends; the whole fits into the time in care."""
    chance, length = story.chance, period.ended - period.entered
    decided, placement_order, matched, placed = (
        working_day_from(period.entered + length * part // 100 + chance.between(0, 6))
        for part in (25, 38, 55, 66)
    )
    sex, status, adopters = chance.weighted(ADOPTERS)
    by_carer = chance.happens(SHARE_OF_FOSTERING_FOR_ADOPTION)
    story.row(
        "permanence",
        permanence=story.new_id("PM"),
        period_of_care=period.id,
        decided=decided,
        placement_order=placement_order,
        matched=matched,
        placed_for_adoption=placed,
        adopted_by_carer=by_carer,
        placed_fostering_for_adoption=decided if by_carer else None,
        in_sibling_group=chance.happens(0.3),
        order_made=period.ended,
        order_kind="adoption",
        adopters=adopters,
        adopter_sex=sex,
        adopter_status=status,
    )


def _plan_and_reverse(story: Story, period: PeriodOfCare) -> None:
    chance = story.chance
    decided = working_day_from(period.entered + chance.between(120, 300))
    reversed_on = working_day_from(decided + chance.between(90, 180))
    story.row(
        "permanence",
        permanence=story.new_id("PM"),
        period_of_care=period.id,
        decided=decided,
        in_sibling_group=chance.happens(0.5),
        decision_reversed=reversed_on,
        reversal_reason=chance.weighted(REVERSED_BECAUSE),
    )


def tell_of_homes_before(story: Story) -> None:
    """An earlier home for good that did not last, of a few children who come into care."""
    if story.chance.happens(SHARE_CAME_BACK_INTO_CARE):
        year = 2000 + story.chance.between(1, 10)
        story.row(
            "previous_permanence",
            previous_permanence=story.new_id("HB"),
            ordered=f"zz/zz/{year}",
            option=story.chance.weighted(OPTIONS_BEFORE),
            council=ANOTHER_COUNCIL,
        )


def those_who_adopt(children: int, seed: int) -> list[Row]:
    """People who want to adopt. They are adults, and nothing here names a child."""
    chance = Chance(seed, "adopters")
    count = max(2, round(children / KNOWN_CHILDREN_PER_ADOPTER))
    return [_adopter(chance, number) for number in range(1, count + 1)]


def _adopter(chance: Chance, number: int) -> Row:
    enquired = chance.between(EARLIEST_DAY, EXTRACT_DAY - 30)
    days = [enquired]
    for shortest, longest in (
        (10, 40),
        (50, 90),
        (10, 60),
        (90, 160),
        (10, 30),
        (20, 300),
        (20, 90),
    ):
        days.append(days[-1] + chance.between(shortest, longest))
    row: Row = {
        "adopter": f"AP{number:04d}",
        "adopting_family": f"AF{number:04d}",
        "sex": chance.pick(("F", "M")),
        "ethnicity": "WBRI" if chance.happens(0.8) else "OOTH",
        "disabled": chance.happens(0.06),
        "fostering_for_adoption": chance.happens(0.2),
        "enquired": enquired,
        "stage_one_started": days[1],
        "stage_one_ended": days[2],
        "stage_two_started": days[3],
        "applied": days[3],
        "stage_two_ended": days[4],
        "approved": days[5],
    }
    if chance.happens(0.75):
        row.update(matched=days[6], child_placed=days[7], children_placed=1 + chance.happens(0.2))
        row.update(order_made=days[7] + chance.between(120, 300))
        row.update(left_on=row["order_made"], leaving_reason=LEAVING_REASONS[1])
    elif chance.happens(0.5):
        row.update(left_on=days[5] + 30, leaving_reason=LEAVING_REASONS[0])
    return row
