"""Changes to the rules of oversight that change no answer."""

SAME_ANSWER: dict[tuple[str, str], str] = {
    (
        "held_by_a_manager",
        "left out: _.role == MANAGER",
    ): "a worker's own time is answered by itself on its first day",
    (
        "child_without_worker",
        "left out: _.opened.notnull() | (_.without != _.was_without)",
    ): "leaves rows out early, for speed",
    ("child_without_worker", "left out: _.over.notnull()"): "an end that has not come falls on "
    "no day",
    ("child_without_worker", "> became >=: _.cases_open > 0"): "of the days before which no case "
    "was open, the latest is the one "
    "that counts",
    ("child_without_worker", "> became >=: _.cases_before > 0"): "while no case is open nothing "
    "can come to be without a "
    "worker",
    ("child_without_worker", "max became min: _.worker_left.max()"): "all that end on one day "
    "end on that day; the "
    "latest so far is held by "
    "an example",
}
