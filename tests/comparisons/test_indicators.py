"""What is declared: every indicator can be understood and worked out."""

import pytest

from sightline.comparisons.cannot_show import TELLS_OF_GRADE
from sightline.comparisons.indicators import DATASETS, INDICATORS
from sightline.records.themes import THEMES
from sightline.web.own_figures import MEASURE_OF_INDICATOR


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=INDICATORS)
def test_an_indicator_names_a_theme_a_source_and_how_it_is_counted(indicator):
    assert indicator.themes
    assert set(indicator.themes) <= set(THEMES)
    assert indicator.dataset in {"", *DATASETS}
    assert indicator.base_dataset in {"", *DATASETS}
    assert indicator.dataset or indicator.table_id
    assert indicator.better in ("", "lower", "higher")
    assert (
        not indicator.dataset or indicator.value or (indicator.numerator and indicator.denominator)
    )


def test_what_is_known_of_grades_and_of_own_figures_is_of_declared_indicators():
    assert set(TELLS_OF_GRADE) <= set(INDICATORS)
    assert set(MEASURE_OF_INDICATOR) <= set(INDICATORS)


def test_every_measure_set_beside_an_indicator_is_there_and_is_a_share():
    from sightline.measures import MEASURES

    for name in MEASURE_OF_INDICATOR.values():
        assert MEASURES[name].is_share
