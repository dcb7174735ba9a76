"""Whether a source can answer a rule, and why not."""

import pyarrow as pa

from sightline.engine.capability import sentence, subjects_not_judged, why_not
from tests.engine.conftest import a_rule

RULE = a_rule(needs=("assessments.started", "assessments.authorised"))


def coverage(*rows):
    columns = ("table", "column", "rows", "filled")
    return pa.Table.from_pylist([dict(zip(columns, row, strict=True)) for row in rows])


def test_a_source_that_fills_every_column_can_be_asked():
    given = coverage(("assessments", "started", 5, 5), ("assessments", "authorised", 5, 1))
    assert why_not(RULE, given) == []


def test_each_column_that_is_missing_is_named_with_its_reason():
    other = ("referrals", "received", 9, 9)
    empty = (("assessments", "started", 0, 0), ("assessments", "authorised", 0, 0))
    never = (("assessments", "started", 1200, 1200), ("assessments", "authorised", 1200, 0))
    said = [
        (coverage(other), "The source holds no assessments."),
        (coverage(*empty), "The source holds no assessments: the table is empty."),
        (coverage(never[0]), "The source has no column authorised in assessments."),
        (coverage(*never), "The source never fills authorised in assessments (1,200 rows)."),
    ]
    for given, reason in said:
        missing = why_not(RULE, given)
        assert missing[-1].reason == reason
        assert (missing[-1].table, missing[-1].column) == ("assessments", "authorised")


def test_two_columns_of_one_missing_table_are_one_reason():
    assert sentence(why_not(RULE, coverage(("referrals", "child", 1, 1)))) == (
        "The source holds no assessments."
    )


def test_the_subjects_that_could_not_be_judged_are_counted():
    assert subjects_not_judged(RULE, coverage(("assessments", "started", 7, 7))) == 7
    assert subjects_not_judged(RULE, coverage(("referrals", "child", 7, 7))) == 0
