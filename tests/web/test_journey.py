"""The journey tells what the records hold, in their order, and no more than it may."""

from datetime import date

import pytest

from sightline.records.tables import TABLES
from sightline.web import journey
from sightline.web.charts import journey_drawing
from sightline.web.charts.journey_drawing import Stretch

KEPT_BACK = {"addresses", "linked_identifiers", "allegations", "permanence", "previous_permanence"}


@pytest.mark.parametrize("table", journey.HAPPENINGS)
def test_everything_told_is_a_column_of_the_records(table):
    _, _, columns = journey.HAPPENINGS[table]
    assert set(columns) <= set(TABLES[table].column_names)
    assert TABLES[table].happened


def test_what_fewer_people_may_see_is_not_told():
    assert not KEPT_BACK & set(journey.HAPPENINGS)


def test_on_one_day_what_came_last_stands_first():
    row = {"child": "C1", "started": date(2024, 3, 4), "returned": date(2024, 3, 4), "type": "M"}
    (happenings,) = journey.happenings({"missing_episodes": [row]}, {}).values()
    assert [one.words for one in happenings] == ["Returned", "Went missing"]


def test_what_is_known_only_at_the_end_is_told_with_the_end():
    row = {"child": "C1", "started": date(2022, 5, 1), "ended": date(2023, 3, 1),
           "initial_category": "NEG", "end_reason": "other"}  # fmt: skip
    years = journey.happenings({"protection_plans": [row]}, {})
    assert [label for label, _ in years[2023][0].details] == ["end reason"]
    assert [label for label, _ in years[2022][0].details] == ["initial category"]


def test_a_drawing_keeps_bars_inside_and_in_order_of_days():
    today = date(2024, 3, 31)
    drawing = journey_drawing.journey(
        [
            Stretch("Case open", "Case open", date(2020, 1, 6), date(2021, 1, 6)),
            Stretch("Case open", "Case open", date(2023, 1, 6), None),
            Stretch("Late", "Late", date(2023, 2, 1), date(2023, 2, 1), is_concern=True),
        ],
        today,
    )
    first, second, concern = drawing.bars
    assert first.x + first.width < second.x
    assert second.x + second.width == pytest.approx(drawing.today_x, abs=0.2)
    assert concern.width == journey_drawing.SHORTEST
    assert concern.y > second.y
    assert all(bar.x + bar.width <= drawing.width for bar in drawing.bars)


def test_nothing_to_draw_is_no_drawing():
    assert journey_drawing.journey([], date(2024, 3, 31)) is None
