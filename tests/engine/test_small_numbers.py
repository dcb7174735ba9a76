"""Small numbers are hidden, and cannot be worked out from those that are shown."""

import pyarrow as pa
import pytest

from sightline.engine.figures import FIGURES
from sightline.engine.small_numbers import hidden_among, is_small, with_small_numbers_hidden


@pytest.mark.parametrize(
    ("numerator", "denominator", "small"),
    [
        (4, 100, True),
        (5, 100, False),
        (0, 100, False),
        (96, 100, True),
        (95, 100, False),
        (100, 100, False),
        (0, 4, True),
        (3, 0, True),
        (7, 0, False),
    ],
)
def test_a_count_or_what_is_left_beside_it_of_one_to_four_is_small(numerator, denominator, small):
    assert is_small(numerator, denominator) is small


def test_one_hidden_group_takes_the_next_smallest_with_it():
    assert hidden_among([(2, 50), (20, 60), (30, 90)]) == (True, True, False)


def test_two_hidden_groups_hide_each_other():
    assert hidden_among([(2, 50), (1, 60), (30, 90)]) == (True, True, False)


def test_where_nothing_is_small_nothing_is_hidden():
    assert hidden_among([(20, 50), (10, 60)]) == (False, False)


def test_a_group_alone_is_hidden_by_itself():
    assert hidden_among([(2, 50)]) == (True,)


def figure(kind, group, numerator, denominator=100):
    return {
        "measure": "made up",
        "period": "2018-2019",
        "group_kind": kind,
        "group": group,
        "numerator": numerator,
        "denominator": denominator,
        "value": numerator / denominator,
    }


def test_a_table_of_figures_keeps_its_rows_and_loses_its_small_numbers():
    table = pa.Table.from_pylist(
        [figure("team", "North", 2), figure("sex", "girls", 2), figure("sex", "boys", 40)],
        schema=FIGURES,
    )
    rows = with_small_numbers_hidden(table, ["sex"]).to_pylist()
    assert {(row["group"], row["numerator"], row["value"]) for row in rows} == {
        ("North", 2, 0.02),
        ("girls", None, None),
        ("boys", None, None),
    }
