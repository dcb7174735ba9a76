"""The trackers of a whole made-up authority, held against a reading in SQL by itself."""

from collections import defaultdict
from datetime import date, timedelta

import pytest

from sightline.casework import recording
from sightline.casework.models import Person
from sightline.casework.policy import ChildRecord
from sightline.ledger.load import load
from sightline.ledger.questions import rows_of
from sightline.ledger.reading import records_of
from sightline.ledger.workspace import Workspace
from sightline.measures.check import check
from sightline.rules.journey.open_cases import open_times
from sightline.synthetic.authority import synthesise
from sightline.web import workspace_service
from sightline.web.trackers import TRACKERS, on_now

CHILDREN = 150
pytestmark = [pytest.mark.long, pytest.mark.django_db]

YOUNGEST = (
    "SELECT child FROM records.children WHERE died IS NULL ORDER BY born DESC NULLS LAST, child"
)
CHILDHOOD = "(born IS NULL OR born + INTERVAL 18 YEAR > $day) AND (died IS NULL OR died > $day)"
ON_NOW = {
    "long-plans": """
        SELECT child FROM records.protection_plans
        WHERE started + INTERVAL 15 MONTH < $day AND (ended IS NULL OR ended > $day)
    """,
    "pre-proceedings": """
        SELECT child FROM records.pre_proceedings WHERE decided <= $day
        AND coalesce(least(outcome_agreed, letter_of_issue_sent, application_issued) > $day, true)
    """,
    "missing": """
        SELECT child FROM records.missing_episodes AS gone WHERE started <= $day
        AND (returned IS NULL OR returned > $day OR NOT (
            EXISTS (SELECT 1 FROM records.return_interviews AS talk WHERE talk.child = gone.child
                    AND (held BETWEEN returned AND $day OR declined BETWEEN returned AND $day))
            OR (interview_accepted IS NOT DISTINCT FROM false AND NOT EXISTS (
                SELECT 1 FROM records.return_interviews AS talk WHERE talk.child = gone.child
                AND (held >= returned OR declined >= returned)))
        ))
    """,
    "homeless": """
        SELECT child FROM records.homeless_young_people WHERE presented <= $day
        AND NOT coalesce(assessed <= $day AND outcome IS NOT NULL AND (answered IS NULL OR answered <= $day), false)
    """,
    "voluntary-care": """
        SELECT child FROM records.care_episodes
        WHERE legal_status = 'V2' AND started <= $day AND (ended IS NULL OR ended > $day)
    """,
    "stepped-down": """
        SELECT child FROM records.protection_plans AS plan
        WHERE ended <= $day AND ended + INTERVAL 6 MONTH > $day
        AND NOT EXISTS (SELECT 1 FROM records.protection_plans AS next WHERE next.child = plan.child
                        AND next.started <= $day AND coalesce(next.ended, $day + INTERVAL 1 DAY) > plan.ended)
        AND NOT EXISTS (SELECT 1 FROM records.care_episodes AS care WHERE care.child = plan.child
                        AND care.started <= $day AND (care.ended IS NULL OR care.ended > plan.ended))
    """,
    "exploitation": """
        SELECT child FROM (
            SELECT child FROM records.risk_alerts WHERE raised <= $day AND (ended IS NULL OR ended > $day)
            AND kind IN ('sexual exploitation', 'criminal exploitation', 'trafficking', 'gangs')
            UNION SELECT child FROM records.exploitation_assessments AS saw
            WHERE level IN ('medium', 'high') AND assessed <= $day AND NOT EXISTS (
                SELECT 1 FROM records.exploitation_assessments AS later WHERE later.child = saw.child
                AND later.kind = saw.kind AND later.level = 'low' AND later.assessed BETWEEN saw.assessed AND $day))
        WHERE child IN (
            SELECT child FROM records.referrals WHERE received <= $day
            AND NOT coalesce(no_further_action, false) AND (closed IS NULL OR closed > $day)
            UNION SELECT child FROM records.protection_plans WHERE started <= $day AND (ended IS NULL OR ended > $day)
            UNION SELECT child FROM records.child_in_need_plans WHERE started <= $day AND (ended IS NULL OR ended > $day)
            UNION SELECT child FROM records.care_episodes WHERE started <= $day AND (ended IS NULL OR ended > $day))
    """,
    "unallocated": """
        SELECT child FROM answers.concerns_at_hand
        WHERE rule = 'child_without_worker' AND opens IS NOT NULL AND closes IS NULL
    """,
}  # fmt: skip


