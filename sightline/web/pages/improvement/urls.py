"""The addresses of improvement plans. They hold numbers of plans and names of measures, no person."""

from django.urls import path

from sightline.web.pages.improvement import (
    actions,
    after,
    closing,
    evidence,
    judging,
    objective_forms,
    objectives,
    papers,
    plans,
    posts_and_money,
)

PLAN, OBJECTIVE, ACTION = (
    "plans/<int:plan>/",
    "objectives/<int:objective>/",
    "actions/<int:action>/",
)

urlpatterns = [
    path("", plans.plans, name="plans"),
    path("begin/", plans.begin, name="begin-plan"),
    path("begin/without-a-report/", plans.begin_without, name="begin-plan-without"),
    path("begin/from/<slug:report>/", plans.begin_from, name="begin-plan-from"),
    path("my-actions/", actions.my_actions, name="my-actions"),
    path(PLAN, plans.plan, name="plan"),
    path(f"{PLAN}on-a-page/", plans.on_a_page, name="plan-on-a-page"),
    path(f"{PLAN}papers/", papers.papers, name="plan-papers"),
    path(f"{PLAN}papers/<slug:kind>.<slug:form>", papers.paper, name="plan-paper"),
    path(f"{PLAN}change/", plans.change, name="change-plan"),
    path(f"{PLAN}document/", plans.document, name="plan-document"),
    path(f"{PLAN}add-an-objective/", objective_forms.add, name="add-objective"),
    path(f"{PLAN}take-up/", objective_forms.take_up_several, name="take-up-drafts"),
    path(f"{PLAN}key-posts/", posts_and_money.say_who_holds, name="key-posts"),
    path(f"{PLAN}money/", posts_and_money.put_money, name="plan-money"),
    path(f"{PLAN}money/<int:money>/spent/", posts_and_money.say_spent, name="money-spent"),
    path(f"{PLAN}after/<slug:report>/", after.after, name="plan-after"),
    path(OBJECTIVE, objectives.objective, name="objective"),
    path(
        f"{OBJECTIVE}chart/<slug:measure>-<slug:size>.svg", objectives.chart, name="objective-chart"
    ),
    path(f"{OBJECTIVE}change/", objective_forms.change, name="change-objective"),
    path(f"{OBJECTIVE}take-up/", objective_forms.take_up, name="take-up-objective"),
    path(f"{OBJECTIVE}leave-out/", objective_forms.leave_out, name="leave-out-objective"),
    path(f"{OBJECTIVE}merge/", objective_forms.merge, name="merge-objectives"),
    path(f"{OBJECTIVE}split/", objective_forms.split, name="split-objective"),
    path(f"{OBJECTIVE}measures/", judging.choose_measure, name="choose-measure"),
    path(f"{OBJECTIVE}measures/proposed/", judging.choose_proposed, name="choose-proposed"),
    path(f"{OBJECTIVE}measures/<int:chosen>/drop/", judging.drop_measure, name="drop-measure"),
    path(f"{OBJECTIVE}questions/", judging.choose_questions, name="choose-questions"),
    path(f"{OBJECTIVE}questions/<int:chosen>/drop/", judging.drop_question, name="drop-question"),
    path(f"{OBJECTIVE}how-it-goes/", actions.say, name="say-objective"),
    path(f"{OBJECTIVE}decide/<slug:way>/", closing.close, name="decide-objective"),
    path(f"{OBJECTIVE}evidence/<slug:kind>/", evidence.keep, name="keep-evidence"),
    path(f"{OBJECTIVE}set-an-action/", actions.set_action, name="set-action"),
    path(ACTION, actions.action, name="improvement-action"),
    path(f"{ACTION}change/", actions.change_action, name="change-action"),
    path(f"{ACTION}how-it-goes/", actions.say_of_action, name="say-action"),
    path(f"{ACTION}end/", actions.end_action, name="end-action"),
    path(f"{ACTION}waits-for/", actions.wait_for, name="wait-for-action"),
    path(f"{ACTION}waits-for/<int:dependency>/end/", actions.wait_no_longer, name="wait-no-longer"),
    path("evidence/<slug:stored>/", evidence.document, name="evidence-document"),
    path("evidence/<int:evidence>/withdraw/", evidence.withdraw, name="withdraw-evidence"),
]
