"""Visits in care that came late: how close they are to be depends on the home and on who decided about it."""

from itertools import pairwise

from sightline.synthetic.care_planning import PeriodOfCare
from sightline.synthetic.days import limit, months_after
from sightline.synthetic.period import NOT_YET
from sightline.synthetic.story import Row, Story
from sightline.synthetic.truth.duties import plant_duty

LONG_TERM = {"U1", "U4"}
INTERIM_ORDER, WITH_PARENTS = "C1", "P1"


def days_seen(story: Story) -> set[int]:
    """The days on which somebody who was there saw the child."""
    visits = story.rows("care_visits")
    return {row["visited"] for row in visits if row["child_seen"] and row["mode"] == "in person"}


def plant_visits(story: Story, period: PeriodOfCare, home: Row, left: int) -> None:
    """Each visit in a home that the next one followed too late."""
    in_home = sorted(day for day in days_seen(story) if home["started"] <= day <= left)
    for seen, again in pairwise([*in_home, NOT_YET]):
        if seen < left:
            rule, standard = _asked(story, period, home, seen)
            plant_duty(story, rule, "visit after", standard, seen, again, left)


def _asked(story: Story, period: PeriodOfCare, home: Row, seen: int) -> tuple[str, str]:
    """Which rule asks for the next visit, and by which standard."""
    if _is_close(story, home, seen):
        if seen < _first_review(story, period):
            return "weekly_visit_before_first_review_overdue", "CLA-07"
        return "four_weekly_visit_overdue", "CLA-24"
    year_over = months_after(home["started"], limit("CLA-23", home["started"]))
    agreed = home.get("long_term_agreed")
    lasting = home["type"] in LONG_TERM or (agreed is not None and agreed <= seen)
    if lasting and seen >= year_over:
        return "visit_in_lasting_placement_overdue", "CLA-03"
    return "care_visit_overdue", "CLA-02"


def _is_close(story: Story, home: Row, seen: int) -> bool:
    """Whether nobody had decided about a relative, or the child was at home under an interim order."""
    if home.get("temporary_approval") is not None:
        decided = home["full_approval_decided"]
        return decided is None or decided > seen
    return home["type"] == WITH_PARENTS and any(
        row["legal_status"] == INTERIM_ORDER and row["started"] <= seen < row["ended"]
        for row in story.rows("care_episodes")
    )


def _first_review(story: Story, period: PeriodOfCare) -> int:
    return min(
        (
            row["held"]
            for row in story.rows("care_reviews")
            if row["period_of_care"] == period.id and not row["cancelled"]
        ),
        default=NOT_YET,
    )
