"""A page that asks one thing and records it: most forms of a plan are one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse

from sightline.casework.models import Person
from sightline.improvement.models import Plan
from sightline.web.forms import Field, Filled, done, open_form, told
from sightline.web.pages.improvement.finding import Crumbs, shown_of_plan

MEMBERS_READ_THIS = "Elected members read this. Name no child, and give no number from one to four."


def ask(
    request: HttpRequest,
    plan: Plan | None,
    fields: Sequence[Field],
    record: Callable[[Filled], Any],
    *,
    heading: str,
    way: Crumbs,
    to: str | Callable[[Any], str],
    said: str,
    button: str = "Record",
    values: Mapping[str, Any] | None = None,
    seen: int | None = None,
    template: str = "ask.html",
    **content: Any,
) -> HttpResponse:
    """The form, or, once it is sent and right, ``record`` and on to ``to`` where ``said`` is told."""
    form = open_form(request, fields, values=values, seen=seen)
    if request.method == "POST" and form.is_right:
        with told(form):
            row = record(form)
            return done(request, said, to=to(row) if callable(to) else to)
    return shown_of_plan(
        request,
        template,
        plan,
        {"form": form, "heading": heading, "way": way, "button": button, **content},
    )


def person_field(name: str, label: str, *, hint: str = "", required: bool = False) -> Field:
    """A choice among the people who sign in."""
    people = Person.objects.filter(is_active=True).order_by("last_name", "username")
    return Field(
        name=name,
        label=label,
        kind="choice",
        hint=hint,
        required=required,
        as_list=True,
        choices=tuple(
            (str(one.pk), f"{one.get_full_name() or one.username} ({one.get_role_display()})")
            for one in people
        ),
    )


def person_of(value: str | None) -> Person | None:
    """The person chosen in a field of ``person_field``; None where nobody is."""
    return Person.objects.get(pk=value) if value else None
