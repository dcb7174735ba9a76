"""How far two people who graded the same cases blind agreed.

Cohen's kappa (J. Cohen, Educational and Psychological Measurement 20, 1960, pages 37 to 46) is
(observed - by chance) / (1 - by chance): 1 where they always agreed, 0 where they agreed as often
as two people would who grade as often each way and never look, below 0 where less often.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

FEWEST_CASES = 10
"""Of fewer cases no kappa is told: one case more or less would turn it round."""


@dataclass(frozen=True)
class Agreement:
    """Of ``cases`` graded twice the ``alike`` were graded the same; ``kappa`` is None where it is not told.

    ``because`` says why it is not told.
    """

    cases: int
    alike: int
    kappa: float | None
    because: str = ""


def agreement(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """The agreement over pairs of grades of the same case, the first auditor's and the second's."""
    alike = sum(first == second for first, second in pairs)
    if len(pairs) < FEWEST_CASES:
        because = f"It is told from {FEWEST_CASES} cases on."
        return Agreement(len(pairs), alike, None, because)
    kappa = kappa_of(pairs)
    because = "Both gave one grade to every case, so that chance cannot be told from agreement."
    return Agreement(len(pairs), alike, kappa, "" if kappa is not None else because)


def kappa_of(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa; None where both always gave the one same grade, or there is no pair."""
    if not pairs:
        return None
    number = len(pairs)
    first, second = Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    observed = sum(one == other for one, other in pairs) * number
    by_chance = sum(times * second[grade] for grade, times in first.items())
    # Both are counted in pairs of pairs, so that nothing is lost to rounding before the end.
    whole = number * number
    return (observed - by_chance) / (whole - by_chance) if by_chance != whole else None
