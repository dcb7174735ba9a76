"""School: attendance of children with plans and in care, exclusions, missing education, education at home."""

from collections.abc import Iterator

from sightline.synthetic.chance import Weighted
from sightline.synthetic.days import day_of, month_of, months_after
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.story import Story

SCHOOL_AGES = (5, 16)
# The months in which the three terms end, and about how many half-days a term has.
TERM_ENDS = ((12, 18), (3, 31), (7, 20))
HALF_DAYS_IN_A_TERM = (112, 130)
# Shares of half-days missed: most a little, some a good deal, a few nearly all.
MISSED = Weighted({0.02: 24, 0.05: 28, 0.09: 20, 0.16: 14, 0.3: 8, 0.55: 4, 0.8: 2})
SCHOOLS = ("Thornmere Primary", "Northmere Academy", "Gorse Hill School", "Rowan Bank School")

SHARE_PART_TIME = 0.03
SHARE_SUSPENDED_IN_A_TERM = 0.03
SHARE_EXCLUDED_FOR_GOOD = 0.04
SHARE_MISSING_EDUCATION = 0.02
SHARE_TAUGHT_AT_HOME = 0.012
FIRST_YEAR, LAST_YEAR = 2011, 2024
_TERMS = [
    day_of(year, month, day)
    for year in range(FIRST_YEAR, LAST_YEAR + 1)
    for month, day in sorted(TERM_ENDS)
]


def go_to_school(story: Story) -> None:
    """School while a plan or care runs, and time away from it while the case is open."""
    for ended_term in _terms_with_plan_or_care(story):
        _attend(story, ended_term)
    for case in story.cases:
        first, last = _at_school_age(story, case.received, case.closed)
        if last - first < 30:
            continue
        if story.chance.happens(SHARE_MISSING_EDUCATION):
            _miss_education(story, first + story.chance.between(0, last - first))
        elif story.chance.happens(SHARE_TAUGHT_AT_HOME):
            _teach_at_home(story, first + story.chance.between(0, last - first))
    first, last = _at_school_age(story, story.child.first_noticed, EXTRACT_DAY)
    if last - first >= 30 and story.chance.happens(SHARE_TAUGHT_AT_HOME):
        _teach_at_home(story, first + story.chance.between(0, last - first))


def _at_school_age(story: Story, first: int, last: int) -> tuple[int, int]:
    youngest, oldest = (months_after(story.child.born, 12 * age) for age in SCHOOL_AGES)
    return max(first, youngest), min(last, oldest, EXTRACT_DAY)


def _terms_with_plan_or_care(story: Story) -> Iterator[int]:
    """The last days of the terms in which the child was on a plan or in care, at school age."""
    spans = [
        (row["started"], row["ended"])
        for table in ("protection_plans", "child_in_need_plans")
        for row in story.rows(table)
    ]
    spans = [_at_school_age(story, *span) for span in (*spans, *story.in_care)]
    for day in _TERMS:
        if any(first <= day <= last for first, last in spans):
            yield day


def _attend(story: Story, until: int) -> None:
    chance = story.chance
    part_time = chance.happens(SHARE_PART_TIME)
    possible = chance.between(*HALF_DAYS_IN_A_TERM) // (2 if part_time else 1)
    missed = min(possible, int(possible * chance.weighted(MISSED) * (0.6 + chance.draw() * 0.8)))
    story.row(
        "school_attendance",
        attendance=story.new_id("SA"),
        since=until - 100,
        until=until,
        sessions_possible=possible,
        sessions_attended=possible - missed,
        sessions_unauthorised=chance.between(0, missed),
        school=SCHOOLS[month_of(story.child.born) % len(SCHOOLS)],
        full_time=not part_time,
    )
    if chance.happens(SHARE_SUSPENDED_IN_A_TERM):
        for_good = chance.happens(SHARE_EXCLUDED_FOR_GOOD)
        story.row(
            "exclusions",
            exclusion=story.new_id("EX"),
            started=until - chance.between(5, 90),
            kind="permanent" if for_good else "suspension",
            days=None if for_good else chance.between(1, 10) / 2,
            reason=chance.pick(("disruption", "assault", "threats")),
        )


def _miss_education(story: Story, started: int) -> None:
    chance = story.chance
    slow = story.fails("not looked into", started)
    story.row(
        "missing_education",
        missing_education=story.new_id("ME"),
        started=started,
        notified=started + chance.between(1, 3),
        ended=started + (20 + chance.about(60) if slow else chance.between(3, 13)),
        reason=chance.pick(("moved house", "taken off the roll", "no school place")),
        whereabouts_known=chance.happens(0.93),
    )


def _teach_at_home(story: Story, started: int) -> None:
    chance = story.chance
    looked = not story.fails("not looked into", started)
    reviewed = started + chance.between(20, 200)
    story.row(
        "elective_home_education",
        home_education=story.new_id("HE"),
        started=started,
        notified=started + chance.between(0, 10),
        ended=started + 210 + chance.about(500),
        reviewed=reviewed if looked else None,
        suitable=chance.happens(0.85) if looked else None,
    )
