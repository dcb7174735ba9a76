"""What a rule is: one question an inspector would ask of every child it applies to.

A rule is a *duty* (it has a ``Clock``) or a *pattern* (it has a ``Span``). It is an Ibis
expression over record tables, written once and executed once: the rows it gives answer every
day of the history (see ``sightline.engine.status``).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

STAGES = (
    "front door",
    "assessment",
    "left exposed",
    "neglect and domestic abuse",
    "enquiry and conference",
    "protection plan",
    "child in need",
    "pre-proceedings",
    "exploitation and missing",
    "in care",
    "social worker",
    "education",
    "leaving care",
    "others to protect",
    "oversight",
    "recording",
)


@dataclass(frozen=True, kw_only=True)
class Clock:
    """The clock of a duty. Columns are deferred Ibis expressions over the population.

    ``starts``  the day of the event that begins the duty: day 0.
    ``limit``   id of the standard that says how long; the due day itself is in time. The value
                is the one in force on the day the clock starts, local value first.
    ``met``     the day it was done, empty while it is not.
    ``lapses``  the day from which it is no longer required, empty where it is.
    """

    starts: Any
    limit: str
    met: Any
    lapses: Any


@dataclass(frozen=True, kw_only=True)
class Span:
    """The days between which a pattern holds: ``opens`` is its first day, ``closes`` the first day after.

    A row whose ``opens`` is empty is no concern and is left out, unless ``unclear_from`` gives the
    day from which the records cannot tell: its status is "cannot tell" from then on.
    """

    opens: Any
    closes: Any
    unclear_from: Any = None


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One thing a practitioner is shown as evidence.

    ``value``     a deferred Ibis expression over the population: text, date, number, yes or no.
    ``known_by``  a deferred date: the value is shown only from that day on, and not at all where
                  it is empty. Without it the value is known by the day the concern starts (a
                  date value: by itself).
    """

    value: Any
    known_by: Any = None


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule, declared in one file of ``sightline/rules/<stage>/``; the file is named as the rule.

    ``sources``      ids of the standards it rests on, in ``sightline.records.standards``.
    ``one_row_per``  what one row is about; with ``subject_day`` it makes the subject of the
                     concern, such as "protection plan 2021-03-04". Never a source system's id.
    ``population``   function from record tables (its parameters are their names, and ``clocks``
                     for day arithmetic by standards) to an Ibis table with a ``child`` column.
                     Rows of one child and one subject day are merged: a duty is met when the
                     first of them is and lapses when the last does, a pattern closes when the
                     last does, and each entry of evidence is the one known first.
    ``needs``        the "table.column" a source must fill; without one of them the rule abstains.
    ``counted_in``   the table whose rows tell how many subjects could not be judged then.
    ``readings``     how it reads what the standard leaves open, a sentence each.
    ``helps``        what it helps a practitioner do next.
    ``cannot_see``   what the records cannot show.
    """

    name: str
    title: str
    question: str
    stage: str
    sources: tuple[str, ...]
    themes: tuple[str, ...]
    one_row_per: str
    subject_day: Any
    population: Callable[..., Any]
    needs: tuple[str, ...]
    counted_in: str
    evidence: Mapping[str, Evidence]
    readings: tuple[str, ...]
    helps: str
    cannot_see: str
    clock: Clock | None = None
    span: Span | None = None
    on_by_default: bool = field(default=True)

    def __post_init__(self) -> None:
        if not self.question.endswith("?"):
            raise ValueError(f"{self.name}: the question must end in a question mark")
        if self.stage not in STAGES:
            raise ValueError(f"{self.name}: {self.stage!r} is no stage. Use one of {STAGES}")
        if (self.clock is None) == (self.span is None):
            raise ValueError(f"{self.name}: a rule has either a clock (duty) or a span (pattern)")

    @property
    def is_duty(self) -> bool:
        """True for a duty, False for a pattern."""
        return self.clock is not None
