"""Tasks: set for a child, handed on, done or dropped with a reason."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from sightline.casework.concern_keys import ConcernKey
from sightline.casework.models import Person, Task
from sightline.casework.policy import READ_CHILD, RECORD, ChildRecord, may
from sightline.casework.writing import NotRecorded, said, write


def set_task(
    *,
    by: Person,
    record: ChildRecord,
    words: str,
    owner: Person,
    due: date,
    concern: ConcernKey | None = None,
    submission: str = "",
) -> Task:
    """Set a task of its own for a child; ``concern`` is what it is about, if it is about one."""
    if concern and concern.child != record.child:
        raise NotRecorded("The concern is another child's.", "Open the concern again.")
    about = {"rule": concern.rule, "subject": concern.subject} if concern else {}

    def work(at: datetime) -> Task:
        return new_task(by, record, words, owner, due, at, **about)

    return write(
        by=by, action=RECORD, thing="a task is set", record=record, work=work, submission=submission
    )


def end_task(
    *, by: Person, record: ChildRecord, task: Task, ended_as: str, because: str = ""
) -> Task:
    """Say that a task is done, or dropped and why. One ended already stays as it was."""

    def work(at: datetime) -> Task:
        standing = _standing(task, record)
        if ended_as not in ("done", "dropped"):
            raise NotRecorded("A task ends done or dropped.", "Choose one of the two.")
        standing.ended_because = said(because, "reason") if ended_as == "dropped" else because
        standing.ended_as, standing.ended_by, standing.ended_at = ended_as, by, at
        standing.save(update_fields=["ended_as", "ended_because", "ended_by", "ended_at"])
        return standing

    return write(by=by, action=RECORD, thing=f"a task is {ended_as}", record=record, work=work)


def new_task(
    by: Person, record: ChildRecord, words: str, owner: Person, due: date, at: datetime, **more
) -> Task:
    """The row of a task, for what sets tasks as part of its own writing."""
    if due < timezone.localdate():
        raise NotRecorded("The task's day lies in the past.", "Give today or a later day.")
    if not may(owner, READ_CHILD, record):
        raise NotRecorded(
            "The owner of the task may not read this child's record.",
            "Choose somebody who may, or have them named for the record first.",
        )
    return Task.objects.create(
        child=record.child,
        words=said(words, "task"),
        owner=owner,
        due=due,
        set_by=by,
        set_at=at,
        **more,
    )


def open_tasks(children: Iterable[str]) -> list[Task]:
    """Tasks neither done nor dropped for these children, the first due first."""
    tasks = Task.objects.filter(child__in=list(children), ended_at=None)
    return list(tasks.select_related("owner", "set_by", "decision").order_by("due", "pk"))


def _standing(task: Task, record: ChildRecord) -> Task:
    """The task as it is now. Raises NotRecorded where it has ended."""
    standing = Task.objects.select_for_update().get(pk=task.pk, child=record.child)
    if standing.ended_at is not None:
        raise NotRecorded(
            f"{standing.ended_by.get_username()} ended this task already: {standing.ended_as}.",
            "Look at the task again; set a new one if more is to be done.",
        )
    return standing


def tasks_of(owner: Person) -> list[Task]:
    """One's own tasks neither done nor dropped, the first due first. Ask the policy of each."""
    tasks = Task.objects.filter(owner=owner, ended_at=None)
    return list(tasks.select_related("set_by", "decision").order_by("due", "pk"))


def concern_of(task: Task) -> ConcernKey | None:
    """The concern a task was set about; None where it was set about none."""
    about = task.decision or task
    return ConcernKey(about.rule, about.child, about.subject) if about.rule else None
