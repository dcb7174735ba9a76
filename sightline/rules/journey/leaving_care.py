"""Young people whom the council owes help on leaving care: from when, under which plan, in which home."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.steps import shared_step
from sightline.rules.journey.days import in_right_order, or_never
from sightline.rules.journey.endings import AGE_OF_MAJORITY

SHORT_BREAKS = ("V3", "V4")  # care of some days at a time, which counts towards nothing


@shared_step
def eligible_young_people(children: ir.Table, care_episodes: ir.Table, clocks: Clocks) -> ir.Table:
    """One row per young person who became eligible: ``eligible_from`` and the days of their life.

    They were in care for 13 weeks in all (PPN-04) after turning 14 (PPN-05), and in care at 16
    (PPN-06) or later. Eligible from the day all of that was so. Short breaks count towards nothing.
    """
    counted = _care_that_counts(_with_birthdays(children, clocks), care_episodes)
    shifted = clocks.after(counted, day="counted_as_from", standard="PPN-04", into="long_enough")
    reached = shifted.mutate(
        eligible=ibis.greatest(_.long_enough, _.sixteenth_birthday, _.begins)
    ).filter(_.eligible < _.ends, _.eligible < _.adult_from)
    return reached.group_by("child").agg(
        eligible_from=_.eligible.min(),
        sixteenth_birthday=_.sixteenth_birthday.min(),
        adult_from=_.adult_from.min(),
        died=_.died.min(),
    )


def _with_birthdays(children: ir.Table, clocks: Clocks) -> ir.Table:
    born = children.filter(_.born.notnull()).select("child", "born", "died")
    at_14 = clocks.after(born, day="born", standard="PPN-05", into="fourteenth_birthday")
    at_16 = clocks.after(at_14, day="born", standard="PPN-06", into="sixteenth_birthday")
    return at_16.mutate(adult_from=_.born + AGE_OF_MAJORITY)


def _care_that_counts(young_people: ir.Table, care_episodes: ir.Table) -> ir.Table:
    """Days in care after 14, each once: ``begins``, ``ends`` and ``counted_as_from``.

    The last is the day this care would have begun, had it held all the care before it.
    """
    no_short_break = ~care_episodes.legal_status.isin(SHORT_BREAKS).fill_null(False)
    episodes = in_right_order(care_episodes.filter(no_short_break), "started", "ended")
    after_14 = (
        young_people.inner_join(episodes.select("child", "started", "ended"), "child")
        .mutate(started=ibis.greatest(_.started, _.fourteenth_birthday), ends=or_never(_.ended))
        .drop("ended")
    )
    earlier = ibis.window(group_by="child", order_by=["started", "ends"], rows=(None, -1))
    once = after_14.mutate(ended_before=_.ends.max().over(earlier)).mutate(
        begins=ibis.greatest(_.started, _.ended_before)
    )
    lasting = once.filter(_.begins < _.ends).mutate(days=_.ends.delta(_.begins, unit="day"))
    before = ibis.window(group_by="child", order_by="begins", rows=(None, -1))
    # DuckDB adds whole numbers up to a wider type, which it takes for no number of days.
    added_up = lasting.mutate(days_before=_.days.sum().over(before).fill_null(0).cast("int32"))
    return added_up.mutate(counted_as_from=_.begins - _.days_before.as_interval("D"))


def pathway_plans_as_recorded(pathway_plans: ir.Table) -> ir.Table:
    """Pathway plans under the names that all kinds of plan are read by."""
    return pathway_plans.select("child", plan="pathway_plan", started="agreed", ended="ended")


@shared_step
def homes_from_the_council(care_leaver_accommodation: ir.Table) -> ir.Table:
    """Every home that the council provided to a care leaver: ``child``, ``begins``, ``over``."""
    homes = care_leaver_accommodation.filter(_.provided_by_council)
    return in_right_order(homes, "started", "ended").select("child", begins="started", over="ended")


def visits_at_home(care_leaver_contacts: ir.Table) -> ir.Table:
    """Contacts with care leavers at which the place they live in was seen: ``child``, ``day``."""
    return care_leaver_contacts.filter(_.home_seen).select("child", day="contacted")


def in_touch(care_leaver_contacts: ir.Table) -> ir.Table:
    """Contacts with care leavers that came about, in person or not: ``child``, ``happened``."""
    came_about = (care_leaver_contacts.mode != "attempted").fill_null(False)
    return care_leaver_contacts.filter(came_about).select("child", happened="contacted")


def times_said(sayings: ir.Table) -> ir.Table:
    """From each saying that something holds until the first that says otherwise.

    ``sayings`` has child, day, ``holds``, and ``what`` in words. Gives ``said``, ``unsaid`` (empty
    while nobody said otherwise) and ``what``. What is said again goes on; of two on one day the
    one that it holds counts.
    """
    by_day = (
        sayings.filter(_.day.notnull(), _.holds.notnull())
        .group_by("child", "day")
        .agg(holds=_.holds.any(), what=_.what.min(where=_.holds))
    )
    in_turn = ibis.window(group_by="child", order_by="day")
    turns = by_day.mutate(held_before=_.holds.lag().over(in_turn)).filter(
        _.holds != _.held_before.fill_null(False)
    )
    changes = turns.mutate(unsaid=_.day.lead().over(in_turn))
    return changes.filter(_.holds).select("child", "what", "unsaid", said="day")


def times_homeless_until_adult(homeless_young_people: ir.Table, children: ir.Table) -> ir.Table:
    """Every time a young person came homeless, with ``no_longer_a_child``: turned 18, or died."""
    lives = children.select(
        "child",
        no_longer_a_child=ibis.least(_.born + AGE_OF_MAJORITY, _.died),
    )
    return homeless_young_people.left_join(lives, "child").drop("child_right")
