"""Signs that reach the service beside referrals: notifications, contacts that pile up, births to plan for."""

from sightline.synthetic.chance import Weighted
from sightline.synthetic.days import working_day_after, working_day_from
from sightline.synthetic.front_door import CONTACT_REASONS, SOURCES
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.recurring import worker_of
from sightline.synthetic.story import Story

SHARE_NOTIFIED = 0.22
SHARE_NOTIFIED_AGAIN = 0.45
MEAN_DAYS_BETWEEN_NOTIFICATIONS = 160
KINDS = Weighted(
    {"domestic abuse": 68, "hospital": 14, "custody": 8, "placed from elsewhere": 4, "other": 6}
)
AGENCIES = {
    "domestic abuse": "police",
    "custody": "police",
    "hospital": "health",
    "placed from elsewhere": "social care",
    "other": "housing",
}
SHARE_OF_CONTACTS_THAT_PILE_UP = 0.02
NO_FURTHER_ACTION = "no further action"


def notice_first_signs(story: Story) -> None:
    """Notifications from other agencies, and contacts that nobody looks at together."""
    _be_notified(story)
    if story.chance.happens(SHARE_OF_CONTACTS_THAT_PILE_UP):
        _let_contacts_pile_up(story)
    _plan_for_the_birth(story)


def _be_notified(story: Story) -> None:
    chance = story.chance
    if not chance.happens(SHARE_NOTIFIED):
        return
    day = story.child.first_noticed + chance.about(200)
    while story.child.born <= day < min(EXTRACT_DAY, story.child.eighteenth_birthday):
        kind = chance.weighted(KINDS)
        late = story.fails("not looked into", day)
        story.row(
            "notifications",
            notification=story.new_id("NO"),
            received=day,
            event_day=max(day - chance.between(0, 2), story.child.first_noticed),
            agency=AGENCIES[kind],
            kind=kind,
            decided=working_day_after(day, chance.between(3, 12) if late else 1),
            outcome=NO_FURTHER_ACTION if chance.happens(0.6) else "advice",
        )
        if not chance.happens(SHARE_NOTIFIED_AGAIN):
            return
        day += 5 + chance.about(MEAN_DAYS_BETWEEN_NOTIFICATIONS)


def _let_contacts_pile_up(story: Story) -> None:
    """Three to five contacts in half a year, each closed by itself."""
    chance = story.chance
    day = story.child.first_noticed + chance.between(200, 900)
    for _ in range(chance.between(3, 5)):
        received = working_day_from(day)
        if received > EXTRACT_DAY - 2 or received >= story.child.eighteenth_birthday:
            return
        story.row(
            "contacts",
            contact=story.new_id("C"),
            received=received,
            source=chance.weighted(SOURCES),
            reason=chance.pick(CONTACT_REASONS),
            decided=received,
            outcome=NO_FURTHER_ACTION,
        )
        day = received + chance.between(10, 40)


def _plan_for_the_birth(story: Story) -> None:
    """A plan agreed some weeks before the birth of a child whose case is open, or none, or late."""
    chance, born = story.chance, story.child.born
    is_open = any(case.received < born - 30 and case.closed > born for case in story.cases)
    if not story.child.unborn_at_first or not is_open or story.fails("not offered", born):
        return
    agreed = working_day_from(born - chance.between(20, 70))
    if agreed <= story.child.first_noticed or agreed > EXTRACT_DAY:
        return
    story.row(
        "pre_birth_plans",
        pre_birth_plan=story.new_id("PB"),
        agreed=agreed,
        hospital_told=working_day_after(agreed, chance.between(1, 5)),
        parents_have_it=chance.happens(0.85),
        worker=worker_of(story, agreed),
    )
