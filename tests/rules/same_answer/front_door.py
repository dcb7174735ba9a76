"""Changes to the rules of front door that change no answer."""

SAME_ANSWER: dict[tuple[str, str], str] = {
    ("third_referral_without_plan", "<= became <: _.started <= _.received"): "a plan begun on "
    "the day of the "
    "third closes the "
    "concern on that "
    "day",
    (
        "repeated_contacts_without_action",
        "left out: _.decided.notnull()",
    ): "a contact not decided was closed on no day",
}
