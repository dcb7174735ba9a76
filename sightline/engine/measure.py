"""What a measure is: a rule counted over time, with the list of rows behind every figure.

A measure is a share of events in a period (assessments finished in time), or how many concerns
were open at the end of a period beside those they could have held for (children without a worker,
of all open cases). Its rows are worked out once, for every period; a figure is a count of them.
"""

from collections.abc import Callable
from dataclasses import dataclass

import ibis.expr.types as ir

LOWER = "lower"
HIGHER = "higher"


@dataclass(frozen=True, kw_only=True)
class ShareOfDuties:
    """Of the rule's duties in a period, the share that reached some of its statuses.

    ``dated_by``  the date of a duty that puts it in a period: due, met or starts.
    ``counted``   statuses that are counted at all.
    ``reached``   those of them that are in the numerator.
    """

    dated_by: str
    counted: tuple[str, ...]
    reached: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ShareOfEvents:
    """Of events in a period, the share of which the rule made a concern.

    ``events``  function from record tables (and ``clocks``) to a table with ``child``, ``day`` (of
                the event) and ``subject_day`` (as in the rule's subject).
    """

    events: Callable[..., ir.Table]


@dataclass(frozen=True, kw_only=True)
class OpenOf:
    """The rule's concerns open at the end of a period, of those they could have held for.

    ``spans``         function from record tables (and ``clocks``) to a table with ``child``,
                      ``begins`` and ``over`` (the first day it was not, empty while it runs).
                      Spans of one child that touch are one. Without it they are the rule's own
                      duties while they run.
    ``one_span_per``  what one of the spans is, such as "open case".
    """

    spans: Callable[..., ir.Table] | None = None
    one_span_per: str = ""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One measure, declared in one file of ``sightline/measures/`` that is named as the measure.

    ``definition``        what is counted, of what, and which period a row falls in, in sentences.
    ``themes``            the first is what it measures, the others are what it bears on.
    ``rule``              the rule whose concerns it counts; it abstains where the rule does.
    ``unit``              what one row is, such as "assessments".
    ``better``            whether a lower or a higher figure is the better one.
    ``numerator_words``   what the numerator counts, to stand after a number.
    ``denominator_words`` what the denominator counts, to stand after a number.
    ``published``         how it compares with a published definition, "" where there is none.
    ``looks_back``        id of the standard that says how far a row looks back: no figure is shown
                          for a period so near the beginning of the records that it could not.
    """

    name: str
    title: str
    definition: str
    themes: tuple[str, ...]
    rule: str
    unit: str
    better: str
    counts: ShareOfDuties | ShareOfEvents | OpenOf
    numerator_words: str
    denominator_words: str
    published: str = ""
    looks_back: str = ""

    def __post_init__(self) -> None:
        if self.better not in (LOWER, HIGHER):
            raise ValueError(f"{self.name}: better is {self.better!r}, not lower or higher")
        if not self.themes:
            raise ValueError(f"{self.name}: a measure names at least the theme it measures")

    @property
    def is_share(self) -> bool:
        """True for a share of events in a period, False for a count at its end."""
        return not isinstance(self.counts, OpenOf)
