"""A document replaced by a corrected one: the same inspection, another file. Said, never acted on.

A plan keeps the words and pages of the document it began from. Where another document of the same
inspection has been read since, each sentence is looked for in that one, and the reader is told
where it stands there, how it reads now, or that it is gone.
"""

import difflib
from dataclasses import dataclass

from sightline.improvement.line_of_sight import everything_wanting
from sightline.improvement.models import Plan, Sentence
from sightline.inspections.facts import Documents, Event

SAME, OTHERWISE, GONE = "the same", "reads otherwise", "not in it"
LIKE_ENOUGH = 0.6


@dataclass(frozen=True)
class SentenceThere:
    """One sentence of the plan in the other document: how it stands there, on which page."""

    sentence: Sentence
    stands: str
    text: str = ""
    page: int | None = None


@dataclass(frozen=True)
class Standing:
    """The plan's own document among those read.

    ``is_held``  whether it is still among them.
    ``other``    another document of the same inspection, None where there is none.
    """

    is_held: bool
    other: Event | None
    sentences: tuple[SentenceThere, ...] = ()

    @property
    def was_replaced(self) -> bool:
        """Whether another document of the same inspection stands beside it or in its place."""
        return self.other is not None


def standing_of(documents: Documents, plan: Plan) -> Standing | None:
    """How the plan's document stands among those read; None for a plan that rests on none."""
    if not plan.document_sha:
        return None
    is_held = any(event.sha256 == plan.document_sha for event in documents.events)
    other = next((one for one in documents.events if _is_of_the_same(one, plan)), None)
    if other is None:
        return Standing(is_held, None)
    there = _texts(documents, other)
    return Standing(is_held, other, tuple(_found(one, there) for one in plan.sentences.all()))


def _is_of_the_same(event: Event, plan: Plan) -> bool:
    """Whether a document is of the plan's inspection and another file."""
    if event.sha256 == plan.document_sha or event.unreadable_because or not event.sha256:
        return False
    inspection = (plan.urn or plan.authority, plan.document_kind, plan.inspected_from)
    return plan.inspected_from is not None and inspection == (
        event.urn if plan.urn else event.authority,
        event.kind,
        event.starts,
    )


def _texts(documents: Documents, event: Event) -> list[tuple[str, int]]:
    rows = [row for row in documents.recommendations if row.file == event.file]
    findings = [row for row in documents.findings if row.file == event.file]
    wanting = [(one.text, one.page) for one in everything_wanting(rows, ())]
    return wanting + [(row.text, row.page) for row in findings]


def _found(sentence: Sentence, there: list[tuple[str, int]]) -> SentenceThere:
    """The sentence in the other document, or what there is most like it."""
    words = _words(sentence.text)
    for text, page in there:
        if _words(text) == words:
            return SentenceThere(sentence, SAME, text, page)
    likest, page, likeness = "", 0, 0.0
    for text, of_page in there:
        match = difflib.SequenceMatcher(None, words, _words(text), autojunk=False)
        if match.real_quick_ratio() > likeness and match.quick_ratio() > likeness:
            ratio = match.ratio()
            if ratio > likeness:
                likest, page, likeness = text, of_page, ratio
    if likeness < LIKE_ENOUGH:
        return SentenceThere(sentence, GONE)
    return SentenceThere(sentence, OTHERWISE, likest, page)


def _words(text: str) -> list[str]:
    return text.split()
