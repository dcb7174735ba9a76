"""Drawing by lot: the same seed and the same things give the same choice, and nobody can steer it.

A draw is spread: the next one is taken from the groups drawn from least, by lot among equals. It
shows every kind there is; it is no estimate of the whole, in which some kinds are more common.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def spread(
    free: Iterable[Thing],
    seed: int,
    each: int,
    *,
    name: Callable[[Thing], str],
    groups: Callable[[Thing], Sequence[str]],
) -> list[Thing]:
    """Up to ``each`` of the things, spread over their groups, in the order drawn.

    ``name`` tells a thing from every other; ``groups`` gives the group it is in of each kind
    (team, ages), the kind that matters most first, as many kinds for every thing.
    """
    things = list(free)
    lots = {name(one): _lot(seed, name(one)) for one in things}
    # The last of each list is its first by lot, so that it is taken off without moving the rest.
    together: dict[tuple[str, ...], list[Thing]] = {}
    for one in sorted(things, key=lambda thing: lots[name(thing)], reverse=True):
        together.setdefault(tuple(groups(one)), []).append(one)
    drawn_from: Counter[tuple[int, str]] = Counter()
    chosen: list[Thing] = []
    for _ in range(min(each, len(things))):
        of = min(
            together,
            key=lambda those: (
                *(drawn_from[place] for place in enumerate(those)),
                lots[name(together[those][-1])],
            ),
        )
        chosen.append(together[of].pop())
        drawn_from.update(enumerate(of))
        if not together[of]:
            del together[of]
    return chosen


def _lot(seed: int, name: str) -> str:
    return hashlib.sha256(f"{seed} {name}".encode()).hexdigest()
