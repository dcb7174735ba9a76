"""Looking for a child by what somebody at the front door says: a name, a day of birth, a council id."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sightline.web.records_for_policy import Rows

SHORTEST_WORD = 2


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was asked: words of a name in any order, a day of birth, or the council's id alone."""

    name: str = ""
    born: date | None = None
    council_id: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name that say enough to look by."""
        said = plain(self.name).replace("-", " ").split()
        return tuple(word for word in said if len(word) >= SHORTEST_WORD)

    @property
    def is_enough(self) -> bool:
        """Whether there is something to look by."""
        return bool(self.council_id or self.words)


@dataclass(frozen=True, kw_only=True)
class Found:
    """One child who may be the one: council id, names, day of birth."""

    child: str
    given: str
    family: str
    born: date | None

    @cached_property
    def whole_name(self) -> str:
        """Given and family name in small letters."""
        return plain(f"{self.given} {self.family}")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Each name by itself, the parts of a double name too."""
        return tuple(self.whole_name.replace("-", " ").split())

    def is_exactly(self, asked: Asked) -> bool:
        """Whether this is the very child asked for: by id, or by whole name and day of birth."""
        if asked.council_id:
            return plain(self.child) == plain(asked.council_id)
        same_day = asked.born is not None and asked.born == self.born
        return same_day and self.whole_name == plain(asked.name)

    def is_like(self, asked: Asked) -> bool:
        """Whether every word asked begins one of the child's names, and the day of birth is theirs."""
        if asked.council_id:
            return self.is_exactly(asked)
        if asked.born not in (None, self.born):
            return False
        return all(any(name.startswith(word) for name in self.names) for word in asked.words)


def plain(words: str) -> str:
    """Words in small letters with one space between."""
    return " ".join(words.casefold().split())


def like(children: Iterable[Found], asked: Asked) -> list[Found]:
    """Those who may be the child asked for, in the order of their names."""
    if not asked.is_enough:
        return []
    found = (one for one in children if one.is_like(asked))
    return sorted(found, key=lambda one: (one.family, one.given, one.child))


ALL_CHILDREN = (
    "SELECT child, coalesce(given_name, ''), coalesce(family_name, ''), born FROM records.children"
)


def every_child(rows: Rows) -> tuple[Found, ...]:
    """Every child by name; kept with the ledger they stand in."""
    return tuple(
        Found(child=child, given=given, family=family, born=born)
        for child, given, family, born in rows(ALL_CHILDREN, [])
    )
