"""What is a person's own on their day: tasks, drafts they left, what they were told."""

from dataclasses import dataclass
from typing import Any

from sightline.casework.access import access_of
from sightline.casework.drafts import drafts_left
from sightline.casework.models import Draft, Notice, Task
from sightline.casework.policy import READ_CHILD, may
from sightline.casework.tasks import tasks_of
from sightline.web import service

NOTICES_SHOWN = 5


@dataclass(frozen=True)
class Own:
    """A person's own things. ``closed`` counts tasks about children no longer open to them."""

    tasks: list[Task]
    closed: int
    drafts: list[Draft]
    notices: list[Notice]
    unread: int

    @property
    def children(self) -> set[str]:
        """The children named in them."""
        named = (*self.tasks, *self.drafts, *self.notices)
        return {one.child for one in named} - {""}


def own_things(person: Any, workspace: service.Service) -> Own:
    """The person's own tasks, drafts and unread notices; the policy is asked about each child."""
    access = access_of(person)

    def is_open(child: str) -> bool:
        """Whether what is about this child may be shown; what is about none may."""
        return not child or bool(may(person, READ_CHILD, workspace.record_of(child), access))

    tasks = tasks_of(person)
    unread = Notice.objects.filter(to=person, read_at=None).select_related("about")
    notices = list(unread.order_by("-sent_at", "-pk")[:NOTICES_SHOWN])
    open_tasks = [task for task in tasks if is_open(task.child)]
    return Own(
        tasks=open_tasks,
        closed=len(tasks) - len(open_tasks),
        drafts=[one for one in drafts_left(person) if one.address and is_open(one.child)],
        notices=[one for one in notices if is_open(one.child)],
        unread=unread.count(),
    )
