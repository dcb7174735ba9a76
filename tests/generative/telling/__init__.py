"""What makes a made-up world telling for the rules of a stage, declared in that stage's module.

``MORE_ROWS``          the most rows of a record table that one child has, where three are too few.
``TELLING_VALUES``     by table and column, the values that rules ask about: seven times in ten one
                       of them is drawn (write one twice to draw it more often), and None for empty.
``FOLLOWS``            by record table, after a row of which table (it may be the same) its rows often fall,
                       and how many days later.
``DAYS_BEFORE``        by table and column, how many working days a date lies before the day its row
                       happened, for what is known or done in advance.
``LEFT_ALONE``         record tables of which one child in five has no row: what the service did not do.
``DAY_STEPS``          ``WORKING_DAY_STEPS`` and ``MONTH_STEPS``: limits on which, and beside which, days are to fall.
"""

import importlib
import pkgutil
from typing import Any

_STAGES = [
    importlib.import_module(f"{__name__}.{module.name}")
    for module in pkgutil.iter_modules(__path__)
]


def _together(name: str) -> dict[Any, Any]:
    return {key: value for stage in _STAGES for key, value in getattr(stage, name, {}).items()}


def _steps(name: str) -> tuple[int, ...]:
    return tuple(sorted({step for stage in _STAGES for step in getattr(stage, name, ())}))


MORE_ROWS: dict[str, int] = {
    name: max(getattr(stage, "MORE_ROWS", {}).get(name, 0) for stage in _STAGES)
    for name in _together("MORE_ROWS")
}
FOLLOWS: dict[str, tuple[str, tuple[int, ...]]] = _together("FOLLOWS")
TELLING_VALUES: dict[tuple[str, str], tuple[Any, ...]] = _together("TELLING_VALUES")
DAYS_BEFORE: dict[tuple[str, str], tuple[int, ...]] = _together("DAYS_BEFORE")
LEFT_ALONE = frozenset(name for stage in _STAGES for name in getattr(stage, "LEFT_ALONE", ()))
DAY_STEPS = _steps("DAY_STEPS")
WORKING_DAY_STEPS = _steps("WORKING_DAY_STEPS")
MONTH_STEPS = _steps("MONTH_STEPS")
