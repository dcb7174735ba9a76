"""Rules asked on what the ledger had loaded by a day."""

from datetime import date

import pyarrow.parquet
import pytest

from sightline.cli import main
from sightline.ledger.load import load
from sightline.ledger.reading import child_records, extract_of
from sightline.ledger.workspace import Workspace
from sightline.measures.check import check
from tests.ledger.small_folder import GOOD_ROWS, write_good_folder, write_rows
from tests.ledger.two_sources import MONDAY, TUESDAY, WEDNESDAY, load_both

RULE = "protection_visit_overdue"


@pytest.fixture
def workspace(tmp_path):
    """Loaded on Monday; on Wednesday a visit is known that was made long before."""
    workspace = Workspace(tmp_path / "workspace")
    folder = write_good_folder(tmp_path / "source")
    load(folder, workspace, now=MONDAY)
    late = {"visit": "V9", "child": "C2", "plan": "P2", "visited": date(2024, 3, 28)}
    visits = [*GOOD_ROWS["protection_visits"], {**late, "child_seen": True}]
    write_rows(folder, "protection_visits", visits)
    load(folder, workspace, now=WEDNESDAY)
    return workspace


def overdue(out):
    rows = pyarrow.parquet.read_table(out / "concerns.parquet").to_pylist()
    return [row for row in rows if row["rule"] == RULE and row["status"] == "overdue"]


def test_a_visit_recorded_later_was_overdue_as_far_as_anyone_knew(tmp_path, workspace):
    then = check(workspace, known=MONDAY.date(), out=tmp_path / "then")
    now = check(workspace, out=tmp_path / "now")
    assert (then.on, now.on) == (date(2024, 3, 31), date(2024, 3, 31))
    assert [row["child"] for row in overdue(tmp_path / "then")] == ["C2"]
    assert overdue(tmp_path / "now") == []
    assert "from what had been loaded by 2024-04-01" in str(then)


def test_before_the_first_load_every_rule_cannot_tell(tmp_path, workspace):
    report = check(workspace, known=date(2024, 3, 30), out=tmp_path / "out")
    assert report.on == date(2024, 3, 30)
    assert not report.concerns
    assert not report.measured
    reasons = {reason for reason, _ in report.cannot_tell.values()}
    assert all("nothing had been loaded by 2024-03-30" in reason for reason in reasons)
    assert RULE in report.cannot_tell


def test_answers_about_an_earlier_day_are_not_kept_as_todays(tmp_path, workspace):
    check(workspace)
    kept = workspace.current_file()
    check(workspace, known=MONDAY.date(), out=tmp_path / "then")
    assert workspace.current_file() == kept


def test_the_command(tmp_path, workspace, capsys):
    where = ["--workspace", str(workspace.folder), "--out", str(tmp_path / "out")]
    assert main(["check", *where, "--known", "2024-04-01", "--on", "2024-03-01"]) == 0
    assert "on 2024-03-01, from what had been loaded by 2024-04-01" in capsys.readouterr().out


def test_a_childs_page_shows_what_was_known(workspace):
    with workspace.reading() as backend:
        then = child_records(backend, "C2", known_on=MONDAY.date())
        now = child_records(backend, "C2")
        never = child_records(backend, "C2", known_on=date(2024, 3, 1))
        day = extract_of(backend, known_on=MONDAY.date()).extract_day
    assert [len(one["protection_visits"]) for one in (then, now)] == [2, 3]
    assert never == {}
    assert day == date(2024, 3, 31)


def test_several_sources_as_they_stood(tmp_path):
    workspace = Workspace(tmp_path / "two")
    load_both(tmp_path, workspace)
    with workspace.reading() as backend:
        monday = child_records(backend, "C1", known_on=MONDAY.date())
        tuesday = child_records(backend, "C1", known_on=TUESDAY.date())
        today = child_records(backend, "C1")
    assert "referrals" not in monday
    assert tuesday == today
    assert len(today["protection_plans"]) == 1
    report = check(workspace, known=TUESDAY.date(), out=tmp_path / "out")
    assert RULE in report.concerns
