"""Changes to the rules of others to protect that change no answer, or none that can be laid side by side."""

NO_CHILD = (
    "the example of an allegation that names no child fails without it when it is run by itself; "
    "where examples are laid side by side, a row without a child belongs to none of them"
)

SAME_ANSWER: dict[tuple[str, str], str] = {
    ("allegation_reported_late", "left out: _.child.notnull()"): NO_CHILD,
    ("allegation_meeting_late", "left out: _.child.notnull()"): NO_CHILD,
    ("allegation_not_reviewed", "left out: _.child.notnull()"): NO_CHILD,
}
