"""Whether the council was in touch with a care leaver around each birthday."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.days import or_never
from sightline.rules.journey.leaving_care import eligible_young_people, in_touch
from sightline.rules.journey.responses import first_from


def birthdays_with_contact(
    children: ir.Table, care_episodes: ir.Table, care_leaver_contacts: ir.Table, clocks: Clocks
) -> ir.Table:
    """Every birthday of a care leaver in the years asked about, with the first contact around it."""
    birthdays = _birthdays_out_of_care(children, care_episodes, clocks)
    from_then = clocks.before(birthdays, day="birthday", standard="PAV-03", into="asked_from")
    return first_from(from_then, "asked_from", in_touch(care_leaver_contacts), "contacted")


def _birthdays_out_of_care(children: ir.Table, care_episodes: ir.Table, clocks: Clocks) -> ir.Table:
    """Birthdays on which a young person once eligible was not, or no longer, in care."""
    eligible = eligible_young_people(children, care_episodes, clocks)
    born = eligible.inner_join(children.select("child", "born"), "child")
    ages = range(clocks.number("PAV-05"), clocks.number("PAV-06") + 1)
    birthdays = ibis.union(
        *(
            born.select(
                "child",
                "eligible_from",
                "died",
                birthday=_.born + ibis.interval(years=age),
            )
            for age in ages
        )
    ).filter(_.birthday > _.eligible_from)
    in_care_then = birthdays.inner_join(
        care_episodes.select("child", "started", "ended"), "child"
    ).filter(_.started <= _.birthday, or_never(_.ended) > _.birthday)
    return birthdays.anti_join(in_care_then, ["child", "birthday"])


CARE_LEAVER_NOT_IN_TOUCH_AT_BIRTHDAY = Rule(
    name="care_leaver_not_in_touch_at_birthday",
    title="Council not in touch with a care leaver around the birthday",
    question="Was the council in touch with the care leaver around their birthday?",
    stage="leaving care",
    sources=("PAV-03", "PAV-04", "PAV-05", "PAV-06"),
    themes=("care_leavers",),
    one_row_per="birthday",
    subject_day=_.birthday,
    population=birthdays_with_contact,
    clock=Clock(starts=_.birthday, limit="PAV-04", met=_.contacted, lapses=_.died),
    needs=(
        "children.born",
        "care_episodes.started",
        "care_episodes.ended",
        "care_leaver_contacts.contacted",
        "care_leaver_contacts.mode",
    ),
    counted_in="care_episodes",
    evidence={
        "birthday": Evidence(value=_.birthday),
        "eligible from": Evidence(value=_.eligible_from),
        "contact counts from": Evidence(value=_.asked_from),
        "first contact": Evidence(value=_.contacted),
    },
    readings=(
        "The return on care leavers asks about the time from three months before to one month after the "
        "17th to the 21st birthday. Both ends are inside. Contact before the birthday meets it.",
        "Care leavers are those who became eligible before the birthday and are not in care on it. A "
        "period of care that ends on the birthday itself has ended.",
        "An attempted contact, or one that does not say how it was made, is not being in touch.",
        "A later contact is late, not missed. Death lapses the question.",
    ),
    helps="Ring, write, ask friends and carers. A card that comes through the door on the day says more "
    "than a form.",
    cannot_see="Young people who do not want contact or went home for good, who are counted apart in the "
    "return, and contact that nobody wrote down.",
)
