"""What is done around a child's journey once that is told: in care, under plans, before a court.

The journey itself comes first and is told with luck of its own, so that what is told here never
changes it.
"""

from sightline.synthetic.before_the_court import work_before_the_court
from sightline.synthetic.care_health import immunise, look_after_health, plan_education
from sightline.synthetic.care_planning import periods_of_care, plan_care
from sightline.synthetic.dangers_outside_the_home import (
    bring_warnings_together,
    help_early,
    look_into_exploitation,
    look_into_neglect,
    offer_advocates,
    offer_family_meetings,
)
from sightline.synthetic.first_signs import notice_first_signs
from sightline.synthetic.leaving_care import leave_care
from sightline.synthetic.others_to_protect import allege, come_homeless, foster_privately
from sightline.synthetic.oversight import decide_after_events
from sightline.synthetic.permanence import plan_for_good, tell_of_homes_before
from sightline.synthetic.recording import fill_in, keep_the_record, write_plans
from sightline.synthetic.schooling import go_to_school
from sightline.synthetic.story import Story
from sightline.synthetic.truth import plant_around
from sightline.synthetic.under_plans import work_under_plans


def tell_around(story: Story) -> None:
    """Everything around the journey of one child."""
    for period in periods_of_care(story):
        plan_care(story, period)
        look_after_health(story, period)
        plan_education(story, period)
        plan_for_good(story, period)
    if story.in_care:
        immunise(story)
        leave_care(story)
        tell_of_homes_before(story)
    work_under_plans(story)
    work_before_the_court(story)
    notice_first_signs(story)
    _tell_of_dangers(story)
    go_to_school(story)
    foster_privately(story)
    allege(story)
    come_homeless(story)
    decide_after_events(story)
    write_plans(story)
    keep_the_record(story)
    fill_in(story)
    plant_around(story)


def _tell_of_dangers(story: Story) -> None:
    look_into_exploitation(story)
    bring_warnings_together(story)
    look_into_neglect(story)
    offer_family_meetings(story)
    offer_advocates(story)
    for case in story.cases:
        help_early(case)
