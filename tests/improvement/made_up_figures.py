"""A made-up workspace of figures: three measures of which one moved, one did not and one abstains."""

from dataclasses import dataclass, field
from datetime import date

from sightline.engine.periods import period_named
from tests.improvement.months import OneMonth, counts, shares

DAY = date(2019, 12, 31)
INSPECTED = date(2018, 1, 15)
STEADY = [(50, 100), (52, 100), (48, 100)] * 8


@dataclass(frozen=True)
class MadeUpMeasure:
    """A measure as pages name it."""

    name: str
    title: str
    themes: tuple[str, ...]
    kind: str = "share"
    better: str = "higher"
    rule: str = ""


INTERVIEWS = MadeUpMeasure(
    "interviews", "Return interviews held in time", ("missing",), rule="interview_late"
)
VISITS = MadeUpMeasure("visits", "Visits made in time", ("visits_direct_work", "missing"))
SILENT = MadeUpMeasure("silent", "Advocates offered", ("advocacy_iv",))
NUMBER = MadeUpMeasure("number", "Children on a plan", ("plans_cp",), "count", "neither")


@dataclass(frozen=True)
class MadeUpAuthority:
    """Whose records these are."""

    day: date = DAY
    earliest_day: date | None = date(2014, 1, 1)


@dataclass(frozen=True)
class MadeUpFigure:
    """A measure in one period, as pages show it."""

    period: str
    day: date
    numerator: int | None
    denominator: int | None
    value: float | None


@dataclass
class MadeUpFigures:
    """Answers what is asked of a workspace's figures; ``of`` may be changed by a test."""

    of: dict[str, list[OneMonth]] = field(
        default_factory=lambda: {
            "interviews": shares(2016, [*STEADY, (50, 100), *[(70, 100)] * 23]),
            "visits": shares(2016, [*STEADY, (50, 100), *[(51, 100), (49, 100)] * 11, (51, 100)]),
            "silent": [],
            "number": counts(2016, [10, 12] * 24),
        }
    )

    def authority(self):
        """The authority."""
        return MadeUpAuthority()

    def measures(self):
        """The measures."""
        return [INTERVIEWS, VISITS, SILENT, NUMBER]

    def months(self, measure):
        """The months of a measure."""
        return self.of[measure]

    def figure(self, measure, period=""):
        """The measure in a period, by default the latest."""
        told = {one.period: one for one in self.of[measure]}
        one = told.get(period or max(told, default=""))
        if one is None:
            return None
        return MadeUpFigure(
            one.period,
            period_named(one.period).last_day,
            one.numerator,
            one.denominator,
            one.value,
        )
