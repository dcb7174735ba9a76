"""Made-up series of months, in the shape measures tell them."""

from dataclasses import dataclass

from sightline.engine.periods import MONTH, periods


@dataclass(frozen=True)
class OneMonth:
    """A measure in one month."""

    period: str
    numerator: int | None
    denominator: int | None
    value: float | None


def months_from(first_year: int, number: int) -> list[str]:
    """The names of so many months from January of a year."""
    return [one.label for one in periods(MONTH, first_year * 12, first_year * 12 + number - 1)]


def shares(first_year: int, counted: list[tuple[int, int]]) -> list[OneMonth]:
    """Months of a share: so many of so many."""
    return [
        OneMonth(period, reached, among, reached / among if among else None)
        for period, (reached, among) in zip(
            months_from(first_year, len(counted)), counted, strict=True
        )
    ]


def counts(first_year: int, numbers: list[int]) -> list[OneMonth]:
    """Months of a count."""
    return [
        OneMonth(period, number, None, float(number))
        for period, number in zip(months_from(first_year, len(numbers)), numbers, strict=True)
    ]
