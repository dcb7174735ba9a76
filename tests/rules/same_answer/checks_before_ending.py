"""Changes to the checks before a plan ends, and to their steps, that change no answer."""

SAME_ANSWER: dict[tuple[str, str], str] = {
    ("agencies_views_in_writing", "max became min: _.held.max()"): "all who had a say in the last "
    "review share its day",
}
