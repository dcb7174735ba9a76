"""What the owner says beside what the measures say; closing, carrying on and reopening."""

from datetime import date

import pytest

from sightline.casework.models import AuditEntry
from sightline.casework.writing import NotRecorded, Refused
from sightline.improvement import actions, choosing, closing
from sightline.improvement.models import Note, Step
from sightline.improvement.movement import (
    CANNOT_TELL,
    IMPROVED_AND_HELD,
    NO_CHANGE,
    WORSE,
)
from sightline.improvement.reading import read_plan
from sightline.improvement.two_colours import MIXED, ONLY_AUDIT, SAYINGS, two_colours
from tests.casework.people import somebody
from tests.improvement.made_up_figures import INTERVIEWS, SILENT, VISITS, MadeUpFigures
from tests.improvement.months import shares
from tests.improvement.plans_made_up import begun, taken_up

pytestmark = pytest.mark.django_db

TODAY = date(2024, 6, 3)


@pytest.fixture
def leader():
    return somebody("leader")


@pytest.fixture
def objective(leader):
    """An open objective without a measure."""
    return taken_up(leader, begun(leader))


@pytest.fixture
def figures():
    return MadeUpFigures()


def choose(objective, measure, tie="direct", **more):
    return choosing.choose_measure(
        by=objective.begun_by, objective=objective, measure=measure, tie=tie, held_months=6, **more
    )


def say(objective, colour, words="So it goes."):
    return actions.note(by=objective.begun_by, objective=objective, words=words, colour=colour)


@pytest.mark.parametrize(
    ("measures", "says"),
    [
        ([], ONLY_AUDIT),
        ([(INTERVIEWS, "direct")], IMPROVED_AND_HELD),
        ([(VISITS, "direct")], NO_CHANGE),
        ([(SILENT, "direct")], CANNOT_TELL),
        ([(INTERVIEWS, "direct"), (VISITS, "direct")], MIXED),
        ([(INTERVIEWS, "direct"), (VISITS, "proxy")], IMPROVED_AND_HELD),
        ([(VISITS, "direct"), (INTERVIEWS, "proxy")], NO_CHANGE),
    ],
)
def test_direct_measures_speak_and_proxies_only_where_there_is_none(
    objective, figures, measures, says
):
    for measure, tie in measures:
        choose(objective, measure, tie)
    assert two_colours(objective, figures).says == says
    assert says in SAYINGS


def test_nobody_has_said_until_somebody_does_and_the_latest_counts(objective, figures):
    assert two_colours(objective, figures).owner.label == "Nobody has said"
    say(objective, "red")
    say(objective, "", "Only words.")
    say(objective, "amber", "Two posts filled.")
    owner = two_colours(objective, figures).owner
    assert (owner.colour, owner.label, owner.words) == (
        "amber",
        "Amber: at risk",
        "Two posts filled.",
    )


@pytest.mark.parametrize(
    ("colour", "measure", "do_not_fit"),
    [
        ("green", VISITS, True),
        ("green", INTERVIEWS, False),
        ("red", INTERVIEWS, True),
        ("red", VISITS, False),
        ("amber", VISITS, False),
        ("amber", INTERVIEWS, True),
        ("", VISITS, False),
    ],
)
def test_where_both_cannot_be_so_it_is_said_and_neither_is_changed(
    objective, figures, colour, measure, do_not_fit
):
    choose(objective, measure)
    if colour:
        say(objective, colour)
    both = two_colours(objective, figures)
    assert both.do_not_fit is do_not_fit
    assert both.owner.colour == colour


def test_worse_fits_neither_green_nor_amber(objective, figures):
    choose(objective, INTERVIEWS, wanted="lower")
    for colour, do_not_fit in (("green", True), ("amber", True), ("red", False)):
        say(objective, colour)
        both = two_colours(objective, figures)
        assert (both.says, both.do_not_fit) == (WORSE, do_not_fit)


def test_a_green_with_no_measure_behind_it_rests_on_the_owners_word(objective, figures):
    say(objective, "green")
    assert two_colours(objective, figures).on_their_word
    choose(objective, SILENT)
    both = two_colours(objective, figures)
    assert both.on_their_word
    assert "do not answer this measure" in both.measures[0].movement.because


