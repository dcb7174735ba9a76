"""Whatever people record, correct or withdraw: what shows at once is what the next night says.

A made-up world is loaded and asked. People record for its children, a night folds it in, and they
record, correct and withdraw again. Then every child is looked at in the web application, the next
night runs, and both must tell the same records and the same concerns.
"""

import random
import sqlite3
from contextlib import closing, suppress
from datetime import date

import pytest
from django.db import connection
from django.utils import timezone

from sightline.casework import recording
from sightline.casework.models import Person, Recording
from sightline.casework.policy import ChildRecord
from sightline.casework.recorded_tables import FILLED_HERE, columns_of
from sightline.casework.writing import NotRecorded
from sightline.ledger.load import load
from sightline.ledger.reading import child_records
from sightline.ledger.same_thing import leads_to
from sightline.ledger.workspace import Workspace
from sightline.measures import answers
from sightline.measures.check import check
from sightline.records.tables import TABLES
from sightline.web import service
from sightline.web.concerns_shown import shown
from tests.generative.worlds import by_child, made_up_world
from tests.ledger.small_folder import write_rows

CHILDREN = 40
NOT_TOLD_ELSEWHERE = ("core_groups", "case_summaries", "supervision")

pytestmark = [pytest.mark.long, pytest.mark.django_db]


class People:
    """Somebody who records by chance what a second made-up world tells of the same children."""

    def __init__(self, seed: int, children: dict[str, dict[str, list[dict]]]) -> None:
        self.chance = random.Random(seed)
        self.children = children
        self.told = by_child(made_up_world(seed + 1000, CHILDREN))
        self.by = Person.objects.create(username=f"somebody {seed}", role="leader")

    def record_for(self, child: str) -> None:
        """Some rows of some tables; now and then of the same day as what a source tells."""
        for name in self.chance.sample(FILLED_HERE, 4):
            for row in self.told[child][name][:2]:
                if given := self.given(child, name, row):
                    self.try_to(recording.record, child=child, table=name, given=given)

    def change_for(self, child: str) -> None:
        """Correct one of the child's recordings, withdraw another."""
        standing = list(Recording.objects.filter(child=child, is_withdrawn=False).order_by("pk"))
        for one in self.chance.sample(standing, min(2, len(standing))):
            seen = {"child": child, "recording": one, "seen": one.version, "why": "Wrong."}
            if self.chance.random() < 0.5:
                self.try_to(recording.withdraw, **seen)
            elif rows := self.told[child][one.table]:
                given = self.given(child, one.table, self.chance.choice(rows))
                self.try_to(recording.correct, **seen, given=given)

    def given(self, child: str, name: str, row: dict) -> dict:
        """A row as a form sends it: rows of other sources named by their day."""
        table = TABLES[name]
        given = {one.name: row[one.name] for one in columns_of(table) if row[one.name] is not None}
        same = self.children[child][name]
        if same and self.chance.random() < 0.4:
            given[table.happened] = self.chance.choice(same)[table.happened]
        for column in table.column_names:
            for target in leads_to(table, column)[:1]:
                days = [other[TABLES[target].happened] for other in self.children[child][target]]
                given[column] = self.chance.choice([*days, date(2020, 1, 1), None])
        return {column: value for column, value in given.items() if value is not None}

    def try_to(self, do, *, child: str, **more) -> None:
        """Do it, unless it cannot be recorded, as where a day lies ahead."""
        with suppress(NotRecorded):
            do(by=self.by, child=ChildRecord(child=child), **more)


def night(house, tmp_path, day):
    """Load the casework database, as it stands, and ask every rule."""
    file = tmp_path / "casework.sqlite3"
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as target:
        target.executescript("\n".join(connection.connection.iterdump()))
    assert load(file, house).set_aside_rows == 0
    check(house, on=day)


def in_any_order(rows_by_table):
    return {name: sorted(map(repr, rows)) for name, rows in rows_by_table.items()}


@pytest.mark.parametrize("seed", [1, 2])
def test_what_shows_at_once_is_what_the_night_says(tmp_path, settings, seed):
    world = made_up_world(seed, CHILDREN)
    source, house = tmp_path / "source", Workspace(tmp_path / "workspace")
    source.mkdir()
    for name, rows in world.items():
        if name not in NOT_TOLD_ELSEWHERE:
            write_rows(source, name, rows.to_pylist())
    load(source, house)
    settings.WORKSPACE = house.folder
    day = timezone.localdate()
    people = People(seed, by_child(world))
    for child in people.children:
        people.record_for(child)
    night(house, tmp_path, day)
    for child in list(people.children)[: CHILDREN * 3 // 4]:
        people.record_for(child)
        people.change_for(child)

    served = service.current()
    changed = {child for child in people.children if served.asked_again(child)}
    live = {
        child: (in_any_order(served.records_of(child)), served.concerns_of(child))
        for child in people.children
    }
    assert len(changed) >= CHILDREN // 2
    night(house, tmp_path, day)
    with house.reading() as backend:
        for child, (records, concerns) in live.items():
            assert records == in_any_order(child_records(backend, child))
            told = [shown(one) for one in answers.concerns_of_child(backend, child)]
            assert sorted(map(repr, concerns)) == sorted(map(repr, told))
