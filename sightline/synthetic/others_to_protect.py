"""Children in private fostering, allegations against those who work with children, homeless teenagers."""

from sightline.synthetic.chance import Weighted
from sightline.synthetic.days import due_after, months_after, working_day_after, working_day_from
from sightline.synthetic.period import EARLIEST_DAY, EXTRACT_DAY
from sightline.synthetic.recurring import done_by, in_turn, worker_of, written_up
from sightline.synthetic.story import Row, Story

SHARE_PRIVATELY_FOSTERED = 0.004
SHARE_WITH_ALLEGATION = 0.014
SHARE_HOMELESS = 0.12
KINDS_OF_FOSTERING = Weighted({"8B": 6, "8C": 14, "8D": 20, "8E": 25, "8F": 35})
AGENCIES = Weighted(
    {
        "education": 52,
        "fostering or residential": 20,
        "health": 7,
        "voluntary": 13,
        "police": 3,
        "other": 5,
    }
)
OUTCOMES = Weighted(
    {
        "unsubstantiated": 30,
        "substantiated": 26,
        "unfounded": 20,
        "no further action": 15,
        "false": 7,
        "malicious": 2,
    }
)


def foster_privately(story: Story) -> None:
    """A child who lives with somebody who is not close family, and the visits owed."""
    chance = story.chance
    if not chance.happens(SHARE_PRIVATELY_FOSTERED):
        return
    notified = working_day_from(story.child.first_noticed + chance.between(0, 200))
    sixteen = months_after(story.child.born, 12 * 16)
    ended = min(notified + 90 + chance.about(420), sixteen)
    if ended <= notified or notified > EXTRACT_DAY:
        return
    arrangement = story.new_id("PF")
    first_visit = due_after("PFO-01", notified)
    story.row(
        "private_fostering_arrangements",
        arrangement=arrangement,
        notified=notified,
        started=max(EARLIEST_DAY, story.child.born, notified - chance.about(20)),
        kind=chance.weighted(KINDS_OF_FOSTERING),
        assessed=done_by(story, "care plan late", first_visit, working_day_after(notified, 42), 20),
        suitable=chance.happens(0.94),
        ended=ended,
        worker=worker_of(story, notified),
    )

    def due(clock: int) -> int:
        if clock == notified:
            return due_after("PFO-01", clock)
        return due_after("PFO-02" if clock < notified + 365 else "PFO-03", clock)

    for _, visited in in_turn(story, "care visit late", notified, ended, due, spare=5):
        _visit(story, arrangement, visited)


def _visit(story: Story, arrangement: str, visited: int) -> None:
    seen = not story.fails("child not seen", visited)
    story.row(
        "private_fostering_visits",
        visit=story.new_id("PFV"),
        arrangement=arrangement,
        visited=visited,
        child_seen=seen,
        seen_alone=seen and story.chance.happens(0.8),
        mode="in person" if seen else "attempted",
        recorded_on=written_up(story, visited),
        worker=worker_of(story, visited),
    )


def allege(story: Story) -> None:
    """An allegation against an adult who works with the child. No adult is named."""
    chance = story.chance
    if not chance.happens(SHARE_WITH_ALLEGATION):
        return
    aware = working_day_from(story.child.first_noticed + chance.between(0, 1200))
    if aware > EXTRACT_DAY or story.child.age_on(aware) < 0:
        return
    reported = max(aware, done_by(story, "not looked into", aware, due_after("LAD-01", aware), 1))
    meeting = story.chance.happens(0.55)
    held = done_by(story, "court work drifts", reported, due_after("LAD-02", reported), 4)
    concluded = (held if meeting else reported) + 20 + chance.about(60)
    story.row(
        "allegations",
        allegation=story.new_id("AL"),
        employer_aware=aware,
        reported=reported,
        agency=chance.weighted(AGENCIES),
        meeting_needed=meeting,
        meeting_held=held if meeting else None,
        reviewed=done_by(story, "court work drifts", held, due_after("LAD-03", held), 6)
        if meeting and concluded > held + 28
        else None,
        concluded=concluded,
        outcome=chance.weighted(OUTCOMES),
    )


def come_homeless(story: Story) -> None:
    """Young people of sixteen or seventeen who come to the council with nowhere to live."""
    chance = story.chance
    for case in story.cases:
        day = working_day_from(case.received + chance.between(0, 60))
        if not 16 <= story.child.age_on(day) < 17.9 or day >= min(case.closed, EXTRACT_DAY):
            continue
        if _is_in_care(story, day) or not chance.happens(SHARE_HOMELESS):
            continue
        story.row("homeless_young_people", homelessness=story.new_id("HO"), **_answer(story, day))


def _is_in_care(story: Story, day: int) -> bool:
    return any(entered <= day <= ended for entered, ended in story.in_care)


def _answer(story: Story, presented: int) -> Row:
    """What the council did for the young person who came."""
    chance = story.chance
    failed = story.fails("not looked into", presented)
    assessed = presented if not failed else working_day_after(presented, chance.between(1, 15))
    told = None if failed and chance.happens(0.5) else assessed
    accepted = chance.happens(0.35)
    return {
        "presented": presented,
        "assessed": assessed,
        "assessed_with_housing": chance.happens(0.75),
        "told_of_rights": told,
        "advocate_offered": not story.fails("not offered", presented),
        "care_offered": not failed,
        "answered": None if told is None else told + chance.between(0, 5),
        "care_accepted": accepted,
        "outcome": "in care" if accepted else chance.pick(("back home", "supported lodgings")),
        "worker": worker_of(story, presented),
    }
