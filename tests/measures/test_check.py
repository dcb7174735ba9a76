"""What a check asks, keeps and writes."""

from datetime import date

import pyarrow.csv
import pyarrow.parquet as parquet
import pytest

from sightline.engine.status import DUTY_STATUSES, PATTERN_STATUSES
from sightline.ledger.workspace import Workspace
from sightline.measures import MEASURES
from sightline.measures.check import check
from sightline.rules import RULES
from sightline.sources.could_not import CouldNot
from tests.generative.worlds import EXTRACT_DAY
from tests.measures.conftest import FEW_RULES, loaded

COLUMNS = {
    "concerns": [
        "rule",
        "child",
        "subject",
        "starts",
        "due",
        "met",
        "lapses",
        "opens",
        "closes",
        "status",
        "evidence",
        "worker",
        "team",
    ],
    "measures": [
        "measure",
        "period",
        "numerator",
        "denominator",
        "value",
        "low",
        "high",
        "grain",
        "group_kind",
        "group",
        "slowest_tenth",
    ],
    "cannot_tell": ["rule", "reason", "rows"],
}


def written(folder, name):
    return parquet.read_table(folder / f"{name}.parquet").to_pylist()


@pytest.mark.parametrize("name", ["concerns", "measures"])
def test_every_row_written_says_that_its_authority_is_made_up(checked, name):
    authorities = {row["authority"] for row in written(checked.out, name)}
    assert len(authorities) == 1
    assert authorities.pop().endswith("(made up)")


@pytest.mark.parametrize("name", COLUMNS)
def test_every_table_is_written_as_csv_and_as_parquet_with_the_same_rows(checked, name):
    table = parquet.read_table(checked.out / f"{name}.parquet")
    assert table.column_names == [*COLUMNS[name], "authority"]
    as_read = pyarrow.csv.ConvertOptions(
        column_types=table.schema, strings_can_be_null=True, quoted_strings_can_be_null=False
    )
    lines_in_values = pyarrow.csv.ParseOptions(newlines_in_values=True)
    text = pyarrow.csv.read_csv(
        checked.out / f"{name}.csv", parse_options=lines_in_values, convert_options=as_read
    )
    assert text.to_pylist() == table.to_pylist()


def test_the_day_asked_about_is_the_extract_day_unless_told(checked):
    assert checked.report.on == EXTRACT_DAY


def test_concerns_hold_all_that_had_started_those_met_and_closed_included(checked):
    rows = written(checked.out, "concerns")
    on = {name for name, rule in RULES.items() if rule.on_by_default}
    assert {row["rule"] for row in rows} == on
    assert {row["status"] for row in rows} <= {*DUTY_STATUSES, *PATTERN_STATUSES}
    assert {"in time", "late", "overdue", "no longer required", "open", "closed"} <= {
        row["status"] for row in rows
    }
    assert len({(row["rule"], row["child"], row["subject"]) for row in rows}) == len(rows)
    dates = ("starts", "met", "lapses", "opens", "closes")
    assert all(row[name] is None or row[name] <= EXTRACT_DAY for row in rows for name in dates)
    assert any(row["worker"] for row in rows)


def test_the_report_counts_what_was_written(checked):
    rows = written(checked.out, "concerns")
    assert sum(checked.report.concerns.values()) == len(rows)
    assert f"{len(rows):,} concerns" in str(checked.report)
    assert "Madeup (made up)" in str(checked.report)
    assert checked.report.exit_code == 0


def test_progress_is_told_to_the_end(checked):
    done, total = checked.told[-1]
    assert done == total == len(checked.told)


def test_asked_of_an_earlier_day_nothing_later_is_known(workspace_again, few_rules, tmp_path):
    day = date(2019, 6, 3)
    check(workspace_again, on=day, out=tmp_path)
    rows = written(tmp_path, "concerns")
    assert rows
    assert all(row["starts"] <= day for row in rows)
    months = [row["period"] for row in written(tmp_path, "measures") if row["grain"] == "month"]
    assert max(months) == "2019-06"


@pytest.mark.parametrize("table", ["concerns", "concern_rows"])
def test_what_was_found_lies_child_by_child(backend, table):
    children = [
        row[0] for row in backend.con.execute(f"SELECT child FROM answers.{table}").fetchall()
    ]
    assert len(set(children)) > 1
    assert children == sorted(children)


def test_asked_twice_the_answers_are_the_same(workspace_again, few_rules, checked, tmp_path):
    check(workspace_again)
    check(workspace_again, out=tmp_path)
    assert _in_order(tmp_path, "concerns", "rule") == _in_order(checked.out, "concerns", "rule")
    assert _in_order(tmp_path, "measures", "measure") == _in_order(
        checked.out, "measures", "measure"
    )


def _in_order(folder, name, column):
    few = {*FEW_RULES, *(measure for measure in MEASURES if MEASURES[measure].rule in FEW_RULES)}
    return sorted(str(row) for row in written(folder, name) if row[column] in few)


def test_a_rule_that_abstains_writes_one_line_and_no_concern_and_no_measure(
    world, few_rules, tmp_path
):
    without = {name: table for name, table in world.items() if name != "return_interviews"}
    report = check(loaded(tmp_path, without), out=tmp_path / "out")
    (line,) = written(tmp_path / "out", "cannot_tell")
    assert line["rule"] == "return_interview_not_in_72_hours"
    assert "return interviews" in line["reason"]
    assert line["rows"] == world["missing_episodes"].num_rows
    assert {row["rule"] for row in written(tmp_path / "out", "concerns")} == {
        "protection_visit_overdue"
    }
    measures = {row["measure"] for row in written(tmp_path / "out", "measures")}
    assert "protection_visits_in_time" in measures
    assert "return_interviews_in_72_hours" not in measures
    assert "Not measured for that reason: return_interviews_in_72_hours." in str(report)
    assert f"{line['rows']:,} not judged" in str(report)


def test_the_councils_own_standard_counts(workspace_again, few_rules, checked, tmp_path):
    (workspace_again.folder / "sightline.toml").write_text("[standards]\nCPV-01 = 60\n")
    check(workspace_again, out=tmp_path)
    assert 0 < _late_visits(tmp_path) < _late_visits(checked.out)


def _late_visits(folder):
    return sum(
        row["rule"] == "protection_visit_overdue" and row["opens"] is not None
        for row in written(folder, "concerns")
    )


def test_a_local_standard_that_cannot_be_counted_is_named(workspace_again, few_rules):
    (workspace_again.folder / "sightline.toml").write_text("[standards]\nCPV-01 = 10.5\n")
    before = workspace_again.current_number()
    with pytest.raises(CouldNot, match=r"CPV-01 is 10\.5 working days"):
        check(workspace_again)
    assert workspace_again.current_number() == before


def test_a_day_the_source_does_not_speak_of_is_named(workspace_again, few_rules):
    report = check(workspace_again, on=date(2024, 6, 1))
    assert "speaks of days up to 2024-03-31 only" in str(report)


def test_before_the_first_load_there_is_nothing_to_ask(tmp_path):
    with pytest.raises(CouldNot, match="Nothing has been loaded"):
        check(Workspace(tmp_path / "workspace"))
    assert not (tmp_path / "workspace").exists()
