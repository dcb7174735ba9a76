"""How long records are kept, by the retention standards, and whose are due for review.

A record that several standards speak of is kept as long as the longest of them asks. Where the
day from which a standard counts is not told, nobody can tell whether the record is due, and it is not.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from sightline.ledger.keeping.people import Person
from sightline.ledger.settings import Settings
from sightline.records.standards import DatedValue, dated_values
from sightline.sources.could_not import CouldNot

CARE, ADOPTION, PROTECTION, OTHER = "RET-01", "RET-02", "RET-03", "RET-04"
ALLEGATION, DIED_IN_CHILDHOOD = "RET-05", "RET-07"
ADULT_AT = 18
MONTHS_IN = {"years": 12, "years of age": 12, "months": 1}

Limit = Callable[[str, date], DatedValue | None]


@dataclass(frozen=True)
class Kept:
    """Until when a person's record is kept: ``standard`` counts from ``counted_from``."""

    person: Person
    standard: str
    counted_from: date
    until: date


@dataclass
class Answer:
    """What retention says of everybody on file on a day.

    ``due``          whose time has come; a person must still look and decide.
    ``not_yet``      how many are kept longer.
    ``cannot_tell``  the others, each with the reason.
    """

    on: date
    due: list[Kept] = field(default_factory=list)
    not_yet: int = 0
    cannot_tell: list[tuple[Person, str]] = field(default_factory=list)


class _CannotTell(Exception):
    """Why nobody can tell until when a record is kept."""


def ask_retention(people: list[Person], settings: Settings, on: date) -> Answer:
    """Whose records are due for review on the day ``on``."""
    answer = Answer(on)
    limit = _limits(settings)
    for person in people:
        try:
            kept = _kept(person, settings, limit, on)
        except _CannotTell as why:
            answer.cannot_tell.append((person, str(why)))
            continue
        if kept is not None and kept.until <= on:
            answer.due.append(kept)
        else:
            answer.not_yet += 1
    return answer


def _limits(settings: Settings) -> Limit:
    values = {
        id: dated_values(id, settings.standards)
        for id in (CARE, ADOPTION, PROTECTION, OTHER, DIED_IN_CHILDHOOD, settings.care_records)
    }
    return lambda id, day: next((one for one in values[id] if one.applies_on(day)), None)


def _kept(person: Person, settings: Settings, limit: Limit, on: date) -> Kept | None:
    """The longest that any standard asks; None while the case is open."""
    if person.allegation:
        raise _CannotTell(
            "An allegation that was upheld or left open names the child: it is kept by the "
            f"adult's date of birth ({ALLEGATION}), which is not held here."
        )
    if person.open:
        return None
    return max(_asked_of(person, settings, limit, on), key=lambda one: one.until)


def _asked_of(person: Person, settings: Settings, limit: Limit, on: date) -> Iterator[Kept]:
    def kept(standard: str, start: date | None, what: str, applies: date | None = None) -> Kept:
        if start is None:
            raise _CannotTell(f"No {what} is told, from which {standard} counts.")
        value = limit(standard, applies or on)
        if value is None:
            raise _CannotTell(f"{standard} does not say how long on the day that counts.")
        return Kept(person, standard, start, later(start, value))

    birth = "date of birth"
    if person.adopted:
        # The Regulations speak of adoptions by the day of the order.
        day = person.adoption_order
        yield kept(ADOPTION, day, "day of the adoption order", applies=day)
    if person.in_care and _died_in_childhood(person):
        yield kept(DIED_IN_CHILDHOOD, person.died, "day of death")
    elif person.in_care:
        yield kept(settings.care_records, person.born, birth)
    if person.protection:
        yield kept(PROTECTION, person.last_day, "day at all")
    if not (person.adopted or person.in_care or person.protection):
        yield kept(OTHER, person.born, birth)


def _died_in_childhood(person: Person) -> bool:
    if person.died is None:
        return False
    if person.born is None:
        raise _CannotTell("No date of birth is told, to say whether death was before 18.")
    return person.died < _months_after(person.born, 12 * ADULT_AT)


def later(start: date, limit: DatedValue) -> date:
    """The day so many years or months after ``start``; the 29 February counts to 1 March."""
    if limit.unit not in MONTHS_IN or not isinstance(limit.value, int):
        raise CouldNot(
            f"A retention standard is given as {limit.value} {limit.unit}, which cannot be counted.",
            "Write it in sightline.toml as a whole number of years or months.",
        )
    return _months_after(start, limit.value * MONTHS_IN[limit.unit])


def _months_after(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    try:
        return date(year, month + 1, start.day)
    except ValueError:
        return date(year + (month == 11), (month + 1) % 12 + 1, 1)
