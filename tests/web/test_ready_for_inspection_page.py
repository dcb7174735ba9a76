"""The page says what inspectors will ask for, what is missing, and when."""

import re
from datetime import date

import pytest

from sightline.inspections.facts import Event, Recommendation
from sightline.web.pages.ready_for_inspection import clocks_of
from tests.web.conftest import REPORT_SHA

DAY = date(2024, 3, 31)
PRIORITY = Recommendation("r.pdf", 1, "Act.", 2, "priority action", ("missing",))
INSPECTION = Event(
    file="r.pdf", kind="ilacs_inspection", starts=date(2018, 5, 14), published=date(2018, 6, 20)
)


def text_of(response) -> str:
    """The page without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


@pytest.fixture
def page(sign_in):
    return sign_in("leader").get("/ready/")


def test_each_list_says_which_columns_stay_empty_and_why(page):
    said = text_of(page)
    assert "1 Contacts 7 4 " in said, "seven columns, of which three can be filled"
    assert "Contact Source: No source in this workspace fills contacts.source." in said
    assert "That is never linked" in said or "that is never linked" in said


def test_what_was_asked_last_time_stands_with_its_page_and_whose_it_is(page):
    said = text_of(page)
    assert "Interview children who come back. page 4" in said
    assert "This document is about Barsetshire, not about made-up authority: Sandbourne" in said


def test_figures_that_should_be_low_lead_to_the_children(page):
    assert "Open children with no allocated worker" in text_of(page)
    assert 'href="/measures/children_without_worker/2024-03/children/"' in page.content.decode()
    assert "Return interviews held" not in text_of(page)


def test_a_member_sees_figures_and_no_way_to_children(sign_in):
    page = sign_in("member").get("/ready/")
    assert page.status_code == 200
    assert "Open children with no allocated worker" in text_of(page)
    assert "/children/" not in page.content.decode()


def test_nobody_sees_it_without_signing_in(client, made_up):
    assert client.get("/ready/").status_code == 302


def test_another_document_can_be_taken_and_an_unknown_one_is_not_found(sign_in):
    client = sign_in("leader")
    assert client.get(f"/ready/?report={REPORT_SHA[:16]}").status_code == 200
    assert client.get("/ready/?report=nothing").status_code == 404


def clock(id, *given):
    return next(one for one in clocks_of(*given) if one.standard.id == id)


def test_an_action_plan_is_due_70_working_days_after_the_report():
    due = clock("OFS-01", INSPECTION, [PRIORITY], DAY)
    assert due.days == (date(2018, 9, 27),)
    assert "earlier" in due.said
    assert clock("OFS-01", INSPECTION, [], DAY).days == ()


def test_a_draft_plan_is_due_after_a_focused_visit_only():
    visit = Event(file="r.pdf", kind="focused_visit", published=date(2018, 6, 20))
    assert clock("OFS-02", visit, [PRIORITY], DAY).days == (date(2018, 7, 18),)
    assert clock("OFS-02", INSPECTION, [PRIORITY], DAY).days == ()


def test_the_next_inspection_has_a_window_and_says_how_sure_it_is():
    window = clock("OFS-03", INSPECTION, [], DAY)
    assert window.days == (date(2020, 11, 14), date(2021, 11, 14))
    assert window.standard.certainty == "medium"
    assert clock("OFS-03", None, [], DAY).days == ()
