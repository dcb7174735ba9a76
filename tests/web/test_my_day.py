"""My day: whose children stand on it, what each part holds, and that its words say what is shown."""

import json
import random
import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from sightline.casework import access_actions, decisions
from sightline.casework.concern_keys import ConcernKey
from sightline.casework.models import (
    AuditEntry,
    ConcernLook,
    Draft,
    Notice,
    Person,
    Task,
    TeamMembership,
)
from sightline.casework.rule_stages import set_stage
from sightline.rules import RULES
from sightline.web.child_addresses import token_of
from sightline.web.concern_addresses import address_part, opaque
from tests.web.made_up_service import AT_HAND, NAMES

PAGE = "/my-day/"
INTERVIEW = "return_interview_not_in_72_hours"
THIRD_REFERRAL = "third_referral_without_plan"


def words_of(page) -> str:
    """A page as text on one line."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", page.content.decode())))


def listed(page) -> int:
    """How many concerns the page lists."""
    return page.content.decode().count('name="chosen"')


def how_many(page) -> tuple[int, int]:
    """The number of concerns and of children that the page says it shows."""
    found = re.search(r"([\d,]+) concerns? of ([\d,]+) (?:child|children)\b", words_of(page))
    return tuple(int(number.replace(",", "")) for number in found.groups())


def count_of(page, part: str) -> int:
    """The number at the link to one part of what is at hand."""
    return int(re.search(rf"(\d+) {re.escape(part)}", words_of(page))[1])


def chosen(child: str, one: dict, workspace) -> str:
    """What the box beside a concern sends."""
    key = ConcernKey(one["rule"], child, one["subject"])
    return f"{token_of(child, workspace)}.{address_part(key, workspace)}"


def manager_of(sign_in, team: str):
    """A team manager's browser, and the manager."""
    client = sign_in("team_manager")
    person = Person.objects.get(username="team_manager")
    TeamMembership.objects.create(
        person=person, team=team, given_by=person, given_at=timezone.now()
    )
    return client, person


def test_a_practitioner_has_their_own_children_and_the_reading_is_kept(sign_in):
    page = sign_in("practitioner", worker="W1").get(PAGE)
    words = words_of(page)
    for child in ("C002", "C004", "C006"):
        assert " ".join(NAMES[child]) in words
    for child in ("C001", "C003", "C005"):
        assert " ".join(NAMES[child]) not in words
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, json.loads(entry.children)) == (
        "list children behind a figure",
        ["C002", "C004", "C006"],
    )


@pytest.mark.parametrize(
    ("role", "worker", "theirs"),
    [
        ("conference_chair", "", {"C001", "C002"}),
        ("reviewing_officer", "W9", {"C001"}),
        ("virtual_school", "", set()),
        ("duty", "", set()),
    ],
)
def test_others_have_the_children_of_their_work(sign_in, role, worker, theirs):
    page = sign_in(role, worker=worker).get(f"{PAGE}?show=before")
    assert {child for child in NAMES if " ".join(NAMES[child]) in words_of(page)} == theirs
    if not theirs:
        assert "Nothing is open from before" in words_of(page)


@pytest.mark.parametrize("role", ["member", "administrator", "analyst", "inspector"])
def test_those_who_do_not_work_with_children_have_no_day(sign_in, role):
    assert sign_in(role).get(PAGE).status_code == 403


@pytest.mark.parametrize(
    ("role", "first"),
    [("practitioner", PAGE), ("leader", PAGE), ("member", "/"), ("inspector", "/")],
)
def test_it_is_the_first_page_of_those_who_work_with_children(sign_in, role, first):
    assert sign_in(role).get("/first/")["Location"] == first


def test_each_part_holds_what_it_says(sign_in):
    client = sign_in("practitioner", worker="W1")
    page = client.get(PAGE)
    parts = {
        "Overdue or open": ("open", 2),
        "Due within 14 days": ("due", 1),
        "Newly opened in 7 days": ("new", 1),
        "Open, with a decision": ("decided", 0),
        "Closed in 7 days": ("ended", 1),
        "Open from before": ("before", 1),
    }
    for words, (show, of_each) in parts.items():
        assert count_of(page, words) == 3 * of_each
        assert listed(client.get(f"{PAGE}?show={show}")) == 3 * of_each
    assert count_of(client.get(f"{PAGE}?since=night"), "Newly opened since last night") == 3
    assert count_of(client.get(f"{PAGE}?within=60"), "Due within 60 days") == 3


