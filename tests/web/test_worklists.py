"""What is at hand of children asked again since last night, laid over what the check kept."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from sightline.measures import at_hand
from sightline.measures.at_hand import ConcernAtHand
from sightline.web.service import Authority, Concern
from sightline.web.worklist_answers import WorklistAnswers

LAST_NIGHT = timezone.localdate() - timedelta(days=1)


def kept(child: str, subject: str, **more) -> ConcernAtHand:
    """A concern as the check kept it."""
    dates = dict.fromkeys(("starts", "due", "met", "closes"))
    return replace(
        ConcernAtHand(
            rule="a_rule", child=child, subject=subject, **dates, opens=date(2024, 1, 1), status="open",
            worker="W1", team="North", found_on=date(2024, 1, 2), from_before=False,
        ),
        **more,
    )  # fmt: skip


def asked_again(subject: str, **more) -> Concern:
    """A concern of a child asked again."""
    dates = dict.fromkeys(("starts", "due", "met", "closes"))
    whole = Concern(
        rule="a_rule", title="A rule", subject=subject, status="open", is_open=True, **dates,
        opens=date(2024, 1, 1), evidence=(), worker="W1", team="North",
    )  # fmt: skip
    return replace(whole, **more)


class Worklist(WorklistAnswers):
    """Worklists over rows given here."""

    def __init__(self, rows, changed):
        self.rows, self.changed = rows, changed

    @contextmanager
    def _reading(self):
        yield self.rows

    def authority(self):
        return Authority("Sandbourne", True, LAST_NIGHT)

    def changed_since_last_night(self, children):
        return {child: self.changed[child] for child in children if child in self.changed}


@pytest.fixture
def worklist(monkeypatch):
    """A worklist of three children, one of whom was asked again."""

    def read(rows, children=None, *, rule="", team="", worker=""):
        return [
            one
            for one in rows
            if (children is None or one.child in children)
            and rule in ("", one.rule)
            and team in ("", one.team)
            and worker in ("", one.worker)
        ]

    monkeypatch.setattr(at_hand, "at_hand", read)
    rows = [kept("C1", "as it was"), kept("C2", "mended", from_before=True), kept("C2", "stays")]
    changed = {
        "C2": [
            asked_again("mended", status="closed", is_open=False, closes=timezone.localdate()),
            asked_again("new", opens=timezone.localdate(), worker=""),
            asked_again("long over", closes=date(2024, 2, 1), status="closed"),
            asked_again("in time", opens=None, met=LAST_NIGHT, status="in time"),
        ]
    }
    return Worklist(rows, changed)


@pytest.mark.parametrize("children", [None, {"C1", "C2"}])
def test_a_child_asked_again_stands_as_now_and_others_as_last_night(worklist, children):
    found = {(one.child, one.subject): one for one in worklist.at_hand(children)}
    assert set(found) == {("C1", "as it was"), ("C2", "mended"), ("C2", "new")}
    assert found["C2", "mended"].status == "closed"
    assert found["C2", "mended"].from_before
    assert found["C2", "mended"].found_on == date(2024, 1, 2)
    new = found["C2", "new"]
    assert (new.found_on, new.from_before) == (timezone.localdate(), False)


def test_what_was_asked_again_is_narrowed_like_the_rest(worklist):
    subjects = lambda **narrow: {one.subject for one in worklist.at_hand(None, **narrow)}  # noqa: E731
    assert subjects(worker="W1") == {"as it was", "mended"}
    assert subjects(team="South") == set()
    assert worklist.at_hand(set()) == []
