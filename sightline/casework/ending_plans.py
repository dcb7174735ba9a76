"""Recording that a protection plan ends: who said what, what each check said, what was answered, what follows.

The conference decides and people answer for it. Nothing here blocks: a check that is not met may
be left open, and that it was left open shows.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sightline.casework.models import Person, Recording, RecordingVersion
from sightline.casework.policy import END_A_PLAN, ChildRecord
from sightline.casework.recorded_tables import checked
from sightline.casework.recording import (
    Stale,
    ToDo,
    new_recording,
    new_version,
    set_tasks,
    still_standing,
)
from sightline.casework.writing import NotRecorded, said, write

PLAN, DECIDED = "plan", "decided"
NAMED_BY = {"decision_makers": "agency", "agencies_words_at_an_ending": "agency",
            "answers_at_an_ending": "check", "words_at_an_ending": ""}  # fmt: skip
"""The tables of an ending's parts, and the column by which one part is told from another of its table."""


@dataclass(frozen=True, kw_only=True)
class AgencyView:
    """What one agency said at the conference: ``view`` is its vote, ``words`` its own words."""

    agency: str
    attended: bool | None = None
    knows_the_child: bool | None = None
    view: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class CheckAtEnding:
    """What one check said when the end was recorded, and the answer to it; "" where it was left open.

    ``evidence`` are the values behind it by name, as text.
    """

    stood: str
    evidence: Mapping[str, str] = field(default_factory=dict)
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Ending:
    """The end of a plan as the conference and the manager give it.

    ``given`` are the columns of ``plan_endings``, ``words`` those of ``words_at_an_ending``;
    ``checks`` stand by the check's name.
    """

    plan_started: date
    decided: date
    given: Mapping[str, Any]
    agencies: Sequence[AgencyView] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    checks: Mapping[str, CheckAtEnding] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class EndingVersion:
    """An ending with all its parts as one version had it: who wrote it, when, and why it was corrected."""

    recording: Recording
    number: int
    by: Person
    at: datetime
    why: str
    ending: Ending

    @property
    def content(self) -> Mapping[str, Any]:
        """The columns of ``plan_endings``."""
        return self.ending.given


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
        if earlier := ending_of(child.child, ending.plan_started):
            raise Stale(version_of(earlier), ending.given)
        recording = new_recording(
            by, child, "plan_endings", _own(ending), at, only_one=_only_one(child.child, ending)
        )
        for table, part in _parts(ending):
            new_recording(by, child, table, part, at, part_of=recording)
        set_tasks(by, child, recording, to_do, at)
        return recording

    _is_sound(ending)
    return write(
        by=by,
        action=END_A_PLAN,
        thing="the end of a protection plan recorded",
        record=child,
        work=work,
        submission=submission,
    )


def correct_ending(
    *,
    by: Person,
    child: ChildRecord,
    recording: Recording,
    seen: int,
    ending: Ending,
    why: str,
    to_do: Sequence[ToDo] = (),
    submission: str = "",
) -> Recording:
    """Write a new version of an ending as a whole over the one the person saw; the earlier ones stay.

    Raises Stale where another version stands by now: both are shown, and nobody's words are lost.
    """

    def work(at: datetime) -> Recording:
        standing = still_standing(recording, child)
        if standing.version != seen:
            raise Stale(version_of(standing), ending.given)
        if standing.only_one != _only_one(child.child, ending):
            raise NotRecorded(
                "This is the end of another plan.", "Withdraw it, then record the right one."
            )
        new_version(standing, checked("plan_endings", _own(ending)), by, at, said(why, "reason"))
        _lay_over(by, child, standing, _parts(ending), at)
        set_tasks(by, child, standing, to_do, at)
        return standing

    _is_sound(ending)
    return write(
        by=by,
        action=END_A_PLAN,
        thing="the end of a protection plan corrected",
        record=child,
        work=work,
        submission=submission,
    )


def ending_of(child: str, plan_started: date) -> Recording | None:
    """What stands recorded of the end of one plan."""
    only_one = f"end of plan {plan_started.isoformat()} {child}"
    return Recording.objects.filter(only_one=only_one, is_withdrawn=False).first()


def rows_of(recording: Recording) -> frozenset[str]:
    """The ids by which the rows of an ending and of its parts stand among the records."""
    parts = recording.parts.values_list("pk", flat=True)
    return frozenset(f"here {pk}" for pk in (recording.pk, *parts))


