"""Changes to the rules of in care that change no answer."""

SAME_ANSWER: dict[tuple[str, str], str] = {
    (
        "high_score_not_answered",
        "< became <=: _.referred < _.day",
    ): "help asked for on the day of the score counts from that day either way",
}
