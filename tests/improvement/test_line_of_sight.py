"""Which measures stand beside which sentence."""

from dataclasses import dataclass

import pytest

from sightline.improvement.line_of_sight import DIRECT, SAME_THEME, answers_to, line_of_sight
from sightline.inspections.facts import Finding, Recommendation


@dataclass(frozen=True)
class OneMeasure:
    name: str
    title: str
    themes: tuple[str, ...]


INTERVIEWS = OneMeasure("interviews", "Return interviews held within 72 hours", ("missing",))
ENDINGS = OneMeasure("endings", "Plans that went on", ("plans_cp", "step_down_closure"))
CLOSURES = OneMeasure("closures", "Cases let go of", ("step_down_closure", "plans_cp"))
VISITS = OneMeasure("visits", "Visits made in time", ("visits_direct_work", "plans_cp"))
MEASURES = [ENDINGS, CLOSURES, INTERVIEWS]


def said(themes, text="Do better.", measures=MEASURES):
    return [(answer.measure.name, answer.strength) for answer in answers_to(text, themes, measures)]


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


@pytest.mark.parametrize("text", ["Visit every child.", "Every child is VISITED.", "More visits."])
def test_the_words_of_a_measure_make_it_the_direct_one(text):
    answers = said(("plans_cp",), text, [ENDINGS, VISITS])
    assert answers == [("visits", DIRECT), ("endings", SAME_THEME)]


def test_words_alone_without_a_theme_answer_nothing():
    assert said((), "Visit every child.", [VISITS]) == []


def test_words_that_every_measure_uses_tell_nothing():
    assert said(("plans_cp",), "Make time for children.", [VISITS]) == [("visits", SAME_THEME)]


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
