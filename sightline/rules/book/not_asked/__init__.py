"""What the rule book does not ask yet, by stage: what each open question waits for, and why a standard has no rule."""

import importlib
import pkgutil

_STAGES = [
    importlib.import_module(f"{__name__}.{module.name}")
    for module in pkgutil.iter_modules(__path__)
]

WAITING: tuple[tuple[str, str, str], ...] = tuple(
    line for stage in _STAGES for line in stage.WAITING
)
"""Each question that waits: its stage, the question, and what is missing."""

STANDARDS_WITHOUT_RULE: dict[str, str] = {
    id: why for stage in _STAGES for id, why in stage.STANDARDS_WITHOUT_RULE.items()
}
"""Why no rule rests on a standard, by id."""
