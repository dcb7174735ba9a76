"""What can be recorded for a child: a table, the words of its form, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sightline.casework.recorded_tables import RECORDABLE, columns_of


@dataclass(frozen=True)
class Ask:
    """One question of a form, about one column: its words for practitioners.

    ``group``     the heading it stands under; "" goes on under the one before.
    ``required``  whether the form asks for it although the table could do without.
    ``kind``      where it is not the column's own: one of ``forms.fields.KINDS``.
    """

    column: str
    label: str
    hint: str = ""
    group: str = ""
    required: bool = False
    kind: str = ""


@dataclass(frozen=True)
class OneRowEach:
    """Rows recorded at once, one for each code of a column that is given a value.

    Of a neglect assessment: ``each`` "area", ``value`` "grade", one row for each area graded.
    """

    each: str
    value: str
    label: str
    group: str


@dataclass(frozen=True, kw_only=True)
class ToRecord:
    """One thing that can be recorded, in the words of its form.

    ``when``      the sentence under the heading: when it is recorded and what it is for.
    ``follows``   what recording it changes, said before it is sent.
    ``own``       the columns asked of each child on their own where it is recorded for several:
                  the first must be answered, and a row of the child's own is always chosen for
                  each. Empty where it is one child's alone.
    ``not_asked`` columns that the form leaves out, with the reason.
    ``repeats``   where several rows are recorded at once.
    """

    table: str
    title: str
    part: str
    when: str
    asks: tuple[Ask, ...]
    follows: str = ""
    own: tuple[str, ...] = ()
    not_asked: Mapping[str, str] = field(default_factory=dict)
    repeats: OneRowEach | None = None

    def __post_init__(self) -> None:
        asked = [one.column for one in self.asks]
        columns = {column.name for column in columns_of(RECORDABLE[self.table])}
        if sorted([*asked, *self.not_asked]) != sorted(columns):
            raise ValueError(
                f"{self.table}: ask each column once, or say in not_asked why not: "
                f"{sorted(columns ^ {*asked, *self.not_asked})}"
            )
        if set(self.own) - set(asked):
            raise ValueError(f"{self.table}: what is each child's own must be asked")
