"""Open cases without a worker."""

from sightline.engine.measure import LOWER, Measure, OpenOf
from sightline.measures.spans import open_cases

CHILDREN_WITHOUT_A_WORKER = Measure(
    name="children_without_a_worker",
    title="Children without a worker",
    definition=(
        "At the end of the period, the children whose case was open and had no case-holding "
        "worker, of all children whose case was open. A team, a reviewing officer or a duty "
        "worker holds no case."
    ),
    themes=("workforce_caseloads", "supervision_mgmt_oversight"),
    rule="child_without_worker",
    unit="children",
    better=LOWER,
    counts=OpenOf(spans=open_cases, one_span_per="open case"),
    numerator_words="children without a worker",
    denominator_words="children with an open case",
)
