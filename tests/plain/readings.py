"""A plain reading of each rule's question: the child's records in, the rows a practitioner would write out.

Each stage of the rule book has its module here; the reading is named as the rule.
"""

import importlib
from collections.abc import Callable, Iterator

from sightline.rules import RULES, folder_of
from tests.plain.child import Records, Row


def _reading_of(name: str) -> Callable[[Records], Iterator[Row]] | None:
    module = importlib.import_module(f"tests.plain.{folder_of(RULES[name].stage)}")
    return getattr(module, name, None)


READINGS = {name: reading for name in RULES if (reading := _reading_of(name))}