def test_what_was_there_on_the_first_day_is_never_new(sign_in):
    client = sign_in("practitioner", worker="W1")
    for show in ("open", "new"):
        assert "Time without a worker, 9 January 2023" not in words_of(
            client.get(f"{PAGE}?show={show}")
        )
    before = words_of(client.get(f"{PAGE}?show=before"))
    assert "Time without a worker, 9 January 2023" in before
    assert "From before Sightline" in before


def test_a_decision_stands_beside_the_concern_and_hides_nothing(sign_in, made_up):
    client = sign_in("practitioner", worker="W1")
    before = listed(client.get(PAGE))
    decisions.explain(
        by=Person.objects.get(username="practitioner"),
        record=made_up.record_of("C002"),
        concern=ConcernKey(INTERVIEW, "C002", "missing episode 2024-03-04"),
        reason="In hospital all that week.",
    )
    page = client.get(PAGE)
    assert listed(page) == before
    assert "Explain , practitioner" in words_of(page)
    assert "In hospital all that week." in words_of(page)
    assert count_of(page, "Open, with a decision") == 1
    assert listed(client.get(f"{PAGE}?show=decided")) == 1


def test_a_manager_has_the_team_by_worker_in_the_order_of_names(sign_in):
    client, _ = manager_of(sign_in, "Assessment South")
    page = client.get(PAGE)
    words = words_of(page)
    assert "Worker by worker" in words
    assert "%" not in words
    assert "Ben Marsh" in words
    assert "Ada Marsh" not in words
    by_worker = client.get(f"{PAGE}?by=worker")
    assert listed(by_worker) == listed(page)


def test_leaders_see_figures_first_and_children_once_they_choose(sign_in, workspace):
    client = sign_in("leader")
    first = client.get(PAGE)
    assert "Figures first" in words_of(first)
    assert listed(first) == 0
    assert not [child for child in NAMES if " ".join(NAMES[child]) in words_of(first)]
    assert json.loads(AuditEntry.objects.latest("pk").children) == []
    chosen_team = client.get(f"{PAGE}?team={opaque('team', 'Assessment South', workspace)}")
    assert how_many(chosen_team) == (6, 6)
    assert json.loads(AuditEntry.objects.latest("pk").children) == sorted(NAMES)
    assert listed(client.get(f"{PAGE}?rule={INTERVIEW}")) == 6


def test_figures_count_the_children_one_may_see_and_no_others(sign_in, made_up):
    client = sign_in("leader")
    assert "Assessment North 6 6 0 0" in words_of(client.get(PAGE))
    manager = Person.objects.create(username="head", role="service_manager")
    access_actions.restrict(
        by=Person.objects.get(username="leader"), record=made_up.record_of("C003"), kind="refuge",
        why="made up", manager=manager,
    )  # fmt: skip
    assert "Assessment North 5 5 0 0" in words_of(client.get(PAGE))


def test_a_restricted_child_is_on_nobodys_list(sign_in, made_up):
    client = sign_in("practitioner", worker="W1")
    access_actions.restrict(
        by=Person.objects.create(username="lead", role="leader"), record=made_up.record_of("C002"),
        kind="staff_family", why="made up",
        manager=Person.objects.create(username="head", role="service_manager"),
    )  # fmt: skip
    for show in ("open", "due", "new", "decided", "before", "ended"):
        page = client.get(f"{PAGE}?show={show}")
        assert "Ben Marsh" not in words_of(page)
        assert token_of("C002", made_up_workspace()) not in page.content.decode()
    assert how_many(client.get(PAGE)) == (4, 2)


def made_up_workspace():
    """The workspace of this test."""
    from django.conf import settings

    return settings.WORKSPACE


