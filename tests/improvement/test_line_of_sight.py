"""Which measures stand beside which sentence."""

from dataclasses import dataclass

import pytest

from sightline.improvement.line_of_sight import DIRECT, SAME_THEME, answers_to, line_of_sight
from sightline.inspections.facts import Finding, Recommendation


@dataclass(frozen=True)
class OneMeasure:
    name: str
    themes: tuple[str, ...]


INTERVIEWS = OneMeasure("interviews", ("missing",))
ENDINGS = OneMeasure("endings", ("plans_cp", "step_down_closure"))
CLOSURES = OneMeasure("closures", ("step_down_closure", "plans_cp"))
MEASURES = [ENDINGS, CLOSURES, INTERVIEWS]


def said(themes):
    return [(answer.measure.name, answer.strength) for answer in answers_to(themes, MEASURES)]


@pytest.mark.parametrize(
    ("themes", "answers"),
    [
        (("missing",), [("interviews", DIRECT)]),
        (("step_down_closure",), [("closures", DIRECT), ("endings", SAME_THEME)]),
        (("plans_cp", "step_down_closure"), [("endings", DIRECT), ("closures", DIRECT)]),
        (("adoption",), []),
        ((), []),
    ],
)
def test_measures_answer_through_themes_direct_ones_first(themes, answers):
    assert said(themes) == answers


def test_a_recommendation_keeps_its_words_page_and_priority():
    row = Recommendation(
        "r.pdf", 3, "Interview children who come back.", 4, "priority action", ("missing",)
    )
    (sentence,) = line_of_sight([row], [], MEASURES)
    assert (sentence.number, sentence.text, sentence.page, sentence.priority) == (
        "3",
        "Interview children who come back.",
        4,
        "priority action",
    )
    assert [answer.measure for answer in sentence.direct] == [INTERVIEWS]


def finding(section, polarity, paragraph):
    return Finding(
        "r.pdf", 2, paragraph, section, "help_and_protection", polarity, ("missing",), "Text."
    )


def test_a_report_without_recommendations_is_read_by_its_summary():
    findings = [finding("Summary of findings", "plain", "1"), finding("Leaders", "weakness", "2")]
    sentences = line_of_sight([], findings, MEASURES)
    assert [(one.kind, one.number) for one in sentences] == [("summary finding", "1")]


def test_without_a_summary_what_was_found_wanting_is_read():
    findings = [finding("Leaders", "strength", "1"), finding("Leaders", "weakness", "2")]
    sentences = line_of_sight([], findings, MEASURES)
    assert [(one.kind, one.number) for one in sentences] == [("finding", "2")]


def test_recommendations_are_not_mixed_with_findings():
    row = Recommendation("r.pdf", 1, "Do better.", 4)
    (sentence,) = line_of_sight([row], [finding("Summary", "plain", "1")], MEASURES)
    assert sentence.kind == "recommendation"
    assert sentence.answers == ()
