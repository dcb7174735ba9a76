"""The pages of one child: who sees which, what they say, and what is recorded there."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from sightline.casework.models import AuditEntry, Draft, Person, Recording, Restriction
from sightline.casework.recorded_tables import RECORDABLE, columns_of
from sightline.casework.recording import standing_version
from sightline.web.pages.child.what_to_record import TO_RECORD
from tests.web.read_pages import key_of, words_of

TABS = (
    "",
    "timeline/",
    "chronology/",
    "plans/",
    "concerns/",
    "recorded/",
    "record/",
    "record/return_interviews/",
)


def interview(page: str, **more) -> dict[str, str]:
    """The form of an interview held the day after the return, with the key of ``page``."""
    key = key_of(page)
    days = {"held-day": "6", "held-month": "3", "held-year": "2024"}
    return {
        "submission": key,
        "missing_episode": "2024-03-04",
        "independent": "yes",
        **days,
        **more,
    }


@pytest.mark.parametrize("page", TABS)
def test_every_page_says_who_the_child_is_and_leaves_an_entry(holder, at, page):
    response = holder.get(at(page))
    assert response.status_code == 200
    assert response.content.decode().count("<h1") == 1
    for said in ("Ben Marsh", "12 years", "6 May 2011", "C002", "Rowan Ash", "Assessment South"):
        assert said in words_of(response)
    assert AuditEntry.objects.latest("pk").children == '["C002"]'


@pytest.mark.parametrize("page", [*TABS, "reads/"])
def test_whoever_does_not_work_with_the_child_sees_none_of_it(sign_in, at, page):
    stranger = sign_in("practitioner", worker="W2")
    response = stranger.get(at(page))
    assert response.status_code == 403
    assert "Marsh" not in response.content.decode()
    assert AuditEntry.objects.latest("pk").refused_because


def test_who_reads_without_recording_is_offered_no_form(sign_in, at):
    analyst = sign_in("analyst")
    assert "Record something" not in words_of(analyst.get(at()))
    assert analyst.get(at("record/")).status_code == 403
    assert analyst.post(at("record/return_interviews/"), {}).status_code == 403


def test_who_has_read_it_is_for_those_who_see_the_trail(sign_in, at):
    assert sign_in("quality_assurance").get(at("reads/")).status_code == 403
    leader = sign_in("leader")
    leader.get(at())
    assert "read a child" in words_of(leader.get(at("reads/")))
    assert leader.get(at("reads/?page=99999999999999")).status_code == 200


def test_a_restricted_record_says_so_to_those_named_and_nothing_to_others(sign_in, at):
    manager = Person.objects.create(username="service", role="service_manager")
    Restriction.objects.create(
        child="C002", kind="refuge", why="Moved in May.", manager=manager,
        placed_by=manager, placed_at=timezone.now(),
    )  # fmt: skip
    from django.test import Client

    named = Client()
    named.force_login(manager)
    assert "This record is restricted" in words_of(named.get(at()))
    refused = sign_in("leader").get(at())
    assert refused.status_code == 403
    assert "restricted" not in words_of(refused)


def test_the_story_says_what_worries_what_works_and_who_is_around(holder, at):
    said = words_of(holder.get(at()))
    assert "Return interview not held within 72 hours" in said
    assert "Open since 9 March 2024, 22 days" in said
    assert "Nobody has decided about it yet" in said
    assert "Nobody has recorded here what went well" in said


def test_family_is_named_to_those_who_may_open_it_and_the_others_not_even_counted(sign_in, at):
    leader = sign_in("leader")
    assert "Ada Marsh" in words_of(leader.get(at()))
    assert "Cora Field" in words_of(leader.get(at()))
    holder = sign_in("practitioner", worker="W1")
    said = words_of(holder.get(at()))
    assert "Ada" not in said
    assert "no other child of the family that you may open" in said


def test_a_return_interview_is_recorded_once_and_shown(holder, at):
    page = holder.get(at("record/return_interviews/")).content.decode()
    assert "4 March 2024 to 5 March 2024" in page
    sent = interview(page)
    for _ in range(2):
        response = holder.post(at("record/return_interviews/"), sent, follow=True)
    assert response.redirect_chain == [(at("recorded/"), 302)]
    (recorded,) = Recording.objects.all()
    assert standing_version(recorded).content == {
        "missing_episode": "2024-03-04", "held": "2024-03-06", "independent": True,
    }  # fmt: skip
    said = words_of(response)
    assert "Recorded: Return interview." in said
    assert "Day it was held 6 March 2024" in said


def test_what_is_wrong_is_said_at_the_field_and_nothing_is_lost(holder, at):
    page = holder.get(at("record/return_interviews/")).content.decode()
    tomorrow = timezone.localdate() + timedelta(days=1)
    ahead = {f"held-{part}": str(getattr(tomorrow, part)) for part in ("day", "month", "year")}
    response = holder.post(at("record/return_interviews/"), interview(page, worker="Jo", **ahead))
    assert "Day it was held cannot lie ahead" in words_of(response)
    assert 'value="Jo"' in response.content.decode()
    none = {"held-day": "", "held-month": "", "held-year": ""}
    response = holder.post(at("record/return_interviews/"), interview(page, **none))
    assert "No day is given" in words_of(response)
    response = holder.post(
        at("record/return_interviews/"), interview(page, missing_episode="2020-01-01")
    )
    assert "choose from the list" in words_of(response)
    assert not Recording.objects.exists()


def test_a_draft_waits_among_what_is_recorded_and_is_its_writers_alone(holder, sign_in, at):
    page = holder.get(at("record/return_interviews/")).content.decode()
    sent = interview(page, keep_draft="later", worker="Jo Half")
    assert holder.post(at("record/return_interviews/"), sent).status_code == 302
    assert "Your drafts Return interview" in words_of(holder.get(at("recorded/")))
    assert "Jo Half" in holder.get(at("record/return_interviews/")).content.decode()
    assert "Your drafts" not in words_of(sign_in("leader").get(at("recorded/")))
    holder.post(at("record/return_interviews/"), interview(page))
    assert not Draft.objects.exists()


def test_a_correction_keeps_the_version_before_and_a_stale_one_shows_both(holder, sign_in, at):
    page = holder.get(at("record/return_interviews/")).content.decode()
    holder.post(at("record/return_interviews/"), interview(page))
    address = at(f"recorded/{Recording.objects.get().pk}/correct/")
    opened = holder.get(address).content.decode()
    assert 'name="seen" value="1"' in opened
    leader = sign_in("leader")
    theirs = interview(leader.get(address).content.decode(), why="Wrong day.", seen="1")
    assert leader.post(address, {**theirs, "held-day": "7"}).status_code == 302
    mine = interview(opened, why="Wrong.", seen="1") | {"held-day": "8"}
    stale = holder.post(address, mine)
    said = words_of(stale)
    assert "leader changed this since you opened it" in said
    assert "7 March 2024" in said
    assert 'value="8"' in stale.content.decode()
    again = interview(stale.content.decode(), why="Both were wrong.", seen="2") | {"held-day": "9"}
    assert holder.post(address, again).status_code == 302
    said = words_of(holder.get(at("recorded/")))
    assert "Every version (3)" in said
    for words in ("Wrong day.", "Both were wrong.", "9 March 2024", "7 March 2024", "6 March 2024"):
        assert words in said


def test_what_was_withdrawn_stays_with_its_reason_and_cannot_be_corrected(holder, at):
    page = holder.get(at("record/return_interviews/")).content.decode()
    holder.post(at("record/return_interviews/"), interview(page))
    number = Recording.objects.get().pk
    address = at(f"recorded/{number}/withdraw/")
    assert "is missing" in words_of(holder.post(address, {"seen": "1"}))
    assert holder.post(address, {"seen": "1", "why": "Another child's."}).status_code == 302
    said = words_of(holder.get(at("recorded/")))
    assert "Withdrawn" in said
    assert "Another child" in said
    assert f"{number}/correct/" not in holder.get(at("recorded/")).content.decode()


def test_one_childs_recording_is_not_at_anothers_address(sign_in, at):
    leader = sign_in("leader")
    page = leader.get(at("record/return_interviews/")).content.decode()
    leader.post(at("record/return_interviews/"), interview(page))
    number = Recording.objects.get().pk
    assert leader.get(at(f"recorded/{number}/correct/")).status_code == 200
    assert leader.get(at(f"recorded/{number}/correct/", child="C001")).status_code == 404


def test_each_area_of_neglect_that_is_graded_is_a_row_of_one_recording(holder, at):
    page = holder.get(at("record/neglect_assessments/")).content.decode()
    key = key_of(page)
    day = {"assessed-day": "1", "assessed-month": "2", "assessed-year": "2024"}
    nothing = holder.post(at("record/neglect_assessments/"), {"submission": key, **day})
    assert "Give at least one" in words_of(nothing)
    sent = {"submission": key, **day, "grade_1": "3", "grade_2": "4", "tool": "A tool"}
    assert holder.post(at("record/neglect_assessments/"), sent).status_code == 302
    rows = [standing_version(one).content for one in Recording.objects.order_by("pk")]
    assert [(row["area"], row["grade"], row["tool"]) for row in rows] == [
        ("physical care", 3, "A tool"),
        ("safety", 4, "A tool"),
    ]


def test_what_went_well_stands_on_the_story_in_the_words_it_was_said(holder, at):
    page = holder.get(at("record/what_went_well/")).content.decode()
    key = key_of(page)
    day = {"happened-day": "2", "happened-month": "3", "happened-year": "2024"}
    sent = {"submission": key, "words": "She <listens> to me.", "whose_words": "The child's", **day}
    holder.post(at("record/what_went_well/"), sent)
    page = holder.get(at())
    assert "She &lt;listens&gt; to me." in page.content.decode()
    assert "The child&#39;s, 2 March 2024" in words_of(page)


@pytest.mark.parametrize("table", TO_RECORD)
def test_every_form_opens_and_asks_in_words_of_practice(holder, at, table):
    response = holder.get(at(f"record/{table}/"))
    assert response.status_code == 200
    page = response.content.decode()
    for column in columns_of(RECORDABLE[table]):
        assert f">{column.name}<" not in page
    assert page.count('class="govuk-label') + page.count("<legend") > 1


def test_no_address_of_any_page_names_the_child(holder, at):
    for page in TABS:
        told = holder.get(at(page)).content.decode()
        # A token is letters by chance, three of which may read as a name.
        told = told.replace(at().split("/")[2], "token")
        addresses = re.findall(r'(?:href|src|srcset|action)="([^"]*)"', told)
        for secret in ("C002", "Ben", "Marsh", "2011-05-06"):
            assert not [address for address in addresses if secret.lower() in address.lower()]
