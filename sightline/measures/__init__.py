"""Measures: a rule or a count over time, one file each, and the rows behind every figure."""

import importlib
import pkgutil

from sightline.engine.measure import Measure
from sightline.rules import RULES

NOT_MEASURES = (
    "answers",
    "at_hand",
    "book",
    "care_leavers",
    "check",
    "ending_a_plan",
    "endings",
    "first_signs",
    "reach",
    "region",
    "spans",
    "who_told",
    "workforce",
)


def _measures() -> dict[str, Measure]:
    """The measure of every file of this folder, by name, those of one rule together,
    and those of the records themselves last."""
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    found = [_measure_in_file(name) for name in names if name not in NOT_MEASURES]
    order = {rule: place for place, rule in enumerate(RULES)}
    found.sort(key=lambda measure: (order.get(measure.rule, len(order)), measure.name))
    return {measure.name: measure for measure in found}


def _measure_in_file(name: str) -> Measure:
    """The measure declared in the file of that name, under its name in capitals."""
    measure = getattr(importlib.import_module(f"{__name__}.{name}"), name.upper(), None)
    if not isinstance(measure, Measure) or measure.name != name:
        raise TypeError(
            f"measures/{name}.py declares no measure called {name.upper()}. Declare it there, named "
            "as the file."
        )
    if measure.rule and measure.rule not in RULES:
        raise ValueError(f"measures/{name}.py counts {measure.rule}, which is no rule.")
    return measure


MEASURES: dict[str, Measure] = _measures()
"""Every measure by name, in the order of a child's journey."""