def test_the_words_of_filters_agree_with_what_is_listed(sign_in, made_up, workspace):
    """Filters drawn by chance, against a plain count of the made-up rows."""
    client, chance = sign_in("quality_assurance"), random.Random(4)
    tried = 0
    for _ in range(60):
        asked = drawn_filters(chance, workspace)
        page = client.get(PAGE, asked["query"])
        expected = [
            (child, one)
            for child in NAMES
            for one in AT_HAND
            if plainly(made_up, child, one, asked)
        ]
        if asked["is_figures"]:
            assert "Figures first" in words_of(page)
            continue
        tried += bool(expected)
        assert how_many(page) == (len(expected), len({child for child, _ in expected})), asked
        assert listed(page) == len(expected)
        for words in asked["words"]:
            assert words in words_of(page), asked
    assert tried > 8, "where nothing is found, nothing is tested"


def drawn_filters(chance: random.Random, workspace) -> dict:
    """Some filters: what stands in the address, what they mean, and the words they must say."""
    query, words = {"show": chance.choice(["open", "before", "new", "due"])}, []
    rule, team, worker = "", "", ""
    if chance.random() < 0.6:
        team = chance.choice(["Assessment North", "Assessment South", "nobody"])
        query["team"] = opaque("team", team, workspace)
        words.append("with no team" if team == "nobody" else f"team: {team}")
    if chance.random() < 0.4:
        worker = chance.choice(["W1", "nobody"])
        query["worker"] = opaque("worker", worker, workspace)
        words.append("with no worker" if worker == "nobody" else "worker: Rowan Ash")
    if chance.random() < 0.4:
        query["rule"] = rule = chance.choice(AT_HAND)["rule"]
        words.append(f"rule: {RULES[rule].title}")
    if chance.random() < 0.3:
        query["kind"] = chance.choice(["duty", "pattern"])
        words.append("duties only" if query["kind"] == "duty" else "patterns only")
    if chance.random() < 0.3:
        query["plan"] = chance.choice(["protection plan", "no plan"])
    if chance.random() < 0.2:
        query["status"] = chance.choice(["overdue", "open"])
        words.append(f"status: {query['status']}")
    return {
        "query": query, "words": words, "rule": rule, "team": team, "worker": worker,
        "is_figures": not (rule or team or worker),
    }  # fmt: skip


def plainly(made_up, child: str, one: dict, asked: dict) -> bool:
    """Whether a row is meant by the filters, as one would say it aloud."""
    query, is_open = asked["query"], one["opens"] is not None and one["closes"] is None
    day = made_up.authority().day
    in_part = {
        "open": is_open and not one["from_before"],
        "before": is_open and one["from_before"],
        "due": one["status"] == "still in time" and one["due"] <= day + timedelta(days=14),
        "new": one["found_on"] is not None
        and one["found_on"] > day - timedelta(days=7)
        and not one["from_before"],
    }[query["show"]]
    on_a_plan = bool(made_up.record_of(child).circumstances)
    return (
        in_part
        and asked["rule"] in ("", one["rule"])
        and asked["team"] in ("", one["team"] or "nobody")
        and asked["worker"] in ("", one["worker"] or "nobody")
        and query.get("kind") in (None, "duty" if RULES[one["rule"]].is_duty else "pattern")
        and query.get("status") in (None, one["status"])
        and query.get("plan") in (None, "protection plan" if on_a_plan else "no plan")
    )


def test_no_address_on_the_page_names_a_worker_a_team_or_a_child(sign_in):
    client, _ = manager_of(sign_in, "Assessment North")
    page = client.get(f"{PAGE}?by=worker").content.decode()
    page = re.sub(r"<input[^>]*csrfmiddlewaretoken[^>]*>", "", page)
    for address in re.findall(r'(?:href|action|value)="([^"]*)"', page):
        for secret in ("Rowan", "W1", "Assessment North", "Assessment+", "C001", "Marsh"):
            assert secret.lower() not in address.lower(), address


def test_old_or_mistyped_filters_show_more_and_never_an_error(sign_in):
    client = sign_in("practitioner", worker="W1")
    address = f"{PAGE}?by=x&show=x&within=a&since=x&kind=x&stage=x&team=x&worker=x&rule=x&page=x"
    assert listed(client.get(address)) == listed(client.get(PAGE)) > 0


def test_a_rule_off_worklists_is_not_listed_and_the_page_says_so(sign_in):
    client = sign_in("practitioner", worker="W1")
    lead = Person.objects.create(username="lead", role="leader")
    set_stage(by=lead, rule=THIRD_REFERRAL, on_from=None, reason="Next month.")
    page = client.get(PAGE)
    assert "Referral, 30 March 2024" not in words_of(page)
    assert "3 concerns come from rules that are not yet on worklists" in words_of(page)


