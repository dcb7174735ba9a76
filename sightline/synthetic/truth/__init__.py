"""What went wrong around a child's journey, noted from what was told and never by asking a rule.

Each function reads the story of one child, with its days beyond the extract day, and plants the
failings in it. The failings of the journey itself are planted where the journey is told.
"""

from sightline.synthetic.story import Story
from sightline.synthetic.truth.before_the_court import plant_before_the_court
from sightline.synthetic.truth.first_answers import plant_first_answers
from sightline.synthetic.truth.in_care import plant_in_care
from sightline.synthetic.truth.leaving_care import plant_leaving_care
from sightline.synthetic.truth.others_to_protect import plant_others_to_protect
from sightline.synthetic.truth.under_plans import plant_under_plans


def plant_around(story: Story) -> None:
    """Every failing around the journey of one child whose story is told."""
    plant_first_answers(story)
    plant_under_plans(story)
    plant_before_the_court(story)
    if story.in_care:
        plant_in_care(story)
        plant_leaving_care(story)
    plant_others_to_protect(story)
