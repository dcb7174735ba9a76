"""A made-up report and the plan begun from it, for the tests of improvement."""

from datetime import date

from sightline.improvement import objectives, plans
from sightline.improvement.line_of_sight import everything_wanting
from sightline.inspections.facts import Event, Finding, Recommendation

SHA = "ab" * 32
EVENT = Event(
    file="report.pdf",
    sha256=SHA,
    kind="ilacs_inspection",
    authority="Barsetshire",
    urn="80999",
    starts=date(2018, 1, 8),
    ends=date(2018, 1, 15),
    published=date(2018, 2, 20),
)
RECOMMENDATIONS = [
    Recommendation("report.pdf", 1, "Interview children who come back, in time.", 4, "priority action", ("missing",)),
    Recommendation("report.pdf", 2, "Visit children as often as their plans say.", 4, themes=("visits_direct_work",)),
    Recommendation("report.pdf", 3, "Spend the budget better.", 5, themes=("resources_finance",)),
]  # fmt: skip
FINDINGS = [
    Finding("report.pdf", 7, "21", "Help and protection", "help_and_protection", "weakness",
            ("missing",), "Too many children are not asked why they went."),
    Finding("report.pdf", 7, "22", "Help and protection", "help_and_protection", "strength",
            ("neglect",), "Neglect is well understood."),
    Finding("report.pdf", 2, "3", "Executive summary", "", "mixed", ("plans_cp",), "Plans vary."),
]  # fmt: skip


def begun(by, sentences=None, **more):
    """A plan begun from the report, with its recommendations as draft objectives."""
    chosen = everything_wanting(RECOMMENDATIONS, ()) if sentences is None else sentences
    given = {"title": "After the inspection", "event": EVENT, "sentences": chosen} | more
    return plans.begin_plan(by=by, **given)


def taken_up(by, plan, number=1, owner=None):
    """An objective of the plan with an owner and a day, taken up."""
    objective = plan.objectives.get(number=number)
    objectives.change_objective(
        by=by, objective=objective, seen=1, words=objective.words, themes=objective.themes,
        owner=owner or by, due=date(2030, 6, 1),
    )  # fmt: skip
    return objectives.take_up(by=by, objective=objective)
