"""The lines of a child's chronology: entries of the records, and events people wrote themselves.

Of the records turning points stand in it until somebody takes them out, and any other entry when
somebody puts it in.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from django.conf import settings

from sightline.casework import chronology as kept
from sightline.casework.chronology import Choice, Entry
from sightline.casework.recording import standing_versions
from sightline.web import journey
from sightline.web.concern_addresses import opaque
from sightline.web.pages.child.frame import ChildPage
from sightline.web.words import as_day, cell_in_words

# Table and moment of what turns a child's way through the service, or happens to the child.
TURNING_POINTS = frozenset(
    {
        ("referrals", journey.BEGINS),
        ("referrals", journey.ENDED),
        ("enquiries", journey.BEGINS),
        ("initial_conferences", journey.BEGINS),
        ("protection_plans", journey.BEGINS),
        ("protection_plans", journey.ENDED),
        ("child_in_need_plans", journey.BEGINS),
        ("child_in_need_plans", journey.ENDED),
        ("care_episodes", journey.BEGINS),
        ("care_episodes", journey.ENDED),
        ("placements", journey.BEGINS),
        ("missing_episodes", journey.BEGINS),
        ("legal_planning_meetings", journey.BEGINS),
        ("pre_proceedings", journey.BEGINS),
        ("exclusions", journey.BEGINS),
        ("missing_education", journey.BEGINS),
        ("elective_home_education", journey.BEGINS),
        ("homeless_young_people", journey.BEGINS),
    }
)
LONG_SILENCE = timedelta(days=365)
"""A year without an entry is said: something may have been left out."""

KIND = "entry of a chronology"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the chronology.

    ``entry`` is set for what comes from the records, ``number`` is the recording of an event that
    somebody wrote; ``by`` who wrote it, or what it meant.
    """

    day: date
    event: str
    source: str
    action_taken: str = ""
    impact_on_child: str = ""
    by: str = ""
    entry: Entry | None = None
    number: int = 0
    stands: bool = True


def address_part(line: Line) -> str:
    """What stands for a line of the records in an address; "" for an event that somebody wrote."""
    return part_of_entry(line.entry) if line.entry else ""


def part_of_entry(entry: Entry) -> str:
    """What stands for an entry in an address, and says nothing of it."""
    return opaque(KIND, f"{entry.table}\n{entry.moment}\n{entry.day}", settings.WORKSPACE)


def lines_of_records(page: ChildPage) -> list[Line]:
    """Every entry of the records, the first first, each with whether it stands and what it meant."""
    choices = kept.choices_of(page.child)
    lines: dict[Entry, Line] = {}
    for happening in journey.told_in_order(page.records, page.workers):
        line = _line(happening, choices)
        earlier = lines.get(line.entry)
        event = f"{earlier.event}; {line.event}" if earlier else line.event
        lines[line.entry] = replace(line, event=event)
    return list(lines.values())


def _line(one: journey.Happening, choices: dict[Entry, Choice]) -> Line:
    entry = Entry(one.day, one.table, one.moment)
    choice = choices.get(entry)
    details = "; ".join(f"{label}: {cell_in_words(value)}" for label, value in one.details)
    return Line(
        day=one.day,
        event=f"{one.words} ({details})" if details else one.words,
        source=f"Records: {one.table.replace('_', ' ')}",
        impact_on_child=choice.impact_on_child if choice else "",
        by=_name(choice.version.by) if choice else "",
        entry=entry,
        stands=choice.stands if choice else (one.table, one.moment) in TURNING_POINTS,
    )


def own_lines(page: ChildPage) -> list[Line]:
    """The events people wrote themselves."""
    lines = []
    for version in standing_versions(page.child, "significant_events"):
        told_of = version.content
        lines.append(
            Line(
                day=as_day(told_of["happened"]),
                event=told_of["event"],
                source=told_of.get("source") or "Recorded here",
                action_taken=told_of.get("action_taken", ""),
                impact_on_child=told_of["impact_on_child"],
                by=_name(version.by),
                number=version.recording_id,
            )
        )
    return lines


def silences(lines: list[Line]) -> dict[date, int]:
    """By the day of the line after it, how many days went by without any."""
    days = sorted({one.day for one in lines})
    return {
        after: (after - before).days
        for before, after in pairwise(days)
        if after - before > LONG_SILENCE
    }


def _name(person: Any) -> str:
    return person.get_full_name() or person.get_username()
