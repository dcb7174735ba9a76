"""The rules compiled for asking one child, once a process.

That takes seconds, so a web process does it beside its first pages (``get_ready``); until then
nobody is asked again and pages show the answers of the last night.
"""

import json
import threading
from collections.abc import Mapping
from typing import Any

from sightline.engine.one_child import OneChild
from sightline.rules import RULES

_making = threading.Lock()
_made: dict[str, OneChild] = {}
_beside = threading.Event()


def of_one_child(local_standards: Mapping[str, Any]) -> OneChild | None:
    """The rules by these local standards; None while they are compiled beside the first pages.

    Where nobody began, they are compiled now. Raises StandardsError for a standard that cannot be used.
    """
    key = json.dumps(local_standards, sort_keys=True, default=str)
    if key not in _made and _beside.is_set():
        return None
    with _making:
        if key not in _made:
            _made.clear()
            _made[key] = OneChild(RULES.values(), local_standards=local_standards)
        return _made[key]


def get_ready(local_standards: Mapping[str, Any]) -> threading.Thread:
    """Compile the rules in a thread of their own; for the start of a web process."""

    def work() -> None:
        try:
            with _making:
                key = json.dumps(local_standards, sort_keys=True, default=str)
                _made[key] = OneChild(RULES.values(), local_standards=local_standards)
        finally:
            _beside.clear()

    _beside.set()
    thread = threading.Thread(target=work, name="compiling the rules", daemon=True)
    thread.start()
    return thread
