"""Forms that record several rows at once: one for each area, kind or code that is given a value."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sightline.casework.recorded_tables import RECORDABLE
from sightline.casework.writing import NotRecorded
from sightline.records.codes import CODES
from sightline.web.forms import Field
from sightline.web.pages.child.what_to_record import ToRecord


def fields_of_rows(what: ToRecord, fields: Sequence[Field]) -> tuple[Field, ...]:
    """The fields with those asked once for each code in place of the two they fill."""
    if what.repeats is None:
        return tuple(fields)
    repeats = what.repeats
    value = next(one for one in fields if one.name == repeats.value)
    asked = tuple(
        replace(
            value,
            name=_name(repeats.value, place),
            label=f"{code.capitalize()}: {meaning}",
            hint="",
            group=repeats.group,
            required=False,
        )
        for place, (code, meaning) in enumerate(_codes(what).items())
    )
    kept = [one for one in fields if one.name not in (repeats.each, repeats.value)]
    first, rest = kept[:1], kept[1:]
    return (*first, *asked, *rest)


def rows_given(what: ToRecord, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows that a sent form gives. Raises NotRecorded where no code was given a value."""
    if what.repeats is None:
        return [dict(values)]
    repeats = what.repeats
    given = {
        code: values.get(_name(repeats.value, place)) for place, code in enumerate(_codes(what))
    }
    columns = RECORDABLE[what.table].column_names
    shared = {name: value for name, value in values.items() if name in columns}
    rows = [
        {**shared, repeats.each: code, repeats.value: value}
        for code, value in given.items()
        if value is not None
    ]
    if not rows:
        raise NotRecorded(f"{repeats.group} is missing.", "Give at least one.")
    return rows


def _codes(what: ToRecord) -> Mapping[str, str]:
    return CODES[RECORDABLE[what.table].column(what.repeats.each).codes]


def _name(value: str, place: int) -> str:
    return f"{value}_{place + 1}"
