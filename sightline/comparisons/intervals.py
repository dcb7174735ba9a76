"""95% intervals of published figures, where their counts are published.

Shares: Wilson, E. B. (1927). Rates of events: Byar's approximation to the exact Poisson interval
(Breslow and Day, 1987), as public health profiles use it.
"""

from math import sqrt

NORMAL_95 = 1.959964
SHARE, RATE = "share", "rate"


def share_interval(numerator: float, denominator: float) -> tuple[float, float] | None:
    """Wilson's interval of a share, as shares of 1; None where the counts make no share."""
    if denominator <= 0 or not 0 <= numerator <= denominator:
        return None
    share, square = numerator / denominator, NORMAL_95**2
    middle = share + square / (2 * denominator)
    half = NORMAL_95 * sqrt(
        share * (1 - share) / denominator + square / (4 * denominator * denominator)
    )
    whole = 1 + square / denominator
    return max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)


def rate_interval(events: float, base: float) -> tuple[float, float] | None:
    """Byar's interval of events for each one of the base; None where there is no base."""
    if base <= 0 or events < 0:
        return None
    more = events + 1
    low = events * (1 - 1 / (9 * events) - NORMAL_95 / (3 * sqrt(events))) ** 3 if events else 0.0
    high = more * (1 - 1 / (9 * more) + NORMAL_95 / (3 * sqrt(more))) ** 3
    return low / base, high / base
