"""Ending a plan through the pages: what is asked, that nothing blocks, and that nobody's words are lost."""

import re
from html import unescape

import pytest
from django.test import Client

from sightline.casework.ending_plans import version_of
from sightline.casework.models import AuditEntry, Draft, Person, Recording, Restriction, Task
from sightline.rules.checks_before_ending import CHECKS
from sightline.web.child_addresses import token_of
from sightline.web.pages.ending.asked import every_field
from sightline.web.pages.ending.plans import plans_of_child

SENT = {
    "decided-day": "27", "decided-month": "2", "decided-year": "2024",
    "decided_at_conference": "yes",
    "grounds": "no longer at risk of significant harm",
    "decision": "The home is calm since June.",
    "relapse_plan": "yes",
    "answer_agencies_told": "The school is told on Monday.",
    "agency_3_attended": "yes", "agency_3_view": "agreed",
    "agency_4_view": "disagreed", "agency_4_words": "Too soon.",
    "parents_view": "We are glad.", "childs_view": "I like it now.",
    "what_follows": "A child in need plan.",
}  # fmt: skip


@pytest.fixture
def address(made_up, workspace):
    return f"/children/{token_of('C001', workspace)}/end-plan/1/"


def sent(**more) -> dict[str, str]:
    """The form filled in; a field with None is left out."""
    return {name: value for name, value in (SENT | more).items() if value is not None}


def words_of(response) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode())))


def chair_of(sign_in) -> Client:
    return sign_in("conference_chair")


def test_every_check_stands_there_with_its_answer_and_no_total(sign_in, address):
    response = chair_of(sign_in).get(address)
    page = response.content.decode()
    places = [page.index(f'id="check-{name}"') for name in CHECKS]
    assert places == sorted(places), "in the order in which a chair goes through them"
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)), "a label leads to one box"
    for check in CHECKS.values():
        assert f'name="answer_{check.name}"' in page
    assert not re.search(r"\d+ (of|out of) 21|\d+ (checks )?(are )?not met", words_of(response))


def chair_of_again(sign_in) -> Client:
    client = Client()
    client.force_login(Person.objects.get(username="conference_chair"))
    return client


def test_every_column_of_the_decision_is_asked_once():
    from sightline.casework.recorded_tables import RECORDABLE, columns_of

    asked = [one.name for one in every_field([])]
    assert len(asked) == len(set(asked))
    columns = {column.name for column in columns_of(RECORDABLE["plan_endings"])}
    assert columns - set(asked) == {"plan", "worker"}


def test_an_ending_is_recorded_whatever_the_checks_say(sign_in, address):
    response = chair_of(sign_in).post(address, sent(submission="one"))
    (one,) = Recording.objects.filter(table="plan_endings")
    assert response.url.endswith(f"/endings/{one.pk}/")
    ending = version_of(one).ending
    assert ending.given["relapse_plan"] is True
    assert [(view.agency, view.attended, view.view) for view in ending.agencies] == [
        ("health", True, "agreed"),
        ("education", None, "disagreed"),
    ]
    assert set(ending.checks) == set(CHECKS)
    assert ending.checks["agencies_told"].words == "The school is told on Monday."
    assert ending.checks["relapse_plan_written"].stood == "met", "asked with what is recorded"
    assert ending.checks["history_considered"].words == ""


def test_a_form_sent_twice_is_recorded_once(sign_in, address):
    chair = chair_of(sign_in)
    first = chair.post(address, sent(submission="one"))
    again = chair.post(address, sent(submission="one"))
    assert first.url == again.url
    assert Recording.objects.filter(table="plan_endings").count() == 1


def test_two_people_end_one_plan_and_nobodys_words_are_lost(sign_in, address):
    chair, manager = chair_of(sign_in), sign_in("leader")
    chair.get(address), manager.get(address)
    manager.post(address, sent(submission="m", dissent="The school.", decision="By the manager."))
    meanwhile = chair.post(address, sent(submission="c", childs_view="I want help still."))
    assert meanwhile.status_code == 200
    page = meanwhile.content.decode()
    theirs = words_of(meanwhile).split("What stands now")[1].split("Whatever the checks say")[0]
    assert "The school." in theirs
    assert "By the manager." in theirs
    assert "A child in need plan." not in theirs, "what is the same need not be compared"
    assert "I want help still." in page
    assert 'name="seen" value="1"' in page
    without_why = chair.post(address, sent(submission="c2", seen="1"))
    assert "Say why you add to or change" in words_of(without_why)
    merged = sent(
        submission="c3", seen="1", dissent="The school.", childs_view="I want help still.",
        why="Both brought together.",
    )  # fmt: skip
    assert chair.post(address, merged).status_code == 302
    (one,) = Recording.objects.filter(table="plan_endings")
    now, before = version_of(one), version_of(one, 1)
    assert (now.number, now.by.username, now.why) == (
        2,
        "conference_chair",
        "Both brought together.",
    )
    assert now.ending.words["childs_view"] == "I want help still."
    assert before.ending.words["decision"] == "By the manager."
    late = manager.post(address, sent(submission="m2", seen="1", why="Mine."))
    assert "conference_chair changed this since you opened it" in words_of(late)


