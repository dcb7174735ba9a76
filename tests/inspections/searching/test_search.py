"""Search over paragraphs and recommendations of made-up reports."""

from datetime import date

import pytest

from sightline.inspections.facts import Documents, Event, Finding, Judgement, Recommendation
from sightline.inspections.searching import Filters, build_index, search
from sightline.inspections.searching.search import BEGIN, END, NoIndex, match_expression

NORTHMERE = Event(
    file="northmere.pdf",
    kind="ilacs_inspection",
    authority="Northmere",
    urn="1",
    ends=date(2019, 3, 8),
)
WEALD = Event(
    file="weald.pdf", kind="sif_inspection", authority="South Weald", urn="2", ends=date(2015, 6, 1)
)


def finding(file, page, paragraph, polarity, themes, text, area="help_and_protection"):
    return Finding(file, page, paragraph, "A section", area, polarity, themes, text)


@pytest.fixture
def folder(tmp_path):
    documents = Documents(
        events=[NORTHMERE, WEALD],
        judgements=[
            Judgement("northmere.pdf", "overall_effectiveness", "good", "Good", 1),
            Judgement("northmere.pdf", "help_and_protection", "outstanding", "Outstanding", 1),
            Judgement("weald.pdf", "overall_effectiveness", "inadequate", "Inadequate", 1),
        ],
        findings=[
            finding("northmere.pdf", 3, "7", "strength", ("visits_direct_work",),
                    "Social workers visit children often and see them alone."),
            finding("weald.pdf", 9, "12", "weakness", ("visits_direct_work", "plans_cp"),
                    "Children on plans were visited late, and plans ended too soon."),
            finding("weald.pdf", 10, "13", "plain", (), "The council covers three towns."),
        ],
        recommendations=[
            Recommendation("weald.pdf", 1, "Make sure that plans end only when risk has fallen.",
                           8, themes=("plans_cp",), number_as_printed="1"),
        ],
    )  # fmt: skip
    assert build_index(documents, tmp_path) == 4
    return tmp_path


def places(found):
    return [(hit.file, hit.page, hit.paragraph) for hit in found.hits]


def test_a_word_finds_its_other_forms(folder):
    found = search(folder, "visiting")
    assert sorted(places(found)) == [("northmere.pdf", 3, "7"), ("weald.pdf", 9, "12")]
    assert found.total == 2


def test_all_words_must_be_there_and_a_minus_word_must_not(folder):
    assert places(search(folder, "plans risk")) == [("weald.pdf", 8, "1")]
    assert places(search(folder, "plans -risk")) == [("weald.pdf", 9, "12")]


def test_quoted_words_stand_side_by_side(folder):
    assert places(search(folder, '"ended too soon"')) == [("weald.pdf", 9, "12")]
    assert search(folder, '"soon ended"').total == 0


def test_the_snippet_marks_what_was_found(folder):
    (hit,) = search(folder, "alone").hits
    assert f"{BEGIN}alone{END}" in hit.snippet


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(authority="South Weald"), 3),
        (Filters(year=2019), 1),
        (Filters(kind="sif_inspection"), 3),
        (Filters(theme="plans_cp"), 2),
        (Filters(grade="inadequate"), 3),
        (Filters(polarity="strength"), 1),
        (Filters(source="recommendation"), 1),
        (Filters(area="help_and_protection", grade="outstanding"), 1),
        (Filters(authority="Nowhere"), 0),
    ],
)
def test_filters_alone_choose(folder, filters, expected):
    assert search(folder, "", filters).total == expected


def test_filters_and_words_together(folder):
    assert places(search(folder, "visit", Filters(polarity="weakness"))) == [("weald.pdf", 9, "12")]


def test_a_hit_carries_its_themes_and_grade(folder):
    (hit,) = search(folder, "alone").hits
    assert (hit.themes, hit.grade, hit.year) == (("visits_direct_work",), "outstanding", 2019)


@pytest.mark.parametrize("typed", ['"', "AND", "NEAR(", "text:", "*", "'; drop table passage", "-"])
def test_nothing_typed_is_an_operator(folder, typed):
    search(folder, typed)


def test_operators_typed_are_looked_for_as_words():
    assert match_expression("risk OR plan") == '"risk" AND "OR" AND "plan"'


def test_pages_of_results(folder):
    first = search(folder, "", limit=3)
    second = search(folder, "", limit=3, offset=3)
    assert (first.total, len(first.hits), len(second.hits)) == (4, 3, 1)


def test_without_an_index_it_says_so(tmp_path):
    with pytest.raises(NoIndex):
        search(tmp_path, "risk")
