"""Where to look for the children whose records are open to one person.

Lists over a whole service would ask the policy of every child there is. ``reach_of`` says among
which children those open to a person can be; the policy is still asked of each of them.
"""

from dataclasses import dataclass, field

from sightline.casework.access import Access
from sightline.casework.models import Person
from sightline.casework.policy import READ_BY_CIRCUMSTANCE, READ_EVERY_CHILD, READ_THEIR_TEAMS


@dataclass(frozen=True, kw_only=True)
class Reach:
    """The children among whom those open to a person are, by what brings them together.

    ``everywhere``  True where it can be any child. ``children`` are those named for the person or
    opened by them; ``worker`` is the person as the records know them, "" where they do not.
    """

    everywhere: bool
    worker: str = ""
    teams: frozenset[str] = field(default_factory=frozenset)
    circumstances: frozenset[str] = field(default_factory=frozenset)
    children: frozenset[str] = field(default_factory=frozenset)


def reach_of(person: Person, access: Access) -> Reach:
    """Where the children open to this person are to be looked for; never narrower than the policy."""
    return Reach(
        everywhere=person.role in READ_EVERY_CHILD,
        worker=person.worker,
        teams=access.teams if person.role in READ_THEIR_TEAMS else frozenset(),
        circumstances=READ_BY_CIRCUMSTANCE.get(person.role, frozenset()),
        children=access.granted | access.opened,
    )
