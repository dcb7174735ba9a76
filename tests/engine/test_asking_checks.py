"""What a check is handed, and what it says."""

import json
from dataclasses import replace
from datetime import date

import ibis
import pyarrow as pa
import pytest
from ibis import _

from sightline.engine.check import CHECKED_SCHEMA, Check, ask_check
from tests.engine.conftest import records_of

MOMENTS = pa.schema(
    [("child", pa.string()), ("subject_day", pa.date32()), ("asked_on", pa.date32())]
)
STARTED = date(2021, 3, 4)


def moments(*rows):
    return ibis.memtable(
        pa.Table.from_pylist(
            [dict(zip(MOMENTS.names, row, strict=True)) for row in rows], schema=MOMENTS
        )
    )


def latest_outcomes(moments, enquiries):
    found = enquiries.group_by("child", "subject_day", "asked_on").agg(
        enquiries=_.count(), ended=_.ended.max(), outcome=_.outcome.max()
    )
    joined = moments.left_join(found, MOMENTS.names)
    return joined.drop(*(f"{name}_right" for name in MOMENTS.names))


A_CHECK = Check(
    name="made_up_check",
    title="Made up",
    question="Was the enquiry concluded?",
    asked_by="nobody",
    themes=(),
    one_row_per="protection plan",
    judged=latest_outcomes,
    met=ibis.cases((_.enquiries.notnull(), _.ended.notnull())),
    evidence={"enquiries": _.enquiries, "ended": _.ended, "outcome": _.outcome},
    needs=("enquiries.ended",),
    readings=(),
    helps="",
    cannot_see="",
)
ENQUIRY = {
    "enquiry": "1",
    "child": "Asha",
    "started": date(2021, 4, 1),
    "ended": date(2021, 5, 4),
    "outcome": "plan goes on",
}


@pytest.fixture
def answers(backend):
    def asked(*rows, because=""):
        asked = ask_check(A_CHECK, moments(*rows), records_of(enquiries=[ENQUIRY]), because=because)
        table = backend.to_pyarrow(asked)
        assert table.column_names == CHECKED_SCHEMA.names
        return {
            (row["child"], row["asked_on"]): row for row in table.cast(CHECKED_SCHEMA).to_pylist()
        }

    return asked


def test_each_moment_is_told_what_was_known_on_its_day(answers):
    days = [date(2021, 3, 31), date(2021, 4, 1), date(2021, 5, 3), date(2021, 5, 4)]
    told = answers(*(("Asha", STARTED, day) for day in days))
    said = [told["Asha", day]["answer"] for day in days]
    assert said == ["no evidence", "not met", "not met", "met"]
    evidence = [json.loads(told["Asha", day]["evidence"]) for day in days]
    assert evidence[0] == {}
    assert set(evidence[2]) == {"enquiries"}, "Neither the end nor the outcome was known yet."
    assert evidence[3]["outcome"] == {"value": "plan goes on", "known_by": "2021-05-04"}


def test_a_child_is_told_nothing_of_another(answers):
    told = answers(("Ben", STARTED, date(2021, 6, 1)))
    assert told["Ben", date(2021, 6, 1)]["answer"] == "no evidence"
    assert told["Ben", date(2021, 6, 1)]["subject"] == "protection plan 2021-03-04"


def test_what_the_source_does_not_fill_is_no_evidence_with_the_reason(answers):
    (row,) = answers(("Asha", STARTED, date(2021, 6, 1)), because="The source is silent.").values()
    assert (row["answer"], row["because"]) == ("no evidence", "The source is silent.")
    assert row["evidence"] == "{}"


def test_a_check_that_names_no_record_table_is_refused():
    bad = replace(A_CHECK, judged=lambda moments, crystal_ball: moments)
    with pytest.raises(KeyError, match="crystal_ball"):
        ask_check(bad, moments(), records_of())


def test_a_check_is_a_question():
    with pytest.raises(ValueError, match="question mark"):
        replace(A_CHECK, question="Concluded.")