def test_a_draft_outlives_the_session_and_is_no_record(sign_in, address):
    chair = chair_of(sign_in)
    chair.post(address, sent(keep_draft="later", submission="d"))
    assert not Recording.objects.exists()
    assert Draft.objects.get().content["decision"] == SENT["decision"]
    again = chair_of_again(sign_in).get(address)
    assert SENT["decision"] in again.content.decode()
    assert "This is your draft" in again.content.decode()
    chair.post(address, sent(submission="e"))
    assert not Draft.objects.exists()


def test_what_is_wrong_is_said_and_nothing_is_lost(sign_in, address):
    response = chair_of(sign_in).post(
        address, sent(**{"decided-day": "31"}, task_1_words="Visit", submission="w")
    )
    page = words_of(response)
    assert "give a day that exists" in page
    assert "The school is told on Monday." in response.content.decode()
    assert not Recording.objects.exists()
    half = chair_of_again(sign_in).post(address, sent(task_1_words="Visit", submission="w"))
    assert "Task 1 is not whole: choose who does it." in words_of(half)


def test_before_the_plan_began_it_cannot_be_ended(sign_in, address):
    response = chair_of(sign_in).post(address, sent(**{"decided-year": "2022"}, submission="x"))
    assert "The end was decided before the plan started." in words_of(response)


def test_tasks_stand_on_their_owners_list(sign_in, address):
    chair = chair_of(sign_in)
    owner = Person.objects.get(username="conference_chair")
    task = {"task_2_words": "First meeting", "task_2_owner": str(owner.pk),
            "task_2_due-day": "1", "task_2_due-month": "3", "task_2_due-year": "2100"}  # fmt: skip
    chair.post(address, sent(**task, submission="t"))
    assert Task.objects.get().owner == owner
    assert Task.objects.get().came_from.table == "plan_endings"


def test_the_record_holds_all_of_it_prints_and_keeps_its_versions(sign_in, address):
    chair = chair_of(sign_in)
    record = chair.post(address, sent(submission="one")).url
    page = words_of(chair.get(record))
    for words in (
        "Made-up child of a made-up authority", "27 February 2024", "The home is calm since June.",
        "Too soon.", "We are glad.", "I like it now.", "A child in need plan.",
        "The school is told on Monday.", "left open", "Not recorded", "conference_chair",
    ):  # fmt: skip
        assert words in page, words
    assert all(check.title in page for check in CHECKS.values())
    chair.post(address, sent(seen="1", why="A word.", decision="Better words.", submission="two"))
    assert "Better words." in words_of(chair.get(record))
    first = words_of(chair.get(record, {"version": "1"}))
    assert "This is version 1 of 2" in first
    assert "The home is calm since June." in first
    assert chair.get(record, {"version": "9"}).status_code == 404
    entry = AuditEntry.objects.latest("pk")
    assert (entry.thing, entry.children) == (
        "the record of the end of a protection plan", '["C001"]',
    )  # fmt: skip


def test_an_ending_withdrawn_can_be_read_and_recorded_anew(sign_in, address):
    chair = chair_of(sign_in)
    record = chair.post(address, sent(submission="one")).url
    form = chair.get(f"{record}withdraw/").content.decode()
    assert 'name="seen" value="1"' in form
    chair.post(f"{record}withdraw/", {"seen": "1", "why": "Another child.", "submission": "g"})
    assert "This record was withdrawn: Another child." in words_of(chair.get(record))
    assert chair.post(address, sent(submission="again")).status_code == 302
    assert Recording.objects.filter(table="plan_endings", is_withdrawn=False).count() == 1


@pytest.mark.parametrize("role", ["practitioner", "duty", "analyst", "member", "inspector"])
def test_who_may_not_end_a_plan_is_refused_and_it_is_kept(sign_in, address, role):
    client = sign_in(role, worker="W2")
    assert client.get(address).status_code == 403
    assert client.post(address, sent(submission="no")).status_code == 403
    assert AuditEntry.objects.latest("pk").refused_because
    assert not Recording.objects.exists()


def test_the_childs_own_worker_reads_the_checks_and_no_other_does(sign_in, workspace):
    checks = f"/children/{token_of('C001', workspace)}/plan-checks/"
    page = words_of(sign_in("practitioner", worker="W2").get(checks))
    assert all(check.title in page for check in CHECKS.values())
    assert "Record its end" not in page
    assert sign_in("duty").get(checks).status_code == 403


