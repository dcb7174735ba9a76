"""Where a council differs from the national standards, and what it is told of its mistakes."""

from datetime import date

import pytest
from click.testing import CliRunner

from sightline.cli.commands import sightline
from sightline.ledger.local_standards import local_standards_of
from sightline.sources.could_not import CouldNot


def stated(folder, text):
    (folder / "sightline.toml").write_text(text, encoding="utf-8")
    return local_standards_of(folder)


def test_without_the_file_nothing_differs(tmp_path):
    found = local_standards_of(tmp_path)
    assert (found.values, found.faults) == ((), ())


def test_a_value_stands_beside_the_one_it_takes_the_place_of(tmp_path):
    found = stated(tmp_path, "[standards]\nCPE-06 = 15\nCPV-01 = 10\n")
    assert [(one.standard.id, one.own[-1].value, one.differs) for one in found.values] == [
        ("CPE-06", 15, True),
        ("CPV-01", 10, False),
    ]
    assert found.own_values("CPE-06")[-1].unit == "working days"
    assert found.own_values("CIN-01") == ()


def test_values_with_days_are_all_told(tmp_path):
    text = "[standards]\nCPV-01 = [{ value = 15 }, { value = 10, valid_from = 2020-04-01 }]\n"
    (one,) = stated(tmp_path, text).values
    assert [(own.value, own.valid_to) for own in one.own] == [(15, date(2020, 3, 31)), (10, None)]


def test_every_fault_is_told_at_once_and_the_good_ones_stay(tmp_path):
    found = stated(tmp_path, '[standards]\nCPE-06 = 15\nS47-01 = 20\nNO-99 = 1\nCPV-01 = "soon"\n')
    assert [one.standard.id for one in found.values] == ["CPE-06"]
    assert [fault.split()[0] for fault in found.faults[:2]] == ["S47-01", "NO-99"]
    assert "CPV-01" in found.faults[2]


def test_a_section_that_is_none_is_a_fault(tmp_path):
    assert "not a section" in stated(tmp_path, "standards = 3\n").faults[0]


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(CouldNot, match=r"sightline\.toml cannot be read"):
        stated(tmp_path, "[standards\n")


def run(folder):
    return CliRunner().invoke(
        sightline, ["standards", "--workspace", str(folder)], standalone_mode=False
    )


def test_the_command_shows_own_and_national_values(tmp_path):
    (tmp_path / "sightline.toml").write_text("[standards]\nCPE-06 = 15\n")
    result = run(tmp_path)
    assert "15 working days" in result.output
    assert "20 working days" in result.output
    assert result.return_value == 0


def test_the_command_says_what_cannot_be_used(tmp_path):
    (tmp_path / "sightline.toml").write_text("[standards]\nS47-01 = 20\n")
    result = run(tmp_path)
    assert "1 value cannot be used:" in result.output
    assert "statutory guidance" in result.output
    assert result.return_value == 1


def test_the_command_says_where_nothing_is_set(tmp_path):
    assert "those of Sightline hold" in run(tmp_path).output
