"""The made-up children: families, ages, and when each first came to notice."""

from collections.abc import Iterator
from dataclasses import dataclass

from sightline.synthetic.chance import Chance, Weighted
from sightline.synthetic.days import day_of, months_after
from sightline.synthetic.names import FAMILY_NAMES, GIVEN_NAMES
from sightline.synthetic.period import EARLIEST_DAY, EXTRACT_DAY

FAMILY_SIZES = Weighted({1: 42, 2: 32, 3: 17, 4: 9})

# Age in years of a family's youngest child at first notice. Their brothers and sisters are older,
# so that all together come out near the published spread: the youngest are referred most.
AGES_AT_FIRST_NOTICE = Weighted(
    {
        "unborn": 5.5, 0: 17, 1: 9, 2: 8, 3: 7, 4: 7, 5: 6, 6: 5, 7: 4.5, 8: 4, 9: 4, 10: 4,
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
PREGNANCY_DAYS = 280
EARLIEST_NOTICE_IN_PREGNANCY = 150


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
        return (day - self.born) / 365.25


def families(children: int, seed: int) -> Iterator[list[Child]]:
    """Families, one after another, until there are that many children."""
    made = 0
    family = 0
    while made < children:
        members = _family(family, made, seed)[: children - made]
        yield members
        made += len(members)
        family += 1


def _family(number: int, made: int, seed: int) -> list[Child]:
    chance = Chance(seed, "family", number)
    size = int(chance.weighted(FAMILY_SIZES))
    family_name = chance.pick(FAMILY_NAMES)
    ethnicity = str(chance.weighted(ETHNICITIES))
    noticed = _first_notice(chance)
    unborn, born = _birth(chance, noticed)
    members = []
    for place in range(size):
        members.append(
            _child(chance, made + place + 1, family_name, ethnicity, born, noticed, unborn)
        )
        # The next in age is older; a family noticed together is noticed on the same day.
        born -= 2 if chance.happens(0.03) else chance.between(330, 1500)
        unborn = False
        if not chance.happens(SHARE_NOTICED_WITH_FAMILY):
            noticed = _first_notice(chance)
        while (noticed - born) / 365.25 > 17.0:
            noticed, unborn, born = _notice_again(chance)
        if born > noticed:
            unborn, born = _birth(chance, noticed)
    return members


def _notice_again(chance: Chance) -> tuple[int, bool, int]:
    """A sibling too old for the service is replaced by one of another age."""
    noticed = _first_notice(chance)
    unborn, born = _birth(chance, noticed)
    return noticed, unborn, born


def _child(
    chance: Chance,
    number: int,
    family_name: str,
    ethnicity: str,
    born: int,
    noticed: int,
    unborn: bool,
) -> Child:
    age = (noticed - born) / 365.25
    return Child(
        child=f"NM{number:06d}",
        given_name=chance.pick(GIVEN_NAMES),
        family_name=family_name,
        born=born,
        unborn_at_first=unborn,
        sex=chance.pick(("F", "M")),
        ethnicity=ethnicity,
        disabled=None if chance.happens(0.06) else chance.happens(0.12),
        unaccompanied=age > 14 and chance.happens(0.03),
        first_noticed=noticed,
    )


def _first_notice(chance: Chance) -> int:
    """A day of the records on which a child first comes to notice."""
    while True:
        year = int(chance.weighted(FIRST_NOTICES))
        day = day_of(year, 1, 1) + chance.between(0, 364)
        if EARLIEST_DAY <= day <= EXTRACT_DAY - 2:
            return day


def _birth(chance: Chance, noticed: int) -> tuple[bool, int]:
    """Whether the child was unborn when first noticed, and the day of birth."""
    age = chance.weighted(AGES_AT_FIRST_NOTICE)
    if age == "unborn":
        return True, noticed + chance.between(10, EARLIEST_NOTICE_IN_PREGNANCY)
    return False, noticed - int(age) * 365 - chance.between(0, 364) - int(age) // 4
