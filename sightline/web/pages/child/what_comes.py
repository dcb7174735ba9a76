"""What comes next for a child: duties with their day, meetings and visits planned, tasks."""

from dataclasses import dataclass
from datetime import date

from sightline.casework.tasks import open_tasks
from sightline.web.pages.child.frame import ChildPage
from sightline.web.words import day_in_words, subject_in_words

STILL_IN_TIME, OVERDUE = "still in time", "overdue"

# Table, the column of the planned day, the column that says it was done, the words.
PLANNED = (
    ("review_conferences", "due", "held", "Review conference"),
    ("core_groups", "due", "held", "Core group"),
    ("child_in_need_reviews", "due", "held", "Review of the child in need plan"),
    ("neglect_assessments", "next_due", "", "Neglect assessment, to be repeated"),
    ("exploitation_assessments", "next_due", "", "Exploitation assessment, to be looked at again"),
)


@dataclass(frozen=True, kw_only=True)
class Coming:
    """One thing to come: its day, what it is, whose it is and where the day is from."""

    day: date
    words: str
    whose: str = ""
    because: str = ""
    is_past: bool = False


def what_comes(page: ChildPage) -> list[Coming]:
    """Everything with a day to come, and what has passed undone, the first day first."""
    found = [*_duties(page), *_planned(page), *_actions(page), *_tasks(page)]
    # One assessment has a row for each area, and one day for all.
    return sorted(set(found), key=lambda one: (one.day, one.words, one.because))


def _duties(page: ChildPage):
    """What rules ask for by a day; what is overdue stands among the concerns, and here."""
    # Imported here: the rule book and its engine take seconds that signing in does not need.
    from sightline.rules import RULES

    for one in page.concerns:
        if one.due and one.status in (STILL_IN_TIME, OVERDUE):
            yield Coming(
                day=one.due,
                words=RULES[one.rule].question,
                whose=page.workers.get(one.worker, one.worker),
                because=subject_in_words(one.subject),
                is_past=one.status == OVERDUE,
            )


def _planned(page: ChildPage):
    """Days set in advance in the records themselves: those that lie ahead."""
    for table, column, done, words in PLANNED:
        for row in page.records.get(table, ()):
            if row.get(column) and row[column] >= page.day and not (done and row.get(done)):
                yield Coming(day=row[column], words=words, because="planned in the records")


def _actions(page: ChildPage):
    for row in page.records.get("plan_actions", ()):
        if row.get("due") and not row.get("done") and not row.get("dropped"):
            yield Coming(
                day=row["due"],
                words="An action of the plan is to be done",
                whose=row.get("agency") or "",
                because=f"agreed {day_in_words(row['agreed'])}",
                is_past=row["due"] < page.day,
            )


def _tasks(page: ChildPage):
    for task in open_tasks([page.child]):
        yield Coming(
            day=task.due,
            words=task.words,
            whose=task.owner.get_full_name() or task.owner.get_username(),
            because="task",
            is_past=task.due < page.day,
        )
