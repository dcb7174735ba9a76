"""A child in care in a home that has to be registered and is not."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Evidence, Rule, Span
from sightline.records.codes_in_care import MUST_BE_REGISTERED
from sightline.rules.journey.placements import placements_in_care


def homes_not_registered(placements: ir.Table, care_episodes: ir.Table) -> ir.Table:
    """Every placement in a home found unregistered, and every one that nobody has checked."""
    homes = placements_in_care(placements, care_episodes)
    to_check = _.type.isin(MUST_BE_REGISTERED).fill_null(False)
    not_known_to_be = homes.filter(
        _.registered.isnull() | (_.registered == 0),
        _.registered.notnull() | to_check,
    )
    return not_known_to_be.mutate(
        opens=ibis.ifelse(_.registered.notnull(), _.placement_started, ibis.null("date"))
    )


HOME_NOT_REGISTERED = Rule(
    name="home_not_registered",
    title="Child in care in an unregistered home",
    question="Is the child's home one that the law allows to look after children?",
    stage="in care",
    sources=("CLA-36",),
    themes=("placement_sufficiency",),
    one_row_per="placement",
    subject_day=_.placement_started,
    population=homes_not_registered,
    span=Span(opens=_.opens, closes=_.left, unclear_from=_.placement_started),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "placements.started",
        "placements.ended",
        "placements.type",
        "placements.registered",
    ),
    counted_in="placements",
    evidence={
        "placement started": Evidence(value=_.placement_started),
        "kind of placement": Evidence(value=_.type),
        "left the placement": Evidence(value=_.left),
    },
    readings=(
        "The concern is open from the day the placement began until the child left it, or care, where "
        "somebody checked and the home was not on the register although it has to be.",
        "Where nobody checked, the answer is cannot tell for the kinds of home that have to be "
        "registered. Whether supported living had to be, before October 2023, the check says.",
        "Of two placements begun on one day, one found unregistered is enough.",
    ),
    helps="Tell the director and Ofsted, see the child today and every day the plan says, and set a "
    "date for the move or for the home to be registered.",
    cannot_see="A home whose number belongs to its owner's other house, and a child moved for a few "
    "days between two checks.",
)
