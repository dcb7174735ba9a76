"""The page of one concern, and deciding about it."""

import json
import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from sightline.casework import decisions
from sightline.casework.concern_keys import ConcernKey, carry_over, history_of
from sightline.casework.models import AuditEntry, ConcernDecision, Draft, Notice, Person, Task
from sightline.casework.rule_stages import set_stage
from sightline.rules import RULES
from sightline.web.child_addresses import token_of
from sightline.web.concern_addresses import address_part
from tests.web.test_my_day import words_of

INTERVIEW = ConcernKey("return_interview_not_in_72_hours", "C002", "missing episode 2024-03-04")


@pytest.fixture
def holder(sign_in):
    """The browser of the practitioner who holds the case."""
    return sign_in("practitioner", worker="W1")


@pytest.fixture
def address(workspace):
    """The address of the concern."""
    return of(INTERVIEW, workspace)


def of(concern: ConcernKey, workspace) -> str:
    return f"/children/{token_of(concern.child, workspace)}/concerns/{address_part(concern, workspace)}/"


def day_fields(name: str, day) -> dict:
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}


def ahead(days: int):
    return timezone.localdate() + timedelta(days=days)


def me() -> Person:
    return Person.objects.get(username="practitioner")


def test_it_says_what_was_asked_when_and_on_what_evidence(holder, address):
    page = holder.get(address)
    words = words_of(page)
    for said in (
        "Ben Marsh",
        RULES[INTERVIEW.rule].question,
        "Missing episode, 4 March 2024",
        "Overdue as it stood on 31 March 2024",
        "Due 8 March 2024",
        "Open for 22 days",
        "First found here 9 March 2024",
        "Rowan Ash, Assessment North",
        "What it helps with.",
        "Statutory guidance",
        "From the Sightline folder, loaded 31 March 2024.",
    ):
        assert said.casefold() in words.casefold(), said
    assert 'href="/rules/return_interview_not_in_72_hours/"' in page.content.decode()
    assert "Missing episodes (1)" in words, "the very row"
    entry = AuditEntry.objects.latest("pk")
    assert (entry.thing, json.loads(entry.children)) == ("a concern of a child", ["C002"])


def test_it_is_the_childs_and_opens_to_those_who_may_read_the_child(sign_in, workspace, address):
    other = sign_in("practitioner", worker="W2")
    refused = other.get(address)
    assert refused.status_code == 403
    assert "Ben" not in words_of(refused)
    assert json.loads(AuditEntry.objects.latest("pk").children) == ["C002"]
    leader = sign_in("leader")
    assert leader.get(address[:-4] + "aaa/").status_code == 404
    swapped = address.replace(token_of("C002", workspace), token_of("C004", workspace))
    assert leader.get(swapped).status_code == 404, "the key of one child's concern is no other's"


def test_readers_who_decide_nothing_are_offered_nothing(sign_in, address):
    analyst = sign_in("analyst")
    assert 'class="decide"' not in analyst.get(address).content.decode()
    assert analyst.get(f"{address}explain/").status_code == 403
    assert analyst.post(f"{address}explain/", {"reason": "So it is."}).status_code == 403
    assert not ConcernDecision.objects.exists()


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("explain", {}),
        ("dispute", {}),
        ("done-not-recorded", day_fields("on", ahead(-1))),
        ("attempted", day_fields("on", ahead(-2))),
    ],
)
def test_each_decision_is_written_once_and_stands_beside_the_concern(holder, address, kind, more):
    sent = {"reason": "In hospital all week.", "submission": "one", **more}
    for _ in range(2):
        assert holder.post(f"{address}{kind}/", sent).status_code == 302
    made = ConcernDecision.objects.get()
    assert (made.kind, made.by) == (kind.replace("-", "_"), me())
    words = words_of(holder.get(address))
    assert "In hospital all week." in words
    assert "Overdue as it stood" in words, "no decision closes it"
    assert "Decide" in words


