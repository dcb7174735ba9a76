"""The groups of children that figures are told of."""

from datetime import date

import ibis
import pyarrow as pa
import pytest

from sightline.engine.traits import BROAD_GROUPS, NOT_RECORDED, with_traits
from sightline.records.codes import CODES
from tests.engine.conftest import records_of

DAY = date(2021, 6, 1)


@pytest.fixture
def traits(backend):
    def of(**child):
        rows = ibis.memtable(pa.table({"child": ["Asha"], "since": pa.array([DAY], pa.date32())}))
        children = records_of(children=[{"child": "Asha"} | child])["children"]
        (row,) = backend.to_pyarrow(with_traits(rows, children)).to_pylist()
        return row

    return of


def test_every_ethnic_group_of_the_code_list_is_in_a_broad_group():
    """But for the two codes that are no group: not yet asked, and the family chose not to say."""
    in_groups = [code for codes in BROAD_GROUPS.values() for code in codes]
    assert sorted(in_groups) == sorted(set(CODES["ethnicity"]) - {"REFU", "NOBT"})


@pytest.mark.parametrize(
    ("child", "column", "group"),
    [
        ({"ethnicity": "WROM"}, "ethnicity", "White"),
        ({"ethnicity": "CHNE"}, "ethnicity", "Asian"),
        ({"ethnicity": "NOBT"}, "ethnicity", NOT_RECORDED),
        ({}, "ethnicity", NOT_RECORDED),
        ({"sex": "F"}, "sex", "girls"),
        ({"sex": "U"}, "sex", NOT_RECORDED),
        ({"disabled": True}, "disability", "disabled"),
        ({"disabled": False}, "disability", "not disabled"),
        ({}, "disability", NOT_RECORDED),
        ({}, "age", NOT_RECORDED),
        ({"born": date(2021, 6, 2)}, "age", "before birth"),
        ({"born": DAY}, "age", "0"),
        ({"born": date(2020, 6, 2)}, "age", "0"),
        ({"born": date(2020, 6, 1)}, "age", "1 to 4"),
        ({"born": date(2005, 6, 2)}, "age", "10 to 15"),
        ({"born": date(2005, 6, 1)}, "age", "16 and 17"),
        ({"born": date(2003, 6, 1)}, "age", "18 and over"),
    ],
)
def test_the_group_of_a_child(traits, child, column, group):
    assert traits(**child)[column] == group


def test_a_child_nobody_recorded_is_in_no_known_group(backend):
    rows = ibis.memtable(pa.table({"child": ["Ben"], "since": pa.array([DAY], pa.date32())}))
    children = records_of(children=[{"child": "Asha", "sex": "F"}])["children"]
    (row,) = backend.to_pyarrow(with_traits(rows, children)).to_pylist()
    assert {row[name] for name in ("ethnicity", "sex", "age", "disability")} == {NOT_RECORDED}
