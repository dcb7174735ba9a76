"""Themes: the words inspectors use, and the words that only look like them.

The sentences are made up in the style of a report.
"""

import pytest

from sightline.records.themes import THEMES, themes_in


def test_there_are_48_themes():
    assert len(THEMES) == 48


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.key)
def test_phrases_are_written_so_that_they_can_be_found(theme):
    assert theme.label
    assert theme.phrases
    assert all(phrase == phrase.lower() for phrase in theme.phrases)
    assert all(phrase.upper() == phrase or phrase[-1] == "s" for phrase in theme.exact_phrases)
    assert all(phrase == phrase.lower() for phrase in theme.weak_phrases)
    assert all(phrase == phrase.lower() for pair in theme.pairs for phrase in pair)
    assert not {*theme.phrases} & {*theme.weak_phrases}


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.key)
def test_no_false_friend_hides_a_phrase_altogether(theme):
    for phrase in (*theme.phrases, *theme.exact_phrases):
        assert theme.is_in(f"about {phrase} here"), phrase
    for first, second in theme.pairs:
        assert theme.is_in(f"about {first} here and {second} there"), (first, second)


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Thresholds are applied well in the MASH.", {"front_door_thresholds"}),
        ("Children return home interviews are late.", {"missing"}),
        ("Ensure that return home\ninterviews happen within 72 hours.", {"missing"}),
        (
            "Improve managers’ oversight of drift.",
            {"supervision_mgmt_oversight", "step_down_closure"},
        ),
        ("Children missing education are known.", {"education_virtual_school"}),
        ("Commissioners and the Children's Commissioner were told.", set()),
        ("Services are commissioned on need.", {"commissioning_jsna"}),
        ("Prevent children waiting.", set()),
        ("Staff know the Prevent duty.", {"radicalisation_fgm"}),
        ("Social workers advocate for children.", set()),
        ("Few children have an advocate.", {"advocacy_iv"}),
        ("The mash was served at six.", set()),
        ("Permanent staff were appointed.", {"workforce_caseloads"}),
        ("A permanent exhibition was opened.", set()),
        ("Allegations were investigated.", set()),
        ("Assessments in 2014 took too long.", {"assessment_timeliness"}),
        ("The inspection in 2014 took too long.", set()),
        # In one sentence that names nothing outright, a weak phrase is what there is.
        ("Publish the timetable of training.", {"training_practice_model"}),
        ("Improve supervision by training.", {"supervision_mgmt_oversight"}),
        # In several sentences it takes three, over two of them.
        ("Training was held. It rained.", set()),
        ("Training was held. More training came. All training ended.", {"training_practice_model"}),
        ("Training, training and training. It rained.", set()),
        # Two words in one sentence, or in two.
        ("Oversight is weak. It is by managers.", set()),
        ("Oversight is weak where managers change.", {"supervision_mgmt_oversight"}),
        # What is told as an example of something else is not what a passage is about.
        ("Much was done. For example, supervision and caseloads were looked at.", set()),
        ("Supervision is good. Much was done, such as audit.", {"supervision_mgmt_oversight"}),
        # A longer weak phrase takes the place of the phrase it holds.
        ("Many are subject to a child protection plan. They like it.", set()),
        ("A child protection plan is made. They like it.", {"plans_cp"}),
    ],
)
def test_what_a_sentence_names(sentence, named):
    assert set(themes_in(sentence)) == named


def test_keys_come_in_their_declared_order():
    keys = themes_in("Supervision, caseloads and thresholds.")
    assert keys == ("front_door_thresholds", "supervision_mgmt_oversight", "workforce_caseloads")
