"""The rule book: one file per rule, in a folder for each stage of the child's journey."""

import importlib
import pkgutil

from sightline.engine.rule import STAGES, Rule


def folder_of(stage: str) -> str:
    """The folder that holds the rules of a stage."""
    return stage.replace(" ", "_").replace("-", "_")


def _rules_in(folder: str) -> dict[str, Rule]:
    """The rule of every file in one stage's folder, by name; none where there is no such folder."""
    try:
        package = importlib.import_module(f"{__name__}.{folder}")
    except ModuleNotFoundError as missing:
        if missing.name == f"{__name__}.{folder}":
            return {}
        raise
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    return {name: _rule_in_file(folder, name) for name in names}


def _rule_in_file(folder: str, name: str) -> Rule:
    """The rule declared in the file of that name, under its name in capitals."""
    module = importlib.import_module(f"{__name__}.{folder}.{name}")
    rule = getattr(module, name.upper(), None)
    if not isinstance(rule, Rule):
        raise TypeError(
            f"rules/{folder}/{name}.py declares no rule called {name.upper()}. Declare it there, or "
            "move steps that several rules share to rules/journey."
        )
    if rule.name != name or folder_of(rule.stage) != folder:
        raise ValueError(
            f"rules/{folder}/{name}.py declares {rule.name} of stage {rule.stage!r}: the file is "
            "named as the rule and lies in the folder of its stage."
        )
    return rule


RULES: dict[str, Rule] = {
    name: rule for stage in STAGES for name, rule in _rules_in(folder_of(stage)).items()
}
"""Every rule by name, in the order of a child's journey."""
