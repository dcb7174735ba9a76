"""A plan from a report: drafts in the inspectors' words; reworded, merged, split, left out."""

from dataclasses import replace
from datetime import date

import pytest

from sightline.casework import audit
from sightline.casework.models import AuditEntry
from sightline.casework.writing import NotRecorded, Refused
from sightline.improvement import actions, choosing, objectives, plans
from sightline.improvement.audit_questions import QUESTIONS, questions_on
from sightline.improvement.line_of_sight import everything_wanting
from sightline.improvement.models import Objective, Plan, Sentence
from sightline.improvement.proposing import proposed_measures, proposed_questions
from sightline.improvement.writing import Stale, changes_of
from sightline.records.themes import THEMES
from tests.casework.people import somebody
from tests.improvement.made_up_figures import INTERVIEWS, NUMBER, MadeUpFigures
from tests.improvement.plans_made_up import EVENT, FINDINGS, RECOMMENDATIONS, SHA, begun, taken_up

pytestmark = pytest.mark.django_db

WRITERS = ("leader", "service_manager", "quality_assurance", "analyst")


@pytest.fixture
def leader():
    return somebody("leader")


def sentences_of(objective):
    return [one.text for one in objective.sentences.order_by("pk")]


def test_recommendations_summary_and_weaknesses_may_become_objectives_and_praise_may_not():
    found = everything_wanting(RECOMMENDATIONS, FINDINGS)
    assert [(one.kind, one.number, one.page) for one in found] == [
        ("recommendation", "1", 4),
        ("recommendation", "2", 4),
        ("recommendation", "3", 5),
        ("summary finding", "3", 2),
        ("finding", "21", 7),
    ]


def test_each_sentence_becomes_a_draft_in_the_inspectors_words_with_page_document_and_themes(
    leader,
):
    plan = begun(leader, everything_wanting(RECOMMENDATIONS, FINDINGS))
    assert plan.baseline == date(2018, 1, 15)
    assert [one.state for one in plan.objectives.all()] == ["draft"] * 5
    first = plan.objectives.first()
    kept = first.sentences.get()
    assert first.words == kept.text == "Interview children who come back, in time."
    assert (kept.page, kept.document_sha, kept.themes) == (4, SHA, ["missing"])
    assert (kept.kind, kept.priority) == ("recommendation", "priority action")
    assert audit.verify() == []
    assert [one.action for one in AuditEntry.objects.all()] == ["write an improvement plan"]


@pytest.mark.parametrize("role", WRITERS)
def test_those_who_write_plans_begin_one(role):
    assert begun(somebody(role)).objectives.count() == 3


@pytest.mark.parametrize("role", ["practitioner", "team_manager", "member", "inspector"])
def test_nobody_else_does_and_the_refusal_is_kept(role):
    with pytest.raises(Refused):
        begun(somebody(role))
    assert not Plan.objects.exists()
    entry = AuditEntry.objects.get()
    assert (entry.thing, bool(entry.refused_because)) == ("an improvement plan is begun", True)


def test_a_form_sent_twice_begins_one_plan(leader):
    assert begun(leader, submission="form").pk == begun(leader, submission="form").pk
    assert Plan.objects.count() == 1


def test_a_report_without_a_recommendation_begins_a_plan_by_hand(leader):
    plan = begun(leader, [])
    objective = objectives.add_objective(
        by=leader, plan=plan, words="Know our children.", themes=["performance_data"]
    )
    assert (objective.number, objective.state, sentences_of(objective)) == (1, "draft", [])


def test_a_report_without_a_day_needs_a_baseline(leader):
    undated = replace(EVENT, starts=None, ends=None, published=None)
    with pytest.raises(NotRecorded, match="no day to measure change from"):
        begun(leader, event=undated)
    assert begun(leader, event=undated, baseline=date(2018, 2, 1)).baseline == date(2018, 2, 1)


def reworded(by, objective, seen, **more):
    given = {"words": objective.words, "themes": objective.themes} | more
    return objectives.change_objective(by=by, objective=objective, seen=seen, **given)


