"""Made-up worlds: a few hundred small children at once, made from the declared tables and a seed.

Every record table and column is filled from its declaration, so a table added later is in the
worlds too. The days of one child cluster: most lie exactly a limit after another of the child's
days, or a day before or after that, so that boundaries are hit in every world. Anything a source
may leave empty is empty sometimes, including the row another row should name. It is what
the load leaves to the rules: no sentinel dates, no row that ends before it starts. No row names
one that happened after it: a name that could not be known yet would make every rule look ahead.

    world = made_up_world(seed=3, children=300)      # {table name: typed Arrow table}
    records = as_records(world)                      # {table name: Ibis table}, to ask a rule
    for child, rows in by_child(world).items():      # {table name: [row as a dict, ...]}, to read plainly
        ...
    for day in telling_days(world, 4):               # days on which much happened
        ...

Run a rule once over a whole world and compare with a plain reading child by child: never once per
child.
"""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import ibis
import pyarrow as pa

from sightline.records.calendar import working_day_after, working_day_before
from sightline.records.codes import CASE_HOLDING_ROLES, CODES
from sightline.records.table import DATE, TEXT, WHOLE_NUMBER, YES_NO, Column, Table
from sightline.records.tables import TABLES
from tests.generative.telling import (
    DAY_STEPS,
    DAYS_BEFORE,
    FOLLOWS,
    LEFT_ALONE,
    MONTH_STEPS,
    MORE_ROWS,
    TELLING_VALUES,
    WORKING_DAY_STEPS,
)

FIRST_DAYS = (
    # The days children's stories begin: ends of months, weekends, the eve of holidays, a leap day.
    date(2017, 11, 30),
    date(2018, 3, 29),
    date(2018, 8, 31),
    date(2018, 12, 22),
    date(2019, 1, 31),
    date(2019, 6, 3),
    date(2019, 12, 24),
    date(2020, 2, 29),
    date(2020, 5, 8),
    date(2020, 10, 5),
)
LAST_DAY = date(2025, 12, 31)
EXTRACT_DAY = date(2024, 3, 31)

MOST_ROWS = 3
WORKERS = tuple(f"Worker {number}" for number in range(1, 7))
WORDS = ("no further action", "help offered", 'said "no",\nthen yes', "plan goes on")


def made_up_world(seed: int, children: int = 300) -> dict[str, pa.Table]:
    """Every record table of a world, the same for the same seed."""
    chance = random.Random(seed)
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    rows["extract"] = [{"authority": "Madeup", "extract_day": EXTRACT_DAY, "made_up": True}]
    rows["workers"] = [{"worker": worker, "name": worker} for worker in WORKERS]
    for number in range(children):
        for name, row in _Child(chance, f"Child {number:03}").rows():
            rows[name].append(row)
    return {
        name: pa.Table.from_pylist(rows[name], schema=table.arrow_schema)
        for name, table in TABLES.items()
    }


def as_records(world: dict[str, pa.Table]) -> dict[str, ibis.Table]:
    """The world as Ibis tables."""
    return {name: ibis.memtable(table) for name, table in world.items()}


