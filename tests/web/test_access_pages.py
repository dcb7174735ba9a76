"""Who is named for a child, reasons, restrictions, notices: pages in front of the policy."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sightline.casework import access_actions
from sightline.casework.models import (
    AuditEntry,
    NamedGrant,
    Notice,
    Person,
    ReasonedAccess,
    Restriction,
)
from sightline.web.child_addresses import token_of

UNTIL = timezone.localdate() + timedelta(days=9)
UNTIL_TYPED = {"until-day": UNTIL.day, "until-month": UNTIL.month, "until-year": UNTIL.year}


@pytest.fixture
def of(workspace):
    """The addresses of a child's pages."""

    def address(child: str, page: str = "") -> str:
        return f"/children/{token_of(child, workspace)}/{page}"

    return address


@pytest.fixture
def restricted(made_up, db):
    """The record of C001 restricted, and the manager who answers for it."""
    manager = Person.objects.create(username="pat.brook", first_name="Pat", last_name="Brook",
                                    role="service_manager")  # fmt: skip
    leader = Person.objects.create(username="places-it", role="leader")
    access_actions.restrict(
        by=leader, record=made_up.record_of("C001"), kind="refuge", why="must not be found",
        manager=manager,
    )  # fmt: skip
    return manager


def test_a_refusal_offers_to_give_a_reason_and_the_reason_opens_the_record(sign_in, of):
    duty = sign_in("duty")
    refused = duty.get(of("C001"))
    assert refused.status_code == 403
    assert f'href="{of("C001", "reason/")}"' in refused.content.decode()
    asked = duty.get(of("C001", "reason/"))
    assert "Marsh" not in asked.content.decode()
    assert "C001" not in asked.content.decode()
    empty = duty.post(of("C001", "reason/"), {"why": " "}).content.decode()
    assert "Why do you need this record is missing" in empty
    answer = duty.post(of("C001", "reason/"), {"why": "A neighbour rang.", "submission": "s"})
    assert answer["Location"] == of("C001")
    assert "Ada Marsh" in duty.get(of("C001")).content.decode()
    assert ReasonedAccess.objects.get().why == "A neighbour rang."


def test_a_reason_sent_twice_opens_once_and_tells_once(sign_in, of):
    boss = Person.objects.create(username="boss", role="team_manager")
    practitioner = sign_in("practitioner", worker="W9")
    Person.objects.filter(username="practitioner").update(manager=boss)
    other = of("C002", "reason/")
    for _ in range(2):
        practitioner.post(other, {"why": "Covering.", "submission": "same"})
    assert ReasonedAccess.objects.count() == 1
    assert Notice.objects.filter(to=boss).count() == 1


def test_the_page_for_a_reason_is_the_same_for_a_restricted_record(sign_in, of, restricted):
    duty = sign_in("duty")
    pages = [without_what_changes(duty.get(of(child, "reason/"))) for child in ("C001", "C002")]
    assert pages[0] == pages[1]
    refused = duty.post(of("C001", "reason/"), {"why": "A neighbour rang."})
    assert refused.status_code == 403
    assert "restricted" not in refused.content.decode().lower()
    assert not ReasonedAccess.objects.exists()
    assert duty.get(of("C001")).status_code == 403


def test_an_analyst_gives_no_reasons(sign_in, of, restricted):
    analyst = sign_in("analyst")
    refused = analyst.get(of("C001"))
    assert "giving a reason" not in refused.content.decode()
    assert analyst.get(of("C001", "reason/")).status_code == 403


def test_somebody_is_named_and_their_time_ends(sign_in, of):
    leader, practitioner = sign_in("leader"), sign_in("practitioner", worker="W8")
    person = Person.objects.get(username="practitioner")
    sent = {"person": person.pk, "why": "Covers leave.", "submission": "a", **UNTIL_TYPED}
    for _ in range(2):
        assert leader.post(of("C001", "access/name/"), sent).status_code == 302
    given = NamedGrant.objects.get()
    assert timezone.localdate(given.until) == UNTIL
    assert practitioner.get(of("C001")).status_code == 200
    page = leader.get(of("C001", "access/")).content.decode()
    assert "practitioner" in page
    assert "Covers leave." in page
    end = of("C001", f"access/{given.pk}/end/")
    assert leader.post(end, {"why": "Back at work."}).status_code == 302
    assert practitioner.get(of("C001")).status_code == 403