def test_rewording_keeps_the_inspectors_words_and_what_stood_before(leader):
    objective = begun(leader).objectives.first()
    before = objective.words
    reworded(leader, objective, 1, words="Every child is asked.", why="Plainer.")
    assert objective.words == "Every child is asked."
    assert sentences_of(objective) == [before]
    (change,) = changes_of(objective)
    assert (change.before["words"], change.after["words"]) == (before, "Every child is asked.")
    assert (change.why, change.by, change.number, objective.version) == ("Plainer.", leader, 2, 2)


def test_a_stale_edit_is_refused_with_both_versions(leader):
    objective = begun(leader).objectives.first()
    reworded(somebody("analyst"), Objective.objects.get(pk=objective.pk), 1, words="Theirs.")
    with pytest.raises(Stale, match="analyst changed this") as refused:
        reworded(leader, objective, 1, words="Mine.")
    theirs, yours = refused.value.theirs, refused.value.yours
    assert (theirs.content["words"], theirs.number, yours["words"]) == ("Theirs.", 2, "Mine.")
    objective.refresh_from_db()
    assert objective.words == "Theirs."


def test_a_draft_is_taken_up_with_an_owner_and_a_day(leader):
    plan = begun(leader)
    with pytest.raises(NotRecorded, match="no owner or no day"):
        objectives.take_up(by=leader, objective=plan.objectives.first())
    assert taken_up(leader, plan).state == "open"


def test_an_owner_must_be_able_to_report_and_to_sign_in(leader):
    objective = begun(leader).objectives.first()
    gone = somebody("practitioner", "gone", is_active=False)
    for owner, why in ((somebody("member"), "cannot report"), (gone, "no longer signs in")):
        with pytest.raises(NotRecorded, match=why):
            reworded(leader, objective, 1, owner=owner)
    with pytest.raises(NotRecorded, match="Two owners"):
        reworded(leader, objective, 1, owner=leader, owner_elsewhere="Sgt Reed, police")


def test_left_out_says_why_and_its_sentence_stays(leader):
    plan = begun(leader)
    with pytest.raises(NotRecorded, match="no reason"):
        objectives.leave_out(by=leader, objective=plan.objectives.last(), reason=" ")
    left = objectives.leave_out(by=leader, objective=plan.objectives.last(), reason="For finance.")
    assert left.state == "left_out"
    assert left.steps.last().reason == "For finance."
    assert Sentence.objects.filter(plan=plan).count() == 3


def test_merging_keeps_every_sentence_action_measure_and_question(leader):
    plan, figures = begun(leader), MadeUpFigures()
    one, two, _ = plan.objectives.all()
    choosing.choose_measure(
        by=leader, objective=two, measure=INTERVIEWS, tie="proxy", held_months=6
    )
    choosing.choose_question(by=leader, objective=two, words="Was it any good?")
    action = actions.set_action(
        by=leader, objective=two, words="Ask", due=date(2030, 1, 1), owner=leader
    )
    merged = objectives.merge(by=leader, into=one, others=[two], reason="One piece of work.")
    assert sentences_of(merged) == [one.text for one in plan.sentences.order_by("pk")[:2]]
    assert merged.themes == ["missing", "visits_direct_work"]
    two.refresh_from_db()
    action.refresh_from_db()
    assert (two.state, two.became, two.words) == ("merged", one, RECOMMENDATIONS[1].text)
    assert sentences_of(two) == [RECOMMENDATIONS[1].text]
    assert action.objective == one
    assert [chosen.measure for chosen in merged.measures.filter(dropped_at=None)] == ["interviews"]
    assert merged.questions.get().words == "Was it any good?"
    assert proposed_measures(merged, figures.measures())[0].measure.name == "visits"


