"""Young people who leave care: what they need, their pathway plans, who keeps in touch, where they live."""

from dataclasses import dataclass

from sightline.synthetic.chance import Weighted
from sightline.synthetic.days import due_after, months_after, working_day_from
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.recurring import done_by, in_turn, written_up
from sightline.synthetic.story import Row, Story
from sightline.synthetic.workforce import LEAVING_CARE_TEAM, Desk

DAYS_OF_CARE_FOR_DUTIES = 13 * 7
SHARE_STILL_HELPED_AT_21 = 0.2
MEAN_DAYS_IN_ONE_HOME = 420

ACCOMMODATION = Weighted(
    {"U": 38, "D": 20, "B": 12, "Z": 9, "E": 8, "K": 3, "X": 3, "V": 2, "S": 1.5, "W": 0.5, "T": 3}
)
UNSUITABLE = {"S", "V", "W", "X"}
PROVIDED_BY_COUNCIL = {"D", "E", "Z", "T"}
ACTIVITIES = Weighted(
    {"F2": 26, "F5": 18, "P5": 6, "F1": 6, "F4": 5, "P2": 3, "G5": 22, "G4": 9, "G6": 5}
)
SHARE_ATTEMPTED = 0.04
SHARE_WHO_LOSE_TOUCH = 0.1


@dataclass(slots=True)
class Leaver:
    """A young person the council owes help on leaving care: from which day, until which."""

    story: Story
    eligible: int
    left_care: int
    until: int
    adviser: Desk

    @property
    def adult(self) -> int:
        """The eighteenth birthday."""
        return self.story.child.eighteenth_birthday


def leave_care(story: Story) -> None:
    """All that is done for a young person who was in care at sixteen or later, if anything is owed."""
    leaver = _owed_help(story)
    if leaver is None:
        return
    agreed = _assess_needs(leaver)
    homes = _live_somewhere(leaver)
    moves = [home["started"] for home in homes if home["provided_by_council"]]
    if agreed is not None:
        _plan_pathway(leaver, agreed, moves)
    _keep_in_touch(leaver, moves)
    _say_how_they_are(leaver, homes)
    _write_advisers(leaver)


def _owed_help(story: Story) -> Leaver | None:
    """Thirteen weeks in care since fourteen, and some of it at sixteen or later."""
    fourteen, sixteen = (months_after(story.child.born, 12 * years) for years in (14, 16))
    in_care, eligible, left = 0, None, 0
    for entered, ended in story.in_care:
        begins = max(entered, fourteen)
        if ended <= begins:
            continue
        enough = begins + DAYS_OF_CARE_FOR_DUTIES - in_care
        in_care += ended - begins
        if in_care >= DAYS_OF_CARE_FOR_DUTIES and ended > sixteen:
            if eligible is None:
                eligible = max(enough, sixteen, entered)
            left = ended
    if eligible is None or eligible > EXTRACT_DAY or story.child.died is not None:
        return None
    years = 25 if story.chance.happens(SHARE_STILL_HELPED_AT_21) else 21
    until = months_after(story.child.born, 12 * years)
    return Leaver(story, eligible, left, until, story.place.workforce.adviser(story.chance))


def _assess_needs(leaver: Leaver) -> int | None:
    """Find out what they need. Returns the day the pathway plan was agreed, None where it was not."""
    story, starts = leaver.story, leaver.eligible
    due = due_after("PPN-01", starts)
    completed = done_by(story, "pathway late", starts + 14, due, 40)
    started = min(working_day_from(starts + story.chance.between(1, 30)), completed)
    story.row(
        "pathway_needs_assessments",
        needs_assessment=story.new_id("PN"),
        eligible_from=starts,
        started=started,
        completed=completed,
        worker=leaver.adviser.holder_on(started).worker,
    )
    late = story.fails("pathway late", min(completed, EXTRACT_DAY))
    agreed = working_day_from(completed + story.chance.between(1, 21) + (30 if late else 0))
    return agreed if agreed <= EXTRACT_DAY else None


def _plan_pathway(leaver: Leaver, agreed: int, moves: list[int]) -> None:
    """The plan and its reviews: each half year, and soon after a move the council made."""
    story = leaver.story
    plan = story.new_id("PP")
    story.row(
        "pathway_plans",
        pathway_plan=plan,
        agreed=agreed,
        ended=leaver.until,
        young_person_agreed=story.chance.happens(0.88),
        has_health_history=agreed < leaver.adult and not story.fails("not offered", agreed),
        worker=leaver.adviser.holder_on(agreed).worker,
    )

    def due(clock: int) -> int:
        return due_after("PPN-02", clock)

    reviews = {
        held: due_by
        for due_by, held in in_turn(story, "pathway late", agreed, leaver.until, due, spare=20)
    }
    for moved in moves:
        due_by = due_after("PPN-03", moved)
        held = done_by(story, "pathway late", moved, due_by, 12)
        if agreed < held < leaver.until:
            reviews.setdefault(held, due_by)
    for held, due_by in sorted(reviews.items()):
        story.row(
            "pathway_plan_reviews",
            pathway_plan_review=story.new_id("PR"),
            pathway_plan=plan,
            due=due_by,
            held=held,
            young_person_attended=story.chance.happens(0.82),
        )