def test_a_plan_that_is_not_there_is_no_page(sign_in, address, workspace):
    chair = chair_of(sign_in)
    assert chair.get(address.replace("/1/", "/7/")).status_code == 404
    latest = chair.get(address.replace("/1/", "/"))
    assert latest.url == address


def test_all_endings_say_what_came_after_and_count_no_child(sign_in):
    page = words_of(sign_in("leader").get("/endings/", {"period": "all"}))
    assert "6 plans ended by a decision" in page
    assert re.search(r"A new enquiry 2 ", page)
    assert re.search(r"A new protection plan 1 ", page)
    row = f"{CHECKS['quorate_conference_decided'].title} 6 plans"
    assert row in page
    assert "The source holds no plan actions." in page


def test_small_numbers_are_hidden_from_who_must_not_see_them(sign_in):
    page = words_of(sign_in("member").get("/endings/", {"period": "all"}))
    assert re.search(r"A new enquiry Small number, not shown", page)
    team = words_of(
        sign_in("administrator").get("/endings/", {"period": "all", "team": "Assessment North"})
    )
    assert "Small number plans ended" in team
    assert re.search(
        rf"{CHECKS['quorate_conference_decided'].title} (Small number, not shown ){{3}}", team
    )
    leader = words_of(
        sign_in("leader").get("/endings/", {"period": "all", "team": "Assessment North"})
    )
    assert "3 plans ended" in leader


def test_few_plans_with_a_restricted_child_among_them_tell_no_answer(sign_in):
    leader = sign_in("leader")
    person = Person.objects.get(username="leader")
    Restriction.objects.create(
        child="C002", kind="other", why="made up", manager=somebody_else(), placed_by=person,
        placed_at="2024-01-01T00:00Z",
    )  # fmt: skip
    page = words_of(leader.get("/endings/", {"period": "all", "team": "Assessment North"}))
    assert re.search(
        rf"{CHECKS['quorate_conference_decided'].title} (Small number, not shown ){{3}}", page
    )
    listed = words_of(leader.get("/endings/children/", {"period": "all"}))
    assert "Ben Marsh" not in listed
    assert "5 plans" in listed
    assert "Fewer than 5 more are counted but not shown." in listed
    file = leader.get("/endings/children.csv", {"period": "all"}).content.decode()
    assert "C002" not in file
    assert "C001" in file


def somebody_else() -> Person:
    return Person.objects.create(username="service manager", role="service_manager")


def test_the_list_behind_a_figure_is_kept_and_the_file_says_whose_it_is(sign_in):
    leader = sign_in("leader")
    page = words_of(
        leader.get("/endings/children/", {"period": "all", "came": "next_enquiry_started"})
    )
    assert "Ada Marsh" in page
    assert "Cora Field" not in page
    assert AuditEntry.objects.latest("pk").children == '["C001", "C002"]'
    file = leader.get("/endings/children.csv", {"period": "all"})
    assert "made-up-plans-that-ended-all.csv" in file["Content-Disposition"]
    assert "Sandbourne,yes,C001" in file.content.decode()
    assert "'=1+1" in file.content.decode(), "no cell is a formula"
    assert AuditEntry.objects.latest("pk").action == "export children behind a figure"


@pytest.mark.parametrize(
    "asked", [{"period": "1066-1067"}, {"team": "Nowhere"}, {"came": "luck"}, {"check": "x"}]
)
def test_what_there_is_not_is_no_page(sign_in, asked):
    assert sign_in("leader").get("/endings/", asked).status_code == 404


def test_a_practitioner_lists_their_own_children_alone(sign_in):
    page = words_of(
        sign_in("practitioner", worker="W2").get("/endings/children/", {"period": "all"})
    )
    assert "Ada Marsh" in page
    assert "Ben Marsh" not in page
    assert sign_in("member").get("/endings/children/").status_code == 403


def test_what_is_recorded_here_is_listed_to_who_may_read_it(sign_in, address):
    chair_of(sign_in).post(address, sent(submission="one"))
    assert "Ada Marsh" in words_of(sign_in("leader").get("/endings/recorded/"))
    assert "Ada Marsh" not in words_of(
        sign_in("practitioner", worker="W1").get("/endings/recorded/")
    )


def test_plans_that_overlap_are_one_and_the_first_is_number_one():
    from datetime import date as day

    rows = [
        {"started": day(2022, 5, 1), "ended": None, "latest_category": "NEG"},
        {"started": day(2020, 1, 1), "ended": day(2020, 6, 1), "end_reason": "died"},
        {"started": day(2020, 6, 1), "ended": day(2020, 9, 1), "end_reason": "turned 18"},
        {"started": day(2021, 3, 1), "ended": day(2021, 2, 1)},
    ]
    plans = plans_of_child(rows)
    assert [(one.number, one.started, one.ended) for one in plans] == [
        (1, day(2020, 1, 1), day(2020, 9, 1)),
        (2, day(2022, 5, 1), None),
    ]
    assert plans[0].end_reason == "turned 18"
