"""Vacant posts."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.measure import LOWER, Measure, ShareRunning
from sightline.measures.workforce import case_holding_posts


def posts_and_whether_vacant(posts: ir.Table) -> ir.Table:
    """Every post for a worker who holds cases, and whether it was vacant."""
    return case_holding_posts(posts).mutate(reached=_.vacant)


VACANT_POSTS = Measure(
    name="vacant_posts",
    title="Vacant posts",
    definition=(
        "At the end of the period, the posts for workers who hold cases that nobody was "
        "employed in, of all such posts. A post that agency staff cover is vacant all the "
        "same."
    ),
    themes=("workforce_caseloads", "resources_finance"),
    unit="posts",
    better=LOWER,
    counts=ShareRunning(spans=posts_and_whether_vacant, one_span_per="post since"),
    numerator_words="vacant posts",
    denominator_words="posts for workers who hold cases",
    published=(
        "The workforce statistics count full-time equivalents at 30 September; here a part-"
        "time post is a post."
    ),
    needs=(
        "posts.started",
        "posts.case_holding",
        "posts.vacant",
    ),
    of_children=False,
)
