"""How long children are without a worker."""

from sightline.engine.measure import LOWER, LengthOfConcerns, Measure

TIME_WITHOUT_A_WORKER = Measure(
    name="time_without_a_worker",
    title="Time children were without a worker",
    definition=(
        "Of the times without a case-holding worker that came to an end in the period, by a "
        "new worker or because the case closed, how many days each lasted: the middle one, and "
        "what nine in ten did not exceed."
    ),
    themes=("workforce_caseloads", "supervision_mgmt_oversight"),
    rule="child_without_worker",
    unit="times without a worker",
    better=LOWER,
    counts=LengthOfConcerns(ends="closes"),
    numerator_words="times without a worker ended",
    denominator_words="times without a worker ended",
    unit_of_length="days",
)
