"""Section 47 enquiries begun."""

import ibis.expr.types as ir

from sightline.engine.measure import NEITHER, CountOf, Measure
from sightline.measures.spans import days_of


def enquiries_begun(enquiries: ir.Table) -> ir.Table:
    """Every enquiry on the day it began."""
    return days_of(enquiries, "started")


ENQUIRIES = Measure(
    name="enquiries",
    title="Section 47 enquiries",
    definition=(
        "How many enquiries into significant harm (Children Act 1989, section 47) began in the "
        "period. Two of one child begun on one day are one."
    ),
    themes=("strategy_s47",),
    unit="enquiries",
    better=NEITHER,
    counts=CountOf(events=enquiries_begun, one_row_per="enquiry"),
    numerator_words="enquiries begun",
    denominator_words="enquiries begun",
    published="The children in need statistics count the same.",
    needs=("enquiries.started",),
)
