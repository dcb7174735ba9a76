"""What went wrong for young people who leave care: plans, homes not visited, and touch lost."""

from sightline.synthetic.days import months_after
from sightline.synthetic.story import Story
from sightline.synthetic.truth.duties import first_from, plant_clocks, plant_duty

IN_NEITHER = {"G4", "G5", "G6"}


def plant_leaving_care(story: Story) -> None:
    """Every failing of the pathway and of the adviser."""
    _plant_pathway(story)
    _plant_homes(story)
    _plant_visits_at_home(story)
    for row in story.rows("care_leavers"):
        as_of = row["as_of"]
        if row["in_touch"] == "NO":
            story.plant("care_leaver_out_of_touch", "not in touch as of", as_of, as_of)
        if row["activity"] in IN_NEITHER:
            subject = "in no education or work as of"
            story.plant("care_leaver_not_in_education_or_work", subject, as_of, as_of)


def _plant_pathway(story: Story) -> None:
    agreed = [row["agreed"] for row in story.rows("pathway_plans")]
    for row in story.rows("pathway_needs_assessments"):
        completed = row["completed"]
        rule, until = "pathway_plan_not_made", months_after(story.child.born, 12 * 21)
        plant_duty(story, rule, "needs assessed", "PPN-07", completed, *agreed, until)
    for plan in story.rows("pathway_plans"):
        held = {
            row["held"]
            for row in story.rows("pathway_plan_reviews")
            if row["pathway_plan"] == plan["pathway_plan"]
        }
        rule, subject = "pathway_plan_not_reviewed", "pathway plan review after"
        plant_clocks(story, rule, subject, "PPN-02", {plan["agreed"], *held}, plan["ended"])


def _plant_homes(story: Story) -> None:
    """Moves into a home from the council, which call for a visit and for a review."""
    visits = [row["contacted"] for row in story.rows("care_leaver_contacts") if row["home_seen"]]
    reviews = [row["held"] for row in story.rows("pathway_plan_reviews")]
    for home in story.rows("care_leaver_accommodation"):
        if home["provided_by_council"]:
            moved, left = home["started"], home["ended"]
            visited = first_from(moved, visits)
            rule = "adviser_not_visited_new_home"
            plant_duty(story, rule, "home from", "PAV-01", moved, visited, left)
            reviewed = first_from(moved, reviews)
            rule = "pathway_plan_not_reviewed_after_move"
            plant_duty(story, rule, "home from", "PPN-03", moved, reviewed, left)


def _plant_visits_at_home(story: Story) -> None:
    """Homes from the council that follow one another are one time, in which visits go on."""
    times: list[tuple[int, int]] = []
    for home in story.rows("care_leaver_accommodation"):
        if home["provided_by_council"]:
            begins = home["started"]
            if times and times[-1][1] == begins:
                begins = times.pop()[0]
            times.append((begins, home["ended"]))
    visits = {row["contacted"] for row in story.rows("care_leaver_contacts") if row["home_seen"]}
    for begins, ends in times:
        within = {day for day in visits if begins <= day <= ends}
        rule, subject = "adviser_visit_over_2_months", "adviser's visit after"
        plant_clocks(story, rule, subject, "PAV-02", within, ends)
