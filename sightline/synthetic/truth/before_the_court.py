"""What went wrong before the court: letters late or with gaps, pre-proceedings and proceedings that drift."""

from sightline.synthetic.before_the_court import BEGIN, QUESTIONS_OF_THE_LETTER
from sightline.synthetic.period import NOT_YET
from sightline.synthetic.story import Row, Story
from sightline.synthetic.truth.duties import childhood_ends, plant_duty

# Ready for the Act of 2026 and a question of its own, so a letter without it has no gap.
NOT_YET_ASKED = "family_group_offered"


def plant_before_the_court(story: Story) -> None:
    """Every failing of pre-proceedings and of care proceedings."""
    for row in story.rows("pre_proceedings"):
        if row["gateway_outcome"] == BEGIN:
            _plant_before(story, row)
        applied = row.get("application_issued")
        if applied is not None:
            rule, standard = "care_proceedings_over_26_weeks", "PLO-04"
            ended = row["proceedings_ended"]
            over = childhood_ends(story)
            plant_duty(story, rule, "application issued", standard, applied, ended, over)
    for letter in story.rows("letters_before_proceedings"):
        if not all(letter[point] for point in QUESTIONS_OF_THE_LETTER if point != NOT_YET_ASKED):
            rule = "letter_before_proceedings_incomplete"
            story.plant(rule, "letter before proceedings", letter["sent"], letter["sent"])


def _plant_before(story: Story, row: Row) -> None:
    """From the decision to the letter, to the review midway, to what was agreed."""
    decided, sent, first = row["decided"], row["letter_sent"], row["first_meeting"]
    over = min(row["outcome_agreed"], row.get("application_issued", NOT_YET))
    rule = "letter_before_proceedings_not_sent"
    subject = "decision to enter pre-proceedings"
    plant_duty(story, rule, subject, "PLO-06", decided, sent, over)
    rule, reviewed = "pre_proceedings_not_reviewed_midway", row["midpoint_reviewed"]
    subject = "first pre-proceedings meeting"
    plant_duty(story, rule, subject, "PLO-03", first, reviewed, over)
    rule, subject = "pre_proceedings_over_16_weeks", "pre-proceedings since letter"
    plant_duty(story, rule, subject, "PLO-01", sent, over, childhood_ends(story))
