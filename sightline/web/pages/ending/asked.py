"""What the form of an ending asks, and the way from its values to an ending and back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sightline.casework.ending_plans import AgencyView, CheckAtEnding, Ending
from sightline.casework.models import Person
from sightline.casework.recording import ToDo
from sightline.records.codes import CODES
from sightline.rules.checks_before_ending import CHECKS
from sightline.web.forms import Field
from sightline.web.forms import fields as kinds
from sightline.web.service import CheckAnswer
from sightline.web.words import cell_in_words

DECISION = (
    Field(name="decided", label="Day it was decided", kind=kinds.DAY, required=True, not_ahead=True),
    Field(
        name="decided_at_conference",
        label="Did a review conference decide?",
        kind=kinds.YES_OR_NO,
    ),
    Field(
        name="grounds",
        label="Grounds for ending the plan",
        kind=kinds.CHOICE,
        choices=tuple((code, words[0].upper() + words[1:]) for code, words in
                      CODES["plan_end_reason"].items()),
    ),
    Field(
        name="decision",
        label="What was decided, and why",
        kind=kinds.WORDS,
        hint="What has changed for the child, how long it has held, and what could bring the harm back.",
    ),
)  # fmt: skip

OF_CHECKS: dict[str, tuple[Field, ...]] = {
    check: tuple(Field(name=name, label=label, kind=kind) for name, label, kind in asked)
    for check, asked in {
        "not_at_the_first_review": [
            ("exception_reason", "If this is the first review: why is it right to end so early?", kinds.WORDS)
        ],
        "no_work_outstanding": [
            ("work_outstanding", "Is an assessment or other work unfinished?", kinds.YES_OR_NO)
        ],
        "parents_accept_the_concern": [
            ("parents_accept", "Did the parents say in their own words what was wrong?", kinds.YES_OR_NO)
        ],
        "change_is_lasting": [
            ("change_lasting", "Was the change judged real and likely to last?", kinds.YES_OR_NO),
            ("change_since", "Since when has the change held?", kinds.DAY),
        ],
        "advice_used_in_a_new_situation": [
            ("advice_used_anew", "Did they use advice when something new came up?", kinds.YES_OR_NO)
        ],
        "parents_worked_with_core_group": [
            ("worked_with_core_group", "Did they work with the core group?", kinds.YES_OR_NO)
        ],
        "source_of_harm_gone": [
            ("harm_gone", "Has the source of harm gone, or is contact managed?", kinds.YES_OR_NO)
        ],
        "new_events_considered": [
            ("new_events_considered", "Was everything since the last review weighed?", kinds.YES_OR_NO)
        ],
        "health_school_and_development_agree": [
            ("data_agree", "Do health, attendance and development say the same?", kinds.YES_OR_NO)
        ],
        "agencies_views_in_writing": [
            ("agencies_written_views", "Is each agency's view held in writing?", kinds.YES_OR_NO)
        ],
        "category_still_fits": [
            ("category_fits", "Does the kind of harm on the plan still fit?", kinds.YES_OR_NO)
        ],
        "relapse_plan_written": [
            ("relapse_plan", "Is it written what to do, and whom to call, if it comes back?", kinds.YES_OR_NO)
        ],
        "agencies_told": [("agencies_told", "Has every agency been told?", kinds.YES_OR_NO)],
        "siblings_considered": [
            ("siblings_considered", "Was each brother and sister considered by name?", kinds.YES_OR_NO)
        ],
        "history_considered": [
            ("history_considered", "Were earlier plans, and why they ended, weighed?", kinds.YES_OR_NO)
        ],
    }.items()
}  # fmt: skip
"""Beside a check, what the conference says on it. The rest of the checks are answered by other
records, by the decision or under what follows."""

VIEWS = (
    Field(name="parents_view", label="The parents' view, in their words", kind=kinds.WORDS),
    Field(name="childs_view", label="The child's view, in their words", kind=kinds.WORDS),
    Field(name="dissent", label="Who did not agree, and why", kind=kinds.WORDS),
)
FOLLOWS = (
    Field(
        name="step_down_agreed",
        label="Was it agreed what help follows?",
        kind=kinds.YES_OR_NO,
        hint="Ending a plan must not mean that all help stops.",
    ),
    Field(name="what_follows", label="The step-down plan, in words", kind=kinds.WORDS),
    Field(name="step_down_lead", label="Who leads it"),
    Field(name="step_down_meets", label="Day of the first meeting", kind=kinds.DAY),
    Field(name="step_down_visits", label="Who visits from now on, and how often", kind=kinds.WORDS),
)
WHY = Field(
    name="why",
    label="Why do you add to or change what was recorded?",
    kind=kinds.WORDS,
    hint="What was recorded before stays and can be read.",
)
OWN_WORDS = ("decision", "parents_view", "childs_view", "dissent", "step_down_lead",
             "step_down_visits", "what_follows")  # fmt: skip
OFTEN_THERE = ("social care", "health", "education", "police", "early help", "housing", "family")
TASKS = (1, 2, 3)
YES_NO_CHOICES = (("yes", "Yes"), ("no", "No"))
GIVEN = tuple(
    one.name
    for one in (*DECISION, *FOLLOWS, *(one for asked in OF_CHECKS.values() for one in asked))
    if one.name not in (*OWN_WORDS, "decided")
)
"""The columns of ``plan_endings`` that the form asks."""


def agencies() -> dict[str, str]:
    """Every agency by code, those that are often there first."""
    rest = [code for code in CODES["agency"] if code not in OFTEN_THERE]
    return {code: _capital(CODES["agency"][code]) for code in (*OFTEN_THERE, *rest)}


def fields_of_agency(code: str) -> tuple[Field, ...]:
    """What is asked of one agency."""
    views = tuple((view, _capital(words)) for view, words in CODES["view_of_decision"].items())
    box = f"agency_{list(CODES['agency']).index(code)}"
    choice = kinds.CHOICE
    return (
        Field(name=f"{box}_attended", label="Was there", kind=choice, choices=YES_NO_CHOICES),
        Field(name=f"{box}_knows", label="Works with them", kind=choice,
              choices=YES_NO_CHOICES),
        Field(name=f"{box}_view", label="View", kind=choice, choices=views),
        Field(name=f"{box}_words", label="In its own words", kind=kinds.WORDS),
    )  # fmt: skip


def fields_of_task(number: int, owners: Sequence[tuple[str, str]]) -> tuple[Field, ...]:
    """What is asked of one task: what, who, by when."""
    return (
        Field(name=f"task_{number}_words", label="What is to be done"),
        Field(
            name=f"task_{number}_owner", label="By whom", kind=kinds.CHOICE, choices=tuple(owners)
        ),
        Field(name=f"task_{number}_due", label="By which day", kind=kinds.DAY),
    )


def every_field(owners: Sequence[tuple[str, str]]) -> tuple[Field, ...]:
    """All that the form asks, in the order of the page."""
    of_checks = (
        one
        for check in CHECKS
        for one in (*OF_CHECKS.get(check, ()), answer_field(check))
    )  # fmt: skip
    of_agencies = (one for code in agencies() for one in fields_of_agency(code))
    of_tasks = (one for number in TASKS for one in fields_of_task(number, owners))
    return (*DECISION, *of_checks, *of_agencies, *VIEWS, *FOLLOWS, *of_tasks, WHY)


def answer_field(check: str) -> Field:
    """The answer to one check, in words."""
    return Field(
        name=f"answer_{check}",
        label="Answer to this check",
        kind=kinds.WORDS,
    )


def ending_from(
    values: Mapping[str, Any], plan_started: date, answers: Mapping[str, CheckAnswer]
) -> Ending:
    """The ending that a form that is right gives; ``answers`` are what the checks said."""
    return Ending(
        plan_started=plan_started,
        decided=values["decided"],
        given={name: values[name] for name in GIVEN if values[name] is not None},
        words={name: values[name] for name in OWN_WORDS if values[name]},
        agencies=[one for code in agencies() if (one := _view_of(values, code))],
        checks={
            name: CheckAtEnding(
                stood=answers[name].answer,
                evidence={
                    label: str(cell_in_words(value)) for label, value in answers[name].evidence
                },
                words=values[f"answer_{name}"] or "",
            )
            for name in CHECKS
            if name in answers
        },
    )


def tasks_from(values: Mapping[str, Any], people: Mapping[str, Person]) -> tuple[list[ToDo], dict]:
    """The tasks given, and by field what is wrong with one half filled in."""
    tasks, wrong = [], {}
    for number in TASKS:
        given = {part: values[f"task_{number}_{part}"] for part in ("words", "owner", "due")}
        if not any(given.values()):
            continue
        missing = [part for part, value in given.items() if not value]
        for part in missing:
            wrong[f"task_{number}_{part}"] = f"Task {number} is not whole: {MISSING_OF_TASK[part]}"
        if not missing:
            tasks.append(ToDo(words=given["words"], owner=people[given["owner"]], due=given["due"]))
    return tasks, wrong


MISSING_OF_TASK = {
    "words": "say what is to be done.",
    "owner": "choose who does it.",
    "due": "give the day by which it is done.",
}


def values_of(ending: Ending) -> dict[str, Any]:
    """What the form holds of an ending."""
    values: dict[str, Any] = {"decided": ending.decided, **ending.given, **ending.words}
    for one in ending.agencies:
        box = f"agency_{list(CODES['agency']).index(one.agency)}"
        values[f"{box}_attended"] = _yes_no(one.attended)
        values[f"{box}_knows"] = _yes_no(one.knows_the_child)
        values[f"{box}_view"] = one.view or None
        values[f"{box}_words"] = one.words or None
    for check, one in ending.checks.items():
        values[f"answer_{check}"] = one.words or None
    return {name: value for name, value in values.items() if value is not None}


def rows_to_lay_over(ending: Ending, child: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of record tables that an ending is, for the checks to be asked with it."""
    decided = {
        "child": child,
        "plan": None,
        "decided": ending.decided,
        "recorded_on": ending.decided,
    }
    votes = [
        {
            "child": child,
            "meeting_kind": "review conference",
            "held": ending.decided,
            "agency": one.agency,
            "attended": one.attended,
            "knows_the_child": one.knows_the_child,
            "view": one.view or None,
        }
        for one in ending.agencies
    ]
    return {
        "plan_endings": [{**_days(ending.given), **decided, "plan_ending": "here"}],
        "decision_makers": votes if ending.given.get("decided_at_conference") is not False else [],
    }  # fmt: skip


def _days(given: Mapping[str, Any]) -> dict[str, Any]:
    """The columns with days as days, as the form gives them and not as they are kept."""
    days = ("change_since", "step_down_meets")
    return {
        name: date.fromisoformat(value) if name in days and isinstance(value, str) else value
        for name, value in given.items()
    }


def _view_of(values: Mapping[str, Any], code: str) -> AgencyView | None:
    """What one agency said; None where nothing of it was filled in."""
    box = f"agency_{list(CODES['agency']).index(code)}"
    attended, knows, view, words = (
        values[f"{box}_{part}"] for part in ("attended", "knows", "view", "words")
    )
    if not any((attended, knows, view, words)):
        return None
    return AgencyView(
        agency=code,
        attended=None if attended is None else attended == "yes",
        knows_the_child=None if knows is None else knows == "yes",
        view=view or "",
        words=words or "",
    )


def _yes_no(value: bool | None) -> str | None:
    return None if value is None else "yes" if value else "no"


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