def test_done_turns_nothing_green(leader, objective, figures):
    choose(objective, VISITS)
    action = actions.set_action(
        by=leader, objective=objective, words="Train staff", due=date(2024, 1, 1), owner=leader
    )
    before = two_colours(objective, figures)
    actions.end_action(by=leader, action=action, ended_as="done")
    after = two_colours(objective, figures)
    assert (after.owner, after.says) == (before.owner, before.says)
    (read,) = read_plan(objective.plan, figures, TODAY).in_state("open")
    assert read.is_done_without_change
    assert not read.colours.is_shown


def test_closed_as_met_where_its_direct_measure_moved_and_held(objective, figures):
    choose(objective, INTERVIEWS)
    step = closing.close_as_met(by=objective.begun_by, objective=objective, figures=figures)
    assert (step.kind, step.basis, step.reason) == ("met", closing.MEASURED, "")
    assert step.as_it_stood["each"] == [{"measure": "interviews", "says": IMPROVED_AND_HELD}]
    objective.refresh_from_db()
    assert objective.state == "closed"


@pytest.mark.parametrize(
    ("measure", "tie", "basis"),
    [
        (VISITS, "direct", closing.NOT_SHOWN),
        (INTERVIEWS, "proxy", closing.NOT_SHOWN),
        (SILENT, "direct", closing.CANNOT_BE_MEASURED),
        (None, "", closing.CANNOT_BE_MEASURED),
    ],
)
def test_otherwise_it_is_met_on_a_named_persons_word_or_not_at_all(
    objective, figures, measure, tie, basis
):
    if measure:
        choose(objective, measure, tie)
    with pytest.raises(NotRecorded, match="do not show that objective 1 is met"):
        closing.close_as_met(by=objective.begun_by, objective=objective, figures=figures)
    assert not Step.objects.filter(kind="met").exists()
    step = closing.close_as_met(
        by=objective.begun_by, objective=objective, figures=figures, reason="Three audits say so."
    )
    assert (step.basis, step.reason, step.by) == (
        basis,
        "Three audits say so.",
        objective.begun_by,
    )


def test_a_draft_is_not_closed(leader, figures):
    draft = begun(leader).objectives.first()
    with pytest.raises(NotRecorded, match="is a draft"):
        closing.close_as_met(by=leader, objective=draft, figures=figures, reason="Done.")


def test_closed_unmet_carried_on_and_reopened_each_with_a_reason_and_the_report(objective, figures):
    by, report = objective.begun_by, "cd" * 32
    for do in (closing.carry, closing.reopen):
        with pytest.raises(NotRecorded):
            do(by=by, objective=objective, reason=" ", report_sha=report)
    closing.carry(by=by, objective=objective, reason="Asked for again.", report_sha=report)
    closing.close_unmet(by=by, objective=objective, figures=figures, reason="Another plan has it.")
    closing.reopen(by=by, objective=objective, reason="It came back.", report_sha=report)
    objective.refresh_from_db()
    assert objective.state == "open"
    steps = [(one.kind, one.report_sha) for one in objective.steps.order_by("pk")]
    assert steps == [
        ("begun", ""),
        ("taken_up", ""),
        ("carried", report),
        ("not_met", ""),
        ("reopened", report),
    ]


@pytest.mark.parametrize("role", ["practitioner", "member", "inspector"])
def test_only_those_who_write_plans_close_an_objective(objective, figures, role):
    with pytest.raises(Refused):
        closing.close_as_met(
            by=somebody(role), objective=objective, figures=figures, reason="Surely."
        )
    assert AuditEntry.objects.last().refused_because


def test_a_colour_that_nobody_declared_is_refused(objective):
    with pytest.raises(NotRecorded, match="no such colour"):
        say(objective, "blue")
    assert not Note.objects.exists()


def test_a_measure_that_is_no_more_cannot_tell(objective, figures):
    choose(objective, INTERVIEWS)
    objective.measures.update(measure="gone")
    both = two_colours(objective, figures)
    assert (both.says, both.measures[0].measure) == (CANNOT_TELL, None)


def test_before_the_first_load_nobody_can_tell(objective, figures, monkeypatch):
    choose(objective, INTERVIEWS)
    monkeypatch.setattr(figures, "authority", lambda: None)
    assert two_colours(objective, figures).says == CANNOT_TELL


def test_the_colour_of_the_measures_follows_the_records(objective, figures):
    choose(objective, INTERVIEWS)
    figures.of["interviews"] = shares(2016, [(50, 100), (52, 100), (48, 100)] * 16)
    assert two_colours(objective, figures).says == NO_CHANGE
