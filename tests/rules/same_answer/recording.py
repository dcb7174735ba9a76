"""Changes to the rules of recording, and to the steps they share, that change no answer."""

NO_DAY = "what has no day starts no clock on any day"

SAME_ANSWER: dict[tuple[str, str], str] = {
    ("writing_up", "left out: _.day.notnull()"): NO_DAY,
    ("plan_not_updated_after_review", "left out: _.held.notnull()"): NO_DAY,
}
