"""Hand-written children against the rule book: every rule finds what the stories say, no more.

The answers were reasoned from the readings, not from the rules, by somebody who did not write the
rules. Where one fails, read the story's words and the reading it rests on before changing either.
"""

import json
from datetime import date
from functools import cache

import ibis
import pyarrow as pa
import pytest

from sightline.engine import store
from sightline.engine.asking import ask
from sightline.engine.status import status_on
from sightline.ledger.load import load
from sightline.ledger.reading import records_of
from sightline.ledger.workspace import Workspace
from sightline.records.known import cut
from sightline.records.open_files import write_table
from sightline.rules import RULES as RULE_BOOK
from tests.stories.reading import (
    DUTY_DATES,
    PATTERN_DATES,
    RULES,
    Answer,
    days_asked,
    line_of,
    opens_and_closes,
    stories,
    tables_of,
)

every_rule = pytest.mark.parametrize("name", RULES)
every_duty = pytest.mark.parametrize("name", [name for name in RULES if RULE_BOOK[name].is_duty])


@cache
def told():
    return stories()


@cache
def database():
    return store.open_memory()


@cache
def records():
    return store.load_tables(database(), tables_of(told()))


@cache
def asked(name: str) -> pa.Table:
    """What a rule says of all the stories at once, worked out once."""
    return database().to_pyarrow(ask(RULE_BOOK[name], records()))


def standing(rows: ibis.Table, day: date) -> list[dict]:
    """How concerns stood on one day."""
    return database().to_pyarrow(status_on(rows, day)).to_pylist()


def expected(name: str) -> list[Answer]:
    return [answer for story in told() for answer in story.answers[name]]


def as_lines(name: str, rows: pa.Table) -> list[str]:
    dates = DUTY_DATES if RULE_BOOK[name].is_duty else PATTERN_DATES
    return sorted(
        line_of(row["child"], row["subject"], {day: row[day] for day in dates})
        for row in rows.to_pylist()
    )


def test_the_rules_are_the_ten_of_the_book():
    assert set(RULES) <= set(RULE_BOOK)


def test_every_child_is_the_child_of_one_story():
    children = [story.child for story in told()]
    assert len(children) == len(set(children)) >= 25
    assert all(story.told.strip() for story in told())


@every_rule
def test_a_rule_finds_what_the_stories_tell(name):
    wanted = [line_of(answer.child, answer.subject, answer.dates) for answer in expected(name)]
    found = as_lines(name, asked(name))
    assert sorted(set(found) - set(wanted)) == [], "the rule finds more than the stories tell"
    assert sorted(set(wanted) - set(found)) == [], "the rule misses what the stories tell"
    assert len(found) == len(wanted)


@every_duty
def test_a_duty_opens_and_closes_as_its_dates_say(name):
    for row in asked(name).to_pylist():
        assert (row["opens"], row["closes"]) == opens_and_closes(row), row


@every_rule
def test_the_status_on_a_day_is_what_the_stories_tell(name):
    answers = expected(name)
    for day in sorted(days_asked(answers)):
        asking = {answer.child for answer in answers if day in answer.statuses}
        wanted = {
            (answer.child, answer.subject): answer.statuses[day]
            for answer in answers
            if answer.statuses.get(day)
        }
        found = {
            (row["child"], row["subject"]): row["status"]
            for row in standing(ibis.memtable(asked(name)), day)
            if row["child"] in asking
        }
        assert found == wanted, day


@every_rule
def test_the_evidence_says_what_the_stories_ask_of_it(name):
    shown = {
        (row["child"], row["subject"]): json.loads(row["evidence"])
        for row in asked(name).to_pylist()
    }
    for answer in expected(name):
        for label, value in answer.evidence.items():
            assert shown[answer.child, answer.subject][label]["value"] == value, answer


@pytest.mark.long
@every_rule
def test_a_day_needs_nothing_that_came_later(name):
    """No hindsight: on every day a story tells of, the records known by then give the same."""
    for day in sorted(days_asked(expected(name))):
        known_then = ask(RULE_BOOK[name], cut(records(), day))
        told_then = standing(known_then, day)
        told_now = standing(ibis.memtable(asked(name)), day)
        assert sorted(map(repr, told_then)) == sorted(map(repr, told_now)), day


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """The stories as a folder of files, their dates of 1900 included, loaded into a ledger."""
    folder = tmp_path_factory.mktemp("stories")
    for name, table in tables_of(told(), sentinels=True).items():
        write_table(table, folder / "source", name)
    for duplicate in (folder / "source").glob("*.csv"):
        duplicate.unlink()
    workspace = Workspace(folder / "workspace")
    report = load(folder / "source", workspace)
    assert report.kept == report.read, report.set_aside.to_pylist()
    return workspace


@every_rule
def test_a_rule_says_the_same_of_the_stories_once_loaded(name, workspace):
    with workspace.reading() as backend:
        found = backend.to_pyarrow(ask(RULE_BOOK[name], records_of(backend)))
    assert as_lines(name, found) == as_lines(name, asked(name))
