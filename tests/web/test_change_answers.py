"""Whom a change to services touches, on rows written by hand."""

from datetime import date

import pyarrow as pa
import pytest

from sightline.engine.store import open_memory
from sightline.records.tables import TABLES
from sightline.web.change_answers import ChangeAnswers
from sightline.web.service import Authority
from sightline.web.what_came_of_a_change import OUTCOMES, WhatCameOfAChange

DAY = date(2024, 3, 31)
BEFORE, LATELY = date(2023, 1, 9), date(2024, 3, 1)


class Asked(ChangeAnswers, WhatCameOfAChange):
    """The answers from these rows and no others."""

    def __init__(self, **rows):
        self.backend = open_memory()
        self.backend.con.execute("CREATE SCHEMA records")
        for name, table in TABLES.items():
            told = pa.Table.from_pylist(rows.get(name, []), schema=table.arrow_schema)
            self.backend.con.register(f"rows_of_{name}", told)
            self.backend.con.execute(f"CREATE TABLE records.{name} AS SELECT * FROM rows_of_{name}")

    def authority(self):
        return Authority("Sandbourne", True, DAY, BEFORE)

    def filled(self):
        return frozenset(
            f"{name}.{column.name}"
            for name, table in TABLES.items()
            for column in table.columns
            if self._rows(f"SELECT count({column.name}) FROM records.{name}") != [(0,)]
        )

    def _rows(self, question, values=None):
        return self.backend.con.execute(question, values or []).fetchall()


def row(child, started=BEFORE, **more):
    return {"child": child, "started": started, **more}


def test_a_team_that_closes_touches_those_given_to_it_and_work_in_its_name_that_nobody_holds():
    asked = Asked(
        allocations=[
            row("held", team="North", worker="W1"),
            row("by the team alone", team="North"),
            row("left", team="North", ended=LATELY),
            row("moved on", team="South"),
        ],
        referrals=[
            {"child": "moved on", "received": BEFORE, "team": "North"},
            {"child": "waiting", "received": LATELY, "team": "North"},
            {"child": "over", "received": BEFORE, "team": "North", "closed": LATELY},
            {"child": "no action", "received": LATELY, "team": "North", "no_further_action": True},
        ],
        assessments=[
            row("being assessed", team="North"),
            row("assessed", team="North", authorised=LATELY),
        ],
        child_in_need_plans=[row("in need", team="North")],
        care_leavers=[
            {"child": "care leaver", "as_of": LATELY, "team": "North"},
            {"child": "left for South", "as_of": BEFORE, "team": "North"},
            {"child": "left for South", "as_of": LATELY, "team": "South"},
        ],
    )
    assert asked.children_affected("team_closes", "North") == {
        "held", "by the team alone", "waiting", "being assessed", "in need", "care leaver",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("threshold", "table"),
    [
        ("early_help", "early_help_episodes"),
        ("child_in_need", "child_in_need_plans"),
        ("protection", "protection_plans"),
        ("care", "care_episodes"),
    ],
)
def test_a_threshold_that_moves_touches_those_who_stand_there_now(threshold, table):
    asked = Asked(
        **{table: [row("now"), row("ended", ended=LATELY), row("later", date(2024, 5, 1))]}
    )
    assert asked.children_affected("threshold_moves", threshold) == {"now"}


@pytest.mark.parametrize(
    ("threshold", "table"), [("contact", "contacts"), ("referral", "referrals")]
)
def test_a_threshold_at_the_door_touches_those_who_came_since_a_day(threshold, table):
    asked = Asked(
        **{table: [{"child": "late", "received": LATELY}, {"child": "early", "received": BEFORE}]}
    )
    assert asked.children_affected("threshold_moves", threshold, LATELY) == {"late"}


def test_a_service_that_ends_touches_those_it_helps_now():
    asked = Asked(
        early_help_episodes=[
            row("now", organisation="Harbour"),
            row("elsewhere", organisation="School"),
            row("ended", organisation="Harbour", ended=LATELY),
        ],
        emotional_wellbeing=[
            {"child": "seen", "referred": BEFORE, "service": "Haven", "accepted": True},
            {"child": "waiting", "referred": BEFORE, "service": "Haven"},
            {"child": "refused", "referred": BEFORE, "service": "Haven", "accepted": False},
        ],
    )
    assert [words for _, words in asked.services_in_the_records()] == [
        "Early help by Harbour",
        "Early help by School",
        "Emotional wellbeing: Haven",
    ]
    assert asked.children_affected("service_ends", "early_help:Harbour") == {"now"}
    assert asked.children_affected("service_ends", "wellbeing:Haven") == {"seen", "waiting"}


CHANGE, AFTER, LATER = date(2024, 1, 1), date(2024, 1, 20), date(2024, 2, 20)
CHECKED = date(2024, 1, 31)


def test_what_came_to_each_child_is_told_by_the_day_and_not_by_what_came_later():
    asked = Asked(
        referrals=[
            {"child": "again", "received": BEFORE, "closed": AFTER},
            {"child": "again", "received": AFTER, "closed": LATER},
            {"child": "later", "received": LATER},
            {"child": "closed", "received": BEFORE, "closed": AFTER},
            {"child": "open", "received": BEFORE, "closed": LATER},
        ],
        child_in_need_visits=[
            {"child": "open", "visited": AFTER, "child_seen": True},
            {"child": "again", "visited": AFTER, "child_seen": False},
            {"child": "closed", "visited": CHANGE, "child_seen": True},
            {"child": "later", "visited": LATER, "child_seen": True},
            {"child": "of another change", "visited": AFTER, "child_seen": True},
        ],
        enquiries=[row("again", AFTER, ended=AFTER), row("open", BEFORE), row("later", LATER)],
        protection_plans=[row("again", AFTER), row("open", BEFORE, ended=AFTER)],
        child_in_need_plans=[row("open", ended=LATER)],
    )
    came = asked.came_by(["again", "later", "closed", "open"], CHANGE, CHECKED)
    assert came == {
        "seen": {"open"},
        "not-seen": {"again", "later", "closed"},
        "no-open-case": {"later", "closed"},
        "referred-again": {"again"},
        "enquiry": {"again"},
        "child-in-need": {"open"},
        "protection": {"again"},
        "in-care": None,
    }


def test_where_no_source_tells_of_it_nobody_is_counted_as_unseen():
    assert Asked().came_by(["somebody"], CHANGE, CHECKED) == dict.fromkeys(OUTCOMES)
