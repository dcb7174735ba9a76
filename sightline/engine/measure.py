"""What a measure is: a rule or a count over time, with the list of rows behind every figure.

Five figures are told. A *share* is of events in a period (assessments finished in time). A *count*
is how many events a period saw (children referred). A *rate* sets such a count beside those who
answer for it (referrals for each worker). A *standing* is how many there were at the end of a
period, beside those it could have been (children without a worker, of all open cases). A *length*
is how long things took: the middle one, and the slowest tenth. The rows of a measure are worked out
once, for every period.
"""

from collections.abc import Callable
from dataclasses import dataclass

import ibis.expr.types as ir

LOWER = "lower"
HIGHER = "higher"
NEITHER = "neither"
BETTER = (LOWER, HIGHER, NEITHER)

SHARE, COUNT, RATE, STANDING, LENGTH = FIGURE_KINDS = (
    "share",
    "count",
    "rate",
    "standing",
    "length",
)


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
    figure = SHARE


@dataclass(frozen=True, kw_only=True)
class ShareOfEvents:
    """Of events in a period, the share of which the rule made a concern.

    ``events``  function from record tables (and ``clocks``) to a table with ``child``, ``day`` (of
                the event) and ``subject_day`` (as in the rule's subject).
    """

    events: Callable[..., ir.Table]
    figure = SHARE


@dataclass(frozen=True, kw_only=True)
class ShareReached:
    """Of events in a period, the share that reached something the records themselves say.

    ``events``  function from record tables (and ``clocks``) to a table with ``child``, ``day``,
                ``subject_day``, ``reached`` (yes or no) and, where the measure is also split,
                ``split`` (text).
    ``one_row_per``  what one event is, such as "referral".
    """

    events: Callable[..., ir.Table]
    one_row_per: str
    figure = SHARE


@dataclass(frozen=True, kw_only=True)
class CountOf:
    """How many events a period saw; ``events`` and ``one_row_per`` as in ``ShareReached``."""

    events: Callable[..., ir.Table]
    one_row_per: str
    figure = COUNT


@dataclass(frozen=True, kw_only=True)
class RateOf:
    """How many events a period saw for each of another kind; told of the service only.

    ``events`` and ``one_row_per`` as in ``ShareReached``, and ``beside`` and ``one_beside_per`` the
    same of what they are set beside.
    """

    events: Callable[..., ir.Table]
    one_row_per: str
    beside: Callable[..., ir.Table]
    one_beside_per: str
    figure = RATE


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
    figure = STANDING


@dataclass(frozen=True, kw_only=True)
class NumberRunning:
    """How many spans were running at the end of a period; as in ``OpenOf``, without a rule."""

    spans: Callable[..., ir.Table]
    one_span_per: str
    figure = STANDING


@dataclass(frozen=True, kw_only=True)
class ShareRunning:
    """Of the spans running at the end of a period, those of which the records say something.

    ``spans``  function from record tables (and ``clocks``) to a table with ``child`` (empty where it
               is of no child, such as a post), ``subject_day``, ``begins``, ``over`` and
               ``reached`` (yes or no). Each is counted for itself.
    """

    spans: Callable[..., ir.Table]
    one_span_per: str
    figure = STANDING


@dataclass(frozen=True, kw_only=True)
class LengthOfConcerns:
    """How many days the rule's concerns lasted, of those that came to an end in a period.

    ``ends``  the date that ends one and puts it in a period: "closes", counted from the day it
              opened, or "met", counted from the day its clock started.
    """

    ends: str
    figure = LENGTH


@dataclass(frozen=True, kw_only=True)
class LengthOf:
    """How many days things took that came to an end in a period.

    ``events``  as in ``ShareReached``, with ``length`` (a number of days, or of whatever
                ``Measure.unit_of_length`` says) in the place of ``reached``.
    """

    events: Callable[..., ir.Table]
    one_row_per: str
    figure = LENGTH


Counts = (
    ShareOfDuties
    | ShareOfEvents
    | ShareReached
    | CountOf
    | RateOf
    | OpenOf
    | NumberRunning
    | ShareRunning
    | LengthOfConcerns
    | LengthOf
)
WITHOUT_RULE = (ShareReached, CountOf, RateOf, NumberRunning, ShareRunning, LengthOf)


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One measure, declared in one file of ``sightline/measures/`` that is named as the measure.

    ``definition``        what is counted, of what, and which period a row falls in, in sentences.
    ``themes``            the first is what it measures, the others are what it bears on.
    ``rule``              the rule whose concerns it counts; it abstains where the rule does. "" for
                          a measure of the records themselves, which abstains by its own ``needs``.
    ``unit``              what one row is, such as "assessments".
    ``better``            whether a lower or a higher figure is the better one, or neither.
    ``numerator_words``   what the numerator counts, to stand after a number.
    ``denominator_words`` what the denominator counts, to stand after a number.
    ``published``         how it compares with a published definition, "" where there is none.
    ``looks_back``        id of the standard that says how far a row looks back: no figure is shown
                          for a period so near the beginning of the records that it could not.
    ``needs``             the "table.column" a source must fill, beside what its rule needs.
    ``split_by``          what the ``split`` of its events is, such as "source of the referral".
    ``unit_of_length``    what a length counts.
    ``of_children``       False where its rows are of posts or workers: it is then told of the
                          service only, and never of a group of children.
    """

    name: str
    title: str
    definition: str
    themes: tuple[str, ...]
    unit: str
    better: str
    counts: Counts
    numerator_words: str
    denominator_words: str
    rule: str = ""
    published: str = ""
    looks_back: str = ""
    needs: tuple[str, ...] = ()
    split_by: str = ""
    unit_of_length: str = "days"
    of_children: bool = True

    def __post_init__(self) -> None:
        if self.better not in BETTER:
            raise ValueError(f"{self.name}: better is {self.better!r}, not one of {BETTER}")
        if not self.themes:
            raise ValueError(f"{self.name}: a measure names at least the theme it measures")
        if isinstance(self.counts, WITHOUT_RULE) and not self.needs:
            raise ValueError(f"{self.name}: a measure of the records names the columns it needs")
        if not isinstance(self.counts, WITHOUT_RULE) and not self.rule:
            raise ValueError(f"{self.name}: it counts concerns, so it names their rule")

    @property
    def figure(self) -> str:
        """What its figure is: one of ``FIGURE_KINDS``."""
        return self.counts.figure

    @property
    def is_share(self) -> bool:
        """True where the figure is a share of events in a period."""
        return self.figure == SHARE

    @property
    def at_end(self) -> bool:
        """True where the figure is of the last day of a period, False where it is of all its days."""
        return self.figure == STANDING