def test_what_was_open_when_its_rule_came_on_is_from_before(sign_in, made_up):
    client = sign_in("practitioner", worker="W1")
    lead = Person.objects.create(username="lead", role="leader")
    set_stage(by=lead, rule=THIRD_REFERRAL, on_from=made_up.authority().day, reason="From today.")
    assert count_of(client.get(PAGE), "Newly opened in 7 days") == 0
    before = words_of(client.get(f"{PAGE}?show=before"))
    assert "From before this rule was on worklists" in before


def test_ones_own_tasks_drafts_and_notices_stand_first(sign_in, made_up):
    client = sign_in("practitioner", worker="W1")
    me = Person.objects.get(username="practitioner")
    now, today = timezone.now(), timezone.localdate()
    for child, words in (("C002", "Ring the made-up school"), ("C001", "Not mine any more")):
        Task.objects.create(
            child=child, words=words, owner=me, due=today - timedelta(days=1), set_by=me, set_at=now
        )
    for child in ("C002", "C001"):
        Draft.objects.create(
            person=me, form="return interview", child=child, about="", saved_at=now,
            address=f"/children/{token_of(child, made_up_workspace())}/record/return_interviews/",
        )  # fmt: skip
        Notice.objects.create(
            to=me, kind="concern escalated", words=f"of {child}", child=child, sent_at=now
        )
    words = words_of(client.get(PAGE))
    assert "My tasks (1)" in words
    assert "Ring the made-up school Overdue" in words
    assert "1 task is of children whose records are no longer open to you" in words
    assert "Drafts I left (1)" in words
    assert "of C002" in words
    for secret in ("Ada", "Not mine any more", "of C001"):
        assert secret not in words


def test_several_are_each_asked_and_written_by_themselves(sign_in, made_up, workspace):
    client, _ = manager_of(sign_in, "Assessment South")
    owner = Person.objects.create(username="owner", role="practitioner", worker="W1")
    other = Person.objects.create(username="other", role="practitioner", worker="W7")
    values = [chosen(child, AT_HAND[0], workspace) for child in ("C002", "C004", "C001")]
    asked = {"chosen": values, "do": "task"}
    first = client.post("/my-day/several/", asked)
    assert "Set a task about each of 2" in words_of(first), "C001 is not this manager's"
    assert "Error" not in words_of(first)
    due = timezone.localdate() + timedelta(days=3)
    days = {"due-day": due.day, "due-month": due.month, "due-year": due.year}
    form = {**asked, "task": "Hold the interview", "owner": owner.pk, "submission": "once", **days}
    for _ in range(2):
        done = client.post("/my-day/several/", form)
        assert "2 of 2 had a task set" in words_of(done)
    assert {task.child for task in Task.objects.all()} == {"C002", "C004"}
    assert Task.objects.count() == 2, "sent twice, written once"
    refused = client.post("/my-day/several/", {**form, "owner": other.pk, "submission": "again"})
    assert "0 of 2 had a task set" in words_of(refused)
    assert words_of(refused).count("may not read this child's record") == 2
    assert "Hold the interview" in words_of(client.get(PAGE)), "a task stands beside its concern"


def test_several_are_marked_as_looked_at_without_a_decision(sign_in, workspace):
    client = sign_in("practitioner", worker="W1")
    values = [
        chosen("C002", AT_HAND[0], workspace),
        chosen("C001", AT_HAND[0], workspace),
        "x.y",
        "x",
    ]
    done = client.post("/my-day/several/", {"chosen": values, "do": "look", "submission": "one"})
    assert "1 of 1 were marked as looked at" in words_of(done)
    assert [look.child for look in ConcernLook.objects.all()] == ["C002"]
    page = client.get(PAGE)
    assert "Looked at by practitioner" in words_of(page)
    assert count_of(page, "Open, with a decision") == 0


def test_nothing_chosen_says_so(sign_in):
    client = sign_in("practitioner", worker="W1")
    assert "Nothing is chosen" in words_of(client.post("/my-day/several/", {"do": "look"}))
    assert client.get("/my-day/several/").status_code == 302
