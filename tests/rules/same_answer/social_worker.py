"""Changes to the rules of the child's own social worker that change no answer."""

SAME_ANSWER: dict[tuple[str, str], str] = {
    ("child_not_seen_alone", "< became <=: _.began < _.lasts_to"): "no clock starts on the day "
    "plan and care are over",
}
