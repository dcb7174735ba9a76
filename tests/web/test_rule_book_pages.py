"""The rule book on the web says what the rule book says."""

from html import unescape

import pytest

from sightline.rules import RULES
from sightline.rules.book import check_page, rule_page
from sightline.rules.checks_before_ending import CHECKS
from tests.web.test_line_of_sight_page import text_of


@pytest.fixture
def client(sign_in):
    return sign_in("member")


def test_every_rule_is_listed_with_its_question(client):
    page = unescape(text_of(client.get("/rules/")))
    for rule in RULES.values():
        assert rule.title in page
        assert rule.question in page


@pytest.mark.parametrize("name", RULES)
def test_a_rule_page_shows_standards_readings_and_every_example(client, name):
    page = unescape(text_of(client.get(f"/rules/{name}/")))
    rule = rule_page(name)
    for words in (
        rule.question,
        rule.cannot_see,
        *(standard.text for standard in rule.standards),
        *rule.readings,
        *(example.title for example in rule.examples),
    ):
        assert " ".join(words.split()) in page


def test_every_check_before_a_plan_ends_is_listed_and_has_a_page(client):
    listed = unescape(text_of(client.get("/rules/")))
    assert "never added up" in listed
    for name in CHECKS:
        shown = check_page(name)
        assert shown.question in listed
        page = unescape(text_of(client.get(f"/rules/{name}/")))
        for words in (shown.asked_by, shown.cannot_see, *(one.title for one in shown.examples)):
            assert " ".join(words.split()) in page


def test_a_rule_nobody_declared_is_not_found(client):
    assert client.get("/rules/nothing/").status_code == 404
