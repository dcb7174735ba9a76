"""What supervision and a manager's decision ask alike: one action, who does it and by when."""

from typing import Any

from django.utils import timezone

from sightline.casework.models import Person
from sightline.casework.policy import RECORD, ChildRecord
from sightline.casework.readers import name_of, people_who_may
from sightline.casework.recording import ToDo
from sightline.web.forms import Field, Filled
from sightline.web.forms import fields as kinds

ASKED = ("task", "owner", "due")


def to_do_fields(record: ChildRecord) -> tuple[Field, ...]:
    """An action that becomes a task and comes back at the next supervision; none has to be agreed."""
    people = tuple((str(one.pk), name_of(one)) for one in people_who_may(record, RECORD))
    return (
        Field(name="task", label="Action agreed", hint="It stands on the owner’s tasks and comes back at the next supervision until it is done or dropped."),
        Field(name="owner", label="Who does it?", kind=kinds.CHOICE, choices=people, as_list=True),
        Field(name="due", label="By which day?", kind=kinds.DAY),
    )  # fmt: skip


def to_dos(form: Filled) -> list[ToDo]:
    """The action as it was filled in; what is missing of it is blamed on the form."""
    given = {name: form.values.get(name) for name in ASKED}
    if not any(given.values()):
        return []
    missing = [name for name in ASKED if not given[name]]
    for name in missing:
        form.blame(name, "An action needs what is done, who does it and by which day.")
    due: Any = given["due"]
    if due and due < timezone.localdate():
        form.blame("due", "The action’s day lies in the past. Give today or a later day.")
    if not form.is_right:
        return []
    owner = Person.objects.get(pk=int(str(given["owner"])))
    return [ToDo(words=str(given["task"]), owner=owner, due=due)]


def without_the_action(values: dict[str, Any]) -> dict[str, Any]:
    """What is left of a form's values for the record itself."""
    return {name: value for name, value in values.items() if name not in ASKED}
