"""Checks before a protection plan ends: one file each, asked when a plan is to end and over all that ended.

They are questions to people. They are never added up, ranked or sorted by.
"""

import importlib

from sightline.engine.check import Check

ORDER = (
    "quorate_conference_decided",
    "not_at_the_first_review",
    "each_harm_has_a_finding",
    "every_action_done",
    "no_work_outstanding",
    "parents_accept_the_concern",
    "change_is_lasting",
    "advice_used_in_a_new_situation",
    "parents_worked_with_core_group",
    "source_of_harm_gone",
    "child_seen_alone_and_heard",
    "new_events_considered",
    "tool_results_have_moved",
    "health_school_and_development_agree",
    "agencies_views_in_writing",
    "category_still_fits",
    "relapse_plan_written",
    "step_down_agreed",
    "agencies_told",
    "siblings_considered",
    "history_considered",
)
"""The files of this folder in the order in which a chair goes through them."""


def _check_in_file(name: str) -> Check:
    """The check declared in the file of that name, under its name in capitals."""
    check = getattr(importlib.import_module(f"{__name__}.{name}"), name.upper(), None)
    if not isinstance(check, Check) or check.name != name:
        raise TypeError(
            f"checks_before_ending/{name}.py declares no check called {name.upper()}. Declare it "
            "there, named as the file."
        )
    return check


CHECKS: dict[str, Check] = {name: _check_in_file(name) for name in ORDER}
"""Every check by name, in that order."""
