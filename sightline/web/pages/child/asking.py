"""The fields of a form to record for one child: its words, and choices from the child's own rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sightline.casework.recorded_tables import RECORDABLE
from sightline.records.tables import TABLES
from sightline.web.forms import Field, fields_of
from sightline.web.forms import fields as kinds
from sightline.web.pages.child.frame import ChildPage
from sightline.web.pages.child.what_to_record import ToRecord
from sightline.web.words import as_day, day_in_words

Pairs = tuple[tuple[str, str], ...]
ABOUT_NO_ROW = ("", "children", "workers")


def fields_for(page: ChildPage, what: ToRecord, standing: Mapping[str, Any] | None = None):
    """The fields of ``what`` in the words of practitioners, in their order.

    A row it belongs to is chosen from the child's own, by the day it happened; where the child has
    none, it is not asked. ``standing`` is what is corrected: its values can always be chosen.
    """
    by_column = {one.name: one for one in fields_of(what.table)}
    choices = {**_rows_to_choose(page, what.table), **_workers_to_choose(page, what.table)}
    group, fields = "", []
    for ask in what.asks:
        group = ask.group or group
        field = replace(
            by_column[ask.column],
            label=ask.label,
            hint=ask.hint,
            group=group,
            required=ask.required or by_column[ask.column].required,
            kind=ask.kind or by_column[ask.column].kind,
        )
        if ask.column in choices:
            pairs = _with_standing(choices[ask.column], (standing or {}).get(ask.column))
            if not pairs:
                continue
            field = replace(field, kind=kinds.CHOICE, choices=pairs)
        elif field.choices:
            field = replace(field, choices=_as_sentences(field.choices))
        fields.append(field)
    return tuple(fields)


def first_values(page: ChildPage, what: ToRecord, fields: Sequence[Field]) -> dict[str, Any]:
    """What a new form holds already: who you are, and the latest row it may belong to."""
    columns = RECORDABLE[what.table]
    values: dict[str, Any] = {}
    for field in fields:
        refers = columns.column(field.name).refers_to
        you = refers == "workers" and page.request.user.worker == field.choices[0][0]
        if you or refers not in ABOUT_NO_ROW:
            values[field.name] = field.choices[0][0]
    return values


def _rows_to_choose(page: ChildPage, table: str) -> dict[str, Pairs]:
    """By column the child's own rows it may name, the latest first."""
    return {
        column.name: tuple(_days_of(page, column.refers_to))
        for column in RECORDABLE[table].columns
        if column.refers_to not in ABOUT_NO_ROW
    }


def _days_of(page: ChildPage, table: str) -> Iterator[tuple[str, str]]:
    """Each day on which a row of the table happened, with the words it is chosen by."""
    declared, told = TABLES[table], {}
    for row in page.records.get(table, ()):
        begins, ends = as_day(row.get(declared.happened)), as_day(row.get(declared.ends))
        if begins:
            told[begins] = f"{day_in_words(begins)}{_until(begins, ends) if declared.ends else ''}"
    for day in sorted(told, reverse=True):
        yield day.isoformat(), told[day]


def _until(begins: date, ends: date | None) -> str:
    if ends is None:
        return ", still open"
    return ", one day" if begins == ends else f" to {day_in_words(ends)}"


def _workers_to_choose(page: ChildPage, table: str) -> dict[str, Pairs]:
    """By column who may be named: you first, then those at work with the child."""
    you = page.request.user.worker
    others = sorted(
        (page.record.held_by | page.record.others_at_work) - {you},
        key=lambda worker: page.workers.get(worker, worker),
    )
    pairs = [(worker, page.workers.get(worker, worker)) for worker in others]
    if you:
        pairs.insert(0, (you, f"{page.workers.get(you, you)} (you)"))
    return {
        column.name: tuple(pairs)
        for column in RECORDABLE[table].columns
        if column.refers_to == "workers"
    }


def _with_standing(pairs: Pairs, value: Any) -> Pairs:
    """The choices with the one that stands, which a later night may no longer offer."""
    if value in (None, "") or value in {one for one, _ in pairs}:
        return pairs
    day = as_day(value)
    return (*pairs, (str(value), day_in_words(day) if day else str(value)))


def _as_sentences(pairs: Pairs) -> Pairs:
    """The meanings of codes with a capital letter."""
    return tuple((code, words[:1].upper() + words[1:]) for code, words in pairs)
