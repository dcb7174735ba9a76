"""The made-up children: families, ages, and when each first came to notice."""

from collections.abc import Iterator
from dataclasses import dataclass

from sightline.synthetic.chance import Chance, Weighted
from sightline.synthetic.days import day_of, months_after
from sightline.synthetic.names import FAMILY_NAMES, GIVEN_NAMES
from sightline.synthetic.period import EARLIEST_DAY, EXTRACT_DAY

UNBORN = "unborn"

FAMILY_SIZES = Weighted({1: 42, 2: 32, 3: 17, 4: 9})

# Age in years of a family's youngest child at first notice. Their brothers and sisters are older,
# so that all together come out near the published spread: the youngest are referred most.
AGES_AT_FIRST_NOTICE = Weighted(
    {
        UNBORN: 5.5, 0: 17, 1: 9, 2: 8, 3: 7, 4: 7, 5: 6, 6: 5, 7: 4.5, 8: 4, 9: 4, 10: 4,
        11: 4, 12: 4, 13: 4, 14: 4, 15: 3.5, 16: 2,
    }
)  # fmt: skip

# New children coming to notice, by year: fewer in the pandemic and after the front door changed.
# The first years are heavier, because nobody has yet come back a second time.
FIRST_NOTICES = Weighted(
    {
        2011: 1.15, 2012: 1.30, 2013: 1.08, 2014: 1.00, 2015: 0.98, 2016: 1.00, 2017: 1.02,
        2018: 1.05, 2019: 0.98, 2020: 0.82, 2021: 0.95, 2022: 1.00, 2023: 0.97, 2024: 0.33,
    }
)  # fmt: skip

ETHNICITIES = Weighted(
    {
        "WBRI": 66, "WIRI": 0.6, "WOTH": 6, "WIRT": 0.4, "WROM": 0.8, "MWBC": 3, "MWBA": 1.5,
        "MWAS": 2.5, "MOTH": 2.5, "AIND": 1.5, "APKN": 3, "ABAN": 1, "AOTH": 2, "BCRB": 1.2,
        "BAFR": 3, "BOTH": 1, "CHNE": 0.3, "OOTH": 2, "REFU": 0.5, "NOBT": 1.2,
    }
)  # fmt: skip

SHARE_NOTICED_WITH_FAMILY = 0.75
SHARE_TWINS = 0.03
DAYS_BETWEEN_BIRTHS = (330, 1500)
OLDEST_WHEN_NOTICED = 17.0
# Days before the birth at which an unborn child may first be noticed.
EARLIEST_NOTICE = 150
DAYS_IN_A_YEAR = 365.25


@dataclass(slots=True)
class Child:
    """One made-up child. ``born`` of an unborn child is the day they will be born."""

    child: str
    given_name: str
    family_name: str
    born: int
    unborn_at_first: bool
    sex: str
    ethnicity: str
    disabled: bool | None
    unaccompanied: bool
    first_noticed: int
    died: int | None = None

    @property
    def eighteenth_birthday(self) -> int:
        """The day the child turns eighteen."""
        return months_after(self.born, 18 * 12)

    def age_on(self, day: int) -> float:
        """Age in years, to the nearest hundredth or so; negative before birth."""
        return (day - self.born) / DAYS_IN_A_YEAR


def families(children: int, seed: int) -> Iterator[list[Child]]:
    """Families, one after another, until there are that many children."""
    made = 0
    family = 0
    while made < children:
        members = _family(family, made, seed)[: children - made]
        yield members
        made += len(members)
        family += 1


@dataclass(frozen=True, slots=True)
class _Arrival:
    """When a child first came to notice, and when they were, or will be, born."""

    noticed: int
    born: int
    unborn: bool = False

    @property
    def age(self) -> float:
        """Age in years when first noticed; negative before birth."""
        return (self.noticed - self.born) / DAYS_IN_A_YEAR


def _family(number: int, made: int, seed: int) -> list[Child]:
    """The children of one family, the youngest first."""
    chance = Chance(seed, "family", number)
    size = chance.weighted(FAMILY_SIZES)
    family_name = chance.pick(FAMILY_NAMES)
    ethnicity = chance.weighted(ETHNICITIES)
    arrival = _arrival(chance)
    members = []
    for place in range(size):
        members.append(_child(chance, made + place + 1, family_name, ethnicity, arrival))
        arrival = _next_in_age(chance, arrival)
    return members


def _arrival(chance: Chance) -> _Arrival:
    """A child of any age, noticed on any day of the records."""
    noticed = _first_notice(chance)
    age = chance.weighted(AGES_AT_FIRST_NOTICE)
    if age == UNBORN:
        return _Arrival(noticed, noticed + chance.between(10, EARLIEST_NOTICE), unborn=True)
    return _Arrival(noticed, noticed - 365 * age - age // 4 - chance.between(0, 364))


def _next_in_age(chance: Chance, younger: _Arrival) -> _Arrival:
    """An older brother or sister, or a twin, mostly noticed on the same day."""
    twin = chance.happens(SHARE_TWINS)
    born = younger.born - (0 if twin else chance.between(*DAYS_BETWEEN_BIRTHS))
    together = chance.happens(SHARE_NOTICED_WITH_FAMILY)
    older = _Arrival(younger.noticed if together else _first_notice(chance), born)
    # One who would be too old for the service, or not born yet, gives way to another child.
    return older if 0 <= older.age <= OLDEST_WHEN_NOTICED else _arrival(chance)


def _first_notice(chance: Chance) -> int:
    """A day of the records on which a child first comes to notice."""
    while True:
        year = chance.weighted(FIRST_NOTICES)
        day = day_of(year, 1, 1) + chance.between(0, 364)
        if EARLIEST_DAY <= day <= EXTRACT_DAY - 2:
            return day


def _child(
    chance: Chance, number: int, family_name: str, ethnicity: str, arrival: _Arrival
) -> Child:
    return Child(
        child=f"NM{number:06d}",
        given_name=chance.pick(GIVEN_NAMES),
        family_name=family_name,
        born=arrival.born,
        unborn_at_first=arrival.unborn,
        sex=chance.pick(("F", "M")),
        ethnicity=ethnicity,
        disabled=None if chance.happens(0.06) else chance.happens(0.12),
        unaccompanied=arrival.age > 14 and chance.happens(0.03),
        first_noticed=arrival.noticed,
    )
