"""Posts held by agency staff."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.measure import LOWER, Measure, ShareRunning
from sightline.rules.journey.days import day_after, in_right_order


def case_holding_posts(posts: ir.Table) -> ir.Table:
    """Every post whose holder holds cases, as it was from a day to a day, and whether agency staff held it."""
    holding = in_right_order(
        posts.filter(_.case_holding, _.agency | _.worker.notnull()), "started", "ended"
    )
    return holding.select(
        subject_day="started",
        begins="started",
        over=day_after(_.ended),
        reached=_.agency,
        child=ibis.null("string"),
    )


POSTS_HELD_BY_AGENCY_STAFF = Measure(
    name="posts_held_by_agency_staff",
    title="Posts held by agency staff",
    definition=(
        "At the end of the period, the posts for workers who hold cases that agency staff "
        "held, of all such posts that somebody held."
    ),
    themes=("workforce_caseloads", "resources_finance"),
    unit="posts",
    better=LOWER,
    counts=ShareRunning(spans=case_holding_posts, one_span_per="post since"),
    numerator_words="posts held by agency staff",
    denominator_words="posts somebody held",
    published=(
        "The workforce statistics count full-time equivalents at 30 September, agency staff of "
        "all who work."
    ),
    needs=(
        "posts.started",
        "posts.case_holding",
        "posts.agency",
        "posts.worker",
    ),
    of_children=False,
)
