"""Questions that only reading a case can answer, by theme.

They are declared in ``audit_questions.csv`` beside this file, in our own words: ``key`` is a stable
name, ``theme`` a key of ``records.themes``, ``question`` what the auditor asks of one case and
answers from its record. A measure counts whether a thing was done; these ask whether it was any
good. The contract for designs of audits: ``QUESTIONS``, ``QUESTIONS_BY_KEY``, ``questions_on``.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True)
class Question:
    """One question of an audit."""

    key: str
    theme: str
    words: str


def _declared() -> tuple[Question, ...]:
    file = resources.files(__package__).joinpath("audit_questions.csv")
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return tuple(Question(row["key"], row["theme"], row["question"]) for row in rows)


QUESTIONS: tuple[Question, ...] = _declared()
"""Every question, theme by theme."""

QUESTIONS_BY_KEY: dict[str, Question] = {one.key: one for one in QUESTIONS}


def questions_on(themes: Iterable[str]) -> tuple[Question, ...]:
    """The questions on these themes, in the themes' own order."""
    return tuple(one for theme in dict.fromkeys(themes) for one in QUESTIONS if one.theme == theme)