def by_child(world: dict[str, pa.Table]) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """The rows of every child by table, every table there; ``children`` holds one row."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = {
        row["child"]: {name: [] for name in TABLES} for row in world["children"].to_pylist()
    }
    for name, table in world.items():
        if "child" in table.column_names:
            for row in table.to_pylist():
                found[row["child"]][name].append(row)
    return found


def telling_days(world: dict[str, pa.Table], number: int) -> list[date]:
    """In each of ``number`` equal shares of what happened, the day on which most did."""
    days = Counter(
        day
        for name, table in world.items()
        if TABLES[name].happened
        for column in TABLES[name].columns
        if column.type == DATE
        for day in table[column.name].to_pylist()
        if day is not None and day <= EXTRACT_DAY
    )
    in_order = sorted(days)
    share = -(-len(in_order) // number)
    shares = (in_order[at : at + share] for at in range(0, len(in_order), share))
    return [max(part, key=days.__getitem__) for part in shares]


class _Child:
    """One child's rows, made table by table so that later rows can name earlier ones."""

    def __init__(self, chance: random.Random, child: str) -> None:
        self.chance = chance
        self.child = child
        self.days = [chance.choice(FIRST_DAYS)]
        self.without = LEFT_ALONE if chance.random() < 0.2 else frozenset()
        self.ids: dict[str, list[tuple[date, str]]] = {
            "workers": [(date.min, worker) for worker in WORKERS]
        }

    def rows(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for name, table in TABLES.items():
            if "child" in table.column_names and name not in self.without | {"children"}:
                most = MORE_ROWS.get(name, MOST_ROWS)
                for number in range(self.chance.randint(0, most)):
                    yield name, self._row(table, number)
        yield "children", self._who()

    def _row(self, table: Table, number: int) -> dict[str, Any]:
        row: dict[str, Any] = {"child": self.child}
        happened = self._day_it_happened(table.name)
        self.days.append(happened)
        for column in table.columns:
            if column.name == table.key:
                row[column.name] = f"{self.child} {table.name} {number}"
                self.ids.setdefault(table.name, []).append((happened, row[column.name]))
            elif column.name == table.happened:
                required = column.name in table.required or self.chance.random() < 0.85
                row[column.name] = happened if required else None
            elif column.name not in row:
                row[column.name] = self._value(table, column, happened)
        return row

    def _day_it_happened(self, table_name: str) -> date:
        """A later day than some day of the child's, or so many days after a row that calls for it."""
        after, steps = FOLLOWS.get(table_name, ("", ()))
        rows = self.ids.get(after, [])
        if not rows or self.chance.random() < 0.4:
            return self._later_day(self.chance.choice(self.days))
        happened, _ = self.chance.choice(rows)
        return min(happened + timedelta(days=self.chance.choice(steps)), LAST_DAY)

    def _value(self, table: Table, column: Column, happened: date) -> Any:
        if column.type == DATE:
            return self._other_date(table, column, happened)
        if column.refers_to:
            return self._name_of_another(column.refers_to, happened)
        telling = TELLING_VALUES.get((table.name, column.name))
        if telling and self.chance.random() < 0.7:
            return self.chance.choice(telling)
        if column.type == YES_NO:
            return self.chance.choice((True, True, False, None))
        if column.codes == "allocation_role" and self.chance.random() < 0.6:
            return self.chance.choice(CASE_HOLDING_ROLES)
        if column.codes:
            return self.chance.choice((None, *CODES[column.codes]))
        if column.type == TEXT:
            return self.chance.choice((None, *WORDS))
        if column.type == WHOLE_NUMBER:
            return self.chance.choice((None, 0, 1, 2, 3))
        return self.chance.choice((None, 0.5, 12.0, 60.0))

    def _other_date(self, table: Table, column: Column, happened: date) -> date | None:
        """Empty, or on or after the day the row happened; shortly before it where that is told."""
        if self.chance.random() < 0.3:
            return None
        steps = DAYS_BEFORE.get((table.name, column.name))
        if steps and self.chance.random() < 0.7:
            return working_day_before(happened, self.chance.choice(steps))
        if column.name == "entered_care":
            return self.chance.choice((happened, happened, min(self.days)))
        day = self._later_day(happened)
        self.days.append(day)
        return day

    def _name_of_another(self, table_name: str, day: date) -> str | None:
        """The id of a row the child has by that day, or none; rarely one that nobody has."""
        known = [name for happened, name in self.ids.get(table_name, []) if happened <= day]
        if not known or self.chance.random() < 0.35:
            return None
        return self.chance.choice(known) if self.chance.random() < 0.97 else "nobody's"

    def _later_day(self, day: date) -> date:
        """A day on or after ``day``, often exactly where a limit ends or a day to either side."""
        chance = self.chance
        kind = chance.random()
        if kind < 0.15:
            return day
        if kind < 0.35:
            later = working_day_after(day, chance.choice(WORKING_DAY_STEPS))
        elif kind < 0.5:
            later = _months_later(day, chance.choice(MONTH_STEPS))
        elif kind < 0.6:
            later = day + timedelta(days=chance.choice(DAY_STEPS))
        elif kind < 0.9:
            later = day + timedelta(days=chance.randint(1, 60))
        else:
            later = day + timedelta(days=chance.randint(60, 600))
        return min(max(day, later + timedelta(days=chance.choice((-1, 0, 0, 1)))), LAST_DAY)

    def _who(self) -> dict[str, Any]:
        """The child, whose fifth, sixteenth or eighteenth birthday often falls where something happened."""
        chance = self.chance
        unborn = chance.random() < 0.12
        age = chance.choice((0, 5, 5, 16, 18, 18, 10))
        birthday = chance.choice(self.days) + timedelta(days=chance.choice((-1, 0, 0, 1)))
        born = _months_later(birthday, -12 * age)
        return {
            "child": self.child,
            "given_name": self.child,
            "born": None if unborn else self._day_of_birth(born),
            "expected_birth": chance.choice(self.days) if unborn else None,
            "died": chance.choice(self.days) if chance.random() < 0.06 else None,
            "sex": chance.choice((None, *CODES["sex"])),
            "ethnicity": chance.choice((None, *CODES["ethnicity"])),
            "disabled": chance.choice((True, False, None)),
            "unaccompanied": chance.choice((True, False, False, None)),
        }

    def _day_of_birth(self, born: date) -> date:
        """Before anything is recorded of the child, or now and then shortly before a review."""
        reviews = [held for held, _ in self.ids.get("review_conferences", [])]
        if self.chance.random() < 0.2:
            near = self.chance.choice(reviews or self.days)
            return working_day_before(near, self.chance.choice((1, 20, 60, 120)))
        return min(born, *self.days)


def _months_later(day: date, months: int) -> date:
    """The same day that many months on, or the month's last day where it has none."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(years, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has a 28th")
