"""A made-up authority in memory: what the rules found in it, what their plain readings read, what was planted."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from sightline.engine.asking import ask
from sightline.engine.store import open_memory
from sightline.records.standards import versions_of
from sightline.rules import RULES
from sightline.synthetic.authority import synthesise
from sightline.synthetic.writing import TOLD
from tests.generative.worlds import by_child
from tests.plain.child import months_later
from tests.plain.readings import READINGS

DATES = ("starts", "due", "met", "lapses", "opens", "closes")
# The longest time that a rule looks back for events before those it judges.
LONGEST_WINDOW_IN_MONTHS = 24

Row = dict[str, Any]


class AskedAuthority:
    """A made-up authority of which every rule is asked once, when a test first wants to know."""

    def __init__(self, folder: Path, children: int, seed: int) -> None:
        self.extract_day = synthesise(children, seed, folder).extract_day
        self.tables = {name: pq.read_table(folder / f"{name}.parquet") for name in TOLD}
        self._truth = pq.read_table(folder / "truth.parquet")
        self._backend = open_memory()
        self._records = {
            name: self._backend.create_table(name, table) for name, table in self.tables.items()
        }
        self._children = by_child(self.tables)
        self._rows: dict[str, list[Row]] = {}

    def planted_rules(self) -> set[str]:
        """The rules of which at least one failing was planted."""
        return set(self._truth["rule"].to_pylist())

    def planted(self, rule: str) -> set[tuple[Any, ...]]:
        """Child, subject and opening day of every failing planted for a rule."""
        of_rule = self._truth.filter(pc.equal(self._truth["rule"], rule))
        columns = (of_rule[name].to_pylist() for name in ("child", "subject", "opens"))
        return set(zip(*columns, strict=True))

    def found(self, rule: str) -> set[tuple[Any, ...]]:
        """The same of every concern the rule found that was open by the extract day."""
        return {(row["child"], row["subject"], row["opens"]) for row in self.opened(rule)}

    def rows(self, rule: str) -> list[Row]:
        """Every row of a rule: child, subject and its dates."""
        if rule not in self._rows:
            asked = ask(RULES[rule], self._records).select("child", "subject", *DATES)
            self._rows[rule] = self._backend.to_pyarrow(asked).to_pylist()
        return self._rows[rule]

    def opened(self, rule: str) -> list[Row]:
        """The rows of concerns that were open by the extract day."""
        return [row for row in self.rows(rule) if row["opens"] and row["opens"] <= self.extract_day]

    def read(self, rule: str) -> list[Row]:
        """The rows as a practitioner reads them off each child's records."""
        of_what = RULES[rule].one_row_per
        return [
            {**row, "child": child, "subject": f"{of_what} {row['subject']}"}
            for child, records in self._children.items()
            for row in READINGS[rule](records)
        ]

    def share(self, rule: str) -> tuple[int, int]:
        """In how many a rule found something, and of how many.

        For a duty, those that were due by the extract day; for a pattern, the rows of the table
        that it is counted in.
        """
        found = len(self.opened(rule))
        if RULES[rule].clock is None:
            return found, self.tables[RULES[rule].counted_in].num_rows
        due = [row for row in self.rows(rule) if row["due"] and row["due"] < self.extract_day]
        return found, len(due)


@cache
def judged_from(rule: str) -> date:
    """The first day by which a rule can judge: all its standards in force, with what it looks back on.

    The plain readings judge every day by the standards of today; before they were in force the
    rules say that they cannot tell.
    """
    days = [day for id in RULES[rule].sources if (day := versions_of(id)[0].valid_from)]
    return months_later(max(days), LONGEST_WINDOW_IN_MONTHS) if days else date.min


def as_set(rows: list[Row], since: date) -> set[tuple[Any, ...]]:
    """The rows that began on a day or later, as tuples to be compared."""
    return {
        (row["child"], row["subject"], *(row[day] for day in DATES))
        for row in rows
        if min(day for day in (row["starts"], row["opens"], date.max) if day) >= since
    }
