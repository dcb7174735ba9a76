"""Changes to a rule that change no answer, each with the reason: no worked example could catch them."""

SAME_ANSWER: dict[tuple[str, str], str] = {
    (
        "third_referral_without_plan",
        "<= became <: _.started <= _.received",
    ): "a plan begun on the day of the third closes the concern on that day",
    (
        "repeat_protection_plan",
        "<= became <: _.born <= _.plan_started",
    ): "a child born on the day the plan started is under five either way",
    (
        "child_without_worker",
        "left out: _.opened.notnull() | (_.without != _.was_without)",
    ): "leaves rows out early, for speed",
    (
        "child_without_worker",
        "left out: _.over.notnull()",
    ): "an end that has not come falls on no day",
    (
        "child_without_worker",
        "> became >=: _.cases_open > 0",
    ): "of the days before which no case was open, the latest is the one that counts",
    (
        "child_without_worker",
        "> became >=: _.cases_before > 0",
    ): "while no case is open nothing can come to be without a worker",
    (
        "child_without_worker",
        "max became min: _.worker_left.max()",
    ): "all that end on one day end on that day; the latest so far is held by an example",
    (
        "endings",
        "left out: _.plan_ended.notnull()",
    ): "an ending without a day is in view on no day",
    (
        "missing",
        "left out: _.returned < never()",
    ): "a return that never comes starts its clock on no day",
    (
        "missing",
        "< became <=: _.returned < never()",
    ): "a return that never comes starts its clock on no day",
    ("plans", "max became min: _.plan_runs_to.max()"): "the same for every record of one plan",
    ("plans", "max became min: _.plan_ended.max()"): "the same for every record of one plan",
    (
        "plans",
        "min became max: _.end_reason.min(where=outside_a_review)",
    ): "which of several such reasons is shown does not change what is judged",
    (
        "plans",
        "min became max: _.end_reason.min(where=on_the_last_day)",
    ): "which of several such reasons is shown does not change what is judged",
}
