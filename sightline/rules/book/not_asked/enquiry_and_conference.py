"""What is not asked about enquiry and conference: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "enquiry and conference",
        "Was harm suspected, and no strategy discussion held at all?",
        "a record that begins on the day harm is suspected: a discussion is recorded once it is held",
    ),
    (
        "enquiry and conference",
        "Did a child on a plan move in, and no conference take the plan over?",
        "a record of the notice of a move: it stands on the conference, once that is held",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {}
