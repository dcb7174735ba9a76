"""What went wrong for children out of school, in private homes, homeless, or harmed by those who work with them."""

from sightline.synthetic.days import due_after, is_in_force
from sightline.synthetic.story import Row, Story
from sightline.synthetic.truth.duties import childhood_ends, first_from, plant_duty


def plant_others_to_protect(story: Story) -> None:
    """Every failing of private fostering, allegations, homelessness and missing education."""
    for row in story.rows("missing_education"):
        started, ended = row["started"], row["ended"]
        rule, subject = "missing_education_too_long", "missing education from"
        plant_duty(story, rule, subject, "EDU-02", started, ended, childhood_ends(story))
    for row in story.rows("allegations"):
        _plant_allegation(story, row)
    for row in story.rows("private_fostering_arrangements"):
        _plant_private_fostering(story, row)
    for row in story.rows("homeless_young_people"):
        _plant_homeless(story, row)


def _plant_allegation(story: Story, row: Row) -> None:
    aware, reported, over = row["employer_aware"], row["reported"], row["concluded"]
    if reported > due_after("LAD-01", aware) and is_in_force("LAD-01", aware):
        story.plant("allegation_reported_late", "allegation", reported, reported)
    held = row["meeting_held"]
    if row["meeting_needed"]:
        rule = "allegation_meeting_late"
        plant_duty(story, rule, "allegation", "LAD-02", reported, held, over)
        rule, reviewed = "allegation_not_reviewed", row["reviewed"]
        plant_duty(story, rule, "meeting about an allegation", "LAD-03", held, reviewed, over)


def _plant_private_fostering(story: Story, row: Row) -> None:
    told, over, subject = row["notified"], row["ended"], "private fostering arrangement"
    visits = [
        visit["visited"] for visit in story.rows("private_fostering_visits") if visit["child_seen"]
    ]
    visited = first_from(told, visits)
    rule = "private_fostering_first_visit_late"
    plant_duty(story, rule, subject, "PFO-01", told, visited, over)
    rule, assessed = "private_fostering_not_assessed", row["assessed"]
    plant_duty(story, rule, subject, "PFO-05", told, assessed, over)
    if told > due_after("PFO-06", row["started"]):
        story.plant("private_fostering_told_late", subject, told, told)


def _plant_homeless(story: Story, row: Row) -> None:
    presented, over = row["presented"], childhood_ends(story)
    rule, subject = "homeless_young_person_not_assessed", "homeless from"
    if row["assessed"] > presented and is_in_force("HOM-01", presented):
        story.plant(rule, subject, presented, presented + 1)
    rule, told = "homeless_young_person_not_told_of_rights", row["told_of_rights"]
    plant_duty(story, rule, subject, "HOM-02", presented, told, over)
