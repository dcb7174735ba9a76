"""A change to services in the browser: listed, decided child by child, and what is not ready said first."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from sightline.casework import access_actions
from sightline.casework.models import AuditEntry, Destination, Person, ServiceChange, TeamMembership
from tests.web.test_audit_pages import another, text_of

BEGUN = {
    "name": "North closes", "why": "Two teams become one.", "kind": "team_closes", "team": "Assessment North",
    "planned-day": "1", "planned-month": "6", "planned-year": "2024",
}  # fmt: skip
SOUTH = {"where": "team", "to": "Assessment South", "reason": "Nearer to school."}


@pytest.fixture
def leader(sign_in):
    return sign_in("leader")


def begun(browser, **more):
    leads = Person.objects.get(username="leader").pk
    return browser.post("/service-changes/begin/", {**BEGUN, "led_by": leads, **more}, follow=True)


@pytest.fixture
def change(leader):
    text_of(begun(leader))
    return ServiceChange.objects.get()


def page(change, part=""):
    return f"/service-changes/{change.pk}/{part}"


def of_child(change, child, part=""):
    return f"/service-changes/children/{change.children.get(child=child).pk}/{part}"


def manager(username="boss", team="Assessment North") -> Client:
    """The browser of somebody who manages that team."""
    person, browser = another(username, "team_manager")
    TeamMembership.objects.create(
        person=person, team=team, given_by=person, given_at=timezone.now()
    )
    return browser


@pytest.mark.parametrize(
    ("asked", "found_by"),
    [
        ({}, "Team Assessment North: every child given to it"),
        ({"kind": "threshold_moves", "threshold": "protection"}, "Child protection: children on a plan now."),
        ({"kind": "service_ends", "service": "early_help:Harbour"}, "Early help by Harbour: every child it helps."),
        ({"kind": "threshold_moves", "threshold": "contact", "since-day": "1", "since-month": "1", "since-year": "2024"},
         "contact came since a day: 1 January 2024"),
    ],
)  # fmt: skip
def test_every_child_affected_is_listed_and_the_page_says_they_are_not_ready(
    leader, asked, found_by
):
    told = text_of(begun(leader, **asked))
    assert found_by in told
    assert "4 of 4" in told
    assert "This change is not ready. 4 children have no destination" in told
    assert "Ada Marsh" in told


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ({"team": ""}, "No team is chosen"),
        ({"kind": "threshold_moves"}, "No threshold is chosen"),
        ({"kind": "threshold_moves", "threshold": "referral"}, "asked from a day on"),
        ({"kind": "service_ends"}, "No service is chosen"),
    ],
)
def test_a_change_that_names_nothing_says_what_is_wanting(leader, asked, fault):
    assert fault in text_of(begun(leader, **asked))
    assert not ServiceChange.objects.exists()


def test_each_child_gets_a_destination_and_somebody_responsible_until_all_are_ready(leader, change):
    ann, _ = another("ann", "practitioner")
    first = leader.post(of_child(change, "C001", "destination/"), SOUTH, follow=True)
    assert "To another team: Assessment South" in text_of(first)
    assert (
        "3 children have no destination. 1 child has a destination and nobody responsible."
        in text_of(leader.get(page(change)))
    )
    leader.post(of_child(change, "C001", "destination/"), {**SOUTH, "responsible": ann.pk})
    again = text_of(leader.get(of_child(change, "C001")))
    assert "Responsible: Ann." in again
    assert "Decided before" in again
    left = [str(one.pk) for one in change.children.exclude(child="C001")]
    sent = {**SOUTH, "responsible": ann.pk, "children": left}
    whole = text_of(leader.post(page(change, "destinations/"), sent, follow=True))
    assert "Every child has a destination and somebody responsible." in whole
    assert "0 of 4" in whole
    assert Destination.objects.count() == 5


def test_children_not_ready_stand_first(leader, change):
    leader.post(of_child(change, "C001", "destination/"), SOUTH)
    told = text_of(leader.get(page(change)))
    assert told.index("Dan Hill") < told.index("Ada Marsh")


def test_a_change_that_happens_unready_says_so_for_good(leader, change):
    form = text_of(leader.get(page(change, "happened/")))
    assert "4 children are not ready" in form
    day = {"on-day": "1", "on-month": "6", "on-year": "2024"}
    told = text_of(leader.post(page(change, "happened/"), day))
    assert "Why did it go ahead with children not ready is missing" in told
    sent = {**day, "because": "The lease ended."}
    told = text_of(leader.post(page(change, "happened/"), sent, follow=True))
    assert "Happened 1 June 2024" in told
    assert "4, because: The lease ended." in told


def test_who_has_come_since_is_told_and_taken_in(leader, change, made_up):
    made_up.come_since = ("C005",)
    assert "1 child has come since the list was made" in text_of(leader.get(page(change)))
    told = text_of(leader.post(page(change, "newcomers/"), {}, follow=True))
    assert "5 of 5" in told
    assert "come since" not in told


def test_a_change_called_off_keeps_its_reason(leader, change):
    told = text_of(leader.post(page(change, "call-off/"), {"because": "It stays."}, follow=True))
    assert "It stays." in told
    assert "Called off" in text_of(leader.get("/service-changes/"))


def test_a_team_manager_sees_and_decides_for_their_own_children_alone(leader, change, made_up):
    records = made_up.records_for_policy()
    boss = manager()
    told = text_of(boss.get(page(change)))
    for one in change.children.all():
        theirs = "Assessment North" in records[one.child].teams
        assert (made_up.names[one.child][0] in told) == theirs
        for part in ("", "destination/"):
            allowed = boss.get(of_child(change, one.child, part)).status_code
            assert allowed == (200 if theirs else 403)
    assert "are counted but not shown" in told
    assert boss.get("/service-changes/begin/").status_code == 403
    assert AuditEntry.objects.filter(thing="children of a change to services").exists()


def test_a_restricted_child_is_counted_and_not_named(leader, change, made_up):
    keeper = Person.objects.create(username="keeper", role="leader")
    access_actions.restrict(
        by=keeper, record=made_up.record_of("C001"), kind="other", why="Made up.", manager=keeper
    )
    told = text_of(leader.get(page(change)))
    assert "Ada" not in told
    assert "4 of 4" in told
    assert "Fewer than 5 more are counted but not shown." in told
    assert leader.get(of_child(change, "C001")).status_code == 403
    assert "Ada" not in text_of(leader.get(page(change, "destinations/")))


def test_who_reads_no_child_sees_no_change(change, sign_in):
    member = sign_in("member")
    for address in ("/service-changes/", page(change), of_child(change, "C001")):
        assert member.get(address).status_code == 403
    assert "Service changes" not in text_of(member.get("/"))


@pytest.fixture
def happened(leader, change):
    """The change happened 60 days before the last day of the records."""
    ServiceChange.objects.update(happened_on=date(2024, 1, 31), not_ready=0)
    return change


def test_children_are_followed_as_far_as_the_records_reach(leader, happened):
    told = text_of(leader.get(page(happened, "afterwards/")))
    assert "4 children, followed from 31 January 2024" in told
    assert "30 days, 1 March 2024" in told
    assert told.count("afterwards/30/") == 7, "who was in care cannot be told"
    assert "afterwards/90/" not in told
    assert told.count("Cannot tell") >= 8 + 8 + 1
    assert leader.get(page(happened, "afterwards/90/seen/")).status_code == 404
    assert leader.get(page(happened, "afterwards/30/in-care/")).status_code == 404


def test_the_children_behind_a_figure_stand_on_a_page_with_who_is_responsible(leader, happened):
    told = text_of(leader.get(page(happened, "afterwards/30/not-seen/")))
    assert "2 children on 1 March 2024" in told
    assert "Ada Marsh" in told
    assert "Dan Hill" not in told


def test_a_manager_finds_their_own_children_behind_a_figure(happened, made_up):
    boss, records = manager(), made_up.records_for_policy()
    told = text_of(boss.get(page(happened, "afterwards/30/not-seen/")))
    for child in ("C001", "C002"):
        theirs = "Assessment North" in records[child].teams
        assert (made_up.names[child][0] in told) == theirs
    assert "counted but not shown" in told


def test_the_chart_says_in_words_what_it_draws_and_names_no_child(leader, happened):
    drawn = leader.get(page(happened, "afterwards/chart-wide.svg")).content.decode()
    assert "After 30 days: not seen at a visit since 2" in drawn
    assert "Ada" not in drawn


def test_nobody_is_followed_for_a_change_that_was_called_off_or_before_a_day_is_reached(
    leader, change
):
    told = text_of(leader.get(page(change, "afterwards/")))
    assert "the planned day: the change is not recorded as having happened" in told
    assert leader.get(page(change, "afterwards/chart-wide.svg")).status_code == 404
    leader.post(page(change, "call-off/"), {"because": "It stays."})
    assert leader.get(page(change, "afterwards/")).status_code == 404
