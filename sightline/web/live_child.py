"""One child as the records stand this moment: what was recorded here since the last load laid over them.

Where people recorded something for a child that the ledger does not hold yet, the rules are asked
of the child again, as of today, and the answers are kept in the casework database until the
nightly run has folded in what was recorded. Of every other child the nightly answers stand.
"""

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.utils import timezone

from sightline.casework import asked_again, recorded_rows
from sightline.casework.models import AskedAgain
from sightline.ledger.laying_over import Ground, RecordedNow, ground_of, laid_over
from sightline.ledger.reading import child_records, coverage_of, loads_of
from sightline.ledger.sides import RECORDED_HERE
from sightline.ledger.workspace import Workspace
from sightline.measures import answers
from sightline.rules import RULES
from sightline.web import concerns_shown, rules_ready, service

# What was recorded while a load read the casework database may not be in it, and the two may tell
# the time by different zones: laying over takes nothing twice, so early is safe and late is not.
BEFORE_A_LOAD = timedelta(hours=3)

Reading = Callable[[], AbstractContextManager[Any]]


def ask_again(child: str) -> None:
    """Ask the rules of a child for whom something was just recorded, corrected or withdrawn.

    Called after the writing function is through. A page that does not call it shows the same, a
    moment later: the child is asked when next looked at.
    """
    service.current().asked_again(child)


class LiveChildren:
    """The children of one ledger file, with what was recorded here since."""

    def __init__(self, reading: Reading, workspace: Workspace, number: int) -> None:
        self._reading, self._workspace, self._number = reading, workspace, number

    def records_of(
        self, child: str, tables: Collection[str] = ()
    ) -> dict[str, list[dict[str, Any]]]:
        """Every record of one child, or those of ``tables``, as a load of this moment would leave them."""
        with self._reading() as backend:
            if not self._recorded_since([child]):
                return child_records(backend, child, tables=tables)
            rows, _ = self._laid_over(backend, child, self._recorded(child))
        return {name: rows[name] for name in rows if not tables or name in tables}

    def asked_again_of(self, children: Collection[str]) -> dict[str, service.AskedAgain]:
        """Those of the ``children`` of whom the nightly answers do not hold all that was recorded."""
        if not self._number:
            return {}
        versions = self._recorded_since(children)
        kept = asked_again.kept_of(versions, self._number) if versions else {}
        found = {}
        for child, version in versions.items():
            one = kept.get(child) or self._ask(child, version)
            if one is None:
                found[child] = service.AskedAgain(on=None, concerns=())
            elif one.on is not None:
                concerns = tuple(concerns_shown.from_kept(row) for row in one.concerns)
                found[child] = service.AskedAgain(on=one.on, concerns=concerns)
        return found

    def recorded_lately(self, tables: Collection[str]) -> set[str]:
        """The children for whom a row of these tables was recorded that the ledger may not hold."""
        born_as = self._ground.born_as
        found = recorded_rows.children_recorded_for(tables, self._loaded_until)
        return {born_as.get(child, child) for child in found}

    def today(self) -> date:
        """The day as of which a child is looked at again."""
        return timezone.localdate()

    def _recorded_since(self, children: Collection[str]) -> Mapping[str, int]:
        """By child the last version recorded that the ledger may not hold."""
        goes_by = {one: child for child in children for one in self._ground.ids_of(child)}
        found: dict[str, int] = {}
        for one, version in recorded_rows.latest_versions(goes_by, self._loaded_until).items():
            found[goes_by[one]] = max(version, found.get(goes_by[one], 0))
        return found

    def _ask(self, child: str, version: int) -> AskedAgain | None:
        """Ask and keep the answers; None while the rules are not ready to be asked."""
        rules = rules_ready.of_one_child(self._workspace.settings.standards)
        if rules is None:
            return None
        with self._reading() as backend:
            recorded = self._recorded(child)
            rows, differ = self._laid_over(backend, child, recorded)
        day = max(timezone.localdate(), self._day)
        found = rules.on(day, rows, self._rules_to_ask(recorded)) if differ else []
        return asked_again.keep(
            child=child,
            version=version,
            ledger=self._number,
            on=day if differ else None,
            concerns=[
                concerns_shown.to_keep(concerns_shown.shown(one))
                for one in answers.as_concerns(found, day)
            ],
        )

    def _rules_to_ask(self, recorded: RecordedNow) -> list[str]:
        """The rules that can be answered from what is filled, by a source or by what was recorded since."""
        filled = self._filled | recorded.fills
        return [
            rule.name
            for rule in RULES.values()
            if rule.on_by_default and filled.issuperset(rule.needs)
        ]

    def _recorded(self, child: str) -> RecordedNow:
        """What stands recorded of the child this moment."""
        return recorded_rows.recorded_now(self._ground.ids_of(child), self._loaded_until)

    def _laid_over(
        self, backend: Any, child: str, recorded: RecordedNow
    ) -> tuple[dict[str, list[dict[str, Any]]], frozenset[str]]:
        """The child's records as they stand this moment, and the tables in which the ledger says else."""
        return laid_over(backend, self._ground, child, recorded, self._workspace.settings)

    @cached_property
    def _ground(self) -> Ground:
        with self._reading() as backend:
            return ground_of(backend)

    @cached_property
    def _day(self) -> date:
        """The day the nightly answers speak of."""
        with self._reading() as backend:
            return answers.asked_on(backend) or date.min

    @cached_property
    def _filled(self) -> frozenset[str]:
        with self._reading() as backend:
            rows = coverage_of(backend).to_pylist()
        return frozenset(f"{row['table']}.{row['column']}" for row in rows if row["filled"])

    @cached_property
    def _loaded_until(self) -> datetime | None:
        """The moment after which the ledger may hold nothing of what was recorded; None where it
        never loaded any."""
        with self._reading() as backend:
            loads = loads_of(backend).to_pylist()
        last = next((one for one in loads if one["told_by"] == RECORDED_HERE), None)
        return last and last["loaded_at"].astimezone() - BEFORE_A_LOAD
