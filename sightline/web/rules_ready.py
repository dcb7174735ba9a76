"""The rules, and the checks before a plan ends, compiled for asking one child, once a process.

That takes seconds, so a web process does it beside its first pages (``get_ready``); until then
nobody is asked again and pages show the answers of the last night.
"""

import json
import threading
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from sightline.engine.one_child import OneChild
from sightline.engine.one_moment import AtOneMoment
from sightline.rules import RULES
from sightline.rules.checks_before_ending import CHECKS

_making = threading.Lock()
_made: dict[str, OneChild] = {}
_making_checks = threading.Lock()
_made_checks: dict[str, AtOneMoment] = {}
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


def checks_at_one_moment(local_standards: Mapping[str, Any]) -> AtOneMoment:
    """The checks before a plan ends, by these local standards; whoever asks first waits for them.

    Raises StandardsError for a standard that cannot be used.
    """
    key = json.dumps(local_standards, sort_keys=True, default=str)
    with _making_checks:
        if key not in _made_checks:
            _made_checks.clear()
            _made_checks[key] = AtOneMoment(CHECKS.values(), local_standards=local_standards)
        return _made_checks[key]


def get_ready(local_standards: Mapping[str, Any]) -> threading.Thread:
    """Compile the rules in a thread of their own; for the start of a web process.

    What asks on a day is compiled, too, for today.
    """

    def work() -> None:
        try:
            with _making:
                key = json.dumps(local_standards, sort_keys=True, default=str)
                rules = OneChild(RULES.values(), local_standards=local_standards)
                rules.on(timezone.localdate(), {})
                _made[key] = rules
        finally:
            _beside.clear()
        checks_at_one_moment(local_standards)

    _beside.set()
    thread = threading.Thread(target=work, name="compiling the rules", daemon=True)
    thread.start()
    return thread
