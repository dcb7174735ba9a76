"""The page of standards: where the council differs, what cannot be used, what is not confirmed."""

from sightline.ledger.local_standards import local_standards_of
from sightline.records.standards import STANDARDS
from sightline.rules import RULES
from tests.web.test_line_of_sight_page import text_of


def stated(made_up, folder, text):
    (folder / "sightline.toml").write_text(text, encoding="utf-8")
    made_up.local = local_standards_of(folder)


def test_without_values_of_its_own_the_page_says_so(sign_in):
    assert "The council sets no standard for itself" in text_of(
        sign_in("member").get("/standards/")
    )


def test_a_value_of_its_own_stands_beside_the_national_one_and_its_rules(
    sign_in, made_up, tmp_path
):
    stated(made_up, tmp_path, "[standards]\nCPV-01 = [{ value = 15, valid_from = 2020-04-01 }]\n")
    page = text_of(sign_in("member").get("/standards/"))
    assert "15 working days from 1 April 2020 10 working days local" in page
    assert RULES["protection_visit_overdue"].title in page


def test_a_value_that_cannot_be_used_is_told_with_the_reason(sign_in, made_up, tmp_path):
    stated(made_up, tmp_path, "[standards]\nS47-01 = 20\n")
    page = text_of(sign_in("leader").get("/standards/"))
    assert "1 value in sightline.toml cannot be used" in page
    assert "statutory guidance and has no local value" in page


def test_standards_whose_text_was_not_read_are_listed_as_such(sign_in):
    page = text_of(sign_in("leader").get("/standards/"))
    unconfirmed = page[page.index("Not confirmed yet") :]
    assert STANDARDS["S47-01"].confirmed == "not seen"
    assert "S47-01" in unconfirmed
    assert STANDARDS["CPE-06"].confirmed == "our own"
    assert "CPE-06" not in unconfirmed


def test_a_rules_page_shows_the_councils_own_value_and_what_is_unconfirmed(
    sign_in, made_up, tmp_path
):
    stated(made_up, tmp_path, "[standards]\nCPV-01 = 15\n")
    client = sign_in("leader")
    assert "This council’s own: 15 working days" in text_of(
        client.get("/rules/protection_visit_overdue/")
    )
    assert "Unconfirmed: its text has not been read yet" in text_of(
        client.get("/rules/conference_over_15_days/")
    )
