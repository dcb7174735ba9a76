"""Chance that comes out the same for the same seed, on any machine and in any order of work."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import log
from random import Random
from typing import Any, TypeVar

Option = TypeVar("Option")


class Weighted:
    """Options with their weights; the weights need not add up to one."""

    def __init__(self, weights: Mapping[Any, float]) -> None:
        self.options = list(weights)
        self.reached = list(accumulate(weights.values()))

    def at(self, draw: float) -> Any:
        """The option that a draw between 0 and 1 falls on."""
        return self.options[bisect_right(self.reached, draw * self.reached[-1])]


class Chance:
    """One run of chance. Each child has their own, so no child's story depends on another's."""

    def __init__(self, *seed: object) -> None:
        # random() is the one method of Random whose sequence Python promises to keep.
        self.draw = Random(":".join(str(part) for part in seed)).random

    def happens(self, share: float) -> bool:
        """True in that share of cases."""
        return self.draw() < share

    def between(self, lowest: int, highest: int) -> int:
        """A whole number from lowest to highest, both included, each as likely."""
        return lowest + int(self.draw() * (highest - lowest + 1))

    def about(self, mean: float) -> int:
        """A length of time with that mean: mostly shorter, sometimes much longer."""
        return int(-mean * log(1.0 - self.draw()))

    def pick(self, options: Sequence[Option]) -> Option:
        """One of the options, each as likely."""
        return options[int(self.draw() * len(options))]

    def weighted(self, options: Weighted) -> Any:
        """One of the options, by weight."""
        return options.at(self.draw())
