"""A form with what was typed into it: shown again as typed, and read where it can be."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from sightline.web.forms import fields as kinds
from sightline.web.forms.fields import Field
from sightline.web.words import as_day

MOST_TEXT = 20_000
DAY_PARTS = ("day", "month", "year")
YES, NO = "yes", "no"
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


@dataclass(frozen=True)
class Fault:
    """What is wrong with one field, in words; ``at`` is the id of its first box on the page."""

    words: str
    at: str = ""


@dataclass
class Filled:
    """One form, empty, begun or sent.

    ``typed``       what stands in each box, by the box's name.
    ``values``      what was read, by field name; a field with a fault has none.
    ``faults``      by field name; under "" what is wrong with the whole.
    ``submission``  the key by which a form sent twice is known.
    ``seen``        the version a correction was begun from.
    ``draft``       the kept draft it was filled from, if any.
    ``theirs``      where somebody changed it meanwhile: the version that stands.
    ``prefix``      before every box's name, where a page holds several forms.
    """

    fields: tuple[Field, ...]
    submission: str
    typed: dict[str, Any] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    seen: int | None = None
    draft: Any = None
    theirs: Any = None
    prefix: str = ""
    of: Any = None  # whose draft is kept: set by open_form

    @property
    def is_right(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.faults

    @property
    def error_list(self) -> list[dict[str, str]]:
        """The faults as the GOV.UK error summary takes them."""
        return [{"text": fault.words, "href": f"#{fault.at}"} for fault in self.faults.values()]

    @property
    def groups(self) -> list[tuple[str, list[str]]]:
        """The names of the fields under each heading, in their order."""
        return [
            (heading, [one.name for one in fields])
            for heading, fields in groupby(self.fields, key=lambda one: one.group)
        ]

    def day_items(self, name: str) -> list[dict[str, str]]:
        """The three boxes of a day as the GOV.UK date input takes them."""
        wrong = " govuk-input--error" if name in self.faults else ""
        return [
            {
                "name": part,
                "label": part.capitalize(),
                "value": self.typed.get(f"{self.box(name)}-{part}", ""),
                "classes": f"govuk-input--width-{4 if part == 'year' else 2}{wrong}",
            }
            for part in DAY_PARTS
        ]

    def box(self, name: str) -> str:
        """The name, and id, of a field's box on the page."""
        return f"{self.prefix}{name}"

    def fault_of(self, name: str) -> str:
        """What is wrong with a field; "" where nothing is."""
        return self.faults[name].words if name in self.faults else ""

    def blame(self, name: str, words: str) -> None:
        """Say what is wrong with a field, or with the whole under ""."""
        self.faults[name] = Fault(words, self.box(name) if name else "form")


def begun(
    fields: Sequence[Field], submission: str, values: Mapping[str, Any] | None, prefix: str = ""
) -> Filled:
    """A form as it is first shown: empty, or with the values given."""
    form = Filled(tuple(fields), submission, prefix=prefix)
    for one in fields:
        form.typed.update(_typed_of(form.box(one.name), one, (values or {}).get(one.name)))
    return form


def from_draft(
    fields: Sequence[Field], submission: str, typed: Mapping[str, Any], prefix: str = ""
) -> Filled:
    """A form as a person left it."""
    return Filled(tuple(fields), submission, typed=dict(typed), prefix=prefix)


def sent(
    fields: Sequence[Field],
    submission: str,
    post: QueryDict,
    files: MultiValueDict | None = None,
    prefix: str = "",
) -> Filled:
    """A form as it came in, read field by field; what cannot be read is a fault of its field."""
    form = Filled(tuple(fields), submission, prefix=prefix)
    for one in fields:
        _read(form, one, post, files or MultiValueDict())
    return form


def _typed_of(box: str, one: Field, value: Any) -> dict[str, Any]:
    """What stands in the boxes of a field that has this value."""
    if one.kind == kinds.CHOICES:
        return {box: list(value or [])}
    if one.kind == kinds.DAY:
        day = as_day(value)
        parts = (str(day.day), str(day.month), str(day.year)) if day else ("", "", "")
        return {f"{box}-{part}": words for part, words in zip(DAY_PARTS, parts, strict=True)}
    if one.kind == kinds.YES_OR_NO:
        return {box: "" if value is None else YES if value else NO}
    return {box: "" if value is None or one.kind == kinds.FILE else str(value)}


def _read(form: Filled, one: Field, post: QueryDict, files: MultiValueDict) -> None:
    box = form.box(one.name)
    if one.kind == kinds.FILE:
        value = files.get(box)
    elif one.kind == kinds.CHOICES:
        form.typed[box] = value = [item for item in post.getlist(box) if item]
    elif one.kind == kinds.DAY:
        typed = {f"{box}-{part}": post.get(f"{box}-{part}", "").strip() for part in DAY_PARTS}
        form.typed.update(typed)
        value = tuple(typed.values()) if any(typed.values()) else None
    else:
        form.typed[box] = value = post.get(box, "").strip()
    if value in (None, "", []):
        form.values[one.name] = [] if one.kind == kinds.CHOICES else None
        if one.required:
            form.blame(one.name, f"{_asked(one)} is missing. {_what_to_do(one)}")
        return
    try:
        form.values[one.name] = _value(one, value)
    except ValueError as error:
        form.blame(one.name, str(error))
    if one.kind == kinds.DAY and one.name in form.faults:
        form.faults[one.name] = Fault(form.fault_of(one.name), f"{box}-day")


def _value(one: Field, value: Any) -> Any:
    """The value of what was typed. ValueError says in words what is wrong with it."""
    if one.kind == kinds.DAY:
        return _day(one, value)
    if one.kind in (kinds.CHOICE, kinds.CHOICES):
        return _chosen(one, value)
    if one.kind == kinds.YES_OR_NO:
        if value not in (YES, NO):
            raise ValueError(f"{_asked(one)}: choose yes or no.")
        return value == YES
    if one.kind == kinds.WHOLE:
        if not re.fullmatch(r"-?[0-9]{1,12}", value):
            raise ValueError(f"{_asked(one)}: give a whole number, such as 12.")
        return int(value)
    if one.kind == kinds.DECIMAL:
        if not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,6})?", value):
            raise ValueError(f"{_asked(one)}: give a number, such as 12 or 12.5.")
        return float(value)
    if one.kind != kinds.FILE and (len(value) > MOST_TEXT or "\0" in value):
        raise ValueError(f"{_asked(one)}: write up to {MOST_TEXT:,} characters.")
    return value


def _day(one: Field, parts: tuple[str, str, str]) -> date:
    day, month, year = parts
    if month[:3].lower() in MONTHS:
        month = str(MONTHS.index(month[:3].lower()) + 1)
    try:
        if len(year) != 4:
            raise ValueError
        found = date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(f"{_asked(one)}: give a day that exists, such as 27 3 2026.") from None
    if one.not_ahead and found > timezone.localdate():
        raise ValueError(f"{_asked(one)} cannot lie ahead. Give the day it happened.")
    return found


def _chosen(one: Field, value: Any) -> Any:
    known = {code for code, _ in one.choices}
    if not set(value if isinstance(value, list) else [value]) <= known:
        raise ValueError(f"{_asked(one)}: choose from the list.")
    return value


def _asked(one: Field) -> str:
    return one.label.rstrip("?.: ")


def _what_to_do(one: Field) -> str:
    return "Choose one." if one.choices or one.kind == kinds.YES_OR_NO else "Fill it in."