def test_nobody_who_may_not_read_is_offered_and_oneself_is_not(sign_in, of):
    for role in ("member", "administrator"):
        Person.objects.create(username=f"some-{role}", role=role)
    Person.objects.create(username="somebody-else", role="practitioner")
    page = sign_in("leader").get(of("C001", "access/name/")).content.decode()
    assert "some-member" not in page
    assert "some-administrator" not in page
    assert "leader, leader" not in page[page.index("<main") :]
    assert "somebody-else" in page


def test_a_grant_of_another_child_is_not_ended_here(sign_in, of, made_up):
    leader = sign_in("leader")
    person = Person.objects.create(username="other", role="practitioner")
    given = access_actions.grant(
        by=Person.objects.get(username="leader"), person=person,
        record=made_up.record_of("C002"), until=timezone.now() + timedelta(days=1), why="x",
    )  # fmt: skip
    assert leader.get(of("C001", f"access/{given.pk}/end/")).status_code == 404


def test_a_record_is_restricted_handed_over_and_opened_again(sign_in, of):
    leader = sign_in("leader")
    first = Person.objects.create(username="first", role="service_manager")
    second = Person.objects.create(username="second", role="service_manager")
    sent = {"kind": "refuge", "why": "Must not be found.", "manager": first.pk}
    assert leader.post(of("C001", "access/restrict/"), sent)["Location"] == "/"
    assert leader.get(of("C001")).status_code == 403
    listed = leader.get("/restricted/").content.decode()
    standing = Restriction.objects.get()
    assert f"Number {standing.pk}" in listed
    assert "Ada" not in listed
    assert "/children/" not in listed
    hand_over = f"/restricted/{standing.pk}/hand-over/"
    assert "Ada" not in leader.get(hand_over).content.decode()
    assert leader.post(hand_over, {"manager": second.pk}).status_code == 302
    from django.test import Client

    browser = Client()
    browser.force_login(second)
    assert "Ada Marsh" in browser.get(of("C001")).content.decode()
    assert browser.post(of("C001", "access/lift/"), {"why": "Moved."}).status_code == 302
    assert leader.get(of("C001")).status_code == 200


def test_a_service_manager_sees_and_hands_over_only_what_they_read(sign_in, of, restricted):
    other = sign_in("service_manager")
    assert "Number" not in other.get("/restricted/").content.decode()
    standing = Restriction.objects.get()
    assert other.get(f"/restricted/{standing.pk}/hand-over/").status_code == 404
    assert sign_in("practitioner").get("/restricted/").status_code == 403


@pytest.mark.parametrize("page", ["access/", "access/name/", "access/restrict/", "access/lift/"])
@pytest.mark.parametrize("role", ["practitioner", "member", "administrator", "inspector"])
def test_others_set_no_access(sign_in, of, page, role):
    if role == "inspector":
        client = sign_in(role)
        Person.objects.filter(role=role).update(access_until=timezone.now() + timedelta(days=1))
    else:
        client = sign_in(role, worker="W2")
    refused = client.get(of("C001", page))
    assert refused.status_code == 403
    assert "Marsh" not in refused.content.decode()


def test_notices_are_seen_once_and_kept(sign_in, of, made_up):
    boss = sign_in("leader")
    person = Person.objects.create(username="anna", role="practitioner")
    person.manager = Person.objects.get(username="leader")
    access_actions.open_with_reason(by=person, record=made_up.record_of("C001"), why="A call.")
    assert "Notices (1 new)" in boss.get("/").content.decode()
    page = boss.get("/notices/").content.decode()
    assert "A call." in page
    assert of("C001") in page
    notice = Notice.objects.get()
    assert boss.post(f"/notices/{notice.pk}/seen/").status_code == 302
    after = boss.get("/notices/").content.decode()
    assert "There is nothing you have not seen" in after
    assert "A call." in after
    assert "new)" not in boss.get("/").content.decode()
    assert sign_in("analyst").post(f"/notices/{notice.pk}/seen/").status_code == 404
    assert AuditEntry.objects.filter(action="see what one was told").count() == 1


def test_the_words_of_a_notice_close_with_the_record(sign_in, of, made_up, restricted):
    manager = sign_in("team_manager")
    Notice.objects.create(
        to=Person.objects.get(username="team_manager"), kind="record opened by giving a reason",
        words="Said where they live.", child="C001", sent_at=timezone.now(),
    )  # fmt: skip
    page = manager.get("/notices/").content.decode()
    assert "Said where they live." not in page
    assert "not open to you now" in page
    assert of("C001") not in page


def without_what_changes(answer) -> str:
    """The page without its keys."""
    import re

    text = answer.content.decode()
    return re.sub(r'(csrfmiddlewaretoken|submission)" value="[^"]*"|data-left="\d+"', "", text)
