"""Objectives closed, carried on and reopened, by a named person.

An objective is closed as met where its direct measures moved and held. Where they did not, or
where there is none, somebody says why it counts as met all the same; how the measures stood is
kept beside their words.
"""

from datetime import datetime

from sightline.casework.models import Person
from sightline.improvement.models import Objective, Step
from sightline.improvement.two_colours import ON_THEIR_WORD, Figures, TwoColours, two_colours
from sightline.improvement.writing import NotRecorded, open_objective, said, write_plan

MEASURED = "measured"
CANNOT_BE_MEASURED = "cannot be measured"
NOT_SHOWN = "not shown by its measures"
BASES = {
    MEASURED: "Its direct measures moved and held",
    CANNOT_BE_MEASURED: "No measure can tell; met on a named person's word",
    NOT_SHOWN: "Its measures do not show it; met on a named person's word",
}

Kind, State = Step.Kind, Objective.State


def close_as_met(
    *,
    by: Person,
    objective: Objective,
    figures: Figures,
    reason: str = "",
    report_sha: str = "",
    submission: str = "",
) -> Step:
    """Close an objective as met. ``reason`` may be empty only where its direct measures show it."""

    def work(at: datetime) -> Step:
        standing = _open(objective)
        both = two_colours(standing, figures)
        basis = basis_of(both)
        if basis != MEASURED and not reason.strip():
            raise NotRecorded(
                f"The measures do not show that objective {standing.number} is met: {both.says}.",
                "Write why it cannot be measured or was met all the same, or leave it open.",
            )
        standing.state = State.CLOSED
        standing.save(update_fields=["state"])
        return _step(standing, Kind.MET, reason, by, at, basis, report_sha, both)

    return write_plan(
        by=by, thing="an objective is closed as met", work=work, submission=submission
    )


def basis_of(both: TwoColours) -> str:
    """On what an objective would be closed as met today."""
    if both.is_shown:
        return MEASURED
    return CANNOT_BE_MEASURED if both.says in ON_THEIR_WORD else NOT_SHOWN


def close_unmet(
    *,
    by: Person,
    objective: Objective,
    figures: Figures,
    reason: str,
    report_sha: str = "",
    submission: str = "",
) -> Step:
    """Close an objective that was not met, and say why it is no longer followed."""

    def work(at: datetime) -> Step:
        standing, words = _open(objective), said(reason, "reason")
        both = two_colours(standing, figures)
        standing.state = State.CLOSED
        standing.save(update_fields=["state"])
        return _step(standing, Kind.NOT_MET, words, by, at, "", report_sha, both)

    return write_plan(by=by, thing="an objective is closed unmet", work=work, submission=submission)


def carry(
    *, by: Person, objective: Objective, reason: str, report_sha: str = "", submission: str = ""
) -> Step:
    """Carry an open objective on after a later report, and say why."""

    def work(at: datetime) -> Step:
        return _step(_open(objective), Kind.CARRIED, said(reason, "reason"), by, at, "", report_sha)

    return write_plan(by=by, thing="an objective is carried on", work=work, submission=submission)


def reopen(
    *, by: Person, objective: Objective, reason: str, report_sha: str = "", submission: str = ""
) -> Step:
    """Open a closed objective, or one left out, again, and say why."""

    def work(at: datetime) -> Step:
        standing = Objective.objects.select_for_update().get(pk=objective.pk)
        if standing.state not in (State.CLOSED, State.LEFT_OUT):
            raise NotRecorded(f"Objective {standing.number} is not closed.", "Look at it again.")
        words = said(reason, "reason")
        standing.state = State.OPEN if standing.state == State.CLOSED else State.DRAFT
        standing.save(update_fields=["state"])
        return _step(standing, Kind.REOPENED, words, by, at, "", report_sha)

    return write_plan(by=by, thing="an objective is reopened", work=work, submission=submission)


def _open(objective: Objective) -> Objective:
    standing = open_objective(objective)
    if standing.state == State.DRAFT:
        raise NotRecorded(
            f"Objective {standing.number} is a draft.", "Take it up first, or leave it out."
        )
    return standing


def _step(
    objective: Objective,
    kind: str,
    reason: str,
    by: Person,
    at: datetime,
    basis: str,
    report_sha: str,
    both: TwoColours | None = None,
) -> Step:
    return Step.objects.create(
        objective=objective,
        kind=kind,
        reason=reason.strip(),
        basis=basis,
        report_sha=report_sha,
        as_it_stood=both.as_it_stood() if both else {},
        by=by,
        at=at,
    )
