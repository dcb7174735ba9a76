"""Care as it is planned and looked after: plans, visits, reviews, and where the child will grow up."""

from collections.abc import Iterator
from dataclasses import dataclass

from sightline.synthetic.chance import Weighted
from sightline.synthetic.days import due_after, iso, working_day_from
from sightline.synthetic.period import EXTRACT_DAY, NOT_YET
from sightline.synthetic.recurring import done_by, in_turn, worker_of, written_up
from sightline.synthetic.story import Row, Story

PARTICIPATION = Weighted({"PN1": 52, "PN2": 6, "PN3": 6, "PN4": 3, "PN5": 8, "PN6": 15, "PN7": 10})
# In the first days few know where the child will grow up.
PERMANENCE_AT_FIRST = Weighted({"OTHERPLN": 55, "RETURNEV": 15, "RETURN1M": 30})
PERMANENCE_OF_THE_YOUNGEST = Weighted(
    {"ADOPTION": 40, "RETURN6M": 30, "LTRELFR": 25, "OTHERPLN": 5}
)
PERMANENCE = Weighted(
    {"LTFOST18": 40, "RETURN6M": 18, "RETURNEV": 10, "LTRELFR": 16, "RESPLMT": 9, "OTHERPLN": 7}
)
PERMANENCE_OF_THE_OLDEST = Weighted({"SUPPLIV": 35, "LTFOST18": 35, "RESPLMT": 18, "RETURNEV": 12})
WITH_RELATIVES = {"U1", "U2", "U3"}
FOR_GOOD = {"U1", "U4"}
IN_NO_HOME = {"P1", "P2", "Z1"}

SHARE_REVIEWS_CALLED_OFF = 0.02
SHARE_UNREGISTERED = 0.05
SHARE_BY_VIDEO = 0.03
SHARE_BY_VIDEO_IN_THE_PANDEMIC = 0.35
SHARE_NOT_SEEN = 0.04
DAYS_BETWEEN_OFFICERS_CALLS = (70, 200)
# The two years in which much was done by video.
PANDEMIC_FROM, PANDEMIC_UNTIL = 18340, 18750


@dataclass(frozen=True, slots=True)
class PeriodOfCare:
    """One time in care: its first and last day, its id, and its placements in order."""

    entered: int
    ended: int
    id: str
    placements: tuple[Row, ...]


def periods_of_care(story: Story) -> Iterator[PeriodOfCare]:
    """Every time the child was in care."""
    for entered, ended in story.in_care:
        placements = (row for row in story.rows("placements") if entered <= row["started"] < ended)
        yield PeriodOfCare(
            entered, ended, f"{story.child.child}-C{iso(entered)}", tuple(placements)
        )


def plan_care(story: Story, period: PeriodOfCare) -> None:
    """Everything social workers and reviewing officers do for a child while in care."""
    reviews = _review(story, period)
    for place, row in enumerate(period.placements):
        following = period.placements[place + 1 : place + 2]
        left = following[0]["started"] if following else period.ended
        _plan_placement(story, row, left)
        _visit_in_placement(story, period, row, left, min(reviews, default=NOT_YET))
    _write_care_plans(story, period)


def _plan_placement(story: Story, row: Row, left: int) -> None:
    chance, started = story.chance, row["started"]
    agreed = done_by(story, "care plan late", started, due_after("CLA-13", started), 6)
    if agreed < left:
        row["plan_agreed"] = agreed
    if row["type"] in IN_NO_HOME:
        return
    row["registered"] = not (row["type"] in ("H5", "K2") and chance.happens(SHARE_UNREGISTERED))
    if row["type"] == "U3":
        row["temporary_approval"] = started
        decided = done_by(story, "care plan late", started + 30, due_after("CLA-14", started), 40)
        row["full_approval_decided"] = decided if decided < left else None
    if row["type"] in FOR_GOOD and chance.happens(0.7) and started + 365 < left:
        row["long_term_agreed"] = working_day_from(started + chance.between(60, 360))