def whole(tracker):
    """The children a plain reading finds on a tracker on a day."""
    return (
        f"SELECT DISTINCT child FROM ({ON_NOW[tracker]}) "
        f"JOIN records.children USING (child) WHERE {CHILDHOOD}"
    )


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A made-up authority, loaded and checked."""
    folder = tmp_path_factory.mktemp("authority")
    synthesise(CHILDREN, 5, folder / "records")
    house = Workspace(folder / "workspace")
    load(folder / "records", house)
    check(house)
    return house


@pytest.fixture
def service(house, settings):
    settings.WORKSPACE = house.folder
    return workspace_service.current()


@pytest.mark.parametrize("tracker", ON_NOW)
def test_who_is_on_a_tracker_is_who_a_plain_reading_finds(service, house, tracker):
    shown = {one.child for one in service.stays(tracker) if one.until is None}
    with house.reading() as backend:
        found = backend.con.execute(whole(tracker), {"day": service.authority().day}).fetchall()
    assert shown == {child for (child,) in found}


@pytest.mark.parametrize("tracker", [name for name in ON_NOW if not TRACKERS[name].rule])
def test_so_it_is_on_many_days_of_ten_years(service, house, tracker):
    wanted, found_any = TRACKERS[tracker], 0
    firsts = [date(year, month, 1) for year in range(2014, 2024) for month in range(1, 13)]
    tables = {**wanted.reads, "children": ("born", "died")}
    by_child = defaultdict(dict)
    with house.reading() as backend:
        for table, columns in tables.items():
            for row in rows_of(backend, f"SELECT child, {', '.join(columns)} FROM records.{table}"):
                by_child[row["child"]].setdefault(table, []).append(row)
        for day in [*firsts, *_first_days(wanted, by_child)]:
            shown = {
                child
                for child, rows in by_child.items()
                if on_now(wanted.stays_of(child, rows, day))
            }
            rows = backend.con.execute(whole(tracker), {"day": day}).fetchall()
            assert shown == {child for (child,) in rows}, day
            found_any += len(shown)
    assert found_any


def _first_days(tracker, by_child):
    """The first forty days on which a row of the tracker's first table begins."""
    table, columns = next(iter(tracker.reads.items()))
    days = {row[columns[0]] for rows in by_child.values() for row in rows.get(table, ())}
    return sorted(days - {None})[:40]


def test_nobody_who_left_did_so_more_than_60_days_ago_or_ahead(service):
    day = service.authority().day
    left = [one for name in ON_NOW for one in service.stays(name) if one.until]
    assert left
    assert all(day - timedelta(days=60) <= one.until <= day for one in left)


def test_every_open_child_is_on_the_emergency_tracker(service, house):
    day = service.authority().day
    with house.reading() as backend:
        tables = records_of(backend)
        names = ("referrals", "protection_plans", "child_in_need_plans", "care_episodes")
        times = backend.to_pyarrow(open_times(*(tables[name] for name in names))).to_pylist()
    open_now = {
        row["child"] for row in times if row["begins"] <= day and (row["over"] or day) >= day
        and (row["over"] is None or row["over"] > day)
    }  # fmt: skip
    assert {one.child for one in service.open_children()} == open_now


def test_what_is_recorded_in_the_day_brings_a_child_onto_a_tracker_at_once(service, house):
    with house.reading() as backend:
        (child,) = backend.con.execute(YOUNGEST).fetchone()
    assert child not in {one.child for one in service.stays("pre-proceedings")}
    recording.record(
        by=Person.objects.create(username="leader", role="leader"),
        child=ChildRecord(child=child),
        table="pre_proceedings",
        given={"decided": service.authority().day},
    )
    assert child in {one.child for one in service.stays("pre-proceedings") if one.until is None}
