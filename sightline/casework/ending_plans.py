"""Recording that a protection plan ends: who said what, what was answered, what follows.

The conference decides and people answer for it. Nothing here blocks: a check that is not met may
be left open, and that it was left open shows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sightline.casework.models import Person, Recording
from sightline.casework.policy import END_A_PLAN, ChildRecord
from sightline.casework.recording import Stale, ToDo, new_recording, set_tasks, standing_version
from sightline.casework.writing import NotRecorded, write


@dataclass(frozen=True, kw_only=True)
class AgencyView:
    """What one agency said at the conference: ``view`` is its vote, ``words`` its own words."""

    agency: str
    attended: bool
    knows_the_child: bool | None = None
    view: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Ending:
    """The end of a plan as the conference and the manager give it.

    ``given`` are the columns of ``plan_endings``; ``answers`` the words to a check by its name.
    """

    plan_started: date
    decided: date
    given: Mapping[str, Any]
    agencies: Sequence[AgencyView] = ()
    parents_view: str = ""
    childs_view: str = ""
    dissent: str = ""
    what_follows: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)


def end_plan(
    *,
    by: Person,
    child: ChildRecord,
    ending: Ending,
    to_do: Sequence[ToDo] = (),
    submission: str = "",
) -> Recording:
    """Record the end of one plan: all of it, or nothing.

    Raises Stale where somebody recorded the end of this plan already: both are shown, and the one
    that stands can be corrected.
    """

    def work(at: datetime) -> Recording:
        only_one = f"end of plan {ending.plan_started.isoformat()} {child.child}"
        if earlier := Recording.objects.filter(only_one=only_one, is_withdrawn=False).first():
            raise Stale(standing_version(earlier), ending.given)
        given = {**ending.given, "plan": ending.plan_started, "decided": ending.decided}
        recording = new_recording(by, child, "plan_endings", given, at, only_one=only_one)
        for table, part in _parts(ending):
            new_recording(by, child, table, part, at, part_of=recording)
        set_tasks(by, child, recording, to_do, at)
        return recording

    _checks_exist(ending.answers)
    return write(
        by=by,
        action=END_A_PLAN,
        thing="the end of a protection plan recorded",
        record=child,
        work=work,
        submission=submission,
    )


def _parts(ending: Ending) -> list[tuple[str, dict[str, Any]]]:
    """The rows beside the ending itself: votes, words, answers."""
    words = {
        "decided": ending.decided,
        "parents_view": ending.parents_view,
        "childs_view": ending.childs_view,
        "dissent": ending.dissent,
        "what_follows": ending.what_follows,
    }
    at_conference = ending.given.get("decided_at_conference") is not False
    meeting = "review conference" if at_conference else "other"
    parts: list[tuple[str, dict[str, Any]]] = [("words_at_an_ending", words)]
    for one in ending.agencies:
        vote = {
            "meeting_kind": meeting,
            "held": ending.decided,
            "agency": one.agency,
            "attended": one.attended,
            "knows_the_child": one.knows_the_child,
            "view": one.view,
        }
        parts.append(("decision_makers", vote))
        if one.words.strip():
            said = {"decided": ending.decided, "agency": one.agency, "words": one.words}
            parts.append(("agencies_words_at_an_ending", said))
    for check, answer in ending.answers.items():
        if answer.strip():
            told = {"decided": ending.decided, "check": check, "words": answer}
            parts.append(("answers_at_an_ending", told))
    return parts


def _checks_exist(answers: Mapping[str, str]) -> None:
    """Raises NotRecorded where an answer is to no check of the rule book."""
    # Imported here: the rule book and its engine take seconds that signing in does not need.
    from sightline.rules.checks_before_ending import CHECKS

    if set(answers) - set(CHECKS):
        raise NotRecorded("An answer is to no check there is.", "Open the form again.")
