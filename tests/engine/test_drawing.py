"""Drawn records, what the fixture worked_example refuses, and how examples are captured."""

from datetime import date

import pytest
from ibis import _

from sightline.engine.example import Shown
from sightline.engine.rule import Evidence
from tests.engine.conftest import a_rule
from tests.spec.conftest import _answers, _check
from tests.spec.drawing import as_records, drawn, examples_in, worked_example_of

RULE = a_rule(
    evidence={"outcome": Evidence(value=_.outcome, known_by=_.authorised)},
)
RECORDS = {
    "assessments": """
        child | started    | authorised | outcome
        Asha  | 2021-03-01 | 2021-05-06 | help
        Ben   | 2021-03-01 |            |
        Ben   | 2021-06-01 |            |
    """,
    "children": """
        child
        Cai
    """,
}
SHOWS = {
    "Asha": ("in time", {"met": "2021-05-06"}),
    "Ben 2021-03-01": ("overdue", {"opens": "2021-05-07", "closes": None}),
    "Ben 2021-06-01": "still in time",
    "Cai": "nothing",
}


def check(backend, shows=SHOWS, rule=RULE, records=RECORDS, **rest):
    example = worked_example_of(
        rule, records, on="2021-06-10", shows=shows, title="An example", **rest
    )
    _check(example, _answers(rule, [example], backend)[example.title])


def test_a_drawing_is_typed_and_what_is_left_out_is_empty():
    (row,) = as_records("assessments", drawn(RECORDS["assessments"])).slice(0, 1).to_pylist()
    assert (row["child"], row["authorised"], row["worker"]) == ("Asha", date(2021, 5, 6), None)
    drawing = drawn("child | child_seen\nAsha | yes\nBen | no\nCai |")
    seen = as_records("protection_visits", drawing)["child_seen"].to_pylist()
    assert seen == [True, False, None]


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("visits", "child", "no record table 'visits'"),
        ("referrals", "child | recieved", "no column 'recieved'"),
        (
            "referrals",
            "child | received\nAsha | 1 March",
            "referrals.received: '1 March' is no date",
        ),
        ("referrals", "child | received\nAsha", "1 cells and the drawing 2 columns"),
        ("referrals", "child | no_further_action\nAsha | true", "'true' is no yes or no"),
    ],
)
def test_a_drawing_that_no_record_could_hold_is_refused(name, text, fault):
    with pytest.raises((KeyError, ValueError), match=fault):
        as_records(name, drawn(text))


def test_a_true_example_holds(backend):
    check(backend, evidence={"Asha": {"outcome": "help"}, "Ben 2021-03-01": {"outcome": None}})


@pytest.mark.parametrize(
    "untrue",
    [
        SHOWS | {"Asha": "late"},
        SHOWS | {"Asha": ("in time", {"met": "2021-05-05"})},
        {key: shown for key, shown in SHOWS.items() if key != "Cai"},
        {key: shown for key, shown in SHOWS.items() if key != "Ben 2021-06-01"},
        SHOWS | {"Cai": "overdue"},
        SHOWS | {"Dai": "nothing"},
    ],
)
def test_an_untrue_or_incomplete_example_fails(backend, untrue):
    with pytest.raises(AssertionError):
        check(backend, shows=untrue)


def test_untrue_evidence_fails(backend):
    with pytest.raises(AssertionError, match="evidence of Asha"):
        check(backend, evidence={"Asha": {"outcome": "none"}})


def test_a_rule_that_looks_ahead_fails_its_example(backend):
    peeks = a_rule(population=lambda assessments: assessments.filter(_.outcome.notnull()))
    later = {
        "assessments": """
            child | started    | authorised | outcome
            Asha  | 2021-06-01 | 2021-06-20 | help
        """
    }
    with pytest.raises(AssertionError, match="Hindsight"):
        check(backend, shows={"Asha": "still in time"}, rule=peeks, records=later)


def test_examples_are_captured_as_plain_values_without_being_asked(tmp_path):
    (tmp_path / "test_first.py").write_text(
        "from tests.engine.test_drawing import RECORDS, RULE, SHOWS\n"
        "def test_the_due_day_is_in_time(worked_example):\n"
        '    """The due day itself\n    is in time."""\n'
        "    worked_example(RULE, RECORDS, on='2021-06-10', shows=SHOWS, why='It says so.')\n"
        "def test_other(tmp_path):\n    raise AssertionError\n"
    )
    (example,) = examples_in(tmp_path)
    assert example.rule == "made_up_rule"
    assert example.title == "The due day itself is in time."
    assert example.on == date(2021, 6, 10)
    assert example.why == "It says so."
    assert example.shows["Asha"] == Shown("in time", {"met": date(2021, 5, 6)})
    assert example.records["children"].rows == (("Cai",),)
