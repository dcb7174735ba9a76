"""Recording for a child, correcting what was recorded and withdrawing what was recorded in error."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Prefetch
from django.utils import timezone

from sightline.casework.models import Person, Recording, RecordingVersion, Task
from sightline.casework.policy import END_A_PLAN, RECORD, SUPERVISE, ChildRecord
from sightline.casework.recorded_tables import RECORDABLE, checked
from sightline.casework.tasks import new_task
from sightline.casework.writing import NotRecorded, ask, said, write
from sightline.records.table import DATE

ONLY_WITH_AN_ENDING = (
    "plan_endings",
    "words_at_an_ending",
    "agencies_words_at_an_ending",
    "answers_at_an_ending",
)
"""Recorded together by ``ending_plans.end_plan`` and in no other way."""

ACTION_FOR = {
    "supervision": SUPERVISE,
    "management_decisions": SUPERVISE,
    **dict.fromkeys(ONLY_WITH_AN_ENDING, END_A_PLAN),
}
"""What the policy is asked where recording is more than recording."""


@dataclass(frozen=True, kw_only=True)
class ToDo:
    """A task agreed in what is recorded: what, who, by when."""

    words: str
    owner: Person
    due: date


class Stale(NotRecorded):
    """Somebody changed it meanwhile. ``theirs`` is what stands (a version of a recording, or of the
    end of a plan as a whole), ``yours`` what was sent."""

    def __init__(self, theirs: Any, yours: Mapping[str, Any]) -> None:
        super().__init__(
            f"{theirs.by.get_username()} changed this since you opened it.",
            "Compare both below, then send what should stand.",
        )
        self.theirs, self.yours = theirs, dict(yours)


def record(
    *,
    by: Person,
    child: ChildRecord,
    table: str,
    given: Mapping[str, Any],
    to_do: Sequence[ToDo] = (),
    submission: str = "",
) -> Recording:
    """Record one row of a table for a child, with the tasks agreed in it."""
    return record_rows(
        by=by, child=child, table=table, rows=[given], to_do=to_do, submission=submission
    )


def record_rows(
    *,
    by: Person,
    child: ChildRecord,
    table: str,
    rows: Sequence[Mapping[str, Any]],
    to_do: Sequence[ToDo] = (),
    submission: str = "",
) -> Recording:
    """Record rows of a table that belong together, such as the areas of one assessment: all or none.

    Gives back the first. Each is corrected and withdrawn on its own.
    """

    def work(at: datetime) -> Recording:
        if table in ONLY_WITH_AN_ENDING:
            raise NotRecorded("The end of a plan is recorded as a whole.", "Open its own form.")
        recording, *_ = [new_recording(by, child, table, row, at) for row in rows]
        set_tasks(by, child, recording, to_do, at)
        return recording

    return write(
        by=by,
        action=ACTION_FOR.get(table, RECORD),
        thing=f"{table} recorded",
        record=child,
        work=work,
        submission=submission,
    )


def record_for_several(
    *,
    by: Person,
    table: str,
    parts: Sequence[tuple[ChildRecord, Mapping[str, Any]]],
    submission: str,
    to_do: Mapping[str, Sequence[ToDo]] | None = None,
) -> list[Recording]:
    """Record for several children at once, each with their own part; each file stands alone.

    ``to_do`` are the tasks agreed, by child.

    All are looked at before the first is written, so that a refusal or a fault in one writes
    nothing. Sent again after a break, what was written stays and the rest follows.
    """
    for child, given in parts:
        action = ACTION_FOR.get(table, RECORD)
        ask(by=by, action=action, thing=f"{table} for several children", record=child)
        checked(table, given)
    return [
        record(
            by=by,
            child=child,
            table=table,
            given=given,
            to_do=(to_do or {}).get(child.child, ()),
            submission=f"{submission}:{place}",
        )
        for place, (child, given) in enumerate(parts)
    ]


def correct(
    *,
    by: Person,
    child: ChildRecord,
    recording: Recording,
    seen: int,
    given: Mapping[str, Any],
    why: str,
    submission: str = "",
) -> Recording:
    """Write a new version over the one the person saw; the earlier ones stay.

    Raises Stale where another version stands by now: nobody's words are lost.
    """

    def work(at: datetime) -> Recording:
        standing = still_standing(recording, child)
        if standing.version != seen:
            raise Stale(standing_version(standing), given)
        _stands_alone(standing, "plan_endings")
        content = checked(standing.table, given)
        new_version(standing, content, by, at, said(why, "reason"))
        return standing

    return write(
        by=by,
        action=ACTION_FOR.get(recording.table, RECORD),
        thing=f"{recording.table} corrected",
        record=child,
        work=work,
        submission=submission,
    )


def withdraw(
    *, by: Person, child: ChildRecord, recording: Recording, seen: int, why: str
) -> Recording:
    """Say that something was recorded in error. It leaves the rules; its words and the reason stay."""

    def work(at: datetime) -> Recording:
        standing = still_standing(recording, child)
        _stands_alone(standing)
        theirs = standing_version(standing)
        if standing.version != seen:
            raise Stale(theirs, {})
        for one in (standing, *standing.parts.filter(is_withdrawn=False)):
            content = standing_version(one).content
            one.is_withdrawn = True
            new_version(one, content, by, at, said(why, "reason"))
        return standing

    return write(
        by=by,
        action=ACTION_FOR.get(recording.table, RECORD),
        thing=f"{recording.table} withdrawn",
        record=child,
        work=work,
    )


def new_recording(
    by: Person,
    child: ChildRecord,
    table: str,
    given: Mapping[str, Any],
    at: datetime,
    **more: Any,
) -> Recording:
    """The rows of one recording, for what records several as part of its own writing."""
    content = checked(table, given)
    recording = Recording.objects.create(
        table=table, child=child.child, made_by=by, made_on=timezone.localdate(at), **more
    )
    _version(recording, content, by, at)
    return recording


def _stands_alone(recording: Recording, *wholes: str) -> None:
    """Raises NotRecorded for a part of a larger recording, and for a whole that has its own form."""
    if recording.part_of_id is not None or recording.table in wholes:
        raise NotRecorded("This is changed as a whole.", "Open the form it was recorded with.")


def set_tasks(
    by: Person, child: ChildRecord, recording: Recording, to_do: Sequence[ToDo], at: datetime
) -> None:
    """Set the tasks agreed in a recording."""
    for one in to_do:
        new_task(by, child, one.words, one.owner, one.due, at, came_from=recording)


def standing_version(recording: Recording) -> RecordingVersion:
    """What a recording says now."""
    return recording.versions.select_related("by").get(number=recording.version)


def history_of(recording: Recording) -> list[RecordingVersion]:
    """Every version of a recording, the latest first."""
    return list(recording.versions.select_related("by").order_by("-number"))


def recorded_for(child: str, table: str) -> list[Recording]:
    """What stands recorded for a child in one table, the latest first."""
    return list(
        Recording.objects.filter(child=child, table=table, is_withdrawn=False).order_by("-pk")
    )


def standing_versions(child: str, table: str) -> list[RecordingVersion]:
    """What everything recorded for a child in one table says now, the latest recorded first; each
    with its ``recording``. One query."""
    versions = RecordingVersion.objects.filter(
        recording__child=child,
        recording__table=table,
        recording__is_withdrawn=False,
        number=F("recording__version"),
    )
    return list(versions.select_related("by", "recording").order_by("-recording"))


def all_recorded_for(child: str) -> list[Recording]:
    """Everything recorded for a child in any table, withdrawn or not, the latest first; each with
    every version of it, the latest first, as ``kept_versions``."""
    versions = RecordingVersion.objects.select_related("by").order_by("-number")
    recordings = Recording.objects.filter(child=child, table__in=RECORDABLE).order_by("-pk")
    return list(
        recordings.select_related("made_by").prefetch_related(
            Prefetch("versions", versions, to_attr="kept_versions")
        )
    )


def days_recorded(child: str) -> dict[str, frozenset[date]]:
    """By table the days that stand recorded here for a child."""
    days: dict[str, set[date]] = {}
    for one in all_recorded_for(child):
        if not one.is_withdrawn:
            table, content = RECORDABLE[one.table], one.kept_versions[0].content
            found = (content.get(column.name) for column in table.columns if column.type == DATE)
            days.setdefault(one.table, set()).update(map(date.fromisoformat, filter(None, found)))
    return {table: frozenset(found) for table, found in days.items()}


def comes_back(child: str) -> list[Task]:
    """Actions of earlier supervision and management decisions still open, for the next one."""
    tasks = Task.objects.filter(
        child=child, ended_at=None, came_from__table__in=("supervision", "management_decisions")
    )
    return list(tasks.select_related("owner", "came_from").order_by("due", "pk"))


def new_version(
    recording: Recording, content: Mapping[str, Any], by: Person, at: datetime, why: str = ""
) -> None:
    """Write the next version of a recording, with whether it is withdrawn; the earlier ones stay."""
    recording.version += 1
    recording.save(update_fields=["version", "is_withdrawn"])
    _version(recording, content, by, at, why)


def _version(
    recording: Recording, content: Mapping[str, Any], by: Person, at: datetime, why: str = ""
) -> None:
    RecordingVersion.objects.create(
        recording=recording, number=recording.version, content=dict(content), by=by, at=at, why=why
    )


def still_standing(recording: Recording, child: ChildRecord) -> Recording:
    """The recording as it is now. Raises NotRecorded where it was withdrawn."""
    standing = Recording.objects.select_for_update().get(pk=recording.pk, child=child.child)
    if standing.is_withdrawn:
        raise NotRecorded("This was withdrawn meanwhile.", "Look at its history.")
    return standing
