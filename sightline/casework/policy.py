"""The one door: who may see or do what.

Every page, list, export and chart asks ``may`` and nothing else. Lists ask it row by row.
"""

from dataclasses import dataclass
from typing import Any

from sightline.casework.models import Person, Role

SEE_PUBLISHED = "see what inspectors published"
SEE_RULES = "see the rule book"
SEE_FIGURES = "see figures"
SEE_SMALL_NUMBERS = "see small numbers"
LIST_CHILDREN = "list children behind a figure"
EXPORT_CHILDREN = "export children behind a figure"
READ_CHILD = "read a child's record"
SEE_AUDIT = "see the audit trail"

ACTIONS = (
    SEE_PUBLISHED,
    SEE_RULES,
    SEE_FIGURES,
    SEE_SMALL_NUMBERS,
    LIST_CHILDREN,
    EXPORT_CHILDREN,
    READ_CHILD,
    SEE_AUDIT,
)

EVERYBODY = frozenset({SEE_PUBLISHED, SEE_RULES, SEE_FIGURES})

ALLOWED: dict[str, frozenset[str]] = {
    Role.LEADER: frozenset(ACTIONS),
    Role.ANALYST: frozenset(ACTIONS) - {SEE_AUDIT},
    Role.PRACTITIONER: EVERYBODY | {SEE_SMALL_NUMBERS, LIST_CHILDREN, READ_CHILD},
    Role.MEMBER: EVERYBODY,
}


@dataclass(frozen=True, kw_only=True)
class ChildRecord:
    """A child's record as the policy sees it: ``held_by`` are the workers who hold the case today."""

    child: str
    held_by: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Yes, or no with the reason that is shown to the person and kept in the audit trail."""

    yes: bool
    because: str = ""

    def __bool__(self) -> bool:
        return self.yes


YES = Answer(yes=True)


def may(person: Any, action: str, thing: Any = None) -> Answer:
    """Whether ``person`` may do ``action`` to ``thing``. What is not allowed by name is refused."""
    if action not in ACTIONS:
        raise ValueError(f"{action!r} is no action. The actions are: {', '.join(ACTIONS)}")
    if not isinstance(person, Person) or not person.is_active:
        return Answer(yes=False, because="You are not signed in.")
    if action not in ALLOWED.get(person.role, frozenset()):
        return Answer(yes=False, because=f"Your role ({person.role}) does not include this.")
    if isinstance(thing, ChildRecord) and person.role == Role.PRACTITIONER:
        return _holds_the_case(person, thing)
    return YES


def _holds_the_case(person: Person, record: ChildRecord) -> Answer:
    """A practitioner sees the children they hold today."""
    if person.worker and person.worker in record.held_by:
        return YES
    return Answer(yes=False, because="You do not hold this child's case today.")