def version_of(recording: Recording, number: int | None = None) -> EndingVersion:
    """An ending as one of its versions had it, by default the one that stands."""
    main = recording.versions.select_related("by").get(number=number or recording.version)
    found: dict[str, dict[str, dict[str, Any]]] = {table: {} for table in NAMED_BY}
    for table, content in _parts_at(recording, main):
        found[table][content.get(NAMED_BY[table], "")] = content
    return EndingVersion(
        recording=recording,
        number=main.number,
        by=main.by,
        at=main.at,
        why=main.why,
        ending=_ending_from(main.content, found),
    )


def _parts_at(recording: Recording, main: RecordingVersion) -> list[tuple[str, dict[str, Any]]]:
    """The parts that stood when a version was written: all of one writing bear one moment."""
    parts = []
    for part in recording.parts.order_by("pk").prefetch_related("versions"):
        versions = [one for one in part.versions.all() if one.at <= main.at]
        last = max(versions, key=lambda one: one.number, default=None)
        withdrawn = last and part.is_withdrawn and last.number == part.version
        # An ending withdrawn as a whole still shows what it said.
        if last and (
            not withdrawn or (recording.is_withdrawn and main.number == recording.version)
        ):
            parts.append((part.table, last.content))
    return parts


def _ending_from(main: Mapping[str, Any], found: Mapping[str, Mapping[str, Any]]) -> Ending:
    words = found["agencies_words_at_an_ending"]
    return Ending(
        plan_started=date.fromisoformat(main[PLAN]),
        decided=date.fromisoformat(main[DECIDED]),
        given={name: value for name, value in main.items() if name not in (PLAN, DECIDED)},
        agencies=[
            AgencyView(
                agency=agency,
                attended=vote.get("attended"),
                knows_the_child=vote.get("knows_the_child"),
                view=vote.get("view", ""),
                words=words.get(agency, {}).get("words", ""),
            )
            for agency, vote in found["decision_makers"].items()
        ],
        words={
            name: value
            for name, value in found["words_at_an_ending"].get("", {}).items()
            if name != DECIDED
        },
        checks={
            name: CheckAtEnding(
                stood=one["stood"],
                evidence=json.loads(one.get("evidence", "{}")),
                words=one.get("words", ""),
            )
            for name, one in found["answers_at_an_ending"].items()
        },
    )


def _only_one(child: str, ending: Ending) -> str:
    return f"end of plan {ending.plan_started.isoformat()} {child}"


def _own(ending: Ending) -> dict[str, Any]:
    """The row of ``plan_endings`` itself."""
    return {**ending.given, PLAN: ending.plan_started, DECIDED: ending.decided}


def _parts(ending: Ending) -> list[tuple[str, dict[str, Any]]]:
    """The rows beside the ending itself: votes, words, checks with their answers."""
    at_conference = ending.given.get("decided_at_conference") is not False
    meeting = "review conference" if at_conference else "other"
    parts: list[tuple[str, dict[str, Any]]] = [
        ("words_at_an_ending", {**ending.words, DECIDED: ending.decided})
    ]
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
            said_so = {DECIDED: ending.decided, "agency": one.agency, "words": one.words}
            parts.append(("agencies_words_at_an_ending", said_so))
    for name, one in ending.checks.items():
        told = {DECIDED: ending.decided, "check": name, "stood": one.stood, "words": one.words}
        parts.append(("answers_at_an_ending", told | {"evidence": json.dumps(dict(one.evidence))}))
    return parts


def _lay_over(
    by: Person,
    child: ChildRecord,
    recording: Recording,
    parts: Sequence[tuple[str, dict[str, Any]]],
    at: datetime,
) -> None:
    """Let these be the parts from now on: what changed gets a version, what is left out is withdrawn."""
    standing = {
        (part.table, content.get(NAMED_BY[part.table], "")): (part, content)
        for part in recording.parts.filter(is_withdrawn=False).select_for_update()
        for content in [part.versions.get(number=part.version).content]
    }
    for table, given in parts:
        content = checked(table, given)
        earlier = standing.pop((table, content.get(NAMED_BY[table], "")), None)
        if earlier is None:
            new_recording(by, child, table, given, at, part_of=recording)
        elif earlier[1] != content:
            new_version(earlier[0], content, by, at)
    for part, content in standing.values():
        part.is_withdrawn = True
        new_version(part, content, by, at)


def _is_sound(ending: Ending) -> None:
    """Raises NotRecorded where a check does not exist, or the day is before the plan."""
    # Imported here: the rule book and its engine take seconds that signing in does not need.
    from sightline.rules.checks_before_ending import CHECKS

    if set(ending.checks) - set(CHECKS):
        raise NotRecorded("An answer is to no check there is.", "Open the form again.")
    if ending.decided < ending.plan_started:
        raise NotRecorded(
            "The end was decided before the plan started.", "Check the day it was decided."
        )
