"""Posts held by agency staff."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.measure import LOWER, Measure, ShareRunning
from sightline.measures.workforce import case_holding_posts


def posts_and_whether_agency(posts: ir.Table) -> ir.Table:
    """Every such post that somebody held, and whether it was agency staff."""
    held = case_holding_posts(posts).filter(_.agency | _.worker.notnull())
    return held.mutate(reached=_.agency)


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
    counts=ShareRunning(spans=posts_and_whether_agency, one_span_per="post since"),
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