def _visit_in_placement(
    story: Story, period: PeriodOfCare, row: Row, left: int, first_review: int
) -> None:
    """The first visit within a week of each move, then every six weeks, or three months for good.

    While nobody has decided whether a relative may stay the carer, or a court whether the child may
    stay with a parent, visits are closer: weekly until the first review, then every four weeks.
    """
    started = row["started"]
    close_until = _close_until(story, period, row, left)

    def due(clock: int) -> int:
        if clock == started:
            return due_after("CLA-01", clock)
        if clock <= close_until:
            return due_after("CLA-07" if clock < first_review else "CLA-24", clock)
        settled = row["type"] in FOR_GOOD and clock > started + 365
        return due_after("CLA-03" if settled else "CLA-02", clock)

    for _, visited in in_turn(story, "care visit late", started, left, due, spare=6):
        video = (
            SHARE_BY_VIDEO_IN_THE_PANDEMIC
            if PANDEMIC_FROM <= visited < PANDEMIC_UNTIL
            else SHARE_BY_VIDEO
        )
        by_video = story.chance.happens(video)
        seen = not story.chance.happens(SHARE_NOT_SEEN)
        story.row(
            "care_visits",
            visit=story.new_id("CV"),
            period_of_care=period.id,
            visited=visited,
            child_seen=seen,
            seen_alone=seen and story.chance.happens(0.7),
            bedroom_seen=seen and not by_video and story.chance.happens(0.6),
            mode=("virtual" if by_video else "in person") if seen else "attempted",
            recorded_on=written_up(story, visited),
            worker=worker_of(story, visited),
        )


def _close_until(story: Story, period: PeriodOfCare, row: Row, left: int) -> int:
    """The last day on which visits to a relative or a parent are to be close; before it where none."""
    if row["type"] == "U3":
        return min(left, row["full_approval_decided"] or left)
    if row["type"] == "P1":
        interim = [
            episode["ended"]
            for episode in story.rows("care_episodes")
            if episode["entered_care"] == period.entered and episode["legal_status"] == "C1"
        ]
        return min(left, max(interim, default=row["started"] - 1))
    return int(row["started"]) - 1


def _review(story: Story, period: PeriodOfCare) -> list[int]:
    """The first review within twenty working days, the second after three months, then every six.

    Returns the days on which reviews were held.
    """
    officer = story.place.workforce.officer(story.chance)
    reviews: list[int] = []

    def due(clock: int) -> int:
        return due_after(("CLA-09", "CLA-10", "CLA-11")[min(len(reviews), 2)], clock)

    for due_by, held in in_turn(
        story, "care review late", period.entered, period.ended, due, spare=9
    ):
        reviews.append(held)
        row = _write_review(story, period, due_by, held)
        row.update(
            participation=_participation(story, held),
            agreement_confirmed=story.chance.happens(0.9),
            permanence_plan_agreed=len(reviews) >= 2 and not story.fails("care plan late", held),
            worker=officer.holder_on(held).worker,
        )
        if story.chance.happens(SHARE_REVIEWS_CALLED_OFF) and held - 3 > period.entered:
            _write_review(story, period, due_by, held - 3)["cancelled"] = True
    day = period.entered + story.chance.between(20, 60)
    while day < min(period.ended, EXTRACT_DAY):
        _write_call(story, working_day_from(day), officer.holder_on(day).worker)
        day += story.chance.between(*DAYS_BETWEEN_OFFICERS_CALLS)
    return reviews


def _write_review(story: Story, period: PeriodOfCare, due: int, held: int) -> Row:
    return story.row(
        "care_reviews",
        review=story.new_id("CR"),
        period_of_care=period.id,
        due=due,
        held=held,
        cancelled=False,
        recorded_on=written_up(story, held),
    )


def _participation(story: Story, day: int) -> str:
    return "PN0" if story.child.age_on(day) < 4 else story.chance.weighted(PARTICIPATION)


def _write_call(story: Story, day: int, worker: str) -> None:
    story.row(
        "reviewing_officer_contacts",
        reviewing_officer_contact=story.new_id("OC"),
        contacted=day,
        mode="virtual" if story.chance.happens(0.5) else "in person",
        worker=worker,
    )


def _write_care_plans(story: Story, period: PeriodOfCare) -> None:
    """A plan in the first days, and another when it is clear where the child will grow up."""
    first = done_by(story, "care plan late", period.entered, due_after("CLA-12", period.entered), 9)
    settled = done_by(
        story, "care plan late", period.entered, due_after("PER-01", period.entered), 20
    )
    if first >= period.ended:
        return
    second = max(first + 10, settled)
    _write_care_plan(
        story, first, min(second, period.ended), story.chance.weighted(PERMANENCE_AT_FIRST)
    )
    if second < period.ended:
        _write_care_plan(story, second, period.ended, _permanence(story, second))


def _permanence(story: Story, day: int) -> str:
    age = story.child.age_on(day)
    if age < 4:
        return story.chance.weighted(PERMANENCE_OF_THE_YOUNGEST)
    return story.chance.weighted(PERMANENCE if age < 15 else PERMANENCE_OF_THE_OLDEST)


def _write_care_plan(story: Story, started: int, ended: int, permanence: str) -> None:
    story.row(
        "care_plans",
        care_plan=story.new_id("K"),
        started=started,
        ended=ended,
        permanence_plan=permanence,
        recorded_on=written_up(story, started),
    )
