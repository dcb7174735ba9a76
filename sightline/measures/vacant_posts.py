"""Vacant posts."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.measure import LOWER, Measure, ShareRunning
from sightline.rules.journey.days import day_after, in_right_order


def case_holding_posts(posts: ir.Table) -> ir.Table:
    """Every post whose holder holds cases, as it was from a day to a day, and whether nobody was employed in it."""
    holding = in_right_order(posts.filter(_.case_holding), "started", "ended")
    return holding.select(
        subject_day="started",
        begins="started",
        over=day_after(_.ended),
        reached=_.vacant,
        child=ibis.null("string"),
    )


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
    counts=ShareRunning(spans=case_holding_posts, one_span_per="post since"),
    numerator_words="vacant posts",
    denominator_words="posts for workers who hold cases",
    published=(
        "The workforce statistics count full-time equivalents at 30 September; here a part- "
        "time post is a post."
    ),
    needs=(
        "posts.started",
        "posts.case_holding",
        "posts.vacant",
    ),
    of_children=False,
)