def test_splitting_keeps_the_whole_and_gives_each_part_its_sentences(leader):
    plan = begun(leader)
    whole = taken_up(leader, plan)
    action = actions.set_action(
        by=leader, objective=whole, words="Ask", due=date(2030, 1, 1), owner=leader
    )
    objectives.split(by=leader, objective=whole, parts=["In time.", "", "Well."], reason="Two.")
    whole.refresh_from_db()
    action.refresh_from_db()
    first, second = whole.parts.order_by("number")
    assert (whole.state, whole.words) == ("split", RECOMMENDATIONS[0].text)
    assert [(part.words, part.state, part.owner) for part in (first, second)] == [
        ("In time.", "open", leader),
        ("Well.", "open", leader),
    ]
    assert sentences_of(first) == sentences_of(second) == sentences_of(whole)
    assert action.objective == first
    with pytest.raises(NotRecorded, match="one part only"):
        objectives.split(by=leader, objective=first, parts=["Only this."], reason="None.")


def test_objectives_of_two_plans_are_not_merged(leader):
    one, other = begun(leader).objectives.first(), begun(leader).objectives.first()
    with pytest.raises(NotRecorded, match="two plans"):
        objectives.merge(by=leader, into=one, others=[other], reason="Alike.")


def test_what_lives_on_in_another_is_changed_no_more(leader):
    one, two, _ = begun(leader).objectives.all()
    objectives.merge(by=leader, into=one, others=[two], reason="One.")
    with pytest.raises(NotRecorded, match="not open: merged"):
        reworded(leader, two, 1, words="Again.")


def test_measures_and_questions_are_proposed_from_the_theme_with_their_tie(leader):
    objective = begun(leader).objectives.first()
    proposed = proposed_measures(objective, MadeUpFigures().measures())
    assert [(one.measure.name, one.tie) for one in proposed] == [
        ("interviews", "direct"),
        ("visits", "proxy"),
    ]
    assert {one.theme for one in proposed_questions(objective)} == {"missing"}
    key = proposed_questions(objective)[0].key
    choosing.choose_question(by=leader, objective=objective, key=key)
    assert key not in {one.key for one in proposed_questions(objective)}


def test_a_measure_chosen_has_the_inspections_last_day_as_its_baseline(leader):
    objective = begun(leader).objectives.first()
    chosen = choosing.choose_measure(
        by=leader, objective=objective, measure=INTERVIEWS, tie="direct", held_months=6
    )
    assert (chosen.baseline, chosen.wanted) == (date(2018, 1, 15), "higher")
    with pytest.raises(NotRecorded, match="chosen already"):
        choosing.choose_measure(
            by=leader, objective=objective, measure=INTERVIEWS, tie="direct", held_months=6
        )
    choosing.drop_measure(by=leader, chosen=chosen, reason="It counts another thing.")
    assert proposed_measures(objective, [INTERVIEWS])


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"tie": "loose"}, "no such tie"),
        ({"held_months": 0}, "no number of months"),
        ({"measure": NUMBER}, "Neither direction"),
    ],
)
def test_a_measure_that_cannot_judge_is_not_chosen(leader, more, why):
    objective = begun(leader).objectives.first()
    given = {"measure": INTERVIEWS, "tie": "direct", "held_months": 6} | more
    with pytest.raises(NotRecorded, match=why):
        choosing.choose_measure(by=leader, objective=objective, **given)


def test_where_neither_direction_is_better_the_plan_says_which_it_wants(leader):
    objective = begun(leader).objectives.first()
    chosen = choosing.choose_measure(
        by=leader, objective=objective, measure=NUMBER, tie="proxy", held_months=6, wanted="lower"
    )
    assert chosen.wanted == "lower"


def test_every_theme_has_audit_questions_that_end_in_a_question_mark():
    assert {one.theme for one in QUESTIONS} == set(THEMES)
    assert len({one.key for one in QUESTIONS}) == len(QUESTIONS)
    assert all(one.words.endswith("?") for one in QUESTIONS)
    assert [one.theme for one in questions_on(["neglect", "missing", "neglect"])] == [
        "neglect",
        "neglect",
        "missing",
        "missing",
    ]


def test_the_plans_title_and_baseline_change_with_a_trace(leader):
    plan = begun(leader)
    plans.change_plan(
        by=leader, plan=plan, seen=1, title="Better", baseline=date(2018, 2, 1), why="Late visit."
    )
    assert (plan.title, plan.baseline) == ("Better", date(2018, 2, 1))
    assert changes_of(plan)[0].before["baseline"] == "2018-01-15"