def test_to_act_names_an_owner_from_those_who_may_and_a_day(holder, address):
    Person.objects.create(username="stranger", role="practitioner", worker="W7")
    Person.objects.create(
        username="looker", role="inspector", access_until=timezone.now() + timedelta(1)
    )
    colleague = Person.objects.create(username="colleague", role="quality_assurance")
    form = holder.get(f"{address}act/").content.decode()
    assert "colleague, Quality assurance" in form
    for nobody in ("stranger", "looker"):
        assert nobody not in form
    sent = {"task": "Hold the interview", "owner": colleague.pk, "reason": "Back since Friday."}
    wrong = holder.post(f"{address}act/", {**sent, **day_fields("due", ahead(-1))})
    assert "lies in the past" in words_of(wrong)
    assert "Hold the interview" in wrong.content.decode(), "what was typed is kept"
    assert holder.post(f"{address}act/", {**sent, **day_fields("due", ahead(3))}).status_code == 302
    assert Task.objects.get().owner == colleague
    assert "Named to act colleague, by" in words_of(holder.get(address))


def test_to_escalate_tells_somebody_who_may_see_it(holder, address):
    manager = Person.objects.create(username="lead", role="leader")
    sent = {"to": manager.pk, "reason": "Nobody answers."}
    assert holder.post(f"{address}escalate/", sent).status_code == 302
    assert Notice.objects.get().to == manager


def test_a_duty_of_the_law_is_never_accepted_away(holder, address):
    assert "Accept it until a day" not in words_of(holder.get(address))
    assert holder.get(f"{address}accept/").status_code == 404
    sent = {"reason": "Fine.", **day_fields("until", ahead(9))}
    assert holder.post(f"{address}accept/", sent).status_code == 404
    assert not ConcernDecision.objects.exists()


def test_a_dispute_is_settled_once(holder, address):
    assert holder.get(f"{address}settle/").status_code == 404
    holder.post(f"{address}dispute/", {"reason": "The day is wrong."})
    assert "Not yet settled." in words_of(holder.get(address))
    for _ in range(2):
        sent = {"reason": "Mended at the source.", "submission": "two"}
        assert holder.post(f"{address}settle/", sent).status_code == 302
    assert holder.get(f"{address}settle/").status_code == 404
    words = words_of(holder.get(address))
    assert "Settled." in words
    assert "Mended at the source." in words


def test_a_missing_reason_is_named_and_nothing_is_lost(holder, address):
    page = holder.post(
        f"{address}done-not-recorded/", {"on-day": "31", "on-month": "2", "on-year": "2024"}
    )
    words = words_of(page)
    assert "There is a problem" in words
    assert "give a day that exists" in words
    assert page.content.decode().count('value="31"') == 1
    assert not ConcernDecision.objects.exists()


def test_what_somebody_decided_meanwhile_is_shown_before_ones_own_is_written(
    holder, made_up, address
):
    form = holder.get(f"{address}explain/").content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', form)[1]
    other = Person.objects.create(username="other", role="quality_assurance")
    decisions.explain(
        by=other,
        record=made_up.record_of("C002"),
        concern=INTERVIEW,
        reason="Seen by the school nurse.",
    )
    sent = {"reason": "In hospital.", "seen": seen, "submission": "mine"}
    stale = holder.post(f"{address}explain/", sent)
    assert "other decided about this since you opened it" in words_of(stale)
    assert "Seen by the school nurse." in words_of(stale)
    assert "In hospital." in stale.content.decode()
    assert len(history_of(INTERVIEW)) == 1
    seen = re.search(r'name="seen" value="(\d+)"', stale.content.decode())[1]
    assert holder.post(f"{address}explain/", {**sent, "seen": seen}).status_code == 302
    assert [one.decision.reason for one in history_of(INTERVIEW)] == [
        "In hospital.",
        "Seen by the school nurse.",
    ]


