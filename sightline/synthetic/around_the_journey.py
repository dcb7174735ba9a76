"""What is done around a child's journey once that is told: in care, under plans, before a court.

The journey itself comes first and is told with luck of its own, so that what is told here never
changes it.
"""

from sightline.synthetic.care_health import immunise, look_after_health, plan_education
from sightline.synthetic.care_planning import periods_of_care, plan_care
from sightline.synthetic.story import Story


def tell_around(story: Story) -> None:
    """Everything around the journey of one child."""
    for period in periods_of_care(story):
        plan_care(story, period)
        look_after_health(story, period)
        plan_education(story, period)
    if story.in_care:
        immunise(story)
