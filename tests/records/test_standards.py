"""Standards: what is declared, what applied on a day, and what a council may set for itself."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from sightline.records.standards import (
    CERTAINTIES,
    CONFIRMED,
    STANDARDS,
    TIERS,
    VERSIONS,
    StandardsError,
    check_local,
    dated_values,
    in_force,
    value_on,
    versions_of,
)

ALL_VERSIONS = [version for versions in VERSIONS.values() for version in versions]


def test_every_standard_is_declared_once_for_each_of_its_days():
    for versions in VERSIONS.values():
        for earlier, later in pairwise(versions):
            assert earlier.valid_to + timedelta(days=1) == later.valid_from, later.id


@pytest.mark.parametrize("version", ALL_VERSIONS, ids=lambda version: version.id)
def test_every_version_says_what_it_is_and_where_from(version):
    assert version.tier in TIERS
    assert version.certainty in CERTAINTIES
    assert version.confirmed in CONFIRMED
    assert all((version.area, version.standard, version.unit, version.source))
    assert "|" not in version.notes


@pytest.mark.parametrize("version", ALL_VERSIONS, ids=lambda version: version.id)
def test_only_local_values_and_definitions_are_without_a_first_day(version):
    if version.tier in ("law", "statutory guidance", "good practice") and version.commenced:
        assert version.valid_from or "began was not looked up" in version.notes


@pytest.mark.parametrize(
    ("id", "day", "value"),
    [
        ("ASM-01", date(2013, 4, 14), None),
        ("ASM-01", date(2013, 4, 15), 45),
        ("S47-01", date(2024, 4, 1), 15),
        ("MIS-01", date(2014, 1, 16), None),
        ("MIS-01", date(2014, 1, 17), 72),
        ("CLA-09", date(2011, 3, 31), None),
        ("CLA-09", date(2011, 4, 1), 20),
        ("CPV-01", date(2013, 4, 1), 10),
        ("CAS-01", date(2023, 9, 29), 16.6),
        ("CAS-01", date(2023, 9, 30), 16.0),
        ("CPE-06", date(2012, 1, 1), 20),
        ("CPE-07", date(2012, 1, 1), 24),
        ("CPE-08", date(2012, 1, 1), 12),
        ("CPE-09", date(2012, 1, 1), 5),
        ("ALL-01", date(2012, 1, 1), 0),
        ("REF-03", date(2012, 1, 1), 24),
        ("REF-04", date(2012, 1, 1), 3),
        ("MIS-02", date(2024, 4, 1), "M/A"),
    ],
)
def test_value_on_a_day(id, day, value):
    assert value_on(id, day) == value


def test_law_that_has_not_commenced_is_not_in_force():
    assert not STANDARDS["PLO-05"].commenced
    assert in_force("PLO-05", date(2035, 1, 1)) is None
    assert dated_values("PLO-05") == ()


def test_the_edition_of_2026_was_not_read_and_says_so():
    """Its value is carried over: the same number, but the text was not seen."""
    before, since = versions_of("ASM-01")
    assert (before.confirmed, since.confirmed) == ("seen second hand", "not seen")
    assert in_force("ASM-01", date(2026, 3, 17)) is before
    assert in_force("ASM-01", date(2026, 3, 18)) is since


def test_a_council_sets_its_own_value():
    assert value_on("CPV-01", date(2024, 4, 1), {"CPV-01": 15}) == 15
    assert value_on("CIN-01", date(2024, 4, 1), {"CPV-01": 15}) == 20


def test_a_council_changes_its_value_on_a_day():
    local = {
        "CPV-01": [
            {"value": 4, "unit": "weeks", "valid_from": date(2022, 4, 1)},
            {"value": 15, "valid_from": date(2019, 4, 1)},
        ]
    }
    days = [date(2019, 3, 31), date(2019, 4, 1), date(2022, 3, 31), date(2022, 4, 1)]
    assert [value_on("CPV-01", day, local) for day in days] == [10, 15, 15, 4]
    fifteen, four, national = dated_values("CPV-01", local)
    assert (fifteen.unit, four.unit, national.unit) == ("working days", "weeks", "working days")
    assert fifteen.valid_to == date(2022, 3, 31)


@pytest.mark.parametrize(
    ("local", "fault", "next_step"),
    [
        ({"CPV-99": 3}, "no standard 'CPV-99'", "Use an id of"),
        ({"S47-01": 20}, "statutory guidance and has no local value", "Take S47-01 out"),
        ({"CLA-01": 2}, "is law", "Take CLA-01 out"),
        ({"CPV-01": "ten"}, "should be a number above zero", "Correct it"),
        ({"CPV-01": True}, "should be a number above zero", "Correct it"),
        ({"CPV-01": 0}, "should be a number above zero", "Correct it"),
        ({"CPV-01": {"days": 3}}, "not readable", "give a number"),
        ({"CPV-01": {"value": 3, "valid_from": "2024-04-01"}}, "not a date", "quotation marks"),
        ({"CPV-01": [3, 5]}, "on the same day", "valid_from"),
        (
            {
                "CPV-01": [
                    {"value": 3, "valid_to": date(2024, 4, 1)},
                    {"value": 5, "valid_from": date(2024, 4, 1)},
                ]
            },
            "on the same day",
            "valid_from",
        ),
    ],
)
def test_a_fault_in_local_values_is_named_with_the_next_step(local, fault, next_step):
    with pytest.raises(StandardsError, match=fault) as told:
        check_local(local)
    assert next_step in str(told.value)


def test_an_unknown_standard_is_named():
    with pytest.raises(StandardsError, match="XYZ-01"):
        value_on("XYZ-01", date(2024, 4, 1))