def test_a_draft_of_a_decision_is_kept_found_on_my_day_and_gone_once_sent(holder, address):
    holder.post(f"{address}explain/", {"reason": "Half a sent", "keep_draft": "later"})
    assert Draft.objects.get().address == f"{address}explain/"
    day = holder.get("/my-day/").content.decode()
    assert f'href="{address}explain/"' in day
    assert "Half a sent" in holder.get(f"{address}explain/").content.decode()
    holder.post(f"{address}explain/", {"reason": "A whole sentence."})
    assert not Draft.objects.exists()


def test_a_corrected_date_carries_decisions_over_visibly(holder, made_up, workspace, address):
    was = ConcernKey(INTERVIEW.rule, "C002", "missing episode 2024-03-02")
    decisions.explain(by=me(), record=made_up.record_of("C002"), concern=was, reason="In hospital.")
    carry_over({was}, {INTERVIEW})
    words = words_of(holder.get(address))
    assert "The date was corrected: this was missing episode, 2 March 2024 before." in words
    assert "Decided under the earlier date: missing episode, 2 March 2024." in words
    old = holder.get(of(was, workspace))
    assert (old.status_code, old["Location"]) == (302, address)


def test_a_rule_not_yet_on_worklists_says_so_and_can_be_decided_about(holder, address):
    lead = Person.objects.create(username="lead", role="leader")
    set_stage(by=lead, rule=INTERVIEW.rule, on_from=None, reason="Next month.")
    words = words_of(holder.get(address))
    assert "Not yet switched on" in words
    assert "Explain why it is as it is" in words


def test_a_task_ends_done_or_dropped_with_a_reason(holder, made_up, address):
    holder.post(
        f"{address}act/",
        {
            "task": "See the child",
            "owner": me().pk,
            "reason": "Now.",
            **day_fields("due", ahead(1)),
        },
    )
    task = Task.objects.get()
    page = f"/tasks/{task.pk}/"
    assert "See the child" in words_of(holder.get(page))
    assert f'href="{address}"' in holder.get(page).content.decode()
    assert "no reason" in words_of(holder.post(page, {"ended_as": "dropped"}))
    assert holder.post(page, {"ended_as": "done"}).status_code == 302
    task.refresh_from_db()
    assert task.ended_as == "done"
    assert "My tasks" not in words_of(holder.get("/my-day/"))


def test_a_task_about_a_child_who_is_not_theirs_is_refused(sign_in, address):
    holder = sign_in("practitioner", worker="W1")
    holder.post(
        f"{address}act/",
        {"task": "See Ben", "owner": me().pk, "reason": "Now.", **day_fields("due", ahead(1))},
    )
    Person.objects.filter(username="practitioner").update(worker="W7")
    refused = holder.get(f"/tasks/{Task.objects.get().pk}/")
    assert refused.status_code == 403
    assert "See Ben" not in unescape(refused.content.decode())
    assert sign_in("leader").get("/tasks/999/").status_code == 404


def test_rules_are_put_on_worklists_by_those_who_answer_for_it(sign_in, made_up):
    practitioner, leader = sign_in("practitioner", worker="W1"), sign_in("leader")
    assert "rules are on" in words_of(practitioner.get("/my-day/rules/"))
    assert practitioner.get("/my-day/rules/change/").status_code == 403
    sent = {
        "rules": [INTERVIEW.rule, "child_without_worker"],
        "on_or_off": "off",
        "submission": "one",
    }
    assert "missing" in words_of(leader.post("/my-day/rules/change/", sent)), "no reason"
    for _ in range(2):
        reason = {"reason": "We begin with protection plans."}
        assert leader.post("/my-day/rules/change/", {**sent, **reason}).status_code == 302
    words = words_of(practitioner.get("/my-day/rules/"))
    assert "2 of" in words
    assert words.count("We begin with protection plans.") == 4, "at each rule, and in the history"
    on = {**sent, "on_or_off": "on", "reason": "Now.", "submission": "two"}
    assert "From which day is missing" in words_of(leader.post("/my-day/rules/change/", on))
    leader.post("/my-day/rules/change/", {**on, **day_fields("on_from", made_up.authority().day)})
    assert "rules are on" in words_of(practitioner.get("/my-day/rules/"))
