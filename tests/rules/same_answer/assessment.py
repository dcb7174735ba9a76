"""Changes to the rules of assessment that change no answer."""

_ON_NO_DAY = "an assessment not authorised was finished on no day"

SAME_ANSWER: dict[tuple[str, str], str] = {
    ("child_not_seen_in_assessment", "left out: _.authorised.notnull()"): _ON_NO_DAY,
    ("parents_history_left_out", "left out: _.authorised.notnull()"): _ON_NO_DAY,
    ("disabled_child_assessment_not_current", "left out: _.authorised.notnull()"): _ON_NO_DAY,
    ("repeated_assessments_without_change", "left out: _.authorised.notnull()"): _ON_NO_DAY,
    (
        "child_not_seen_in_assessment",
        "<= became <: _.child_seen_on <= _.authorised",
    ): "a child first seen on that very day closes the concern on the day it would open",
    (
        "assessment_never_finished",
        ">= became >: _.authorised >= _.opens",
    ): "finished on the day it would open, it closes on that day",
}
