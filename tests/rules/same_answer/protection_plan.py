"""Changes to the rules of protection plan that change no answer."""

SAME_ANSWER: dict[tuple[str, str], str] = {
    ("repeat_protection_plan", "<= became <: _.born <= _.plan_started"): "a child born on the "
    "day the plan started "
    "is under five either "
    "way"
}
