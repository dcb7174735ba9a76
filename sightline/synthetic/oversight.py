"""Supervision, managers' decisions, and the names of workers on what they did."""

from sightline.synthetic.days import due_after, working_day_after, working_day_from
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.story import Case, Story
from sightline.synthetic.workforce import DUTY_TEAM

SHARE_NEVER_DECIDED = 0.35
DAYS_UNTIL_SUPERVISED = (5, 26)
DAYS_BETWEEN_SUPERVISION = (18, 30)


def name_workers(case: Case) -> None:
    """Put the worker of the day on every row that names one; a duty worker where there was none."""
    for row, day in case.to_be_named:
        worker, team = worker_on(case, day)
        row["worker"] = worker
        if "team" in row:
            row["team"] = team


def worker_on(case: Case, day: int) -> tuple[str, str]:
    """The worker who held the case on a day and their team; on days without one, who was on duty."""
    for first, last, worker, team in case.spells:
        if first <= day <= last:
            return worker, team
    return case.story.place.workforce.duty_worker(day), DUTY_TEAM


def supervise(case: Case) -> None:
    """Sessions in which the worker and their manager talk the child's plan through."""
    workforce = case.story.place.workforce
    for first, last, worker, team in case.spells:
        day = first + case.chance.between(*DAYS_UNTIL_SUPERVISED)
        while day <= min(last, case.closed, EXTRACT_DAY):
            if not case.fails("supervision missed", day):
                held = working_day_from(day)
                case.story.row(
                    "supervision",
                    supervision=case.story.new_id("U"),
                    held=held,
                    worker=worker,
                    supervisor=workforce.manager(team, held),
                )
            day += case.chance.between(*DAYS_BETWEEN_SUPERVISION)


def write_decisions(case: Case) -> None:
    """The decisions managers made on the way, each with the manager of the team of the day."""
    workforce = case.story.place.workforce
    for made, turning_point, decision, reason in case.decisions:
        if made > EXTRACT_DAY:
            continue
        _, team = worker_on(case, made)
        case.story.row(
            "management_decisions",
            management_decision=case.story.new_id("D"),
            made=made,
            worker=workforce.manager(team, made),
            turning_point=turning_point,
            decision=decision,
            reason=reason,
        )


def decide_after_events(story: Story) -> None:
    """What managers decided within two working days of something grave, or some days later, or not."""
    for day, what in sorted(_grave_events(story)):
        if story.fails("not looked into", day):
            if story.chance.happens(SHARE_NEVER_DECIDED):
                continue
            made = working_day_after(due_after("OVS-02", day), 1 + story.chance.about(3))
        else:
            made = working_day_from(day + story.chance.between(0, 1))
        if made <= EXTRACT_DAY:
            story.row(
                "management_decisions",
                management_decision=story.new_id("D"),
                made=made,
                worker=story.place.workforce.manager(_team_on(story, made), made),
                turning_point="event",
                decision="see the child and talk with those who know them",
                reason=what,
            )


def _grave_events(story: Story) -> set[tuple[int, str]]:
    """Days on which something of high risk became known, and what it was."""
    grave = {(row["started"], "enquiry begun") for row in story.rows("enquiries")}
    grave |= {(row["started"], "missing") for row in story.rows("missing_episodes")}
    grave |= {(row["raised"], "alert raised") for row in story.rows("risk_alerts")}
    grave |= {
        (row["received"], "told by another agency")
        for row in story.rows("notifications")
        if row["kind"] in ("custody", "hospital")
    }
    return {(day, what) for day, what in grave if day <= EXTRACT_DAY}


def _team_on(story: Story, day: int) -> str:
    """The team that held the child's case on a day; those on duty where no case was open."""
    for case in story.cases:
        if case.received <= day <= case.closed:
            return worker_on(case, day)[1]
    return DUTY_TEAM
