"""Changes to the rules of journey that change no answer."""

SAME_ANSWER: dict[tuple[str, str], str] = {
    ("endings", "left out: _.plan_ended.notnull()"): "an ending without a day is in view on no day",
    ("missing", "left out: _.returned < never()"): "a return that never comes starts its clock "
    "on no day",
    ("missing", "< became <=: _.returned < never()"): "a return that never comes starts its "
    "clock on no day",
    ("plans", "max became min: _.plan_runs_to.max()"): "the same for every record of one plan",
    ("plans", "max became min: _.plan_ended.max()"): "the same for every record of one plan",
    ("plans", "min became max: _.end_reason.min(where=outside_a_review)"): "which of several "
    "such reasons is "
    "shown does not "
    "change what is "
    "judged",
    ("plans", "min became max: _.end_reason.min(where=on_the_last_day)"): "which of several such "
    "reasons is shown does "
    "not change what is "
    "judged",
}
