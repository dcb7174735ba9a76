"""Supervision, managers' decisions, and the names of workers on what they did."""

from sightline.synthetic.days import working_day_from
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.story import Case
from sightline.synthetic.workforce import DUTY_TEAM

DAYS_BETWEEN_SUPERVISION = (35, 75)


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
        day = first + case.chance.between(15, 45)
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
