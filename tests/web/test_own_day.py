"""One's own improvement actions and notices on My day, and rules that are not yet switched on."""

import pytest
from django.utils import timezone

from sightline.casework.models import Notice, Person
from sightline.casework.rule_stages import set_stage
from sightline.web.child_addresses import token_of
from tests.web.plans_on_pages import filled_by
from tests.web.read_pages import words_of

pytestmark = pytest.mark.django_db

PAGE = "/my-day/"


def test_ones_own_improvement_actions_stand_on_the_day(sign_in):
    lead = sign_in("leader")
    filled_by(Person.objects.get(username="leader"))
    words = words_of(lead.get(PAGE))
    assert "My improvement actions (2)" in words
    assert "Ask every child. Waits for 1 other" in words
    other = words_of(sign_in("practitioner", worker="W1").get(PAGE))
    assert "My improvement actions" not in other


def test_a_notice_is_marked_as_seen_from_the_day(sign_in):
    client = sign_in("practitioner", worker="W1")
    me = Person.objects.get(username="practitioner")
    one = Notice.objects.create(to=me, kind="made-up news", words="Hello.", sent_at=timezone.now())
    page = client.get(PAGE).content.decode()
    assert f'action="/notices/{one.pk}/seen/"' in page
    assert 'href="/notices/"' in page
    client.post(f"/notices/{one.pk}/seen/")
    assert "Notices to me" not in words_of(client.get(PAGE))


def test_a_childs_own_list_says_which_rules_are_not_switched_on(sign_in, made_up, workspace):
    client = sign_in("practitioner", worker="W1")
    address = f"/children/{token_of('C002', workspace)}/concerns/"
    assert "not yet switched on" not in words_of(client.get(address))
    lead = Person.objects.create(username="lead", role="leader")
    rule = "return_interview_not_in_72_hours"
    set_stage(by=lead, rule=rule, on_from=None, reason="Later.")
    assert "This rule is not yet switched on for worklists" in words_of(client.get(address))