def _live_somewhere(leaver: Leaver) -> list[Row]:
    """One home after another, from the day they left care."""
    story, homes = leaver.story, []
    started = leaver.left_care
    while started < min(leaver.until, EXTRACT_DAY + 1):
        ended = min(leaver.until, started + 30 + story.chance.about(MEAN_DAYS_IN_ONE_HOME))
        kind = story.chance.weighted(ACCOMMODATION)
        homes.append(
            story.row(
                "care_leaver_accommodation",
                care_leaver_home=story.new_id("AC"),
                started=started,
                ended=ended,
                kind=kind,
                suitable=kind not in UNSUITABLE and story.chance.happens(0.96),
                provided_by_council=kind in PROVIDED_BY_COUNCIL,
            )
        )
        started = ended
    return homes


def _keep_in_touch(leaver: Leaver, moves: list[int]) -> None:
    """The adviser's visits: within a week of a move the council made, then every two months.

    A few young people are lost from sight: the adviser goes on trying.
    """
    story = leaver.story
    loses_touch = story.chance.happens(SHARE_WHO_LOSE_TOUCH)
    lost = leaver.left_care + story.chance.between(150, 900) if loses_touch else leaver.until
    starts = max(leaver.left_care, leaver.eligible)

    def due(clock: int) -> int:
        return due_after("PAV-02", clock)

    days = {
        held
        for _, held in in_turn(story, "adviser out of touch", starts, leaver.until, due, spare=20)
    }
    for moved in moves:
        days.add(done_by(story, "adviser out of touch", moved, due_after("PAV-01", moved), 5))
    for day in sorted(days):
        if day <= EXTRACT_DAY:
            _write_contact(leaver, day, attempted=day >= lost)


def _write_contact(leaver: Leaver, day: int, *, attempted: bool) -> None:
    story = leaver.story
    attempted = attempted or story.chance.happens(SHARE_ATTEMPTED)
    in_person = story.chance.happens(0.93)
    story.row(
        "care_leaver_contacts",
        care_leaver_contact=story.new_id("LC"),
        contacted=day,
        mode="attempted" if attempted else "in person" if in_person else "virtual",
        home_seen=in_person and not attempted and story.chance.happens(0.93),
        recorded_on=written_up(story, day),
        worker=leaver.adviser.holder_on(day).worker,
    )


def _say_how_they_are(leaver: Leaver, homes: list[Row]) -> None:
    """How the young person is, as last known."""
    story = leaver.story
    contacts = story.rows("care_leaver_contacts")
    tried = [row["contacted"] for row in contacts]
    met = [row["contacted"] for row in contacts if row["mode"] != "attempted"]
    reviewed = [row["held"] for row in story.rows("pathway_plan_reviews")]
    known = max([*tried, *reviewed, leaver.eligible])
    home = next((row for row in reversed(homes) if row["started"] <= known), None)
    holder = leaver.adviser.holder_on(known)
    story.row(
        "care_leavers",
        care_leaver=story.new_id("CL"),
        as_of=known,
        eligibility=_duties(leaver, known),
        in_touch=_in_touch(leaver, met),
        latest_contact=max(met, default=None),
        accommodation=home["kind"] if home else None,
        accommodation_suitable=("1" if home["suitable"] else "2") if home else None,
        activity=story.chance.weighted(ACTIVITIES),
        pathway_plan_reviewed=max(reviewed, default=None),
        personal_adviser=holder.worker,
        team=LEAVING_CARE_TEAM,
        worker=holder.worker,
    )


def _duties(leaver: Leaver, day: int) -> str:
    if day >= leaver.adult:
        return "former relevant"
    return "eligible" if day < leaver.left_care else "relevant"


def _in_touch(leaver: Leaver, met: list[int]) -> str | None:
    """Only said of those who have left care."""
    if leaver.left_care > EXTRACT_DAY:
        return None
    last = min(leaver.until, EXTRACT_DAY)
    return "YES" if met and met[-1] >= months_after(last, -4) else "NO"


def _write_advisers(leaver: Leaver) -> None:
    """Who is responsible once the young person is an adult, one adviser after another."""
    story, day = leaver.story, max(leaver.adult, leaver.left_care)
    while day < min(leaver.until, EXTRACT_DAY + 1):
        holder = leaver.adviser.holder_on(day)
        last = min(leaver.until, max(holder.until, day))
        story.row(
            "allocations",
            allocation=story.new_id("G"),
            worker=holder.worker,
            team=LEAVING_CARE_TEAM,
            role="personal adviser",
            started=day,
            ended=last,
            change_reason="worker left" if last < leaver.until else "help ended",
        )
        day = last + 1
