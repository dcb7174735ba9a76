"""Code lists: every one a column uses is there, and says what its codes mean."""

import pytest

from sightline.records.codes import (
    CASE_HOLDING_ROLES,
    CODES,
    ENDINGS_OUTSIDE_A_REVIEW,
)
from sightline.records.tables import TABLES


def test_the_lists_are_the_ones_that_columns_use():
    used = {column.codes for table in TABLES.values() for column in table.columns}
    assert used - {""} == set(CODES)


@pytest.mark.parametrize("name", CODES)
def test_every_code_has_one_meaning_of_its_own(name):
    meanings = list(CODES[name].values())
    assert all(meanings)
    assert len(set(meanings)) == len(meanings)


def test_the_assessment_factors_are_complete():
    """42 in use, and three retired ones that older assessments still carry."""
    assert len(CODES["factor"]) == 45
    assert CODES["factor"]["3B"] == "domestic abuse suffered by a parent or carer"


def test_who_holds_a_case():
    assert set(CASE_HOLDING_ROLES) < set(CODES["allocation_role"])
    assert not {"team", "duty worker", "independent reviewing officer"} & set(CASE_HOLDING_ROLES)


def test_endings_outside_a_review_are_reasons_a_plan_ends():
    assert set(ENDINGS_OUTSIDE_A_REVIEW) < set(CODES["plan_end_reason"])
