"""Care leavers who live somewhere that is not suitable."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Evidence, Rule, Span
from sightline.records.codes_about_the_child import ACCOMMODATION
from sightline.rules.journey.days import in_right_order
from sightline.rules.journey.leaving_care import times_said

NOT_SUITABLE = "2"


def times_not_suitably_housed(
    care_leavers: ir.Table, care_leaver_accommodation: ir.Table
) -> ir.Table:
    """From each day on which a home is known not to be suitable until it is left or found to be."""
    sayings = ibis.union(_as_last_known(care_leavers), *_home_by_home(care_leaver_accommodation))
    return times_said(sayings)


def _as_last_known(care_leavers: ir.Table) -> ir.Table:
    return care_leavers.select(
        "child",
        day="as_of",
        holds=ibis.ifelse(_.eligibility == "none", False, _.accommodation_suitable == NOT_SUITABLE),
        what=_.accommodation.substitute(ACCOMMODATION),
    )


def _home_by_home(care_leaver_accommodation: ir.Table) -> tuple[ir.Table, ir.Table]:
    """What each home says on the day of moving in, and that it is over on the day of moving out."""
    homes = in_right_order(care_leaver_accommodation, "started", "ended")
    moved_in = homes.select(
        "child", day="started", holds=~_.suitable, what=_.kind.substitute(ACCOMMODATION)
    )
    moved_out = homes.select(
        "child", day="ended", holds=ibis.literal(False), what=ibis.null("string")
    )
    return moved_in, moved_out


CARE_LEAVER_HOME_NOT_SUITABLE = Rule(
    name="care_leaver_home_not_suitable",
    title="Care leaver not in suitable accommodation",
    question="Does the young person live somewhere fit to live in?",
    stage="leaving care",
    sources=("CLV-01",),
    themes=("care_leaver_housing", "care_leavers"),
    one_row_per="not suitably housed from",
    subject_day=_.said,
    population=times_not_suitably_housed,
    span=Span(opens=_.said, closes=_.unsaid),
    needs=("care_leavers.accommodation_suitable", "care_leavers.as_of"),
    counted_in="care_leavers",
    evidence={
        "known as of": Evidence(value=_.said),
        "lives in": Evidence(value=_.what),
        "no longer so": Evidence(value=_.unsaid),
    },
    readings=(
        "Somebody in the council judged whether the home is suitable: the rule does not judge by the kind "
        "of home.",
        "The concern opens on the day this was last known to be so or, where homes are recorded one by one, "
        "on the day of moving in. It closes on the day of moving out or when the record says that the "
        "home is suitable.",
        "Where one record says that the home is not suitable and another of that day says otherwise, the "
        "concern is open.",
        "A young person to whom no duties are owed any more opens none.",
    ),
    helps="Go and look. Agree with housing what would make it fit, or where else by when, and who pays.",
    cannot_see="Whether the judgement is right. In prison or bed and breakfast a home may still be "
    "recorded as suitable.",
)
