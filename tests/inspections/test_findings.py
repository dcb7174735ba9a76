"""Paragraphs as findings: numbers, areas, polarity, themes and quantities a reader would give."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.inspections.paragraphs import Paragraph
from sightline.inspections.polarity import polarity_of
from sightline.inspections.quantities import quantities_of
from sightline.inspections.reading import read_documents
from sightline.inspections.theme_finder import finder
from sightline.records.themes import THEMES, themes_in

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"


@pytest.fixture(scope="module")
def old_report():
    return read_documents([EXAMPLES / "99001-thornmere-2018-05-15.pdf"], processes=1)


def test_numbered_paragraphs_run_on_through_the_areas(old_report):
    numbers = [int(one.paragraph) for one in old_report.findings if one.paragraph]
    # 22 and 23 are recommendations to the board, and stand in their own table.
    assert numbers == [*range(1, 22), 24, 25]
    areas = {int(one.paragraph): one.area for one in old_report.findings if one.paragraph}
    assert areas[4] == "help_and_protection"
    assert areas[13] == "children_looked_after_and_permanence"
    assert areas[16] == "adoption"
    assert areas[17] == "care_leavers"
    assert areas[18] == "leadership"
    assert areas[24] == "lscb"


def test_what_says_nothing_of_the_authority_is_no_finding(old_report):
    texts = " ".join(one.text for one in old_report.findings)
    assert "Made up for Sightline" not in texts
    assert "stick by them" not in texts  # the summary for children tells findings a second time
    assert "Rosalind Farthing" not in texts
    assert "Executive summary 1" not in texts


def test_polarity_and_themes_of_the_made_up_report(old_report):
    found = {one.paragraph: one for one in old_report.findings if one.paragraph}
    assert found["1"].polarity == "strength"
    assert found["7"].polarity == "weakness"
    assert found["3"].polarity == "mixed"
    assert "plans_cp" in found["5"].themes
    assert "missing" in found["10"].themes
    assert "adoption" in found["16"].themes


def test_quantities_are_kept_as_said(old_report):
    said = {(one.paragraph, one.count, one.of, one.unit) for one in old_report.quantities}
    assert ("4", "11", "16", "cases") in said
    assert ("11", "63", "", "open cases") in said
    assert any(one.unit == "%" and one.count == "31" for one in old_report.quantities)
    assert any(one.count == "a significant minority" for one in old_report.quantities)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Assessments are timely and thorough.", "strength"),
        ("Assessments are not always timely, and some lack analysis.", "weakness"),
        ("Most plans are clear. However, too many are not reviewed in time.", "mixed"),
        ("Decisions are made without delay.", "strength"),
        ("Supervision does not consistently lead to effective challenge.", "weakness"),
        ("The service moved to a new building in the spring.", "plain"),
        # A caveat in passing leaves praise as it is; a criticism of its own does not.
        ("Plans are clear and well written, although a few are long.", "strength"),
        ("Plans are clear, but too many are late.", "mixed"),
        (
            "Although plans are clear, too many are late. Reviews drift, and visits are rare.",
            "weakness",
        ),
        ("Visits usually take place in time, but managers were absent from most.", "mixed"),
        # What is hard in children's lives is no fault of the service.
        (
            "Children who are unable to return home are matched quickly with new families.",
            "strength",
        ),
        ("Workers know the strengths and weaknesses of families well.", "strength"),
        # "Good enough" is praise only where it is not denied.
        ("Oversight of these children is not good enough.", "weakness"),
    ],
)
def test_polarity_of_a_sentence(text, polarity):
    assert polarity_of(text) == polarity


def test_every_paragraph_of_an_area_about_one_theme_has_it():
    text = "Training is well attended."
    assert finder().themes_in(text) == themes_in(text)
    for themes in (finder().themes_in(text, "lscb"), themes_in(text, "lscb")):
        assert themes == ("training_practice_model", "partnership")
    assert finder().themes_in("It moved.", "care_leavers") == ("care_leavers",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In nine of the 14 cases, no visit was made.", [("9", "14", "cases")]),
        ("An extra £2m was found.", [("2000000", "", "£")]),
        ("Only 10% of care leavers had a plan.", [("10", "care leavers", "%")]),
        ("A rate of 54 per 10,000 children.", [("54", "children", "per 10,000")]),
        ("Forty-two children were missing.", [("42", "", "children")]),
        ("Section 47 enquiries are prompt.", []),
        ("A small number of children waited.", [("a small number", "", "children")]),
    ],
)
def test_a_quantity_is_what_was_counted_and_of_how_many(text, expected):
    found = quantities_of(Paragraph(1, "", ""), text, "x.pdf")
    assert [(one.count, one.of, one.unit) for one in found] == expected


PHRASES = [
    phrase
    for theme in THEMES.values()
    for phrase in (
        *theme.phrases,
        *theme.exact_phrases,
        *theme.false_friends,
        *theme.weak_phrases,
        *itertools.chain(*theme.pairs),
    )
]
BETWEEN = ["and", "a", "MASHed", "pre", "-", ". ", ". For example ", "A"]


@given(st.lists(st.sampled_from([*PHRASES, *BETWEEN]), max_size=12))
def test_one_pass_finds_the_themes_that_the_vocabulary_finds_one_by_one(words):
    text = " ".join(words)
    assert set(finder().themes_in(text)) == set(themes_in(text))


def test_the_one_pass_agrees_on_every_paragraph_of_the_examples(old_report):
    for finding in old_report.findings:
        assert finding.themes == themes_in(finding.text, finding.area), finding.text
