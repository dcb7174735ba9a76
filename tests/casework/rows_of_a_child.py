"""A made-up row of every model that holds a child, whatever its columns are."""

from django.db import models
from django.utils import timezone

from sightline.casework import audit
from sightline.casework.attendance_file import DRAFT
from sightline.casework.kept_of_a_child import HOLDINGS
from sightline.casework.models import AuditEntry, Draft, Person

WORDS = "Zqx said so"
DECLARED = {one.model for one in HOLDINGS}


def one_of_each(child: str, by: Person) -> None:
    """A row about the child in every model that holds one, and the trail of reading it."""
    made: dict[type[models.Model], models.Model] = {}
    for holding in reversed(HOLDINGS):
        if not holding.kept_for:
            _make(holding.model, child, by, made)
    audit.record(by=by, action="read a child's record", thing="page", children=[child])


def attendance_draft(children: list[str], by: Person) -> Draft:
    """A file of school attendance that was looked at, with a row of each child."""
    rows = [[child, {"until": "2024-03-03", "school": WORDS}] for child in children]
    content = {"rows": rows}
    return Draft.objects.create(person=by, form=DRAFT, content=content, saved_at=timezone.now())


def of_each(child: str) -> dict[str, int]:
    """By model, how many rows about the child there are."""
    return {one.model.__name__: one.of([child]).count() for one in HOLDINGS}


def _make(model, child, by, made):
    if model in made or model is AuditEntry:
        return
    values = {}
    for field in model._meta.concrete_fields:
        if field.primary_key or field.name in ("of_itself", "only_one"):
            continue
        if isinstance(field, models.ForeignKey):
            values[field.name] = _named(field, model, child, by, made)
        else:
            values[field.name] = _value(field, child, WORDS if model in DECLARED else "of all")
    made[model] = model.objects.create(**values)


def _named(field, model, child, by, made):
    other = field.related_model
    if other is Person:
        return by
    if other is model:
        return None
    _make(other, child, by, made)
    return made[other]


def _value(field, child, words):
    if field.name == "child":
        return child
    if field.name == "table":
        return "supervision"
    if field.name == "content":
        return {"held": "2024-03-03", "words that are gone": words}
    if isinstance(field, models.DateTimeField):
        return timezone.now()
    if isinstance(field, models.DateField):
        return timezone.localdate()
    if isinstance(field, models.BooleanField):
        return False
    if isinstance(field, models.JSONField):
        return [words]
    if isinstance(field, models.IntegerField):
        return 1
    if field.unique or field.name == "key":
        return f"{child} {field.name}"[:60]
    return words if isinstance(field, models.TextField) else "x"
