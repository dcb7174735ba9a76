"""Sentences that every form of the book says alike."""

from datetime import date

from sightline.engine.example import Shown, WorkedExample
from sightline.records.standards import Standard
from sightline.rules.book.page import RulePage, StandardShown

NOTHING = "nothing"
INTRODUCTION = (
    "Every question here is asked of every child it applies to, every night. A rule shows facts, "
    "clocks and evidence. It scores nobody and predicts nothing; people decide."
)
GENERATED = (
    "Made from the rules and their worked examples. Every child in the examples is made up. Edit the "
    "rule or its example, not this page."
)
CHECKS_TITLE = "Checks before a protection plan ends"
ABOUT_CHECKS = (
    "Asked when a plan is to end, and over all plans that ended. Each is met, not met or no evidence. "
    "They are questions for people to talk through. They are never added up, ranked or sorted by."
)
UNCONFIRMED = "Unconfirmed: its text has not been read yet."


def words(name: str) -> str:
    """A name from the code as words: return_interviews is return interviews."""
    return name.replace("_", " ")


def amount(version: Standard) -> str:
    """The number a standard sets, with its unit."""
    unit = version.unit[:-1] if version.value == 1 and version.unit.endswith("s") else version.unit
    return f"{version.value} {unit}".strip()


def applies(version: Standard) -> str:
    """Between which days a version of a standard applies."""
    if not version.commenced:
        return "not in force yet"
    first, last = version.valid_from, version.valid_to
    if first and last:
        return f"from {first} to {last}"
    if first:
        return f"from {first}"
    return f"until {last}" if last else "no dates given"


def standard_line(shown: StandardShown) -> str:
    """What to know of a standard before resting on it."""
    return UNCONFIRMED if shown.is_unconfirmed else f"Text: {shown.versions[-1].confirmed}."


def about(page: RulePage) -> tuple[str, ...]:
    """What kind of rule or check it is, a sentence each."""
    if page.asked_by:
        return (page.kind, f"Asked by: {page.asked_by}.")
    rows = f'A concern is named after its day, such as "{page.one_row_per} 2021-03-04".'
    limit = f"The limit is standard {page.limit}." if page.limit else ""
    off = "" if page.on_by_default else "Off by default."
    return tuple(sentence for sentence in (page.kind, rows, limit, off) if sentence)


def without_what_it_needs(page: RulePage) -> str:
    """What is said where a source does not fill what it needs."""
    said = "there is no evidence" if page.asked_by else "the rule says that it cannot tell"
    return f"Without one of these {said}."


def rests_on(page: RulePage) -> str:
    """What to say where a check counts nothing and so rests on no standard."""
    return "" if page.standards else "It counts nothing, so it rests on no standard."


def asked_on(example: WorkedExample) -> str:
    """The day an example is asked about, and the council's own values it assumes."""
    own = ", ".join(f"{id} = {value}" for id, value in example.local_standards.items())
    return f"Asked on {example.on}" + (f", with the council's own {own}." if own else ".")


def dates_of(shown: Shown) -> str:
    """The dates of a concern that an example speaks of."""
    return ", ".join(f"{name} {_day(day)}" for name, day in shown.dates.items())


def evidence_of(example: WorkedExample, key: str) -> str:
    """The evidence of a concern that an example speaks of."""
    entries = example.evidence.get(key, {})
    return "; ".join(f"{name}: {_value(value)}" for name, value in entries.items())


def _day(day: date | None) -> str:
    return str(day) if day else "none"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)
