"""One form for several children: shared once, each child's own part, each file alone, nothing for those not theirs."""

import json

import pytest

from sightline.casework.models import AuditEntry, Draft, Recording
from sightline.casework.recording import standing_version
from sightline.web.child_addresses import token_of
from tests.web.read_pages import key_of, words_of

GROUP = {"held-day": "6", "held-month": "3", "held-year": "2024", "agencies_attended": "4"}
EACH = {"child-1-plan_reviewed": "yes", "child-1-plan": "2022-05-01",
        "child-2-plan_reviewed": "no", "child-2-plan": "2022-05-01"}  # fmt: skip


@pytest.fixture
def form(at, workspace):
    """The address of the form for C002 and others."""

    def with_others(*others: str) -> str:
        asked = "&".join(f"with={token_of(one, workspace)}" for one in others)
        return f"{at('record/core_groups/several/')}?{asked}"

    return with_others


def children_of(entry: AuditEntry) -> list[str]:
    return json.loads(entry.children)


def test_family_and_own_cases_are_offered_and_nobody_elses(sign_in, holder, at):
    said = words_of(holder.get(at("record/core_groups/several/")))
    assert "Dan Hill you hold the case" in said
    assert "Ada Marsh" not in said, "of the family, and another worker's"
    leader = sign_in("leader")
    said = words_of(leader.get(at("record/core_groups/several/")))
    assert "Ada Marsh the same family" in said
    assert "Dan Hill" not in said
    named = [children_of(one) for one in AuditEntry.objects.filter(thing__startswith="named on")]
    assert named == [["C004", "C006"], ["C001", "C003"]]


def test_each_child_gets_the_whole_with_their_own_part_once(holder, form):
    page = holder.get(form("C004")).content.decode()
    assert page.count("Ben Marsh") > 0
    assert "Dan Hill" in page
    for _ in range(2):
        response = holder.post(
            form("C004"), {"submission": key_of(page), **GROUP, **EACH}, follow=True
        )
    assert "Recorded for 2 children: Core group." in words_of(response)
    found = {one.child: standing_version(one).content for one in Recording.objects.all()}
    shared = {"held": "2024-03-06", "agencies_attended": 4, "plan": "2022-05-01"}
    first, second = ("C002", "C004")
    assert found == {
        first: {**shared, "plan_reviewed": True},
        second: {**shared, "plan_reviewed": False},
    }
    written = AuditEntry.objects.filter(thing="core_groups recorded")
    assert [children_of(one) for one in written] == [["C002"], ["C004"]]


def test_a_child_without_their_own_part_stops_all_and_is_named(holder, form):
    page = holder.get(form("C004")).content.decode()
    sent = {"submission": key_of(page), **GROUP, **EACH, "child-2-plan_reviewed": ""}
    response = holder.post(form("C004"), sent)
    assert "is missing" in words_of(response)
    assert 'href="#child-2-plan_reviewed"' in response.content.decode()
    assert not Recording.objects.exists()
    none = {"held-day": "", "held-month": "", "held-year": ""}
    response = holder.post(form("C004"), {"submission": key_of(page), **GROUP, **EACH, **none})
    assert "Dan Hill: No day is given." in words_of(response)
    assert not Recording.objects.exists()


def test_a_child_who_is_not_theirs_opens_nothing(holder, form):
    refused = holder.get(form("C001"))
    assert refused.status_code == 403
    assert "Ada" not in words_of(refused)
    assert holder.post(form("C004", "C001"), {**GROUP, **EACH}).status_code == 403
    assert not Recording.objects.exists()
    assert holder.get(form("nobody")).status_code == 404


def test_a_draft_comes_back_with_every_part(holder, at, form):
    page = holder.get(form("C004")).content.decode()
    sent = {
        "submission": key_of(page),
        **GROUP,
        "child-2-plan_reviewed": "yes",
        "keep_draft": "later",
    }
    assert holder.post(form("C004"), sent).status_code == 302
    page = holder.get(at("recorded/")).content.decode()
    assert form("C004") in page
    again = holder.get(form("C004")).content.decode()
    assert 'name="agencies_attended" type="text" value="4"' in again
    assert again.count("checked") >= 1
    holder.post(form("C004"), {"submission": key_of(again), **GROUP, **EACH})
    assert not Draft.objects.exists()


def test_what_is_one_childs_alone_is_not_recorded_for_several(holder, at):
    assert holder.get(at("record/return_interviews/several/")).status_code == 404
    assert "several children" not in words_of(holder.get(at("record/return_interviews/")))


def test_the_story_that_names_brothers_and_sisters_is_kept_for_them_too(sign_in, at):
    sign_in("leader").get(at())
    assert children_of(AuditEntry.objects.get(thing__startswith="named on")) == ["C001", "C003"]
