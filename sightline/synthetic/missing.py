"""Missing episodes and the return interviews after them: held, late, declined or never offered."""

from sightline.synthetic.chance import Weighted
from sightline.synthetic.days import limit, months_after
from sightline.synthetic.period import EARLIEST_DAY, EXTRACT_DAY, NOT_YET
from sightline.synthetic.story import Row, Story

HOURS_IN_A_DAY = 24
YOUNGEST_YEARS = 10

# Share of children of that age who begin to go missing, and how often they then do, by year.
SHARE_IN_CARE = 0.34
SHARE_WITH_OPEN_CASE = 0.06
MEAN_DAYS_BETWEEN_EPISODES = 75
# Longer than an interview held in time takes, so that one naming no episode belongs to one only.
DAYS_BETWEEN_SPELLS = 7

DAYS_AWAY = Weighted({0: 45, 1: 33, 2: 9, 3: 5, 5: 4, 9: 3, 20: 1})
SHARE_NEVER_BACK = 0.01
SHARE_INTERVIEW_NAMES_NO_EPISODE = 0.04

HOW_MISSED = Weighted({"held late": 68, "not offered": 14, "never held": 8, "declined late": 10})
HOW_MET = Weighted({"held": 72, "declined": 18, "not accepted": 10})


def go_missing(story: Story) -> None:
    """Write the child's missing episodes: in care, and from home while the case was open."""
    from_age = months_after(story.child.born, YOUNGEST_YEARS * 12)
    windows = [
        (begins, ends, share)
        for spans, share in (
            (story.in_care, SHARE_IN_CARE),
            (story.known_open, SHARE_WITH_OPEN_CASE),
        )
        for begins, ends in spans
    ]
    back = EARLIEST_DAY
    for begins, ends, share in sorted(windows):
        first = max(begins, from_age, back + DAYS_BETWEEN_SPELLS)
        last = min(ends, EXTRACT_DAY)
        if first < last and story.chance.happens(share):
            back = _episodes(story, first, last)


def _episodes(story: Story, first: int, last: int) -> int:
    """One episode after another between two days. Returns the day the child was last back."""
    days = []
    day = first + story.chance.about(MEAN_DAYS_BETWEEN_EPISODES)
    while day < last:
        returned = day + story.chance.weighted(DAYS_AWAY)
        days.append((day, returned))
        day = returned + 1 + story.chance.about(MEAN_DAYS_BETWEEN_EPISODES)
    for place, (started, returned) in enumerate(days):
        if place == len(days) - 1 and story.chance.happens(SHARE_NEVER_BACK):
            _write_episode(story, started, None)
            return NOT_YET
        next_back = days[place + 1][1] if place + 1 < len(days) else None
        _return(story, started, returned, next_back)
    return days[-1][1] if days else first


def _write_episode(story: Story, started: int, returned: int | None) -> Row:
    return story.row(
        "missing_episodes",
        missing_episode=story.new_id("X"),
        started=started,
        returned=returned,
        type="A" if story.chance.happens(0.12) else "M",
    )


def _return(story: Story, started: int, returned: int, next_back: int | None) -> None:
    """The child is back: what became of the interview, well or badly."""
    episode = _write_episode(story, started, returned)
    allowed = limit("MIS-01", returned) // HOURS_IN_A_DAY
    due = returned + allowed
    if story.fails("interview missed", returned):
        rested = _miss(story, episode, returned, due)
    else:
        rested = _meet(story, episode, returned, due, next_back)
    story.plant_if_late(
        "return_interview_not_in_72_hours",
        "missing episode",
        "MIS-01",
        (returned, due),
        rested,
        subject_day=started,
    )


def _miss(story: Story, episode: Row, returned: int, due: int) -> int:
    """The interview comes late, or never. Returns the day the duty was at rest."""
    chance = story.chance
    how = chance.weighted(HOW_MISSED)
    late = due + 1 + (0 if chance.happens(0.1) else chance.about(8))
    episode.update(interview_offered=True, interview_accepted=True)
    if how == "held late":
        _interview(story, episode, offered=due + chance.between(-2, 1), held=late)
        return late
    if how == "declined late":
        # The offer was on record when the child came back, so "not accepted" alone ends nothing.
        episode.update(interview_accepted=False)
        _interview(story, episode, offered=returned, declined=late)
        return late
    if how == "not offered":
        episode.update(interview_offered=False, interview_accepted=None)
    return NOT_YET


def _meet(story: Story, episode: Row, returned: int, due: int, next_back: int | None) -> int:
    """The interview is held or declined in time. Returns the day the duty was at rest."""
    chance = story.chance
    how = chance.weighted(HOW_MET)
    day = due if chance.happens(0.15) else chance.between(returned, due)
    episode.update(interview_offered=True, interview_accepted=how == "held")
    if how == "not accepted":
        return returned
    nameless = (
        day > returned
        and (next_back is None or next_back > day)
        and chance.happens(SHARE_INTERVIEW_NAMES_NO_EPISODE)
    )
    if how == "declined":
        _interview(story, episode, offered=min(day, returned + 1), declined=day)
        return day
    _interview(story, episode, offered=returned, held=day, nameless=nameless)
    return day


def _interview(
    story: Story,
    episode: Row,
    *,
    offered: int,
    held: int | None = None,
    declined: int | None = None,
    nameless: bool = False,
) -> None:
    story.row(
        "return_interviews",
        interview=story.new_id("I"),
        missing_episode=None if nameless else episode["missing_episode"],
        offered=offered,
        held=held,
        declined=declined,
        independent=story.chance.happens(0.85),
        worker=story.place.workforce.duty_worker(held or offered),
    )
