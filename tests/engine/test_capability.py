"""Whether a source can answer a rule, and why not."""

import pyarrow as pa

from sightline.engine.capability import sentence, subjects_not_judged, why_not
from tests.engine.conftest import a_rule

RULE = a_rule(needs=("assessments.started", "assessments.authorised"))


def coverage(*rows):
    columns = ("table", "column", "rows", "filled", "because")
    return pa.Table.from_pylist([dict(zip(columns, row, strict=True)) for row in rows])


def test_a_source_that_fills_every_column_can_be_asked():
    given = coverage(
        ("assessments", "started", 5, True, ""), ("assessments", "authorised", 5, True, "")
    )
    assert why_not(RULE, given) == []


def test_a_column_that_is_not_filled_is_named_with_its_reason():
    (missing,) = why_not(
        RULE,
        coverage(
            ("assessments", "started", 5, True, ""),
            ("assessments", "authorised", 5, False, "every value is empty"),
        ),
    )
    assert (missing.table, missing.column) == ("assessments", "authorised")
    assert missing.reason == (
        "The source does not fill authorised in assessments: every value is empty."
    )


def test_two_columns_of_one_missing_table_are_one_reason():
    other = coverage(("referrals", "received", 9, True, ""))
    assert len(why_not(RULE, other)) == 2
    assert sentence(why_not(RULE, other)) == "The source holds no assessments."


def test_the_subjects_that_could_not_be_judged_are_counted():
    assert subjects_not_judged(RULE, coverage(("assessments", "started", 7, True, ""))) == 7
    assert subjects_not_judged(RULE, coverage(("referrals", "child", 7, True, ""))) == 0
