"""What a form asks: one ``Field`` each, declared by a page or taken from a record table."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from sightline.casework.recorded_tables import RECORDABLE, columns_of
from sightline.records.codes import CODES
from sightline.records.table import DATE, NUMBER, TEXT, WHOLE_NUMBER, YES_NO, Column

LINE = "line"
WORDS = "words"
DAY = "day"
CHOICE = "choice"
CHOICES = "choices"
YES_OR_NO = "yes or no"
WHOLE = "whole number"
DECIMAL = "number"
FILE = "file"
KINDS = (LINE, WORDS, DAY, CHOICE, CHOICES, YES_OR_NO, WHOLE, DECIMAL, FILE)

FEW_CHOICES = 6
"""Up to so many choices are shown as radio buttons, more as a list to open."""

KIND_OF_COLUMN = {
    TEXT: LINE,
    DATE: DAY,
    YES_NO: YES_OR_NO,
    WHOLE_NUMBER: WHOLE,
    NUMBER: DECIMAL,
}


@dataclass(frozen=True, kw_only=True)
class Field:
    """One thing a form asks.

    ``name``       the keyword under which its value is handed on.
    ``label``      the question or the words before the box.
    ``kind``       one of ``KINDS``; a value is, in their order: a line of text, several lines, a
                   ``date``, one of ``choices``, a list of them, True or False, an ``int``, a
                   ``float``, an uploaded file.
    ``choices``    pairs of value and words, for CHOICE and CHOICES.
    ``required``   whether the form can be sent without it. An empty value is None (CHOICES: []).
    ``not_ahead``  for a DAY: whether it must have come.
    ``as_list``    whether a CHOICE is a list to open however few there are: people come and go.
    ``group``      the heading above the first field of a group; fields of a group stand together.
    """

    name: str
    label: str
    kind: str = LINE
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = False
    not_ahead: bool = False
    as_list: bool = False
    group: str = ""

    @property
    def as_radios(self) -> bool:
        """Whether a choice is shown as radio buttons."""
        few = len(self.choices) <= FEW_CHOICES and not self.as_list
        return self.kind == YES_OR_NO or (self.kind == CHOICE and few)

    @property
    def items(self) -> list[dict[str, str]]:
        """The choices as the GOV.UK components take them."""
        return [{"value": value, "text": words} for value, words in self.choices]


def fields_of(
    table: str,
    *,
    leave_out: Collection[str] = (),
    change: Mapping[str, Mapping[str, object]] | None = None,
) -> tuple[Field, ...]:
    """The fields of a table that people fill, in the order of its columns.

    ``change`` gives, by column, what a page says otherwise, such as ``{"notes": {"kind": WORDS}}``;
    a column that refers to another row is a CHOICE of days, which the page must give.
    """
    declared = RECORDABLE[table]
    change = change or {}
    fields = (
        _field_of(column, required=column.name in declared.required)
        for column in columns_of(declared)
        if column.name not in leave_out
    )
    return tuple(replace(field, **change.get(field.name, {})) for field in fields)


def _field_of(column: Column, *, required: bool) -> Field:
    refers = column.refers_to not in ("", "children", "workers")
    kind = CHOICE if column.codes or refers else KIND_OF_COLUMN[column.type]
    choices = tuple((code, str(words)) for code, words in CODES.get(column.codes, {}).items())
    return Field(
        name=column.name,
        label=column.name.replace("_", " ").capitalize(),
        kind=kind,
        hint=column.meaning,
        choices=choices,
        required=required,
        not_ahead=column.type == DATE and not column.planned,
    )
